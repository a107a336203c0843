"""How sure a suggestion is, from what its passages say: curves fitted to how often suggestions were right."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

KNOTS = (0.4, 0.6, 0.75, 0.85, 1.0)
"""Where a curve may bend: about as many suggestions lie between any two."""


class Curve(NamedTuple):
    """Straight from knot to knot, level before the first."""

    heights: tuple[float, ...]
    """In [0, 1], one at each of `knots`."""
    knots: tuple[float, ...] = KNOTS

    def at(self, share: float) -> float:
        """The height at `share` in [0, 1]."""
        place = bisect_right(self.knots, share)
        if place == 0:
            return self.heights[0]
        if place == len(self.knots):
            return self.heights[-1]
        (left, right), (low, high) = self.knots[place - 1 : place + 1], self.heights[place - 1 : place + 1]
        return low + (high - low) * (share - left) / (right - left)


class Confidence(NamedTuple):
    """For passages that came about in one way."""

    side: Curve
    """Of *supported* and *contradicted*, at the probability of the deciding stance."""
    silence: Curve
    """Of *unverifiable* for want of evidence, at the probability that the passages indeed take no side."""


FOUND = Confidence(side=Curve((0.0, 1.0), (0.0, 1.0)), silence=Curve((0.25, 0.9), (0.0, 1.0)))
"""For passages that the search found; chosen on the suggestions of the lists of tests/gold."""
GIVEN = Confidence(side=Curve((0.551, 0.713, 0.805, 0.891, 0.978)), silence=Curve((0.066,), (0.0,)))
"""For passages that come with the claim, which mostly do tell; fitted by training/confidence.py to held-back
rows of the sets that may ship."""
