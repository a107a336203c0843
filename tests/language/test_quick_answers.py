"""Questions that are answered before the costly pattern is tried: the short way must not lose anything."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language.dates import find_dates
from factcheck.language.entities import find_entities
from factcheck.language.scripts import detect_language
from factcheck.language.structure import is_boilerplate
from factcheck.language.units import match_unit
from factcheck.model import Language


@pytest.mark.parametrize(
    "text",
    [
        "© 2025 The Daily",
        "This story was originally first published in May.",
        "Corrections: please write to the desk",
        "Contact the editors at desk@example.org",
        "聯繫我們刪除",
        "更正請致信本報",
        "本站使用cookie",
        "分享至臉書",
        "文中觀點僅代表作者",
        "廣告",
    ],
)
def test_each_sort_of_boilerplate_is_found_by_its_mark(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize("text", ["廣告收入成長三成。", "The first article was published by the ministry."])
def test_a_mark_alone_is_no_boilerplate(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize(
    "text", ["in May", "on may 5", "the third of may", "last\tmay, this year", "5\u00a0may"]
)
def test_may_is_a_month_beside_a_day_or_capitalised(text: str) -> None:
    assert [one.month for one in find_dates(text, reference_date=date(2025, 8, 9))][:1] == [5]


@pytest.mark.parametrize(
    "text", ["The court may revoke it.", "Article 5 says that its owner may not apply.", "It may."]
)
def test_may_is_mostly_a_verb(text: str) -> None:
    assert not find_dates(text, reference_date=date(2025, 8, 9))


def test_what_is_remembered_of_a_text_cannot_be_changed_by_who_asked() -> None:
    text = "NVIDIA sold chips to TSMC."
    find_entities(text).clear()
    assert [one.key for one in find_entities(text)] == ["nvidia", "tsmc"]


@pytest.mark.parametrize("text", ["个百分点", "个 百分点", "个 百 分 点"])
def test_a_unit_is_found_whatever_the_blanks_in_it(text: str) -> None:
    found = match_unit(text, 0)
    assert found is not None and found[1] == "pp"


def test_an_apostrophe_keeps_a_foreign_word_from_counting() -> None:
    assert detect_language("l'un d'une qu'une n'est l'est d'un") is Language.EN
    assert detect_language("une est dans pour que les des") is Language.UND
