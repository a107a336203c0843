"""The built-in judge: what differs exactly contradicts, another period never does, copies support."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.errors import ModelError
from factcheck.judges import Judgement, Pair, load_judge
from factcheck.judges.builtin import BuiltinJudge
from factcheck.judges.cross_encoder import label_columns
from factcheck.judges.features import NAMES, READ_NAMES, features
from factcheck.model import Stance

_DAY = date(2025, 12, 1)


def _judged(claim: str, sentence: str) -> Judgement:
    ours, theirs = (read_statement(text, reference_date=_DAY) for text in (claim, sentence))
    comparison = compare(ours, theirs, StaticEncoder.builtin())
    (judgement,) = load_judge("builtin").judge([Pair(claim, sentence, comparison)])
    return judgement


@pytest.mark.parametrize(
    ("claim", "sentence", "stance"),
    [
        ("Veltron sold 300,000 chips in May.", "Veltron sold 300,000 chips in May.", Stance.SUPPORTS),
        ("启明半导体营收为25亿元。", "啟明半導體營收為25億元。", Stance.SUPPORTS),
        ("启明半导体营收为40亿元。", "啟明半導體營收為25億元。", Stance.CONTRADICTS),
        ("Veltron sold 900,000 chips in May.", "Veltron sold 300,000 chips in May.", Stance.CONTRADICTS),
        ("商務部批准了該晶片的出口。", "商务部禁止了该芯片的出口。", Stance.CONTRADICTS),
        ("Veltron sold 300,000 chips in May.", "昨天下午下了一場大雨。", Stance.NEUTRAL),
        ("Veltron loses $8 billion over three years.", "Veltron本季度将损失80亿美元。", Stance.NEUTRAL),
    ],
)
def test_stance(claim: str, sentence: str, stance: Stance) -> None:
    judgement = _judged(claim, sentence)
    assert judgement.stance is stance
    assert judgement.supports + judgement.contradicts + judgement.neutral == pytest.approx(1)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Ada Moreno was born in Lisbon.", "The painter Ada Moreno comes from Lisbon."),
        ("該公司關閉了在高雄的工廠。", "這家企業在高雄的廠房已經停止運作。"),
        ("该公司关闭了在高雄的工厂。", "The company shut its plant in Kaohsiung."),
    ],
)
def test_what_is_given_bears_on_the_claim_more_surely_than_what_is_found(claim: str, sentence: str) -> None:
    comparison = compare(read_statement(claim), read_statement(sentence), StaticEncoder.builtin())
    pairs = [Pair(claim, sentence, comparison, given=given) for given in (False, True)]
    found, given = load_judge("builtin").judge(pairs)
    assert given.neutral < found.neutral


@pytest.mark.parametrize(
    ("claim", "silent", "telling"),
    [
        (
            "Veltron sold 300,000 chips in May.",
            "The choir of the parish sings on Sundays.",
            "Veltron sold chips in May.",
        ),
        ("啟明半導體五月賣出30萬顆晶片。", "昨天下午下了一場大雨。", "啟明半導體五月出售晶片。"),
        ("启明半导体五月卖出30万颗芯片。", "昨天下午下了一场大雨。", "启明半导体五月出售芯片。"),
        (
            "Veltron在五月賣出300,000顆chips。",
            "昨天下午下了一場大雨, said the farmers.",
            "Veltron sold chips in May.",
        ),
    ],
)
def test_a_passage_that_is_plainly_silent_is_not_read(claim: str, silent: str, telling: str) -> None:
    judge, read = BuiltinJudge(), []
    for sentence in (silent, telling):
        ours, theirs = (read_statement(text, reference_date=_DAY) for text in (claim, sentence))
        pair = Pair(claim, sentence, compare(ours, theirs, StaticEncoder.builtin()))
        (judgement,) = judge.judge([pair])
        read.append(judge._seen.cache_info().currsize)
        weighed = judgement.steps[0]
        sums = np.sum([push[1:] for push in judge.pushes(pair)], axis=0)
        shares = np.exp(sums) / np.exp(sums).sum()
        assert shares == pytest.approx([weighed.supports, weighed.contradicts, weighed.neutral], abs=1e-4)
        assert judgement.stance is Stance.NEUTRAL or sentence is telling
    assert read == [0, 1]


def test_every_feature_is_bounded_and_named() -> None:
    statement = read_statement("Veltron sold 300,000 chips in May, up 12% from April.")
    row = features(compare(statement, statement, StaticEncoder.builtin()))
    assert len(row) == len(READ_NAMES)
    assert READ_NAMES[: len(NAMES)] == NAMES
    assert all(-1 <= value <= 1 for value in row)


def test_missing_weights_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="install the package again"):
        BuiltinJudge(tmp_path / "model.safetensors").judge([Pair("a", "b", _comparison())])


def _comparison() -> Comparison:
    statement = read_statement("Sales rose 5%.")
    return compare(statement, statement, StaticEncoder.builtin())


@pytest.mark.parametrize(
    ("labels", "columns"),
    [
        ({0: "contradiction", 1: "entailment", 2: "neutral"}, (1, 0, 2)),
        ({0: "ENTAILMENT", 1: "NEUTRAL", 2: "CONTRADICTION"}, (0, 2, 1)),
        ({0: "SUPPORTS", 1: "REFUTES", 2: "NOT ENOUGH INFO"}, (0, 1, 2)),
    ],
)
def test_labels_are_read_in_any_order(labels: dict[int, str], columns: tuple[int, int, int]) -> None:
    assert label_columns(labels, "model") == columns


def test_other_labels_are_refused() -> None:
    with pytest.raises(ModelError, match="labels for entailment"):
        label_columns({0: "positive", 1: "negative"}, "model")
