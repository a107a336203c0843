"""Dates and periods: the coarser precision decides, a different period is another matter."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.comparing.figures import pair_figures
from factcheck.comparing.periods import TimeRelation, compare_times
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder

_DAY = date(2025, 12, 1)


@pytest.mark.parametrize(
    ("claim", "sentence", "relation"),
    [
        ("The ban began on 9 April 2025.", "2025年4月9日起禁售。", TimeRelation.SAME),
        ("The ban began in April 2025.", "2025年4月9日起禁售。", TimeRelation.SAME),
        ("禁令於7月15日解除。", "The ban was lifted on July 15, 2025.", TimeRelation.SAME),
        ("禁令於7月15日解除。", "The ban was lifted on August 11, 2025.", TimeRelation.OTHER_DATE),
        ("2025年上半年营收下降25%。", "2024年上半年營收下降25%。", TimeRelation.OTHER_PERIOD),
        ("It loses $8 billion over three years.", "本季度將損失80億美元。", TimeRelation.OTHER_PERIOD),
        ("未來三年將損失80億美元。", "它在未来3年损失80亿美元。", TimeRelation.SAME),
        ("The ban was lifted.", "The ban was lifted on July 15, 2025.", TimeRelation.UNSTATED),
    ],
)
def test_relation(claim: str, sentence: str, relation: TimeRelation) -> None:
    found = compare_times(
        read_statement(claim, reference_date=_DAY), read_statement(sentence, reference_date=_DAY)
    )
    assert found.relation is relation
    assert (found.difference is None) == (relation in (TimeRelation.SAME, TimeRelation.UNSTATED))


def test_both_sides_words_are_kept() -> None:
    found = compare_times(
        read_statement("禁令於7月15日解除。", reference_date=_DAY),
        read_statement("The ban was lifted on August 11, 2025.", reference_date=_DAY),
    )
    assert found.difference is not None
    assert (found.difference.claim, found.difference.evidence) == ("7月15日", "August 11, 2025")


@pytest.mark.parametrize(
    ("claim", "sentence", "relation"),
    [
        (
            "It earned $5 billion in 2025.",
            "2025年半年度報告：上半年營收50億美元。",
            TimeRelation.OTHER_PERIOD,
        ),
        ("2025年全年营收50亿元。", "上半年营收50亿元。", TimeRelation.OTHER_PERIOD),
        ("2025年前三季度營收50億元。", "2025年第三季度营收50亿元。", TimeRelation.OTHER_PERIOD),
        (
            "Veltron 上半年營收50億元。",
            "Veltron earned 5 billion yuan in the first half of 2025.",
            TimeRelation.SAME,
        ),
        (
            "Sales were $6 billion in the second quarter of 2025.",
            "Sales were $6 billion for the quarter ended June 30, 2025.",
            TimeRelation.SAME,
        ),
        ("2025年全年的平均上架率為58%。", "截至6月底，平均上架率为58%。", TimeRelation.OTHER_PERIOD),
        ("第三季度的比重已有43%。", "它占營收的43%，一年前只有24%。", TimeRelation.UNSTATED),
        (
            "2028年支出將達3,100億美元。",
            "Spending will reach $163 billion in 2025 and $310 billion in 2028.",
            TimeRelation.SAME,
        ),
        (
            "It would lose $5 billion in 2026 alone.",
            "It would lose $5 billion over the three years from 2026 to 2028.",
            TimeRelation.OTHER_PERIOD,
        ),
    ],
)
def test_a_figure_is_measured_over_the_period_nearest_to_it(
    claim: str, sentence: str, relation: TimeRelation
) -> None:
    ours, theirs = (read_statement(text, reference_date=_DAY) for text in (claim, sentence))
    figures = pair_figures(ours, theirs, StaticEncoder.builtin())
    assert compare_times(ours, theirs, figures).relation is relation
