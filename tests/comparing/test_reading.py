"""Readings of passages: what is packed comes back equal, and holds none of the passage's words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.reading import Reading, pack, read_passage, revision, unpack
from factcheck.language.entities import load_aliases
from factcheck.language.facts import find_facts

_DAY = date(2025, 9, 12)
_TEXTS = [
    "Veltron forecasts a loss of about $8 billion over three years, denied by NVIDIA on July 15.",
    "半導體產業協會於去年10月預估，未來3年損失超過80億美元，並未獲輝達證實。",
    "半导体行业协会预计，未来3年损失15%-30%，去年下半年减半。",
    "Ascend 910C 出貨近300萬顆，up 40% from Q2，但英伟达 denied it。",
    "",
]


_TITLE = "輝達 and AMD, last quarter and 2025年上半年"
_BEFORE = "英特爾表示關切。"


def _read(text: str, day: date | None = _DAY) -> Reading:
    facts = find_facts(text, reference_date=day)
    return read_passage(text, facts, title=_TITLE, context=_BEFORE, published=day)


def _repacked(text: str, reading: Reading) -> Reading:
    return unpack(text, pack(reading), title=_TITLE, context=_BEFORE)


@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize("day", [_DAY, None])
def test_what_is_packed_comes_back_equal(text: str, day: date | None) -> None:
    reading = _read(text, day)
    assert _repacked(text, reading) == reading


@given(st.lists(st.sampled_from([*_TEXTS, "3", "億", " ", "-", "$", "2025年", "Q", "%", "\u202e"])))
def test_any_text_comes_back_equal(parts: list[str]) -> None:
    text = "".join(parts)
    reading = _read(text)
    assert _repacked(text, reading) == reading


def test_names_around_a_passage_are_known_by_key() -> None:
    assert {"nvidia", "amd", "intel"} <= _read("Sales rose.").context.keys


def test_the_periods_of_the_title_are_known() -> None:
    assert [one.text for one in _read("Sales rose.").context.dates] == ["last quarter", "2025年上半年"]


def test_another_table_of_names_is_another_revision(tmp_path: Path) -> None:
    own = tmp_path / "aliases.toml"
    own.write_text('[product]\n"yuefeng 3" = ["Yuefeng 3", "岳峰3"]\n', encoding="utf-8")
    assert revision(load_aliases()) == revision(load_aliases())
    assert revision(load_aliases(own)) != revision(load_aliases())
