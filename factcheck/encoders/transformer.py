"""Any sentence-transformers model as an encoder, by name or path."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import MissingDependency, ModelError


class TransformerEncoder:
    """Query and passage prompts of the model's own configuration are honoured."""

    def __init__(self, name: str) -> None:
        """Loads the model; ModelError in one line where it cannot be had."""
        self.name = name
        self._model = _load(name)
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self.revision = _revision(self._model)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is looked for."""
        return self._encode(self._model.encode_query, texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is searched."""
        return self._encode(self._model.encode_document, texts, prompt=_passage_prompt(self._model.prompts))

    def _encode(self, encode: Any, texts: Sequence[str], **options: str) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = encode(list(texts), normalize_embeddings=True, show_progress_bar=False, **options)
        return np.ascontiguousarray(vectors, dtype=np.float32)


def _load(name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingDependency(
            f"Wanted sentence-transformers for the encoder '{name}', found it missing;"
            " pip install 'factcheck-workbench[models]'."
        ) from error
    try:
        return SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"Wanted a sentence-transformers model at '{name}', found none that can be loaded; give a folder,"
            f" or fetch it first with: huggingface-cli download {name}"
        ) from error


def _passage_prompt(prompts: Mapping[str, str]) -> str:
    """The prompt for what is searched; empty where the model has none.

    sentence-transformers gives every model an empty "document" and prefers it, so that a model whose own
    prompt is called "passage" or "corpus" would be asked without it.
    """
    return next((prompts[name] for name in ("document", "passage", "corpus") if prompts.get(name)), "")


def _revision(model: Any) -> str:
    """12 hex digits over the names and values of the weights."""
    digest = hashlib.sha256()
    for name, values in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(values.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:12]
