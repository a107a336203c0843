"""The claims of the queue in an order that holds still while a person works through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.queue import Order, QueueRow, Wanted

if TYPE_CHECKING:
    from factcheck.review.desk import Desk

_CHUNK = 256


class Listing:
    """Ids in order, asked for once; what a line says is read from the database each time it is shown.

    A decision does not move its claim, so the next one is always the line below; `renew` sorts again.
    """

    def __init__(self, desk: Desk, wanted: Wanted, order: Order) -> None:
        """Told by whatever `desk` knows to make a suggestion at the time."""
        self.wanted = wanted
        self.order = order
        self._desk = desk
        self._ids: list[str] = []
        self.renew()

    def renew(self) -> None:
        """Ask again: something was added or taken away, or the order is to count what was decided."""
        desk = self._desk
        found = desk.store.queue_ids(
            self.wanted,
            self.order,
            reviewer=desk.reviewer,
            made_by=desk.made_by,
            opinions=desk.opinions,
        )
        self._ids = desk.sight.among(found, self.wanted)

    def __len__(self) -> int:
        return len(self._ids)

    def claim_at(self, position: int) -> str | None:
        """The claim at `position`, from 0; None beyond the ends."""
        return self._ids[position] if 0 <= position < len(self._ids) else None

    def place(self, claim_id: str) -> int | None:
        """Where a claim stands; None where the queue does not have it."""
        try:
            return self._ids.index(claim_id)
        except ValueError:
            return None

    def page(self, offset: int, limit: int) -> list[QueueRow]:
        """The lines from `offset` on; a claim that is gone meanwhile has none."""
        ids = self._ids[offset : offset + limit]
        return self._desk.rows(ids)

    def drop(self, claim_id: str) -> None:
        """Take one claim out, as when it was found to be none."""
        place = self.place(claim_id)
        if place is not None:
            del self._ids[place]

    def next_undecided(self, position: int) -> int | None:
        """The next place from `position` on, then from the top, whose claim is still to be decided."""
        for start, stop in ((max(0, position), len(self._ids)), (0, min(max(0, position), len(self._ids)))):
            for offset in range(start, stop, _CHUNK):
                ids = self._ids[offset : min(offset + _CHUNK, stop)]
                open_ones = self._desk.open_among(ids)
                found = next((number for number, one in enumerate(ids) if one in open_ones), None)
                if found is not None:
                    return offset + found
        return None
