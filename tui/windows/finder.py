"""A line to type words into and what they find, searched for while the screen goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from factcheck.errors import FactcheckError
from tui.page import Page
from tui.paint import plain
from tui.windows.window import Entry, ListPage, Window
from tui.words import Speech

T = TypeVar("T")


class Finder(Window[object], Generic[T]):
    """Enter searches; in the list, enter hands back what is under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "to_list", show=False),
        Binding("slash", "to_words", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(
        self,
        speech: Speech,
        title: str,
        find: Callable[[str], Awaitable[T]],
        entries: Callable[[T, str], Sequence[Entry]],
        *,
        initial: str = "",
    ) -> None:
        super().__init__(title, speech("finder_hint"))
        self._speech = speech
        self._find = find
        self._entries = entries
        self._initial = initial
        self._ahead = ""
        """Typed before there was a line to type into."""

    def parts(self) -> Iterator[Widget]:
        yield Input(self._initial, id="asked", select_on_focus=True)
        yield ListPage(id="list")

    def on_mount(self) -> None:
        line = self.query_one(Input)
        line.value = self._ahead or self._initial
        line.focus()

    def take_key(self, event: events.Key) -> bool:
        """Words typed before the window stood are words to search for."""
        if self.is_mounted or not (event.is_printable and event.character):
            return False
        self._ahead += event.character
        return True

    @property
    def _list(self) -> ListPage:
        return self.query_one(ListPage)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._say(self._speech("searching"))
            self.run_worker(self._search(event.value), exclusive=True)

    async def _search(self, words: str) -> None:
        try:
            found = await self._find(words)
        except FactcheckError as error:
            self._say(str(error), "warning")
            return
        entries = self._entries(found, words)
        if entries:
            self._list.list(entries)
            self._list.focus()
        else:
            self._say(self._speech("nothing_found"))

    def _say(self, words: str, style: str = "dim") -> None:
        self._list.list([(plain(words, style), None)])

    def action_to_list(self) -> None:
        self._list.focus()

    def action_to_words(self) -> None:
        self.query_one(Input).focus()

    def action_take(self) -> None:
        if self._list.has_focus and self._list.chosen is not None:
            self.dismiss(self._list.chosen)

    def on_page_chosen(self, event: Page.Chosen) -> None:
        event.stop()
        if isinstance(event.target, int):
            again = self._list.cursor == event.target
            self._list.cursor = event.target
            self._list.rebuild()
            if again or event.twice:
                self.dismiss(self._list.chosen)

    def on_key(self, event: events.Key) -> None:
        """From the top of the list up into the words."""
        if event.key == "up" and self._list.has_focus and self._list.cursor == 0:
            event.stop()
            self.action_to_words()
