"""Subjects found, and carried over only where it is safe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.english_subjects import relative_alone
from factcheck.language.subjects import (
    Subject,
    as_subject,
    find_subject,
    local_subject,
    names_somebody_else,
    stand_alone,
)


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("港務局批准了計劃", "港務局"),
        ("2025年，里斯本港口突破了纪录", "里斯本港口"),
        ("Maria Costa opened the yard in May", "Maria Costa"),
        ("In July, the Lisbon port reopened", None),
        ("The Lisbon Port Authority has hired 300 people", "The Lisbon Port Authority"),
        ("批准了港口的計劃", None),
        ("将港口列为重点", None),
    ],
)
def test_find_subject(clause: str, subject: str | None) -> None:
    span = find_subject(clause)
    assert (span.of(clause) if span else None) == subject


@pytest.mark.parametrize(
    ("clause", "subject", "elided", "expected"),
    [
        ("批准了数十艘船的订单", Subject("港务局", False), True, "港务局批准了数十艘船的订单"),
        ("批准了数十艘船的订单", Subject("港务局", False), False, "批准了数十艘船的订单"),
        ("市佔率從5%升至18%", Subject("Acme的船舶", False), True, "Acme的市佔率從5%升至18%"),
        ("其份额降至18%", Subject("Acme", False), True, "Acme的份额降至18%"),
        ("采用5纳米工艺", Subject("长岭科技的青鸾3功耗", False), True, "长岭科技的青鸾3采用5纳米工艺"),
        ("採用新的材料", Subject("青鸞3的售價", False), True, "青鸞3採用新的材料"),
        ("收購了遠山電子", Subject("該公司股價", False), True, "該公司收購了遠山電子"),
        ("在2025年发生下滑", Subject("青鸾市的出生率", False), True, "青鸾市的出生率在2025年发生下滑"),
        ("由去年的60億元增長33%", Subject("維創淨利潤", False), True, "維創淨利潤由去年的60億元增長33%"),
        ("在週三開盤時達到80元", Subject("維創股價", False), True, "維創股價在週三開盤時達到80元"),
        ("高于上一代", Subject("青鸾3功耗", False), True, "青鸾3功耗高于上一代"),
        ("降至180瓦", Subject("Acme 的功耗", False), True, "Acme 的功耗降至180瓦"),
        ("推出新晶片", Subject("營收", False), True, "營收推出新晶片"),
        ("他也是董事會成員", Subject("陳大明", True), False, "陳大明也是董事會成員"),
        ("他也是董事會成員", Subject("港務局", False), False, "他也是董事會成員"),
        ("He added that costs fell", Subject("Ada Moreno", True), False, "Ada Moreno added that costs fell"),
        ("He added that costs fell", Subject("Acme", False), False, "He added that costs fell"),
        ("employs 2,000 people", Subject("Acme", False), True, "Acme employs 2,000 people"),
        ("Its profit fell", Subject("Acme", False), False, "Acme’s profit fell"),
    ],
)
def test_stand_alone(clause: str, subject: Subject, elided: bool, expected: str) -> None:
    assert stand_alone(clause, subject, elided=elided) == expected


@pytest.mark.parametrize(
    ("clause", "before", "expected"),
    [
        ("which paid £18 million", "The club sold it to Meridian Homes", "Meridian Homes paid £18 million"),
        ("who pay 9% of it", "It sells power to island customers", "island customers pay 9% of it"),
        ("which cost $3 million", "It was 2019", "which cost $3 million"),
        ("it cost $3 million", "They bought the yard", "it cost $3 million"),
    ],
)
def test_relative_clauses_stand_by_the_noun_before(clause: str, before: str, expected: str) -> None:
    assert relative_alone(clause, before) == expected


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("The hospital", Subject("The hospital", False)),
        ("這家公司", Subject("這家公司", False)),
        ("该医院", Subject("该医院", False)),
        ("它", None),
        ("这种做法", None),
    ],
)
def test_inside_its_sentence_a_definite_noun_is_enough(words: str, subject: Subject | None) -> None:
    assert local_subject(words) == subject


def test_a_second_person_makes_he_and_she_unsafe() -> None:
    costa = Subject("Maria Costa", True)
    assert names_somebody_else("Maria Costa met Ana Lopes in June", costa)
    assert not names_somebody_else("Maria Costa opened the yard in June", costa)
    assert names_somebody_else("市長林若會見了陳美玲", Subject("市長林若", True))
    assert not names_somebody_else("市长林若宣布参选", Subject("市长林若", True))


def test_without_a_subject_nothing_changes() -> None:
    assert stand_alone("批准了订单", None, elided=True) == "批准了订单"


@pytest.mark.parametrize("words", ["他", "這種做法", "此次事件", "本文", "It", "The", "These rules", "原因"])
def test_what_cannot_be_referred_to(words: str) -> None:
    assert as_subject(words) is None


def test_people_and_things() -> None:
    assert as_subject("Ada Moreno") == Subject("Ada Moreno", True)
    assert as_subject("The Harbour Ministry") == Subject("The Harbour Ministry", False)
    assert as_subject("玛丽亚·科斯塔") == Subject("玛丽亚·科斯塔", True)


@given(st.text(max_size=120), st.booleans())
def test_the_clause_stays_in_its_wording(text: str, elided: bool) -> None:
    wording = stand_alone(text, Subject("Acme", False), elided=elided)
    assert len(wording) >= len(text) - 4
    span = find_subject(text)
    assert span is None or 0 <= span.start < span.end <= len(text)
