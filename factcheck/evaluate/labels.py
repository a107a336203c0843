"""Counting answers to rows that have a label: accuracy, F1 and calibration, with standard errors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from factcheck.evaluate.scores import library, with_error
from factcheck.model import Verdict

BINS = 15
"""Equal bins of confidence that the calibration error is summed over (Guo et al., ICML 2017)."""
SURE = 0.9
"""Confidence from which a suggestion should be right nine times in ten."""
_DRAWS = 1000
_SEED = 20261125


def label_metrics(
    truth: Sequence[Verdict], given: Sequence[Verdict], confidences: Sequence[float]
) -> dict[str, float]:
    """accuracy, macro_f1 over the labels in `truth`, f1.LABEL, ece; empty for no rows.

    `confidences` are in [0, 1]. An answer that no row has as its label counts as wrong. Besides `sure`, the
    share of answers from SURE on, and `sure.right`, how many of these are right.
    """
    if not truth:
        return {}
    metrics = library("sklearn.metrics", "scikit-learn")
    labels = [label for label in Verdict if label in set(truth)]
    known, said = [one.value for one in truth], [one.value for one in given]
    shares = metrics.f1_score(
        known, said, labels=[one.value for one in labels], average=None, zero_division=0
    )
    right = [one is other for one, other in zip(truth, given, strict=True)]
    sure = [float(one) for one, share in zip(right, confidences, strict=True) if share >= SURE]
    found = with_error("accuracy", [float(one) for one in right])
    found["macro_f1"] = round(float(np.mean(shares)), 6)
    found["macro_f1.se"] = round(_macro_error(truth, given, labels), 6)
    found |= {f"f1.{label}": round(float(share), 6) for label, share in zip(labels, shares, strict=True)}
    found["ece"] = round(calibration_error(confidences, right), 6)
    found["sure"] = round(len(sure) / len(right), 6)
    return found | (with_error("sure.right", sure) if sure else {})


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error of the top label: |mean confidence - share right| a bin, by its share."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for share, one in zip(confidences, right, strict=True):
        bins.setdefault(min(BINS - 1, int(share * BINS)), []).append((share, one))
    gaps = (abs(sum(share for share, _ in own) - sum(one for _, one in own)) for own in bins.values())
    return sum(gaps) / len(right)


def _macro_error(truth: Sequence[Verdict], given: Sequence[Verdict], labels: Sequence[Verdict]) -> float:
    """Standard error of macro F1 by the bootstrap: the table of label and answer drawn anew."""
    every = list(Verdict)
    table = np.zeros((len(every), len(every)))
    for one, other in zip(truth, given, strict=True):
        table[every.index(one), every.index(other)] += 1
    chance = np.random.default_rng(_SEED)
    drawn = chance.multinomial(len(truth), (table / table.sum()).ravel(), size=_DRAWS).reshape(
        -1, *table.shape
    )
    hits = drawn[:, range(len(every)), range(len(every))]
    shares = 2 * hits / np.maximum(1, drawn.sum(axis=2) + drawn.sum(axis=1))
    return float(shares[:, [every.index(label) for label in labels]].mean(axis=1).std())
