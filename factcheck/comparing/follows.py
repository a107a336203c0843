"""What becomes of a claim by what a sentence says of only, every, if and than."""

from __future__ import annotations

from enum import StrEnum


class Follows(StrEnum):
    """Whether the claim follows."""

    HOLDS = "holds"
    FAILS = "fails"
    """Its opposite follows."""
    OPEN = "open"
    """The sentence speaks of what the claim speaks of and leaves it open."""
