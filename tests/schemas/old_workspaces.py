"""Dumps of earlier schemas as workspaces, and what lies on disk before and after."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

HERE = Path(__file__).resolve().parent
DUMPS = sorted(HERE.glob("*.sql"))
SUMS = HERE / "SHA256SUMS"
"""A checksum of each dump, taken when it was written."""


def level(dump: Path) -> int:
    """How many steps its schema has."""
    return int(dump.stem[1:4])


def checksum(dump: Path) -> str:
    """Its line of SHA256SUMS, which `sha256sum -c` reads too."""
    return f"{hashlib.sha256(dump.read_bytes()).hexdigest()}  {dump.name}"


def restored(dump: Path, folder: Path) -> Path:
    """The dump as the claims.db of a workspace in `folder`."""
    folder.mkdir()
    path = folder / "claims.db"
    connection = sqlite3.connect(path)
    connection.executescript(dump.read_text("utf-8"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


def on_disk(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes; left out are those that hold nothing.

    Such are locks, an empty -wal, and the -shm beside it: SQLite makes them to read a file in WAL mode.
    """
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_size and not path.name.endswith("-shm")
    }
