"""The judge's network in torch, to be trained; factcheck/judges/network.py runs the same weights on numpy."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from factcheck.judges.network import HEADS, TAPS
from training.saving import int8_rows

WIDTH = 96
WIDER = 192
OWN = 24
"""Numbers that a piece has beside the encoder's vector."""
DROPOUT = 0.15
Rows = Sequence[NDArray[np.int64]]


class Attention(nn.Module):
    """Pre-normalised self-attention, with a feed-forward where `fed`."""

    def __init__(self, width: int, *, fed: bool) -> None:
        super().__init__()
        self.before, self.qkv, self.out = (
            nn.LayerNorm(width),
            nn.Linear(width, 3 * width),
            nn.Linear(width, width),
        )
        self.fed = fed
        if fed:
            self.between = nn.LayerNorm(width)
            self.wide, self.narrow = nn.Linear(width, WIDER), nn.Linear(WIDER, width)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        b, n, d = states.shape
        query, key, value = (
            self.qkv(self.before(states)).view(b, n, 3, HEADS, d // HEADS).permute(2, 0, 3, 1, 4)
        )
        found = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :])
        states = states + self.out(found.transpose(1, 2).reshape(b, n, d))
        if not self.fed:
            return states
        inner = functional.gelu(self.wide(self.between(states)), approximate="tanh")
        return states + functional.dropout(self.narrow(inner), DROPOUT, self.training)


class Reader(nn.Module):
    """(claim, passage, features) -> logits; pieces are numbered from 1, 0 is padding."""

    def __init__(self, static: NDArray[np.float32], lengths: NDArray[np.float32], features: int) -> None:
        """`static` (pieces, 256) unit vectors and `lengths` (pieces,), both with a first row of zeros."""
        super().__init__()
        width = WIDTH
        self.static: Tensor
        self.lengths: Tensor
        self.register_buffer("static", torch.from_numpy(static), persistent=False)
        self.register_buffer("lengths", torch.from_numpy(lengths), persistent=False)
        self.proj = nn.Linear(static.shape[1] + 1, width)
        self.delta = nn.Embedding(len(static), OWN, padding_idx=0)
        nn.init.normal_(self.delta.weight, std=0.02)
        self.up = nn.Linear(OWN, width, bias=False)
        self.segment = nn.Parameter(torch.randn(2, width) * 0.1)
        self.taps = nn.Parameter(torch.randn(TAPS, width) * 0.3)
        self.mix = nn.Linear(width, width)
        self.own = Attention(width, fed=False)
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.beta = nn.Parameter(torch.tensor([[4.0, 2.0]] * HEADS))
        self.held = nn.Linear(4 * width + 2 * HEADS + 4, 2 * width)
        self.hold = nn.Linear(2 * width, width)
        self.top = Attention(width, fed=True)
        self.pool = nn.Linear(width, 1)
        self.whole = nn.LayerNorm(3 * width)
        self.joined = nn.Linear(3 * width + features, width)
        self.out = nn.Linear(width, 3)

    def side(self, pieces: Tensor, inside: Tensor) -> tuple[Tensor, Tensor]:
        """(b, n, width) states and the mask of a padded batch of texts."""
        mask = pieces > 0
        vectors = torch.cat([self.static[pieces], self.lengths[pieces][..., None]], -1)
        states = self.proj(vectors) + self.up(self.delta(pieces))
        states = states + torch.where(inside[..., None], self.segment[0], self.segment[1])
        states = functional.dropout(states, DROPOUT, self.training) * mask[..., None]
        reach, n = TAPS // 2, states.shape[1]
        around = functional.pad(states, (0, 0, reach, reach))
        mixed = torch.stack([around[:, tap : tap + n] * self.taps[tap] for tap in range(TAPS)]).sum(0)
        states = states + self.mix(functional.gelu(mixed, approximate="tanh"))
        return self.own(states, mask), mask

    def forward(self, claims: Tensor, passages: Tensor, inside: Tensor, features: Tensor) -> Tensor:
        ours, our_mask = self.side(claims, torch.ones_like(claims, dtype=torch.bool))
        theirs, mask = self.side(passages, inside)
        b, n, d = ours.shape
        m, part = theirs.shape[1], d // HEADS
        query = self.query(ours).view(b, n, HEADS, part).transpose(1, 2)
        key = self.key(theirs).view(b, m, HEADS, part).transpose(1, 2)
        value = self.value(theirs).view(b, m, HEADS, part).transpose(1, 2)
        cosines = self.static[claims] @ self.static[passages].transpose(1, 2)
        same = (claims[:, :, None] == passages[:, None, :]).float()
        bias = (
            self.beta[None, :, 0, None, None] * cosines[:, None]
            + self.beta[None, :, 1, None, None] * same[:, None]
        )
        looks = query @ key.transpose(2, 3) / math.sqrt(part) + bias
        looks = looks.masked_fill(~mask[:, None, None, :], -1e4).softmax(-1)
        found = (looks @ value).transpose(1, 2).reshape(b, n, d)
        nearest, exact = cosines.masked_fill(~mask[:, None, :], -1.0).amax(-1), same.amax(-1)
        lengths = self.lengths[claims]
        told = torch.stack([nearest, exact, lengths, nearest * lengths], -1)
        seen = torch.cat([(looks * cosines[:, None]).sum(-1), looks.amax(-1)], 1).transpose(1, 2)
        held = torch.cat([ours, found, ours - found, ours * found, seen, told], -1)
        held = functional.dropout(
            functional.gelu(self.held(held), approximate="tanh"), DROPOUT, self.training
        )
        states = self.top(self.hold(held), our_mask)
        shares = self.pool(states).squeeze(-1).masked_fill(~our_mask, -1e4).softmax(-1)[..., None]
        absent = ~our_mask[..., None]
        summed = [
            (states * shares).sum(1),
            states.masked_fill(absent, -1e4).amax(1),
            states.masked_fill(absent, 0.0).sum(1) / our_mask.sum(1, keepdim=True),
        ]
        joined = self.joined(torch.cat([self.whole(torch.cat(summed, -1)), features], -1))
        joined = functional.dropout(functional.gelu(joined, approximate="tanh"), DROPOUT, self.training)
        logits: Tensor = self.out(joined)
        return logits


def weights(reader: Reader) -> dict[str, NDArray[Any]]:
    """What factcheck/judges/network.py wants: `delta` as int8 with scales, the rest in half precision."""
    found: dict[str, NDArray[Any]] = {}
    for name, value in reader.state_dict().items():
        array = value.detach().numpy()
        if name == "delta.weight":
            own = array[1:]  # Without the row of padding: pieces are numbered from 0 at run time.
            found["delta"], found["delta_scales"] = int8_rows(own)
        else:
            found[name] = np.ascontiguousarray(array.astype(np.float16))
    return found
