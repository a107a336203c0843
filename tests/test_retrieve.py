"""Fusion, modes and filters of retrieval."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workspaces import filled

from factcheck.retrieve import Filters, Mode, fuse


def test_fusion_prefers_what_several_rankings_have() -> None:
    assert {number for number, _ in fuse([[1, 2, 3], [3, 2, 4]])[:2]} == {2, 3}
    assert fuse([[7], [7]]) == [(7, 1.0)]


@given(st.lists(st.lists(st.integers(0, 50), unique=True, max_size=20), min_size=1, max_size=4))
def test_fused_scores_fall_and_stay_within_bounds(rankings: list[list[int]]) -> None:
    fused = fuse(rankings)
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert {number for number, _ in fused} == {number for ranking in rankings for number in ranking}


@pytest.mark.parametrize("mode", list(Mode))
def test_every_mode_finds_a_sentence_by_its_own_words(tmp_path: Path, mode: Mode) -> None:
    with filled(tmp_path) as workspace:
        (hits,) = workspace.machinery.retriever.retrieve(
            ["启明半导体2025年第二季度营收为25亿元"], top=3, candidates=10, mode=mode
        )
    assert hits[0].source.title == "竞争对手报告"


def test_a_figure_alone_finds_itself_in_the_other_language(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        (hits,) = workspace.machinery.retriever.retrieve(["$8 billion"], top=1, candidates=10)
    assert "80億美元" in hits[0].passage.text


def test_nothing_allowed_finds_nothing(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        retriever = workspace.machinery.retriever
        every = tuple(card.id for card in workspace.sources())
        allowed = retriever.allowed(Filters(exclude=every))
        assert retriever.retrieve(["Lark-9"], top=3, candidates=10, allowed=allowed) == [[]]
