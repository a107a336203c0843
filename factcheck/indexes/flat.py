"""The exact index: every vector compared with every query, by FAISS."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.errors import WorkspaceError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BITMAP_SPREAD = 64
"""A bitmap is used while the largest number is less than this many times the count: a byte or so for each."""


@lru_cache(maxsize=1)
def _faiss() -> Any:
    """The library, set up once for the process."""
    import faiss

    if sys.platform == "darwin":
        # torch and faiss each bring an OpenMP runtime there; two at work in one process crash it
        # (faiss-wheels issue 73). With one thread faiss never starts its own.
        faiss.omp_set_num_threads(1)
    return faiss


class FlatIndex:
    """Exact inner product over float32 vectors: 4 bytes a dimension a vector; see VectorIndex."""

    name = "flat"

    def __init__(self, dimension: int) -> None:
        if dimension < 1:
            raise ValueError(f"dimension must be at least 1, got {dimension}")
        faiss = _faiss()
        self.dimension = dimension
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))
        self._known: set[int] | None = None

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, numbers: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        keys = np.ascontiguousarray(numbers, dtype=np.int64)
        values = self._checked(vectors)
        if keys.shape != (len(values),):
            raise ValueError(f"{len(values)} vectors need as many numbers, got shape {keys.shape}")
        if len(keys) and keys.min() < 0:
            raise ValueError(f"numbers must not be negative, got {keys.min()}")
        if len(np.unique(keys)) != len(keys):
            raise ValueError("a number was given twice in one call")
        self.remove(keys)
        if len(keys):
            self._index.add_with_ids(values, keys)
            self._numbers().update(keys.tolist())

    def remove(self, numbers: NDArray[np.int64]) -> int:
        held = self._numbers().intersection(np.asarray(numbers, dtype=np.int64).tolist())
        if not held:
            # Removing walks over every vector, so it is asked for only when there is something to remove.
            return 0
        self._numbers().difference_update(held)
        return int(self._index.remove_ids(np.fromiter(held, dtype=np.int64, count=len(held))))

    def _numbers(self) -> set[int]:
        """The numbers held; read from the index once, for writing."""
        if self._known is None:
            self._known = set(_faiss().vector_to_array(self._index.id_map).tolist())
        return self._known

    def search(
        self, vectors: NDArray[np.float32], k: int, *, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        queries = self._checked(vectors)
        if k < 1:
            raise ValueError(f"k must be at least 1, got {k}")
        scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        numbers = np.full((len(queries), k), -1, dtype=np.int64)
        if allowed is not None:
            allowed = allowed[allowed >= 0]
        found = min(k, len(self) if allowed is None else len(allowed), len(self))
        if not len(queries) or not found:
            return scores, numbers
        # Named, so that the selector and its array outlive the call that reads them.
        selector, kept = _selector(allowed)
        options = {} if selector is None else {"params": _faiss().SearchParameters(sel=selector)}
        scores[:, :found], numbers[:, :found] = self._index.search(queries, found, **options)
        del selector, kept
        scores[numbers < 0] = -np.inf
        return scores, numbers

    def save(self, path: Path) -> None:
        _faiss().write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> FlatIndex:
        """The index that `save` wrote; WorkspaceError where the file is none."""
        try:
            stored = _faiss().read_index(str(path))
        except RuntimeError as error:
            if not path.exists():
                raise FileNotFoundError(path) from error
            raise WorkspaceError(
                f"{path} is no readable vector index. `factcheck doctor --repair` makes it again."
            ) from error
        index = cls.__new__(cls)
        index.dimension = int(stored.d)
        index._index = stored
        index._known = None
        return index

    def _checked(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        values = np.ascontiguousarray(vectors, dtype=np.float32)
        if values.ndim != 2 or values.shape[1] != self.dimension:
            raise ValueError(f"vectors must have shape (n, {self.dimension}), got {values.shape}")
        return values


def _selector(allowed: NDArray[np.int64] | None) -> tuple[Any, NDArray[Any] | None]:
    """A FAISS selector for these numbers, with the memory that it points into; None, None for any."""
    if allowed is None:
        return None, None
    keys = np.ascontiguousarray(allowed, dtype=np.int64)
    faiss = _faiss()
    if keys.max() >= _BITMAP_SPREAD * max(len(keys), 1024):
        return faiss.IDSelectorBatch(keys), keys
    bits = np.zeros(int(keys.max()) + 1, dtype=bool)
    bits[keys] = True
    packed = np.packbits(bits, bitorder="little")
    return faiss.IDSelectorBitmap(packed), packed
