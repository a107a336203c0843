"""claims.db: every row of a workspace, and (with factcheck.migrations) all the SQL there is.

Each module adds one subject to the class below it:
connection (opening, transactions) < documents < corpus < glosses < results < reviews < standings <
queue < soundness < merging = Store.
"""

from __future__ import annotations

from factcheck.store.merging import Merged, Merging
from factcheck.store.results import Failure
from factcheck.store.rows import CheckedClaim, Review, content_digest

__all__ = ["CheckedClaim", "Failure", "Merged", "Review", "Store", "content_digest"]


class Store(Merging):
    """One thread's door to one claims.db.

    Writes are idempotent by content-hash ids, except reviews, which append. Use it as a context
    manager, and `writing()` to put many writes into one transaction.
    """
