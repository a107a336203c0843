"""A part of a market is not the whole of it."""

from __future__ import annotations

import pytest

from factcheck.comparing.scope import scope_difference
from factcheck.comparing.statement import read_statement
from factcheck.model import DifferenceKind


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Its total revenue fell 12%.", "Its gaming revenue fell 30%."),
        ("總營收下降12%。", "数据中心营收下降30%。"),
        ("High-end sales make up 95%.", "国产芯片占12%。"),
        ("它在全球記憶體市場的市占率為27%。", "它在全球HBM市場的市占率為27%。"),
        ("By value, they held 46%.", "按出货量计算，它们占46%。"),
        ("Its global share is 41%.", "它在中国市场的份额为41%。"),
    ],
)
def test_different_scopes(claim: str, sentence: str) -> None:
    found = scope_difference(read_statement(claim), read_statement(sentence))
    assert found is not None
    assert found.kind is DifferenceKind.SCOPE


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Data centre revenue fell 12%.", "資料中心營收下降12%。"),
        ("Revenue fell 12%.", "Revenue fell 12% in all."),
        ("The ban covers data centres.", "The ban covers gaming chips."),
    ],
)
def test_same_scope_or_no_figures(claim: str, sentence: str) -> None:
    assert scope_difference(read_statement(claim), read_statement(sentence)) is None


@pytest.mark.parametrize(
    ("claim", "places", "differs"),
    [
        ("It held 41% of the global market.", ("China",), True),
        ("它占全球市場的41%。", ("中国",), True),
        ("它占全球市场的41%。", (), False),
        ("It held 41% of the market.", ("China",), False),
        ("它在China的份額是41%。", ("中国",), False),
    ],
)
def test_a_report_on_one_country_is_not_about_the_world(
    claim: str, places: tuple[str, ...], differs: bool
) -> None:
    sentence = read_statement("It held 41% of that market by value.")
    assert (scope_difference(read_statement(claim), sentence, places) is not None) is differs


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Nationwide, 2,013 cases were counted.", "高雄今年累計2,013例。"),
        ("全国渗透率为57.8%。", "上海市的渗透率为57.8%。"),
        ("蘋果在全球售出的手機有44%於印度組裝。", "Apple 在 US market 賣出的 iPhone 中，44% 於 India 組裝。"),
        (
            "It has 92% of the worldwide market for AI accelerators.",
            "In discrete desktop graphics cards its share is 92%.",
        ),
        ("按销售额计算，小米排名第三。", "若以出貨量計，小米排名第三。"),
        (
            "台積電在全球半導體市場的市占率達71%。",
            "TSMC's slice of the pure-play foundry market widened to 71%.",
        ),
    ],
)
def test_wholes_and_parts(claim: str, sentence: str) -> None:
    assert scope_difference(read_statement(claim), read_statement(sentence)) is not None


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("全国产量为300万辆。", "中国产量为300万辆。"),
        ("Yaochuan Foundry earned 38% of revenue from chips for AI.", "AI加速器占營收的38%。"),
        ("The flagship reached 46% of the training throughput.", "旗艦達到訓練吞吐量的46%。"),
        ("Hong Kong's exports rose 11.6%.", "香港出口貨值升11.6%。"),
    ],
)
def test_what_only_looks_like_another_scope(claim: str, sentence: str) -> None:
    assert scope_difference(read_statement(claim), read_statement(sentence)) is None
