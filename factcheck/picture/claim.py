"""The claim, what is suggested for it, and how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.explaining.account import Explanation
from factcheck.explaining.words import slot_named
from factcheck.layouts import STYLES, source_line
from factcheck.picture.ink import Ink, fields, indented, label, marked, plain, side_of, told_of
from factcheck.prose import Prose

if TYPE_CHECKING:
    from rich.console import RenderableType


def head_of(explanation: Explanation, ink: Ink) -> list[RenderableType]:
    finding = explanation.finding
    claim, suggestion = finding.claim, finding.suggestion
    spans = [span for _, words in explanation.reading if words.value for span in words.spans]
    parts: list[RenderableType] = [Prose(marked(claim.text, [(span, "underline") for span in spans], "bold"))]
    facts = fields()
    if claim.quote != claim.text:
        facts.add_row(label(ink.word("quoted")), Prose(plain(claim.quote)))
    if finding.article is not None:
        facts.add_row(label(ink.word("article")), Prose(plain(source_line(finding.article))))
    told = plain(told_of(suggestion, ink), STYLES[suggestion.verdict])
    told.append(ink.word("then") + ink.word("machine"), "not bold dim")
    facts.add_row(label(ink.word("suggested")), Prose(told))
    facts.add_row(label(ink.word("reason")), Prose(plain(suggestion.rationale)))
    parts.append(facts)
    if explanation.stored is not None and explanation.is_stale:
        parts.append(Prose(plain(ink.word("stale", old=told_of(explanation.stored, ink)), "yellow")))
    return parts


def reading_of(explanation: Explanation, ink: Ink) -> list[RenderableType]:
    claim = explanation.finding.claim
    kind = ink.word(claim.kind) + ink.word("then") + ink.word("worth", share=f"{claim.check_worthiness:.0%}")
    head = plain(ink.word("reading"), "bold")
    head.append(f"  {kind}", "not bold dim")
    table = fields()
    before = None
    for slot, words in explanation.reading:
        named = slot_named(slot, ink.tongue)
        table.add_row(label("" if named == before else named), Prose(side_of(words, ink, inline=True)))
        before = named
    return [Prose(head), indented(table)]
