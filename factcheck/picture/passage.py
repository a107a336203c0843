"""A passage beside the claim: two sides slot by slot, and how its stance came about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.comparing.marks import Row
from factcheck.comparing.partners import stretches
from factcheck.comparing.slots import Slot
from factcheck.explaining.account import Explanation, PassageAccount
from factcheck.explaining.words import rule_worded, slot_named
from factcheck.exporters.visible import visible
from factcheck.judges import Push, Rule, Step
from factcheck.judges.pushes import START, WORDS
from factcheck.language.folding import fold
from factcheck.layouts import STANCES, source_line
from factcheck.model import DifferenceKind
from factcheck.picture.ink import (
    BAR,
    MARK_STYLES,
    Ink,
    bar_of,
    fields,
    indented,
    label,
    marked,
    numbered,
    plain,
    side_of,
)
from factcheck.prose import Prose
from factcheck.rationale import kind_named

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDE = 140
"""Cells from which slots and steps stand side by side."""
_PAIRS = 6
"""Words of another form or language that are shown beside their partners; `--json` has all."""
_PUSH = 0.1
"""Log odds from which what a slot put into the judgement is shown."""
_PUSHES = 5
"""Slots that are shown, what held before any of them included; `--json` has all."""
_SAME = 0.999
"""Likeness from which a word is the same word."""


def passage_of(
    account: PassageAccount, explanation: Explanation, ink: Ink, width: int
) -> list[RenderableType]:
    evidence = account.judged.evidence
    head = plain("")
    head.append(f"{ink.word(evidence.stance)} {evidence.stance_score:.0%}", STANCES[evidence.stance])
    head.append(visible(f"  {source_line(evidence.hit.source)}"), "bold")
    if not account.counted:
        head.append(f"  ({ink.word('uncounted')})", "dim")
    spans = [(span, MARK_STYLES[row.mark] + " bold") for row in account.rows for span in row.passage.spans]
    text = Prose(marked(evidence.hit.passage.text, spans))
    slots: list[RenderableType] = [_slots(account.rows, ink)] if account.rows else []
    slots.append(_words(account, explanation, ink))
    steps: list[RenderableType] = [_score(account, ink), _steps(account, ink)]
    if width < WIDE:
        return [numbered(account.rank, head), *(indented(part) for part in (text, *slots, *steps))]
    from rich.console import Group
    from rich.table import Table

    beside = Table.grid(expand=True, padding=(0, 4, 0, 0))
    beside.add_column(ratio=1)
    beside.add_column(ratio=1)
    beside.add_row(Group(*slots), Group(*steps))
    return [numbered(account.rank, head), indented(text), indented(beside)]


def _slots(rows: Sequence[Row], ink: Ink) -> RenderableType:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True)
    table.add_column(ink.word("claim"), ratio=1, overflow="fold")
    table.add_column("", no_wrap=True, width=1)
    table.add_column(ink.word("passage"), ratio=1, overflow="fold")
    before = None
    for row in rows:
        named = slot_named(row.slot, ink.tongue)
        claim, passage = side_of(row.claim, ink), side_of(row.passage, ink)
        if row.claim.value == row.passage.value and fold(row.claim.text) == fold(row.passage.text):
            # The same words with the same meaning need no translation.
            claim, passage = plain(row.claim.text), plain(row.passage.text)
        if row.around:
            passage = plain(ink.word("around"), "dim")
        mark = plain(ink.mark(row.mark), MARK_STYLES[row.mark] + " bold")
        table.add_row(label("" if named == before else named), Prose(claim), mark, Prose(passage))
        before = named
    return table


def _words(account: PassageAccount, explanation: Explanation, ink: Ink) -> RenderableType:
    """Which of the claim's words the passage has, and the partners of those it has in another form."""
    claim, passage = explanation.finding.claim.text, account.judged.evidence.hit.passage.text
    table = fields()
    for key, met in (("met", True), ("unmet", False)):
        share = sum(word.weight for word in account.words if word.met is met)
        told = [claim[start:end] for start, end in stretches(claim, account.words, met=met)]
        if told:
            table.add_row(label(ink.word(key)), Prose(plain(f"{share:.0%}  {' / '.join(told)}")))
    paired = [word for word in account.words if word.met and word.partner and word.likeness < _SAME]
    paired.sort(key=lambda word: -word.weight)
    told = []
    for word in paired:
        ours, theirs = claim[slice(*word.span)], passage[slice(*(word.partner or (0, 0)))]
        if ours.isalnum() and fold(ours) != fold(theirs):
            told.append(f"{ours} ~ {theirs} {word.likeness:.2f}")
    if told:
        table.add_row(label(ink.word("paired")), Prose(plain(" / ".join(told[:_PAIRS]))))
    return table


def _score(account: PassageAccount, ink: Ink) -> RenderableType:
    search, likeness, judge = (f"{part:.2f}" for part in account.judged.parts)
    told = ink.word(
        "score_parts", total=f"{account.judged.score:.2f}", search=search, likeness=likeness, judge=judge
    )
    table = fields()
    table.add_row(label(ink.word("score")), Prose(plain(told)))
    pushes = [push for push in account.pushes if max(push[1:]) >= _PUSH]
    pushes.sort(key=lambda push: (push.slot != START, -max(push[1:])))
    if pushes:
        moved = " / ".join(_pushed(push, ink) for push in pushes[:_PUSHES])
        table.add_row(label(ink.word("pushed")), Prose(plain(moved)))
    return table


def _pushed(push: Push, ink: Ink) -> str:
    """`how much +1.2 against`: the slot, and the stance that its findings speak for most."""
    slot = ink.word(push.slot) if push.slot in (START, WORDS) else slot_named(Slot(push.slot), ink.tongue)
    strongest = max(push[1:])
    side = ("for", "against", "neutral")[push[1:].index(strongest)]
    return f"{slot.lower()} {strongest:+.1f} {ink.word(side)}"


def _steps(account: PassageAccount, ink: Ink) -> RenderableType:
    """The waterfall: the probabilities as each rule left them."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, padding=(0, 1, 0, 0))
    table.add_column(ink.word("steps"), ratio=1, overflow="fold")
    table.add_column("", no_wrap=True, width=BAR)
    for key, filling in zip(("for", "against", "neutral"), ink.fillings, strict=True):
        table.add_column(f"{filling} {ink.word(key)}", no_wrap=True, justify="right")
    for step in account.steps:
        shares = (step.supports, step.contradicts, step.neutral)
        named = plain(rule_worded(step.rule, ink.tongue, _kinds(step, account, ink)))
        table.add_row(Prose(named), bar_of(shares, BAR, ink), *(f"{share:.0%}" for share in shares))
    return table


def _kinds(step: Step, account: PassageAccount, ink: Ink) -> str:
    """The differences that a step is about, in words."""
    comparison = account.judged.comparison
    found = comparison.apart if step.rule is Rule.KEPT_APART else comparison.kinds - comparison.apart
    if step.rule is Rule.DIFFERS_EXACTLY and not found:
        found = comparison.kinds or frozenset({DifferenceKind.POLARITY})
    named = [kind_named(kind, ink.tongue) for kind in DifferenceKind if kind in found]
    return ink.word("and").join(named)
