"""The log of corrections: which verdicts that had been given were changed, when, by whom and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from factcheck.queue import SLIP, Act, Standing
from factcheck.reported import Correction
from factcheck.store.rows import Review
from factcheck.store.standings import Sum, in_force, sum_of

_TURNS = (Act.UNDONE, Act.REDONE)


def corrections_of(events: Sequence[Review], claim_id: str, text: str) -> list[Correction]:
    """The changes that `events`, all those of one claim, oldest first, made to a verdict already given.

    A first verdict corrects nothing. What the same reviewer changed or took back within SLIP was the wrong
    key: it stays in the history and is left out here.
    """
    kept = _without_slips(events)
    if sum(event.event.is_decision or event.event in _TURNS for event in kept) < 2:
        return []
    found = []
    before = Sum()
    for number, event in enumerate(kept, 1):
        after = sum_of(kept[:number])
        correction = _between(before, after, event, claim_id, text)
        if correction is not None:
            found.append(correction)
        before = after
    return found


def _between(before: Sum, after: Sum, event: Review, claim_id: str, text: str) -> Correction | None:
    why = event.note if event.event.is_decision else None
    public = (before.ruling.word, after.ruling.word)
    if public[0] and public[0] != public[1]:
        return Correction(event.at, event.reviewer, claim_id, text, *public, why)
    nothing = Standing(event.reviewer)
    own = tuple(total.standings.get(event.reviewer, nothing).word for total in (before, after))
    if own[0] and own[0] != own[1]:
        return Correction(event.at, event.reviewer, claim_id, text, own[0], own[1], why, own=True)
    return None


def _without_slips(events: Sequence[Review]) -> list[Review]:
    """Without decisions that the same reviewer superseded or took back at once, nor that taking back."""
    slips: set[str] = set()
    redone = {event.target for event in events if event.event is Act.REDONE}
    last: dict[str, Review] = {}
    standing = {event.id for event in in_force(events)}
    for event in events:
        before = last.get(event.reviewer)
        if event.event is Act.UNDONE and event.target not in redone:
            if before is not None and before.act == event.target and _at_once(before, event):
                slips |= {before.id, event.id}
        elif event.event.is_decision:
            if before is not None and event.id in standing and _at_once(before, event):
                slips.add(before.id)
            last[event.reviewer] = event
    return [event for event in events if event.id not in slips]


def _at_once(one: Review, other: Review) -> bool:
    return datetime.fromisoformat(other.at) - datetime.fromisoformat(one.at) <= SLIP
