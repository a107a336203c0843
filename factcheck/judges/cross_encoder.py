"""Any sentence-transformers CrossEncoder with three NLI labels as a judge."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from factcheck.errors import MissingDependency, ModelError
from factcheck.judges import Judgement, Pair

_MEANINGS = {
    "supports": ("entail", "support"),
    "contradicts": ("contradict", "refute"),
    "neutral": ("neutral", "not enough", "nei", "unrelated"),
}


class CrossEncoderJudge:
    """Reads (passage, claim) as (premise, hypothesis); the order of labels comes from `id2label`."""

    def __init__(self, name: str) -> None:
        """Loads the model; ModelError in one line where it is unknown or has other labels."""
        self.name = name
        self._model = _load(name)
        labels = dict(self._model.config.id2label)
        self._columns = label_columns(labels, name)
        self.revision = hashlib.sha256(repr((name, sorted(labels.items()))).encode()).hexdigest()[:12]

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair, in order."""
        if not pairs:
            return []
        texts = [(pair.passage, pair.claim) for pair in pairs]
        logits = np.asarray(
            self._model.predict(texts, show_progress_bar=False, apply_softmax=False), dtype=np.float64
        )
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares = odds / odds.sum(axis=1, keepdims=True)
        supports, contradicts, neutral = self._columns
        return [
            Judgement(float(row[supports]), float(row[contradicts]), float(row[neutral])) for row in shares
        ]


def label_columns(labels: Mapping[int, str], name: str) -> tuple[int, int, int]:
    """Columns of (supports, contradicts, neutral) among a model's labels; ModelError where one is missing."""
    found = []
    for meaning, words in _MEANINGS.items():
        column = next(
            (index for index, label in labels.items() if any(word in label.lower() for word in words)), None
        )
        if column is None:
            raise ModelError(
                f"Wanted a label that means '{meaning}' in model '{name}', found {sorted(labels.values())};"
                " use a model trained for natural language inference."
            )
        found.append(int(column))
    return found[0], found[1], found[2]


def _load(name: str) -> Any:
    try:
        from sentence_transformers import CrossEncoder
    except ImportError as error:
        raise MissingDependency(
            "Wanted sentence-transformers for this judge, found it missing;"
            " pip install 'factcheck-workbench[models]'."
        ) from error
    try:
        return CrossEncoder(name)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"Wanted a CrossEncoder at '{name}', found none that can be loaded; give a folder,"
            f" or fetch it first with: huggingface-cli download {name}"
        ) from error
