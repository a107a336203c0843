"""A person's own keys: read, checked, and in force on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from sittings import Sitting, sit

from factcheck import Workspace
from factcheck.errors import SettingError
from tui.actions import ACTIONS
from tui.keymap import load_actions


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    (folder / "factcheck").mkdir(parents=True)
    return folder / "factcheck" / "keys.toml"


def keys(folder: Path, name: str) -> tuple[str, ...]:
    return next(action.keys for action in load_actions(folder) if action.id == name)


def test_without_a_file_the_table_is_in_force(tmp_path: Path) -> None:
    assert load_actions(tmp_path) == ACTIONS


def test_the_workspaces_keys_outrank_ones_own(tmp_path: Path, home: Path) -> None:
    home.write_text('supported = "1"\nshow_queue = "S"\nflag = "F"\n', encoding="utf-8")
    (tmp_path / "keys.toml").write_text('\ufeffflag = ["!", "ctrl+f"]\n', encoding="utf-8")
    assert keys(tmp_path, "supported") == ("1",)
    assert keys(tmp_path, "flag") == ("exclamation_mark", "ctrl+f")
    assert keys(tmp_path, "undo") == ("z",)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('suported = "1"', "'suported' is no action. Did you mean 'supported'?"),
        ("supported = 1", "'supported' wants a key or a list of keys in quotes, found 1"),
        ('supported = "spce"', "found 'spce'. Did you mean 'space'?"),
        ('supported = "ctrl+c"', "the terminal keeps it"),
        ('supported = "hyper+x"', "found 'hyper+x'"),
        ('supported = "c"', "'supported' has the key 'c', which 'contradicted' has already"),
        ("supported", "Write one `action = "),
    ],
)
def test_what_is_wrong_is_one_line_that_names_the_file(tmp_path: Path, written: str, message: str) -> None:
    path = tmp_path / "keys.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(SettingError) as failed:
        load_actions(tmp_path)
    assert message in str(failed.value)
    assert str(path) in str(failed.value) and "\n" not in str(failed.value)


def test_an_own_key_decides_and_the_old_one_does_not(queue: Workspace) -> None:
    (queue.folder.path / "keys.toml").write_text('flag = "9"\nundo = []\n', encoding="utf-8")

    async def act(here: Sitting) -> None:
        await here.press("f", "z")
        assert queue.store.last_event() == 0
        assert "9 flag" in here.shown()
        await here.press("9")
        assert queue.store.last_event() == 1

    sit(queue, act)
