"""Questions lose the words that only ask, in both languages and scripts; nothing else loses anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.questions import asked_about


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Who chairs Veltron?", "chairs Veltron"),
        ("How many chips did Veltron sell in May?", "chips did Veltron sell in May"),
        ("澄江半導體的董事長是誰？", "澄江半導體的董事長是"),
        ("澄江半导体的董事长是谁?", "澄江半导体的董事长是"),
        ("澄江半導體在哪一個省設廠？", "澄江半導體在 個省設廠"),
        ("為甚麼澄江半導體關廠呢", "澄江半導體關廠"),
        ("为什么澄江半导体关厂呢", "澄江半导体关厂"),
        ("Veltron在哪一年賣出Falcon 4？", "Veltron在 年賣出Falcon 4"),
        ("「誰賣了晶片？」", "「 賣了晶片 」"),
        ("Did the WHO approve it?", "Did the WHO approve it"),
        ("What's the price of the H20?", "the price of the H20"),
        ("哪吒2票房是多少？", "哪吒2票房是"),
        ("吗啡是毒品吗？", "吗啡是毒品"),
        ("任何人都可以買H20嗎？", "任何人都可以買H20"),
        ("近几年的销量如何？", "近几年的销量"),
    ],
)
def test_a_question_is_what_it_asks_about(question: str, about: str) -> None:
    assert asked_about(question).split() == about.split()


@pytest.mark.parametrize(
    "text",
    [
        "Veltron said who would chair it.",
        "這對出口沒有什麼影響。",
        "这对出口没有什么影响。",
        "多少有些Veltron的影子。",
        "誰？",
        "Who?",
        "?",
        "",
    ],
)
def test_what_is_no_question_or_nothing_else_stays(text: str) -> None:
    assert asked_about(text) == text


@given(st.text(alphabet="who whatİß?？誰哪一 年嗎呢Veltron「」", max_size=40))
def test_something_is_always_left_and_nothing_is_made_up(text: str) -> None:
    left = asked_about(text)
    assert bool(left) == bool(text)
    rest = iter(text)
    assert left == text or all(letter == " " or letter in rest for letter in left)
