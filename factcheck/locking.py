"""One writer at a time between processes: a lock file that waits, then says what is in the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import WorkspaceError

WAIT_SECONDS = 120.0
"""How long a writer waits for another: longer than one batch of embeddings takes to write."""


@contextmanager
def writer_lock(path: Path, *, timeout: float = WAIT_SECONDS, busy: str = "") -> Iterator[None]:
    """Hold the lock file `path` for the body.

    Raises WorkspaceError after `timeout` seconds, or where the file cannot be made. The lock is the
    operating system's own, so it ends with the process that held it. `busy` says what another process is
    doing, where that is not writing for too long.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path)
    try:
        lock.acquire(timeout=timeout)
    except Timeout:
        raise WorkspaceError(
            f"Another process {busy or f'has been writing to {path.parent} for more than {timeout:g} s'} "
            f"(lock file {path.name}). Wait for it to end, or stop it, then run this again."
        ) from None
    except OSError as error:
        raise WorkspaceError(
            f"Cannot write to {path.parent}: {error.strerror or error}. "
            "Make the folder writable, or choose another with --workspace."
        ) from error
    try:
        yield
    finally:
        lock.release()
