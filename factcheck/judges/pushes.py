"""What each slot's findings put into a weighed judgement: the summands of its logits, slot by slot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

START = "start"
"""What holds before anything is compared."""
WORDS = "words"
_GROUPS = (
    ("figure", ("figure", "unit", "every_slot")),
    ("who", ("name",)),
    ("time", ("time", "date", "period")),
    ("asserted", ("pole", "negation")),
    ("scope", ("scope",)),
    ("modality", ("modality",)),
    ("speaker", ("speaker",)),
)
"""Parts of features' names, the first that fits; all others are of the words."""


class Push(NamedTuple):
    """Log odds that one slot's findings add to each stance; the three sum to 0."""

    slot: str
    """`start`, `words`, or a slot: who, asserted, figure, time, scope, speaker, modality."""
    supports: float
    contradicts: float
    neutral: float

    def with_more(self, more: NDArray[np.float32]) -> Push:
        """The push with `more` (3,) log odds, which sum to 0."""
        return Push(
            self.slot, *(float(one) + float(other) for one, other in zip(self[1:], more, strict=True))
        )


def pushes(
    names: Sequence[str],
    row: Sequence[float],
    coefficients: NDArray[np.float32],
    intercept: NDArray[np.float32],
) -> tuple[Push, ...]:
    """The pushes of one comparison, `start` first; the softmax of their sums are the probabilities.

    `row` (n,) holds the features called `names`, `coefficients` is (n, 3) and `intercept` (3,).
    """
    sums: dict[str, NDArray[np.float64]] = {START: np.asarray(intercept, dtype=np.float64)}
    for name, value, weights in zip(names, row, coefficients, strict=True):
        slot = slot_of(name)
        sums[slot] = sums.get(slot, np.zeros(3)) + value * weights.astype(np.float64)
    return tuple(Push(slot, *(float(one) for one in total - total.mean())) for slot, total in sums.items())


def slot_of(feature: str) -> str:
    """The slot that a feature is about, by its name."""
    return next((slot for slot, parts in _GROUPS if any(part in feature for part in parts)), WORDS)
