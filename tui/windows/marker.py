"""Marking a claim in its article: sentence by sentence, its ends moved by words where that is too much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from factcheck.language.sentences import split_sentences
from factcheck.model import Card
from factcheck.prose import units
from tui.marks import named
from tui.page import Line, Page
from tui.paint import plain
from tui.windows.reader import Span, text_lines
from tui.windows.window import Window
from tui.words import Speech

_REACH = 400
"""Code points around the stretch in which its ends are looked for."""


class MarkerPage(Page):
    """An article with a stretch of it in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "sentence(1)", show=False),
        Binding("up,k", "sentence(-1)", show=False),
        Binding("shift+down,J", "longer(1)", show=False),
        Binding("shift+up,K", "longer(-1)", show=False),
        Binding("right,l", "end(1)", show=False),
        Binding("left,h", "end(-1)", show=False),
        Binding("shift+right,L", "start(1)", show=False),
        Binding("shift+left,H", "start(-1)", show=False),
    ]

    def __init__(self, text: str, near: Span, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = text
        self._sentences = [(span.start, span.end) for span in split_sentences(text)] or [(0, len(text))]
        first = next((n for n, (_, end) in enumerate(self._sentences) if end > near[0]), 0)
        self._first = self._last = first
        self.span: Span = self._sentences[first]

    def lines(self, width: int) -> Iterator[Line]:
        for line, at in text_lines(self.text, [(*self.span, "quote")], width):
            held = any("quote" in str(span.style) for span in line.spans)
            yield line, "place" if held else at

    def reveal(self) -> None:
        line = self.line_of("place")
        if line is None:
            return
        height, top = self.scrollable_content_region.height, int(self.scroll_offset.y)
        if not top <= line < top + height - 1:
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True, immediate=True)

    def _hold(self, span: Span) -> None:
        self.span = span
        self.rebuild()
        self.reveal()

    def action_sentence(self, step: int) -> None:
        """Another sentence in hand."""
        place = min(max(0, (self._last if step > 0 else self._first) + step), len(self._sentences) - 1)
        self._first = self._last = place
        self._hold(self._sentences[place])

    def action_longer(self, step: int) -> None:
        """One sentence more, or one less."""
        self._last = min(max(self._first, self._last + step), len(self._sentences) - 1)
        self._hold((self._sentences[self._first][0], self._sentences[self._last][1]))

    def action_end(self, step: int) -> None:
        """The end moved by a word, or by a Chinese character."""
        start, end = self.span
        edges = [edge for edge in self._edges() if edge > start]
        further = [edge for edge in edges if (edge > end if step > 0 else edge < end)]
        if further:
            self._hold((start, further[0] if step > 0 else further[-1]))

    def action_start(self, step: int) -> None:
        """The beginning moved likewise."""
        start, end = self.span
        begins = [self._solid(edge) for edge in ([] if start > _REACH else [0]) + self._edges()]
        further = [edge for edge in begins if edge < end and (edge > start if step > 0 else edge < start)]
        if further:
            self._hold((further[0] if step > 0 else further[-1], end))

    def _solid(self, edge: int) -> int:
        """The first place from `edge` on that is no blank."""
        return len(self.text) - len(self.text[edge:].lstrip())

    def _edges(self) -> list[int]:
        """Offsets at which a word or a Chinese character ends, around the stretch in hand."""
        low, high = max(0, self.span[0] - _REACH), min(len(self.text), self.span[1] + _REACH)
        edges = []
        for run in re.finditer(r"\S+", self.text[low:high]):
            at = low + run.start()
            for unit in units(run[0]):
                at += len(unit)
                edges.append(at)
        return edges

    def on_click(self, event: events.Click) -> None:
        """The sentence that was clicked, as nearly as its line tells."""
        if "line" not in event.style.meta:
            return
        event.stop()
        target = self.target_at(event.style.meta["line"])
        if isinstance(target, int):
            self._first = self._last = next(
                (n for n, (_, end) in enumerate(self._sentences) if end > target), len(self._sentences) - 1
            )
            self._hold(self._sentences[self._first])


class Marker(Window[Span]):
    """Hands back the stretch of the text that is to be a claim."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]

    def __init__(self, speech: Speech, card: Card, text: str, near: Span) -> None:
        super().__init__(plain(named(card)).plain, speech("mark_claim"))
        self.add_class("-whole")
        self._page = MarkerPage(text, near, id="list")

    def parts(self) -> Iterator[Widget]:
        yield self._page

    def action_take(self) -> None:
        self.dismiss(self._page.span)
