"""Other spellings of what somebody looks for."""

from __future__ import annotations

import pytest

from factcheck.language.spellings import spellings


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("  Lark-9 ", ("Lark-9",)),
        ("里面", {"里面", "裏面", "裡面"}),
        ("臺灣", {"臺灣", "台湾"}),
        ("辉达 H20", {"辉达 H20", "輝達 H20"}),
        ("Ｈ２０", {"Ｈ２０", "H20"}),
        ("  ", ()),
    ],
)
def test_each_script_and_width(typed: str, wanted: object) -> None:
    found = spellings(typed)
    assert found == wanted if isinstance(wanted, tuple) else set(wanted) <= set(found)  # type: ignore[call-overload]
    assert len(found) == len(set(found))
    assert found[:1] == ((typed.strip(),) if typed.strip() else ())
