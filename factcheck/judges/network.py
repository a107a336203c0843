"""The judge's network: a small reader of a claim beside a passage, run on numpy.

Both texts are pieces of the built-in word vectors' vocabulary. A piece's vector is theirs, projected, plus
a few numbers of its own that training found useful (not, only, first); its neighbours are mixed in, and one
round of self-attention. Each piece of the claim then looks for what answers it in the passage, the two are
held together, and the claim's pieces are read once more as a whole. What the comparison found slot by slot
(features.py) enters at the end, so that figures and dates are compared exactly and not by likeness.
`training/network.py` is the same in torch; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders.static import StaticEncoder

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Weights = Mapping[str, NDArray[Any]]

CLAIM_PIECES = 64
PASSAGE_PIECES = 112
"""Pieces that are read; the sentence first, then what stands around it."""
SENTENCE_PIECES = 96
HEADS = 4
TAPS = 5
"""Neighbours mixed into each piece, itself among them."""
_AROUND = 600
"""Code points of a text's surroundings that are read."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut into n pieces of the encoder's vocabulary."""

    pieces: Numbers
    """(n,) their numbers; 0 is what is not known."""
    inside: int
    """How many of them, from the first on, are the sentence's and not its surroundings'."""


def cut(encoder: StaticEncoder, sentence: str, around: str = "", *, most: int = SENTENCE_PIECES) -> Text:
    """A sentence and what stands around it as the network reads them, in training and at run time alike."""
    own = encoder.pieces(sentence, most)
    if not len(own):
        own = np.zeros(1, dtype=np.int64)
    if not around:
        return Text(own, len(own))
    beside = encoder.pieces(around[:_AROUND], PASSAGE_PIECES - len(own))
    return Text(np.concatenate([own, beside]), len(own))


@dataclass(frozen=True, slots=True)
class Side:
    """One text as the network sees it before the two meet."""

    pieces: NDArray[np.int32]
    """(n,) numbers of pieces."""
    static: Floats
    """(n, 256) the encoder's unit vectors of the pieces."""
    lengths: Floats
    """(n,) log(1 + length) of the encoder's vectors: how telling a piece is."""
    states: Floats
    """(n, d)."""
    keys: Floats
    """(n, d) what a claim's pieces look for it by."""
    values: Floats
    """(n, d) what they find."""


class Network:
    """The weights, by the names that torch gives them, and what they make of two texts."""

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        """`weights`: float arrays, but for `delta`, int8 (pieces, r) with `delta_scales` (pieces,)."""
        self._w: Weights = {
            name: value if name == "delta" else np.asarray(value, dtype=np.float32)
            for name, value in weights.items()
        }
        self._held_apart = self._split_held()

    @property
    def features(self) -> int:
        """How many features of a comparison the network was trained with."""
        return int(self._w["joined.weight"].shape[1]) - 3 * self.width

    @property
    def pieces(self) -> int:
        """How many pieces the vocabulary had that it was trained with."""
        return len(self._w["delta"])

    @property
    def width(self) -> int:
        """Length of a piece's state."""
        return int(self._w["proj.bias"].shape[0])

    def side(self, text: Text, encoder: StaticEncoder) -> Side:
        """One text read by itself; alone, so that what is read beside it changes no last digit."""
        w, pieces = self._w, text.pieces
        static, plain = encoder.unit_rows(pieces)
        lengths, inside = np.log1p(plain), np.arange(len(pieces)) < text.inside
        own = w["delta"][pieces].astype(np.float32) * w["delta_scales"][pieces][:, None]
        states = _linear(np.hstack([static, lengths[:, None]]), w, "proj") + own @ w["up.weight"].T
        states += np.where(inside[:, None], w["segment"][0], w["segment"][1])
        mixed = np.zeros_like(states)
        reach = TAPS // 2
        for tap in range(-reach, reach + 1):
            first, last = max(0, -tap), min(len(states), len(states) - tap)
            if first < last:
                mixed[first:last] += states[first + tap : last + tap] * w["taps"][tap + reach]
        states += _linear(_gelu(mixed), w, "mix")
        states = self._attended(states[None], "own")[0]
        keys, values = _linear(states, w, "key"), _linear(states, w, "value")
        return Side(pieces.astype(np.int32), static, lengths, states, keys, values)

    def logits(self, claim: Side, passages: Sequence[Side], features: Floats) -> Floats:
        """(m, 3): supports, contradicts, neutral of each passage; `features` (m, f) of their comparisons."""
        w = self._w
        states = _linear(_gelu(self._held(claim, passages)), w, "hold")
        states = self._attended(states, "top")
        inner = _gelu(_linear(_normal(states, w, "top.between"), w, "top.wide"))
        states += _linear(inner, w, "top.narrow")
        shares = _softmax(_linear(states, w, "pool")[:, :, 0])[:, :, None]
        summed = [(states * shares).sum(1), states.max(axis=1), states.mean(axis=1)]
        joined = np.concatenate([_normal(np.concatenate(summed, axis=1), w, "whole"), features], axis=1)
        return _linear(_gelu(_linear(joined, w, "joined")), w, "out")

    def _held(self, claim: Side, passages: Sequence[Side]) -> Floats:
        """(m, n, h): each piece of the claim held together with what it finds in each passage.

        The layer's input would be the piece's own state, what it found, their difference and their product,
        and how near that was. What the claim alone puts into the sum is worked out once for all passages.
        """
        alone, together = self._held_apart
        seen = self._seen(claim, passages)
        lengths = claim.lengths
        told = np.stack([seen.nearest, seen.exact, seen.nearest * lengths], 2)
        met = np.concatenate([seen.found, claim.states * seen.found, seen.shares, told], axis=2)
        own = np.concatenate([claim.states, lengths[:, None]], axis=1) @ alone + self._w["held.bias"]
        return _product(met, together) + own

    def _split_held(self) -> tuple[Floats, Floats]:
        """The weights of the layer `held`: of the claim's states and lengths, and of what depends on both."""
        columns, d = self._w["held.weight"].T, self.width
        own, found, gap, product = (columns[place * d : (place + 1) * d] for place in range(4))
        shares, (nearest, exact, length, both) = (
            columns[4 * d : 4 * d + 2 * HEADS],
            columns[4 * d + 2 * HEADS :],
        )
        alone = np.vstack([own + gap, length])
        return alone, np.vstack([found - gap, product, shares, nearest, exact, both])

    def _seen(self, claim: Side, passages: Sequence[Side]) -> _Seen:
        """What each piece of the claim finds in each passage, by likeness and by what it looks for.

        The passages' pieces stand one behind the other, t in all, and each row belongs to one of them: no
        padding, and what is taken over a passage is taken over whole rows.
        """
        n, d, m = len(claim.pieces), self.width, len(passages)
        sizes = np.asarray([len(one.pieces) for one in passages])
        stops = np.cumsum(sizes)
        starts = stops - sizes
        stretches = [slice(*one) for one in zip(starts.tolist(), stops.tolist(), strict=True)]
        same = np.concatenate([one.pieces for one in passages])[:, None] == claim.pieces
        cosines, odds = self._looks(claim, passages, stretches, same)
        odds -= np.repeat([odds[one].max(axis=0) for one in stretches], sizes, axis=0)
        np.exp(odds, out=odds)
        # Of the largest look the odds are 1: its share is one in the sum.
        shares = 1 / _sums(odds, stretches)
        by_head = odds.reshape(-1, HEADS, n)
        alike = _sums((by_head * cosines[:, None]).reshape(odds.shape), stretches) * shares
        found = np.empty((m, HEADS, n, d // HEADS), dtype=np.float32)
        for place, (one, stretch) in enumerate(zip(passages, stretches, strict=True)):
            told = one.values.reshape(-1, HEADS, d // HEADS).transpose(1, 0, 2)
            np.matmul(by_head[stretch].transpose(1, 2, 0), told, out=found[place])
        found *= shares.reshape(m, HEADS, n, 1)
        return _Seen(
            found.transpose(0, 2, 1, 3).reshape(m, n, d),
            np.concatenate([alike, shares], axis=1).reshape(m, 2 * HEADS, n).transpose(0, 2, 1),
            np.maximum.reduceat(cosines, starts),
            np.logical_or.reduceat(same, starts).astype(np.float32),
        )

    def _looks(
        self, claim: Side, passages: Sequence[Side], stretches: Sequence[slice], same: NDArray[np.bool_]
    ) -> tuple[Floats, Floats]:
        """Of each piece of a passage with each of the claim: (t, n) cosines, (t, HEADS * n) log odds.

        `same` (t, n) says which are one piece.
        """
        t, n = same.shape
        part, beta = self.width // HEADS, self._w["beta"]
        cosines = np.empty((t, n), dtype=np.float32)
        looks = np.empty((t, HEADS, n), dtype=np.float32)
        ours = np.ascontiguousarray(claim.static.T)
        queries = _linear(claim.states, self._w, "query") / np.float32(np.sqrt(part))
        by_head = np.ascontiguousarray(queries.reshape(n, HEADS, part).transpose(1, 2, 0))
        for one, stretch in zip(passages, stretches, strict=True):
            np.matmul(one.static, ours, out=cosines[stretch])
            keys = one.keys.reshape(-1, HEADS, part).transpose(1, 0, 2)
            looks[stretch] = (keys @ by_head).transpose(1, 0, 2)
        looks += beta[:, 0, None] * cosines[:, None]
        # Few pieces are the same: only these are visited.
        theirs, mine = np.divmod(np.flatnonzero(same), n)
        looks[theirs, :, mine] += beta[:, 1]
        return cosines, looks.reshape(t, HEADS * n)

    def _attended(self, states: Floats, name: str) -> Floats:
        """Self-attention over (b, n, d) without padding."""
        w = self._w
        b, n, d = states.shape
        mixed = _linear(_normal(states, w, f"{name}.before"), w, f"{name}.qkv")
        query, key, value = mixed.reshape(b, n, 3, HEADS, d // HEADS).transpose(2, 0, 3, 1, 4)
        looks = _softmax(query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(d // HEADS)))
        found = (looks @ value).transpose(0, 2, 1, 3).reshape(b, n, d)
        return states + _linear(found, w, f"{name}.out")


class _Seen(NamedTuple):
    """What the n pieces of a claim find in m passages."""

    found: Floats
    """(m, n, d)."""
    shares: Floats
    """(m, n, 2 * HEADS): of each head the likeness of where it looks, then how much it looks at one piece."""
    nearest: Floats
    """(m, n) cosine of the nearest piece."""
    exact: Floats
    """(m, n): 1 where the passage has the same piece."""


def _sums(rows: Floats, stretches: Sequence[slice]) -> Floats:
    """(m, k): the sums of m stretches of rows (t, k)."""
    ones = np.ones(len(rows), dtype=np.float32)
    return np.stack([ones[one] @ rows[one] for one in stretches])


def _product(states: Floats, columns: Floats) -> Floats:
    """(..., k) times (k, d), as one product of two matrices: numpy makes one for each of the first axis."""
    return np.asarray(
        (states.reshape(-1, states.shape[-1]) @ columns).reshape(*states.shape[:-1], columns.shape[-1]),
        dtype=np.float32,
    )


def _linear(states: Floats, w: Weights, name: str) -> Floats:
    found = _product(states, w[f"{name}.weight"].T)
    found += w[f"{name}.bias"]
    return found


def _normal(states: Floats, w: Weights, name: str) -> Floats:
    # Products with ones: numpy's own means over short rows take several times as long.
    each = np.full((states.shape[-1], 1), 1 / states.shape[-1], dtype=np.float32)
    centred = states - states @ each
    centred /= np.sqrt((centred * centred) @ each + np.float32(1e-5))
    centred *= w[f"{name}.weight"]
    centred += w[f"{name}.bias"]
    return centred


def _softmax(states: Floats) -> Floats:
    odds = states - states.max(axis=-1, keepdims=True)
    odds = np.exp(odds, out=odds)
    odds /= odds @ np.ones((odds.shape[-1], 1), dtype=np.float32)
    return np.asarray(odds, dtype=np.float32)


def _gelu(states: Floats) -> Floats:
    """The tanh form of GELU (Hendrycks and Gimpel, 2016)."""
    inner = states * states
    inner *= np.float32(0.044715 * 0.7978845608)
    inner += np.float32(0.7978845608)
    inner *= states
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= states
    inner *= np.float32(0.5)
    return inner
