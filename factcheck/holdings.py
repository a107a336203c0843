"""Which passages a generation of `embeddings/` holds: numbers, and each one's share of the digest of ids.

Kept as arrays: at a million passages a dictionary would take 150 MB.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import VectorMismatch
from factcheck.generations import MEND
from factcheck.store.corpus import DIGEST_SPACE, passage_weight

FILE = "passages.npy"


class Holdings:
    """Numbers with weights, changed in memory and written whole: 16 bytes a passage."""

    def __init__(self, numbers: NDArray[np.int64], weights: NDArray[np.uint64]) -> None:
        """`numbers` (n,) ascending, none twice; `weights` (n,) as `Store.passage_weight` counts them."""
        self._numbers = numbers
        self._weights = weights
        self._changed: dict[int, int | None] = {}
        """What was put in or taken out (None) since, by number."""

    @classmethod
    def empty(cls) -> Holdings:
        """Nothing held."""
        return cls(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint64))

    @classmethod
    def load(cls, home: Path, digest: str | None = None) -> Holdings:
        """What `save` wrote, with this digest where one is given.

        VectorMismatch where it is damaged or another, FileNotFoundError where it is not.
        """
        try:
            stored = np.load(home / FILE, allow_pickle=False)
        except (ValueError, EOFError) as error:
            raise VectorMismatch(f"{home / FILE} cannot be read ({error}). {MEND}") from error
        if stored.dtype != np.uint64 or stored.ndim != 2 or len(stored) != 2:
            raise VectorMismatch(
                f"{home / FILE} has shape {stored.shape} of {stored.dtype}, wanted is (2, n) of uint64."
                f" {MEND}"
            )
        held = cls(stored[0].astype(np.int64), stored[1])
        if digest not in (None, held.digest):
            raise VectorMismatch(
                f"{home / FILE} holds passages of digest {held.digest}, its manifest says {digest}. {MEND}"
            )
        return held

    def save(self, home: Path) -> None:
        """Write them into a generation's folder."""
        self._settle()
        np.save(home / FILE, np.stack([self._numbers.astype(np.uint64), self._weights]))

    def put(self, ids: Mapping[int, str]) -> None:
        """Hold these passages, by number, under these ids."""
        self._changed.update((number, passage_weight(key)) for number, key in ids.items())

    def drop(self, numbers: Iterable[int]) -> list[int]:
        """Hold none of `numbers`; those that were held."""
        known = [number for number in dict.fromkeys(map(int, numbers)) if number in self]
        self._changed.update(dict.fromkeys(known))
        return known

    def __contains__(self, number: int) -> bool:
        if number in self._changed:
            return self._changed[number] is not None
        place = int(np.searchsorted(self._numbers, number))
        return place < len(self._numbers) and int(self._numbers[place]) == number

    def _settle(self) -> None:
        """Take the changes into the arrays."""
        if not self._changed:
            return
        changed = np.fromiter(self._changed, dtype=np.int64, count=len(self._changed))
        stays = ~np.isin(self._numbers, changed)
        put = {number: weight for number, weight in self._changed.items() if weight is not None}
        numbers = np.concatenate([self._numbers[stays], np.fromiter(put, dtype=np.int64, count=len(put))])
        new = np.fromiter(put.values(), dtype=np.uint64, count=len(put))
        order = np.argsort(numbers, kind="stable")
        self._numbers = numbers[order]
        self._weights = np.concatenate([self._weights[stays], new])[order]
        self._changed = {}

    @property
    def digest(self) -> str:
        """Over the ids of what is held, whatever their order; the same as `Store.passage_digest`."""
        self._settle()
        # Sums of uint64 wrap around at 2**64, which is the space of the digest.
        return f"{int(self._weights.sum(dtype=np.uint64)) % DIGEST_SPACE:016x}"

    def difference(
        self, numbers: NDArray[np.int64], weights: NDArray[np.uint64]
    ) -> tuple[list[int], list[int]]:
        """What is to be put in and what is to be dropped so that exactly these passages are held, ascending.

        `numbers` (n,) ascending with their `weights` (n,). A number held for another id is put in.
        """
        self._settle()
        place = np.searchsorted(self._numbers, numbers)
        inside = place < len(self._numbers)
        held = np.zeros(len(numbers), dtype=bool)
        held[inside] = (self._numbers[place[inside]] == numbers[inside]) & (
            self._weights[place[inside]] == weights[inside]
        )
        surplus = self._numbers[~np.isin(self._numbers, numbers, assume_unique=True)]
        return numbers[~held].tolist(), surplus.tolist()
