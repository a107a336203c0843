"""Check-worthiness: concrete statements above small talk, in each language, the two scripts alike."""

from __future__ import annotations

import pytest

from factcheck.encoders.static import StaticEncoder
from factcheck.worthiness import Worthiness

_SCORER = Worthiness(StaticEncoder.builtin())


@pytest.mark.parametrize(
    ("claim", "chatter"),
    [
        (
            "Unemployment fell by 3.5 percent in 2012, the lowest since 1969.",
            "Thank you all for coming tonight.",
        ),
        ("該公司2024年營收為38億美元，比前一年增加12%。", "你好，我們走吧。"),
        ("该公司2024年营收为38亿美元，比前一年增加12%。", "你好，我们走吧。"),
    ],
)
def test_a_claim_is_worth_more_than_chatter(claim: str, chatter: str) -> None:
    worth, little = _SCORER.score([claim, chatter])
    assert 0 <= little < 0.5 < worth <= 1


def test_both_scripts_score_alike_and_nothing_scores_nothing() -> None:
    one, other = _SCORER.score(["營收增加12%。", "营收增加12%。"])
    assert one == pytest.approx(other, abs=0.01)
    assert _SCORER.score([]) == []
