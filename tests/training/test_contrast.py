"""Sentences told otherwise: one thing is changed, and the stance is the one that it makes."""

from __future__ import annotations

import random
import re

import pytest

from training.contrast import bounded, renamed

TEXTS = (
    "Veltron hired 160 people in Harrowdale.",
    "維創在新竹聘用了160名員工。",
    "维创在上海聘用了160名员工。",
    "Veltron（维创）hired 160名员工。",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_bound_makes_the_stance_that_its_figure_makes(text: str) -> None:
    seen = set()
    for seed in range(60):
        made = bounded(text, random.Random(seed))
        if made is None:
            continue
        claim, sentence, stance = made
        assert (claim == text) != (sentence == text)
        told = sentence if claim == text else claim
        above = re.search(r"more than|over|超过|多于|逾", told) is not None
        other = int(re.findall(r"\d+", told)[0])
        holds = (other < 160) if above else (other > 160)
        # A bound in the source leaves the exact figure open; one in the claim is borne out or ruled out.
        assert stance == ((0 if holds else 1) if sentence == text else 2)
        assert holds or sentence == text
        seen.add(stance)
    assert seen == {0, 1, 2}


def test_a_text_without_a_figure_is_not_bounded() -> None:
    assert bounded("Veltron hired people.", random.Random(1)) is None


def test_another_name_stands_where_one_stood() -> None:
    found = renamed("NVIDIA opened an office.", ["NVIDIA", "Intel"], random.Random(1))
    assert found == "Intel opened an office."
    assert renamed("NVIDIA opened an office.", ["NVIDIA"], random.Random(1)) is None
    assert renamed("They opened an office.", ["Intel"], random.Random(1)) is None
