"""What stands after all events: for each reviewer, for each claim, and for each passage beside a claim.

Everything here is made from the events of a claim and can be remade from them at any time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.model import Language, Reason, Verdict, overlap
from factcheck.queue import Act, Ruling, Standing, ruling_of
from factcheck.store import rows
from factcheck.store.reviews import Reviews
from factcheck.store.rows import CheckedClaim, Review, Row

_IN_PLACE = """claim_id NOT IN (SELECT claim_id FROM verdicts WHERE hidden)
    AND claim_id NOT IN (SELECT old_id FROM moves)"""
_ADJUDICATIONS = f"""SELECT claim_id, adjudicator AS reviewer, verdict, reason,
    adjudication_evidence AS evidence, adjudication_note AS note, 0 AS flagged, dismissed,
    adjudicated_at AS at, 0 AS assigned
    FROM verdicts WHERE adjudicator IS NOT NULL AND {_IN_PLACE}"""
"""As rows of `standings`."""
_SAME_PLACE = 0.5
"""Share of two spans from which they are one place, as `evaluate gold` counts extracted claims too."""


@dataclass(frozen=True, slots=True)
class Sum:
    """All events of one claim, counted."""

    standings: Mapping[str, Standing] = field(default_factory=dict)
    """By reviewer."""
    pinned: Mapping[str, str] = field(default_factory=dict)
    """Passage id -> who pinned it; likewise below."""
    excluded: Mapping[str, str] = field(default_factory=dict)
    brought: Mapping[str, str] = field(default_factory=dict)
    replaced_by: tuple[str, ...] = ()
    withdrawn: bool = False
    """A person wrote the claim and took that back."""
    adjudication: Standing | None = None
    """The latest one, by its adjudicator's name."""

    @property
    def decided(self) -> list[Standing]:
        """Those who are done with the claim; an adjudicator only where they had reviewed it too."""
        return [standing for standing in self.standings.values() if standing.decided]

    @property
    def ruling(self) -> Ruling:
        """What stands for the claim: the adjudication, else what its reviewers share, else disputed."""
        return ruling_of(self.decided, self.adjudication)

    @property
    def hidden(self) -> bool:
        """Whether the claim is in no queue: others stand in its place, or it was withdrawn by its author."""
        return bool(self.replaced_by) or (self.withdrawn and not self.ruling.decided)


def in_force(events: Iterable[Review]) -> list[Review]:
    """The events that were not taken back, undoing and redoing themselves left out; oldest first."""
    every = list(events)
    taken_back: dict[str, bool] = {}
    for event in every:
        if event.event in (Act.UNDONE, Act.REDONE) and event.target:
            taken_back[event.target] = event.event is Act.UNDONE
    return [
        event
        for event in every
        if event.event not in (Act.UNDONE, Act.REDONE) and not taken_back.get(event.act, False)
    ]


def sum_of(events: Sequence[Review]) -> Sum:
    """What stands after `events`, all those of one claim, oldest first."""
    standings: dict[str, Standing] = {event.reviewer: Standing(event.reviewer) for event in events}
    marks: dict[Act, dict[str, str]] = {Act.PINNED: {}, Act.EXCLUDED: {}, Act.BROUGHT: {}}
    replaced_by: tuple[str, ...] = ()
    adjudication: Standing | None = None
    valid = in_force(events)
    for event in valid:
        if event.event is Act.ADJUDICATED:
            adjudication = _adjudicated(event)
        if event.event in (Act.ASSIGNED, Act.UNASSIGNED) and event.person:
            before = standings.get(event.person, Standing(event.person))
            standings[event.person] = replace(before, assigned=event.event is Act.ASSIGNED)
        standings[event.reviewer] = _after(standings[event.reviewer], event)
        if event.event in (Act.PINNED, Act.EXCLUDED, Act.UNMARKED):
            for passage in event.evidence:
                marks[Act.PINNED].pop(passage, None)
                marks[Act.EXCLUDED].pop(passage, None)
        if event.event in marks:
            marks[event.event] |= dict.fromkeys(event.evidence, event.reviewer)
        if event.event is Act.REPLACED:
            replaced_by = event.claims
    written = any(event.event is Act.CLAIM_ADDED for event in events)
    stands = any(event.event is Act.CLAIM_ADDED for event in valid)
    return Sum(
        standings,
        marks[Act.PINNED],
        marks[Act.EXCLUDED],
        marks[Act.BROUGHT],
        replaced_by,
        written and not stands,
        adjudication,
    )


def _adjudicated(event: Review) -> Standing:
    return Standing(
        event.reviewer,
        verdict=event.verdict,
        reason=event.reason,
        evidence=event.evidence,
        note=event.note,
        dismissed=event.verdict is None,
        at=event.at,
    )


def _after(standing: Standing, event: Review) -> Standing:
    match event.event:
        case Act.DECIDED:
            return replace(
                standing,
                verdict=event.verdict,
                reason=event.reason,
                evidence=event.evidence,
                note=event.note or standing.note,
                dismissed=False,
                at=event.at,
            )
        case Act.DISMISSED:
            return replace(standing, verdict=None, reason=None, evidence=(), dismissed=True, at=event.at)
        case Act.FLAGGED | Act.UNFLAGGED:
            return replace(standing, flagged=event.event is Act.FLAGGED)
        case Act.NOTED:
            return replace(standing, note=event.note or None)
        case _:
            return standing


class Standings(Reviews):
    """The tables that say what stands, written together with each event."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open `path`, see Connection; events from before there were these tables are counted now."""
        super().__init__(path, read_only=read_only)
        uncounted = "SELECT EXISTS (SELECT 1 FROM reviews) AND NOT EXISTS (SELECT 1 FROM verdicts)"
        if not read_only and self._value(uncounted):
            self.remake_standings()

    def record(self, events: Sequence[Review]) -> None:
        """Append events and bring what stands up to date, in one transaction.

        An event that is there already (by id), as when two workspaces are merged twice, changes nothing.
        WorkspaceError for a claim that is not stored.
        """
        with self.writing():
            new = [event for event in events if self._append(event)]
            for claim_id in dict.fromkeys(self.place_of(event.claim_id) for event in new):
                self._write_sum(claim_id, sum_of(self.reviews_of(claim_id)))

    def place_of(self, claim_id: str) -> str:
        """The claim that stands in the place of this one now; itself where it was not moved."""
        return str(self._value("SELECT new_id FROM moves WHERE old_id = ?", (claim_id,)) or claim_id)

    def follow_claims(self, document_id: str) -> int:
        """Let what was done to claims that a later extraction cut or worded otherwise count for the new ones.

        Each goes to the claim without any act that shares most of its span, and at least half of both; one
        that finds none keeps its history and is in no queue. How many were moved.
        """
        with self.writing():
            lost = self._rows(
                """SELECT c.id, c.start, c.end FROM claims c JOIN verdicts v ON v.claim_id = c.id
                WHERE c.document_id = ? AND NOT c.current AND NOT v.hidden
                AND c.id NOT IN (SELECT old_id FROM moves) ORDER BY c.start, c.end, c.id""",
                (document_id,),
            )
            free = {
                row["id"]: (row["start"], row["end"])
                for row in self._rows(
                    """SELECT id, start, end FROM claims WHERE document_id = ? AND current
                    AND id NOT IN (SELECT claim_id FROM verdicts) ORDER BY start, end, id""",
                    (document_id,),
                )
            }
            moved = 0
            for row in lost:
                span = (row["start"], row["end"])
                nearest = max(free, key=lambda one: overlap(span, free[one]), default=None)
                if nearest is not None and overlap(span, free[nearest]) >= _SAME_PLACE:
                    del free[nearest]
                    self._move(row["id"], nearest)
                    moved += 1
            return moved

    def _move(self, old_id: str, new_id: str) -> None:
        self._write("UPDATE moves SET new_id = ? WHERE new_id = ?", (new_id, old_id))
        self._write("INSERT INTO moves VALUES (?, ?)", (old_id, new_id))
        self._write_sum(new_id, sum_of(self.reviews_of(new_id)))

    def remake_standings(self) -> None:
        """Make both tables anew from the events."""
        with self.writing():
            self._write("DELETE FROM standings")
            self._write("DELETE FROM verdicts")
            for row in self._rows("SELECT claim_id FROM reviews UNION SELECT new_id FROM moves"):
                self._write_sum(row[0], sum_of(self.reviews_of(row[0])))

    def _write_sum(self, claim_id: str, total: Sum) -> None:
        # One whose only part was an assignment that was undone has no standing any more.
        self._write("DELETE FROM standings WHERE claim_id = ?", (claim_id,))
        self._write_many(
            """INSERT INTO standings VALUES
                (:claim_id, :reviewer, :verdict, :reason, :evidence, :note, :flagged, :dismissed, :at,
                :assigned)""",
            [standing_row(claim_id, standing) for standing in total.standings.values()],
        )
        self._write(
            """INSERT OR REPLACE INTO verdicts VALUES
                (:claim_id, :decided, :verdict, :reason, :disputed, :dismissed, :opinions, :flagged, :noted,
                :hidden, :adjudicator, :adjudicated_at, :adjudication_note, :adjudication_evidence)""",
            verdict_row(claim_id, total),
        )

    def sum(self, claim_id: str) -> Sum:
        """What stands for one claim."""
        return sum_of(self.reviews_of(claim_id))

    def decisions(self) -> dict[str, list[Standing]]:
        """By claim, those who decided it, in the order of their names; undecided claims are left out.

        So are those in whose place others stand, or that their author took back.
        """
        found = self._rows(
            f"""SELECT * FROM standings WHERE (verdict IS NOT NULL OR dismissed) AND {_IN_PLACE}
            ORDER BY claim_id, reviewer"""
        )
        decided: dict[str, list[Standing]] = {}
        for row in found:
            decided.setdefault(row["claim_id"], []).append(_standing(row))
        return decided

    def memory(self) -> list[CheckedClaim]:
        """Every already checked claim: published ones, then those that own reviewers agree on."""
        own = self._rows(
            """SELECT c.id, c.text, c.language, d.url, v.verdict, v.adjudicator, v.adjudicated_at,
                group_concat(s.reviewer, ', ') AS reviewers, max(s.at) AS at
            FROM verdicts v JOIN claims c ON c.id = v.claim_id
            LEFT JOIN documents d ON d.id = c.document_id
            LEFT JOIN standings s ON s.claim_id = v.claim_id AND s.verdict = v.verdict
            WHERE v.verdict IS NOT NULL AND NOT v.hidden AND c.id NOT IN (SELECT old_id FROM moves)
            GROUP BY c.id ORDER BY c.id"""
        )
        return [*self.checked_claims(), *map(_own_checked, own)]

    def memory_state(self) -> tuple[int, int, int]:
        """Three numbers of which one differs once the memory may."""
        published = int(self._value("SELECT coalesce(max(number), 0) FROM checked_claims"))
        return published, self.last_event(), int(self._value("SELECT count(*) FROM moves"))

    def rulings(self) -> dict[str, Ruling]:
        """By claim, what stands for it; claims are left out as by `decisions`."""
        opinions = self.decisions()
        settled = {row["claim_id"]: _standing(row) for row in self._rows(_ADJUDICATIONS)}
        return {
            claim_id: ruling_of(opinions.get(claim_id, ()), settled.get(claim_id))
            for claim_id in sorted(opinions.keys() | settled.keys())
        }

    def standing(self, claim_id: str, reviewer: str) -> Standing:
        """Where `reviewer` stands on a claim."""
        row = self._row("SELECT * FROM standings WHERE claim_id = ? AND reviewer = ?", (claim_id, reviewer))
        return Standing(reviewer) if row is None else _standing(row)


def verdict_row(claim_id: str, total: Sum) -> dict[str, object]:
    """What stands for a claim, as a row of `verdicts`."""
    ruling, last = total.ruling, total.adjudication
    return {
        "claim_id": claim_id,
        "decided": ruling.decided,
        "verdict": ruling.verdict,
        "reason": ruling.reason,
        "disputed": ruling.disputed,
        "dismissed": ruling.dismissed,
        "opinions": len(total.decided),
        "flagged": any(one.flagged for one in total.standings.values()),
        "noted": any(one.note for one in total.standings.values()),
        "hidden": total.hidden,
        "adjudicator": last and last.reviewer,
        "adjudicated_at": last and last.at,
        "adjudication_note": last and last.note,
        "adjudication_evidence": last and rows.as_json(last.evidence),
    }


def standing_row(claim_id: str, standing: Standing) -> dict[str, object]:
    """Where one reviewer stands on a claim, as a row of `standings`."""
    return {
        "claim_id": claim_id,
        "reviewer": standing.reviewer,
        "verdict": standing.verdict,
        "reason": standing.reason,
        "evidence": rows.as_json(standing.evidence),
        "note": standing.note,
        "flagged": standing.flagged,
        "dismissed": standing.dismissed,
        "at": standing.at,
        "assigned": standing.assigned,
    }


def _standing(row: Row) -> Standing:
    return Standing(
        reviewer=row["reviewer"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        reason=Reason(row["reason"]) if row["reason"] else None,
        evidence=tuple(json.loads(row["evidence"])),
        note=row["note"],
        flagged=bool(row["flagged"]),
        dismissed=bool(row["dismissed"]),
        at=row["at"],
        assigned=bool(row["assigned"]),
    )


def _own_checked(row: Row) -> CheckedClaim:
    at = row["adjudicated_at"] or row["at"]
    return CheckedClaim(
        text=row["text"],
        verdict=row["verdict"],
        publisher=row["adjudicator"] or row["reviewers"],
        url=row["url"],
        published=rows.day(at[:10]) if at else None,
        language=Language(row["language"]),
        ruling=Verdict(row["verdict"]),
        own_claim=row["id"],
    )
