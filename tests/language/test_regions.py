"""Which place lies in which, and that the table of names knows every place that is spoken of."""

from __future__ import annotations

import pytest

from factcheck.language.entities import EntityKind, find_entities, load_aliases
from factcheck.language.regions import _MEMBERS, SEATS, is_part_of_country, lies_in


@pytest.mark.parametrize(
    ("part", "whole", "lies"),
    [
        ("romania", "eu", True),
        ("romania", "europe", True),
        ("shenzhen", "guangdong", True),
        ("shenzhen", "china", True),
        ("shenzhen", "asia", True),
        ("kaohsiung", "taiwan", True),
        ("munich", "eu", True),
        ("taiwan", "world", True),
        ("taiwan", "china", False),
        ("uk", "eu", False),
        ("china", "shenzhen", False),
        ("world", "world", False),
        ("mexico", "north america", True),
    ],
)
def test_parts_and_wholes(part: str, whole: str, lies: bool) -> None:
    assert lies_in(part, whole) is lies


def test_cities_and_provinces_are_parts_of_countries_and_countries_are_not() -> None:
    assert all(is_part_of_country(one) for one in ("texas", "osaka", "guangdong", "hsinchu", "lisbon"))
    assert not any(is_part_of_country(one) for one in ("romania", "eu", "asia", "world", "hong kong"))


def test_every_key_is_one_of_the_table_of_names() -> None:
    known = {sense.key for senses in load_aliases().senses.values() for sense in senses}
    members = {key for parts in _MEMBERS.values() for key in parts.split(",")}
    assert (members | _MEMBERS.keys() | SEATS) - known == set()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("羅馬尼亞與保加利亞", {"romania", "bulgaria"}),
        ("罗马尼亚 and Bulgaria", {"romania", "bulgaria"}),
        ("烏茲別克、肯亞和秘魯", {"uzbekistan", "kenya", "peru"}),
        ("乌兹别克斯坦、肯尼亚和秘鲁", {"uzbekistan", "kenya", "peru"}),
        ("Chad and Niger sent troops to a border region of Africa", {"chad", "niger", "africa"}),
        ("本港9月出口", {"hong kong"}),
        ("廣東省與山東省", {"guangdong", "shandong"}),
    ],
)
def test_countries_and_provinces_in_both_languages(text: str, keys: set[str]) -> None:
    assert {one.key for one in find_entities(text) if one.kind is EntityKind.PLACE} == keys


@pytest.mark.parametrize(
    "text",
    [
        "沿海地区的扩大连锁",
        "參加納斯達克上市儀式",
        "東南投資與造福建設",
        "US$10 billion",
        "HK$3.9 億",
        "Michael Jordan won six titles",
        "the Mali GPU of Arm",
    ],
)
def test_no_place_within_longer_words(text: str) -> None:
    assert [one for one in find_entities(text) if one.kind is EntityKind.PLACE] == []
