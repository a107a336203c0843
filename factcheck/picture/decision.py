"""How the passages made the suggestion together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.explaining.account import Explanation
from factcheck.layouts import source_line
from factcheck.model import Reason, Verdict
from factcheck.picture.ink import Ink, bounded_bar, indented, label, plain
from factcheck.prose import Prose
from factcheck.verify import CONFLICTS, DECIDES, Decision, Judged

if TYPE_CHECKING:
    from rich.console import RenderableType


_BAR = 26
"""Cells of a bar, the line at the deciding probability not counted."""


def decision_of(explanation: Explanation, ink: Ink) -> list[RenderableType]:
    parts: list[RenderableType] = [Prose(plain(ink.word("decision"), "bold"))]
    return [*parts, *(indented(part) for part in _decided(explanation, ink))]


def _decided(explanation: Explanation, ink: Ink) -> list[RenderableType]:
    verified, claim = explanation.verified, explanation.finding.claim
    if verified is None:
        worth = ink.word("worth", share=f"{claim.check_worthiness:.0%}")
        return [Prose(plain(ink.word("not_searched", kind=ink.word(claim.kind), worth=worth)))]
    decision = verified.decision
    parts: list[RenderableType] = []
    if decision.supporting is None or decision.opposing is None:
        parts.append(Prose(plain(ink.word("nothing"))))
    else:
        parts.append(_sides(explanation, decision, decision.supporting, decision.opposing, ink))
        told = _sentences(explanation, decision, decision.supporting, decision.opposing, ink)
        parts += [Prose(plain(sentence)) for sentence in told]
        counts = ink.word(
            "counts",
            compared=verified.compared,
            counted=verified.weighed,
            shown=len(explanation.passages),
        )
        if verified.copies:
            counts += f" {ink.word('copies', copies=verified.copies)}"
        if verified.far:
            counts += f" {ink.word('far', far=verified.far)}"
        parts.append(Prose(plain(counts, "dim")))
    if explanation.left_out:
        titles = ink.word("and").join(source_line(card) for card in explanation.left_out)
        parts.append(Prose(plain(ink.word("left_out", titles=titles))))
    return parts


def _sides(
    explanation: Explanation, decision: Decision, supporting: Judged, opposing: Judged, ink: Ink
) -> RenderableType:
    """A bar for either side with the bound from which it decides."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    for justify in ("left", "left", "right"):
        table.add_column(justify=justify, no_wrap=True)
    table.add_column(overflow="fold")
    sides = (
        ("for", supporting, supporting.judgement.supports, decision.support, 0),
        ("against", opposing, opposing.judgement.contradicts, decision.contradiction, 1),
    )
    for key, judged, found, counted, filling in sides:
        bar = bounded_bar(counted, _BAR, ink.fillings[filling], ink)
        rank = explanation.rank_of(judged)
        notes = [ink.word("before", before=f"{found:.0%}")] if counted < found else []
        if all(rank != one.rank for one in explanation.passages):
            notes.append(ink.word("unshown"))
        told = ink.word("from_passage", rank=rank) + (f" ({ink.word('then').join(notes)})" if notes else "")
        table.add_row(label(ink.word(key)), bar, plain(f"{counted:.0%}"), Prose(plain(told)))
    return table


def _sentences(
    explanation: Explanation, decision: Decision, supporting: Judged, opposing: Judged, ink: Ink
) -> Iterable[str]:
    one, other = explanation.rank_of(supporting), explanation.rank_of(opposing)
    support, contradiction = decision.support, decision.contradiction
    result = f"{explanation.finding.suggestion.confidence:.0%}"
    shares = {"share": f"{support:.0%}", "counter": f"{contradiction:.0%}", "result": result}
    before = (supporting.judgement.supports, opposing.judgement.contradicts)
    for take in decision.takes:
        far = opposing if take.by is supporting else supporting
        side = int(far is opposing)
        left = (take.support, take.contradiction)
        yield ink.word(
            take.cause,
            near=explanation.rank_of(take.by),
            far=explanation.rank_of(far),
            high=f"{take.by.score:.2f}",
            low=f"{far.score:.2f}",
            before=f"{before[side]:.0%}",
            after=f"{left[side]:.0%}",
        )
        before = left
    if decision.reason is Reason.CONFLICTING:
        yield ink.word("conflict", one=one, other=other, bound=f"{CONFLICTS:.0%}", **shares)
    elif decision.reason is not None:
        yield ink.word("open", bound=f"{DECIDES:.0%}", **shares)
    else:
        decided = decision.verdict is Verdict.SUPPORTED
        share = f"{support if decided else contradiction:.0%}"
        yield ink.word("decides", rank=one if decided else other, share=share, bound=f"{DECIDES:.0%}")
        if share != result:
            yield ink.word("takes", share=share, result=result)
