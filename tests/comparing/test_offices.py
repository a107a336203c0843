"""What kind of body a phrase names, in every language."""

from __future__ import annotations

import pytest

from factcheck.comparing.offices import office_of
from factcheck.language.folding import fold


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Taiwan's central bank", "central_bank"),
        ("台灣央行", "central_bank"),
        ("中国人民银行", "central_bank"),
        ("the finance ministry", "finance"),
        ("財政部", "finance"),
        ("香港天文台", "weather"),
        ("the weather bureau", "weather"),
        ("工信部", "industry"),
        ("衛生局", "health"),
        ("經濟研究所", "research"),
        ("the stock exchange", "exchange"),
        ("小米", None),
        ("officials", None),
    ],
)
def test_office(words: str, office: str | None) -> None:
    assert office_of(fold(words)) == office
