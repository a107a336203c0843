"""Any sentence-transformers CrossEncoder of one label as a reranker."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from factcheck.checkpoints.description import Purpose
from factcheck.checkpoints.loading import Runtime
from factcheck.checkpoints.pairs import PairReader
from factcheck.errors import ModelError


class CrossEncoderReranker:
    """Reads (query, passage); its one number goes through a sigmoid, whatever the model's own last step."""

    def __init__(self, name: str, runtime: Runtime | None = None) -> None:
        """Loads the model; ModelError in one line where it is unknown or has more than one label."""
        self.name = name
        self._reader = PairReader(name, Purpose.RERANKER, runtime or Runtime())
        if self._reader.width != 1:
            raise ModelError(
                f"Wanted a reranker in '{name}': a CrossEncoder of one label, found {self._reader.width};"
                " a model with labels for natural language inference is a judge."
            )
        self.revision = self._reader.revision

    def scores(self, query: str, passages: Sequence[str]) -> list[float]:
        """One score in [0, 1] a passage, in order."""
        logits = self._reader.read([(query, passage) for passage in passages])[:, 0].astype(np.float64)
        return [float(score) for score in 1 / (1 + np.exp(-np.clip(logits, -500, 500)))]
