"""How much of a claim a sentence says: by form, by meaning, by what is known to be met, clause by clause."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.comparing.alignment import align, direction
from factcheck.encoders.static import StaticEncoder

VECTORS = StaticEncoder.builtin()


@pytest.mark.parametrize(
    ("claim", "same", "other"),
    [
        ("The chip maker cut its forecast.", "晶片製造商下調了預測。", "昨天的天氣很好。"),
        ("晶片製造商下調了預測。", "芯片制造商下调了预测。", "The weather was fine yesterday."),
        ("芯片制造商下调了预测。", "The chip maker lowered its forecast.", "The weather was fine."),
        ("Veltron 下調了預測。", "Veltron lowered its forecast.", "天气很好。"),
    ],
)
def test_the_same_matter_is_covered_better_across_languages(claim: str, same: str, other: str) -> None:
    near, far = align(claim, same, VECTORS), align(claim, other, VECTORS)
    assert near.coverage > far.coverage
    assert near.similarity > far.similarity
    assert near.unmet <= far.unmet


def test_the_same_text_is_covered_whole() -> None:
    found = align("Sales rose 12%.", "Sales rose 12%.", VECTORS)
    assert found.coverage == pytest.approx(1.0, abs=1e-5)
    assert found.exact == pytest.approx(1.0, abs=1e-5)
    assert found.unmet == 0.0
    assert found.similarity == pytest.approx(1.0, abs=1e-5)


def test_what_is_known_to_be_met_counts_as_covered() -> None:
    claim, sentence = "Kunlun nears it", "崑崙芯已逼近"
    assert align(claim, sentence, VECTORS, met=[(0, 6)]).coverage > align(claim, sentence, VECTORS).coverage


def test_the_nearest_clause_decides_the_likeness_of_a_long_sentence() -> None:
    sentence = "The weather was fine yesterday, crowds filled the parks, the chip maker cut its forecast."
    clauses = [(0, 31), (31, 56), (56, len(sentence))]
    whole = align("The chip maker cut its forecast.", sentence, VECTORS)
    parted = align("The chip maker cut its forecast.", sentence, VECTORS, clauses=clauses)
    assert parted.nearest == (56, len(sentence))
    assert parted.similarity > whole.similarity
    assert whole.nearest is None


@pytest.mark.parametrize("empty", ["", "   ", "。"])
def test_nothing_is_aligned_with_nothing(empty: str) -> None:
    assert (
        align("Sales rose.", empty, VECTORS).coverage <= align("Sales rose.", "Sales rose.", VECTORS).coverage
    )
    assert np.isfinite(direction(empty, VECTORS)).all()
