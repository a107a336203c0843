"""Opposite predicates in English and in both Chinese scripts, also across languages."""

from __future__ import annotations

import pytest

from factcheck.comparing.polarity import Axis, Pole, opposed_poles, poles, shared_poles
from factcheck.comparing.statement import read_statement


def _poles(text: str) -> dict[Axis, Pole]:
    return poles(read_statement(text))


@pytest.mark.parametrize(
    ("claim", "sentence", "axis"),
    [
        ("The ministry approved the sale.", "The ministry blocked the sale.", Axis.PERMISSION),
        ("The ministry approved the sale.", "該部禁止了這筆銷售。", Axis.PERMISSION),
        ("商务部批准出口。", "商務部叫停出口。", Axis.PERMISSION),
        ("Shipments rose in May.", "5月出貨量下降。", Axis.CHANGE),
        ("出货量增长。", "出貨量減少。", Axis.CHANGE),
        ("The part outperforms its rival.", "該晶片落後於對手。", Axis.ORDER),
        ("公司承認了延誤。", "公司否认了延误。", Axis.ADMISSION),
        ("The senator opposes the rule.", "参议员支持该规则。", Axis.FAVOUR),
        ("The ministry did not approve the sale.", "The ministry approved the sale.", Axis.PERMISSION),
        ("商務部未批准出口。", "商務部批准出口。", Axis.PERMISSION),
    ],
)
def test_opposite_ends(claim: str, sentence: str, axis: Axis) -> None:
    assert axis in {one for one, _, _ in opposed_poles(_poles(claim), _poles(sentence))}


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The government lifted the ban on sales.", "政府允許銷售。"),
        ("政府解除了禁令。", "The government allowed sales again."),
        ("政府未批准出口。", "政府拒絕了出口申請。"),
    ],
)
def test_two_ways_to_say_the_same_end(claim: str, sentence: str) -> None:
    ours, theirs = _poles(claim), _poles(sentence)
    assert not opposed_poles(ours, theirs)
    assert shared_poles(ours, theirs) >= 1


def test_a_text_that_names_both_ends_takes_no_side() -> None:
    both = _poles("Sales were banned in April and approved in July.")
    assert not opposed_poles(_poles("Sales were approved."), both)


def test_only_the_named_stretch_counts() -> None:
    statement = read_statement("2023年8月起出口需經許可，2024年12月禁止銷往美國。")
    before, after = statement.clauses[0], statement.clauses[1]
    assert poles(statement, before)[Axis.PERMISSION].end == 1
    assert poles(statement, after)[Axis.PERMISSION].end == -1
