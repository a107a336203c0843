"""A pane of wrapped lines: text that scrolls, follows the theme, and knows what was clicked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.styled import COMPONENTS, Styled

Line = tuple[Text, object]
"""A line no wider than the pane, and what it stands for (None: nothing that can be chosen)."""


class Page(Styled, ScrollView, can_focus=True, inherit_bindings=False):
    """Lines made by `lines` for the width there is, drawn one by one as they come into view."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    class Chosen(Message):
        """Something in the pane was clicked."""

        def __init__(self, page: Page, target: object, *, twice: bool) -> None:
            super().__init__()
            self.page = page
            self.target = target
            self.twice = twice

        @property
        def control(self) -> Page:
            return self.page

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Line] = []
        self._strips: dict[int, Strip] = {}
        self._built_for = -1

    def lines(self, width: int) -> Iterator[Line]:
        """What to show in `width` cells."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Make the lines anew: what they say, or the width, has changed."""
        width = self.scrollable_content_region.width
        if not width:
            return
        self._built_for = width
        self._lines = list(self.lines(width))
        self._strips.clear()
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        if self.scrollable_content_region.width != self._built_for:
            self.rebuild()
            self.call_after_refresh(self.reveal)

    def reveal(self) -> None:
        """Scroll to what matters; panes with such a place say which."""

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if number >= len(self._lines):
            return Strip.blank(width, self.ground)
        if number not in self._strips:
            text, target = self._lines[number]
            strip = self.drawn(text, width)
            self._strips[number] = strip.apply_meta({"line": number}) if target is not None else strip
        return self._strips[number]

    def target_at(self, line: int) -> object:
        """What line `line` stands for."""
        return self._lines[line][1] if 0 <= line < len(self._lines) else None

    def line_of(self, target: object) -> int | None:
        """The first line that stands for `target`."""
        return next((number for number, (_, what) in enumerate(self._lines) if what == target), None)

    def move(self, step: int) -> None:
        """One line on or back; panes with a cursor move that instead."""
        self.scroll_relative(y=step, animate=False)

    def leap(self, pages: int) -> None:
        """Whole pages on or back."""
        self.move(pages * max(1, self.scrollable_content_region.height - 1))

    def to_edge(self, *, end: bool) -> None:
        """To the beginning or the end."""
        if end:
            self.scroll_end(animate=False)
        else:
            self.scroll_home(animate=False)

    # Bound in windows; on the review screen the table of actions moves the panes.

    def action_move(self, step: int) -> None:
        self.move(step)

    def action_leap(self, pages: int) -> None:
        self.leap(pages)

    def action_edge(self, end: bool) -> None:
        self.to_edge(end=end)

    def on_click(self, event: events.Click) -> None:
        if "line" in event.style.meta:
            event.stop()
            target = self.target_at(event.style.meta["line"])
            self.post_message(self.Chosen(self, target, twice=event.chain > 1))
