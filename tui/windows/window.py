"""A framed window that esc closes without an answer, and a list to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.page import Line, Page
from tui.paint import fitted, wrapped

T = TypeVar("T")

Entry = tuple[Text, object]
"""What an entry of a list says, in one or several lines, and what is chosen with it (None: a heading)."""


class Window(ModalScreen[T], Generic[T], inherit_bindings=False):
    """Its parts stand in a frame; `title` and `hint` in the frame's lines."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint

    def parts(self) -> Iterator[Widget]:
        """The widgets in the frame."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(id="frame") as frame:
            frame.border_title = Text(self._title, end="")
            frame.border_subtitle = Text(self._hint, end="")
            yield from self.parts()

    def action_close(self) -> None:
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click beside the frame closes, as esc does."""
        if event.widget is self:
            self.action_close()


class ListPage(Page):
    """Entries one below the other, with a cursor that passes headings over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("home", "edge(False)", show=False),
        Binding("end,G", "edge(True)", show=False),
    ]

    def __init__(self, entries: Sequence[Entry] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: Sequence[Entry] = entries
        self.cursor = 0

    def on_mount(self) -> None:
        self.list(self._entries)

    def list(self, entries: Sequence[Entry], *, cursor: int = 0) -> None:
        """Other entries."""
        self._entries = entries
        self.cursor = cursor
        if self.chosen is None:
            self._seek(1)
        self.rebuild()
        self.show_cursor()

    @property
    def chosen(self) -> object:
        """What stands under the cursor; None for nothing."""
        return self._entries[self.cursor][1] if self.cursor < len(self._entries) else None

    def lines(self, width: int) -> Iterator[Line]:
        for number, (text, target) in enumerate(self._entries):
            current = number == self.cursor and target is not None
            for place, line in enumerate(wrapped(text, width - 2)):
                shown = Text.assemble("> " if current and not place else "  ", line, end="")
                shown = fitted(shown, width)
                if current:
                    shown.stylize("cursor")
                yield shown, None if target is None else number

    def move(self, step: int) -> None:
        for _ in range(abs(step)):
            self._seek(1 if step > 0 else -1)
        self.rebuild()
        self.show_cursor()

    def leap(self, pages: int) -> None:
        self.move(pages * max(1, self.scrollable_content_region.height // 2))

    def to_edge(self, *, end: bool) -> None:
        self.move(len(self._entries) if end else -len(self._entries))

    def _seek(self, step: int) -> None:
        place = self.cursor + step
        while 0 <= place < len(self._entries):
            if self._entries[place][1] is not None:
                self.cursor = place
                return
            place += step

    def show_cursor(self) -> None:
        """Bring the cursor's lines into view."""
        line = self.line_of(self.cursor)
        if line is None:
            return
        height, top = self.scrollable_content_region.height, int(self.scroll_offset.y)
        if line < top + 1 or line >= top + height - 1:
            self.scroll_to(y=max(0, line - height // 2), animate=False, force=True, immediate=True)
