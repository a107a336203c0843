"""The rationale: one sentence, in the claim's language, with both sides' words."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import (
    Card,
    Difference,
    DifferenceKind,
    Evidence,
    Hit,
    Language,
    Passage,
    Reason,
    Stance,
    Verdict,
)
from factcheck.rationale import explain


def _evidence(*differences: Difference, title: str = "Market note") -> Evidence:
    passage = Passage("p", "d", 0, 9, "Sales fell.")
    source = Card("d", title=title, published=date(2025, 7, 15))
    return Evidence(Hit(passage, source, 1.0), (0, 9), Stance.CONTRADICTS, 0.9, differences)


_PERIOD = Difference(DifferenceKind.PERIOD, "未來3年", "本季度")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.EN, "is about another matter: period: “未來3年” here, “本季度” there"),
        (Language.HANT, "說的是另一回事：期間，此處「未來3年」，彼處「本季度」"),
        (Language.HANS, "说的是另一回事：期间，此处“未來3年”，彼处“本季度”"),
        (Language.MIXED, "说的是另一回事：期间，此处“未來3年”，彼处“本季度”"),
    ],
)
def test_a_different_period_is_another_matter(language: Language, words: str) -> None:
    assert words in explain(Verdict.UNVERIFIABLE, Reason.NO_EVIDENCE, [_evidence(_PERIOD)], language)


def test_the_source_is_named_with_its_date() -> None:
    assert explain(Verdict.SUPPORTED, None, [_evidence()], Language.EN) == (
        "“Market note” (2025-07-15) says the same: “Sales fell.”"
    )


def test_conflicting_sources_are_both_named() -> None:
    both = [_evidence(title="One"), _evidence(title="Two")]
    said = explain(Verdict.UNVERIFIABLE, Reason.CONFLICTING, both, Language.EN)
    assert "One" in said
    assert "Two" in said


def test_nothing_found_and_copies_left_out_are_said() -> None:
    said = explain(Verdict.UNVERIFIABLE, Reason.NO_EVIDENCE, [], Language.HANT, left_out=2)
    assert said == "參考資料庫中沒有相關內容。（另有2份與本文相同的來源未計入。）"
