"""A disk with little room: a small tmpfs where it may be mounted, and a limit on the size of files anywhere."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SIZE = 16 << 20
_BALLAST = "ballast"


@contextmanager
def small_disk(at: Path) -> Iterator[None]:
    """A disk of its own at the folder `at`; PermissionError where this user may mount none."""
    at.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(at)], capture_output=True, check=False
    )
    if done.returncode:
        raise PermissionError(done.stderr.decode("utf-8", "replace"))
    try:
        yield
    finally:
        subprocess.run(["umount", str(at)], check=True, capture_output=True)


def fill(at: Path, room: int) -> None:
    """Fill the disk at `at` up to `room` bytes."""
    found = os.statvfs(at)
    (at / _BALLAST).write_bytes(bytes(max(0, found.f_bavail * found.f_frsize - room)))


def make_room(at: Path) -> None:
    """Take out again what fills it."""
    (at / _BALLAST).unlink()


def may_mount() -> bool:
    """Whether this user may mount a disk: known by doing it."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with small_disk(Path(folder)):
                return True
        except (PermissionError, FileNotFoundError):
            return False


def limit_files(size: int) -> None:
    """For this process: no file may grow beyond `size` bytes; writing more fails as it does on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
