"""A sentence is cut where both sides can be checked, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.clauses import split_clauses


def clauses(sentence: str) -> list[str]:
    return [span.of(sentence) for span in split_clauses(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Harbour traffic rose 12% to $30.1 billion, while rail freight fell 4%.",
            ["Harbour traffic rose 12% to $30.1 billion", "rail freight fell 4%"],
        ),
        (
            "The board approved the plan in May; two unions oppose it.",
            ["The board approved the plan in May", "two unions oppose it"],
        ),
        (
            "The ministry approved the import, but it set no date.",
            ["The ministry approved the import", "it set no date"],
        ),
        (
            "Although rail freight fell 4%, port traffic rose 9%.",
            ["rail freight fell 4%", "port traffic rose 9%"],
        ),
        (
            "The yard opened in 2019, employs 2,000 people and builds 14 ships a year.",
            ["The yard opened in 2019", "employs 2,000 people", "builds 14 ships a year"],
        ),
        (
            "The Baltic crane lifts 620 tonnes and is made by Acme in Porto.",
            ["The Baltic crane lifts 620 tonnes", "is made by Acme in Porto"],
        ),
        (
            "The Baltic yard cost 640 million euros and employs 420 people.",
            ["The Baltic yard cost 640 million euros", "employs 420 people"],
        ),
        (
            "Acme closed its yard in Faro and has moved 40 cranes to Porto.",
            ["Acme closed its yard in Faro", "has moved 40 cranes to Porto"],
        ),
        (
            "港口貨運量增長12%，鐵路貨運量下降4%。",
            ["港口貨運量增長12%", "鐵路貨運量下降4%"],
        ),
        (
            "董事会在五月批准了该计划，但两个工会反对这一决定。",
            ["董事会在五月批准了该计划", "两个工会反对这一决定"],
        ),
        (
            "晨報指出,港務局在五月解除了禁令,船廠隨即追加訂單30艘,以應對需求。",
            ["晨報指出,港務局在五月解除了禁令", "船廠隨即追加訂單30艘,以應對需求"],
        ),
        (
            "Acme船廠的訂單達到300艘，而Baltic船廠的訂單只有40艘。",
            ["Acme船廠的訂單達到300艘", "Baltic船廠的訂單只有40艘"],
        ),
    ],
)
def test_two_statements_are_two_clauses(sentence: str, expected: list[str]) -> None:
    assert clauses(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "北风物流的货运量增长12%，and its rail arm lost $4 million.",
            ["北风物流的货运量增长12%", "its rail arm lost $4 million"],
        ),
        (
            "Exports to Faro fell 9%; 兩國的協定將於2026年生效",
            ["Exports to Faro fell 9%", "兩國的協定將於2026年生效"],
        ),
        ("林婉儀說：“We would rather run three lines.”", ["林婉儀說：“We would rather run three lines.”"]),
        (
            "若價格再跌一成，the consultancy expects a glut",
            ["若價格再跌一成，the consultancy expects a glut"],
        ),
    ],
)
def test_a_change_of_language_parts_statements_but_no_speaker_and_no_condition(
    sentence: str, expected: list[str]
) -> None:
    assert clauses(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "In July, the port reopened",
        "According to the board, the port reopened",
        "The firm, which sells cranes to Lisbon, Porto and Faro, has hired 300 engineers",
        "When the ban was lifted, the port reopened",
        "“We cut costs, and we raised prices,” the chairman said",
        "Traffic fell sharply, the board said",
        "The board said the yard has 40 cranes and is owned by Acme",
        "The yard that has 40 cranes and is owned by Acme reopened",
        "Acme has closed the yard and is gone",
        "He was born in Faro and is the founder of Acme",
        "Officials warned the dam had cracked badly and was at risk of collapse",
        "Acme confirmed the yard had closed and was up for sale",
        "Acme closed the yard because demand had fallen and was below its old level",
        "the old yard has 40 cranes and is owned by Acme",
        "2025年上半年，港口貨運量增長12%",
        "据港务局统计，港口货运量增长12%",
        "如果禁令持續，港口將損失30億元",
        "隨著需求回升，港口恢復了夜班",
        "局長表示：“貨運量上升，成本下降，我們很滿意。”",
        "港口向里斯本、波爾圖、法魯等城市供貨",
        "在董事會批准計劃後，港口恢復了夜班",
        "港口的重開，標誌著新的開始",
        "年吞吐量為1,200,000噸",
    ],
)
def test_what_is_no_statement_of_its_own_stays(sentence: str) -> None:
    assert clauses(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("However, the port reopened.", "the port reopened"),
        ("因此，港口於五月重開。", "港口於五月重開"),
        ("但港口于五月重开！", "港口于五月重开"),
        ("并未恢复夜班的港口于五月关闭。", "并未恢复夜班的港口于五月关闭"),
    ],
)
def test_connectives_and_marks_stay_outside(sentence: str, expected: str) -> None:
    assert clauses(sentence) == [expected]


@given(st.text(max_size=200))
def test_any_text_gives_ordered_spans_inside(text: str) -> None:
    end = 0
    for span in split_clauses(text):
        assert end <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        end = span.end


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("The licences cover no more than 150,000 units, and every chip carries a fee of $300.", 2),
        ("Veltron keeps its target of 180,000 chips, and it closed a capital increase in June.", 2),
        ("Buyers expect a glut, and rivals plan no cuts.", 2),
        ("It sold 5 million units a month and 3 million chips a week.", 1),
    ],
)
def test_present_tense_verbs_that_no_list_holds(sentence: str, parts: int) -> None:
    assert len(split_clauses(sentence)) == parts
