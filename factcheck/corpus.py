"""The run that fills the reference corpus: read, split, store, encode, index; and takes out again.

`claims.db` is written first and is the truth; `embeddings/` follows. A stop in between leaves rows
without vectors, which the next run (or `factcheck doctor --repair`) adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from factcheck.encoders import Encoder
from factcheck.language.tokens import search_terms
from factcheck.model import Card, Document, Outcome, OutcomeStatus
from factcheck.readers.drafts import ReadFailure
from factcheck.readers.options import ReadOptions
from factcheck.readings import Readings
from factcheck.store import Store
from factcheck.vectors import Vectors, VectorState
from factcheck.wording import worded

_BATCH = 2000
"""Passages encoded at a time: bounds memory."""


def add_sources(
    store: Store,
    vectors: Vectors,
    encoder: Encoder,
    targets: Iterable[str],
    options: ReadOptions,
    readings: Readings,
) -> Iterator[Outcome]:
    """Put each document of `targets` into the corpus, one outcome a document.

    A document that is there already is left as it is. Vectors are published in batches and at the end.
    """
    # The readers are many and answering a claim needs none of them.
    from factcheck.read import read_each

    pending = 0
    try:
        for item in read_each(targets, options):
            if isinstance(item, ReadFailure):
                yield _failed(item)
                continue
            known = store.card(item.id) if store.is_source(item.id) else None
            outcome = _store(store, item, readings)
            if known is not None and _headed_otherwise(known, store.card(item.id)):
                read_again(store, vectors, encoder, readings, item.id)
            pending += outcome.count if outcome.status is OutcomeStatus.ADDED else 0
            if pending >= _BATCH * 10:
                bring_up_to_date(store, vectors, encoder, readings)
                pending = 0
            yield outcome
    finally:
        if pending:
            bring_up_to_date(store, vectors, encoder, readings)


def _store(store: Store, document: Document, readings: Readings) -> Outcome:
    target = document.path or document.url or "standard input"
    if store.is_source(document.id):
        store.add_document(document)
        return Outcome(target, OutcomeStatus.KNOWN, store.card(document.id))
    from factcheck.split import split

    passages = split(document)
    with store.writing():
        store.add_document(document)
        store.add_source(document.id, passages)
        readings.names.keep(document)
    note = " ".join(document.notes)
    return Outcome(target, OutcomeStatus.ADDED, store.card(document.id), len(passages), note)


def _failed(failure: ReadFailure) -> Outcome:
    status = OutcomeStatus.SKIPPED if failure.skipped else OutcomeStatus.FAILED
    return Outcome(failure.target, status, message=failure.message)


def _headed_otherwise(before: Card, after: Card) -> bool:
    """Whether a source got another title or date, in whose light its passages are read."""
    return (before.title, before.published) != (after.title, after.published)


def remove_source(store: Store, vectors: Vectors, document_id: str) -> Card:
    """Take a source out of the rows and both indexes; the card of what was removed."""
    card = store.card(document_id)
    vectors.remove(store.remove_source(document_id))
    return card


def edit_source(
    store: Store,
    vectors: Vectors,
    encoder: Encoder,
    readings: Readings,
    document_id: str,
    *,
    published: date | None,
    tier: str | None,
    title: str | None,
    url: str | None,
    archived: str | None = None,
) -> None:
    """Change what is known about a source; None leaves a field as it is."""
    before = store.card(document_id)
    after = store.edit_source(
        document_id, published=published, tier=tier, title=title, url=url, archived=archived
    )
    if _headed_otherwise(before, after):
        read_again(store, vectors, encoder, readings, document_id)


def read_again(
    store: Store, vectors: Vectors, encoder: Encoder, readings: Readings, document_id: str
) -> None:
    """Read and index a source's passages anew: its title heads them, its date places their dates."""
    store.forget_readings(document_id)
    with vectors.writing():
        index_passages(store, vectors, encoder, store.numbers_of(document_id), readings)


def bring_up_to_date(store: Store, vectors: Vectors, encoder: Encoder, readings: Readings) -> tuple[int, int]:
    """Make the indexes hold exactly the passages of the store: (added, removed)."""
    missing, surplus = vectors.difference(store)
    if not missing and not surplus:
        return 0, 0
    with vectors.writing():
        vectors.remove(surplus)
        index_passages(store, vectors, encoder, missing, readings)
    return len(missing), len(surplus)


def rebuild(store: Store, vectors: Vectors, encoder: Encoder, readings: Readings) -> int:
    """Make `embeddings/` anew from the rows; what was there serves readers until it is done."""
    numbers = sorted(store.numbered_ids())
    with vectors.rebuilding(encoder.name, encoder.revision, encoder.dimension):
        index_passages(store, vectors, encoder, numbers, readings)
    return len(numbers)


def open_vectors(store: Store, vectors: Vectors, encoder: Encoder, readings: Readings) -> Vectors:
    """The indexes ready for searching; made anew from the rows where `embeddings/` is missing.

    VectorMismatch where the folder belongs to another encoder.
    """
    state = vectors.state(store, encoder.name, encoder.revision, encoder.dimension)
    if state is VectorState.MISSING and store.passage_count():
        rebuild(store, vectors, encoder, readings)
        return vectors
    return vectors.open(encoder.name, encoder.revision, encoder.dimension)


def index_passages(
    store: Store,
    vectors: Vectors,
    encoder: Encoder,
    numbers: Sequence[int],
    readings: Readings,
) -> None:
    """Put passages, by number, into both indexes, and read those that were not read."""
    for start in range(0, len(numbers), _BATCH):
        passages = store.passages(numbers[start : start + _BATCH])
        cards = store.cards({passage.document_id for passage in passages.values()})
        texts = [worded(passage, cards[passage.document_id]) for passage in passages.values()]
        facts = readings.keep(passages, cards)
        vectors.add(
            {number: passage.id for number, passage in passages.items()},
            encoder.encode_passages(texts),
            [search_terms(text) for text in texts],
            facts,
        )
