"""Values as readers of every language know them: 80億美元 is 8,000,000,000 USD, 去年10月 is 2024-10."""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date

from factcheck.language.dates import DateMention
from factcheck.language.quantity import Quantity

_ATTACHED = {"%": "%", "x": "×"}
"""Units written right behind their number."""


def quantity_written(quantity: Quantity, sign: int = 0) -> str:
    """Value or bounds with the unit: `8,000,000,000 USD`, `≥ 500`, `≈ 3 nm`, `15 .. 30%`.

    `sign` is the way of a change, which is put before it: a fall of 6% is `-6%`.
    """
    unit = quantity.unit or ""
    tail = _ATTACHED.get(unit, f" {unit}" if unit else "")
    return f"{'-' if sign < 0 else '+' if sign > 0 else ''}{_bounds(quantity)}{tail}"


def _bounds(quantity: Quantity) -> str:
    low, high, value = quantity.low, quantity.high, quantity.value
    if math.isinf(high) and math.isinf(low):
        return "?" if value is None else number_written(value)
    if math.isinf(high):
        return f"≥ {number_written(low)}"
    if math.isinf(low):
        return f"≤ {number_written(high)}"
    if value is None:
        return f"{number_written(low)} .. {number_written(high)}"
    if quantity.approximate and low < value < high:
        return f"≈ {number_written(value)}"
    if quantity.approximate and low < high:
        return f"{'≤' if value == high else '≥'} {number_written(value)}"
    return number_written(value)


def number_written(number: float) -> str:
    """Digits in groups of three, six decimals at most: `41,270,000,000`, `6.3`; exponents from 1e18."""
    if math.isinf(number) or math.isnan(number) or abs(number) >= 1e18:
        return f"{number:g}"
    rounded = round(number, 6)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.6f}".rstrip("0")


def date_written(mention: DateMention) -> str:
    """The days as ISO 8601, shortened where they fill a month or a year; empty while they are unknown.

    `2024`, `2024-10`, `2025-07..2025-09`, `2025-04-09`, `04-09` without a year.
    """
    first, last = mention.first_day, mention.last_day
    if first is None or last is None:
        return _without_year(mention)
    if first == last:
        return first.isoformat()
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return f"{first.isoformat()}..{last.isoformat()}"
    if (first.month, last.month) == (1, 12):
        return _joined(f"{first:%Y}", f"{last:%Y}")
    return _joined(_month(first), _month(last))


def _without_year(mention: DateMention) -> str:
    return f"{mention.month:02}-{mention.day:02}" if mention.month and mention.day else ""


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"
