"""A whole text, opened at a place that is marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget

from factcheck.model import Card
from tui.marks import named
from tui.page import Line, Page
from tui.paint import marked, plain, wrapped
from tui.windows.window import Window
from tui.words import Speech

Span = tuple[int, int]


def text_lines(text: str, spans: list[tuple[int, int, str]], width: int) -> Iterator[tuple[Text, int]]:
    """A text in lines of `width` cells with stretches of it marked; each with the offset at which it begins.

    Offsets are those of the text: `spans` are half-open and named by style.
    """
    at = 0
    for paragraph in text.split("\n"):
        inside = [
            (start - at, end - at, style)
            for start, end, style in spans
            if start < at + len(paragraph) and end > at
        ]
        for line in wrapped(marked(paragraph, inside), width):
            yield line, at
        at += len(paragraph) + 1


class ReaderPage(Page):
    """Scrolls line by line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space,ctrl+d", "leap(1)", show=False),
        Binding("pageup,ctrl+u", "leap(-1)", show=False),
        Binding("home,g", "edge(False)", show=False),
        Binding("end,G", "edge(True)", show=False),
    ]

    def __init__(self, text: str, place: Span, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = text
        self.place = place

    def lines(self, width: int) -> Iterator[Line]:
        for line, _ in text_lines(self.text, [(*self.place, "quote")], width):
            yield line, "place" if any("quote" in str(span.style) for span in line.spans) else "text"

    def reveal(self) -> None:
        line = self.line_of("place")
        if line is not None:
            self.scroll_to(
                y=max(0, line - self.scrollable_content_region.height // 3),
                animate=False,
                force=True,
                immediate=True,
            )


class Reader(Window[None]):
    """One article or source, with where it is from."""

    def __init__(self, speech: Speech, card: Card, text: str, place: Span) -> None:
        day = card.published.isoformat() if card.published else speech("undated")
        super().__init__(plain(f"{named(card)} · {day}").plain, speech("close"))
        self.add_class("-whole")
        self._address = card.url or card.path or ""
        self._page = ReaderPage(text, place, id="list")

    def parts(self) -> Iterator[Widget]:
        from textual.widgets import Static

        if self._address:
            yield Static(plain(self._address, "dim"), markup=False)
        yield self._page
