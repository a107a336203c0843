"""The exact index: every vector compared with every query, by FAISS."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.errors import WorkspaceError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FILE = "flat.faiss"
_BITMAP_SPREAD = 64
"""A bitmap is used while the largest number is less than this many times the count: a byte or so for each."""


@lru_cache(maxsize=1)
def faiss_library() -> Any:
    """FAISS, set up once for the process."""
    import faiss

    # One thread: a query takes milliseconds, and many articles are shared out among processes. Threads wait
    # for each other by spinning, so that on a busy machine two take many times as long as one. On macOS torch
    # and faiss each bring an OpenMP runtime, and two at work in one process crash it (faiss-wheels issue 73).
    faiss.omp_set_num_threads(1)
    return faiss


def write_index(index: Any, path: Path) -> None:
    """Write a FAISS index; OSError where the disk is full.

    FAISS itself takes no notice when the last of a file finds no room, and leaves it short.
    """
    faiss = faiss_library()
    with path.open("wb") as file:
        faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))


class FlatIndex:
    """Exact inner product over float32 vectors: 4 bytes a dimension a vector; see VectorIndex."""

    name = "flat"

    def __init__(self, dimension: int) -> None:
        if dimension < 1:
            raise ValueError(f"dimension must be at least 1, got {dimension}")
        faiss = faiss_library()
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
            self._known = set(faiss_library().vector_to_array(self._index.id_map).tolist())
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
        options = {} if selector is None else {"params": faiss_library().SearchParameters(sel=selector)}
        scores[:, :found], numbers[:, :found] = self._index.search(queries, found, **options)
        del selector, kept
        scores[numbers < 0] = -np.inf
        return scores, numbers

    @property
    def way(self) -> str:
        """How it searches, in words."""
        return "exact (every vector)"

    def exact(self, vectors: NDArray[np.float32], k: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        return self.search(vectors, k)

    def contents(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The numbers (n,) held and their vectors (n, dimension), in one order."""
        numbers, vectors = self.lent()
        return numbers, vectors.copy()

    def lent(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The same without a copy, for which there may be no room; good until the index changes or ends."""
        faiss = faiss_library()
        numbers = faiss.vector_to_array(self._index.id_map)
        if not len(numbers):
            return numbers, np.zeros((0, self.dimension), dtype=np.float32)
        held = faiss.downcast_index(self._index.index).get_xb()
        return numbers, faiss.rev_swig_ptr(held, len(numbers) * self.dimension).reshape(-1, self.dimension)

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        write_index(self._index, folder / _FILE)

    @classmethod
    def load(cls, folder: Path) -> FlatIndex:
        """The index that `save` wrote; WorkspaceError where the file is none."""
        path = folder / _FILE
        try:
            stored = faiss_library().read_index(str(path))
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
    faiss = faiss_library()
    if keys.max() >= _BITMAP_SPREAD * max(len(keys), 1024):
        return faiss.IDSelectorBatch(keys), keys
    bits = np.zeros(int(keys.max()) + 1, dtype=bool)
    bits[keys] = True
    packed = np.packbits(bits, bitorder="little")
    return faiss.IDSelectorBitmap(packed), packed
