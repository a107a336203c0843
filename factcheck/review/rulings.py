"""What a decision has to rest on, and which passages it rests on where the person names none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from factcheck.errors import UsageError
from factcheck.model import Reason, Stance, Verdict
from factcheck.queue import SLIP, ReviewedEvidence, Standing


class NeedsEvidence(UsageError):
    """A claim called supported or contradicted without a passage or a note that says why there is none."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(
            f"Wanted a passage that the verdict '{verdict}' rests on, or a note that says why there is none;"
            " found neither. Pin or add a passage, or give a note."
        )


class NeedsReason(UsageError):
    """A verdict changed, or a dispute settled, without a note that says why."""


def passages_for(
    verdict: Verdict, reason: Reason | None, evidence: Sequence[ReviewedEvidence]
) -> tuple[str, ...]:
    """Ids of what a verdict rests on by itself: pinned passages, and those whose stance fits.

    For conflicting sources that is both sides. Excluded passages never count.
    """
    stances: tuple[Stance | None, ...] = (verdict.stance,)
    if reason is Reason.CONFLICTING:
        stances = (Stance.SUPPORTS, Stance.CONTRADICTS)
    return tuple(
        one.passage.id
        for one in evidence
        if one.excluded_by is None
        and (one.pinned_by or one.brought_by or (one.evidence is not None and one.evidence.stance in stances))
    )


def settled_reason(verdict: Verdict, reason: Reason | None) -> Reason | None:
    """The reason that is kept: none unless unverifiable, and then no evidence where none is named."""
    if verdict is not Verdict.UNVERIFIABLE:
        return None
    return reason or Reason.NO_EVIDENCE


def require_ground(verdict: Verdict, passages: Sequence[str], note: str | None) -> None:
    """NeedsEvidence unless the verdict needs nothing, or has a passage or a note."""
    if verdict is not Verdict.UNVERIFIABLE and not passages and not (note or "").strip():
        raise NeedsEvidence(verdict)


def require_reason(before: Standing, verdict: Verdict | None, note: str | None) -> None:
    """NeedsReason where a decision that has stood for a while is changed without saying why.

    `verdict` None: it is no claim. Within SLIP of the decision the wrong key was pressed.
    """
    if not before.decided or before.verdict is verdict or (note or "").strip():
        return
    if before.at and datetime.now(UTC) - datetime.fromisoformat(before.at) <= SLIP:
        return
    said = before.verdict or "not a claim"
    raise NeedsReason(
        f"Wanted the reason why your verdict '{said}' changes to '{verdict or 'not a claim'}', found none."
        " Give it as a note: readers see it in the log of corrections."
    )


def require_settlement(note: str | None) -> None:
    """NeedsReason for an adjudication without a word why."""
    if not (note or "").strip():
        raise NeedsReason(
            "Wanted the reason for this adjudication, found none. Give it as a note: readers see it in the"
            " log of corrections."
        )
