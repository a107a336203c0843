"""Holidays by the names that articles use for them (folded): of a fixed day, and of the lunar calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

# Name -> month and day of the Gregorian calendar.
FIXED_DAYS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "independence day": (7, 4),
    "juneteenth": (6, 19),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "may day": (5, 1),
    "元旦": (1, 1),
    "劳动节": (5, 1),
    "国庆节": (10, 1),
    # 国庆日 is the first of October in Beijing and the tenth in Taipei.
    "双十节": (10, 10),
    "圣诞节": (12, 25),
    "平安夜": (12, 24),
    "双十一": (11, 11),
    "跨年夜": (12, 31),
    "情人节": (2, 14),
}


def any_of(names: Iterable[str]) -> str:
    """A pattern of any of these names, the longer first, with a straight or a curly apostrophe."""
    return "|".join(sorted(names, key=len, reverse=True)).replace("'", "['’]")


def fixed_day(name: str) -> tuple[int, int]:
    """Month and day of a name of FIXED_DAYS, as `any_of` finds it."""
    return FIXED_DAYS[name.replace("’", "'")]


# First day of the first lunar month, by the tables of the Hong Kong Observatory.
_LUNAR_NEW_YEAR = [
    *(date(2010, 2, 14), date(2011, 2, 3), date(2012, 1, 23), date(2013, 2, 10), date(2014, 1, 31)),
    *(date(2015, 2, 19), date(2016, 2, 8), date(2017, 1, 28), date(2018, 2, 16), date(2019, 2, 5)),
    *(date(2020, 1, 25), date(2021, 2, 12), date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10)),
    *(date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13)),
    *(date(2030, 2, 3), date(2031, 1, 23), date(2032, 2, 11), date(2033, 1, 31), date(2034, 2, 19)),
]
# Name -> its first days and how many days it is kept.
MOVING: dict[str, tuple[list[date], int]] = {
    "春节": (_LUNAR_NEW_YEAR, 7),
    "农历新年": (_LUNAR_NEW_YEAR, 7),
    "lunar new year": (_LUNAR_NEW_YEAR, 7),
    "chinese new year": (_LUNAR_NEW_YEAR, 7),
    "spring festival": (_LUNAR_NEW_YEAR, 7),
}


def moving_days(
    days: tuple[list[date], int], year: int | None, shift: int | None, reference: date | None
) -> tuple[date, date] | None:
    """The days of a moving holiday in `year` (or `shift` years from the reference day's); None off the table.

    Without either it is the latest one that begins no later than 60 days after the reference day.
    """
    firsts, length = days
    if year is None and shift is not None and reference is not None:
        year = reference.year + shift
    if year is not None:
        found = [first for first in firsts if first.year == year]
    elif reference is not None and firsts[0] <= reference <= firsts[-1]:
        found = [first for first in firsts if first <= reference + timedelta(days=60)]
    else:
        found = []
    return (found[-1], found[-1] + timedelta(days=length - 1)) if found else None
