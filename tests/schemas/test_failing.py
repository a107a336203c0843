"""A step that fails leaves the workspace as the earlier program left it, whichever step it is and why."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from schemas.old_workspaces import DUMPS, level, on_disk, restored

from factcheck import migrations
from factcheck.cli import main
from factcheck.errors import WorkspaceError
from factcheck.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

OLDEST = next(dump for dump in DUMPS if level(dump) == 4)
"""The first schema that a program wrote."""


def failing_after(step: Callable[[Database], None]) -> Callable[[Database], None]:
    """The step, and then what a full disk says."""

    def fails(db: Database) -> None:
        step(db)
        raise sqlite3.OperationalError("database or disk is full")

    fails.__name__ = step.__name__
    return fails


@pytest.mark.parametrize("place", range(level(OLDEST), len(migrations.STEPS)))
def test_whichever_step_fails_nothing_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    path = restored(OLDEST, tmp_path / "ws")
    before = on_disk(path.parent)
    steps = list(migrations.STEPS)
    steps[place] = failing_after(steps[place])
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", tuple(steps))
        with pytest.raises(WorkspaceError, match="disk is full.*has room") as caught:
            Store(path)
    assert "\n" not in str(caught.value)
    assert on_disk(path.parent) == before
    with Store(path) as store:
        assert store.verify() == []


@pytest.mark.parametrize("name", ["readings", "verdicts", "moves", "open_claims", "short_forms"])
def test_a_table_of_somebody_else_that_is_in_the_way_is_named_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = restored(OLDEST, tmp_path / "ws")
    connection = sqlite3.connect(path)
    connection.executescript(f"CREATE TABLE {name} (ours); INSERT INTO {name} VALUES ('自己的')")
    connection.close()
    before = on_disk(path.parent)
    assert main(["search", "--workspace", str(path.parent), "晶片"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"{name} already exists" in line
    after = on_disk(path.parent)
    assert {file: data for file, data in after.items() if file in before} == before


def test_a_file_that_may_not_be_written_is_not_brought_up_to_date(tmp_path: Path) -> None:
    path = restored(OLDEST, tmp_path / "ws")
    before = on_disk(path.parent)
    with pytest.raises(WorkspaceError, match=r"older layout.*`factcheck doctor` once"):
        Store(path, read_only=True)
    assert on_disk(path.parent) == before
