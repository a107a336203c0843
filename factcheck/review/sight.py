"""What a reviewer may see of others' work: nothing of a claim on which their own opinion is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.queue import QueueRow
from factcheck.store.standings import Sum, sum_of

if TYPE_CHECKING:
    from factcheck.store import Store


@dataclass(frozen=True, slots=True)
class Sight:
    """One reviewer's view, where `opinions` reviewers are to decide each claim."""

    store: Store
    reviewer: str
    opinions: int = 1
    adjudicating: bool = False
    """An adjudicator sees all sides."""

    @property
    def _is_clear(self) -> bool:
        return self.opinions == 1 or self.adjudicating

    def is_blind(self, row: QueueRow) -> bool:
        """Whether one is still to give an opinion of one's own on a claim."""
        waiting = row.opinions < self.opinions and not row.adjudicated
        return not self._is_clear and waiting and not row.by_me

    def blind_among(self, claim_ids: Sequence[str]) -> set[str]:
        """Those of these claims of which one may see nothing of the others' work."""
        if self._is_clear:
            return set()
        rows = self.store.queue_rows(claim_ids, reviewer=self.reviewer)
        return {row.claim_id for row in rows if self.is_blind(row)}

    def row(self, row: QueueRow) -> QueueRow:
        """A line of the queue as one may see it."""
        if not self.is_blind(row):
            return row
        own = self.store.standing(row.claim_id, self.reviewer)
        return replace(
            row,
            verdict=None,
            disputed=False,
            dismissed=False,
            opinions=0,
            flagged=own.flagged,
            noted=bool(own.note),
        )

    def sum(self, claim_id: str) -> Sum:
        """What was done to a claim, as far as one may know it."""
        events = self.store.reviews_of(claim_id)
        if self.blind_among([claim_id]):
            events = [event for event in events if event.reviewer == self.reviewer]
        return sum_of(events)
