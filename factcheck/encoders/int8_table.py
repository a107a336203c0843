"""A table of vectors as it lies in the package: int8 rows with a scale each.

Only the rows that are asked for are turned into numbers, so opening it costs little.
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
        """The rows of these numbers at unit length (m, d), and the lengths (m,) they had."""
        stored, scales = self._stored
        chosen = np.asarray(numbers, dtype=np.int64)
        rows = stored[chosen].astype(np.float32)
        # A row's scale makes it longer and turns it nowhere.
        plain = np.sqrt(np.einsum("nd,nd->n", rows, rows))
        rows /= np.maximum(plain, np.float32(1e-9))[:, None]
        return rows, plain * scales[chosen]

    def unit_sums(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """For each text, as the numbers of its rows, their sum at unit length: float32 (m, d)."""
        rows, scales = self._stored
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for place, numbers in enumerate(texts):
            # One product a text: no float copy of a whole batch, and a sum that no neighbour changes.
            sums[place] = scales[numbers] @ rows[numbers]
        return unit_rows(sums)
