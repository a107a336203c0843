"""How much of what the claim says the sentence says too: word by word, by form, name or meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
class Partner:
    """A token of the claim beside the token of the sentence that is most like it."""

    claim: tuple[int, int]
    sentence: tuple[int, int] | None
    """None where the claim's token is met otherwise: as part of a name's alias or of an equal figure."""
    likeness: float
    """Cosine, in [0, 1]; 1 where the sentence is known to meet the token."""
    weight: float
    """Share of the claim's weight, in [0, 1]."""
    met: bool
    """Whether the likeness is worth the name of a partner."""


@dataclass(frozen=True, slots=True)
class Likenesses:
    """What an alignment was made from: which token of the claim goes with which of the sentence."""

    spans: Sequence[tuple[int, int]]
    """Of the claim's n tokens."""
    places: Sequence[tuple[int, int]]
    """Of the sentence's m tokens."""
    cosines: FloatArray
    """(n, m)."""
    best: FloatArray
    """(n,), in [0, 1]: 1 for tokens that are known to be met."""
    weights: FloatArray
    """(n,), of the claim's tokens."""
    their_weights: FloatArray
    """(m,), of the sentence's tokens."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the claim's tokens find partners in the sentence."""

    coverage: float
    """Weighted mean over the claim's tokens of the similarity to their best partner, in [0, 1]."""
    exact: float
    """Weight of the claim's tokens that the sentence has in the same form or is known to meet, in [0, 1]."""
    unmet: float
    """Weight of the claim's tokens without any partner worth the name, in [0, 1]."""
    similarity: float
    """Cosine of the claim's weighted sum with the sentence's or its nearest clause's, in [-1, 1]."""
    nearest: tuple[int, int] | None = None
    """The clause of the sentence that is most like the claim; None where it has but one."""
    likenesses: Likenesses | None = field(default=None, compare=False, repr=False)
    """None where either side has no known word."""

    def partners(self) -> list[Partner]:
        """The claim's tokens in order, each with what comes nearest to it in the sentence."""
        kept = self.likenesses
        if kept is None:
            return []
        total = float(kept.weights.sum()) or 1.0
        return [
            Partner(
                claim=span,
                sentence=None if best > cosines.max() + 1e-6 else kept.places[int(cosines.argmax())],
                likeness=float(best),
                weight=float(weight) / total,
                met=bool(best >= _PARTNER),
            )
            for span, cosines, best, weight in zip(
                kept.spans, kept.cosines, kept.best, kept.weights, strict=True
            )
        ]


_PARTNER = 0.45
"""Cosine below which a best partner is no partner: measured between random words of the vocabulary."""


def align(
    claim: str,
    sentence: str,
    vectors: WordVectors,
    *,
    met: Sequence[tuple[int, int]] = (),
    clauses: Sequence[tuple[int, int]] = (),
) -> Alignment:
    """The alignment of two texts; all zeros where either has no known word.

    The similarity is that of the whole sentence or of its nearest clause: what else a long sentence
    tells takes nothing from what it says of the claim. `met` are stretches of the claim, [start, end),
    that the sentence is known to state in other words: a name by its alias, a figure in another scale.
    """
    spans, ours, our_weights = vectors.token_vectors(claim)
    places, theirs, their_weights = vectors.token_vectors(sentence)
    if not len(ours) or not len(theirs):
        return Alignment(0.0, 0.0, 1.0, 0.0)
    cosines = ours @ theirs.T
    best = np.clip(cosines.max(axis=1), 0.0, 1.0)
    known = np.array([any(first <= start and end <= last for first, last in met) for start, end in spans])
    best[known] = 1.0
    total = float(our_weights.sum()) or 1.0
    one, weighted = our_weights @ ours, their_weights[:, None] * theirs
    similarity, nearest = _cosine(one, weighted.sum(axis=0)), None
    closest = -1.0
    for first, last in clauses if len(clauses) > 1 else ():
        inside = [place for place, (start, _) in enumerate(places) if first <= start < last]
        likeness = _cosine(one, weighted[inside].sum(axis=0)) if inside else -1.0
        if likeness > closest:
            closest, nearest = likeness, (first, last)
    return Alignment(
        coverage=float((our_weights * best).sum()) / total,
        exact=float(our_weights[best > 0.999].sum()) / total,
        unmet=float(our_weights[best < _PARTNER].sum()) / total,
        similarity=max(similarity, closest),
        nearest=nearest,
        likenesses=Likenesses(spans, places, cosines, best, our_weights, their_weights),
    )


def _cosine(one: FloatArray, other: FloatArray) -> float:
    return float(one @ other) / (float(np.linalg.norm(one) * np.linalg.norm(other)) or 1.0)


def direction(text: str, vectors: WordVectors) -> FloatArray:
    """The unit vector (d,) of the weighted sum of a text's tokens; zeros where it has no known word."""
    _, tokens, weights = vectors.token_vectors(text)
    total = weights @ tokens
    norm = float(np.linalg.norm(total))
    return total / norm if norm else total
