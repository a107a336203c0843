"""Where a process is killed: at one of the acts by which it changes files or rows, counted, so that a number repeats it."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from typing import Any

_FILE_ACTS = frozenset(
    {
        "os.rename",
        "os.remove",
        "os.rmdir",
        "os.mkdir",
        "os.link",
        "os.truncate",
        "shutil.copyfile",
        "sqlite3.connect",
    }
)
_STATEMENTS = ("BEGIN", "COMMIT", "ROLLBACK", "CREATE", "DROP", "ALTER", "PRAGMA JOURNAL", "ATTACH", "DETACH")
"""By their first words; a row more or less within one transaction makes no difference."""


class Acts:
    """Counts the acts of this process from now on, and kills it at the one numbered `last`, before it is done."""

    def __init__(self, last: int = 0) -> None:
        """0: only counts."""
        self.count = 0
        self.behind_commits: list[int] = []
        """Numbers of the acts that come right after a transaction was stored."""
        self._last = last
        sys.addaudithook(self._hear)
        connect: Callable[..., sqlite3.Connection] = sqlite3.connect

        def traced(*given: Any, **named: Any) -> sqlite3.Connection:
            connection = connect(*given, **named)
            connection.set_trace_callback(self._hear_statement)
            return connection

        sqlite3.connect = traced  # type: ignore[assignment]

    def _hear(self, event: str, given: tuple[object, ...]) -> None:
        if event in _FILE_ACTS or (event == "open" and _writes(given)):
            self._act()

    def _hear_statement(self, statement: str) -> None:
        words = statement.lstrip().upper()
        if words.startswith(_STATEMENTS):
            self._act()
            if words.startswith("COMMIT"):
                self.behind_commits.append(self.count + 1)

    def _act(self) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def _writes(given: tuple[object, ...]) -> bool:
    _, mode, flags = given
    if isinstance(mode, str):
        return not mode.startswith("r") or "+" in mode
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
