"""Periods counted from the first of January, or up to a closing day."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language import find_dates

_DAY = date(2025, 10, 30)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("2025年前三季度营收30亿元。", "2025年前三季度", (2025, 1, 1), (2025, 9, 30)),
        ("前三季營收30億元。", "前三季", (2025, 1, 1), (2025, 9, 30)),
        ("今年前五个月出口增长。", "今年前五个月", (2025, 1, 1), (2025, 5, 31)),
        ("2024年全年營收30億元。", "2024年全年", (2024, 1, 1), (2024, 12, 31)),
        (
            "Sales in the first nine months of 2025",
            "the first nine months of 2025",
            (2025, 1, 1),
            (2025, 9, 30),
        ),
        (
            "the first two quarters of last year",
            "the first two quarters of last year",
            (2024, 1, 1),
            (2024, 6, 30),
        ),
        (
            "for the quarter ended June 30, 2025, sales rose",
            "the quarter ended June 30, 2025",
            (2025, 4, 1),
            (2025, 6, 30),
        ),
        (
            "nine months ended 30 September 2025",
            "nine months ended 30 September 2025",
            (2025, 1, 1),
            (2025, 9, 30),
        ),
        ("Veltron 前三季度 revenue rose.", "前三季度", (2025, 1, 1), (2025, 9, 30)),
    ],
)
def test_days(text: str, words: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    (found,) = find_dates(text, reference_date=_DAY)
    assert (found.text, found.first_day, found.last_day) == (words, date(*first), date(*last))


def test_a_whole_year_is_that_of_the_sentence() -> None:
    year, whole = find_dates("它2024年營收38億美元，占全年營收的16.5%。", reference_date=_DAY)
    assert (year.text, whole.text) == ("2024年", "全年")
    assert whole.first_day == date(2024, 1, 1)


@pytest.mark.parametrize("text", ["前三名是谁？", "the first nine chapters of the book", "全年龄向的游戏"])
def test_what_only_looks_like_one(text: str) -> None:
    assert find_dates(text, reference_date=_DAY) == []


def test_a_year_that_closes_in_march_lies_in_two_years() -> None:
    (found,) = find_dates("the year ended March 31, 2025", reference_date=_DAY)
    assert (found.first_day, found.last_day) == (date(2024, 4, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    "text",
    ["The deadline was extended by six months to June 30, 2025", "delayed by three months to June 30, 2025"],
)
def test_a_delay_up_to_a_day_is_no_period(text: str) -> None:
    last = find_dates(text, reference_date=_DAY)[-1]
    assert last.first_day == last.last_day == date(2025, 6, 30)
