"""Relative dates are worded as absolute ones where they can mean one thing, and left alone elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.dates import find_dates
from factcheck.language.relative_dates import absolute_dates, other_year

WEDNESDAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports fell 14% last October", "Exports fell 14% in October 2024"),
        ("Last October, exports fell 14%", "In October 2024, exports fell 14%"),
        ("Profit rose 4% from last year", "Profit rose 4% from 2024"),
        ("Profit was higher than last year", "Profit was higher than in 2024"),
        ("Last month’s sales fell 4%", "February 2025’s sales fell 4%"),
        ("The bank raised rates on Monday", "The bank raised rates on 3 March 2025"),
        ("The vote is due next Friday", "The vote is due on 14 March 2025"),
        ("Sales this quarter doubled", "Sales in the first quarter of 2025 doubled"),
        ("Profit fell in the last quarter", "Profit fell in the fourth quarter of 2024"),
        ("央行昨日宣布加息", "央行2025年3月4日宣布加息"),
        ("央行週一宣布升息", "央行2025年3月3日宣布升息"),
        ("工廠上個月恢復生產", "工廠2025年2月恢復生產"),
        ("公司上季度亏损3亿元", "公司2024年第四季度亏损3亿元"),
        ("公司本季虧損3億元", "公司2025年第一季虧損3億元"),
        ("去年底，工厂关闭", "2024年底，工厂关闭"),
        ("明年营收将增长12%，今年下降", "2026年营收将增长12%，2025年下降"),
        ("Acme 去年10月 sold 300 cranes", "Acme 2024年10月 sold 300 cranes"),
    ],
)
def test_what_can_mean_one_thing_is_replaced(text: str, expected: str) -> None:
    assert absolute_dates(text, WEDNESDAY) == expected
    days = [(mention.first_day, mention.last_day) for mention in find_dates(text, reference_date=WEDNESDAY)]
    assert days == [(m.first_day, m.last_day) for m in find_dates(expected, reference_date=WEDNESDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Wages rose 3% last week",
        "Wages rose 3% in the last year",
        "Parliament votes on Friday",
        "Parliament will vote on Friday",
        "He was injured on Black Friday",
        "The bank raised rates on Monday evening",
        "Both sides scored in the last quarter",
        "“We sold 300 cranes last year,” she said",
        "In 2019 the yard said profit had doubled last year",
        "今天的中国有14亿人",
        "議會週五表決法案",
        "每周五开市",
        "周一至周五开放",
        "局長說：「我們去年僱用了300人。」",
        "2019年，港口称去年出口下降",
        "去年同期盈利1亿元",
        "Last year was hard for exporters",
        "球隊上季排名第九",
        "Last quarter’s profit fell 4%",
        "Profit beat this quarter's forecast",
    ],
)
def test_what_may_mean_another_day_stays(text: str) -> None:
    assert absolute_dates(text, WEDNESDAY) == text


def test_nothing_is_dated_from_an_unknown_day() -> None:
    assert (
        absolute_dates("Exports fell last October；央行昨日加息", None)
        == "Exports fell last October；央行昨日加息"
    )


def test_an_earlier_year_is_found() -> None:
    assert other_year("In 2019 the yard closed", WEDNESDAY) == 3
    assert other_year("In 2025 the yard closed", WEDNESDAY) is None
    assert other_year("In 2019 the yard closed", None) is None


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="去今明昨上本下年月季度日周一天 last yearquMondyhi’s,，“”2019", max_size=60))
def test_any_text_is_safe(text: str) -> None:
    made = absolute_dates(text, WEDNESDAY)
    assert absolute_dates(text, None) == text
    assert len(made) <= 12 * len(text) + 12
