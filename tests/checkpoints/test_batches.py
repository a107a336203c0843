"""Batches keep to a budget whatever the texts, lose none, and shrink where memory is short."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from factcheck.checkpoints.batches import batches, computed, token_count


@given(st.lists(st.integers(1, 900), max_size=80), st.integers(1, 1000))
def test_every_position_comes_once_and_no_batch_is_too_large(lengths: list[int], most: int) -> None:
    made = list(batches(lengths, most))
    assert sorted(position for batch in made for position in batch) == list(range(len(lengths)))
    for batch in made:
        assert len(batch) == 1 or len(batch) * max(lengths[position] for position in batch) <= most


def test_short_texts_go_together_and_long_ones_alone() -> None:
    assert list(batches([10, 900, 10, 10], 40)) == [[1], [0, 2, 3]]


@pytest.mark.parametrize(
    ("text", "low", "high"), [("", 1, 1), ("出口獲批准", 5, 7), ("Exports were approved.", 4, 9)]
)
def test_tokens_are_about_counted(text: str, low: int, high: int) -> None:
    assert low <= token_count(text) <= high


class Small:
    """A machine that fails, as torch words it, for more than `room` texts at once."""

    def __init__(self, room: int, error: Exception) -> None:
        self.room, self.error = room, error
        self.asked: list[int] = []

    def __call__(self, texts: list[Any]) -> NDArray[np.float32]:
        self.asked.append(len(texts))
        if len(texts) > self.room:
            raise self.error
        return np.array([[float(text)] for text in texts], dtype=np.float32)


@pytest.mark.parametrize(
    "error", [RuntimeError("CUDA out of memory. Tried to allocate 2 GiB"), MemoryError("no room")]
)
def test_batches_are_halved_where_memory_is_short(error: Exception) -> None:
    machine = Small(3, error)
    found = computed(list(range(20)), [1] * 20, machine, most=1000)
    assert found[:, 0].tolist() == list(range(20))
    assert machine.asked[0] == 20
    with pytest.raises(type(error)):
        computed([1, 2], [1, 1], Small(0, error), most=1000)


def test_other_failures_are_not_tried_again() -> None:
    machine = Small(3, RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    with pytest.raises(RuntimeError, match="shapes"):
        computed(list(range(8)), [1] * 8, machine, most=1000)
    assert machine.asked == [8]
