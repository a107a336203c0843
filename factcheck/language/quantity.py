"""The record of a quantity found in a text, and the kinds there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class QuantityKind(StrEnum):
    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    PERCENTAGE_POINT = "percentage_point"
    MULTIPLE = "multiple"
    DIMENSION = "dimension"
    COUNT = "count"
    DURATION = "duration"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `text[start:end]` (code points, half-open), in base scale (80億 -> 8e9, 15% -> 15.0).

    `low`..`high` is what the wording allows (超80億: 8e9..inf; 約: 5% either side; exact: both `value`).
    `value` is the number as written and None for a range of two ends (15%-30%). `unit`: ISO 4217, `%`,
    `pp`, `x`, a symbol (nm, TFLOPS), a counter (chip, company), or None. `tolerance`: half a unit of the
    last digit stated, in base scale ($8B -> 0.5e9). `direction`: increase, decrease or None.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    value: float | None
    low: float
    high: float
    unit: str | None = None
    approximate: bool = False
    tolerance: float = 0.0
    direction: str | None = None
    change: str | None = None
    """Of a number that rises or falls: `by` where it is the size of the change, `to` the value reached."""
    strict: bool = False
    """Whether its words leave the number itself out: less than 180, 超過180."""
