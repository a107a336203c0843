"""What a date says before it is placed in the calendar: the parts stated, and how to place them.

A shape is what a pattern of `chinese_dates` or `english_dates` reads; `place` turns it into days once a
year or a reference day is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.language.periods import Interval, month_of, months_of, part_of, valid_day, week_of

# A date without a year is the latest one not later than this many days after the reference day: an
# article speaks of what was, or of what comes soon.
AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Shape:
    """A date as stated at `start`..`end`; `relative` places what is said from the reference day."""

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: tuple[int, int] | None = None
    part: str | None = None
    year_shift: int | None = None
    relative: Callable[[date], Interval | None] | None = None
    relation: str = "on"
    last: Shape | None = None
    weekday: int | None = None
    moving: Callable[[date | None], Interval | None] | None = None
    """Places a holiday of the lunar calendar, with or without a reference day."""


def stated_year(shape: Shape, reference: date | None) -> int | None:
    """The year that the words give: 2025年, or 去年 with a reference day."""
    if shape.year is not None:
        return shape.year
    if shape.year_shift is not None and reference is not None:
        return reference.year + shape.year_shift
    return None


def place(shape: Shape, reference: date | None, context: int | None) -> Interval | None:
    """The days that `shape` covers, both inclusive; None where its year, or its day, is unknown.

    `context` is a year stated earlier in the same sentence.
    """
    try:
        return _place(shape, reference, context)
    except (ValueError, OverflowError):
        return None


def _place(shape: Shape, reference: date | None, context: int | None) -> Interval | None:
    if shape.last is not None:
        return _place_range(shape, shape.last, reference, context)
    if shape.relative is not None:
        return None if reference is None else _narrow(shape.relative(reference), shape.part)
    if shape.moving is not None:
        return shape.moving(reference if context is None else date(context, 12, 31))
    if shape.kind in ("fiscal", "span"):
        return None
    year = stated_year(shape, reference)
    if year is None and shape.year_shift is None:
        year = context if context is not None else _latest_year(shape, reference)
    return None if year is None else _in_year(shape, year)


def _place_range(shape: Shape, last: Shape, reference: date | None, context: int | None) -> Interval | None:
    first_year, last_year = stated_year(shape, reference), stated_year(last, reference)
    end = place(last, reference, first_year if first_year is not None else context)
    known = first_year if first_year is not None else last_year if last_year is not None else context
    begin = place(
        replace(shape, last=None), reference, known if known is not None else end[1].year if end else None
    )
    if begin is None or end is None:
        return None
    if end[1] < begin[0] and last.month is not None:
        if first_year is None and (last_year is not None or context is None):
            # 12月28日至2026年1月3日, or neither year is said: the end is where it is.
            begin = place(replace(shape, last=None, year=end[1].year - 1), reference, None) or begin
        elif last_year is None:
            end = place(replace(last, year=begin[0].year + 1), reference, None) or end
    return (begin[0], end[1]) if begin[0] <= end[1] else None


def _narrow(interval: Interval | None, part: str | None) -> Interval | None:
    return interval if interval is None or part is None else part_of(interval, part)


_DECADE_PARTS = {None: (0, 9), "early": (0, 3), "mid": (3, 6), "late": (6, 9), "end": (7, 9)}
"""First and last year of the parts of ten years."""


def _in_year(shape: Shape, year: int) -> Interval | None:
    if shape.day is not None and shape.month is not None:
        day = valid_day(year, shape.month, shape.day)
        if day is None:
            return None
        return week_of(day) if shape.kind == "week" else (day, day)
    if shape.months is not None:
        return _narrow(months_of(year, *shape.months), shape.part)
    if shape.month is not None:
        return _narrow(month_of(year, shape.month), shape.part)
    if shape.kind == "decade":
        first, last = _DECADE_PARTS[shape.part]
        return date(year + first, 1, 1), date(year + last, 12, 31)
    if shape.kind == "century":
        return date(year, 1, 1), date(year + 99, 12, 31)
    return _narrow((date(year, 1, 1), date(year, 12, 31)), shape.part)


def _latest_year(shape: Shape, reference: date | None) -> int | None:
    """The latest year that puts the date no later than `AHEAD` after `reference`; 年底 is of its year."""
    if reference is None:
        return None
    if shape.month is None and shape.months is None:
        return reference.year
    # A quarter or a half that has not begun is the one of the year before: 上半年 in December is over.
    latest = reference if shape.months is not None else reference + AHEAD
    for year in range(reference.year + 1, reference.year - 8, -1):
        interval = _in_year(shape, year)
        if interval is not None and interval[0] <= latest:
            return year
    return None
