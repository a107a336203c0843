"""Any sentence-transformers model as an encoder, by name or path."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.checkpoints.batches import budget, computed, token_count
from factcheck.checkpoints.loading import Runtime, longest_of, open_model, said
from factcheck.checkpoints.weights import revision
from factcheck.encoders.prompts import prompts_for
from factcheck.encoders.rows import unit_rows
from factcheck.errors import ModelError

_PROBE = "The ministry approved the licence. 部門批准了許可證。"


class TransformerEncoder:
    """Prompts of the model's own configuration are honoured, and those known for its name."""

    def __init__(self, name: str, folder: Path, runtime: Runtime) -> None:
        """Loads the model in `folder` and tries it on one text; ModelError in one line where either fails."""
        self.name = name
        self._model = open_model("SentenceTransformer", name, folder, runtime)
        self.prompts = prompts_for(f"{name}/{folder}", self._model.prompts)
        self._longest = longest_of(self._model)
        self.dimension = int(self._tried().shape[0])
        self.revision = revision(folder, runtime.backend, tuple(self.prompts), self._longest)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is looked for."""
        return self._encode(self._model.encode_query, texts, self.prompts.query)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is searched."""
        return self._encode(self._model.encode_document, texts, self.prompts.passage)

    def _encode(self, encode: Any, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        lengths = [token_count(prompt) + token_count(text) for text in texts]
        if self._longest is not None:
            lengths = [min(length, self._longest) for length in lengths]
        most = budget(str(self._model.device))
        return unit_rows(computed(texts, lengths, partial(_vectors, encode, prompt), most=most))

    def _tried(self) -> NDArray[np.float32]:
        """The vector of a text; what cannot be used is found out before anything relies on it."""
        try:
            (vector,) = _vectors(self._model.encode_document, self.prompts.passage, [_PROBE])
        except Exception as error:
            raise ModelError(
                f"Wanted an encoder in '{self.name}', it could not encode a text ({said(error)});"
                " give another model."
            ) from error
        if vector.ndim != 1 or not np.isfinite(vector).all():
            raise ModelError(
                f"Wanted one vector of numbers from '{self.name}', found {vector.ndim} axes or values"
                " that are no numbers; give another model."
            )
        return np.asarray(vector)


def _vectors(encode: Any, prompt: str, texts: list[str]) -> NDArray[np.float32]:
    found = encode(texts, prompt=prompt, batch_size=len(texts), show_progress_bar=False)
    return np.asarray(found, dtype=np.float32)
