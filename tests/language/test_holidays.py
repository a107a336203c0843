"""Days that are known by name: fixed ones, and the lunar new year by the almanac."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language.dates import find_dates
from factcheck.language.periods import part_of

_DAY = date(2025, 1, 10)
_NEW_YEARS = [
    *("2010-02-14", "2011-02-03", "2012-01-23", "2013-02-10", "2014-01-31"),
    *("2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05"),
    *("2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10"),
    *("2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13"),
    *("2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19"),
]
_FIXED = {
    "New Year's Day": (1, 1), "New Year's Eve": (12, 31), "Valentine's Day": (2, 14), "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25), "Boxing Day": (12, 26), "Independence Day": (7, 4), "Juneteenth": (6, 19),
    "Halloween": (10, 31), "Veterans Day": (11, 11), "元旦": (1, 1), "勞動節": (5, 1), "劳动节": (5, 1), "國慶節": (10, 1),
    "雙十節": (10, 10), "聖誕節": (12, 25), "圣诞节": (12, 25), "平安夜": (12, 24), "雙十一": (11, 11), "跨年夜": (12, 31),
    "情人節": (2, 14),
}  # fmt: skip


@pytest.mark.parametrize("day", _NEW_YEARS)
def test_the_lunar_new_year_of_a_stated_year(day: str) -> None:
    first = date.fromisoformat(day)
    for text in (f"{first.year}年春節", f"{first.year}年春节", f"the {first.year} Lunar New Year"):
        (found,) = find_dates(text, reference_date=_DAY)
        assert found.first_day == first, text
        assert found.last_day is not None and (found.last_day - first).days == 6


@pytest.mark.parametrize("name", _FIXED)
def test_a_fixed_day(name: str) -> None:
    (found,) = find_dates(f"on {name}" if name.isascii() else name, reference_date=_DAY)
    assert found.first_day is not None and found.first_day == found.last_day
    assert (found.first_day.month, found.first_day.day) == _FIXED[name]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("去年聖誕節", "2024-12-25"),
        ("去年的圣诞节", "2024-12-25"),
        ("前年跨年夜", "2023-12-31"),
        ("今年元旦", "2025-01-01"),
        ("明年情人節", "2026-02-14"),
        ("大前年聖誕節", "2022-12-25"),
        ("上年元旦", "2024-01-01"),
        ("民國112年雙十節", "2023-10-10"),
        ("去年 Christmas", "2024-12-25"),
        ("今年的Halloween", "2025-10-31"),
        ("Christmas of last year", "2024-12-25"),
        ("last year’s Valentine’s Day", "2024-02-14"),
        ("Christmas last year", "2024-12-25"),
        ("last year's Christmas", "2024-12-25"),
        ("next year’s Valentine's Day", "2026-02-14"),
        ("去年Christmas", "2024-12-25"),
    ],
)
def test_a_year_told_from_here_goes_with_its_fixed_day(text: str, day: str) -> None:
    (found,) = find_dates(text, reference_date=date(2025, 12, 30))
    assert (found.text, str(found.first_day), str(found.last_day)) == (text, day, day)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("at Christmas last year's sales rose", ["Christmas", "last year"]),
        ("After Christmas, next year will be better.", ["After Christmas", "next year"]),
        ("last year's Christmas 2023", ["last year", "Christmas 2023"]),
        ("去年。聖誕節", ["去年", "聖誕節"]),
    ],
)
def test_a_year_that_tells_of_something_else_does_not_go_with_the_day(text: str, wanted: list[str]) -> None:
    found = find_dates(text, reference_date=date(2025, 12, 30))
    assert [one.text for one in found] == wanted


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("early", "07-01", "07-30"),
        ("mid", "07-31", "08-29"),
        ("late", "08-30", "09-30"),
        ("end", "08-30", "09-30"),
    ],
)
def test_the_parts_of_a_quarter_are_its_thirds(part: str, first: str, last: str) -> None:
    quarter = (date(2025, 7, 1), date(2025, 9, 30))
    assert [f"{day:%m-%d}" for day in part_of(quarter, part)] == [first, last]
