"""The closer look at what a search found, in both languages and both scripts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import filled

from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.late_interaction import LOOKED_AT, LateInteraction
from factcheck.model import Card, Hit, Passage
from factcheck.retrieve import Mode, ordered

LOOK = LateInteraction.builtin()
EN = "The regulator fined the refinery nine million euros."
HANT = "監管機構對煉油廠罰款九百萬歐元。"
HANS = "监管机构对炼油厂罚款九百万欧元。"
OTHER = "The orchestra will play in the old harbour on Sunday."
OTHER_ZH = "樂團週日將在舊港口演出。"


def alike(text: str, passage: str) -> float:
    (likeness,) = LOOK.likeness(text, [passage])
    return likeness


def _hit(number: int, text: str, score: float, title: str = "") -> Hit:
    return Hit(
        Passage(f"p{number}", f"d{number}", 0, len(text), text), Card(f"d{number}", title=title), score
    )


@pytest.mark.parametrize("text", [EN, HANT, HANS, "監管機構 fined 炼油厂 €9 million."])
def test_a_text_is_met_in_full_by_itself(text: str) -> None:
    assert alike(text, text) == pytest.approx(1.0)
    assert alike(text, f"{OTHER} {text} {OTHER_ZH}") == pytest.approx(1.0)


def test_the_scripts_are_one() -> None:
    for other in (HANT, EN, OTHER_ZH):
        assert alike(HANT, other) == alike(HANS, other)
        assert alike(other, HANT) == alike(other, HANS)


@pytest.mark.parametrize(("one", "same"), [(EN, HANT), (EN, HANS), (HANT, EN), (HANS, EN)])
def test_a_translation_is_nearer_than_another_matter_in_ones_own_language(one: str, same: str) -> None:
    for other in (OTHER, OTHER_ZH):
        assert alike(one, same) > alike(one, other) + 0.2


def test_what_the_passage_says_besides_costs_nothing_and_what_it_lacks_does() -> None:
    part = "The regulator fined the refinery."
    assert alike(part, EN) == pytest.approx(1.0)
    assert alike(EN, part) < 0.9


def test_without_words_nothing_is_alike() -> None:
    assert alike("", EN) == alike(EN, "") == alike("", "") == 0.0


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_share_of_any_text(text: str, passage: str) -> None:
    assert 0.0 <= alike(text, passage) <= 1.0
    assert alike(text, f"{passage} {text}") >= alike(text, passage) - 1e-6


@settings(deadline=None)
@given(st.text(max_size=60), st.lists(st.sampled_from([EN, HANT, HANS, OTHER, OTHER_ZH, ""]), max_size=5))
def test_a_passage_is_as_alike_among_others_as_alone(text: str, passages: list[str]) -> None:
    assert LOOK.likeness(text, passages) == pytest.approx([alike(text, one) for one in passages], abs=1e-5)


def test_words_are_counted_once_with_their_lengths() -> None:
    book = BuiltinEncoder.builtin()
    words = book.words("chip chip 芯片 晶片")
    units, lengths = book.vectors(words)
    assert words == book.words("chip 芯片 晶片")
    assert len(set(words)) == len(words)
    assert units.shape == (len(words), book.dimension)
    assert np.allclose(np.linalg.norm(units, axis=1), 1.0, atol=1e-5)
    assert lengths.shape == (len(words),) and (lengths > 0).all()
    assert book.words("") == ()


def test_the_words_decide_between_what_the_search_finds_alike() -> None:
    hits = [_hit(1, OTHER, 0.5), _hit(2, OTHER_ZH, 0.5), _hit(3, HANS, 0.5)]
    (first, *_) = LOOK.reordered(EN, hits)
    assert first.passage.id == "p3"
    assert 0 < first.score <= 1


def test_the_title_of_the_source_counts_as_it_does_in_the_search() -> None:
    hits = [_hit(1, "It was fined.", 0.5, "Harbour news"), _hit(2, "It was fined.", 0.5, "Refinery news")]
    assert LOOK.reordered("The refinery was fined.", hits)[0].passage.id == "p2"


def test_what_is_not_looked_at_stays_behind_in_its_order() -> None:
    hits = [_hit(number, OTHER, 0.9 - number / 100) for number in range(LOOKED_AT)]
    late = [_hit(100 + number, EN, 0.5) for number in range(5)]
    found = LOOK.reordered(EN, [*hits, *late])
    assert [hit.passage.id for hit in found[LOOKED_AT:]] == [hit.passage.id for hit in late]
    scores = [hit.score for hit in found]
    assert scores == sorted(scores, reverse=True)
    assert LOOK.reordered(EN, []) == []


def test_a_reranker_stands_above_it_and_neither_leaves_the_order() -> None:
    class ByLength:
        name, revision = "by length", "0"

        def scores(self, query: str, passages: Sequence[str]) -> list[float]:
            return [len(passage) / 100 for passage in passages]

    hits = [[_hit(1, OTHER, 0.6), _hit(2, EN, 0.5)]]
    assert [hit.passage.id for hit in ordered([EN], hits, 2, None, None)[0]] == ["p1", "p2"]
    assert [hit.passage.id for hit in ordered([EN], hits, 2, None, LOOK)[0]] == ["p2", "p1"]
    assert [hit.passage.id for hit in ordered([EN], hits, 2, ByLength(), LOOK)[0]] == ["p1", "p2"]
    assert len(ordered([EN], hits, 1, None, LOOK)[0]) == 1


def test_one_way_alone_keeps_its_own_order(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        retriever = workspace.machinery.retriever
        texts = ["啟明半導體第二季營收"]
        (dense,) = retriever.retrieve(texts, top=5, candidates=20, mode=Mode.DENSE)
        vector = workspace.encoder.encode_queries(texts)
        near = workspace.encoder.encode_passages([f"{hit.source.title}\n{hit.passage.text}" for hit in dense])
        cosines = np.maximum(near @ vector[0], 0.0)
        assert [hit.score for hit in dense] == pytest.approx(cosines.tolist(), abs=0.01)


def test_looking_depends_on_the_words_of_the_model() -> None:
    assert LOOK.revision == BuiltinEncoder.builtin().revision
