"""What the keys of the focused pane do, then those that work anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from tui.actions import Action, Pane
from tui.lines import shown_key
from tui.paint import plain
from tui.windows.window import Entry, ListPage, Window
from tui.words import Speech

_KEYS = 14
"""Cells for the keys of an action."""


class Help(Window[None]):
    """Made from the same table as bindings and footer."""

    def __init__(self, speech: Speech, pane: Pane, actions: Sequence[Action]) -> None:
        super().__init__(speech("help_title", pane=speech(pane)), speech("close"))
        self._entries = [
            *self._rows(speech, actions),
            (plain(""), None),
            (plain(speech("legend"), "dim"), None),
        ]

    def parts(self) -> Iterator[Widget]:
        yield ListPage(self._entries, id="list")

    @staticmethod
    def _rows(speech: Speech, actions: Sequence[Action]) -> Iterator[Entry]:
        anywhere = False
        for action in actions:
            if action.pane is Pane.ANYWHERE and not anywhere:
                anywhere = True
                yield plain(speech("elsewhere"), "head"), None
            keys = " ".join(map(shown_key, action.keys)) or "-"
            line = Text(end="")
            line.append_text(plain(keys + " " * max(1, _KEYS - cell_len(keys)), "key"))
            yield line.append_text(plain(speech.of(action.help))), action.id
