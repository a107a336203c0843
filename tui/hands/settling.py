"""The screen itself: help, commands, language, and leaving."""

from __future__ import annotations

from textual.command import CommandPalette

from factcheck.language.tongues import TONGUES
from tui.actions import reaching
from tui.hands.hand import Hand
from tui.windows.help import Help


class Settling(Hand):
    """What is about the workbench and not about claims."""

    def help(self) -> None:
        screen = self._screen
        actions = reaching(screen.actions.values(), screen.pane)
        self._screen.app.push_screen(Help(self._speech, screen.pane, actions))

    def palette(self) -> None:
        self._screen.app.push_screen(CommandPalette(placeholder=self._speech("command")))

    def language(self) -> None:
        """Between English and the Chinese that was spoken last."""
        place = TONGUES.index(self._speech.tongue)
        self._screen.review_app.speak(TONGUES[(place + 1) % len(TONGUES)])

    def quit(self) -> None:
        self._screen.app.exit()
