"""What people did as plain dictionaries, keys stable: the rows of `decide --json` and `history --json`."""

from __future__ import annotations

from factcheck.exporters.rows import Row, provenance_row
from factcheck.store.rows import Review


def event_row(event: Review) -> Row:
    """One event as `--json` prints it."""
    return {
        "id": event.id,
        "at": event.at,
        "reviewer": event.reviewer,
        "claim_id": event.claim_id,
        "event": event.event,
        "act": event.act,
        "target": event.target,
        "verdict": event.verdict,
        "reason": event.reason,
        "note": event.note,
        "evidence": list(event.evidence),
        "claims": list(event.claims),
        "models": None if event.models is None else provenance_row(event.models),
    }
