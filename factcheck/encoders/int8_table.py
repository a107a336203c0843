"""A table of vectors as it lies in the package: int8 rows with a scale each.

Only the rows that are asked for are turned into numbers, each once, so opening it costs little.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders.rows import unit_rows
from factcheck.errors import ModelError

WEIGHTS = "model.safetensors"


class Int8Table:
    """`model.safetensors` of a folder: rows int8 (n, d), scales float32 (n,)."""

    def __init__(self, folder: Path, what: str, beside: str) -> None:
        """ModelError, naming `what` was wanted, where the weights or the file `beside` them are missing."""
        for file in (WEIGHTS, beside):
            if not (folder / file).is_file():
                raise ModelError(f"Wanted {what} in {folder}, found no {file}; install the package again.")
        self._path = folder / WEIGHTS

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
        units, lengths = self._floats
        chosen = np.asarray(numbers, dtype=np.int64)
        known = lengths[chosen]
        if known.min(initial=0.0) < 0:
            self._turn(chosen[known < 0])
            known = lengths[chosen]
        return units[chosen], known

    @cached_property
    def _floats(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Rows at unit length (n, d) and their lengths (n,), below 0 where a row was not asked for yet.

        A word comes again and again, and turning its row into numbers takes longer than fetching them. Of
        the room for all rows the system gives only the pages that are written.
        """
        shape = self.size, self.dimension
        return np.empty(shape, dtype=np.float32), np.full(self.size, -1.0, dtype=np.float32)

    def _turn(self, numbers: NDArray[np.int64]) -> None:
        """Work out the rows of `numbers`."""
        stored, scales = self._stored
        units, lengths = self._floats
        rows = stored[numbers].astype(np.float32) * scales[numbers, None]
        found = np.sqrt(np.einsum("nd,nd->n", rows, rows))
        units[numbers] = rows / np.maximum(found, 1e-9)[:, None]
        # A length says that its row is there, so it comes last: another thread may be reading.
        lengths[numbers] = found

    def unit_sums(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """For each text, as the numbers of its rows, their sum at unit length: float32 (m, d)."""
        rows, scales = self._stored
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for place, numbers in enumerate(texts):
            # One product a text: no float copy of a whole batch, and a sum that no neighbour changes.
            sums[place] = scales[numbers] @ rows[numbers]
        return unit_rows(sums)
