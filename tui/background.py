"""Work that takes longer than a frame: one thread with a workspace of its own; the screen never waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from factcheck import Workspace

T = TypeVar("T")


class Background:
    """Runs one piece of work after the other; the models are loaded once, by the first that needs them."""

    def __init__(self, open_workspace: Callable[[], Workspace]) -> None:
        self._open = open_workspace
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="factcheck")
        self._workspace: Workspace | None = None

    async def run(self, work: Callable[[Workspace], T]) -> T:
        """The result of `work`; what it raises is raised here."""
        return await asyncio.wrap_future(self._thread.submit(self._do, work))

    def _do(self, work: Callable[[Workspace], T]) -> T:
        if self._workspace is None:
            self._workspace = self._open()
        return work(self._workspace)

    async def close(self) -> None:
        """Let the running work end, drop what waits, and close the workspace in the thread that opened it."""
        self._thread.submit(self._close)
        await asyncio.to_thread(self._thread.shutdown)

    def _close(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
