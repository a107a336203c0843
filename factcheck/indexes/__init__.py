"""Vectors -> neighbours: the protocol that every vector index keeps, and the registered ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from factcheck.registry import Registry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class VectorIndex(Protocol):
    """Vectors under the numbers of their passages, searched by inner product.

    With unit vectors the score is the cosine, in [-1, 1]; higher is closer.
    """

    name: str
    """The name under which it is registered."""
    dimension: int

    def __len__(self) -> int:
        """How many vectors it holds."""
        ...

    def add(self, numbers: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Put in `vectors` (n, dimension) under `numbers` (n,), none negative, none twice.

        A number that is held already gets the new vector. ValueError for other shapes or numbers.
        """
        ...

    def remove(self, numbers: NDArray[np.int64]) -> int:
        """Take out what is held of `numbers` (n,); how many that was."""
        ...

    def search(
        self, vectors: NDArray[np.float32], k: int, *, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The `k` best for each of `vectors` (m, dimension): scores (m, k) and numbers (m, k), best first.

        `allowed` restricts the search to these numbers. Rows with fewer than `k` are filled up with
        score -inf and number -1. ValueError for k below 1 or another dimension.
        """
        ...

    def exact(self, vectors: NDArray[np.float32], k: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """What `search` would find if every vector was compared: what its recall is measured against."""
        ...

    @property
    def way(self) -> str:
        """How it searches at its present size, in words."""
        ...

    def save(self, folder: Path) -> None:
        """Write the index into `folder`, which is made where it is missing and holds nothing else.

        Files that it was loaded from and that have not changed may be shared by hard link.
        """
        ...

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The index that `save` wrote; it may read from the files for as long as it is used."""
        ...


def _flat(dimension: int, folder: Path | None = None) -> VectorIndex:
    from factcheck.indexes.flat import FlatIndex

    return FlatIndex(dimension) if folder is None else FlatIndex.load(folder)


def _auto(dimension: int, folder: Path | None = None) -> VectorIndex:
    from factcheck.indexes.auto import AutoIndex

    return AutoIndex(dimension) if folder is None else AutoIndex.load(folder)


def vector_indexes() -> Registry[VectorIndex]:
    """The registered vector indexes; a factory takes the dimension and, to load one, its folder."""
    registry: Registry[VectorIndex] = Registry("index")
    registry.register("auto", _auto)
    registry.register("flat", _flat)
    return registry
