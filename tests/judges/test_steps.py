"""How a judgement came about: each rule that moved it leaves the probabilities it made, the last ones count."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from factcheck.comparing.comparison import compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import Judgement, Pair, Rule, Weighing, load_judge
from factcheck.judges.features import NAMES
from factcheck.judges.pushes import slot_of

_DAY = date(2025, 12, 1)


def _judged(claim: str, sentence: str) -> Judgement:
    ours, theirs = (read_statement(text, reference_date=_DAY) for text in (claim, sentence))
    comparison = compare(ours, theirs, StaticEncoder.builtin())
    (judgement,) = load_judge("builtin").judge([Pair(claim, sentence, comparison)])
    return judgement


PAIRS = [
    ("Veltron sold 300,000 chips in May.", "Veltron sold 300,000 chips in May."),
    ("启明半导体营收为25亿元。", "啟明半導體營收為25億元。"),
    ("启明半导体营收为40亿元。", "啟明半導體營收為25億元。"),
    ("商務部批准了該晶片的出口。", "商务部禁止了该芯片的出口。"),
    ("Veltron sold 300,000 chips in May.", "昨天下午下了一場大雨。"),
    ("Veltron loses $8 billion over three years.", "Veltron本季度将损失80亿美元。"),
    ("Veltron 的 revenue 下降25%", "2025年上半年，Veltron營收下降25%。"),
    ("Veltron hired 40 people and earned $8 billion.", "Veltron earned money."),
]


@pytest.mark.parametrize(("claim", "sentence"), PAIRS)
def test_the_last_step_is_the_judgement_and_each_one_is_a_distribution(claim: str, sentence: str) -> None:
    judgement = _judged(claim, sentence)
    last = judgement.steps[-1]
    assert (last.supports, last.contradicts) == (judgement.supports, judgement.contradicts)
    assert last.neutral == judgement.neutral
    for step in judgement.steps:
        assert min(step.supports, step.contradicts, step.neutral) >= -1e-6
        assert step.supports + step.contradicts + step.neutral == pytest.approx(1.0)


@pytest.mark.parametrize(("claim", "sentence"), PAIRS)
def test_the_model_speaks_first_and_only_rules_that_move_something_follow(claim: str, sentence: str) -> None:
    steps = _judged(claim, sentence).steps
    assert [step.rule for step in steps].count(Rule.WEIGHED) == 1
    assert steps[0].rule is Rule.WEIGHED
    order = list(Rule)
    assert [order.index(step.rule) for step in steps] == sorted(order.index(step.rule) for step in steps)
    for before, after in pairwise(steps):
        assert before[1:] != after[1:]


@pytest.mark.parametrize(
    ("claim", "sentence", "rule"),
    [
        ("Veltron loses $8 billion over three years.", "Veltron本季度将损失80亿美元。", Rule.KEPT_APART),
        ("維創三年損失80億美元。", "维创本季度损失80亿美元。", Rule.KEPT_APART),
        ("Veltron hired 40 people and earned $8 billion.", "Veltron earned money.", Rule.FIGURE_UNSTATED),
        ("維創聘用了40人，營收80億美元。", "維創聘用了很多人。", Rule.FIGURE_UNSTATED),
        ("Veltron hired 160 people.", "Veltron hired fewer than 260 people.", Rule.FIGURE_LEFT_OPEN),
        ("維創聘用了160人。", "維創聘用了不到260人。", Rule.FIGURE_LEFT_OPEN),
        ("维创聘用了160人。", "Veltron（维创）聘用了少于260人。", Rule.FIGURE_LEFT_OPEN),
    ],
)
def test_a_rule_that_applies_is_named(claim: str, sentence: str, rule: Rule) -> None:
    steps = _judged(claim, sentence).steps
    (place,) = [place for place, step in enumerate(steps) if step.rule is rule]
    assert steps[place].supports < steps[place - 1].supports
    if rule is Rule.KEPT_APART:
        assert steps[place].contradicts < steps[place - 1].contradicts


@pytest.mark.parametrize(("claim", "sentence"), PAIRS)
def test_the_pushes_of_all_slots_make_the_first_step(claim: str, sentence: str) -> None:
    ours, theirs = (read_statement(text, reference_date=_DAY) for text in (claim, sentence))
    judge, comparison = load_judge("builtin"), compare(ours, theirs, StaticEncoder.builtin())
    assert isinstance(judge, Weighing)
    found = judge.pushes(Pair(claim, sentence, comparison))
    assert found[0].slot == "start"
    assert len({push.slot for push in found}) == len(found)
    odds = np.exp(np.sum([push[1:] for push in found], axis=0))
    first = _judged(claim, sentence).steps[0]
    assert odds / odds.sum() == pytest.approx((*first[1:], first.neutral), abs=1e-5)
    assert all(sum(push[1:]) == pytest.approx(0.0, abs=1e-6) for push in found)


def test_every_slot_is_pushed_by_some_feature() -> None:
    slots = {slot_of(name) for name in NAMES}
    assert slots == {"words", "figure", "who", "time", "asserted", "scope", "modality", "speaker"}
