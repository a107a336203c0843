"""Decisions that a table states, recorded where they differ from what stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.exporters.visible import visible
from factcheck.model import Verdict
from factcheck.queue import Act, Standing, StatedVerdict
from factcheck.review.desk import reviewer_named
from factcheck.review.events import EventMaker
from factcheck.review.rulings import settled_reason

if TYPE_CHECKING:
    from factcheck.store import Store


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one stated verdict."""

    place: str
    claim_id: str
    changed: bool
    problem: str = ""
    """Why it could not be recorded."""


def record_stated(store: Store, stated: Iterable[StatedVerdict], importer: str) -> Iterator[Recorded]:
    """Record each verdict that differs from what stands; a row that names nobody is `importer`'s.

    A verdict that is new here keeps its moment; one that changes what stands counts as made now. The same
    table read twice changes nothing the second time.
    """
    for one in stated:
        with store.writing():
            done = _recorded(store, one, importer)
        # Told once it is stored: whoever listens must not hold the write lock.
        yield done


def _recorded(store: Store, one: StatedVerdict, importer: str) -> Recorded:
    if store.claim(one.claim_id) is None:
        told = f"Wanted a stored claim, found none with the id '{one.claim_id[:40]}'; check its article first"
        return Recorded(one.place, one.claim_id, changed=False, problem=told)
    who = reviewer_named(one.reviewer or importer)
    before = store.sum(one.claim_id).adjudication if one.adjudication else store.standing(one.claim_id, who)
    if before is not None and _says_the_same(before, one):
        return Recorded(one.place, one.claim_id, changed=False)
    if one.verdict not in (None, Verdict.UNVERIFIABLE) and not one.note and not one.evidence:
        told = f"Wanted a passage or a note that the verdict '{one.verdict}' rests on, found neither"
        return Recorded(one.place, one.claim_id, changed=False, problem=told)
    missing = sorted(set(one.evidence).difference(store.passages_by_id(one.evidence)))
    if missing:
        told = f"Wanted stored passages, found none with the id '{missing[0][:40]}'"
        return Recorded(one.place, one.claim_id, changed=False, problem=told)
    decided = Act.DECIDED if one.verdict else Act.DISMISSED
    event = EventMaker(store, who).event(
        one.claim_id,
        Act.ADJUDICATED if one.adjudication else decided,
        verdict=one.verdict,
        reason=settled_reason(one.verdict, one.reason) if one.verdict else None,
        note=one.note or None,
        evidence=one.evidence,
    )
    if one.at and (before is None or not before.decided):
        name = _identity(one, who)
        event = replace(event, id=name, act=name, at=one.at)
    known = store.last_event()
    store.record([event])
    return Recorded(one.place, one.claim_id, changed=store.last_event() > known)


def _identity(one: StatedVerdict, who: str) -> str:
    """Id of a verdict that was given elsewhere: the same wherever and however often it is read."""
    said = (one.claim_id, who, str(one.verdict), str(one.reason), one.note, one.at, *one.evidence)
    return hashlib.sha256("\x1f".join(said).encode("utf-8")).hexdigest()[:32]


def _says_the_same(before: Standing, one: StatedVerdict) -> bool:
    if not before.decided or before.verdict is not one.verdict:
        return False
    reason = settled_reason(one.verdict, one.reason) if one.verdict else None
    note = visible(before.note or "", keep="\n").strip()
    return (before.reason, note, before.evidence) == (reason, one.note, one.evidence)
