"""A CrossEncoder reading pairs of texts: what judges and rerankers have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.checkpoints.batches import budget, computed, token_count
from factcheck.checkpoints.description import Purpose, require_purpose
from factcheck.checkpoints.loading import Runtime, limit_of, longest_of, open_model, said
from factcheck.checkpoints.places import locate
from factcheck.checkpoints.weights import revision
from factcheck.errors import ModelError

LONGEST = 512
"""Word pieces of a pair that are read, unless the model reads fewer: a claim and a sentence with its
neighbours have far fewer, and a model made for long documents would take its time."""
_PROBE = ("The ministry approved the licence.", "部門批准了許可證。")


class PairReader:
    """Logits (n, labels) of a CrossEncoder for pairs of texts."""

    def __init__(self, name: str, purpose: Purpose, runtime: Runtime) -> None:
        """Loads the model and tries it on one pair; ModelError in one line where either fails."""
        folder = locate(name, purpose)
        require_purpose(name, folder, purpose)
        self._model = open_model("CrossEncoder", name, folder, runtime)
        own = longest_of(self._model)
        self._longest = min(own or LONGEST, LONGEST)
        if own != self._longest:
            setattr(self._model, limit_of(self._model), self._longest)
        self.revision = revision(folder, runtime.backend, self._longest)
        try:
            self.width = int(self._scores([_PROBE]).shape[1])
        except Exception as error:
            raise ModelError(
                f"Wanted a CrossEncoder in '{name}', it could not read a pair of texts ({said(error)});"
                " give another model."
            ) from error

    @property
    def labels(self) -> dict[int, str]:
        """The model's labels by position; empty where it has no configuration."""
        config = self._model.config
        named = getattr(config, "id2label", None) or {}
        return {int(position): str(label) for position, label in named.items()}

    def read(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Logits (n, width) of `pairs`, in order."""
        if not pairs:
            return np.zeros((0, self.width), dtype=np.float32)
        lengths = [min(token_count(one) + token_count(other), self._longest) for one, other in pairs]
        return computed(pairs, lengths, self._scores, most=budget(str(self._model.device)))

    def _scores(self, pairs: list[tuple[str, str]]) -> NDArray[np.float32]:
        from torch.nn import Identity

        found = self._model.predict(
            pairs,
            batch_size=len(pairs),
            show_progress_bar=False,
            activation_fn=Identity(),
            apply_softmax=False,
            convert_to_numpy=True,
        )
        scores: Any = np.asarray(found, dtype=np.float32)
        return np.asarray(scores.reshape(len(pairs), -1))
