"""The claim to decide: its wording, what was decided, and what the machine suggests, how surely and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from tui import marks
from tui.page import Line, Page
from tui.paint import plain, wrapped

if TYPE_CHECKING:
    from factcheck.queue import Item, Standing
    from tui.words import Speech


_LEAST = 5
"""Lines that most claims take with what is suggested and why."""


class Bench(Page, can_focus=False):
    """As many lines as it takes; scrolls where there are more than fit."""

    item: Item | None = None
    speech: Speech
    reviewer = ""
    note = ""
    """What is being done to the claim right now, such as a check."""
    key_to_check = "r"
    key_to_confirm = "="

    def show(self, item: Item | None, speech: Speech) -> None:
        """Another claim, or the same one anew."""
        self.item, self.speech = item, speech
        self.rebuild()
        self._fit()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        super().on_resize()
        self._fit()

    def _fit(self) -> None:
        """A height that seldom changes: each change lays the whole screen out anew and moves what is read."""
        self.styles.height = max(_LEAST, len(self._lines))

    def lines(self, width: int) -> Iterator[Line]:
        if self.item is not None:
            yield from ((line, None) for line in self._told(self.item, width))

    def _told(self, item: Item, width: int) -> Iterator[Text]:
        yield from wrapped(plain(item.claim.text, "strong"), width)
        yield from wrapped(plain(self._about(item), "dim"), width)
        for line in self._decisions(item):
            yield from wrapped(line, width)
        yield from wrapped(self._suggestion(item), width)
        if self.note:
            yield from wrapped(plain(self.note, "warning"), width)
        elif item.stale:
            why = ", ".join(self.speech.reason(code) for code in item.stale)
            yield from wrapped(plain(self.speech("stale", why=why, key=self.key_to_check), "warning"), width)
        if item.finding:
            for match in item.finding.matches[:1]:
                told = self.speech(
                    "match",
                    verdict=self.speech(match.ruling) if match.own_claim and match.ruling else match.verdict,
                    who=match.publisher or match.url or "-",
                    level=self.speech(match.level),
                    key=self.key_to_confirm,
                )
                yield from wrapped(plain(f"{told} {match.text}", "dim"), width)

    def _about(self, item: Item) -> str:
        """Where it stands, when that was published, what kind of statement it is, and who says it."""
        speech, card, claim = self.speech, item.article, item.claim
        day = card.published.isoformat() if card and card.published else speech("undated")
        told = [marks.named(card), day] if card is not None else [speech("typed")]
        told += [speech(claim.kind), speech(claim.language)]
        told.append(speech("worth", share=f"{claim.check_worthiness:.0%}"))
        if claim.attribution:
            told.append(speech("said_by", who=claim.attribution))
        if item.added_by:
            told.append(speech("written_by", who=self._who(item.added_by)))
        return " · ".join(told)

    def _decisions(self, item: Item) -> Iterator[Text]:
        speech, row = self.speech, item.row
        head = speech("disputed") if row.disputed else speech("decided")
        if item.adjudication is not None:
            yield plain(f"{speech('adjudicated_by')} ", "head").append_text(self._decision(item.adjudication))
        said = [self._decision(one) for one in item.standings if one.decided]
        if said:
            line = plain(f"{head} ", "warning" if row.disputed else "head")
            yield line.append_text(Text("  ", end="").join(said))
        if row.flagged:
            yield plain(f"⚑ {speech('flagged')}", "warning")
        for one in item.standings:
            if one.note:
                yield plain(f"{speech('note_by', who=self._who(one.reviewer))} {one.note}", "dim")

    def _decision(self, standing: Standing) -> Text:
        who = self._who(standing.reviewer)
        if standing.verdict is None:
            return plain(f"{marks.NO_CLAIM} {self.speech('whose', what=self.speech('not_a_claim'), who=who)}")
        words = self.speech.verdict(standing.verdict, standing.reason)
        sign = marks.SIGNS[standing.verdict]
        return plain(f"{sign} {self.speech('whose', what=words, who=who)}", f"strong {standing.verdict}")

    def _who(self, reviewer: str) -> str:
        return self.speech("by_you") if reviewer == self.reviewer else reviewer

    def _suggestion(self, item: Item) -> Text:
        """In brackets and named as the machine's, so that nobody takes it for a decision."""
        if item.finding is None:
            return plain(self.speech("no_suggestion"), "dim")
        suggestion = item.finding.suggestion
        words = self.speech.verdict(suggestion.verdict, suggestion.reason)
        sign = f"({marks.SIGNS[suggestion.verdict]})"
        line = plain(f"{self.speech('suggests')} ", "dim")
        line.append_text(plain(f"{sign} {words}", f"suggested {suggestion.verdict}"))
        line.append_text(plain(self.speech("sure", share=f"{suggestion.confidence:.0%}"), "dim"))
        return line.append_text(plain(suggestion.rationale))
