"""A small BERT with a head of three stances, run on numpy: what the thorough judge reads English with.

Six layers of 384 numbers, as all-MiniLM-L6-v2 has them (training/judge_thorough.py). Weights lie as int8 with
a scale a row and are multiplied out when they are loaded; the embeddings stay as they lie.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]

MOST = 160
"""Tokens of claim and passage together, marks included."""
CLAIM_WORDS = 80
"""Words of a claim that are read."""
AROUND = 600
"""Code points of a passage's surroundings that are read."""
HEADS = 12
TABLES = ("word", "position", "side")
_BATCH = 16
_EPSILON = 1e-12
_ABSENT = np.float32(-1e4)


def texts_of(claim: str, sentence: str, around: str) -> tuple[str, str]:
    """(claim, passage) as the model reads them, in training and at run time alike."""
    return " ".join(claim.split()[:CLAIM_WORDS]), f"{sentence} {around[:AROUND]}".strip()


def open_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer at `path`, which cuts what is too long off the passage's end."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST, strategy="only_second")
    return tokenizer


class Transformer:
    """The weights, and what they make of a claim beside a passage."""

    def __init__(self, weights: dict[str, NDArray[Any]], tokenizer: Tokenizer) -> None:
        """`weights` by name; int8 ones come with `NAME.scales`."""
        self._tokenizer = tokenizer
        self._w: dict[str, NDArray[Any]] = {}
        for name, value in weights.items():
            if name.endswith(".scales"):
                continue
            scales = weights.get(f"{name}.scales")
            if scales is None:
                self._w[name] = value.astype(np.float32)
            elif name in TABLES:
                self._w[name], self._w[f"{name}.scales"] = value, scales
            else:
                self._w[name] = np.ascontiguousarray((value.astype(np.float32) * scales[:, None]).T)
        self._layers = len({name.split(".")[0] for name in self._w if name.endswith(".query")})

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """(n, 3): supports, contradicts, neutral, of each (claim, passage)."""
        encoded = self._tokenizer.encode_batch(list(pairs))
        order = sorted(range(len(encoded)), key=lambda place: len(encoded[place].ids))
        found = np.zeros((len(encoded), 3), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            part = order[start : start + _BATCH]
            found[part] = self._read([encoded[place] for place in part])
        return found

    def _read(self, encoded: Sequence[Any]) -> Floats:
        most = max(len(one.ids) for one in encoded)
        ids, sides = (np.zeros((len(encoded), most), dtype=np.int64) for _ in range(2))
        mask = np.zeros((len(encoded), most), dtype=np.float32)
        for place, one in enumerate(encoded):
            size = len(one.ids)
            ids[place, :size], sides[place, :size], mask[place, :size] = one.ids, one.type_ids, 1.0
        states = self._rows("word", ids) + self._rows("position", np.arange(most))[None]
        states = self._normal(states + self._rows("side", sides), "embedded")
        bias = np.where(mask[:, None, None, :] > 0, np.float32(0), _ABSENT)
        for layer in range(self._layers):
            states = self._layer(states, bias, f"{layer}")
        mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        return self._linear(np.concatenate([states[:, 0], mean], axis=1), "head")

    def _rows(self, table: str, places: NDArray[np.int64]) -> Floats:
        w = self._w
        return np.asarray(w[table][places].astype(np.float32) * w[f"{table}.scales"][places][..., None])

    def _layer(self, states: Floats, bias: Floats, name: str) -> Floats:
        b, n, d = states.shape
        query, key, value = (
            self._linear(states, f"{name}.{part}").reshape(b, n, HEADS, d // HEADS).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        looks = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(d // HEADS)) + bias
        odds = np.exp(looks - looks.max(axis=-1, keepdims=True))
        shares = odds / odds.sum(axis=-1, keepdims=True)
        found = (shares @ value).transpose(0, 2, 1, 3).reshape(b, n, d)
        states = self._normal(states + self._linear(found, f"{name}.out"), f"{name}.attended")
        inner = _gelu(self._linear(states, f"{name}.wide"))
        return self._normal(states + self._linear(inner, f"{name}.narrow"), f"{name}.fed")

    def _linear(self, states: Floats, name: str) -> Floats:
        return np.asarray(states @ self._w[name] + self._w[f"{name}.bias"], dtype=np.float32)

    def _normal(self, states: Floats, name: str) -> Floats:
        centred = states - states.mean(axis=-1, keepdims=True)
        scale = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _EPSILON)
        return np.asarray(centred / scale * self._w[f"{name}.scale"] + self._w[f"{name}.shift"])


def _gelu(states: Floats) -> Floats:
    """The tanh form of GELU; the model was trained with the exact one, from which it differs by 0.0005."""
    inner = np.float32(0.7978845608) * (states + np.float32(0.044715) * states * states * states)
    return np.asarray(np.float32(0.5) * states * (np.float32(1) + np.tanh(inner)), dtype=np.float32)
