"""The queue: one line a claim, of which only those in view are ever read."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.queue import QueueRow
from tui import marks
from tui.actions import Pane
from tui.paint import fitted, plain, wrapped
from tui.rows import Rows
from tui.styled import COMPONENTS, Styled


class QueuePane(Styled, ScrollView, can_focus=True, inherit_bindings=False):
    """A list of any length with a cursor on the claim that the other panes show."""

    pane: ClassVar[Pane] = Pane.QUEUE
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    class Chosen(Message):
        """A claim was clicked; `twice` to read on in its evidence."""

        def __init__(self, position: int, *, twice: bool) -> None:
            super().__init__()
            self.position = position
            self.twice = twice

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Rows | None = None
        self.cursor = 0
        self.nothing = ""
        """What to say where the queue is empty."""

    def renew(self) -> None:
        """The rows have changed."""
        total = self.rows.total if self.rows else 0
        self.virtual_size = Size(self.scrollable_content_region.width, total)
        self.refresh()

    def point(self, position: int) -> None:
        """Put the cursor on a row and bring that into view, with a few of its neighbours."""
        self.cursor = position
        around = Region(0, max(0, position - 2), 1, 5)
        self.scroll_to_region(around, animate=False, force=True, immediate=True)
        self.refresh()

    def move(self, step: int) -> None:
        """The cursor some claims on or back; the screen follows it."""
        self.go(self.cursor + step)

    def leap(self, pages: int) -> None:
        """Whole pages on or back."""
        self.move(pages * max(1, self.scrollable_content_region.height - 1))

    def to_edge(self, *, end: bool) -> None:
        """To the first or the last claim."""
        self.go(self.rows.total - 1 if end and self.rows else 0)

    def go(self, position: int) -> None:
        """Choose the claim at `position`, or the nearest there is."""
        if self.rows and self.rows.total:
            self.post_message(self.Chosen(min(max(0, position), self.rows.total - 1), twice=False))

    def on_resize(self) -> None:
        self.renew()
        self.call_after_refresh(self.point, self.cursor)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        position = y + self.scroll_offset.y
        row = self.rows.at(position) if self.rows else None
        if row is None:
            return self.drawn(self._words(y, width), width)
        current = position == self.cursor
        ground = self.ground + self.theme_styles["cursor"] if current else None
        strip = self.drawn(self.line(row, width, current=current), width, ground)
        return strip.apply_meta({"position": position})

    def _words(self, y: int, width: int) -> Text:
        """A line of what is said in an empty queue."""
        if self.rows is None or self.rows.total:
            return Text(end="")
        lines = list(wrapped(plain(self.nothing, "dim"), max(8, width - 2), " "))
        return lines[y - 1] if 0 < y <= len(lines) else Text(end="")

    def line(self, row: QueueRow, width: int, *, current: bool) -> Text:
        """Cursor, decision, suggestion, flags, and as much of the claim as there is room for."""
        sign, style = marks.decided(row)
        done = bool(row.verdict or row.disputed or row.dismissed)
        line = Text(">" if current else " ", "strong", end="")
        line.append(f"{sign} ", f"strong {style}")
        line.append_text(marks.suggested(row))
        line.append_text(marks.flags(row))
        struck = "struck dim" if row.dismissed else "dim" if done and not current else ""
        line.append_text(plain(" ".join(row.text.split()), struck))
        return fitted(line, width)

    def on_click(self, event: events.Click) -> None:
        if "position" in event.style.meta:
            event.stop()
            self.post_message(self.Chosen(event.style.meta["position"], twice=event.chain > 1))
