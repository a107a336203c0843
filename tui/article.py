"""The claim in its article: the sentence highlighted in context, with attribution, date and kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from tui.actions import Pane
from tui.page import Line, Page
from tui.paint import marked, plain, wrapped

if TYPE_CHECKING:
    from factcheck.queue import Item
    from tui.words import Speech


class ArticlePane(Page):
    """Where and how the article says it."""

    pane: ClassVar[Pane] = Pane.ARTICLE
    item: Item | None = None
    speech: Speech

    def show(self, item: Item | None, speech: Speech) -> None:
        self.item, self.speech = item, speech
        self.rebuild()
        self.reveal()

    def reveal(self) -> None:
        """A third of the pane is left to what comes before the claim."""
        line = self.line_of("quote")
        if line is not None:
            height = self.scrollable_content_region.height
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True, immediate=True)

    def lines(self, width: int) -> Iterator[Line]:
        item = self.item
        if item is None:
            return
        if item.article is None:
            yield from ((line, None) for line in wrapped(plain(self.speech("typed"), "dim"), width))
            return
        text = item.before + item.claim.quote + item.after
        start = len(item.before)
        quote = (start, start + len(item.claim.quote))
        at = 0
        for paragraph in text.split("\n"):
            begin, end = quote[0] - at, quote[1] - at
            for line in wrapped(marked(paragraph, [(begin, end, "quote")]), width):
                yield line, "quote" if any("quote" in str(span.style) for span in line.spans) else "text"
            at += len(paragraph) + 1
