"""A sitting at the review screen without a terminal: real keys, the real app, a real workspace."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from textual.pilot import Pilot

from factcheck import Workspace
from factcheck.review import Desk
from tui.app import ReviewApp
from tui.lines import TextLine
from tui.screen import ReviewScreen
from tui.words import Speech

WIDE, NARROW = (160, 48), (80, 24)
_PATIENCE = 30.0


@dataclass
class Sitting:
    """What a test presses and looks at."""

    app: ReviewApp
    pilot: Pilot[None]

    @property
    def screen(self) -> ReviewScreen:
        return next(one for one in self.app.screen_stack if isinstance(one, ReviewScreen))

    @property
    def desk(self) -> Desk:
        return self.screen.desk

    @property
    def pane(self) -> str:
        """Which pane the keys act on."""
        return self.screen.pane.value

    @property
    def back(self) -> bool:
        """Whether no window is over the review screen."""
        return self.app.screen is self.screen

    @property
    def said(self) -> str:
        """The line above the keys."""
        return self.screen.query_one("#said", TextLine).text.plain.strip()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type words and press enter."""
        for char in words:
            await self.pilot.press(char)
        await self.press("enter")

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for what a worker brings about."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError(f"not within {_PATIENCE} s; the screen says: {self.said!r}")
            await self.pilot.pause(0.02)

    def shown(self) -> str:
        """Everything on the screen as plain lines."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())


@asynccontextmanager
async def sitting(
    workspace: Workspace,
    *,
    reviewer: str = "ann",
    size: tuple[int, int] = WIDE,
    tongue: str = "en",
    **how: Any,
) -> AsyncIterator[Sitting]:
    """The review screen, opened by `reviewer`; machinery is known before the test goes on."""
    app = ReviewApp(workspace, reviewer, speech=Speech(tongue), **how)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        here = Sitting(app, pilot)
        await here.until(lambda: here.desk.made_by is not None)
        await pilot.pause()
        yield here


def sit(workspace: Workspace, act: Callable[[Sitting], Awaitable[None]], **how: Any) -> None:
    """Run `act` in a sitting of its own."""

    async def run() -> None:
        async with sitting(workspace, **how) as here:
            await act(here)

    asyncio.run(run())
