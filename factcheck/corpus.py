"""The run that fills the reference corpus: read, split, store, encode, index; and takes out again.

`claims.db` is written first and is the truth; `embeddings/` follows. A stop in between leaves rows
without vectors, which the next run (or `factcheck doctor --repair`) adds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.crew import Crew, SetAside
from factcheck.encoders import Encoder
from factcheck.errors import FactcheckError
from factcheck.generations import tidy
from factcheck.language.tokens import search_terms
from factcheck.model import Card, Document, Outcome, OutcomeStatus
from factcheck.prepare import Prepared
from factcheck.readers.drafts import ReadFailure
from factcheck.readers.options import ReadOptions
from factcheck.readings import Readings
from factcheck.store import Store
from factcheck.vectors import Vectors, VectorState
from factcheck.wording import worded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 2000
"""Passages encoded at a time: bounds memory."""
_SECONDS = 0.5
"""Documents that come within so many are stored together; a kill can cost those, which the next run adds."""
_PUBLISHED = 20_000
"""New passages after which the indexes are published, at least."""
_GROWTH = 0.05
"""The same as a share of what the indexes hold: publishing costs more, the more there is."""

Item = Document | ReadFailure


def add_sources(
    store: Store,
    vectors: Vectors,
    encoder: Encoder,
    targets: Iterable[str],
    options: ReadOptions,
    readings: Readings,
    crew: Crew[tuple[Document, Card], Prepared],
) -> Iterator[Outcome]:
    """Put each document of `targets` into the corpus, one outcome a document, in order.

    A document that is there already is left as it is. `crew` prepares the others. Rows are stored document by
    document, vectors published now and then and at the end; what a stop left without vectors is made up for
    first.
    """
    # The readers are many and answering a claim needs none of them.
    from factcheck.read import read_each

    bring_up_to_date(store, vectors, encoder, readings)
    pending = _Pending(store, vectors, encoder)
    jobs = ((item, _work(store, item)) for item in read_each(targets, options))
    try:
        with crew:
            for new, others in _together(store, crew.run(jobs)):
                yield from _stored(store, readings, pending, new)
                for item, why in others:
                    yield _passed_over(store, vectors, encoder, readings, pending, item, why)
    except Exception:
        # Where what came before cannot be published either, the first reason is the one to tell.
        with suppress(FactcheckError):
            pending.publish()
        raise
    except BaseException:
        pending.publish()
        raise
    pending.publish()


def _together(
    store: Store,
    done: Iterator[tuple[Item, Prepared | SetAside | None]],
) -> Iterator[tuple[list[tuple[Document, Prepared]], list[tuple[Item, SetAside | None]]]]:
    """What is stored in one transaction, and what comes behind it that is not new.

    A commit waits for the disk, so that documents which come quickly share one. The second of two copies of a
    text is not new, though both were prepared.
    """
    new: list[tuple[Document, Prepared]] = []
    ids: set[str] = set()
    passages, last = 0, time.monotonic()
    for item, prepared in done:
        is_new = isinstance(item, Document) and not (item.id in ids or store.is_source(item.id))
        if isinstance(prepared, Prepared) and isinstance(item, Document) and is_new:
            new.append((item, prepared))
            ids.add(item.id)
            passages += len(prepared.passages)
            if passages < _BATCH and time.monotonic() - last < _SECONDS:
                continue
            yield new, []
        else:
            yield new, [(item, None if isinstance(prepared, Prepared) else prepared)]
        new, ids, passages, last = [], set(), 0, time.monotonic()
    yield new, []


def _work(store: Store, item: Item) -> tuple[Document, Card] | None:
    """What a document has to be prepared in the light of; None for one that is nothing new."""
    if isinstance(item, ReadFailure) or store.is_source(item.id):
        return None
    card = item.card
    if store.has_document(item.id):
        # An article that becomes a source: what was known of it before counts.
        store.add_document(item)
        card = store.card(item.id)
    # A fetched page is kept as it came and read by nobody: it need not travel.
    return replace(item, page=None), card


def _stored(
    store: Store, readings: Readings, pending: _Pending, new: Sequence[tuple[Document, Prepared]]
) -> Iterator[Outcome]:
    """Store new sources in one transaction, for speed's sake; an outcome for each.

    A stop between its parts would leave passages unread, which `bring_up_to_date` reads.
    """
    outcomes, indexed = [], []
    with store.writing():
        for document, prepared in new:
            store.add_document(document)
            numbers = store.add_source(document.id, prepared.passages)
            readings.names.keep_row(document.id, prepared.glosses)
            readings.keep_parts(document.id, prepared.parts)
            readings.keep_rows(dict(zip(numbers, prepared.readings, strict=True)))
            indexed.append((numbers, prepared))
            note, card = " ".join(document.notes), store.card(document.id)
            outcomes.append(Outcome(document.target, OutcomeStatus.ADDED, card, len(numbers), note))
    for numbers, prepared in indexed:
        pending.add(numbers, prepared)
    yield from outcomes


def _passed_over(
    store: Store,
    vectors: Vectors,
    encoder: Encoder,
    readings: Readings,
    pending: _Pending,
    item: Item,
    why: SetAside | None,
) -> Outcome:
    """What became of an input that brings no new source."""
    if isinstance(item, ReadFailure):
        return _failed(item)
    if why is not None:
        return Outcome(item.target, OutcomeStatus.FAILED, message=why.reason)
    if _heads_otherwise(store.card(item.id), item.title, item.published):
        pending.publish()
        head_anew(store, vectors, encoder, readings, item.id, lambda: store.add_document(item))
    else:
        store.add_document(item)
    return Outcome(item.target, OutcomeStatus.KNOWN, store.card(item.id))


class _Pending:
    """Passages whose rows are stored and whose vectors are not published yet."""

    def __init__(self, store: Store, vectors: Vectors, encoder: Encoder) -> None:
        self._store, self._vectors, self._encoder = store, vectors, encoder
        self._waiting: list[tuple[list[int], Prepared]] = []
        self._count = 0

    def add(self, numbers: list[int], prepared: Prepared) -> None:
        """Take in a source's passages; publishes where enough have come together."""
        self._waiting.append((numbers, prepared))
        self._count += len(numbers)
        if self._count >= max(_PUBLISHED, int(_GROWTH * self._store.passage_count())):
            self.publish()

    def publish(self) -> None:
        """Put what waits into both indexes."""
        if not self._count:
            return
        # Encoded before the lock is asked for: others may write meanwhile.
        made = [self._vectors_of(prepared) for _, prepared in self._waiting]
        with self._vectors.writing():
            for (numbers, prepared), vectors in zip(self._waiting, made, strict=True):
                keys = [passage.id for passage in prepared.passages]
                ids = dict(zip(numbers, keys, strict=True))
                self._vectors.add(ids, vectors, prepared.terms, prepared.facts)
        self._waiting, self._count = [], 0

    def _vectors_of(self, prepared: Prepared) -> NDArray[np.float32]:
        if prepared.vectors is not None:
            return prepared.vectors
        cards = self._store.cards({one.document_id for one in prepared.passages})
        texts = [worded(one, cards[one.document_id]) for one in prepared.passages]
        return self._encoder.encode_passages(texts)


def _failed(failure: ReadFailure) -> Outcome:
    status = OutcomeStatus.SKIPPED if failure.skipped else OutcomeStatus.FAILED
    return Outcome(failure.target, status, message=failure.message)


def _heads_otherwise(known: Card, title: str | None, published: date | None) -> bool:
    """Whether a source gets another title or date, in whose light its passages are read; None: as it is."""
    return title not in (None, known.title) or published not in (None, known.published)


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

    def edit() -> None:
        store.edit_source(
            document_id, published=published, tier=tier, title=title, url=url, archived=archived
        )

    if _heads_otherwise(store.card(document_id), title, published):
        head_anew(store, vectors, encoder, readings, document_id, edit)
    else:
        edit()


def head_anew(
    store: Store,
    vectors: Vectors,
    encoder: Encoder,
    readings: Readings,
    document_id: str,
    change: Callable[[], None],
) -> None:
    """Let `change` give a source another title or date, and read and index its passages in the light of it.

    They leave the indexes first, so that a stop at any moment leaves what `bring_up_to_date` sees and mends.
    """
    vectors.remove(store.numbers_of(document_id))
    with store.writing():
        change()
        store.forget_readings(document_id)
    index_anew(store, vectors, encoder, readings, [document_id])


def index_anew(
    store: Store, vectors: Vectors, encoder: Encoder, readings: Readings, documents: Sequence[str]
) -> None:
    """Index all passages of sources that were given another title or date, then whatever else is missing.

    Also those that are in the indexes: another process that brought them up to date before the change was
    stored has read these passages in the old light, and by their ids nobody can tell.
    """
    numbers = [number for document_id in documents for number in store.numbers_of(document_id)]
    if numbers:
        with vectors.writing():
            index_passages(store, vectors, encoder, numbers, readings)
    bring_up_to_date(store, vectors, encoder, readings)


def bring_up_to_date(store: Store, vectors: Vectors, encoder: Encoder, readings: Readings) -> tuple[int, int]:
    """Make the indexes hold exactly the passages of the store: (added, removed)."""
    if vectors.matches(store):
        tidy(vectors.folder)
        return 0, 0
    with vectors.writing():
        # Asked once nobody else writes: another process may have made up for it meanwhile.
        missing, surplus = vectors.difference(store)
        vectors.remove(surplus)
        index_passages(store, vectors, encoder, missing, readings)
    return len(missing), len(surplus)


def rebuild(store: Store, vectors: Vectors, encoder: Encoder, readings: Readings) -> int:
    """Make `embeddings/` anew from the rows; what was there serves readers until it is done."""
    numbers = store.passage_weights()[0].tolist()
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
    """Read passages, by number, and put them into both indexes."""
    sources: set[str] = set()
    for start in range(0, len(numbers), _BATCH):
        passages = store.passages(numbers[start : start + _BATCH], active=True)
        if not passages:
            continue  # another process has taken their sources out
        cards = store.cards({passage.document_id for passage in passages.values()})
        texts = [worded(passage, cards[passage.document_id]) for passage in passages.values()]
        facts = readings.keep(passages, cards)
        sources |= cards.keys()
        vectors.add(
            {number: passage.id for number, passage in passages.items()},
            encoder.encode_passages(texts),
            [search_terms(text) for text in texts],
            facts,
        )
    for document_id in sorted(sources):
        readings.keep_parts(document_id)
