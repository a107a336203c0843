"""Fit how sure suggestions on given evidence are: `python -m training.confidence`.

Prints the heights of `factcheck.confidence.GIVEN` that fit the held-back rows of the sets that may ship, and
how well heights fitted to one half of these rows tell of the other (expected calibration error, 15 bins).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.sets import verdict_splits
from factcheck import verify
from factcheck.confidence import KNOTS, Confidence, Curve
from factcheck.evaluate.labels import calibration_error
from factcheck.evaluate.scratch import scratch
from factcheck.evaluate.verdict import Answer, answered
from factcheck.model import Verdict
from training.data import VERDICTS

SURE = 0.9
_AS_IT_IS = Confidence(Curve((0.0, 1.0), (0.0, 1.0)), Curve((0.0, 1.0), (0.0, 1.0)))


class Point(NamedTuple):
    """A suggestion: what its confidence is read at, and whether it is right."""

    claim: str
    silent: bool
    share: float
    right: bool


def points(answers: Sequence[Answer]) -> list[Point]:
    """One of each answer; made with curves that leave each share as it is."""
    return [
        Point(
            answer.row.claim,
            answer.suggestion.verdict is Verdict.UNVERIFIABLE,
            answer.suggestion.confidence,
            answer.right,
        )
        for answer in answers
    ]


def fitted(chosen: Sequence[Point]) -> Confidence:
    """Heights of least squares for what takes a side, never falling; the mean for what takes none."""
    own = [one for one in chosen if not one.silent]
    hats = np.asarray([[_hat(one.share, place) for place in range(len(KNOTS))] for one in own])
    heights, *_ = np.linalg.lstsq(hats, np.asarray([one.right for one in own], dtype=float), rcond=None)
    rising = np.maximum.accumulate(heights).clip(0.0, 1.0)
    silent = [one.right for one in chosen if one.silent]
    return Confidence(
        Curve(tuple(round(float(height), 3) for height in rising)),
        Curve((round(sum(silent) / max(1, len(silent)), 3),), (0.0,)),
    )


def _hat(share: float, place: int) -> float:
    return Curve(tuple(float(other == place) for other in range(len(KNOTS)))).at(share)


def told(lines: Confidence, answers: Sequence[Point]) -> tuple[list[float], list[bool]]:
    """(confidences, whether right) of suggestions under the curves."""
    confidences = [(lines.silence if one.silent else lines.side).at(one.share) for one in answers]
    return confidences, [one.right for one in answers]


def main() -> None:
    every: list[Point] = []
    # The shares themselves are wanted, not what the curves in force make of them.
    setattr(verify, "GIVEN", _AS_IT_IS)  # noqa: B010
    with scratch({}) as workspace:
        for split in verdict_splits(*VERDICTS):
            found = points(list(answered(workspace.machinery, split.rows)))
            every += found
            print(split.name, len(found), flush=True)
    print(fitted(every))
    halves: tuple[list[Point], list[Point]] = ([], [])
    for one in every:
        halves[int(hashlib.sha256(one.claim.encode()).hexdigest(), 16) % 2].append(one)
    for fit, other in (halves, halves[::-1]):
        confidences, right = told(fitted(fit), other)
        sure = [one for confidence, one in zip(confidences, right, strict=True) if confidence >= SURE]
        print(
            f"fitted on one half, told of the other ({len(other)}):"
            f" ece {calibration_error(confidences, right):.3f}, at {SURE} and more"
            f" {len(sure) / len(other):.3f} of them, right {sum(sure) / max(1, len(sure)):.3f}"
        )


if __name__ == "__main__":
    main()
