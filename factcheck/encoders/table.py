"""A table of word pieces in model2vec's format as an encoder: numpy only, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.checkpoints.foreign_code import require_no_code
from factcheck.checkpoints.loading import said
from factcheck.checkpoints.places import fetching
from factcheck.checkpoints.weights import revision
from factcheck.encoders.rows import unit_rows
from factcheck.errors import ModelError


class TableEncoder:
    """A text's vector is the mean of its pieces' vectors; queries and passages are read alike."""

    def __init__(self, name: str, folder: Path) -> None:
        """ModelError in one line where the files cannot be opened."""
        require_no_code(name, folder)
        from model2vec import StaticModel

        self.name = name
        try:
            self._model = StaticModel.from_pretrained(folder)
        except Exception as error:
            # Damaged files make the library raise whatever it meets.
            raise ModelError(
                f"Wanted a table of word pieces in '{name}', found files that cannot be opened as one"
                f" ({said(error)}){fetching(name)}"
            ) from error
        self.dimension = int(self._model.dim)
        self.revision = revision(folder, "torch")

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is looked for."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is searched."""
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        # One process: what model2vec starts beside it for many texts costs more than it saves here.
        return unit_rows(self._model.encode(list(texts), use_multiprocessing=False))
