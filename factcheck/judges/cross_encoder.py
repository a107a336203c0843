"""Any sentence-transformers CrossEncoder that was trained for natural language inference as a judge."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from factcheck.checkpoints.description import Purpose
from factcheck.checkpoints.labels import Columns, columns
from factcheck.checkpoints.loading import Runtime
from factcheck.checkpoints.pairs import PairReader
from factcheck.errors import ModelError
from factcheck.judges import Judgement, Pair


class CrossEncoderJudge:
    """Reads (passage, claim) as (premise, hypothesis); the order of labels comes from `id2label`.

    A model of two labels, entailment or not, cannot tell a contradiction from silence: what it does not
    find entailed is neutral, and it never contradicts.
    """

    def __init__(self, name: str, runtime: Runtime | None = None) -> None:
        """Loads the model; ModelError in one line where it is unknown or has other labels."""
        self.name = name
        self._reader = PairReader(name, Purpose.JUDGE, runtime or Runtime())
        self._columns = label_columns(self._reader.labels, name)
        if len(self._reader.labels) != self._reader.width:
            raise ModelError(
                f"Wanted a score for each of {len(self._reader.labels)} labels from '{name}',"
                f" found {self._reader.width}; give another model."
            )
        self.revision = self._reader.revision

    @property
    def contradicts(self) -> bool:
        """Whether the model can tell a contradiction at all."""
        return self._columns.contradicts is not None

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair, in order."""
        logits = self._reader.read([(pair.passage, pair.claim) for pair in pairs]).astype(np.float64)
        if not len(logits):
            return []
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares = odds / odds.sum(axis=1, keepdims=True)
        supports, contradicts, neutral = self._columns
        return [
            Judgement(
                float(row[supports]),
                0.0 if contradicts is None else float(row[contradicts]),
                float(row[neutral]),
            )
            for row in shares
        ]


def label_columns(labels: dict[int, str], name: str) -> Columns:
    """Where the stances stand among a model's labels; ModelError where its labels are others."""
    found = columns(labels)
    if found is None:
        raise ModelError(
            f"Wanted a judge in '{name}': labels for entailment, contradiction and neutral, or for entailment"
            f" and its absence; found {list(labels.values()) or 'none'}."
            " Use a model trained for natural language inference."
        )
    return found
