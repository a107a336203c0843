"""The first numbers of an encoder's vectors: smaller vectors from a model trained for it (Matryoshka)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders import Encoder
from factcheck.encoders.rows import unit_rows
from factcheck.errors import ModelError


class TruncatedEncoder:
    """Vectors cut to `dimension` and brought back to unit length.

    Kusupati and others, NeurIPS 2022: the first numbers of such a model's vectors are an embedding of their
    own. The vectors of a model that was not trained so lose more.
    """

    def __init__(self, encoder: Encoder, dimension: int) -> None:
        """ModelError where `encoder` has fewer dimensions."""
        if not 0 < dimension <= encoder.dimension:
            raise ModelError(
                f"Wanted vectors of {dimension} numbers, the encoder '{encoder.name}' has"
                f" {encoder.dimension}; choose a dimension from 1 to {encoder.dimension}."
            )
        self.name = encoder.name
        self.dimension = dimension
        self._encoder = encoder

    @property
    def revision(self) -> str:
        """12 hex digits over the whole encoder's revision and the dimension."""
        return hashlib.sha256(f"{self._encoder.revision} {self.dimension}".encode()).hexdigest()[:12]

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is looked for."""
        return unit_rows(self._encoder.encode_queries(texts)[:, : self.dimension])

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is searched."""
        return unit_rows(self._encoder.encode_passages(texts)[:, : self.dimension])
