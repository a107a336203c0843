"""What every judge keeps: the built-in one, and real small CrossEncoders made here."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from small_models import cross_encoder

from factcheck.comparing.comparison import compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.errors import ModelError
from factcheck.judges import Judge, Pair, judges, load_judge
from factcheck.judges.cross_encoder import CrossEncoderJudge

_LABELS = {
    "three": ("contradiction", "entailment", "neutral"),
    "fever": ("NOT ENOUGH INFO", "SUPPORTS", "REFUTES"),
    "two": ("not_entailment", "entailment"),
}
_PAIRS = [
    ("The exports were approved.", "出口獲批准。"),
    ("輝達 sold 100 chips in July.", "The regulator approved exports of the H20."),
    ("出口获批准。", "Exports were not approved in July. " * 20),
    ("", "a"),
]


def pairs() -> list[Pair]:
    vectors = StaticEncoder.builtin()
    return [
        Pair(claim, passage, compare(read_statement(claim), read_statement(passage), vectors))
        for claim, passage in _PAIRS
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("models")
    return {name: str(cross_encoder(folder / name, labels)) for name, labels in _LABELS.items()}


@pytest.fixture(params=[*judges(), *_LABELS])
def judge(request: pytest.FixtureRequest, made: dict[str, str]) -> Judge:
    return load_judge(made.get(request.param, request.param))


def test_judgements_are_probabilities_in_order(judge: Judge) -> None:
    together = judge.judge(pairs())
    assert len(together) == len(_PAIRS)
    for one, pair in zip(together, pairs(), strict=True):
        assert one.supports + one.contradicts + one.neutral == pytest.approx(1, abs=1e-5)
        assert min(one.supports, one.contradicts, one.neutral, one.apart) >= 0
        (alone,) = judge.judge([pair])
        assert alone.supports == pytest.approx(one.supports, abs=1e-5)
        assert alone.contradicts == pytest.approx(one.contradicts, abs=1e-5)
    assert judge.judge([]) == []


def test_the_revision_is_stated(judge: Judge) -> None:
    assert len(judge.revision) == 12
    assert set(judge.revision) <= set("0123456789abcdef")


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_labels_may_stand_in_any_order(made: dict[str, str], tmp_path: Path, order: tuple[int, ...]) -> None:
    """The same weights with rows and labels permuted say the same."""
    labels = [_LABELS["three"][place] for place in order]
    permuted = load_judge(str(cross_encoder(tmp_path / "permuted", labels, order=order)))
    for one, other in zip(permuted.judge(pairs()), load_judge(made["three"]).judge(pairs()), strict=True):
        assert one.supports == pytest.approx(other.supports, abs=1e-5)
        assert one.contradicts == pytest.approx(other.contradicts, abs=1e-5)


def test_two_labels_never_contradict_and_say_so(made: dict[str, str]) -> None:
    two, three = CrossEncoderJudge(made["two"]), CrossEncoderJudge(made["three"])
    assert not two.contradicts
    assert three.contradicts
    assert {one.contradicts for one in two.judge(pairs())} == {0.0}
    assert all(one.supports + one.neutral == pytest.approx(1, abs=1e-5) for one in two.judge(pairs()))


def test_a_claim_is_the_hypothesis_and_the_passage_the_premise(made: dict[str, str]) -> None:
    from sentence_transformers import CrossEncoder

    claim, passage = _PAIRS[1]
    raw = CrossEncoder(made["three"], device="cpu", local_files_only=True)
    contradiction, entailment, neutral = raw.predict([(passage, claim)], apply_softmax=True)[0]
    (found,) = load_judge(made["three"]).judge(pairs()[1:2])
    assert found.contradicts == pytest.approx(float(contradiction), abs=1e-5)
    assert found.supports == pytest.approx(float(entailment), abs=1e-5)
    assert found.neutral == pytest.approx(float(neutral), abs=1e-5)


def test_the_revision_follows_the_weights(made: dict[str, str], tmp_path: Path) -> None:
    same = cross_encoder(tmp_path / "same", _LABELS["three"])
    other = cross_encoder(tmp_path / "other", _LABELS["three"], seed=8)
    assert load_judge(str(same)).revision == load_judge(made["three"]).revision
    assert load_judge(str(other)).revision != load_judge(made["three"]).revision


@pytest.mark.parametrize("labels", [("LABEL_0", "LABEL_1", "LABEL_2"), ("good", "bad"), ("relevance",)])
def test_other_labels_are_refused_with_what_was_found(tmp_path: Path, labels: tuple[str, ...]) -> None:
    folder = cross_encoder(tmp_path / "model", labels)
    with pytest.raises(ModelError, match="natural language inference") as caught:
        load_judge(str(folder))
    assert labels[0] in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_judge_is_one_clear_line_with_the_command_that_fetches_it() -> None:
    with pytest.raises(ModelError, match="hf download nobody/absent"):
        load_judge("nobody/absent")
