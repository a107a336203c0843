"""Floors under what is read of the specifications in the measuring data, as `benchmarks/language.py` counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from opencc import OpenCC

from benchmarks.language import measure


@pytest.mark.parametrize(
    ("language", "script", "floor", "strict_floor"),
    [("chinese", None, 0.95, 0.92), ("chinese", "s2t", 0.95, 0.92), ("english", None, 0.88, 0.85)],
    ids=["hans", "hant", "english"],
)
def test_no_less_is_read(
    shared_data: Path, language: str, script: str | None, floor: float, strict_floor: float
) -> None:
    convert = str if script is None else OpenCC(script).convert
    scores, others = measure(shared_data, language, convert, misses=False)
    right, total = (sum(score[index] for score in scores.values()) for index in (0, 1))
    assert total > 400
    assert right / total >= floor
    assert (right + others[0]) / (total + others[1]) >= strict_floor
