"""A copy of claims.db as it is at one moment, whoever writes meanwhile."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from factcheck import migrations
from factcheck.errors import WorkspaceError
from factcheck.store import Store
from factcheck.store.connection import as_problem, open_file, plain_errors, tells_damage


def copy_rows(source: Path, target: Path, *, read_only: bool) -> list[str]:
    """Copy the file at `source` to `target`, which is new; what is wrong with the rows, one sentence each.

    SQLite's own copying, in one reading transaction: writers go on, and what they commit after its start is
    left out. The layout stays that of the program that wrote it, so that this program can go back to it.
    WorkspaceError where `source` cannot be read or `target` not written, NewerWorkspace as in `Store`.
    """
    with plain_errors(source):
        rows = open_file(source, read_only=read_only)
        try:
            is_old = bool(migrations.pending(rows, source))
            with plain_errors(target):
                copy = sqlite3.connect(target)
                try:
                    rows.backup(copy)
                    damage = _damage(copy) if is_old else []
                finally:
                    copy.close()
        finally:
            rows.close()
    return damage if is_old else _problems(target)


def _problems(copy: Path) -> list[str]:
    """What is wrong with a copy, which may be damaged as the file that it was made of is."""
    try:
        with Store(copy) as store:
            return store.verify()
    except WorkspaceError as error:
        return [as_problem(error)]


def _damage(copy: sqlite3.Connection) -> list[str]:
    """What can be asked of a file of any layout."""
    found = [str(row[0]) for row in copy.execute("PRAGMA integrity_check") if row[0] != "ok"]
    orphans = copy.execute("PRAGMA foreign_key_check").fetchall()
    return [f"damaged file: {line}" for line in found] + [f"orphan: a row of {row[0]}" for row in orphans]


def require_unused(path: Path) -> None:
    """WorkspaceError while another connection has the file at `path` open; its -wal is taken in on the way.

    A file that is damaged is not asked.
    """
    with plain_errors(path):
        connection = sqlite3.connect(path, timeout=0.0)
        try:
            # SQLite gives up WAL mode only where no other connection is.
            for mode in ("DELETE", "WAL"):
                connection.execute(f"PRAGMA journal_mode = {mode}")
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise WorkspaceError(
                    f"{path} is open in another program. End what works in {path.parent}, then run this"
                    " again."
                ) from None
            if not tells_damage(str(error)):
                raise
        finally:
            connection.close()
