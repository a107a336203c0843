"""Vectors made so far for a set that is not complete: what is written survives a kill and is taken up again.

Rows are appended to one file, each with a digest of the text it is the vector of, so that a row serves
whatever passage has that text when the set is put together.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = "coming"
"""The folder in embeddings/ that holds the files, one for each encoder that was begun with."""

_AT_ONCE = 20_000
"""Rows looked through together: bounds memory."""


def text_key(text: str) -> int:
    """64 bits that stand for a text."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8"), digest_size=8).digest(), "little")


class Staged:
    """The vectors made by one encoder; for one process at a time."""

    def __init__(self, embeddings: Path, machinery: str, dimension: int) -> None:
        """`machinery` names encoder, revision and dimension; files of another are left alone."""
        self._folder = embeddings / FOLDER
        self._path = self._folder / f"{hashlib.sha256(machinery.encode()).hexdigest()[:16]}.rows"
        self._row = np.dtype([("text", "<u8"), ("vector", "<f4", (dimension,))])
        self._places = self._whole_rows()

    def __len__(self) -> int:
        """Texts that have a vector."""
        return len(self._places)

    def __contains__(self, key: int) -> bool:
        return key in self._places

    def append(self, keys: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Keep `vectors` (n, dimension) of the texts that `keys` stand for; on disk when this returns."""
        rows = np.empty(len(keys), dtype=self._row)
        rows["text"], rows["vector"] = keys, vectors
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            place = file.tell() // self._row.itemsize
            file.write(rows.tobytes())
            file.flush()
            os.fsync(file.fileno())
        self._places.update((key, place + offset) for offset, key in enumerate(keys))

    def vectors(self, keys: Sequence[int]) -> NDArray[np.float32]:
        """The vectors (n, dimension) of texts that have one; KeyError for one that has none."""
        places = [self._places[key] for key in keys]
        if not places:
            return np.zeros((0, self._row["vector"].shape[0]), dtype=np.float32)
        rows = np.memmap(self._path, dtype=self._row, mode="r")
        return np.ascontiguousarray(rows["vector"][places])

    def _whole_rows(self) -> dict[int, int]:
        """Where each text's row is; what a kill or a power cut left of a row is cut off or passed over."""
        try:
            size = self._path.stat().st_size
        except FileNotFoundError:
            return {}
        count = size // self._row.itemsize
        if size % self._row.itemsize:
            os.truncate(self._path, count * self._row.itemsize)
        if not count:
            return {}
        rows = np.memmap(self._path, dtype=self._row, mode="r")
        places: dict[int, int] = {}
        for start in range(0, count, _AT_ONCE):
            part = rows[start : start + _AT_ONCE]
            sound = np.flatnonzero(np.abs(np.linalg.norm(part["vector"], axis=1) - 1) < 0.01)
            places.update(zip(part["text"][sound].tolist(), (sound + start).tolist(), strict=True))
        return places


def discard_staged(embeddings: Path) -> None:
    """Delete what was made, for every encoder that was begun with."""
    shutil.rmtree(embeddings / FOLDER, ignore_errors=True)
