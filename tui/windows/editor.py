"""A claim's wording, to be mended, or split by writing one claim a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from tui.windows.window import Window
from tui.words import Speech


class Editor(Window[str]):
    """Hands back what was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "store", show=False, priority=True),
        Binding("escape", "close", show=False, priority=True),
    ]

    def __init__(self, speech: Speech, text: str) -> None:
        super().__init__(speech("reword"), speech("reword_hint"))
        self._text = text

    def parts(self) -> Iterator[Widget]:
        yield TextArea(self._text, soft_wrap=True, show_line_numbers=False, id="list")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def action_store(self) -> None:
        self.dismiss(self.query_one(TextArea).text)
