"""Fusion, modes and filters of retrieval."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workspaces import filled

from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.encoders.static import StaticEncoder
from factcheck.language.entities import load_aliases
from factcheck.language.learnt import LearntNames
from factcheck.retrieve import Answers, Filters, Mode, Way, asked, fuse, meant, near_from, ways


def test_fusion_prefers_what_several_ways_have() -> None:
    ways = [Way([(1, 0.9), (2, 0.8), (3, 0.7)], 1.0), Way([(3, 1.0), (2, 0.9), (4, 0.8)], 1.0)]
    assert {number for number, _ in fuse(ways)[:2]} == {2, 3}
    assert fuse([Way([(7, 1.0)], 2.0), Way([(7, 1.0)], 1.0)]) == [(7, 1.0)]


def test_a_way_that_weighs_more_decides() -> None:
    one, other = [(1, 1.0), (2, 0.5)], [(2, 1.0), (1, 0.5)]
    assert fuse([Way(one, 3.0), Way(other, 1.0)])[0][0] == 1
    assert fuse([Way(one, 1.0), Way(other, 3.0)])[0][0] == 2


def test_what_meaning_did_not_list_is_no_nearer_than_the_last_one_listed() -> None:
    near, worded = Way([(1, 0.8), (2, 0.4)], 1.0, everywhere=True), Way([(3, 0.5)], 1.0)
    assert dict(fuse([near, worded])) == {
        1: pytest.approx(0.4),
        2: pytest.approx(0.2),
        3: pytest.approx(0.45),
    }


@given(
    st.lists(
        st.tuples(
            st.dictionaries(st.integers(0, 50), st.floats(-1, 1), max_size=20),
            st.floats(0.1, 3),
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_fused_scores_fall_and_stay_within_bounds(
    listed: list[tuple[dict[int, float], float, bool]],
) -> None:
    ways = [Way(list(found.items()), weight, everywhere) for found, weight, everywhere in listed]
    fused = fuse(ways)
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 + 1e-9 for score in scores)
    assert {number for number, _ in fused} == {number for way in ways for number, _ in way.found}


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


def test_filters_leave_the_same_whether_asked_anew_or_kept(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        retriever, store = workspace.machinery.retriever, workspace.store
        dates = sorted(card.published for card in workspace.sources() if card.published)
        one, other = (card.id for card in workspace.sources()[:2])
        for filters in (
            Filters(exclude=(one,)),
            Filters(as_of=dates[0], exclude=(one, other)),
            Filters(as_of=dates[0]),
            Filters(since=dates[-1], exclude=(other,)),
            Filters(sources=(one, other), exclude=(one,)),
            Filters(),
        ):
            for _ in range(2):
                left = retriever.allowed(filters)
                asked_anew = store.source_numbers(
                    published_before=filters.as_of,
                    published_after=filters.since,
                    source_ids=filters.sources or None,
                    exclude=filters.exclude,
                )
                assert (left is None) == (asked_anew is None)
                if left is not None and asked_anew is not None:
                    assert left.tolist() == asked_anew.tolist()
        workspace.remove_source(one)
        left = retriever.allowed(Filters(exclude=(other,)))
        assert left is not None
        assert not set(left.tolist()) & set(store.numbers_of(one) + store.numbers_of(other))


def test_what_the_rows_have_removed_is_not_found_though_the_index_still_has_it(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        best = workspace.search("Veltron Lark-9", top=1)[0]
        list(workspace.check([str(_article(tmp_path))]))  # evidence keeps the passages' rows
        workspace.store.remove_source(best.source.id)
        assert not workspace.machinery.retriever.whole
        assert best.source.id not in {hit.source.id for hit in workspace.search("Veltron Lark-9", top=20)}


def _article(folder: Path) -> Path:
    path = folder / "article.txt"
    path.write_text("Veltron sold 450,000 Lark-9 chips in the first half of 2025.", encoding="utf-8")
    return path


def test_a_way_that_takes_no_part_is_none_of_the_ways() -> None:
    answers = Answers(words=[(1, 2.0)], facts=(), all_words=2.0, all_facts=0.0)
    assert [way.everywhere for way in ways([(1, 0.9)], answers)] == [True, False, False]
    assert len(ways(None, answers)) == 2
    assert [way.found for way in ways([(1, 0.9)], None)] == [[(1, 0.9)]]


def test_a_text_is_asked_for_by_its_words_and_by_what_it_states() -> None:
    one = asked("Veltron損失80億美元", LearntNames(load_aliases()))
    assert {"veltron", "_损失"} <= set(one.terms)
    assert "q:USD:8.0e+09" in one.facts
    assert one.words == (*one.terms, *one.spelled)


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Who chairs Veltron?", "chairs Veltron"),
        ("澄江半導體的董事長是誰？", "澄江半導體的董事長是"),
        ("澄江半导体的董事长是谁？", "澄江半导体的董事长是"),
        ("Veltron的董事長是誰？", "Veltron的董事長是"),
    ],
)
def test_a_question_is_searched_for_by_what_it_asks_about(question: str, about: str) -> None:
    names = LearntNames(load_aliases())
    assert asked(question, names) == asked(about, names)


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Who chairs Veltron?", "chairs Veltron"),
        ("Veltron的董事長是誰？", "Veltron的董事長是"),
        ("Veltron的董事长是谁？", "Veltron的董事长是"),
    ],
)
def test_a_model_of_sentences_is_asked_the_question_whole(question: str, about: str) -> None:
    assert meant([question], StaticEncoder.builtin()) == [question]
    assert meant([question], BuiltinEncoder.builtin()) == [about]


class _Reads:
    name = revision = "reads"

    def scores(self, query: str, passages: Sequence[str]) -> list[float]:
        return [0.5] * len(passages)


def test_only_scores_of_the_built_in_encoder_say_what_is_near() -> None:
    builtin = BuiltinEncoder.builtin()
    assert 0 < near_from(builtin, None) < 1
    assert near_from(builtin, _Reads()) == near_from(StaticEncoder.builtin(), None) == 0.0
