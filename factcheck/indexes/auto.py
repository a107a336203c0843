"""The index that follows the size: exact while it is small, then codes with exact scoring of the best."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from factcheck.indexes.coded import CodedRows
from factcheck.indexes.flat import FlatIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

EXACT_UP_TO = 50_000
"""Vectors up to which every one is compared: one query takes 2 ms on one core (benchmarks/indexes.py)."""
_SHRUNK = 0.5
"""Share of that below which an index that has shrunk compares every vector again."""


class AutoIndex:
    """See VectorIndex. Vectors added since the last `save` are always compared exactly."""

    name = "auto"

    def __init__(self, dimension: int, *, exact_up_to: int | None = None) -> None:
        """`exact_up_to`: vectors up to which every one is compared; None: EXACT_UP_TO."""
        self.dimension = dimension
        self._exact_up_to = EXACT_UP_TO if exact_up_to is None else exact_up_to
        self._fresh = FlatIndex(dimension)
        self._coded: CodedRows | None = None

    def __len__(self) -> int:
        return len(self._fresh) + (len(self._coded) if self._coded else 0)

    @property
    def way(self) -> str:
        """How it searches, in words."""
        if self._coded is None:
            return f"exact (every vector, up to {self._exact_up_to:,})"
        return f"4-bit codes, the best scored exactly (above {self._exact_up_to:,} vectors)"

    def add(self, numbers: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        self._fresh.add(numbers, vectors)
        if self._coded is not None:
            self._coded.remove(np.asarray(numbers, dtype=np.int64))

    def remove(self, numbers: NDArray[np.int64]) -> int:
        keys = np.asarray(numbers, dtype=np.int64)
        return self._fresh.remove(keys) + (self._coded.remove(keys) if self._coded is not None else 0)

    def search(
        self, vectors: NDArray[np.float32], k: int, *, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        scores, numbers = self._fresh.search(vectors, k, allowed=allowed)
        if self._coded is None:
            return scores, numbers
        queries = np.ascontiguousarray(vectors, dtype=np.float32)
        return _joined(k, (scores, numbers), self._coded.search(queries, k, allowed))

    def exact(self, vectors: NDArray[np.float32], k: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        found = self._fresh.search(vectors, k)
        if self._coded is None:
            return found
        return _joined(k, found, self._coded.exact(np.ascontiguousarray(vectors, dtype=np.float32), k))

    def save(self, folder: Path) -> None:
        if self._coded is not None and len(self) <= _SHRUNK * self._exact_up_to:
            self._fresh.add(*self._coded.contents())
            self._coded = None
        if self._coded is None and len(self._fresh) <= self._exact_up_to:
            self._fresh.save(folder)
            return
        folder.mkdir(parents=True, exist_ok=True)
        coded = self._coded or CodedRows(self.dimension)
        coded.save(folder, *self._fresh.lent())
        self._coded, self._fresh = coded, FlatIndex(self.dimension)

    @classmethod
    def load(cls, folder: Path, *, exact_up_to: int | None = None) -> AutoIndex:
        """The index that `save` wrote; WorkspaceError where it is damaged."""
        if not CodedRows.is_in(folder):
            fresh = FlatIndex.load(folder)
            index = cls(fresh.dimension, exact_up_to=exact_up_to)
            index._fresh = fresh
            return index
        coded = CodedRows.load(folder)
        index = cls(coded.dimension, exact_up_to=exact_up_to)
        index._coded = coded
        return index


def _joined(
    k: int, *found: tuple[NDArray[np.float32], NDArray[np.int64]]
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The best `k` of what several searches found, best first, equal ones by number."""
    scores = np.concatenate([one[0] for one in found], axis=1)
    numbers = np.concatenate([one[1] for one in found], axis=1)
    order = np.lexsort((numbers, -scores), axis=1)[:, :k]
    return np.take_along_axis(scores, order, axis=1), np.take_along_axis(numbers, order, axis=1)
