"""A real Dask scheduler and real workers on loopback, each a process that knows nothing of any workspace."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60
# What Dask measures of itself many times a second, and no test asks for.
_QUIET = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "500ms",
}


class Machines:
    """Started as a user starts them; `stop` ends what is left."""

    def __init__(self, folder: Path) -> None:
        """Start a scheduler; its files go into `folder`, and workers work in it."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._workers = folder, dict[str, subprocess.Popen[bytes]]()
        self._scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        said = self._said()
        self.address = str(said["address"])

    def _start(self, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--no-dashboard"]
        with (self._folder / f"{kind}.log").open("ab") as log:
            return subprocess.Popen(
                [*command, "--scheduler-file", str(self._folder / "scheduler.json"), *arguments],
                cwd=self._folder,
                stdout=log,
                stderr=log,
                env={**os.environ, **_QUIET, "PYTHONPATH": str(_ROOT), "OPENBLAS_NUM_THREADS": "1"},
            )

    def _said(self) -> dict[str, object]:
        """What the scheduler wrote of itself, once it is whole."""
        file = self._folder / "scheduler.json"
        for _ in range(_PATIENCE * 20):
            try:
                said: dict[str, object] = json.loads(file.read_text("utf-8"))
                return said
            except (FileNotFoundError, ValueError):
                time.sleep(0.05)
        raise TimeoutError((self._folder / "scheduler.log").read_text("utf-8"))

    def join(self, *names: str) -> None:
        """Start workers; they come when they come."""
        for name in names:
            self._workers[name] = self._start("worker", "--nthreads", "1", "--no-nanny", "--name", name)

    def has(self, name: str) -> bool:
        """Whether a worker was started and not killed."""
        return name in self._workers

    def wait_for(self, count: int) -> None:
        """Until so many workers have come."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(count, timeout=_PATIENCE)

    def kill(self, name: str) -> None:
        """SIGKILL: no goodbye."""
        self._end(self._workers.pop(name))

    def stop(self) -> None:
        """End everything."""
        for process in [*self._workers.values(), self._scheduler]:
            self._end(process)

    @staticmethod
    def _end(process: subprocess.Popen[bytes]) -> None:
        process.send_signal(signal.SIGKILL)
        process.wait()
