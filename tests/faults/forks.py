"""Processes that a fault is to meet: forked from one that has everything imported, so that it meets the work."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from functools import lru_cache
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

_TESTS = Path(__file__).resolve().parents[1]
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["faults.warm", "faults.forks"])
_PATIENCE = 120.0


class Child:
    """One process at work; what it says on stdout and stderr goes to a file."""

    def __init__(self, said: Path, work: Callable[..., object], *given: object) -> None:
        """Start `work(*given)`, a function of a module, with what can be pickled."""
        self._said = said
        require_warm()
        self._process: ForkServerProcess = _CONTEXT.Process(target=_run, args=(said, work, given))
        self._process.start()

    @property
    def pid(self) -> int:
        """Its own."""
        return int(self._process.pid or 0)

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.is_alive()

    def wait(self, seconds: float = _PATIENCE) -> int | None:
        """How it ended: its exit code, or the negative number of the signal; None where it still runs."""
        self._process.join(seconds)
        return self._process.exitcode

    def end(self, seconds: float = _PATIENCE) -> int:
        """The same, for one that must end; TimeoutError otherwise, and it is killed."""
        code = self.wait(seconds)
        if code is None:
            self.kill()
            raise TimeoutError(f"not done within {seconds} s: {self.said}")
        return code

    def kill(self) -> None:
        """SIGKILL; it is gone when this returns."""
        if self.running:
            os.kill(self.pid, signal.SIGKILL)
        self._process.join()

    @property
    def said(self) -> str:
        """All that it wrote to stdout and stderr."""
        return self._said.read_text("utf-8", errors="replace") if self._said.exists() else ""


@lru_cache(maxsize=1)
def require_warm() -> None:
    """Wait until the process that is forked from has imported all, so that the first child is as quick as others.

    Moments of a run are drawn from how long it takes: with the imports counted, they would lie behind its end.
    """
    with pytest.MonkeyPatch.context() as patch:
        # For the process that is forked from, which the first child starts.
        patch.setenv("PYTHONPATH", os.pathsep.join([str(_TESTS.parent), str(_TESTS)]))
        # Threads do not survive a fork.
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"):
            patch.setenv(name, "1")
        patch.setenv("TOKENIZERS_PARALLELISM", "false")
        first = _CONTEXT.Process(target=_nothing)
        first.start()
        first.join()


def _nothing() -> None:
    pass


def _run(said: Path, work: Callable[..., object], given: tuple[object, ...]) -> None:
    with said.open("ab") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    work(*given)
