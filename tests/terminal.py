"""A real terminal: tmux, which keeps the screen and takes keys."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

TMUX = shutil.which("tmux")
needs_terminal = pytest.mark.skipif(TMUX is None, reason="no tmux on PATH")
_PATIENCE = 30.0


class Terminal:
    """One program in one terminal of its own."""

    def __init__(self, name: str) -> None:
        self._name = name

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            [str(TMUX), "-L", self._name, *arguments], capture_output=True, encoding="utf-8", timeout=60
        )
        return done.stdout

    @property
    def pid(self) -> int:
        """The program's own."""
        return int(self._tmux("list-panes", "-F", "#{pane_pid}").split()[0])

    def press(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def shown(self) -> str:
        """The screen as plain lines."""
        return self._tmux("capture-pane", "-p")

    def until(self, holds: Callable[[str], object]) -> str:
        """The screen, once it holds."""
        end = time.monotonic() + _PATIENCE
        while True:
            screen = self.shown()
            if holds(screen):
                return screen
            if time.monotonic() > end:
                raise TimeoutError(f"not within {_PATIENCE} s:\n{screen}")
            time.sleep(0.03)

    @property
    def done(self) -> int:
        """The done counter as it stands on the screen; 0 before there is one."""
        found = re.search(r"(\d+)/[\d,]+ done", self.shown())
        return int(found[1]) if found else 0


@contextmanager
def terminal(
    command: Sequence[str], folder: Path, *, size: tuple[int, int] = (120, 30)
) -> Iterator[Terminal]:
    """`command` in a terminal of `size`; both are gone afterwards."""
    name = f"factcheck-{uuid.uuid4().hex[:12]}"
    environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    environment.pop("TMUX", None)
    subprocess.run(
        [str(TMUX), "-L", name, "-u", "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), *command],
        cwd=folder,
        env=environment,
        check=True,
        timeout=60,
    )
    try:
        yield Terminal(name)
    finally:
        subprocess.run([str(TMUX), "-L", name, "kill-server"], check=False, capture_output=True, timeout=60)
