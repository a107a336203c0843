"""A rating comes to a verdict only where its words leave no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.imports.ratings import ruling_of
from factcheck.model import Verdict

TRUE = """True|TRUE.|true|Correct|Accurate|Confirmed|This claim is true|It's true|Rating: True|SUPPORTS|NOT_RUMOR
NON_RUMOR|Geppetto Checkmark|True: the figure is from the ministry|ＴＲＵＥ|“True”|正確|正确|屬實|属实|真|真實|真实|為真
【正確】|查核結果：正確|非謠言|經查證屬實"""
FALSE = """False|FALSE|false.|Fake|Hoax|Fake news|Pants on Fire!|pants-on-fire|Four Pinocchios|Incorrect|Inaccurate
Wrong|Not true|Isn’t true|isn't true|Untrue|RUMOR|Rumour|Refuted|REFUTES|Completely false|100% false|This claim is false.
Fact check: False|Our rating: FALSE|False: the photo is from 2012|False. The real photo was taken elsewhere.|(false)
錯誤|错误|假|假的|不實|不实|謠言|谣言|這是謠言|此為假訊息|不實訊息|錯誤訊息|完全錯誤|完全错误|不正確|並非事實|与事实不符
【錯誤】|「錯誤」|查核結果：錯誤|錯誤：圖片為舊照|查證後為假"""
OPEN = """Unproven|Unverifiable|Unverified|Unconfirmed|Not enough evidence|NOT ENOUGH INFO|No evidence|Cannot be verified
Can't be verified|Inconclusive|證據不足|证据不足|無法查證|无法查证|無法證實|未經證實|真偽不明|尚無定論"""
NONE = """Mostly false|MOSTLY TRUE|Half true|half-true|Mixture|Mixed|Misleading|Missing context|False, but the law did change
True, but misleading|Partly false|Largely accurate|Barely true|Exaggerated|Not false|not entirely true|Not quite true
Likely false|Probably true|Two Pinocchios|Satire|Opinion|OPINIONATED|NOT_ARTICLE|True/False|False - mostly|True? No
Is it true|Fact check|True - not|The "fact" is wrong|True that it rained|Scam|Altered|4 of 5|部分錯誤|部分错误|部分真實
事實釐清|真假參半|半真半假|誤導|误导|断章取义|大致正確|不假|不是假的|並非不實|缺乏背景|錯誤？|错误—正确|可能為假|事實查核|是|不"""


def _labels(lines: str) -> list[str]:
    return [label for line in lines.split("\n") for label in line.split("|")]


@pytest.mark.parametrize("words", _labels(TRUE))
def test_a_clear_true_is_supported(words: str) -> None:
    assert ruling_of(words) is Verdict.SUPPORTED


@pytest.mark.parametrize("words", _labels(FALSE))
def test_a_clear_false_is_contradicted(words: str) -> None:
    assert ruling_of(words) is Verdict.CONTRADICTED


@pytest.mark.parametrize("words", _labels(OPEN))
def test_what_nobody_could_establish_is_unverifiable(words: str) -> None:
    assert ruling_of(words) is Verdict.UNVERIFIABLE


@pytest.mark.parametrize("words", _labels(NONE))
def test_what_is_between_or_beside_the_three_has_no_ruling(words: str) -> None:
    assert ruling_of(words) is None


@pytest.mark.parametrize(
    ("words", "value", "best", "worst", "ruling"),
    [
        ("Falso", 1, 5, 1, Verdict.CONTRADICTED),
        ("Vero", 5, 5, 1, Verdict.SUPPORTED),
        ("", 0, 10, 0, Verdict.CONTRADICTED),
        ("Quasi", 2, 5, 1, None),
        ("Quasi", 4, 5, 1, None),
        ("Falso", 1, 1, 1, None),
        ("Vero", 5, 5, None, None),
        ("Falso", 1, None, 1, None),
        ("Falso", None, 5, 1, None),
        ("Falso", 9, 5, 1, None),
        ("Mostly false", 1, 5, 1, None),
        ("誤導", 1, 5, 1, None),
        ("False", 5, 5, 1, Verdict.CONTRADICTED),
        ("正確", 1, 5, 1, Verdict.SUPPORTED),
    ],
)
def test_the_number_counts_at_the_ends_of_its_scale_and_only_behind_unknown_words(
    words: str, value: float | None, best: float | None, worst: float | None, ruling: Verdict | None
) -> None:
    assert ruling_of(words, value=value, best=best, worst=worst) is ruling


@given(st.text(), st.floats() | st.none())
def test_any_words_are_taken(words: str, value: float | None) -> None:
    assert ruling_of(words, value=value, best=value, worst=value) in (None, *Verdict)


def test_a_long_explanation_takes_no_time() -> None:
    assert ruling_of("False: " + "the photo shows another square, " * 100_000) is Verdict.CONTRADICTED
