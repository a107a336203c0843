"""The judge's network: a small reader of a claim beside a passage, run on numpy.

Both texts are pieces of the built-in encoder's vocabulary. A piece's vector is the encoder's, projected, plus
a few numbers of its own that training found useful (not, only, first); its neighbours are mixed in, and one
round of self-attention. Each piece of the claim then looks for what answers it in the passage, the two are
held together, and the claim's pieces are read once more as a whole. What the comparison found slot by slot
(features.py) enters at the end, so that figures and dates are compared exactly and not by likeness.
`training/network.py` is the same in torch; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
_ABSENT = np.float32(-1e4)
"""What keeps attention from padding: its share is exactly 0."""


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

    pieces: Numbers
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
        """One text read by itself."""
        w, pieces = self._w, text.pieces
        static, plain = encoder.unit_rows(pieces)
        lengths, inside = np.log1p(plain), np.arange(len(pieces)) < text.inside
        own = w["delta"][pieces].astype(np.float32) * w["delta_scales"][pieces][:, None]
        states = _linear(np.hstack([static, lengths[:, None]]), w, "proj") + own @ w["up.weight"].T
        states = states + np.where(inside[:, None], w["segment"][0], w["segment"][1])
        mixed = np.zeros_like(states)
        reach = TAPS // 2
        for tap in range(-reach, reach + 1):
            first, last = max(0, -tap), min(len(states), len(states) - tap)
            if first < last:
                mixed[first:last] += states[first + tap : last + tap] * w["taps"][tap + reach]
        states = states + _linear(_gelu(mixed), w, "mix")
        states = self._attended(states[None], "own")[0]
        keys, values = _linear(states, w, "key"), _linear(states, w, "value")
        return Side(pieces, static, lengths, states, keys, values)

    def logits(self, claim: Side, passages: Sequence[Side], features: Floats) -> Floats:
        """(m, 3): supports, contradicts, neutral of each passage; `features` (m, f) of their comparisons."""
        w, n, d = self._w, len(claim.pieces), self.width
        heads, part = HEADS, d // HEADS
        most = max(len(one.pieces) for one in passages)
        cosines = np.full((len(passages), n, most), -1.0, dtype=np.float32)
        same = np.zeros_like(cosines)
        bias = np.full((len(passages), heads, n, most), _ABSENT, dtype=np.float32)
        keys = np.zeros((len(passages), most, d), dtype=np.float32)
        values = np.zeros_like(keys)
        for place, one in enumerate(passages):
            size = len(one.pieces)
            cosines[place, :, :size] = claim.static @ one.static.T
            same[place, :, :size] = claim.pieces[:, None] == one.pieces[None, :]
            keys[place, :size], values[place, :size] = one.keys, one.values
            bias[place, :, :, :size] = (
                w["beta"][:, 0, None, None] * cosines[place, None, :, :size]
                + w["beta"][:, 1, None, None] * same[place, None, :, :size]
            )
        queries = _linear(claim.states, w, "query").reshape(n, heads, part).transpose(1, 0, 2)
        by_head = keys.reshape(-1, most, heads, part).transpose(0, 2, 3, 1)
        told_by_head = values.reshape(-1, most, heads, part).transpose(0, 2, 1, 3)
        looks = _softmax(queries[None] @ by_head / np.float32(np.sqrt(part)) + bias)
        found = (looks @ told_by_head).transpose(0, 2, 1, 3).reshape(-1, n, d)
        nearest, exact = cosines.max(axis=2), same.max(axis=2)
        told = np.stack(
            [nearest, exact, np.broadcast_to(claim.lengths, nearest.shape), nearest * claim.lengths], 2
        )
        own = np.broadcast_to(claim.states, found.shape)
        seen = [(looks * cosines[:, None]).sum(3), looks.max(axis=3)]
        held = np.concatenate(
            [own, found, own - found, own * found, *(one.transpose(0, 2, 1) for one in seen), told], axis=2
        )
        states = _linear(_gelu(_linear(held, w, "held")), w, "hold")
        states = self._fed(self._attended(states, "top"), "top")
        shares = _softmax(_linear(states, w, "pool")[:, :, 0])[:, :, None]
        summed = [(states * shares).sum(1), states.max(axis=1), states.mean(axis=1)]
        joined = np.concatenate([_normal(np.concatenate(summed, axis=1), w, "whole"), features], axis=1)
        return _linear(_gelu(_linear(joined, w, "joined")), w, "out")

    def _attended(self, states: Floats, name: str) -> Floats:
        """Self-attention over (b, n, d) without padding."""
        w = self._w
        b, n, d = states.shape
        mixed = _linear(_normal(states, w, f"{name}.before"), w, f"{name}.qkv")
        query, key, value = mixed.reshape(b, n, 3, HEADS, d // HEADS).transpose(2, 0, 3, 1, 4)
        looks = _softmax(query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(d // HEADS)))
        found = (looks @ value).transpose(0, 2, 1, 3).reshape(b, n, d)
        return states + _linear(found, w, f"{name}.out")

    def _fed(self, states: Floats, name: str) -> Floats:
        """A feed-forward over (b, n, d)."""
        inner = _gelu(_linear(_normal(states, self._w, f"{name}.between"), self._w, f"{name}.wide"))
        return states + _linear(inner, self._w, f"{name}.narrow")


def _linear(states: Floats, w: Weights, name: str) -> Floats:
    return np.asarray(states @ w[f"{name}.weight"].T + w[f"{name}.bias"], dtype=np.float32)


def _normal(states: Floats, w: Weights, name: str) -> Floats:
    centred = states - states.mean(axis=-1, keepdims=True)
    scale = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-5)
    return np.asarray(centred / scale * w[f"{name}.weight"] + w[f"{name}.bias"], dtype=np.float32)


def _softmax(states: Floats) -> Floats:
    odds = np.exp(states - states.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True), dtype=np.float32)


def _gelu(states: Floats) -> Floats:
    """The tanh form of GELU (Hendrycks and Gimpel, 2016)."""
    inner = np.float32(0.7978845608) * (states + np.float32(0.044715) * states * states * states)
    return np.asarray(np.float32(0.5) * states * (np.float32(1) + np.tanh(inner)), dtype=np.float32)
