"""How much of what the claim says the sentence says too: word by word, by form, name or meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


class WordVectors(Protocol):
    """What an encoder offers beyond whole texts: its tokens one by one."""

    def token_vectors(self, text: str) -> tuple[Sequence[tuple[int, int]], FloatArray, FloatArray]:
        """Offsets of n tokens, their unit vectors (n, d), and their weights (n,)."""
        ...


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the claim's tokens find partners in the sentence."""

    coverage: float
    """Weighted mean over the claim's tokens of the similarity to their best partner, in [0, 1]."""
    exact: float
    """Weight of the claim's tokens that stand in the sentence in the same form, in [0, 1]."""
    unmet: float
    """Weight of the claim's tokens without any partner worth the name, in [0, 1]."""
    similarity: float
    """Cosine of the two weighted sums, in [-1, 1]."""


_PARTNER = 0.45
"""Cosine below which a best partner is no partner: measured between random words of the vocabulary."""


def align(claim: str, sentence: str, vectors: WordVectors) -> Alignment:
    """The alignment of two texts; all zeros where either has no known word."""
    _, ours, our_weights = vectors.token_vectors(claim)
    _, theirs, their_weights = vectors.token_vectors(sentence)
    if not len(ours) or not len(theirs):
        return Alignment(0.0, 0.0, 1.0, 0.0)
    best = np.clip((ours @ theirs.T).max(axis=1), 0.0, 1.0)
    total = float(our_weights.sum()) or 1.0
    one, other = our_weights @ ours, their_weights @ theirs
    norm = float(np.linalg.norm(one) * np.linalg.norm(other)) or 1.0
    return Alignment(
        coverage=float((our_weights * best).sum()) / total,
        exact=float(our_weights[best > 0.999].sum()) / total,
        unmet=float(our_weights[best < _PARTNER].sum()) / total,
        similarity=float(one @ other) / norm,
    )


def direction(text: str, vectors: WordVectors) -> FloatArray:
    """The unit vector (d,) of the weighted sum of a text's tokens; zeros where it has no known word."""
    _, tokens, weights = vectors.token_vectors(text)
    total = weights @ tokens
    norm = float(np.linalg.norm(total))
    return total / norm if norm else total
