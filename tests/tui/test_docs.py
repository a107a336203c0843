"""docs/review.md against the screen: its table of keys, its keys.toml, its commands and its Python."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.cli import main
from tui.actions import ACTIONS, Pane
from tui.keymap import load_actions
from tui.lines import shown_key

_ROOT = Path(__file__).resolve().parents[2]
_PAGE = _ROOT / "docs" / "review.md"
_BEGIN, _END = "<!-- keys: made by tests/tui/test_docs.py -->\n", "<!-- end of keys -->"


def table() -> str:
    rows = ["| name | key | where | what it does |", "|---|---|---|---|"]
    for action in ACTIONS:
        keys = " ".join(f"`{shown_key(key)}`" for key in action.keys)
        where = "" if action.pane is Pane.ANYWHERE else action.pane.value
        rows.append(f"| `{action.id}` | {keys} | {where} | {action.help[0]} |")
    return "\n".join(rows) + "\n"


def test_the_table_of_keys_is_the_table_of_actions() -> None:
    """After a change that is meant: GOLDEN=write."""
    page = _PAGE.read_text("utf-8")
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    wanted = before + _BEGIN + table() + _END + after
    if os.environ.get("GOLDEN") == "write":
        _PAGE.write_text(wanted, encoding="utf-8")
    assert _PAGE.read_text("utf-8") == wanted


def test_the_keys_of_the_example_can_be_used(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", _PAGE.read_text("utf-8"), re.DOTALL)
    (tmp_path / "keys.toml").write_text(block, encoding="utf-8")
    keys = {action.id: action.keys for action in load_actions(tmp_path)}
    assert (keys["supported"], keys["help"]) == (("1",), ("question_mark", "ctrl+h"))


def test_the_pictures_named_are_there() -> None:
    named = re.findall(r"\]\((pictures/[^)]+)\)", _PAGE.read_text("utf-8"))
    assert len(named) == 3
    assert [name for name in named if not (_PAGE.parent / name).is_file()] == []


def test_the_commands_and_the_python_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = _PAGE.read_text("utf-8")
    (tmp_path / "examples").symlink_to(_ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_WORKSPACE", "my-workspace")
    (shell,) = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    for line in shell.splitlines():
        assert main(shlex.split(line)[1:]) == 0
    (python,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(python, str(_PAGE), "exec"), {})
    with Workspace("my-workspace") as workspace:
        assert [event.event for _, event in workspace.store.events_after(0)] == ["decided", "undone"]
