"""Vectors in half precision, in files that never change once written and are read by memory mapping.

A generation that adds a few vectors shares the files before it by hard link and writes one more, so that what
an addition costs follows what is added. Small files at the end are joined into larger ones as they come.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.errors import WorkspaceError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    _Part = tuple[NDArray[np.int64], NDArray[Any]]
    """Numbers (n,) and rows (n, dimension)."""

_WHOLE = 262_144
"""Vectors of a file that is not joined with others any more: 128 MB at 256 dimensions."""
_AT_ONCE = 16_384
"""Vectors turned into float32 together: bounds memory."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One pair of files: `rows-NAME.npy` (n, dimension) float16 and `numbers-NAME.npy` (n,) int64."""

    folder: Path
    name: str
    rows: NDArray[np.float16]
    numbers: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.numbers)


def _files(folder: Path, name: str) -> tuple[Path, Path]:
    return folder / f"rows-{name}.npy", folder / f"numbers-{name}.npy"


def open_layer(folder: Path, name: str, dimension: int) -> Layer:
    """The layer `name` of `folder`; FileNotFoundError, or WorkspaceError where its files are damaged."""
    try:
        rows, numbers = (np.load(path, mmap_mode="r", allow_pickle=False) for path in _files(folder, name))
    except (ValueError, EOFError) as error:
        raise WorkspaceError(
            f"{folder} holds vectors that cannot be read ({error}). `factcheck doctor --repair` makes them"
            " again."
        ) from error
    if rows.dtype != np.float16 or rows.shape != (*numbers.shape, dimension):
        raise WorkspaceError(
            f"{folder} holds vectors of shape {rows.shape} for numbers of shape {numbers.shape} and dimension"
            f" {dimension}. `factcheck doctor --repair` makes them again."
        )
    # A plain view: numpy does more at each step of an array that knows of its file. Numbers are searched with
    # often, 8 bytes each: held in memory.
    return Layer(folder, name, np.asarray(rows), np.array(numbers, dtype=np.int64))


class Layers:
    """Rows in a fixed order: the first of the first layer is row 0."""

    def __init__(self, dimension: int, layers: Sequence[Layer] = ()) -> None:
        self.dimension = dimension
        self._layers = list(layers)
        self.numbers: NDArray[np.int64] = np.concatenate(
            [np.zeros(0, dtype=np.int64), *(layer.numbers for layer in self._layers)]
        )
        """The number of each row."""
        self._starts = np.cumsum([0, *map(len, self._layers)])

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def names(self) -> list[str]:
        """Names of the layers, by which `open_layer` finds them."""
        return [layer.name for layer in self._layers]

    def take(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors (n, dimension) of rows `places` (n,), ascending."""
        bounds = np.searchsorted(places, self._starts)
        parts = [
            layer.rows[places[first:last] - start]
            for layer, start, first, last in zip(
                self._layers, self._starts, bounds[:-1], bounds[1:], strict=False
            )
            if first < last
        ]
        if not parts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return (parts[0] if len(parts) == 1 else np.concatenate(parts)).astype(np.float32)

    def grown(self, folder: Path, numbers: NDArray[np.int64], vectors: NDArray[np.float32]) -> Layers:
        """These rows and behind them new `vectors` (n, dimension), if any, under `numbers` (n,), in `folder`.

        Files are shared by links where the disk can, copied elsewhere; small ones at the end are joined with
        what is new.
        """
        kept, joined, size = list(self._layers), list[Layer](), len(numbers)
        # A file grows by half at least when it is joined, and those left are each twice as long as the next:
        # both the times that a row is written and the number of files follow the logarithm of all rows.
        while kept and len(kept[-1]) < min(2 * size, _WHOLE):
            joined.insert(0, kept.pop())
            size += len(joined[0])
        layers = [_shared(layer, folder) for layer in kept]
        if len(numbers):
            parts: list[_Part] = [*((layer.numbers, layer.rows) for layer in joined), (numbers, vectors)]
            layers.append(_written(folder, self.dimension, size, parts))
        return Layers(self.dimension, layers)

    def without(
        self,
        folder: Path,
        gone: NDArray[np.bool_],
        numbers: NDArray[np.int64],
        vectors: NDArray[np.float32],
    ) -> Layers:
        """The rows that are not `gone` (one for each row) and behind them new ones, all written anew."""
        left = np.flatnonzero(~gone)
        layers = []
        for first in range(0, len(left), _WHOLE):
            places = left[first : first + _WHOLE]
            parts = (
                (self.numbers[some], self.take(some))
                for some in (places[at : at + _AT_ONCE] for at in range(0, len(places), _AT_ONCE))
            )
            layers.append(_written(folder, self.dimension, len(places), parts))
        if len(numbers):
            layers.append(_written(folder, self.dimension, len(numbers), [(numbers, vectors)]))
        return Layers(self.dimension, layers)


def _shared(layer: Layer, folder: Path) -> Layer:
    """The same rows, with their files in `folder` too."""
    for source, target in zip(_files(layer.folder, layer.name), _files(folder, layer.name), strict=True):
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
    return open_layer(folder, layer.name, layer.rows.shape[1])


def _written(folder: Path, dimension: int, size: int, parts: Iterable[_Part]) -> Layer:
    """A new layer in `folder` of `size` rows, which come in `parts`."""
    name = secrets.token_hex(4)
    rows_path, numbers_path = _files(folder, name)
    rows = np.lib.format.open_memmap(rows_path, mode="w+", dtype=np.float16, shape=(size, dimension))
    numbers = np.empty(size, dtype=np.int64)
    place = 0
    for own, part in parts:
        numbers[place : place + len(own)] = own
        for first in range(0, len(part), _AT_ONCE):
            block = part[first : first + _AT_ONCE]
            rows[place : place + len(block)] = block
            place += len(block)
    rows.flush()
    del rows
    np.save(numbers_path, numbers)
    return open_layer(folder, name, dimension)
