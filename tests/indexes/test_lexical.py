"""The word index ranks by BM25, takes any term as it is, and filters exactly."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import WorkspaceError
from factcheck.indexes.lexical import FACTS_BOOST, LexicalIndex

PASSAGES: dict[int, tuple[list[str], list[str]]] = {
    1: (["chip", "sales", "rose", "to", "$8B"], ["money:USD:8000000000"]),
    2: (["晶片", "銷售", "升", "至", "80億美元"], ["money:USD:8000000000"]),
    3: (["芯片", "销售", "下降"], ["percent:-5"]),
    4: (["chip", "這季", "fell", "chip"], []),
}


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    made = LexicalIndex(tmp_path / "lexical")
    made.add(
        list(PASSAGES), [words for words, _ in PASSAGES.values()], [facts for _, facts in PASSAGES.values()]
    )
    return made


def numbers(found: Sequence[tuple[int, float]]) -> list[int]:
    return [number for number, _ in found]


def test_facts_meet_across_languages(index: LexicalIndex) -> None:
    assert sorted(numbers(index.search([], 5, facts=["money:USD:8000000000"]))) == [1, 2]
    assert numbers(index.search(["销售"], 5, facts=["percent:-5"])) == [3]
    assert numbers(index.search(["sales"], 5, facts=["money:USD:8000000000"])) == [1, 2]


@pytest.mark.parametrize(
    "term", ['H20: "80億 (', "a b", "x\u3000y", "AND", "-", "words:chip", "*", "\u0085", "🏭"]
)
def test_any_term_is_taken_as_it_is(index: LexicalIndex, term: str) -> None:
    assert index.search([term], 5) == []
    index.add([9], [[term, "other"]], [[term]])
    assert numbers(index.search([term], 5)) == ([9] if term.strip() else [])
    assert numbers(index.search(["other"], 5)) == [9]


@pytest.mark.parametrize("together", [1, 7, 200])
def test_of_equals_the_lowest_numbers_are_found_however_they_were_added(
    tmp_path: Path, together: int
) -> None:
    made = LexicalIndex(tmp_path / "lexical")
    held = list(range(200, 0, -1))
    for start in range(0, len(held), together):
        part = held[start : start + together]
        made.add(part, [["禁令", "ban"] for _ in part], [[] for _ in part])
    made.add([500], [["禁令"]], [[]])
    assert numbers(made.search(["ban"], 6)) == [1, 2, 3, 4, 5, 6]
    assert numbers(made.search(["禁令"], 3)) == [500, 1, 2]
    assert numbers(made.search(["ban"], 300)) == sorted(held)


def test_scores_are_bm25(index: LexicalIndex) -> None:
    # Robertson and Zaragoza (2009) with k1 = 1.2 and b = 0.75; tantivy rounds field lengths only above 40.
    lengths = {number: len(words) for number, (words, _) in PASSAGES.items()}
    mean = sum(lengths.values()) / len(lengths)

    def bm25(number: int, frequency: int, holders: int) -> float:
        rarity = math.log(1 + (len(PASSAGES) - holders + 0.5) / (holders + 0.5))
        length = 1.2 * (1 - 0.75 + 0.75 * lengths[number] / mean)
        return rarity * frequency * (1.2 + 1) / (frequency + length)

    found = dict(index.search(["chip", "fell"], 5))
    assert found[4] == pytest.approx(bm25(4, 2, 2) + bm25(4, 1, 1), rel=1e-4)
    assert found[1] == pytest.approx(bm25(1, 1, 2), rel=1e-4)
    once = dict(index.search([], 5, facts=["percent:-5"]))
    assert once[3] > FACTS_BOOST * 0.1


def test_a_number_added_again_is_replaced_and_a_removed_one_is_gone(index: LexicalIndex) -> None:
    with index.writing():
        index.remove([1])
        index.add([1], [["禁令"]], [[]])
    assert len(index) == 4
    assert index.search(["sales"], 5) == []
    assert numbers(index.search(["禁令"], 5)) == [1]
    index.remove([1, 77])
    assert len(index) == 3
    assert index.search(["禁令"], 5) == []


def test_what_was_committed_is_there_for_the_next(index: LexicalIndex, tmp_path: Path) -> None:
    other = LexicalIndex(tmp_path / "lexical", create=False)
    assert numbers(other.search(["chip"], 5)) == numbers(index.search(["chip"], 5))
    with pytest.raises(ValueError, match="1 numbers, 2 lists of terms"):
        other.add([5], [["a"], ["b"]], [[]])


def test_a_change_that_fails_leaves_nothing(index: LexicalIndex) -> None:
    with pytest.raises(RuntimeError), index.writing():
        index.add([5], [["new"]], [[]])
        index.remove([1])
        raise RuntimeError
    assert len(index) == 4
    assert index.search(["new"], 5) == []
    index.add([5], [["new"]], [[]])
    assert numbers(index.search(["new"], 5)) == [5]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[LexicalIndex, list[list[str]]]:
    """6,000 passages of words with very different frequencies."""
    draw = random.Random(7)
    words = [f"w{rank}" for rank in range(300)]
    texts = [draw.choices(words, [1 / (rank + 1) for rank in range(300)], k=8) for _ in range(6000)]
    index = LexicalIndex(tmp_path_factory.mktemp("large") / "lexical")
    index.add(range(6000), texts, [[]] * 6000)
    return index, texts


@settings(deadline=None, max_examples=30)
@given(terms=st.lists(st.integers(0, 299), min_size=1, max_size=4, unique=True), seed=st.integers(0, 99))
@pytest.mark.parametrize("share", [0.001, 0.05, 0.6, 0.99])
def test_a_filter_keeps_the_order_and_loses_nothing(
    large: tuple[LexicalIndex, list[list[str]]], share: float, terms: list[int], seed: int
) -> None:
    index, texts = large
    query = [f"w{rank}" for rank in terms]
    drawn = np.random.default_rng(seed).random(6000) < share
    allowed = np.flatnonzero(drawn).astype(np.int64)
    unfiltered = index.search(query, 6000)
    assert {number for number, _ in unfiltered} == {
        number for number, text in enumerate(texts) if set(text) & set(query)
    }
    wanted = [(number, score) for number, score in unfiltered if drawn[number]]
    found = index.search(query, 20, allowed=allowed)
    # Among equal scores at the cut either may be kept, so scores are compared and membership is checked.
    assert [score for _, score in found] == pytest.approx([score for _, score in wanted[:20]], rel=1e-5)
    assert all(drawn[number] for number, _ in found)


def test_nothing_asked_or_allowed_is_nothing_found(index: LexicalIndex) -> None:
    assert index.search([], 5) == []
    assert index.search(["", " "], 5) == []
    assert index.search(["chip"], 5, allowed=np.empty(0, dtype=np.int64)) == []
    with pytest.raises(ValueError, match="got 0"):
        index.search(["chip"], 0)


def test_a_damaged_or_missing_index_says_how_to_mend(index: LexicalIndex, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        LexicalIndex(tmp_path / "absent", create=False)
    assert not (tmp_path / "absent").exists()
    (tmp_path / "lexical" / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="doctor --repair"):
        LexicalIndex(tmp_path / "lexical")
