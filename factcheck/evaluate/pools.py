"""What is searched and what is asked: documents and queries with the documents that answer them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import ReadError
from factcheck.evaluate.files import digest_of, objects_of
from factcheck.evaluate.rows import read_verdicts


@dataclass(frozen=True, slots=True)
class PoolDocument:
    """One document that can be found."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and the ids of the documents that answer it."""

    id: str
    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pool:
    """A whole retrieval set."""

    documents: tuple[PoolDocument, ...]
    queries: tuple[Query, ...]
    any_hit: bool
    """Whether one relevant document among several is all that is wanted, so that recall is 0 or 1."""
    sha256: str
    notes: tuple[str, ...] = ()


def read_pool(docs: Path, queries: Path) -> Pool:
    """Documents `{"id", "title", "text"}` and queries `{"id", "text", "relevant": [id]}`.

    ReadError names a line that is none. Queries without a relevant document in the pool are left out, which
    the notes say.
    """
    documents = tuple(_document(docs, number, raw) for number, raw in objects_of(docs))
    known = {document.id for document in documents}
    if len(known) < len(documents):
        raise ReadError(f"{docs}: wanted an id of its own for each document, found {len(known):,} ids.")
    asked = [_query(queries, number, raw) for number, raw in objects_of(queries)]
    answerable = [query for query in asked if query.relevant & known]
    if not answerable:
        raise ReadError(f"{queries}: none of its {len(asked):,} queries has a relevant document in {docs}.")
    left = len(asked) - len(answerable)
    notes = (f"{left:,} queries without a relevant document in {docs.name} are left out.",) if left else ()
    return Pool(documents, tuple(answerable), False, digest_of(docs, queries), notes)


def pool_of_verdicts(path: Path, corpus: Path | None = None, *, asking: Collection[str] = ()) -> Pool:
    """The claims of a verdict file against all its evidence and other sentences; any of its own is a hit.

    A text that stands in several rows is one document. `asking` keeps only the claims of these row ids as
    queries; empty: all.
    """
    rows = read_verdicts(path, corpus)
    texts: dict[str, PoolDocument] = {}
    for row in rows:
        for piece in (*row.evidence, *row.others):
            texts.setdefault(piece.text, PoolDocument(str(len(texts)), piece.title, piece.text))
    answers: dict[str, set[str]] = {}
    for row in rows:
        if row.evidence and (not asking or row.id in asking):
            own = {texts[piece.text].id for piece in row.evidence}
            answers.setdefault(row.claim, set()).update(own)
    queries = tuple(Query(str(n), claim, frozenset(own)) for n, (claim, own) in enumerate(answers.items()))
    if not queries:
        raise ReadError(f"{path}: none of its rows has evidence to be found.")
    left = sum(not row.evidence for row in rows)
    notes = (f"{left:,} rows without evidence ask for nothing and are left out.",) if left else ()
    return Pool(tuple(texts.values()), queries, True, digest_of(path), notes)


def _document(path: Path, number: int, raw: dict[str, Any]) -> PoolDocument:
    if not isinstance(raw.get("text"), str) or "id" not in raw:
        raise ReadError(
            f"{path}, line {number}: wanted a document with id, text and perhaps title, found the keys "
            f"{', '.join(raw) or 'none'}."
        )
    return PoolDocument(str(raw["id"]), str(raw.get("title") or ""), raw["text"])


def _query(path: Path, number: int, raw: dict[str, Any]) -> Query:
    relevant = raw.get("relevant")
    if not isinstance(raw.get("text"), str) or not isinstance(relevant, list):
        raise ReadError(
            f"{path}, line {number}: wanted a query with id, text and relevant (a list of document ids), "
            f"found the keys {', '.join(raw) or 'none'}."
        )
    return Query(str(raw.get("id", number)), raw["text"], frozenset(map(str, relevant)))
