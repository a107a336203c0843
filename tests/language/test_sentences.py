"""Sentences: where they end, where they do not, and that offsets index the untouched text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales rose to $30.1 billion. Costs fell 2.5%.",
            ["Sales rose to $30.1 billion.", "Costs fell 2.5%."],
        ),
        (
            "Orbit Corp. said on Jan. 5 it agreed. Others left.",
            ["Orbit Corp. said on Jan. 5 it agreed.", "Others left."],
        ),
        ("It sells in the U.S. The rest waits.", ["It sells in the U.S.", "The rest waits."]),
        ("The ban held.1 It ended in May.", ["The ban held.", "1 It ended in May."]),
        ("營收達80億元。毛利率為3.5%！", ["營收達80億元。", "毛利率為3.5%！"]),
        ("他说：“没有后门。我们保证。”会议随后结束。", ["他说：“没有后门。我们保证。”", "会议随后结束。"]),
        ("“芯片已非不可或缺。”她指出，产能正在增加。", ["“芯片已非不可或缺。”她指出，产能正在增加。"]),
        (
            "標題\n第一句。Second sentence here. 第三句",
            ["標題", "第一句。", "Second sentence here.", "第三句"],
        ),
        ("产能（含新厂；旧厂除外）增加；库存下降。", ["产能（含新厂；旧厂除外）增加；", "库存下降。"]),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text)] == expected


@given(
    st.text(alphabet=st.sampled_from("ab .。！?；;\n“”（)「」1A中文…U.S"), max_size=80) | st.text(max_size=80)
)
def test_spans_are_ordered_trimmed_and_lose_no_letter(text: str) -> None:
    spans = split_sentences(text)
    for span in spans:
        assert span.of(text) == span.of(text).strip() != ""
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "clause",
    ["it sold 1,234,567 chips, ", "售出1,234,567片，", "售出１,234，567片、", "Veltron售出1,234,567片晶片，"],
)
def test_an_overlong_sentence_is_cut_at_a_pause_and_never_inside_a_number(clause: str) -> None:
    for shift in range(len(clause)):
        text = "x" * shift + " " + clause * 400
        spans = split_sentences(text)
        assert len(spans) > 2
        for before, after in itertools.pairwise(spans):
            assert not (before.of(text).endswith((",", "，")) and after.of(text)[0].isdigit())
            assert before.of(text)[-1] in "，,、" or text[before.end].isspace()


@pytest.mark.parametrize("number", ["10000", "123456", "12345678"])
def test_figures_without_a_blank_are_cut_between_two_of_them(number: str) -> None:
    text = ",".join([number] * 900)
    assert {word for span in split_sentences(text) for word in span.of(text).strip(",").split(",")} == {
        number
    }
