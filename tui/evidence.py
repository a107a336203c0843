"""The evidence: ranked passages with source, date, stance and score, and what differs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text

from factcheck.model import Stance
from tui.actions import Pane
from tui.marks import named
from tui.page import Line, Page
from tui.paint import fitted, marked, plain, wrapped

if TYPE_CHECKING:
    from factcheck.queue import Item, ReviewedEvidence
    from tui.words import Speech

_STYLES = {Stance.SUPPORTS: "supported", Stance.CONTRADICTS: "contradicted", Stance.NEUTRAL: "dim"}


class EvidencePane(Page):
    """Passages one below the other, with a cursor on one of them."""

    pane: ClassVar[Pane] = Pane.EVIDENCE
    item: Item | None = None
    speech: Speech
    cursor = 0
    key_to_add = "a"

    def show(self, item: Item | None, speech: Speech) -> None:
        """Another claim's evidence, or the same claim's anew with the cursor on the same passage."""
        chosen = self.chosen
        same = self.item is not None and item is not None and self.item.claim.id == item.claim.id
        self.item, self.speech = item, speech
        self.cursor = 0
        if same and chosen is not None and item is not None:
            ids = [one.passage.id for one in item.evidence]
            self.cursor = ids.index(chosen.passage.id) if chosen.passage.id in ids else 0
        self.rebuild()
        self.reveal()

    @property
    def chosen(self) -> ReviewedEvidence | None:
        """The passage under the cursor."""
        if self.item is None or not self.item.evidence:
            return None
        return self.item.evidence[min(self.cursor, len(self.item.evidence) - 1)]

    def move(self, step: int) -> None:
        if self.item is not None and self.item.evidence:
            self.cursor = min(max(0, self.cursor + step), len(self.item.evidence) - 1)
            self.rebuild()
            self.reveal()

    def to_edge(self, *, end: bool) -> None:
        if self.item is not None:
            self.move(len(self.item.evidence) if end else -len(self.item.evidence))

    def leap(self, pages: int) -> None:
        self.scroll_relative(y=pages * max(1, self.scrollable_content_region.height - 1), animate=False)

    def reveal(self) -> None:
        line = self.line_of(self.cursor)
        if line is not None:
            self.scroll_to(
                y=0 if self.cursor == 0 else max(0, line - 1), animate=False, force=True, immediate=True
            )

    def lines(self, width: int) -> Iterator[Line]:
        if self.item is None:
            return
        if not self.item.evidence:
            words = self.speech("no_passage", key=self.key_to_add)
            yield from ((line, None) for line in wrapped(plain(words, "dim"), width))
        for number, one in enumerate(self.item.evidence):
            for line in self._passage(number, one, width):
                yield line, number
            yield Text(end=""), None

    def _passage(self, number: int, one: ReviewedEvidence, width: int) -> Iterator[Text]:
        current = number == self.cursor
        bar = "▌" if current else " "
        style = "strong" if current else ""
        heading = plain(f"{number + 1} ", style)
        heading.append_text(self._stance(one))
        body = list(wrapped(heading, width - 2, "", "  "))
        excluded = "struck dim" if one.excluded_by else ""
        body += wrapped(
            marked(one.passage.text, [(*span, "match") for span in one.matched], excluded), width - 2
        )
        if one.sides:
            body += self._sides(one.sides, width - 2)
        body += wrapped(plain(self._source(one), "dim"), width - 2)
        for line in body:
            yield fitted(Text.assemble((bar, "key"), " ", line, end=""), width)

    def _stance(self, one: ReviewedEvidence) -> Text:
        told = Text(end="")
        if one.evidence is not None:
            stance = one.evidence.stance
            told.append(f"{self.speech(stance)} {one.evidence.stance_score:.0%}", _STYLES[stance])
            told.append(f"  {self.speech('score', score=one.evidence.hit.score)}", "dim")
        for words, who in (
            ("pinned_by", one.pinned_by),
            ("excluded_by", one.excluded_by),
            ("added", one.brought_by),
        ):
            if who:
                told.append_text(plain(f"  {self.speech(words, who=who)}", "warning"))
        if one.evidence is not None and one.evidence.differences:
            kinds = dict.fromkeys(self.speech(difference.kind) for difference in one.evidence.differences)
            told.append(f"  {self.speech('differs', what=', '.join(kinds))}", "dim")
        return told

    def _source(self, one: ReviewedEvidence) -> str:
        card = one.source
        day = card.published.isoformat() if card.published else self.speech("undated")
        parts = [named(card), day, *([card.tier] if card.tier else [])]
        if card.url and card.url != named(card):
            parts.append(card.url)
        return " · ".join(parts)

    def _sides(self, sides: tuple[str, str], width: int) -> Iterator[Text]:
        """Claim and source one above the other, their words beginning in the same column."""
        labels = (self.speech("claim_side"), self.speech("source_side"))
        room = max(map(cell_len, labels)) + 2
        for label, words, style in zip(labels, sides, ("warning", "warning"), strict=True):
            lead = label + " " * (room - cell_len(label))
            yield from wrapped(plain(words, style), width, lead, " " * room)
