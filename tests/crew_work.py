"""What workers do in tests; in a module of its own, which a worker process can import quickly."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

from factcheck.errors import UnknownName

THREADS = "OMP_NUM_THREADS"


def opened(folder: Path) -> Path:
    """What a worker has open: a folder in which it notes what it does."""
    return folder


def never_opened(folder: Path) -> Path:
    """A worker that cannot open what it needs."""
    raise UnknownName("encoder", f"in {folder.name}", ["builtin"])


def dying(folder: Path) -> Path:
    """A worker that ends before it has begun."""
    os._exit(7)


def work(folder: Path, given: str) -> object:
    """Note the job and this process, then do it: `echo WORD`, `raise`, `die`, ..., with `once` the first time."""
    with (folder / "done").open("a", encoding="utf-8") as file:
        file.write(f"{os.getpid()} {given}\n")
    verb, *rest = given.split()
    if rest[:1] == ["once"]:
        flag = folder / f"flag {given}"
        if flag.exists():
            return given
        flag.touch()
    match verb:
        case "raise":
            raise ValueError("two\nlines")
        case "named":
            raise UnknownName("encoder", "x", ["builtin"])
        case "die":
            os._exit(9)
        case "locked":
            return threading.Lock()
        case "sleep":
            time.sleep(float(rest[-1]))
        case "late":
            time.sleep(float(rest[-1]))
            os._exit(9)
        case "threads":
            return os.environ.get(THREADS)
        case "deaf":
            return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    return given


def done(folder: Path) -> list[tuple[int, str]]:
    """What was begun so far: the process and the job."""
    path = folder / "done"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [(int(line.partition(" ")[0]), line.partition(" ")[2]) for line in lines]
