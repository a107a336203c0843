"""A backup is the workspace of one moment, whoever writes; and it comes back in place of what is lost."""

from __future__ import annotations

import errno
import itertools
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from nights import times
from schemas.old_workspaces import DUMPS, on_disk, restored
from unprivileged import run_without_write_access
from workspaces import change_rows, filled, first_source

from factcheck import Workspace, backup, disk
from factcheck.backup import Restored, back_up, restore
from factcheck.cli import main
from factcheck.doctor import diagnose, repair
from factcheck.errors import NewerWorkspace, UsageError, WorkspaceError
from factcheck.folder import Folder

WORK = Path(__file__).with_name("backup_work.py")
BACKUPS = times(ci=4, nightly=60)
QUESTIONS = {
    "Veltron sold Lark-9 chips in the first half of 2025": "Regulator clears Lark-9",
    "Veltron在中國的數據中心營收": "市場觀察：雲雀晶片",
    "启明半导体2025年第二季度营收": "竞争对手报告",
    "QM-7芯片 performance of 400 TFLOPS": "竞争对手报告",
}
OWN = {
    "factcheck.toml": "top = 7 # 每條七段\n",
    "aliases.toml": '[organisation]\nveltron = ["Veltron", "維創"]\n',
    "keys.toml": "",
}


class Writer:
    """Another process that writes, and what it said was stored."""

    def __init__(self, act: str, folder: Path, who: str) -> None:
        self.act, self.who = act, who
        self.stored = -1
        """Number of the latest act that is stored."""
        self._process = subprocess.Popen(
            [sys.executable, str(WORK), act, str(folder), who],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.stored = int(line)

    def end(self) -> None:
        self._process.kill()
        self._listener.join()
        self._process.communicate()

    def require_alive(self) -> None:
        if self._process.poll() is not None:
            assert self._process.stderr is not None
            pytest.fail(self._process.stderr.read())

    def found_in(self, database: Path) -> list[int]:
        """Numbers of this writer's acts in a file, in the order in which they lie there."""
        sql = {
            "add": "SELECT substr(d.title, ?) FROM sources s JOIN documents d ON d.id = s.document_id"
            " JOIN passages p ON p.document_id = d.id WHERE d.title LIKE ? ORDER BY s.number",
            "decide": "SELECT replace(replace(note, '第', ''), '次', '') FROM reviews"
            " WHERE length(?) AND reviewer = ? ORDER BY number",
        }[self.act]
        place, name = (len(self.who) + 2, f"{self.who} %") if self.act == "add" else ("x", self.who)
        connection = sqlite3.connect(database)
        try:
            return [int(row[0]) for row in connection.execute(sql, (place, name))]
        finally:
            connection.close()


@contextmanager
def writing(folder: Path) -> Iterator[list[Writer]]:
    """Two that add and two that decide, each of which has stored something."""
    writers = [Writer("add", folder, name) for name in ("Ann", "阿明")]
    writers += [Writer("decide", folder, name) for name in ("ann", "安")]
    try:
        end = time.monotonic() + 60
        while min(writer.stored for writer in writers) < 0:
            for writer in writers:
                writer.require_alive()
            assert time.monotonic() < end, "a writer stored nothing"
            time.sleep(0.01)
        yield writers
        for writer in writers:
            writer.require_alive()
    finally:
        for writer in writers:
            writer.end()


def test_what_is_copied_while_others_write_is_all_that_was_stored_and_nothing_twice(
    checked_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "ws"
    shutil.copytree(checked_folder, folder)
    copies: list[tuple[Path, list[int]]] = []
    with writing(folder) as writers:
        for number in range(BACKUPS):
            before = [writer.stored for writer in writers]
            made = back_up(Folder(folder), tmp_path / f"backup-{number}")
            copies.append((made.folder, before))
            assert made.problems == ()
    for copy, before in copies:
        for writer, least in zip(writers, before, strict=True):
            acts = writer.found_in(copy / "claims.db")
            assert acts == list(range(len(acts))), (writer.act, writer.who)
            assert least < len(acts)
    assert copies[-1][1] > copies[0][1], "nothing was written between the first backup and the last"
    with Workspace(copies[-1][0]) as workspace:
        list(repair(workspace))
        assert diagnose(workspace).problems == ()
        for question, title in QUESTIONS.items():
            assert title in {hit.source.title for hit in workspace.search(question, top=20)}, question


def test_a_backup_is_a_workspace_with_all_that_people_wrote(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        for name, text in OWN.items():
            (workspace.folder.path / name).write_text(text, encoding="utf-8")
        made = workspace.backup(tmp_path / "backups" / "2026-11-26")
    assert sorted(on_disk(made.folder)) == ["aliases.toml", "claims.db", "factcheck.toml"]
    assert (made.folder / "keys.toml").exists()
    assert made.size == sum(map(len, on_disk(made.folder).values()))
    assert [path.name for path in made.folder.parent.iterdir()] == ["2026-11-26"]
    with Workspace(made.folder) as copy:
        assert copy.settings.top == 7
        for question, title in QUESTIONS.items():
            assert first_source(copy.claim(question)) == title
        assert diagnose(copy).sound


def test_nothing_is_overwritten_and_nothing_half_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled(tmp_path) as workspace:
        folder = workspace.folder
    there = tmp_path / "there"
    there.mkdir()
    for target in (there, folder.path, folder.claims_db):
        assert main(["backup", "--workspace", str(folder.path), str(target)]) == 2
        assert "Nothing is overwritten" in capsys.readouterr().err
    with pytest.raises(WorkspaceError, match="Cannot write to"):
        back_up(folder, folder.claims_db / "below" / "a-file")
    with pytest.raises(WorkspaceError, match="No workspace"):
        back_up(Folder(there), tmp_path / "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sources", "there", "ws"]
    assert list(there.iterdir()) == []


def test_a_backup_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """No right to write where the copy is to lie: one line, and no folder half made."""
    with filled(tmp_path) as workspace:
        folder = workspace.folder.path
    (line, left) = run_without_write_access(
        "import sys; from pathlib import Path; from factcheck.backup import back_up;"
        " from factcheck.folder import Folder; from factcheck.errors import WorkspaceError\n"
        "from factcheck.store import Store; import factcheck.language.folding",
        "place = Path(sys.argv[1])\n"
        "try: back_up(Folder(place), place / 'copy')\n"
        "except WorkspaceError as error: print(error)\n"
        "print([path.name for path in place.iterdir() if 'copy' in path.name])\n",
        folder,
    )
    assert re.match("Cannot write to .*ermission", line)
    assert left == "[]"


def test_rows_with_problems_are_copied_as_they_are_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled(tmp_path) as workspace:
        folder = workspace.folder
    change_rows(folder.claims_db, "UPDATE documents SET text = text || '。' WHERE language = 'zh-Hant'")
    assert main(["backup", "--workspace", str(folder.path), str(tmp_path / "copy")]) == 1
    said = capsys.readouterr().err
    assert "sha256" in said
    assert "1 problem" in said
    new = tmp_path / "new"
    assert main(["restore", "--workspace", str(new), str(tmp_path / "copy")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("Restored from ")
    assert "sha256" in lines[1]
    with Workspace(new) as workspace:
        assert len(diagnose(workspace).problems) == 1
        assert first_source(workspace.claim("Veltron在中國的數據中心營收")) == "市場觀察：雲雀晶片"


def test_rows_that_cannot_be_read_are_copied_and_take_no_workspace_s_place(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        folder = workspace.folder
    change_rows(folder.claims_db, "UPDATE passages SET start = '首' WHERE language = 'zh-Hans'")
    assert back_up(folder, tmp_path / "copy").problems
    with pytest.raises(WorkspaceError, match=r"damaged: passage .* is no whole number.*Nothing was changed"):
        restore(Folder(tmp_path / "new"), tmp_path / "copy")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_file_with_a_spoilt_page_is_copied_byte_by_byte_and_said(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        folder = workspace.folder
    spoil_a_page(folder)
    made = back_up(folder, tmp_path / "copy")
    assert made.problems
    assert made.problems[0].startswith("damaged file: ")
    assert "copy" not in made.problems[0]
    # The head counts changes.
    assert (made.folder / "claims.db").read_bytes()[100:] == folder.claims_db.read_bytes()[100:]


@pytest.mark.parametrize("name", ["x" * 300, "晶" * 100], ids=["ASCII", "Chinese"])
def test_a_name_that_no_file_can_have_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    with filled(tmp_path) as workspace:
        folder = str(workspace.folder.path)
    place = str(tmp_path / name)
    for arguments in (["backup", "--workspace", folder, place], ["restore", "--workspace", folder, place]):
        assert main(arguments) in (1, 2)
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert main(["restore", "--workspace", place, folder]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def without_head(files: dict[str, bytes]) -> dict[str, bytes]:
    """Asking whether the file is in use counts as a change in its head."""
    return {**files, "claims.db": files["claims.db"][100:]}


def failing_rename(which: int, to_the_end: bool) -> Callable[[Path, Path], Path]:
    """`Path.rename` that fails at its call of this number, counted from 0, and from there on if told so."""
    calls = itertools.count()
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        number = next(calls)
        if number == which or (to_the_end and number > which):
            raise OSError(errno.EIO, "Input/output error")
        return real(path, target)

    return rename


@pytest.mark.parametrize("which", range(9))
def test_what_cannot_be_put_in_place_leaves_the_workspace_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    """Nine moves: claims.db, embeddings/ and three files out, three files and claims.db in."""
    with filled(tmp_path) as workspace:
        folder = workspace.folder
    for name, text in OWN.items():
        (folder.path / name).write_text(text, encoding="utf-8")
    made = back_up(folder, tmp_path / "copy")
    before = without_head(on_disk(folder.path))
    monkeypatch.setattr(Path, "rename", failing_rename(which, to_the_end=False))
    with pytest.raises(WorkspaceError, match="Cannot write to .*Input/output error"):
        restore(folder, made.folder)
    monkeypatch.undo()
    assert without_head(on_disk(folder.path)) == before
    assert not list(folder.path.glob("replaced-*"))
    with Workspace(folder.path) as workspace:
        for question, title in QUESTIONS.items():
            assert first_source(workspace.claim(question)) == title


@pytest.mark.parametrize("which", range(5))
@pytest.mark.parametrize("ends", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()], ids=repr)
def test_a_disk_that_fails_or_a_person_who_stops_leaves_the_workspace_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: int, ends: BaseException
) -> None:
    """At any wait for the disk once the first file was moved: two after those go out, two after those come in."""
    with filled(tmp_path) as workspace:
        folder = workspace.folder
        made = workspace.backup(tmp_path / "copy")
    before = without_head(on_disk(folder.path))
    moved, calls, real_move, real_sync = [False], itertools.count(), Path.rename, disk.sync

    def move(path: Path, target: Path) -> Path:
        moved[0] = True
        return real_move(path, target)

    def sync(path: Path) -> None:
        if moved[0] and next(calls) == which:
            raise ends
        real_sync(path)

    monkeypatch.setattr(Path, "rename", move)
    monkeypatch.setattr(backup, "sync", sync)
    if which == 4:
        assert restore(folder, made.folder).replaced, "four waits, all met"
        return
    with pytest.raises((WorkspaceError, KeyboardInterrupt)):
        restore(folder, made.folder)
    monkeypatch.undo()
    assert without_head(on_disk(folder.path)) == before
    assert not list(folder.path.glob("replaced-*"))


def test_where_nothing_can_be_put_back_it_is_said_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path) as workspace:
        made = workspace.backup(tmp_path / "copy")
        folder = workspace.folder
    before = folder.claims_db.read_bytes()
    monkeypatch.setattr(Path, "rename", failing_rename(2, to_the_end=True))
    with pytest.raises(WorkspaceError, match=r"What was there before lies in .*replaced-"):
        restore(folder, made.folder)
    monkeypatch.undo()
    (replaced,) = folder.path.glob("replaced-*")
    lies = [path for path in (replaced / "claims.db", folder.claims_db) if path.exists()]
    assert [path.read_bytes()[100:] for path in lies] == [before[100:]]


@pytest.mark.parametrize("dump", DUMPS[3::4], ids=lambda dump: dump.stem)
def test_an_older_workspace_is_copied_in_its_own_layout(dump: Path, tmp_path: Path) -> None:
    """So that a person can go back to the older program; restoring brings it up to date."""
    path = restored(dump, tmp_path / "ws")
    steps = "SELECT name FROM _sqlite_migrations"
    made = back_up(Folder(path.parent), tmp_path / "copy")
    for database in (path, made.folder / "claims.db"):
        connection = sqlite3.connect(database)
        assert [row[0] for row in connection.execute(steps)][-1] == dump.stem
        connection.close()
    assert restore(Folder(tmp_path / "new"), made.folder) == Restored(None, ())
    with Workspace(tmp_path / "new") as workspace:
        list(repair(workspace))
        assert diagnose(workspace).problems == ()


def test_a_newer_workspace_is_not_copied_by_an_older_program(tmp_path: Path) -> None:
    path = restored(DUMPS[-1], tmp_path / "ws")
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('factcheck', 'm999_x', '')"
        )
    connection.close()
    with pytest.raises(NewerWorkspace, match="m999_x"):
        back_up(Folder(path.parent), tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def lose_the_rows(folder: Folder) -> None:
    folder.claims_db.unlink()


def spoil_the_rows(folder: Folder) -> None:
    folder.claims_db.write_bytes("這不是資料庫".encode() * 400)


def spoil_a_page(folder: Folder) -> None:
    with folder.claims_db.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 2)


def leave_a_journal(folder: Folder) -> None:
    """As a killed program leaves it: replayed over other rows it would spoil them."""
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA wal_autocheckpoint = 0')\n"
        "c.execute(\"UPDATE documents SET text = '改'\"); c.commit(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder.claims_db)], check=True, timeout=60)
    assert Path(f"{folder.claims_db}-wal").stat().st_size


def spoil_the_settings(folder: Folder) -> None:
    folder.settings_file.write_text("top = [", encoding="utf-8")


def take_a_source_out(folder: Folder) -> None:
    with Workspace(folder.path) as workspace:
        workspace.remove_source(workspace.sources()[0].id)


@pytest.mark.parametrize(
    "loss",
    [lose_the_rows, spoil_the_rows, spoil_a_page, leave_a_journal, spoil_the_settings, take_a_source_out],
)
def test_a_backup_comes_back_and_what_it_replaces_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], loss: object
) -> None:
    assert callable(loss)
    with filled(tmp_path) as workspace:
        folder = workspace.folder
        made = workspace.backup(tmp_path / "copy")
    copied = on_disk(made.folder)
    loss(folder)
    lost = on_disk(folder.path)
    assert main(["restore", "--workspace", str(folder.path), str(made.folder)]) == 0
    assert "What was there lies in" in capsys.readouterr().err
    assert on_disk(made.folder) == copied
    (replaced,) = folder.path.glob("replaced-*")
    kept = {name for name in lost if not name.endswith(("-wal", "claims.db"))}
    assert {name: lost[name] for name in kept} == {name: on_disk(replaced).get(name) for name in kept}
    if loss in (spoil_the_rows, spoil_a_page):
        # Asking whether it is in use counts as a change in the head of the file, before the first row.
        assert on_disk(replaced)["claims.db"][100:] == lost["claims.db"][100:]
    with Workspace(folder.path) as workspace:
        assert diagnose(workspace).problems == ()
        for question, title in QUESTIONS.items():
            assert first_source(workspace.claim(question)) == title


def test_nothing_is_restored_while_somebody_works_in_the_workspace(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        made = workspace.backup(tmp_path / "copy")
        assert workspace.search("晶片")
        with pytest.raises(WorkspaceError, match=r"open in another program. End what works"):
            restore(workspace.folder, made.folder)
        assert workspace.search("晶片")
        folder = workspace.folder
    assert not list(folder.path.glob("replaced-*"))
    assert restore(folder, made.folder).replaced


def test_what_is_no_backup_changes_nothing(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        folder = workspace.folder
    before = on_disk(folder.path)
    for place in (folder.path, tmp_path / "nowhere", tmp_path / "sources"):
        with pytest.raises(UsageError, match="Wanted a backup"):
            restore(folder, place)
    spoiled = tmp_path / "spoiled"
    spoiled.mkdir()
    (spoiled / "claims.db").write_bytes(b"none" * 4096)
    with pytest.raises(WorkspaceError, match="not a database"):
        restore(folder, spoiled)
    assert on_disk(folder.path) == before
