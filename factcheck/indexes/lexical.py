"""The word index: BM25 over terms that the caller has cut already, by tantivy.

Two fields: `words` of the passage's own language, and `facts`, language-free terms for quantities,
dates and names, so that "$8B" meets 80億美元. Nothing is tokenised here and no query is parsed.
"""

from __future__ import annotations

import math
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from factcheck.errors import WorkspaceError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tantivy import Document, Index, IndexWriter, Query, Schema, Searcher

FACTS_BOOST = 2.0
"""How much a shared quantity, date or name outweighs a shared word of equal rarity."""

_WRITER_BYTES = 50_000_000
"""Memory of the one writing thread before it starts a new segment; tantivy wants 15 MB or more."""

_LISTED = 2000
"""Up to so many allowed numbers go into the query; for more, results are filtered as they come."""


def _schema() -> Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", indexed=True, fast=True)
    for field in ("words", "facts"):
        # "freq": BM25 wants frequencies; positions would serve phrases, which are never asked for.
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    schema: Schema = builder.build()
    return schema


def whole(term: str) -> str:
    """`term` without blanks, which would split it."""
    return "_".join(term.split())


def plain(terms: Iterable[str]) -> list[str]:
    """Each term once, as the index has it; those that are blank are left out."""
    return list(dict.fromkeys(filter(None, map(whole, terms))))


def idf(total: int, holding: int) -> float:
    """Of a term that `holding` of `total` passages hold, as BM25 counts it."""
    return math.log1p((total - holding + 0.5) / (holding + 0.5))


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn what tantivy says of the disk into one error; it names no path and no reason."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise WorkspaceError(f"Cannot write the word index: {error}. See that the disk has room.") from error


class LexicalIndex:
    """One tantivy index in a folder of its own.

    What `writing` committed is on disk. It wants one writer at a time, which the caller's lock sees to;
    reading needs no lock, and works from a folder that cannot be written.
    """

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        """Open the index in `folder`; where there is none, make an empty one if `create`.

        Raises WorkspaceError where it is damaged or the folder can be neither written nor read,
        FileNotFoundError where there is none and `create` is false.
        """
        if not create and not (folder / "meta.json").is_file():
            raise FileNotFoundError(folder)
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        try:
            self._index = self._open(folder)
        except (ValueError, OSError) as error:
            raise WorkspaceError(
                f"{folder} is no readable word index ({error}). "
                "`factcheck doctor --repair` builds it again from claims.db."
            ) from error
        self._schema = self._index.schema
        self._writer: IndexWriter | None = None

    def _open(self, folder: Path) -> Index:
        import tantivy

        if (folder / "meta.json").is_file():
            index = self._open_existing(folder)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            index = tantivy.Index(_schema(), path=str(folder))
        index.register_tokenizer(
            "whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        )
        # "manual": this class reloads after each commit. Until here a thread watched the folder, as opening
        # starts one, and it may make a lock file some milliseconds later.
        index.config_reader(reload_policy="manual")
        return index

    def _open_existing(self, folder: Path) -> Index:
        """Tantivy takes a lock file even to read, so a folder that cannot be written is read from a copy."""
        import tantivy

        try:
            index = tantivy.Index.open(str(folder))
            index.reload()
        except (ValueError, OSError) as error:
            if "denied" not in str(error).lower() and "read-only" not in str(error).lower():
                raise
            self._copy = tempfile.TemporaryDirectory(prefix="factcheck-words-")
            for part in folder.iterdir():
                # Contents only: a copied mode or lock file would make the copy as unwritable.
                if part.suffix != ".lock":
                    shutil.copyfile(part, Path(self._copy.name) / part.name)
            index = tantivy.Index.open(self._copy.name)
        return index

    def close(self) -> None:
        """Let go of the temporary copy, where there is one."""
        if self._copy is not None:
            self._copy.cleanup()

    def __len__(self) -> int:
        return int(self._searcher().num_docs)

    def _searcher(self) -> Searcher:
        return self._index.searcher()

    # -- writing ------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One commit for the body's changes, which show once it has ended; none of them if it raises.

        `add` and `remove` make one each; a commit costs as much as a thousand passages do.
        """
        if self._writer is not None:
            yield
            return
        with _plain_errors():
            self._writer = self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        try:
            yield
            with _plain_errors():
                self._writer.commit()
        except BaseException:
            # One that a full disk has ended can do neither; the first reason is the one to tell.
            with suppress(OSError, ValueError):
                self._writer.rollback()
            with suppress(OSError, ValueError):
                self._writer.wait_merging_threads()
            raise
        else:
            with _plain_errors():
                self._writer.wait_merging_threads()
        finally:
            self._writer = None
        with _plain_errors():
            self._index.reload()

    def add(
        self, numbers: Sequence[int], terms: Sequence[Sequence[str]], facts: Sequence[Sequence[str]]
    ) -> None:
        """Index one passage for each number, with its `terms` and `facts`.

        What a number had before stays: `remove` it first. ValueError unless all three have one length.
        """
        if not len(numbers) == len(terms) == len(facts):
            raise ValueError(f"{len(numbers)} numbers, {len(terms)} lists of terms, {len(facts)} of facts")
        with self.writing(), _plain_errors():
            for number, words, known in zip(numbers, terms, facts, strict=True):
                self._writing().add_document(self._document(int(number), words, known))

    def remove(self, numbers: Iterable[int]) -> None:
        """Take out what is held of `numbers`."""
        with self.writing(), _plain_errors():
            for number in numbers:
                self._writing().delete_documents_by_term("number", int(number))

    def _writing(self) -> IndexWriter:
        if self._writer is None:
            raise RuntimeError("no change is under way")
        return self._writer

    def _document(self, number: int, words: Sequence[str], facts: Sequence[str]) -> Document:
        import tantivy

        document = tantivy.Document()
        document.add_integer("number", number)
        document.add_text("words", _field(words))
        document.add_text("facts", _field(facts))
        return document

    # -- searching ----------------------------------------------------------------------------

    def search(
        self,
        terms: Sequence[str],
        k: int,
        *,
        facts: Sequence[str] = (),
        allowed: NDArray[np.int64] | None = None,
    ) -> list[tuple[int, float]]:
        """The `k` passages with the highest BM25 for any of `terms` and `facts`: (number, score), best first.

        `allowed` restricts the search to these numbers. Passages that share no term are never returned.
        Equal scores come in the order of the numbers. ValueError for k below 1.
        """
        if k < 1:
            raise ValueError(f"k must be at least 1, got {k}")
        query = self._query(terms, facts)
        if query is None or (allowed is not None and not len(allowed)):
            return []
        searcher = self._searcher()
        if allowed is None:
            return _ranked(searcher, query, k)
        if len(allowed) <= _LISTED:
            return _ranked(searcher, self._within(query, allowed), k)
        return _filtered(searcher, query, k, allowed)

    def ceiling(self, terms: Sequence[str] = (), *, facts: Sequence[str] = ()) -> float:
        """About the BM25 of a passage of average length that holds each of `terms` and `facts` once: their
        idf summed."""
        searcher = self._searcher()
        total = searcher.num_docs
        return sum(
            boost * idf(total, searcher.doc_freq(field, value))
            for field, values, boost in (("words", terms, 1.0), ("facts", facts, FACTS_BOOST))
            for value in plain(values)
        )

    def _query(self, terms: Sequence[str], facts: Sequence[str]) -> Query | None:
        """Any of the terms; None when there are none."""
        import tantivy

        parts: list[tuple[tantivy.Occur, Query]] = []
        for field, values, boost in (("words", terms, 1.0), ("facts", facts, FACTS_BOOST)):
            for value in plain(values):
                one = tantivy.Query.term_query(self._schema, field, value, "freq")
                parts.append((tantivy.Occur.Should, tantivy.Query.boost_query(one, boost)))
        return tantivy.Query.boolean_query(parts) if parts else None

    def _within(self, query: Query, allowed: NDArray[np.int64]) -> Query:
        import tantivy

        listed = tantivy.Query.term_set_query(self._schema, "number", allowed.tolist())
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, query),
                (tantivy.Occur.Must, tantivy.Query.const_score_query(listed, 0.0)),
            ]
        )


def _field(terms: Sequence[str]) -> str:
    """Terms as the text of a field, which is cut at blanks."""
    text = " ".join(terms)
    return text if len(text.split()) == len(terms) else " ".join(map(whole, terms))


def _ranked(searcher: Searcher, query: Query, limit: int) -> list[tuple[int, float]]:
    """The best `limit`: of equal ones those with the lowest numbers, however they lie in the segments."""
    asked, everything = limit + 1, max(1, int(searcher.num_docs))
    while True:
        hits = searcher.search(query, limit=asked, count=False).hits
        if len(hits) < asked or hits[-1][0] < hits[limit - 1][0]:
            break
        if asked >= everything:
            break
        # The last one is as good as one that made it: which of the equals come first is to be seen.
        asked = min(4 * asked, everything)
    numbers = searcher.fast_field_values("number", [address for _, address in hits])
    found = [
        (int(number), float(score))
        for number, (score, _) in zip(numbers, hits, strict=True)
        if number is not None
    ]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]


def _filtered(
    searcher: Searcher, query: Query, k: int, allowed: NDArray[np.int64]
) -> list[tuple[int, float]]:
    """The best `k` among many allowed: fetch more and more until enough of them are allowed."""
    limit, everything = 4 * k, max(1, int(searcher.num_docs))
    while True:
        found = _ranked(searcher, query, min(limit, everything))
        numbers = np.fromiter((number for number, _ in found), dtype=np.int64, count=len(found))
        kept = [found[place] for place in np.flatnonzero(np.isin(numbers, allowed))]
        if len(kept) >= k or len(found) < limit:
            return kept[:k]
        limit *= 8
