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
_ABSENT = np.float32(-1e4)


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

    def side(self, pieces: Numbers, static: Floats, lengths: Floats, inside: NDArray[np.bool_]) -> Side:
        """One text read by itself; `inside` (n,) marks the sentence's pieces, not its surroundings'."""
        w = self._w
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
        return Side(pieces, static, lengths, self._attended(states[None], None, "own")[0])

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
            keys[place, :size] = _linear(one.states, w, "key")
            values[place, :size] = _linear(one.states, w, "value")
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
        seen = [(looks * np.where(cosines < -0.999, 0, cosines)[:, None]).sum(3), looks.max(axis=3)]
        held = np.concatenate(
            [own, found, own - found, own * found, *(one.transpose(0, 2, 1) for one in seen), told], axis=2
        )
        states = _linear(_gelu(_linear(held, w, "held")), w, "hold")
        states = self._attended(states, "fed", "top")
        shares = _softmax(_linear(states, w, "pool")[:, :, 0])[:, :, None]
        summed = [(states * shares).sum(1), states.max(axis=1), states.mean(axis=1)]
        joined = np.concatenate([_normal(np.concatenate(summed, axis=1), w, "whole"), features], axis=1)
        return _linear(_gelu(_linear(joined, w, "joined")), w, "out")

    def _attended(self, states: Floats, fed: str | None, name: str) -> Floats:
        """Self-attention over (b, n, d) without padding, then a feed-forward where `fed` is given."""
        w = self._w
        b, n, d = states.shape
        mixed = _linear(_normal(states, w, f"{name}.before"), w, f"{name}.qkv")
        query, key, value = mixed.reshape(b, n, 3, HEADS, d // HEADS).transpose(2, 0, 3, 1, 4)
        looks = _softmax(query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(d // HEADS)))
        found = (looks @ value).transpose(0, 2, 1, 3).reshape(b, n, d)
        states = states + _linear(found, w, f"{name}.out")
        if fed is None:
            return states
        inner = _gelu(_linear(_normal(states, w, f"{name}.between"), w, f"{name}.wide"))
        return states + _linear(inner, w, f"{name}.narrow")


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
