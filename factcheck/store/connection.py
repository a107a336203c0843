"""Opening claims.db and the rules that every statement keeps: one writer, all or nothing, plain errors."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from factcheck import migrations
from factcheck.errors import WorkspaceError
from factcheck.locking import writer_lock

BUSY_SECONDS = 30.0
"""How long a statement waits for another process's transaction."""

LISTED = "IN (SELECT value FROM json_each(?))"
"""Membership in a list passed as one JSON value: SQLite bounds the number of `?`, not the length of one."""

Values = Sequence[object] | Mapping[str, object]

_DAMAGE = ("not a database", "malformed", "Could not decode", "codec can't decode")
"""The last two: a text that is no UTF-8, in a row, or in the layout that an error quotes."""


def tells_damage(words: str) -> bool:
    """Whether what SQLite says means that the file is damaged or none of its own."""
    return any(told in words for told in _DAMAGE)


def words_of(error: BaseException | None) -> str:
    """What SQLite says, in one line and without the text it could not decode, which may be an article."""
    return " ".join(str(error).partition(" with text ")[0].split())


def as_problem(error: WorkspaceError) -> str:
    """Damage that `plain_errors` told, as a problem of the file; raises `error` where it is no damage."""
    if not tells_damage(str(error.__cause__)):
        raise error
    return f"damaged file: {words_of(error.__cause__)}"


def now() -> str:
    """This moment in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file (locked, read-only, full, not a database) into WorkspaceError.

    Broken constraints and misuse are defects of this program and pass through as they are.
    """
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        words = words_of(error)
        if "readonly" in words:
            advice = "It cannot be written: make it and its folder writable, or choose another --workspace."
        elif "locked" in words:
            advice = f"Another process has been writing for {BUSY_SECONDS:g} s: run this again when it ends."
        elif tells_damage(words):
            advice = "It is damaged or no claims.db: `factcheck restore` a backup, or choose --workspace."
        else:
            advice = "Check that the disk has room and that the folder can be written."
        raise WorkspaceError(f"Cannot use {path}: {words}. {advice}") from error


def _read_only_address(path: Path) -> str:
    """The address under which SQLite opens `path` without writing.

    A database in WAL mode needs its side files even to be read. In a folder that cannot be written
    they cannot be made, and where no -wal exists nobody is writing, so the file may be taken as fixed.
    """
    fixed = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    return f"file:{quote(str(path.absolute()))}?mode=ro{'&immutable=1' if fixed else ''}"


def open_file(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """The file as it is, nothing brought up to date; made where it is missing, unless `read_only`."""
    if read_only:
        if not path.is_file():
            raise WorkspaceError(
                f"No workspace at {path.parent}: it has no {path.name}. `factcheck add` makes one."
            )
        connection = sqlite3.connect(_read_only_address(path), uri=True, timeout=BUSY_SECONDS)
    else:
        if not path.parent.is_dir():
            raise WorkspaceError(
                f"No folder {path.parent} for {path.name}: create it, or choose --workspace."
            )
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    if not migrations.pending(connection, path):
        return
    if read_only:
        raise WorkspaceError(
            f"{path} has an older layout than this version reads, and it was opened read-only. "
            "Run `factcheck doctor` once where it can be written."
        )
    with writer_lock(Path(f"{path}.lock")):
        # Asked again: another process may have done it while this one waited.
        if migrations.pending(connection, path):
            migrations.apply(connection)


class Connection:
    """One thread's door to one claims.db.

    Opening creates and migrates the file under an inter-process lock. A store belongs to the thread
    that opened it: SQLite refuses others (sqlite3.ProgrammingError); workers open their own.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open `path`. Raises WorkspaceError (missing, unwritable, damaged) or NewerWorkspace."""
        self.path = path
        self.read_only = read_only
        with plain_errors(path):
            self._connection = open_file(path, read_only=read_only)
            try:
                _bring_up_to_date(self._connection, path, read_only=read_only)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction for the body, all or nothing; inside another one it joins it.

        Every writing method opens one itself; wrap many calls in one to commit once.
        """
        if self.read_only:
            raise WorkspaceError(f"{self.path} was opened read-only: nothing can be stored in it.")
        if self._connection.in_transaction:
            yield
            return
        with plain_errors(self.path):
            # IMMEDIATE: a transaction that reads first and writes later could not wait for another writer.
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the file for all statements of the body, whatever other processes write meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        with plain_errors(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def _rows(self, sql: str, values: Values = ()) -> list[sqlite3.Row]:
        with plain_errors(self.path):
            rows: list[sqlite3.Row] = self._connection.execute(sql, values).fetchall()
            return rows

    def _row(self, sql: str, values: Values = ()) -> sqlite3.Row | None:
        rows = self._rows(sql, values)
        return rows[0] if rows else None

    def _value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, None without rows."""
        row = self._row(sql, values)
        return None if row is None else row[0]

    def _write(self, sql: str, values: Values = ()) -> int:
        """Run one writing statement inside `writing`; the number of rows it changed."""
        return self._connection.execute(sql, values).rowcount

    def _write_many(self, sql: str, rows: Sequence[Values]) -> None:
        self._connection.executemany(sql, rows)
