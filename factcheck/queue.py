"""The words of the review queue: what a person does to a claim, what stands then, what is in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from factcheck.model import (
    Card,
    Claim,
    ClaimKind,
    Evidence,
    Finding,
    Language,
    Passage,
    Reason,
    Verdict,
)

MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"
"""How the moment of an event is written, in UTC: text order is time order."""
SLIP = timedelta(seconds=60)
"""A decision changed or taken back within this time was a slip of the key and is no correction."""


class Act(StrEnum):
    """What one event of the history says that a person did; the value is what the database keeps."""

    DECIDED = "decided"
    DISMISSED = "dismissed"
    """Not a claim: out of queue and reports."""
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"
    NOTED = "noted"
    """An empty note takes the earlier one away."""
    PINNED = "pinned"
    EXCLUDED = "excluded"
    UNMARKED = "unmarked"
    """The passage is neither pinned nor excluded any more."""
    BROUGHT = "brought"
    """A passage that the machine did not show was put with the evidence."""
    CLAIM_ADDED = "claim_added"
    REPLACED = "replaced"
    """The claim was reworded or split; the claims in its place are named."""
    ADJUDICATED = "adjudicated"
    """Settled for all, whatever its reviewers say; without a verdict: it is no claim."""
    ASSIGNED = "assigned"
    """Somebody is to review it; who is named."""
    UNASSIGNED = "unassigned"
    UNDONE = "undone"
    REDONE = "redone"

    @property
    def is_decision(self) -> bool:
        """Whether the claim is done with afterwards."""
        return self in (Act.DECIDED, Act.DISMISSED, Act.ADJUDICATED)


class Order(StrEnum):
    """In which order the queue goes."""

    PRIORITY = "priority"
    """Undecided first; the more worth checking and the less sure the machine, the earlier."""
    CONFIDENCE = "confidence"
    """Undecided first; the surest suggestion first."""
    ARTICLE = "in_article"
    """As the articles were checked, and as the claims stand in them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are in the queue; None, False and "" leave a question open."""

    article: str | None = None
    """Id of the article."""
    verdict: Verdict | None = None
    """What people decided."""
    suggested: Verdict | None = None
    kind: ClaimKind | None = None
    """None: the kinds that are checked, factual and forecast."""
    language: Language | None = None
    confidence: tuple[float, float] | None = None
    """Of the suggestion: least and most, in [0, 1]."""
    undecided: bool = False
    flagged: bool = False
    conflicting: bool = False
    """Sources contradict each other, or reviewers do."""
    disputed: bool = False
    """Reviewers contradict each other, and nobody has adjudicated."""
    assigned: bool = False
    """Assigned to the reviewer who asks."""
    stale: bool = False
    mine: bool = False
    """Decided by the reviewer who asks."""
    dismissed: bool = False
    """Those that are no claims, and only those."""
    text: str = ""
    """Words of the claim or of the article's own sentence, in either script."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One claim as a line of the queue."""

    claim_id: str
    text: str
    kind: ClaimKind
    language: Language
    article_id: str | None
    article_title: str | None
    check_worthiness: float
    suggested: Verdict | None
    confidence: float | None
    """Of the suggestion, in [0, 1]."""
    verdict: Verdict | None
    """What was adjudicated, else what its reviewers agree on; None where nobody decided, or they disagree."""
    mine: Verdict | None
    disputed: bool
    dismissed: bool
    flagged: bool
    noted: bool
    stale: bool
    conflicting: bool
    opinions: int = 0
    """How many reviewers have decided it."""
    adjudicated: bool = False
    by_me: bool = False
    """Whether the reviewer who asks has decided it."""
    assigned: bool = False
    """Whether it is assigned to the reviewer who asks."""

    @property
    def decided(self) -> bool:
        """Whether somebody is done with it."""
        return self.verdict is not None or self.disputed or self.dismissed


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one reviewer stands on one claim, all events counted."""

    reviewer: str
    verdict: Verdict | None = None
    reason: Reason | None = None
    evidence: tuple[str, ...] = ()
    """Ids of the passages that the decision relies on."""
    note: str | None = None
    flagged: bool = False
    dismissed: bool = False
    at: str | None = None
    """Moment of the decision, ISO 8601 in UTC; None without one."""
    assigned: bool = False
    """Whether the claim is assigned to this reviewer."""

    @property
    def decided(self) -> bool:
        """Whether this reviewer is done with the claim."""
        return self.verdict is not None or self.dismissed

    @property
    def word(self) -> str:
        """`supported`, `contradicted`, `unverifiable`, `not_a_claim`, or "" without a decision."""
        return "not_a_claim" if self.dismissed else str(self.verdict or "")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What stands for a claim after all that its reviewers said."""

    verdict: Verdict | None = None
    """None where nobody decided, reviewers disagree, or it is no claim."""
    reason: Reason | None = None
    """Why unverifiable, where all say the same."""
    disputed: bool = False
    dismissed: bool = False
    """It is no claim."""
    opinions: tuple[Standing, ...] = ()
    """All sides: one for each reviewer who decided."""
    adjudication: Standing | None = None

    @property
    def decided(self) -> bool:
        """Whether anybody is done with the claim."""
        return bool(self.opinions) or self.adjudication is not None

    @property
    def word(self) -> str:
        """`supported`, `contradicted`, `unverifiable`, `disputed`, `not_a_claim`, or "" for none."""
        if self.disputed:
            return "disputed"
        return "not_a_claim" if self.dismissed else str(self.verdict or "")

    @property
    def sides(self) -> tuple[Standing, ...]:
        """Who said it: the adjudicator first, then the reviewers."""
        return (*((self.adjudication,) if self.adjudication else ()), *self.opinions)

    @property
    def counted(self) -> tuple[Standing, ...]:
        """The sides that made it: the adjudicator alone, or all reviewers."""
        return (self.adjudication,) if self.adjudication else self.opinions

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of the passages that the ruling rests on; of all sides where it is disputed."""
        return tuple(dict.fromkeys(passage for one in self.counted for passage in one.evidence))

    @property
    def at(self) -> str | None:
        """Moment of the latest decision that counts; None without one."""
        return max((one.at for one in self.counted if one.at), default=None)


def ruling_of(opinions: Sequence[Standing], adjudication: Standing | None = None) -> Ruling:
    """The adjudication, else the verdict that all `opinions` share, else disputed; time settles nothing.

    A reason why unverifiable is no disagreement.
    """
    said = {None if one.dismissed else one.verdict for one in opinions}
    resting = (adjudication,) if adjudication else tuple(opinions)
    disputed = adjudication is None and len(said) > 1
    reasons = {one.reason for one in resting}
    return Ruling(
        verdict=None if disputed or not resting else resting[0].verdict,
        reason=reasons.pop() if len(reasons) == 1 and not disputed else None,
        disputed=disputed,
        dismissed=bool(resting) and not disputed and resting[0].dismissed,
        opinions=tuple(opinions),
        adjudication=adjudication,
    )


@dataclass(frozen=True, slots=True)
class StatedVerdict:
    """One reviewer's verdict on a claim, as a table from elsewhere states it."""

    place: str
    """Where in the table."""
    claim_id: str
    verdict: Verdict | None
    """None: it is no claim."""
    reason: Reason | None
    reviewer: str
    """Empty where the row names nobody."""
    note: str
    at: str
    """ISO 8601 moment, UTC, to the microsecond; empty where the row has none that can be read."""
    adjudication: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewedEvidence:
    """A passage beside a claim, with what people made of it."""

    passage: Passage
    source: Card
    evidence: Evidence | None
    """What the machine made of it; None for a passage that a person brought."""
    pinned_by: str | None = None
    excluded_by: str | None = None
    brought_by: str | None = None
    matched: tuple[tuple[int, int], ...] = ()
    """Stretches of `passage.text` that the claim has too, in words or as a figure; half-open."""
    sides: tuple[str, str] | None = None
    """The claim's words and the source's for what agrees and what differs: "$8 billion · one year"."""


@dataclass(frozen=True, slots=True)
class Item:
    """Everything about one claim that a person decides by."""

    row: QueueRow
    claim: Claim
    finding: Finding | None
    """None where the machine has said nothing yet."""
    article: Card | None
    before: str
    """The article's text before the quote, bounded."""
    after: str
    evidence: tuple[ReviewedEvidence, ...]
    """Pinned ones first, then as ranked, excluded ones last."""
    standings: tuple[Standing, ...]
    """One for each reviewer who did anything to the claim."""
    stale: tuple[str, ...] = ()
    """Why the suggestion is out of date: corpus, encoder, judge, settings, version."""
    added_by: str | None = None
    """Who wrote this claim; None for one that was extracted."""
    adjudication: Standing | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the queue is, whatever its filters."""

    done: int
    total: int
    today: int
    """Decisions of the reviewer since midnight UTC that still stand or stood."""
    per_hour: int
    """Pace of the reviewer's latest decisions, pauses left out; 0 before the third."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of what was done lately."""

    number: int
    """Place in the history; later is higher."""
    at: str
    reviewer: str
    claim_id: str
    text: str
    """The claim's."""
    act: Act
    verdict: Verdict | None = None
    reason: Reason | None = None
    note: str | None = None
    taken_back: bool = False
