"""A part of a corpus in a worker: its passages as they came, and the two indexes over them."""

from __future__ import annotations

import json
import shutil
import tempfile
import weakref
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.cluster.failing import step
from factcheck.cluster.kit import Kit, aliases_of, require_stamp
from factcheck.cluster.postings import Counted, Postings
from factcheck.comparing.reading import unpack
from factcheck.indexes.auto import EXACT_UP_TO
from factcheck.indexes.coded import CodedRows
from factcheck.indexes.flat import FlatIndex
from factcheck.indexes.lexical import FACTS_BOOST, plain
from factcheck.language.aliases import AliasTable
from factcheck.language.facts import Facts
from factcheck.language.ignorable import bare
from factcheck.language.quantities import find_quantities
from factcheck.language.tokens import search_terms
from factcheck.model import Card, Language, Passage
from factcheck.names import declared_terms, names_declared
from factcheck.readings import fact_terms_of, read_anew
from factcheck.retrieve import Asked, Filters, Scored
from factcheck.wording import worded

BLOCK = 16
"""Passages that are packed together: more take less room, and longer to get one out of."""
_LEVEL = 6
Row = tuple[Passage, str | None]
"""A passage with what it says, as `Readings` keeps it."""
_PARTS = ("id", "document_id", "start", "end", "text", "context")
_PASSAGE = attrgetter(*_PARTS, "language")


@dataclass(frozen=True, slots=True)
class SourceRows:
    """What is known of a source beside its passages."""

    card: Card
    glosses: str
    """What it declares of names, as `NameBook` keeps it."""
    parts: str
    """Which names it shortens, as `Readings` keeps it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some passages, as they are sent."""

    numbers: NDArray[np.int64]
    """Ascending."""
    vectors: NDArray[np.floating]
    """(n, dimension); half precision where that is all the coordinator's index has."""
    blocks: tuple[bytes, ...]
    """Packed rows, BLOCK to each."""
    sources: tuple[SourceRows, ...]


def packed(rows: Sequence[Row]) -> tuple[bytes, ...]:
    """Rows as blocks."""
    return tuple(
        zlib.compress(_text(rows[start : start + BLOCK]), _LEVEL) for start in range(0, len(rows), BLOCK)
    )


def narrowed(vectors: NDArray[np.float32]) -> NDArray[np.floating]:
    """The same numbers in half precision where that loses nothing."""
    half = vectors.astype(np.float16)
    return half if np.array_equal(half.astype(np.float32), vectors) else vectors


def _text(rows: Sequence[Row]) -> bytes:
    """As JSON: what is read from a block is data, whoever sent it."""
    return json.dumps([(*_PASSAGE(passage), said) for passage, said in rows], ensure_ascii=False).encode()


def _rows(block: bytes) -> list[Row]:
    rows: list[list[Any]] = json.loads(zlib.decompress(block))
    return [
        (Passage(**dict(zip(_PARTS, parts, strict=True)), language=Language(language)), said)
        for *parts, language, said in rows
    ]


@dataclass(frozen=True, slots=True)
class Found:
    """What one shard has for one text, each best first."""

    by_meaning: Scored
    words: Scored
    facts: Scored


@dataclass(frozen=True, slots=True)
class Fetched:
    """Passages that were chosen, with what belongs to them."""

    rows: Mapping[int, Row]
    """By number."""
    sources: Mapping[str, SourceRows]
    """By id."""


class Shard:
    """Searched like one machine's indexes; term statistics are those that the caller sums over all shards."""

    def __init__(self, kit: Kit, parts: Sequence[Part]) -> None:
        """Open `parts`, at least one, as they were sent; their order does not matter."""
        parts = sorted(parts, key=lambda part: part.numbers[:1].tolist())
        self._blocks = [block for part in parts for block in part.blocks]
        self._sources = {source.card.id: source for part in parts for source in part.sources}
        sizes = [len(_rows(block)) for block in self._blocks]
        self._starts = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
        self._numbers = np.concatenate([part.numbers for part in parts])
        keys = {key: place for place, key in enumerate(self._sources)}
        self._source_of = np.fromiter(
            (keys[passage.document_id] for passage, _ in self._all()), np.int32, count=len(self._numbers)
        )
        aliases = aliases_of(kit.own_aliases)
        self._words = Postings(
            search_terms(worded(passage, self._sources[passage.document_id].card))
            for passage, _ in self._all()
        )
        self._facts = Postings(_facts_of(self._all(), self._sources, aliases))
        self._kind, self._dimension = kit.settings.index, kit.dimension
        self._index = self._indexed(np.concatenate([part.vectors for part in parts]))

    def _all(self) -> Iterator[Row]:
        for block in self._blocks:
            yield from _rows(block)

    def _indexed(self, vectors: NDArray[np.floating]) -> FlatIndex | CodedRows:
        """As AutoIndex: exact while there are few, then by codes, the vectors themselves in files."""
        if self._kind == "auto" and len(vectors) > EXACT_UP_TO:
            folder = tempfile.mkdtemp(prefix="factcheck-shard-")
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
            coded = CodedRows(self._dimension)
            coded.save(Path(folder), self._numbers, vectors.astype(np.float32))
            return coded
        flat = FlatIndex(self._dimension)
        flat.add(self._numbers, vectors.astype(np.float32))
        return flat

    def __len__(self) -> int:
        return len(self._numbers)

    def __sizeof__(self) -> int:
        """By this Dask reckons what moving it would cost."""
        vectors = len(self) * self._dimension * 4
        return vectors + self._words.bytes + self._facts.bytes + sum(map(len, self._blocks))

    def __getstate__(self) -> dict[str, object]:
        # An index is no bytes; one that moves is made again from its vectors.
        numbers, vectors = self._index.contents()
        state = {name: value for name, value in vars(self).items() if name != "_index"}
        return state | {"vectors": narrowed(vectors[np.argsort(numbers)])}

    def __setstate__(self, state: dict[str, object]) -> None:
        vectors = state.pop("vectors")
        vars(self).update(state)
        self._index = self._indexed(np.asarray(vectors))

    # -- searching ----------------------------------------------------------------------------

    def count(self, words: Sequence[str], facts: Sequence[str]) -> tuple[Counted, Counted]:
        """What is held of these terms."""
        return self._words.count(words), self._facts.count(facts)

    def best(
        self,
        asked: Sequence[Asked],
        vectors: NDArray[np.float32],
        k: int,
        filters: Filters,
        everywhere: tuple[Counted, Counted],
    ) -> list[Found]:
        """For each text (with its vector, (m, dimension)) the best `k` of this shard by each way.

        `everywhere` are the counts of all shards together for the terms asked for.
        """
        allowed = self._allowed(filters)
        numbers = None if allowed is None else self._numbers[allowed]
        if not len(self) or (numbers is not None and not len(numbers)):
            return [Found((), (), ()) for _ in asked]
        queries = np.ascontiguousarray(vectors, dtype=np.float32)
        scores, nearest = self._index.search(queries, k, allowed=numbers)
        words, facts = everywhere
        return [
            Found(
                by_meaning=[
                    (int(number), float(score))
                    for number, score in zip(nearest[row], scores[row], strict=True)
                    if number >= 0
                ],
                words=self._by_terms(self._words, one.words, 1.0, words, k, allowed),
                facts=self._by_terms(self._facts, one.facts, FACTS_BOOST, facts, k, allowed),
            )
            for row, one in enumerate(asked)
        ]

    def _by_terms(
        self,
        field: Postings,
        terms: Sequence[str],
        boost: float,
        everywhere: Counted,
        k: int,
        allowed: NDArray[np.bool_] | None,
    ) -> Scored:
        weights = {term: boost * everywhere.rarity(term) for term in plain(terms)}
        average = everywhere.tokens / everywhere.passages if everywhere.passages else 0.0
        places, scores = field.best(weights, average, k, allowed)
        return list(zip(self._numbers[places].tolist(), scores.tolist(), strict=True))

    def _allowed(self, filters: Filters) -> NDArray[np.bool_] | None:
        """By place, whether `filters` leave a passage; None where they leave all."""
        kept = np.array([_is_left(one.card, filters) for one in self._sources.values()], dtype=bool)
        return None if kept.all() else kept[self._source_of]

    def fetch(self, numbers: Sequence[int]) -> Fetched:
        """Those of the passages that are here."""
        wanted = np.unique(np.asarray(numbers, dtype=np.int64))
        places = np.searchsorted(self._numbers, wanted)
        here = places < len(self)
        here[here] = self._numbers[places[here]] == wanted[here]
        found: dict[int, Row] = {}
        held = np.searchsorted(self._starts, places[here], side="right") - 1
        for block in np.unique(held).tolist():
            rows = _rows(self._blocks[block])
            for place in places[here][held == block].tolist():
                found[int(self._numbers[place])] = rows[place - int(self._starts[block])]
        keys = {passage.document_id for passage, _ in found.values()}
        return Fetched(found, {key: self._sources[key] for key in keys})


def _is_left(card: Card, filters: Filters) -> bool:
    """As `Store.source_numbers` says it."""
    if card.id in filters.exclude or (filters.sources and card.id not in filters.sources):
        return False
    if card.published is None:
        return True
    late = filters.as_of is not None and card.published > filters.as_of
    return not late and (filters.since is None or card.published >= filters.since)


def _facts_of(
    rows: Iterator[Row], sources: Mapping[str, SourceRows], aliases: AliasTable
) -> Iterator[list[str]]:
    """For each passage the terms of its facts, as when it was added."""
    last, names = "", None
    for passage, row in rows:
        source = sources[passage.document_id]
        card = source.card
        if names is None or card.id != last:
            last, names = card.id, names_declared(card.id, source.glosses, aliases)
        if row is None:
            facts, reading = read_anew(passage, card, aliases)
        else:
            text = bare(passage.text)
            reading = unpack(text, row, title=bare(card.title or ""), context=bare(passage.context))
            # Of quantities a reading keeps those that are compared; any may find the passage.
            quantities = tuple(find_quantities(text, reference_date=card.published))
            facts = Facts(quantities, reading.statement.dates, reading.statement.names)
        yield fact_terms_of(facts, reading, declared_terms(names, passage, card))


@step
def open_shard(kit: Kit, *parts: Part) -> Shard:
    """A shard of these parts, in the worker that is to hold it."""
    require_stamp(kit.stamp)
    return Shard(kit, parts)
