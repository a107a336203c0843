"""The step from a suggestion to a review: a person's decisions, each an event that is only ever appended."""

from __future__ import annotations

from factcheck.review.desk import Desk
from factcheck.review.listing import Listing
from factcheck.review.rulings import NeedsEvidence, NeedsReason

__all__ = ["Desk", "Listing", "NeedsEvidence", "NeedsReason"]
