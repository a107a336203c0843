"""A corpus dealt out over workers: cut into parts, sent as content, opened as shards, given again if lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from factcheck.cluster.bundles import blamed
from factcheck.cluster.connection import Connection
from factcheck.cluster.kit import Kit
from factcheck.cluster.shard import Part, Shard, SourceRows, narrowed, open_shard, packed
from factcheck.errors import FactcheckError
from factcheck.folder import Folder
from factcheck.generations import VECTORS, read_manifest
from factcheck.indexes.coded import CodedRows
from factcheck.indexes.flat import FlatIndex
from factcheck.readings import Readings
from factcheck.store import Store

if TYPE_CHECKING:
    from distributed import Future

_PART = 2_000
"""Passages sent at a time."""
_SMALL = 32
"""Shards that a corpus of any size is cut into, where there are so many workers."""
_FEWEST = 10_000
"""Passages of a shard where there are more of them: each shard costs three tasks a bundle."""
_LOOK = 0.02
_TIMES = 20
"""Workers that may die while one shard is opened."""


Told = Callable[[str], None]


def unheard(_: str) -> None:
    """Where nobody listens."""


class Cut:
    """The passages of a workspace that its indexes hold, in parts that can be made at any time."""

    def __init__(self, folder: Folder, store: Store, readings: Readings) -> None:
        self._store, self._readings = store, readings
        self._numbers, self._vectors = _contents(folder)
        self.parts = range((len(self._numbers) + _PART - 1) // _PART)

    def __len__(self) -> int:
        return len(self._numbers)

    def part(self, place: int) -> Part:
        """The part in this place; the same passages whenever it is asked for."""
        here = slice(place * _PART, (place + 1) * _PART)
        numbers, vectors = self._numbers[here], self._vectors[here]
        passages = self._store.passages(numbers.tolist(), active=True)
        # Rows may have gone since the indexes were written.
        known = np.array([number in passages for number in numbers.tolist()], dtype=bool)
        numbers, vectors = numbers[known], vectors[known]
        ordered = [passages[number] for number in numbers.tolist()]
        kept = self._store.readings([passage.id for passage in ordered], self._readings.revision)
        sources = sorted({passage.document_id for passage in ordered})
        cards = self._store.cards(sources)
        return Part(
            numbers=numbers,
            vectors=narrowed(vectors.astype(np.float32)),
            blocks=packed([(passage, kept.get(passage.id)) for passage in ordered]),
            sources=tuple(SourceRows(cards[key], self._glosses(key), self._parts(key)) for key in sources),
        )

    def _glosses(self, document_id: str) -> str:
        return self._store.glosses_of(document_id, self._readings.names.revision) or "[]"

    def _parts(self, document_id: str) -> str:
        """The short forms that a source uses, looked for where an older version did not."""
        row = self._store.short_forms(document_id, self._readings.revision)
        if row is None:
            self._readings.keep_parts(document_id)
            row = self._store.short_forms(document_id, self._readings.revision)
        return row or "[]"


def _contents(folder: Folder) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
    """Numbers, ascending, and vectors of the index in force."""
    manifest = read_manifest(folder.embeddings)
    if manifest is None:
        return np.zeros(0, dtype=np.int64), np.zeros((0, 1), dtype=np.float32)
    home = folder.embeddings / manifest.generation / VECTORS
    index = CodedRows.load(home) if CodedRows.is_in(home) else FlatIndex.load(home)
    numbers, vectors = index.contents()
    order = np.argsort(numbers)
    return numbers[order], vectors[order]


@dataclass(slots=True)
class _Held:
    """One shard: which parts it has, and where Dask has it."""

    parts: Sequence[int]
    worker: str = ""
    future: Future[Shard] | None = None
    sent: Sequence[Future[Part]] = ()
    """Its parts, until it is open."""


class Dealt:
    """The shards of one run. What is lost with a worker, `mend` gives to another."""

    def __init__(self, connection: Connection, cut: Cut, kit: Kit, told: Told = unheard) -> None:
        """`told` hears, in sentences, what takes time and what was lost."""
        self._connection, self._cut, self._content, self._told = connection, cut, kit, told
        self.kit: Future[Kit] | None = None
        self._shards: list[_Held] = []
        self._is_given = False
        self.bytes = 0
        """Sent as parts so far, packed."""

    @property
    def shards(self) -> list[Future[Shard]]:
        """The open shards."""
        return [one.future for one in self._shards if one.future is not None]

    def worker_of(self, shard: int) -> str:
        """Where it was opened."""
        return self._shards[shard].worker

    def give(self) -> None:
        """Cut the corpus into shards and have each opened by a worker."""
        workers = self._connection.wait_for_workers()
        count = min(len(workers), max(_SMALL, len(self._cut) // _FEWEST), len(self._cut.parts))
        self._shards = [_Held(self._cut.parts[place::count]) for place in range(count)]
        self._told(f"Dealing out {len(self._cut):,} passages to {count:,} of {len(workers):,} workers.")
        self.mend()
        self._is_given = True

    def mend(self) -> None:
        """Give again what no worker holds: the kit, and shards whose holder died."""
        for _ in range(_TIMES):
            lost = self._lost()
            if not lost and self.kit is not None:
                return
            self._give_kit()
            if self._is_given and lost:
                self._told(
                    f"A worker is gone: {len(lost):,} of {len(self._shards):,} parts of the corpus go to"
                    " others, and what waited for them is done again."
                )
            self._open(lost)
        raise FactcheckError(
            f"Workers at {self._connection.address} end again and again before they have opened their part"
            " of the corpus. Each needs some 3 KB of memory a passage: start more of them, or larger ones."
        )

    def _open(self, shards: Sequence[_Held]) -> None:
        """Have these opened; what fails because a worker ends is lost, and seen to be."""
        try:
            for one in shards:
                self._send(one)
        except (CancelledError, OSError, LookupError, ValueError):
            # Whom it was sent to, or who held the kit, has just ended.
            time.sleep(_LOOK)
        for one in shards:
            self._wait(one)

    def _lost(self) -> list[_Held]:
        """Shards that no worker has."""
        futures = [*self.shards, *([self.kit] if self.kit is not None else [])]
        held = [future for future in futures if future.status == "finished"]
        holders = self._connection.client.who_has(held) if held else {}
        if self.kit is not None and not holders.get(self.kit.key):
            self.kit = None
        return [
            one
            for one in self._shards
            if one.future is None or one.future.status != "finished" or not holders.get(one.future.key)
        ]

    def _give_kit(self) -> None:
        if self.kit is None:
            self.kit = self._connection.client.scatter(self._content, broadcast=True, hash=False)

    def _send(self, one: _Held) -> None:
        """Send a shard's parts to the worker that holds fewest, which opens it."""
        client = self._connection.client
        loads = dict.fromkeys(self._connection.wait_for_workers(), 0)
        for other in self._shards:
            if other is not one and other.worker in loads and other.future is not None:
                loads[other.worker] += len(other.parts)
        one.worker = min(loads, key=lambda address: (loads[address], address))
        sent = []
        for place in one.parts:
            part = self._cut.part(place)
            self.bytes += sum(map(len, part.blocks)) + part.vectors.nbytes
            sent.append(client.scatter(part, workers=[one.worker], hash=False))
        one.sent = sent
        one.future = client.submit(
            open_shard, self.kit, *sent, workers=[one.worker], allow_other_workers=True, pure=False
        )

    def _wait(self, one: _Held) -> None:
        """Until a shard is open or lost again."""
        while one.future is not None and one.future.status in ("pending", "lost"):
            self._connection.require_workers()
            time.sleep(_LOOK)
        if one.future is not None and one.future.status == "error":
            error = blamed(one.future.exception())
            if type(error).__name__ != "KilledWorker":
                raise error
        # An open shard is whole by itself: its parts would be held twice.
        one.sent = ()
