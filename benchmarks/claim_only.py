"""What the claim alone gives away: a classifier that never sees any evidence.

Logistic regression on the built-in words' vector of the claim, trained on the rows that the built-in
judge may train on. A judge is worth its evidence only by what it reaches above this.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from factcheck.encoders.static import StaticEncoder
from factcheck.evaluate.labels import label_metrics
from factcheck.evaluate.rows import VerdictRow
from factcheck.model import Verdict
from training.data import verdict_rows

SEED = 20261125


@lru_cache(maxsize=1)
def _trained() -> tuple[StaticEncoder, Any]:
    """The encoder and the classifier."""
    from sklearn.linear_model import LogisticRegression

    encoder = StaticEncoder.builtin()
    rows = [row for own in verdict_rows(held_back=False).values() for row in own]
    model = LogisticRegression(C=1.0, max_iter=2000, random_state=SEED)
    model.fit(encoder.encode_queries([row["claim"] for row in rows]), [row["label"] for row in rows])
    return encoder, model


def claim_only(rows: Sequence[VerdictRow]) -> dict[str, float]:
    """The metrics that the claims of `rows` reach by themselves."""
    encoder, model = _trained()
    shares = model.predict_proba(encoder.encode_queries([row.claim for row in rows]))
    given = [Verdict(model.classes_[place]) for place in shares.argmax(axis=1)]
    return label_metrics([row.label for row in rows], given, shares.max(axis=1).tolist())
