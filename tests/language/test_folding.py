"""Folding: one code point for one code point, and the two scripts, widths and cases become one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.folding import fold


def test_scripts_widths_and_cases_meet() -> None:
    assert fold("輝達ＮＶＩＤＩＡ的晶片") == fold("辉达nvidia的晶片") == "辉达nvidia的晶片"
    assert fold("臺積電 Ｈ２０") == "台积电 h20"


def test_a_character_that_would_grow_stays_itself() -> None:
    assert fold("ﬁ㎏İ") == "ﬁ㎏İ"


@given(st.text(max_size=200))
def test_length_is_kept_and_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_no_character_folds_any_further() -> None:
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    folded = fold(every)
    assert [one for one, again in zip(folded, fold(folded), strict=True) if one != again] == []
    assert fold("薴苧苎") == "苎苎苎"
