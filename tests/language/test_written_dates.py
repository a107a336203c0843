"""A day written in one of the ways of either language reads back as itself, whole and alone."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.dates import find_dates
from factcheck.language.quantities import find_quantities

_DIGITS = "〇一二三四五六七八九"
_DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))


def in_characters(number: int) -> str:
    """1 to 31 as Chinese says them."""
    ten, one = divmod(number, 10)
    head = "" if not ten else "十" if ten == 1 else _DIGITS[ten] + "十"
    return head + (_DIGITS[one] if one else "")


def ways(day: date) -> list[str]:
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return [
        day.isoformat(),
        f"{day:%Y/%m/%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month} 月 {day.day} 號",
        f"{year}年{in_characters(day.month)}月{in_characters(day.day)}日",
        f"民國{day.year - 1911}年{day.month}月{day.day}日",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b}. {day.day}, {day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
    ]


@given(_DAYS)
def test_days(day: date) -> None:
    for text in ways(day):
        for frame in ("（{}）", "({})", "NVIDIA 於 {} 宣布"):
            written = frame.format(text)
            (found,) = find_dates(written)
            assert (found.first_day, found.last_day, found.text) == (day, day, text)
            assert find_quantities(written) == []


@given(_DAYS)
def test_a_day_without_its_year_is_the_latest_that_is_not_far_ahead(day: date) -> None:
    for text in (f"{day.month}月{day.day}日", f"{day:%B} {day.day}"):
        (found,) = find_dates(text, reference_date=day)
        assert found.first_day == day
        (found,) = find_dates(text)
        assert (found.resolved, found.month, found.day) == (False, day.month, day.day)


@given(_DAYS, st.integers(min_value=1, max_value=400))
def test_ranges(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    for text in (
        f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日",
        f"from {first:%B} {first.day}, {first.year} to {last:%B} {last.day}, {last.year}",
    ):
        (found,) = find_dates(text)
        assert (found.first_day, found.last_day, found.text) == (first, last, text)


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
@given(year=st.integers(min_value=1990, max_value=2049))
def test_quarters(quarter: int, year: int) -> None:
    names = ("first", "second", "third", "fourth")
    for text in (
        f"Q{quarter} {year}",
        f"{year}Q{quarter}",
        f"the {names[quarter - 1]} quarter of {year}",
        f"{year}年第{quarter}季度",
        f"{year}年第{'一二三四'[quarter - 1]}季",
    ):
        (found,) = find_dates(text)
        assert (found.kind, found.text) == ("quarter", text)
        assert found.first_day == date(year, quarter * 3 - 2, 1)


@pytest.mark.parametrize(
    "piece", ["1至", "2025年1-", "early ", "12/08-", "the quarter ended ", "summer of ", "今年", "世纪"]
)
def test_long_repetitions_take_no_long_time(piece: str) -> None:
    begin = time.process_time()
    find_dates(piece * 2000, reference_date=date(2025, 12, 20))
    assert time.process_time() - begin < 5
