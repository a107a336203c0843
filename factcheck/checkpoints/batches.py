"""Texts in batches that fit into memory: few long ones or many short ones together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_TOKENS = 4_096
"""Word pieces of a batch, padding included, on a CPU: of 1,024 to 16,384 none is faster with MiniLM."""
_TOKENS_ACCELERATED = 65_536
"""The same on an accelerator, which wants more at once; not measured."""
_BYTES_A_TOKEN = 3
"""A character of Chinese has three bytes and is about one piece; English has three to five letters each."""
_MOST = 512
"""Texts of a batch, however short."""


def budget(device: str) -> int:
    """Word pieces that a batch may have on a device of torch: `cpu`, `cuda:0`, ..."""
    return _TOKENS if device.startswith("cpu") else _TOKENS_ACCELERATED


def token_count(text: str) -> int:
    """About how many word pieces `text` has, at least 1; rather too many than too few."""
    return len(text.encode("utf-8", "replace")) // _BYTES_A_TOKEN + 1


def batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Positions in batches, longest texts first; positions of a batch times its longest is at most `most`.

    A text that is longer than `most` is a batch of its own.
    """
    order = sorted(range(len(lengths)), key=lambda position: (-lengths[position], position))
    batch: list[int] = []
    for position in order:
        if batch and ((len(batch) + 1) * lengths[batch[0]] > most or len(batch) == _MOST):
            yield batch
            batch = []
        batch.append(position)
    if batch:
        yield batch


def computed(
    texts: Sequence[Any],
    lengths: Sequence[int],
    compute: Callable[[list[Any]], NDArray[np.float32]],
    *,
    most: int,
) -> NDArray[np.float32]:
    """What `compute` makes of all `texts`, a row each, in their order; asked for batch by batch.

    Where the memory of the machine or of its accelerator is short, batches are halved, down to one text;
    MemoryError or RuntimeError where that one does not fit.
    """
    rows: list[NDArray[np.float32]] = [np.empty(0, dtype=np.float32)] * len(texts)
    waiting = list(batches(lengths, most))[::-1]
    while waiting:
        batch = waiting.pop()
        try:
            found = compute([texts[position] for position in batch])
        except (MemoryError, RuntimeError) as error:
            if len(batch) == 1 or not _too_large(error):
                raise
            middle = len(batch) // 2
            waiting += [batch[middle:], batch[:middle]]
            continue
        for position, row in zip(batch, found, strict=True):
            rows[position] = row
    return np.ascontiguousarray(np.stack(rows), dtype=np.float32)


def _too_large(error: Exception) -> bool:
    """torch tells of a full accelerator as a RuntimeError, and of full memory in other words."""
    told = str(error).lower()
    return isinstance(error, MemoryError) or "out of memory" in told or "can't allocate memory" in told
