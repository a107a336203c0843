"""One claim against one sentence: each kind of difference, in English and both scripts, and what keeps apart."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.model import DifferenceKind

_DAY = date(2025, 12, 1)


def _compare(claim: str, sentence: str) -> Comparison:
    ours, theirs = (read_statement(text, reference_date=_DAY) for text in (claim, sentence))
    return compare(ours, theirs, StaticEncoder.builtin())


@pytest.mark.parametrize(
    ("claim", "sentence", "kind"),
    [
        ("Orders reached $8 billion.", "訂單達90億美元。", DifferenceKind.QUANTITY),
        ("訂單達80億元人民幣。", "订单达到80亿美元。", DifferenceKind.UNIT),
        ("It loses $8 billion over three years.", "本季度將損失80億美元。", DifferenceKind.PERIOD),
        ("禁令於7月15日解除。", "The ban was lifted on August 11, 2025.", DifferenceKind.DATE),
        ("Total revenue fell 12%.", "数据中心营收下降12%。", DifferenceKind.SCOPE),
        ("商務部批准出口。", "商务部禁止出口。", DifferenceKind.POLARITY),
        ("The plant opened.", "The plant may open next year.", DifferenceKind.MODALITY),
        ("華為推出晶片。", "英伟达推出芯片。", DifferenceKind.NAME),
    ],
)
def test_each_difference_has_both_sides(claim: str, sentence: str, kind: DifferenceKind) -> None:
    found = _compare(claim, sentence)
    (difference,) = [one for one in found.differences if one.kind is kind]
    assert difference.evidence in sentence
    assert difference.claim in claim


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Orders reached $8 billion.", "訂單達80億美元。"),
        ("商務部批准出口。", "The ministry approved exports."),
        ("华为营收增长12%。", "華為營收成長12%。"),
    ],
)
def test_what_says_the_same_differs_in_nothing(claim: str, sentence: str) -> None:
    found = _compare(claim, sentence)
    assert found.differences == ()
    assert not found.keeps_apart


def test_an_opposite_act_on_another_day_is_another_event() -> None:
    found = _compare("商務部4月9日禁止出口。", "The ministry allowed exports on July 15, 2025.")
    assert {DifferenceKind.POLARITY, DifferenceKind.DATE} <= found.kinds
    assert found.keeps_apart


def test_a_figure_of_somebody_else_keeps_apart() -> None:
    assert _compare("AMD營收增長12%。", "NVIDIA revenue grew 15%.").keeps_apart


def test_acts_are_read_in_the_clause_that_tells_of_the_matter() -> None:
    sentence = "China put gallium exports under licence in 2023, and it banned shipments to the US in 2024."
    found = _compare("China banned shipments of gallium to the US in 2024.", sentence)
    assert DifferenceKind.POLARITY not in found.kinds


def test_slots_meet_where_every_figure_and_name_has_its_own() -> None:
    assert _compare("NVIDIA revenue grew 12% in May.", "NVIDIA revenue grew 15% in May.").slots_meet
    assert not _compare("NVIDIA revenue grew 12% in May.", "昨天的天氣很好。").slots_meet
    assert not _compare("Revenue grew.", "Revenue grew.").slots_meet


@pytest.mark.parametrize(
    ("claim", "sentence", "stated"),
    [
        ("Analysts think 60,000 is closer.", "分析師認為21萬顆較合理。", False),
        ("分析师认为60000更接近。", "Analysts think 60,000 is closer.", True),
        ("11份申請獲准。", "Eleven applications were approved.", True),
        ("They approved one of them by 2027.", "它們獲准。", True),
    ],
)
def test_plain_numbers_can_be_missing(claim: str, sentence: str, stated: bool) -> None:
    assert _compare(claim, sentence).states_numbers is stated
