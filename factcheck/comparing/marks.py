"""How the two sides of a slot stand: the rows of a picture, and the marks on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.comparing.comparison import Comparison
from factcheck.comparing.slots import Slot, Words
from factcheck.model import Difference, DifferenceKind


class Mark(StrEnum):
    """How the two sides of a slot stand."""

    AGREES = "agrees"
    DIFFERS = "differs"
    """Both cannot be true of one matter."""
    APART = "apart"
    """They differ in what makes it another matter."""
    UNSTATED = "unstated"
    """One side does not say, or says nothing that can be compared."""


@dataclass(frozen=True, slots=True)
class Row:
    """One slot of the claim beside the passage's."""

    slot: Slot
    mark: Mark
    claim: Words
    passage: Words
    around: bool = False
    """Whether the passage's side stands in its title or in the sentence before."""


def mark_of(kind: DifferenceKind, comparison: Comparison) -> Mark:
    """The mark of a difference of this kind: some make it another matter."""
    return Mark.APART if kind in comparison.apart else Mark.DIFFERS


def of_kind(comparison: Comparison, *kinds: DifferenceKind) -> list[Difference]:
    return [one for one in comparison.differences if one.kind in kinds]
