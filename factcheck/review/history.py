"""What can be taken back and done again, read off one's own events; and events as lines for a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.queue import Act, Deed
from factcheck.store.rows import Review

if TYPE_CHECKING:
    from factcheck.store import Store


def undoable(backwards: Iterable[Review]) -> str | None:
    """The latest act that stands, among one reviewer's events from the latest on."""
    undone: dict[str, bool] = {}
    for event in backwards:
        if event.event in (Act.UNDONE, Act.REDONE):
            undone.setdefault(str(event.target), event.event is Act.UNDONE)
        elif not undone.get(event.act, False):
            return event.act
    return None


def redoable(backwards: Iterable[Review]) -> str | None:
    """The act taken back last and not done again; None once something new was done."""
    seen: set[str] = set()
    for event in backwards:
        if event.event not in (Act.UNDONE, Act.REDONE):
            return None
        target = str(event.target)
        if target not in seen and event.event is Act.UNDONE:
            return target
        seen.add(target)
    return None


def deed_of(store: Store, number: int, event: Review) -> Deed:
    """An event with its claim's words."""
    place = store.place_of(event.claim_id)
    claim = store.claim(place)
    return Deed(
        number=number,
        at=event.at,
        reviewer=event.reviewer,
        claim_id=place,
        text=claim.text if claim else event.quote,
        act=event.event,
        verdict=event.verdict,
        reason=event.reason,
        note=event.note,
    )
