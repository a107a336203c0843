"""Vectors as every encoder returns them: float32, of unit length."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def unit_rows(vectors: ArrayLike) -> NDArray[np.float32]:
    """`vectors` (n, d) as float32 rows of unit length; one without a direction gets the first axis.

    A text without anything that a model knows has no vector, or one of zeros; it still needs a place.
    """
    rows = np.array(vectors, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1)
    lost = ~np.isfinite(lengths) | (lengths < 1e-9)
    rows[lost] = 0.0
    rows[lost, :1] = 1.0
    lengths[lost] = 1.0
    return np.ascontiguousarray(rows / lengths[:, None])
