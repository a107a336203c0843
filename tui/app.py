"""The review queue in the terminal: the application around the screen."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType

from factcheck.errors import UnknownName
from factcheck.language.tongues import tongue_named
from factcheck.queue import Wanted
from factcheck.workspace import Workspace
from tui.background import Background
from tui.keymap import load_actions
from tui.palette import Commands
from tui.screen import ReviewScreen
from tui.words import Speech

if TYPE_CHECKING:
    from tui.actions import Action

DEFAULT_THEME = "textual-dark"


class ReviewApp(App[None]):
    """One reviewer at one workspace."""

    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type]] = {Commands}  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = []
    # The palette is an action of the table like any other; Textual's own key for it would outrank that.
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        workspace: Workspace,
        reviewer: str,
        *,
        speech: Speech | None = None,
        theme: str | None = None,
        actions: Sequence[Action] | None = None,
        adjudicating: bool = False,
        assigned: bool = False,
    ) -> None:
        """`adjudicating`: disputes are shown and settled; `assigned`: only what is assigned to the reviewer.

        SettingError for keys that cannot be, UnknownName for a theme that is none."""
        self.actions = actions if actions is not None else load_actions(workspace.folder.path)
        super().__init__()
        if theme and theme not in self.available_themes:
            raise UnknownName("theme", theme, self.available_themes)
        self.theme = theme or DEFAULT_THEME
        self.folder: Path = workspace.folder.path
        self.speech = speech or Speech()
        self._workspace = workspace
        self._reviewer = reviewer
        self._adjudicating = adjudicating
        self._wanted = Wanted(disputed=adjudicating, assigned=assigned)
        self.background = Background(lambda: Workspace(self.folder))

    async def on_mount(self) -> None:
        desk = self._workspace.desk(self._reviewer, adjudicating=self._adjudicating)
        screen = ReviewScreen(desk, self.speech, self.actions, self._wanted)
        # Its parts have to be there before anything that is learned can be shown in them.
        await self.push_screen(screen)
        _leave_alone()
        self.run_worker(self._learn_machinery(screen), group="machinery")

    async def on_event(self, event: events.Event) -> None:
        """Give a key to the screen before anything else, one after the other as they were pressed.

        Textual hands a key to the focused widget and lets it rise from there, which takes a while: of two
        pressed in quick succession the second could be an answer to what was asked before the first, or a
        command of the queue where the first had asked for words.
        """
        if isinstance(event, events.Key) and not event.is_forwarded:
            take = getattr(self.screen, "take_key", None)
            if take is not None and take(event):
                return
        await super().on_event(event)

    async def _learn_machinery(self, screen: ReviewScreen) -> None:
        """Find out what would make a suggestion now, which takes loading it, once the screen is up."""
        from factcheck.errors import FactcheckError

        try:
            made_by = await self.background.run(lambda workspace: workspace.provenance)
        except FactcheckError as error:
            screen.ask.tell(str(error), "warning")
            return
        screen.learn(made_by)
        _leave_alone()

    @property
    def place(self) -> str:
        """The workspace's folder as a person would name it."""
        path, home = self.folder.absolute().resolve(), Path.home()
        return f"~/{path.relative_to(home)}" if path.is_relative_to(home) and path != home else str(path)

    def speak(self, tongue: str) -> None:
        """Labels in another language."""
        self.speech = Speech(tongue)
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.speech = self.speech
                screen.retitle()
                screen.written()

    async def on_unmount(self) -> None:
        await self.background.close()


def _leave_alone() -> None:
    """What is loaded by now stays: looking through it for garbage again and again would make keys wait."""
    gc.freeze()


def run_review(
    workspace: Workspace,
    reviewer: str,
    *,
    language: str | None = None,
    theme: str | None = None,
    monochrome: bool = False,
    adjudicating: bool = False,
    assigned: bool = False,
) -> int:
    """Open the queue and stay until the reviewer leaves; the exit code."""
    if monochrome:
        # Textual takes every colour away where this variable is set.
        os.environ["NO_COLOR"] = "1"
    app = ReviewApp(
        workspace,
        reviewer,
        speech=Speech(tongue_named(language)),
        theme=theme,
        adjudicating=adjudicating,
        assigned=assigned,
    )
    app.run()
    return app.return_code or 0
