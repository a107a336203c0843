"""The table of pairs: claim and passage, the expected stance and differences, in every crossing of languages.

The rules were written with `pairs/first.jsonl` at hand and mended with `pairs/second.jsonl`. `third` and `fourth`
were written by people who had not seen the program, and scored when the rules stood; docs/quality.md has their
first scores. `python -m benchmarks.pairs --wrong` prints what goes wrong.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from benchmarks.pairs import PairResult, PairRow, judged, read_pairs
from factcheck.model import DifferenceKind, Stance

FOLDER = Path(__file__).resolve().parent / "pairs"
FILES = ("first", "second")
LATER = {"third": 0.74, "fourth": 0.6, "numbered": 0.68, "bound": 0.3}
"""Lists that came after the rules, and a share that is a standard error below what they reach."""
RIGHT = 0.9


@pytest.fixture(scope="module")
def rows() -> dict[str, list[PairRow]]:
    return {name: read_pairs(FOLDER / f"{name}.jsonl") for name in FILES}


@pytest.fixture(scope="module")
def results(rows: dict[str, list[PairRow]]) -> list[PairResult]:
    return judged(row for name in FILES for row in rows[name])


def test_nine_in_ten_pairs_are_right(results: list[PairResult]) -> None:
    wrong = [one.row.id for one in results if not one.right]
    assert len(wrong) <= (1 - RIGHT) * len(results), wrong


def test_another_period_or_scope_is_never_a_contradiction(results: list[PairResult]) -> None:
    assert [one.row.id for one in results if one.mistaken_matter] == []


def test_no_language_and_no_stance_is_left_behind(results: list[PairResult]) -> None:
    """Each pairing of languages with ten pairs or more, and each stance, is mostly right."""
    for group in ("languages", "stance"):
        every = Counter(str(getattr(one.row, group)) for one in results)
        right = Counter(str(getattr(one.row, group)) for one in results if one.right)
        assert {name for name, count in every.items() if count >= 10 and right[name] < 0.7 * count} == set()


@pytest.mark.parametrize("name", LATER)
def test_lists_that_came_after_the_rules_score_no_less(name: str) -> None:
    results = judged(read_pairs(FOLDER / f"{name}.jsonl"))
    assert sum(one.right for one in results) >= LATER[name] * len(results)
    assert [one.row.id for one in results if one.mistaken_matter] == []


def test_the_table_is_large_and_even(rows: dict[str, list[PairRow]]) -> None:
    every = [row for name in FILES for row in rows[name]]
    assert len(every) >= 300
    assert len({row.id for row in every}) == len(every)
    assert len({(row.claim, row.passage) for row in every}) == len(every)
    crossings = {f"{one}-{other}" for one, other in product(("en", "hant", "hans", "mixed"), repeat=2)}
    assert {row.languages for row in every} == crossings
    stances = Counter(row.stance for row in every)
    assert min(stances[one] for one in Stance) >= 0.2 * len(every)
    asked = {kind for row in every for kind in row.differences}
    assert asked == set(DifferenceKind)


def test_what_supports_differs_in_nothing(rows: dict[str, list[PairRow]]) -> None:
    """The table keeps its own rules."""
    for row in (row for name in FILES for row in rows[name]):
        assert not (row.stance is Stance.SUPPORTS and row.differences), row.id
        assert not (row.differences & row.may), row.id
