"""Claims that say the same in nearly the same words, so that they can be decided together.

Figures and negations are compared first: two claims that differ in a number are as alike in words as
any, and the last that anybody wants to decide as one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.language.folding import fold
from factcheck.language.particulars import particulars

if TYPE_CHECKING:
    from factcheck.store import Store

LEAST_ALIKE = 0.7
"""Share of pairs of characters that two wordings have in common (Jaccard); below it, they only look alike."""
_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"[\W_]+")


def near_identical(store: Store, claim_id: str, limit: int = 50) -> list[tuple[str, float]]:
    """Ids of the claims nearest to one in wording, with how near, in [LEAST_ALIKE, 1]; nearest first.

    Reads every claim's wording: about a second for 100,000. UsageError for a claim that is not stored.
    """
    claim = store.stored_claim(claim_id)
    ours = fold(claim.text)
    digits, pairs, said = _digits(ours), _pairs(ours), particulars(claim.text)
    found: list[tuple[str, float]] = []
    for other_id, text in store.texts(claim_id):
        theirs = fold(text)
        if not len(ours) / 2 <= len(theirs) <= 2 * len(ours) or _digits(theirs) != digits:
            continue
        likeness = _likeness(pairs, _pairs(theirs))
        if likeness >= LEAST_ALIKE and particulars(text) == said:
            found.append((other_id, likeness))
    return sorted(found, key=lambda one: -one[1])[:limit]


def _digits(folded: str) -> list[str]:
    return sorted(_DIGITS.findall(folded))


def _pairs(folded: str) -> frozenset[str]:
    solid = _SPACES.sub("", folded)
    return frozenset(solid[start : start + 2] for start in range(len(solid) - 1))


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    every = len(ours | theirs)
    return len(ours & theirs) / every if every else 1.0
