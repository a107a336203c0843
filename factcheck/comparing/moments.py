"""Whether two dates or periods can be, or surely are, one time."""

from __future__ import annotations

import re

from factcheck.language.dates import DateKind, DateMention
from factcheck.language.patterns import lazy_pattern

COMMON = 0.8
"""Share of two periods that must be common for them to be one: a quarter is not its half-year."""
_YEAR = lazy_pattern(r"\d{4}|今|去|明|前|昨|本|当|this|last|next|ago|yesterday|today|tomorrow", re.IGNORECASE)


def meet(one: DateMention, other: DateMention) -> bool:
    """Whether the two can name the same time.

    A day whose year is unsaid is placed by its report's date; a plan for 31 December means the next one.
    """
    if one.first_day and one.last_day and other.first_day and other.last_day:
        if one.first_day <= other.last_day and other.first_day <= one.last_day:
            return True
        return _leaves_year(one) != _leaves_year(other) and _same_part_of_year(one, other)
    if one.month is None or other.month is None:
        return True
    return one.month == other.month and (one.day is None or other.day is None or one.day == other.day)


def same_time(one: DateMention, other: DateMention) -> bool:
    """Whether both surely name one time: the same days, or, without a year, the same day or months."""
    if one.resolved and other.resolved:
        return same_period(one, other)
    if one.month is not None and other.month is not None:
        return meet(one, other)
    return one.months is not None and one.months == other.months


def same_period(one: DateMention, other: DateMention, common: float = COMMON) -> bool:
    """Whether two periods are one but for a fifth of their common length, or as far as `common` says."""
    if not (one.first_day and one.last_day and other.first_day and other.last_day):
        # Without a year a third quarter is still no fourth one.
        return one.months is None or other.months is None or one.months == other.months
    both = (min(one.last_day, other.last_day) - max(one.first_day, other.first_day)).days + 1
    whole = (max(one.last_day, other.last_day) - min(one.first_day, other.first_day)).days + 1
    return both >= common * whole


def _leaves_year(mention: DateMention) -> bool:
    """Whether a day is told without its year and without reference to now: 12月31日."""
    return mention.kind is DateKind.DAY and mention.month is not None and not _YEAR.search(mention.text)


def _same_part_of_year(one: DateMention, other: DateMention) -> bool:
    day, period = (one, other) if _leaves_year(one) else (other, one)
    if period.kind is DateKind.DAY or not (day.first_day and period.first_day and period.last_day):
        return False
    moved = day.first_day.replace(year=period.last_day.year, day=min(day.first_day.day, 28))
    return period.first_day <= moved <= period.last_day
