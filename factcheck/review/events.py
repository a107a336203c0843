"""Events as they are made: who, when, on what, and what the machine had said."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from factcheck.queue import Act
from factcheck.store.moments import moment
from factcheck.store.rows import Review

if TYPE_CHECKING:
    from factcheck.store import Store

_AROUND = 64
"""Code points before and after the quote that are kept to find the claim again in another revision."""


class EventMaker:
    """Makes the events of one act, which are undone together."""

    def __init__(self, store: Store, reviewer: str) -> None:
        self._store = store
        self._reviewer = reviewer
        self._act = uuid.uuid4().hex

    def event(self, claim_id: str, act: Act, **details: Any) -> Review:
        """One event on one claim; `details` are further fields of Review. UsageError without the claim."""
        claim, finding = self._store.stored_claim(claim_id), self._store.finding(claim_id)
        text = self._store.document(claim.document_id).text if claim.document_id else ""
        return Review(
            id=uuid.uuid4().hex,
            at=moment(self._store.latest_moment(self._reviewer, claim_id)),
            reviewer=self._reviewer,
            claim_id=claim_id,
            event=act,
            quote=claim.quote,
            prefix=text[max(0, claim.start - _AROUND) : claim.start],
            suffix=text[claim.end : claim.end + _AROUND] if text else "",
            suggestion=finding.suggestion if finding else None,
            models=finding.provenance if finding else None,
            act=self._act,
            **details,
        )
