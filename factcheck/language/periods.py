"""Intervals of days: months, quarters, halves, years, weeks, parts of them, and shifts from a reference day.

Every interval is a pair of days, both inclusive.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Interval:
    """All of a month (1..12)."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_of(year: int, first: int, last: int) -> Interval:
    """From the first day of one month to the last of another of the same year."""
    return date(year, first, 1), month_of(year, last)[1]


def quarter_of(day: date, shift: int = 0) -> Interval:
    """The calendar quarter of `day`, `shift` quarters on."""
    index = day.year * 4 + (day.month - 1) // 3 + shift
    return months_of(index // 4, index % 4 * 3 + 1, index % 4 * 3 + 3)


def shifted_month(day: date, shift: int) -> Interval:
    """The month of `day`, `shift` months on."""
    index = day.year * 12 + day.month - 1 + shift
    return month_of(index // 12, index % 12 + 1)


def week_of(day: date, shift: int = 0) -> Interval:
    """Monday to Sunday (ISO 8601) around `day`, `shift` weeks on."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def plus(day: date, unit: str, count: int) -> date:
    """`day` moved by `count` days, weeks, months, quarters, years, decades; a missing day is the last one."""
    if unit == "day":
        return day + timedelta(days=count)
    if unit == "week":
        return day + timedelta(weeks=count)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit] * count
    index = day.year * 12 + day.month - 1 + months
    first, last = month_of(index // 12, index % 12 + 1)
    return first.replace(day=min(day.day, last.day))


def part_of(interval: Interval, part: str) -> Interval:
    """A third of a month, or the matching part of a longer period: `early`, `mid`, `late`, `end`.

    Months: 1-10, 11-20, 21 on (the Chinese 旬); years: January to April, May to August, September on,
    and November on for `end`; anything else in equal thirds. `first half` and `second half` halve: six
    months of a year, fifteen days of a month, three days of a week before the rest.
    """
    first, last = interval
    length = (last - first).days + 1
    if part in ("first half", "second half"):
        return _half(interval, part)
    if length >= 365:
        spans = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (11, 12)}
        return months_of(first.year, *spans[part])
    if 28 <= length <= 31:
        cuts = {"early": (0, 9), "mid": (10, 19), "late": (20, length - 1), "end": (20, length - 1)}
    else:
        third = length // 3
        cuts = {
            "early": (0, third - 1),
            "mid": (third, 2 * third - 1),
            "late": (2 * third, length - 1),
            "end": (2 * third, length - 1),
        }
    low, high = cuts[part]
    return first + timedelta(days=low), first + timedelta(days=high)


def day_from(shift: int, reference: date) -> Interval:
    return reference + timedelta(days=shift), reference + timedelta(days=shift)


def weekday_in(shift: int, index: int, reference: date) -> Interval:
    return day_from(min(index, 6), week_of(reference, shift)[0])


def weekday_near(index: int, reference: date) -> Interval:
    """The last such weekday, the reference day included."""
    return day_from(-((reference.weekday() - min(index, 6)) % 7), reference)


def stretch(unit: str, count: int, reference: date) -> Interval:
    """The days up to, or after, the reference day."""
    if count < 0:
        return plus(reference, unit, count), reference - timedelta(days=1)
    return reference + timedelta(days=1), plus(reference, unit, count)


def moved(unit: str, count: int, reference: date) -> Interval:
    return plus(reference, unit, count), plus(reference, unit, count)


def _half(interval: Interval, part: str) -> Interval:
    first, last = interval
    length = (last - first).days + 1
    cut = date(first.year, 7, 1) if length >= 365 else first + timedelta(days=length // 2)
    return (first, cut - timedelta(days=1)) if part == "first half" else (cut, last)


def day_of_month(shift: int, day: int, reference: date) -> Interval | None:
    """That day of the month of `reference`, `shift` months on; None where the month has no such day."""
    first, _ = shifted_month(reference, shift)
    found = valid_day(first.year, first.month, day)
    return None if found is None else (found, found)


def iso_week(year: int, number: int) -> Interval | None:
    """Week `number` of `year` by ISO 8601 (-1: the last); None where the year has no such week."""
    weeks = date(year, 12, 28).isocalendar().week
    number = weeks if number == -1 else number
    return week_of(date.fromisocalendar(year, number, 1)) if 1 <= number <= weeks else None


def latest_day(day: int, reference: date) -> Interval | None:
    """The latest such day of a month that is not after `reference`; None where there is none in a year."""
    for shift in range(0, -12, -1):
        found = day_of_month(shift, day, reference)
        if found is not None and found[0] <= reference:
            return found
    return None


def ago(unit: str, count: int, reference: date) -> Interval:
    """Five years ago is that year, two months ago that month: as coarse as it is said."""
    day = plus(reference, unit, -count)
    if unit in ("year", "decade"):
        return months_of(day.year, 1, 12)
    if unit == "month":
        return month_of(day.year, day.month)
    return (day, day) if unit == "day" else week_of(day) if unit == "week" else quarter_of(day)


def year_so_far(reference: date) -> Interval:
    """Up to the day before the reference day, as the past twelve months are counted."""
    first = date(reference.year, 1, 1)
    return first, max(first, reference - timedelta(days=1))
