"""Prose is told from the furniture around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.layout_marks import footnote_marks, lead_label
from factcheck.language.structure import LineKind, is_boilerplate, is_call_to_action, is_question, read_lines


def kinds(text: str) -> list[LineKind]:
    return [line.kind for line in read_lines(text)]


def test_english_article_furniture() -> None:
    text = (
        "Harbour plant reopens\nBy Ada Moreno\nMarch 4, 2025\n\nThe plant reopened on Monday.\n"
        "Photo: Getty Images\nSubscribe to our newsletter.\nReferences\n[1] Port survey, https://example.org/survey"
    )
    assert kinds(text) == [
        LineKind.HEADING,
        LineKind.BYLINE,
        LineKind.BYLINE,
        LineKind.PROSE,
        LineKind.CAPTION,
        LineKind.BOILERPLATE,
        LineKind.REFERENCE,
        LineKind.REFERENCE,
    ]


def test_chinese_article_furniture() -> None:
    text = (
        "海港工廠為何重開？\n作者：林小文\n2025-03-04\n工廠於週一重新開工。\n圖片\n工廠外觀\n"
        "一、背景\n未經授權，不得轉載。\n参考资料：\n[1] 港口調查，https://example.org/survey"
    )
    assert kinds(text) == [
        LineKind.HEADING,
        LineKind.BYLINE,
        LineKind.BYLINE,
        LineKind.PROSE,
        LineKind.CAPTION,
        LineKind.CAPTION,
        LineKind.HEADING,
        LineKind.BOILERPLATE,
        LineKind.REFERENCE,
        LineKind.REFERENCE,
    ]


def test_text_without_any_full_stop_is_prose() -> None:
    assert kinds("Output rose 14% in 2024") == [LineKind.PROSE]
    assert kinds("产量在2024年增长14%") == [LineKind.PROSE]


def test_list_items_with_figures_are_prose_and_lose_their_marker() -> None:
    text = "The year was mixed.\n- Exports fell 14% in 2024\n- What comes next"
    lines = read_lines(text)
    assert [line.kind for line in lines] == [LineKind.PROSE, LineKind.PROSE, LineKind.HEADING]
    assert text[lines[1].start : lines[1].end] == "Exports fell 14% in 2024"


def test_the_title_is_a_heading_wherever_it_stands() -> None:
    text = "The port reopened.\nShips came back."
    assert read_lines(text, title="The port reopened.")[0].kind is LineKind.HEADING


def test_footnote_marks_count_up_and_follow_a_stop() -> None:
    text = "工廠重開。1 產量回升。2\n訂單為30萬件。[3]"
    assert [text[a:b] for a, b in footnote_marks(text)] == ["1", "2", "[3]"]
    assert footnote_marks("The firm sold 1 million units. 30 people left.") == []


def test_labels_and_datelines_are_left_in_front() -> None:
    for text, rest in (
        ("導語：工廠重開。", "工廠重開。"),
        ("LISBON (Reuters) — The port reopened.", "The port reopened."),
        ("（中央社台北4日電）港口重開。", "港口重開。"),
        ("The port — now open — is busy.", "The port — now open — is busy."),
    ):
        assert text[lead_label(text, 0, len(text)) :] == rest


@pytest.mark.parametrize(
    "text", ["Please sign up for our newsletter.", "如需转载，请注明出处。", "版權所有，翻印必究。"]
)
def test_boilerplate(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize("text", ["The board approved the plan.", "董事會批准了計劃。", "董事会批准了计划。"])
def test_news_is_no_boilerplate_and_no_call(text: str) -> None:
    assert not is_boilerplate(text)
    assert not is_call_to_action(text)
    assert not is_question(text)


def test_questions_and_calls() -> None:
    assert is_question("Who pays?") and is_question("誰來付錢？")
    assert not is_question("He asked, “Who pays?”")
    assert is_call_to_action("Let's build it together.") and is_call_to_action("让我们一起建设。")


@given(st.text(max_size=300))
def test_lines_are_ordered_and_inside(text: str) -> None:
    end = 0
    for line in read_lines(text):
        assert end <= line.start < line.end <= len(text)
        end = line.end
