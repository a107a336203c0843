"""Near-identical claims, shown before any of them is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from factcheck.model import Verdict
from factcheck.queue import QueueRow
from tui import marks
from tui.ask import Ask
from tui.page import Page
from tui.paint import plain
from tui.windows.window import Entry, ListPage, Window
from tui.words import Speech


@dataclass(frozen=True, slots=True)
class Together:
    """One decision for several claims."""

    claim_ids: tuple[str, ...]
    verdict: Verdict | None
    """None: they are no claims."""
    note: str | None = None


class Alike(Window[Together]):
    """Hands back which of them are decided, and how."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "mark", show=False),
        Binding("s", "decide('supported')", show=False),
        Binding("c", "decide('contradicted')", show=False),
        Binding("u", "decide('unverifiable')", show=False),
        Binding("x", "decide('')", show=False),
    ]

    def __init__(self, speech: Speech, rows: Sequence[QueueRow]) -> None:
        super().__init__(speech("alike"), speech("alike_hint"))
        self._speech = speech
        self._rows = rows
        self._marked = {row.claim_id for row in rows if not row.decided}

    def parts(self) -> Iterator[Widget]:
        yield ListPage(list(self._entries()), id="list")
        yield Ask(id="ask")

    def on_mount(self) -> None:
        self.query_one(ListPage).focus()

    def take_key(self, event: events.Key) -> bool:
        """Whether the question that waits took a key."""
        return self.is_mounted and self.query_one(Ask).take_key(event)

    def _entries(self) -> Iterator[Entry]:
        for row in self._rows:
            sign, style = marks.decided(row)
            line = Text("[x] " if row.claim_id in self._marked else "[ ] ", style="key", end="")
            line.append(f"{sign} ", style)
            line.append_text(plain(row.text))
            where = row.article_title or ""
            yield line.append_text(plain(f"  {where}", "dim")), row.claim_id

    def action_mark(self) -> None:
        page = self.query_one(ListPage)
        self._marked ^= {str(page.chosen)}
        page.list(list(self._entries()), cursor=page.cursor)

    def on_page_chosen(self, event: Page.Chosen) -> None:
        event.stop()
        if isinstance(event.target, int):
            self.query_one(ListPage).cursor = event.target
            self.action_mark()

    def action_decide(self, verdict: str) -> None:
        """A verdict for all that are marked; one that needs ground and may have none is asked for a note."""
        ids = tuple(row.claim_id for row in self._rows if row.claim_id in self._marked)
        if not ids:
            return
        chosen = Verdict(verdict) if verdict else None
        if chosen in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
            words = self._speech("note_for_all", verdict=self._speech(chosen), count=len(ids))
            self.query_one(Ask).for_words(
                words, lambda note: self.dismiss_with(Together(ids, chosen, note.strip() or None))
            )
        else:
            self.dismiss(Together(ids, chosen))

    def dismiss_with(self, answer: Together) -> None:
        """Close with an answer that came by the question line."""
        self.dismiss(answer)
