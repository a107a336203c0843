"""A table of vectors as it lies in the package: int8 rows with a scale each.

Only the rows that are asked for are turned into numbers, each once, so opening it costs little.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders.rows import unit_rows
from factcheck.errors import ModelError

WEIGHTS = "model.safetensors"
_FEWEST = 1_024
"""Rows that there is room for at the least."""


class _Held(NamedTuple):
    """Rows that were turned into numbers, of a table of n."""

    places: NDArray[np.int32]
    """(n,) for each row its place in the arrays below, -1 where it was not turned yet."""
    units: NDArray[np.float32]
    """(room, d) at unit length."""
    lengths: NDArray[np.float32]
    """(room,) that they had."""
    used: int
    """How many there are; behind them is room."""


def _with_room(held: _Held, count: int, most: int) -> _Held:
    """The same with room for `count` rows, and for some more where it has to be made, up to `most`."""
    units, lengths = held.units, held.lengths
    if count > len(lengths):
        more = max(count, min(most, max(2 * len(lengths), _FEWEST))) - len(lengths)
        units = np.concatenate([units, np.empty((more, units.shape[1]), dtype=np.float32)])
        lengths = np.concatenate([lengths, np.empty(more, dtype=np.float32)])
    return _Held(held.places, units, lengths, count)


class Int8Table:
    """`model.safetensors` of a folder: rows int8 (n, d), scales float32 (n,)."""

    def __init__(self, folder: Path, what: str, beside: str) -> None:
        """ModelError, naming `what` was wanted, where the weights or the file `beside` them are missing."""
        for file in (WEIGHTS, beside):
            if not (folder / file).is_file():
                raise ModelError(f"Wanted {what} in {folder}, found no {file}; install the package again.")
        self._path = folder / WEIGHTS
        self._turning = threading.Lock()
        self._held: _Held | None = None

    @cached_property
    def _stored(self) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        from safetensors.numpy import load_file

        stored: dict[str, NDArray[Any]] = load_file(self._path)
        return stored["rows"], stored["scales"]

    @property
    def size(self) -> int:
        """n, how many rows there are."""
        return len(self._stored[1])

    @property
    def dimension(self) -> int:
        """d, the length of a row."""
        return int(self._stored[0].shape[1])

    def units(
        self, numbers: Sequence[int] | NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The rows of these numbers at unit length (m, d), and the lengths (m,) they had; copies both."""
        chosen = np.asarray(numbers, dtype=np.int64)
        held = self._held or self._turned(chosen)
        places = held.places[chosen]
        if places.min(initial=0) < 0:
            held = self._turned(chosen)
            places = held.places[chosen]
        else:
            # Another thread may have turned rows since: what holds them is fetched after their places.
            held = self._held or held
        return held.units[places], held.lengths[places]

    def _turned(self, numbers: NDArray[np.int64]) -> _Held:
        """What is held, with the rows of `numbers`: those that are not there yet behind the others.

        A word comes again and again, and turning its row into numbers takes longer than fetching them.
        """
        with self._turning:
            held = self._held or _Held(
                np.full(self.size, -1, dtype=np.int32),
                np.empty((0, self.dimension), dtype=np.float32),
                np.empty(0, dtype=np.float32),
                0,
            )
            new = np.unique(numbers[held.places[numbers] < 0])
            first, last = held.used, held.used + len(new)
            held = self._held = _with_room(held, last, self.size)
            stored, scales = self._stored
            rows = stored[new].astype(np.float32) * scales[new, None]
            held.lengths[first:last] = np.sqrt(np.einsum("nd,nd->n", rows, rows))
            held.units[first:last] = rows / np.maximum(held.lengths[first:last], 1e-9)[:, None]
            # A place says that its row is there, so it comes last: another thread may be reading.
            held.places[new] = np.arange(first, last, dtype=np.int32)
            return held

    def unit_sums(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """For each text, as the numbers of its rows, their sum at unit length: float32 (m, d)."""
        rows, scales = self._stored
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for place, numbers in enumerate(texts):
            # One product a text: no float copy of a whole batch, and a sum that no neighbour changes.
            sums[place] = scales[numbers] @ rows[numbers]
        return unit_rows(sums)
