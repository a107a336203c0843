"""What a decision has to rest on, and which passages it rests on where the person names none."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.errors import UsageError
from factcheck.model import Reason, Stance, Verdict
from factcheck.queue import ReviewedEvidence

_FITTING = {
    Verdict.SUPPORTED: (Stance.SUPPORTS,),
    Verdict.CONTRADICTED: (Stance.CONTRADICTS,),
    Verdict.UNVERIFIABLE: (),
}


class NeedsEvidence(UsageError):
    """A claim called supported or contradicted without a passage or a note that says why there is none."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(
            f"Wanted a passage that the verdict '{verdict}' rests on, or a note that says why there is none;"
            " found neither. Pin or add a passage, or give a note."
        )


def passages_for(
    verdict: Verdict, reason: Reason | None, evidence: Sequence[ReviewedEvidence]
) -> tuple[str, ...]:
    """Ids of what a verdict rests on by itself: pinned passages, and those whose stance fits.

    For conflicting sources that is both sides. Excluded passages never count.
    """
    stances = _FITTING[verdict]
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
