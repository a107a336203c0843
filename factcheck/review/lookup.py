"""Looking words up in claims, articles and sources, in either script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language.spellings import spellings
from factcheck.model import Card
from factcheck.queue import Order, QueueRow, Wanted
from factcheck.review.sight import Sight

if TYPE_CHECKING:
    from factcheck.store import Store

_AROUND = 60
"""Code points shown on either side of what was found."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document the words stand."""

    card: Card
    is_source: bool
    start: int
    """Offset of the words in the text; 0 where only the title has them."""
    snippet: str


@dataclass(frozen=True, slots=True)
class Found:
    """What has the words: claims first, then articles and sources."""

    claims: tuple[QueueRow, ...]
    places: tuple[Place, ...]


def look_up(sight: Sight, words: str, *, limit: int = 50) -> Found:
    """Claims, articles and sources with `words`, at most `limit` of each; reads every text once.

    What was decided on a claim is told as far as the reviewer may know it.
    """
    store, reviewer = sight.store, sight.reviewer
    asked = spellings(words)
    if not asked:
        return Found((), ())
    wanted = Wanted(text=words)
    ids = store.queue_ids(wanted, Order.ARTICLE, reviewer=reviewer, opinions=sight.opinions)[:limit]
    claims = [sight.row(row) for row in store.queue_rows(ids, reviewer=reviewer)]
    found = store.documents_with(asked, limit)
    cards = store.cards([document for document, _, _ in found])
    return Found(
        tuple(claims),
        tuple(
            Place(cards[document], source, max(0, at), _snippet(store, document, at))
            for document, source, at in found
        ),
    )


def _snippet(store: Store, document_id: str, at: int) -> str:
    text = store.document(document_id).text
    start = max(0, at - _AROUND)
    return " ".join(text[start : max(0, at) + 2 * _AROUND].split())
