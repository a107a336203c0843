"""What a reviewer may see of others' work: nothing of a claim on which their own opinion is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.model import Reason
from factcheck.queue import QueueRow, Wanted
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
            conflicting=row.conflicting and (not row.disputed or self._sources_conflict(row.claim_id)),
            opinions=0,
            flagged=own.flagged,
            noted=bool(own.note),
        )

    def _sources_conflict(self, claim_id: str) -> bool:
        finding = self.store.finding(claim_id)
        return finding is not None and finding.suggestion.reason is Reason.CONFLICTING

    def among(self, claim_ids: list[str], wanted: Wanted) -> list[str]:
        """Those of these claims that fit `wanted` by what one may know of others' work, in their order.

        That a claim is disputed, or what was decided on it, is not to be learned by asking for such claims.
        """
        of_others = wanted.verdict or wanted.disputed or wanted.conflicting or wanted.flagged
        if self._is_clear or not of_others:
            return claim_ids
        seen = [self.row(row) for row in self.store.queue_rows(claim_ids, reviewer=self.reviewer)]
        return [
            row.claim_id
            for row in seen
            if wanted.verdict in (None, row.verdict)
            and (row.disputed or not wanted.disputed)
            and (row.conflicting or not wanted.conflicting)
            and (row.flagged or not wanted.flagged)
        ]

    def sum(self, claim_id: str) -> Sum:
        """What was done to a claim, as far as one may know it."""
        events = self.store.reviews_of(claim_id)
        if self.blind_among([claim_id]):
            events = [event for event in events if event.reviewer == self.reviewer]
        return sum_of(events)
