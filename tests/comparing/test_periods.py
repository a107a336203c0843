"""Dates and periods: the coarser precision decides, a different period is another matter."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.comparing.periods import TimeRelation, compare_times
from factcheck.comparing.statement import read_statement

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
