"""The record of a number found in a text."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 1e100
"""Numbers beyond are noise: nothing that is counted reaches it, and its products would leave the floats."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at `start`..`end`; `low`..`high` is what the writing leaves open (数十万).

    `step` is one unit of the last digit stated, in full scale (8.0 -> 0.1, 300万 -> 1e4; 0 where none is
    stated, as for a fraction). `scaled`: a multiplier is part of it (million, 亿).
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    step: float
    scaled: bool


def exact(value: float) -> float:
    """`value` without the noise of binary products: 2.2 times 1e8 is 220000000.0 (15 digits are kept)."""
    return float(f"{value:.15g}")
