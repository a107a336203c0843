"""The rows of the queue that are in view or near it; the rest stays in the database."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from factcheck.queue import QueueRow

if TYPE_CHECKING:
    from factcheck.review import Listing

PAGE = 64
"""Rows fetched at once: more than a tall screen shows."""
_KEPT = 12
"""Pages held in memory."""


class Rows:
    """A window on one listing."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self._pages: OrderedDict[int, dict[str, QueueRow]] = OrderedDict()

    @property
    def total(self) -> int:
        """Claims in the queue."""
        return len(self.listing)

    def forget(self) -> None:
        """Read anew what is shown: something was written."""
        self._pages.clear()

    def at(self, position: int) -> QueueRow | None:
        """The row at `position` of the queue, from 0; None beyond its end, or where the claim is gone."""
        claim_id = self.listing.claim_at(position)
        if claim_id is None:
            return None
        number = position // PAGE
        if number not in self._pages:
            rows = self.listing.page(number * PAGE, PAGE)
            self._pages[number] = {row.claim_id: row for row in rows}
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(claim_id)
