"""BM25 over a part of a corpus with the statistics of all of it, as tantivy counts it.

tantivy 0.25 and later (src/query/bm25.rs, src/fieldnorm/code.rs): k1 1.2, b 0.75, a length kept in one byte,
and the average length is that of the lengths before they are put in a byte.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from factcheck.indexes.lexical import idf, whole

_K1, _B = 1.2, 0.75


def _length(code: int) -> int:
    """The length that a byte stands for: exact up to 40, then in steps of an eighth of a power of two."""
    if code < 24:
        return code
    bits = code - 24
    return 24 + (bits if bits < 8 else (8 | bits & 7) << ((bits >> 3) - 1))


_LENGTHS = np.array([_length(code) for code in range(256)], dtype=np.int64)


@dataclass(slots=True)
class Counted:
    """What one field of some passages holds of the terms asked for."""

    passages: int = 0
    tokens: int = 0
    holding: dict[str, int] = field(default_factory=dict)
    """In how many passages each term stands."""

    def rarity(self, term: str) -> float:
        """The term's idf."""
        return idf(self.passages, self.holding.get(term, 0))


def summed(counts: Sequence[Counted]) -> Counted:
    """The counts of all parts together."""
    holding: Counter[str] = Counter()
    for one in counts:
        holding.update(one.holding)
    return Counted(sum(one.passages for one in counts), sum(one.tokens for one in counts), dict(holding))


class Postings:
    """One field of some passages: for each term where it stands and how often."""

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        """`passages` are the terms of each, in the order of their places."""
        places, terms, times, lengths = array("I"), array("I"), array("I"), array("I")
        self._terms: dict[str, int] = {}
        for place, found in enumerate(passages):
            counts = Counter(filter(None, map(whole, found)))
            lengths.append(sum(counts.values()))
            for term, count in counts.items():
                places.append(place)
                terms.append(self._terms.setdefault(term, len(self._terms)))
                times.append(count)
        keys = np.frombuffer(terms, dtype=np.uint32)
        order = np.argsort(keys, kind="stable")
        self._places = np.frombuffer(places, dtype=np.uint32)[order]
        self._times = np.minimum(np.frombuffer(times, dtype=np.uint32)[order], 65_535).astype(np.uint16)
        self._starts = np.zeros(len(self._terms) + 1, dtype=np.int64)
        np.cumsum(np.bincount(keys, minlength=len(self._terms)), out=self._starts[1:])
        exact = np.frombuffer(lengths, dtype=np.uint32)
        self.passages, self.tokens = len(exact), int(exact.sum())
        self._codes = (np.searchsorted(_LENGTHS, exact, side="right") - 1).astype(np.uint8)

    @property
    def bytes(self) -> int:
        """Memory of the arrays, and about that of the terms."""
        arrays = (self._places, self._times, self._starts, self._codes)
        return sum(one.nbytes for one in arrays) + 120 * len(self._terms)

    def count(self, terms: Iterable[str]) -> Counted:
        """What is held of `terms`."""
        known = {term: self._terms[term] for term in terms if term in self._terms}
        holding = {term: int(self._starts[key + 1] - self._starts[key]) for term, key in known.items()}
        return Counted(self.passages, self.tokens, holding)

    def best(
        self,
        weights: Mapping[str, float],
        average: float,
        k: int,
        allowed: NDArray[np.bool_] | None = None,
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Places and scores of the `k` passages with the most of the terms in `weights`, best first.

        A weight is a term's idf times what its field counts; `average` is the average length over all parts.
        Passages without any of the terms are left out, and those that `allowed` (by place) does not have.
        """
        scores = np.zeros(self.passages, dtype=np.float32)
        norms = (_K1 * (1 - _B + _B * _LENGTHS / average)).astype(np.float32) if average else None
        for term, weight in weights.items():
            key = self._terms.get(term)
            if key is None or norms is None:
                continue
            held = slice(self._starts[key], self._starts[key + 1])
            places, times = self._places[held], self._times[held].astype(np.float32)
            scores[places] += np.float32(weight * (1 + _K1)) * (times / (times + norms[self._codes[places]]))
        if allowed is not None:
            scores[~allowed] = 0
        found = np.flatnonzero(scores)
        if len(found) > k:
            least = np.partition(scores[found], len(found) - k)[len(found) - k]
            # Equal scores at the border all take part, so that the places decide.
            found = found[scores[found] >= least]
        found = found[np.argsort(-scores[found], kind="stable")][:k]
        return found, scores[found]
