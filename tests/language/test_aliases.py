"""The table of names: a workspace's own adds to the built-in one and corrects it; faults are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import SettingError
from factcheck.language.entities import find_entities, load_aliases


def _own(folder: Path, text: str) -> Path:
    path = folder / "aliases.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_names_are_found_in_every_script(tmp_path: Path) -> None:
    table = load_aliases(_own(tmp_path, '[organisation]\nmeridian = ["Meridian Chips", "子午半導體"]\n'))
    for text in (
        "Meridian Chips grew.",
        "子午半導體增長。",
        "子午半导体增长。",
        "子午半導體 grew.",
    ):
        found = find_entities(text, aliases=table)
        assert "meridian" in {key for mention in found for key in mention.keys}


def test_own_words_that_are_no_names_win(tmp_path: Path) -> None:
    assert [mention.key for mention in find_entities("據彭博報導。")] == ["bloomberg"]
    table = load_aliases(_own(tmp_path, '[not-names]\nwords = ["彭博"]\n'))
    assert find_entities("據彭博報導。", aliases=table) == []


def test_an_own_entry_replaces_what_a_name_meant(tmp_path: Path) -> None:
    table = load_aliases(_own(tmp_path, '[organisation]\nalphabet = ["Alphabet"]\n'))
    (sense,) = (one for one in table.senses["alphabet"] if one.key == "alphabet")
    assert sense.near == () and sense.written is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[organisation\n", "table of names"),
        ('[company]\nx = ["XY"]\n', "found 'company'"),
        ("[product]\nx = 3\n", "Wanted a list of names"),
        ('[product]\nx = ["X"]\n', "two characters"),
        ('[product]\nx = { names = ["XY"], nearby = ["z"] }\n', "Wanted a list of names"),
        ("[product]\nx = [1]\n", "Wanted lists of words"),
    ],
)
def test_a_faulty_table_is_refused_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    path = _own(tmp_path, text)
    with pytest.raises(SettingError, match=said) as caught:
        load_aliases(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
