"""How much of what the claim says the sentence says too: word by word, by form, name or meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


class WordVectors(Protocol):
    """What an encoder offers beyond whole texts: its tokens one by one."""

    def token_vectors(self, text: str) -> tuple[Sequence[tuple[int, int]], FloatArray, FloatArray]:
        """Offsets of n tokens, their unit vectors (n, d), and their weights (n,)."""
        ...

    def __hash__(self) -> int:
        """What was read by one encoder is held apart from what another read."""
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


_HELD = 1_000
"""Texts whose tokens are held: about 50 KB each."""
_DIRECTIONS = 4_000
"""Stretches of text whose directions are held: 1 KB each."""


class Part(NamedTuple):
    """A stretch of a text, as far as its likeness to other texts goes."""

    span: tuple[int, int] | None
    """None for all of it."""
    sum: FloatArray
    """(d,) the weighted sum of its tokens."""
    length: np.float32
    """Of the sum."""


@dataclass(frozen=True, eq=False)
class Tokens:
    """A text's n tokens, with what follows from them alone."""

    spans: Sequence[tuple[int, int]]
    vectors: FloatArray
    """(n, d), of length 1."""
    weights: FloatArray
    """(n,)."""
    source: WordVectors
    """What they were found by."""

    @cached_property
    def weight(self) -> float:
        """Of all tokens together; 1 where they weigh nothing."""
        return float(self.weights.sum()) or 1.0

    @cached_property
    def sum(self) -> FloatArray:
        """(d,) the weighted sum."""
        return np.asarray(self.weights @ self.vectors)

    @cached_property
    def length(self) -> np.float32:
        """Of the sum."""
        return np.float32(np.linalg.norm(self.sum))


@lru_cache(maxsize=_HELD)
def tokens_in(text: str, vectors: WordVectors) -> Tokens:
    """The tokens of a text; of one that was read lately, what was worked out of them before."""
    return Tokens(*vectors.token_vectors(text), vectors)


@lru_cache(maxsize=_HELD)
def _parts(tokens: Tokens, clauses: tuple[tuple[int, int], ...]) -> tuple[Part, ...]:
    """A text as a whole, then its clauses where there are more than one; those without tokens left out."""
    weighted = tokens.weights[:, None] * tokens.vectors
    sums: list[tuple[tuple[int, int] | None, FloatArray]] = [(None, weighted.sum(axis=0))]
    for first, last in clauses if len(clauses) > 1 else ():
        inside = [place for place, (start, _) in enumerate(tokens.spans) if first <= start < last]
        if inside:
            sums.append(((first, last), weighted[inside].sum(axis=0)))
    return tuple(Part(span, total, np.float32(np.linalg.norm(total))) for span, total in sums)


@dataclass(frozen=True)
class Likenesses:
    """What an alignment was made from: which token of the claim goes with which of the sentence."""

    ours: Tokens
    """Of the claim, n."""
    theirs: Tokens
    """Of the sentence, m."""
    cosines: FloatArray
    """(n, m)."""
    where: NDArray[np.intp]
    """(n,) for each of the claim's tokens, the place of the one most like it."""
    near: FloatArray
    """(n,) the cosine of the two."""
    best: FloatArray
    """(n,), in [0, 1]: the same, but 1 for tokens that are known to be met."""

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Of the claim's n tokens."""
        return self.ours.spans

    @property
    def places(self) -> Sequence[tuple[int, int]]:
        """Of the sentence's m tokens."""
        return self.theirs.spans

    @property
    def weights(self) -> FloatArray:
        """(n,), of the claim's tokens."""
        return self.ours.weights

    @cached_property
    def turned(self) -> Likenesses:
        """Which token of the sentence goes with which of the claim, whatever is known to be met."""
        return _likenesses(self.theirs, self.ours, self.cosines.T)


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
                sentence=None if best > near + 1e-6 else kept.places[int(where)],
                likeness=float(best),
                weight=float(weight) / total,
                met=bool(best >= _PARTNER),
            )
            for span, near, where, best, weight in zip(
                kept.spans, kept.near, kept.where, kept.best, kept.weights, strict=True
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
    ours, theirs = tokens_in(claim, vectors), tokens_in(sentence, vectors)
    if not len(ours.spans) or not len(theirs.spans):
        return Alignment(0.0, 0.0, 1.0, 0.0)
    found = _likenesses(ours, theirs, ours.vectors @ theirs.vectors.T, met)
    weights, best, total = ours.weights, found.best, ours.weight
    similarity, nearest = _closest(ours, _parts(theirs, tuple(clauses)))
    return Alignment(
        coverage=float((weights * best).sum()) / total,
        exact=float(weights[best > 0.999].sum()) / total,
        unmet=float(weights[best < _PARTNER].sum()) / total,
        similarity=similarity,
        nearest=nearest,
        likenesses=found,
    )


def _likenesses(
    ours: Tokens, theirs: Tokens, cosines: FloatArray, met: Sequence[tuple[int, int]] = ()
) -> Likenesses:
    """Each of our tokens beside the one most like it; those in the stretches `met` are as good as found."""
    places = cosines.argmax(axis=1)
    near = cosines[np.arange(len(places)), places]
    best = np.minimum(np.maximum(near, np.float32(0)), np.float32(1))
    if met:
        for place, (start, end) in enumerate(ours.spans):
            if any(first <= start and end <= last for first, last in met):
                best[place] = 1.0
    return Likenesses(ours, theirs, cosines, places, near, best)


def _closest(claim: Tokens, parts: Sequence[Part]) -> tuple[float, tuple[int, int] | None]:
    """The cosine of a claim with a sentence or with its nearest clause, and which clause that is."""
    whole, *clauses = (
        float(claim.sum @ part.sum) / (float(claim.length * part.length) or 1.0) for part in parts
    )
    if not clauses:
        return whole, None
    closest = max(clauses)
    return max(whole, closest), parts[1 + clauses.index(closest)].span


@lru_cache(maxsize=_DIRECTIONS)
def direction(text: str, vectors: WordVectors) -> FloatArray:
    """The unit vector (d,) of the weighted sum of a text's tokens; zeros where it has no known word."""
    _, tokens, weights = vectors.token_vectors(text)
    total = weights @ tokens
    norm = float(np.linalg.norm(total))
    return total / norm if norm else total
