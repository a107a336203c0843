"""Figures told by the month are no totals, in either language."""

from __future__ import annotations

import pytest

from factcheck.comparing.rates import rate_of, same_rate
from factcheck.comparing.statement import read_statement


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Output is limited to about 9,000 usable chips a month.", "month"),
        ("It makes 500 cars per day.", "day"),
        ("monthly capacity of 25,000 wafers", "month"),
        ("annual revenue of $6 billion", "year"),
        ("目前每月約投6,000片。", "month"),
        ("月產能為2.5萬片。", "month"),
        ("年产量达300万辆。", "year"),
        ("每天处理400吨。", "day"),
        ("The fab 每月可加工35,000片 wafers。", "month"),
        ("It shipped 180,000 chips in 2025.", None),
        ("7月交付2.5萬片。", None),
        ("每顆6.8萬元。", None),
        ("本月交付2.5万片。", None),
        ("a chip of 80 billion transistors", None),
    ],
)
def test_the_span_that_a_figure_is_told_by(text: str, rate: str | None) -> None:
    statement = read_statement(text)
    assert rate_of(statement.quantities[0], statement) == rate


def test_a_percentage_is_no_rate() -> None:
    statement = read_statement("每月成長3%。")
    assert rate_of(statement.quantities[0], statement) is None


def test_a_year_may_stay_unsaid_and_a_month_may_not() -> None:
    assert same_rate("year", None)
    assert same_rate("month", "month")
    assert not same_rate("month", None)
    assert not same_rate("day", "month")
