"""What a newer program wrote (rows, indexes, settings) is refused in one line by every door, and left alone."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fuzz.fuzzing import CORPUS
from hostile.every_command import command_of, every_command
from schemas.old_workspaces import on_disk

from factcheck import Workspace
from factcheck.cli import main
from factcheck.doctor import diagnose, repair
from factcheck.errors import FactcheckError, NewerWorkspace, SettingError


def newer_schema(folder: Path) -> None:
    connection = sqlite3.connect(folder / "claims.db")
    with connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('factcheck', 'm999_x', '')"
        )
    connection.close()


def newer_manifest(folder: Path) -> None:
    path = folder / "embeddings" / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "format": 3, "more": [1]}), "utf-8")


def newer_settings(folder: Path) -> None:
    (folder / "factcheck.toml").write_text("quorum = 3\n", encoding="utf-8")


ROWS = [
    ["demo"],
    ["add", "SOURCE"],
    ["check", "SOURCE"],
    ["claim", "Veltron損失80億美元"],
    ["search", "晶片"],
    ["explain", "晶片出貨四萬片"],
    ["index"],
    ["merge", "OTHER"],
    ["sources", "edit", "0", "--title", "x"],
    ["sources", "remove", "0"],
    ["evaluate", "gold", "GOLD"],
    ["doctor"],
    ["doctor", "--repair"],
]
"""Commands that open rows and indexes."""
ONLY_ROWS = [
    ["models", "use", "--judge", "thorough"],
    ["sources"],
    ["names"],
    ["decide", "0", "supported"],
    ["assign", "安"],
    ["history", "0"],
    ["agreement"],
    ["report"],
    ["review", "--web"],
    ["import", "CHECKS"],
]
ROWS_AS_THEY_LIE = [["backup", "NEW"]]
ONLY_SETTINGS = [
    ["models"],
    ["evaluate", "verdict", "GOLD"],
    ["evaluate", "retrieval", "--docs", "DOCS", "--queries", "QUERIES"],
    ["evaluate", "translation", "GOLD"],
    ["evaluate", "checkworthiness", "GOLD"],
]
KINDS: dict[str, tuple[Callable[[Path], None], str, list[list[str]]]] = {
    "schema": (
        newer_schema,
        "'m999_x', this version knows up to 'm0",
        ROWS + ONLY_ROWS + ROWS_AS_THEY_LIE,
    ),
    "manifest": (newer_manifest, "has format 3, this version reads 2. Upgrade", ROWS),
    "settings": (newer_settings, "'quorum' is no setting", ROWS + ONLY_ROWS + ONLY_SETTINGS),
}
ALWAYS = {
    "diff": "compares two reports, in no workspace",
    "restore": "puts another workspace in its place and keeps this one beside it",
}
EXEMPT: dict[str, dict[str, str]] = {
    "schema": dict.fromkeys(map(command_of, ONLY_SETTINGS), "reads the settings, and no row"),
    "manifest": {
        **dict.fromkeys(map(command_of, ONLY_ROWS + ROWS_AS_THEY_LIE), "reads rows, which are sound"),
        **dict.fromkeys(map(command_of, ONLY_SETTINGS), "reads the settings, which are sound"),
    },
    "settings": dict.fromkeys(
        map(command_of, ROWS_AS_THEY_LIE), "copies settings as they lie, and obeys none"
    ),
}
"""By what is newer: the commands that need not refuse it, and why."""
SAY_MORE = {
    "doctor": "each problem is a line, and their number",
}
"""Commands of which the refusal is one line among others."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_command_is_tried_or_says_why_not(kind: str) -> None:
    """A command that comes to the program has to come to these lists."""
    tried = {command_of(words) for words in KINDS[kind][2]}
    exempt = EXEMPT[kind] | ALWAYS
    assert tried | exempt.keys() == set(every_command())
    assert not tried & exempt.keys()


@pytest.fixture
def other(checked_folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(checked_folder, tmp_path / "other")
    return tmp_path / "other"


@pytest.mark.parametrize("kind", KINDS)
def test_every_command_refuses_in_one_line(
    checked_folder: Path, other: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    make_newer, said, commands = KINDS[kind]
    folder = tmp_path / "ws"
    shutil.copytree(checked_folder, folder)
    make_newer(folder)
    before = on_disk(folder)
    places = _places(tmp_path, other)
    for command in commands:
        words = [places.get(word, word) for word in command]
        code = main(["--workspace", str(folder), *words])
        err = capsys.readouterr().err
        told = [line for line in err.splitlines() if said in line]
        assert (code in (1, 2), len(told)) == (True, 1), (command, code, err)
        assert "Traceback" not in err and "This is a defect" not in err, err
        assert command_of(words) in SAY_MORE or err.splitlines() == told, err
        assert on_disk(folder) == before, command
    assert not (tmp_path / "new backup").exists()


def _places(folder: Path, other: Path) -> dict[str, str]:
    """What stands for the words in capitals: files that each command would take."""
    (folder / "new.md").write_text("啟明半導體七月出貨60,000片。Veltron shipped none.\n", encoding="utf-8")
    (folder / "checks.csv").write_text("text,verdict\nVeltron損失80億美元,false\n", encoding="utf-8")
    measured = CORPUS / "evaluate"
    return {
        "SOURCE": str(folder / "new.md"),
        "CHECKS": str(folder / "checks.csv"),
        "OTHER": str(other),
        "NEW": str(folder / "new backup"),
        "GOLD": str(measured / "gold.jsonl"),
        "DOCS": str(measured / "documents.jsonl"),
        "QUERIES": str(measured / "queries.jsonl"),
    }


@pytest.mark.parametrize("kind", ["schema", "manifest"])
def test_a_newer_workspace_is_not_merged_from(
    checked_folder: Path, other: Path, tmp_path: Path, kind: str
) -> None:
    """Its rows count: embeddings/ of the other side is not looked at."""
    KINDS[kind][0](other)
    folder = tmp_path / "ws"
    shutil.copytree(checked_folder, folder)
    before, theirs = on_disk(folder), on_disk(other)
    with Workspace(folder) as workspace:
        if kind == "schema":
            with pytest.raises(NewerWorkspace, match="m999_x"):
                workspace.merge(other)
            assert on_disk(folder) == before
        else:
            workspace.merge(other)
    assert on_disk(other) == theirs


@pytest.mark.parametrize("kind", ["schema", "manifest"])
def test_from_python_it_is_an_error_of_its_own_kind(checked_folder: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "ws"
    shutil.copytree(checked_folder, folder)
    KINDS[kind][0](folder)
    before = on_disk(folder)
    with Workspace(folder) as workspace:
        for act in (lambda: workspace.search("晶片"), lambda: list(repair(workspace))):
            with pytest.raises(NewerWorkspace, match="Upgrade factcheck-workbench"):
                act()
        (problem,) = diagnose(workspace).problems
    assert "newer version" in problem.what
    assert on_disk(folder) == before


def test_newer_settings_are_refused_before_anything_is_opened(checked_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ws"
    shutil.copytree(checked_folder, folder)
    newer_settings(folder)
    before = on_disk(folder)
    with pytest.raises(SettingError, match="'quorum' is no setting") as caught:
        Workspace(folder)
    assert isinstance(caught.value, FactcheckError)
    assert on_disk(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
@pytest.mark.parametrize("kind", ["schema", "settings"])
def test_the_screen_is_not_opened_on_it(checked_folder: Path, tmp_path: Path, kind: str) -> None:
    """In a real terminal: no screen is drawn, one line is said."""
    make_newer, said, _ = KINDS[kind]
    folder = tmp_path / "ws"
    shutil.copytree(checked_folder, folder)
    make_newer(folder)
    before = on_disk(folder)
    terminal, keyboard = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "review", "--workspace", str(folder), "--reviewer", "安"],
        stdin=keyboard,
        stdout=keyboard,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
    )
    os.close(keyboard)
    os.close(terminal)
    (line,) = done.stderr.splitlines()
    assert done.returncode in (1, 2)
    assert said in line
    assert on_disk(folder) == before
