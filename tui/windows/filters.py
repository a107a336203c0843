"""Which claims are in the queue: each filter a line, changed in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget

from factcheck.model import Card, ClaimKind, Language, Verdict
from factcheck.queue import Wanted
from tui.marks import named
from tui.page import Page
from tui.paint import plain
from tui.windows.window import Entry, ListPage, Window
from tui.words import Speech

_NAMES = 22
"""Cells for a filter's name."""
_CHOICES: dict[str, tuple[object, ...]] = {
    "verdict": (None, *Verdict),
    "suggested": (None, *Verdict),
    "kind": (None, *ClaimKind),
    "language": (None, *Language),
    "confidence": (None, (0.0, 0.5), (0.5, 0.8), (0.8, 1.0)),
    "undecided": (False, True),
    "flagged": (False, True),
    "conflicting": (False, True),
    "disputed": (False, True),
    "assigned": (False, True),
    "stale": (False, True),
    "mine": (False, True),
    "dismissed": (False, True),
}


class FiltersWindow(Window[Wanted]):
    """Hands back the filters as they stand when it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,right,l", "change(1)", show=False),
        Binding("left,h", "change(-1)", show=False),
        Binding("ctrl+r", "clear", show=False),
        Binding("o", "close", show=False),
    ]

    def __init__(self, speech: Speech, wanted: Wanted, here: Card | None) -> None:
        super().__init__(speech("filters"), speech("filters_hint"))
        self._speech = speech
        self._wanted = wanted
        self._here = here

    def parts(self) -> Iterator[Widget]:
        yield ListPage(list(self._entries()), id="list")

    def action_close(self) -> None:
        self.dismiss(self._wanted)

    def action_clear(self) -> None:
        self._wanted = Wanted()
        self._show()

    def action_change(self, step: int) -> None:
        name = str(self.query_one(ListPage).chosen)
        choices = self._choices(name)
        now = getattr(self._wanted, name)
        place = choices.index(now) if now in choices else 0
        change: dict[str, Any] = {name: choices[(place + step) % len(choices)]}
        self._wanted = replace(self._wanted, **change)
        self._show()

    def on_page_chosen(self, event: Page.Chosen) -> None:
        event.stop()
        page = self.query_one(ListPage)
        if isinstance(event.target, int):
            page.cursor = event.target
            self.action_change(1)

    def _show(self) -> None:
        page = self.query_one(ListPage)
        page.list(list(self._entries()), cursor=page.cursor)

    def _choices(self, name: str) -> tuple[object, ...]:
        if name == "article":
            kept = self._wanted.article
            return tuple(
                dict.fromkeys([None, *([self._here.id] if self._here else []), *([kept] if kept else [])])
            )
        return _CHOICES[name]

    def _entries(self) -> Iterator[Entry]:
        for name in ("article", *_CHOICES):
            label, value = self._speech(f"f_{name}"), getattr(self._wanted, name)
            line = Text(end="")
            line.append_text(plain(label + " " * max(1, _NAMES - cell_len(label))))
            on = value is not None and value is not False
            line.append_text(plain(self._told(name, value), "strong key" if on else "dim"))
            yield line, name

    def _told(self, name: str, value: object) -> str:
        if value is None:
            return self._speech("any")
        if isinstance(value, bool):
            return self._speech("yes" if value else "no")
        if isinstance(value, tuple):
            return f"{value[0]:.0%} - {value[1]:.0%}"
        if name == "article":
            here = self._here
            return named(here) if here is not None and here.id == value else self._speech("this_article")
        return self._speech(str(value))
