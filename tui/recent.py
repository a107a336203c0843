"""The last ten decisions of the sitting reviewer, which reopen with a key or a click."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from factcheck.queue import Deed
from tui import marks
from tui.actions import Pane
from tui.page import Line, Page
from tui.paint import fitted, plain, wrapped

if TYPE_CHECKING:
    from tui.words import Speech


class RecentPane(Page):
    """One line a decision, latest first."""

    pane: ClassVar[Pane] = Pane.RECENT
    speech: Speech
    cursor = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.deeds: Sequence[Deed] = ()

    def show(self, deeds: Sequence[Deed], speech: Speech) -> None:
        """What was decided lately."""
        self.deeds, self.speech = deeds, speech
        self.cursor = min(self.cursor, max(0, len(deeds) - 1))
        self.rebuild()

    @property
    def chosen(self) -> Deed | None:
        """The decision under the cursor."""
        return self.deeds[self.cursor] if self.deeds else None

    def move(self, step: int) -> None:
        self.cursor = min(max(0, self.cursor + step), max(0, len(self.deeds) - 1))
        self.rebuild()
        self.scroll_to_region_of(self.cursor)

    def scroll_to_region_of(self, line: int) -> None:
        """Bring a line into view."""
        height = self.scrollable_content_region.height
        top = int(self.scroll_offset.y)
        if not top <= line < top + height:
            self.scroll_to(y=max(0, line - height + 1), animate=False, force=True, immediate=True)

    def to_edge(self, *, end: bool) -> None:
        self.move(len(self.deeds) if end else -len(self.deeds))

    def lines(self, width: int) -> Iterator[Line]:
        if not self.deeds:
            yield from ((line, None) for line in wrapped(plain(self.speech("nothing_yet"), "dim"), width))
        for number, deed in enumerate(self.deeds):
            yield self._line(number, deed, width), number

    def _line(self, number: int, deed: Deed, width: int) -> Text:
        focused = number == self.cursor and self.has_focus
        line = Text(">" if focused else " ", "strong", end="")
        sign, style = marks.done(deed)
        line.append(f"{sign} ", f"strong {style}")
        line.append_text(plain(" ".join(deed.text.split()), "struck dim" if deed.taken_back else ""))
        return fitted(line, width)

    def on_focus(self) -> None:
        self.rebuild()

    def on_blur(self) -> None:
        self.rebuild()
