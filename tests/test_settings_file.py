"""Single keys of factcheck.toml are changed; everything else in it stays, and what cannot be changed is said."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck.errors import SettingError, WorkspaceError
from factcheck.settings_file import write_settings


def test_a_key_is_replaced_in_its_place_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text('# 設定\ntop = 3  # few\n  encoder = "old"\n\ncandidates = 40', encoding="utf-8")
    write_settings(path, {"encoder": "/models/模型", "judge": "b", "dimension": 128})
    assert path.read_text("utf-8") == (
        '# 設定\ntop = 3  # few\nencoder = "/models/模型"\n\ncandidates = 40\njudge = "b"\ndimension = 128\n'
    )


def test_none_takes_a_key_out_and_no_change_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    write_settings(path, {"encoder": None})
    assert not path.exists()
    path.write_text('encoder = "a"\ntop = 3\n', encoding="utf-8")
    write_settings(path, {"encoder": None, "judge": None})
    assert path.read_text("utf-8") == "top = 3\n"
    before = path.stat().st_mtime_ns
    write_settings(path, {"top": 3})
    assert path.stat().st_mtime_ns == before
    assert not list(tmp_path.glob("*.new"))


@pytest.mark.parametrize("value", ['a "quoted" name', "C:\\models\\a", "模型\t名", "é𝕏"])
def test_values_survive_the_quoting(tmp_path: Path, value: str) -> None:
    path = tmp_path / "factcheck.toml"
    write_settings(path, {"encoder": value})
    assert tomllib.loads(path.read_text("utf-8")) == {"encoder": value}


@pytest.mark.parametrize(
    "text",
    [
        'encoder = """\nold"""\n',
        "encoder = '''\nold'''\ntop = 3\n",
        'other = """\nencoder = "x"\n"""\nencoder = "old"\n',
    ],
)
def test_lines_that_cannot_be_changed_alone_are_left_and_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match='change it by hand to have: encoder = "new"'):
        write_settings(path, {"encoder": "new"})
    assert path.read_text("utf-8") == text


def test_a_file_that_cannot_be_read_or_written_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text("encoder: a", encoding="utf-8")
    with pytest.raises(SettingError, match="no TOML"):
        write_settings(path, {"encoder": "new"})
    with pytest.raises(WorkspaceError, match="Cannot write"):
        write_settings(tmp_path / "absent" / "factcheck.toml", {"encoder": "new"})
