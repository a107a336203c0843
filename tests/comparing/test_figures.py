"""Quantities held against each other: one unit, the precision as stated, the nearest partner."""

from __future__ import annotations

import pytest

from factcheck.comparing.figures import pair_figures
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder

VECTORS = StaticEncoder.builtin()


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Orders reached $8 billion.", "訂單達80億美元。"),
        ("訂單達80億美元。", "订单达到80亿美元。"),
        ("Orders topped 2 million chips.", "訂單超過200萬顆晶片。"),
        ("订单约100亿元。", "訂單為98億元。"),
        ("Its share is 33%.", "Its share is about a third, or 33.3%."),
        ("性能是上一代的六倍。", "The part is six times as fast as its predecessor."),
        ("良率介於15%至30%之間。", "良率為22%。"),
        ("需求量將是去年的兩倍。", "需求量將比去年成長一倍。"),
        ("Demand will be twice that of last year.", "需求量将比去年增长一倍。"),
        ("It is 60% faster than the V70C.", "它的吞吐量是V70C的1.6倍。"),
        ("It holds orders for 96,000 cards.", "在手订单9.6万颗。"),
        ("31 of 42 models ran.", "在42個模型中，有31個能執行。"),
        ("The chip delivers 400 TFLOPS.", "晶片算力達400 TFLOPS。"),
    ],
)
def test_one_value_told_twice_agrees(claim: str, sentence: str) -> None:
    pairs = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    assert pairs
    assert all(pair.agrees for pair in pairs)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Orders reached $8 billion.", "訂單達50億美元。"),
        ("市占率降至12%。", "市场份额降至35%。"),
        ("Output rose 40%.", "產量增長25%。"),
        ("出货量突破100万颗。", "Shipments came to 300,000 chips."),
    ],
)
def test_different_values_of_one_unit_differ(claim: str, sentence: str) -> None:
    pairs = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    assert any(pair.evidence is not None and not pair.agrees for pair in pairs)


def test_another_currency_is_no_partner() -> None:
    (pair,) = pair_figures(read_statement("投資80億元。"), read_statement("投資80億美元。"), VECTORS)
    assert pair.evidence is None


def test_the_partner_is_the_figure_of_the_same_thing() -> None:
    (pair,) = pair_figures(
        read_statement("Memory revenue fell 12%."),
        read_statement("Logic revenue rose 30%, memory revenue fell 15%, tool revenue fell 4%."),
        VECTORS,
    )
    assert pair.evidence is not None
    assert pair.evidence.text.startswith("15")


def test_opposite_directions_are_seen() -> None:
    (pair,) = pair_figures(read_statement("Revenue rose 12%."), read_statement("營收下降12%。"), VECTORS)
    assert pair.opposed


def test_names_and_plain_numbers_are_not_compared() -> None:
    assert (
        pair_figures(
            read_statement("The H20 replaced the A800."), read_statement("The H100 came first."), VECTORS
        )
        == ()
    )


@pytest.mark.parametrize(
    ("claim", "sentence", "agrees", "left_open"),
    [
        (
            "Chip research spending will exceed 500 billion yuan.",
            "芯片研发投入将突破2000亿元。",
            False,
            False,
        ),
        ("Chip research spending will exceed 200 billion yuan.", "晶片研發投入將突破2000億元。", True, False),
        ("投入超過80億美元。", "Spending came to $8.1 billion.", True, False),
        ("投入为300亿美元。", "投入超过80亿美元。", True, True),
        ("投入為100億美元。", "投入超过80亿美元。", True, True),
        ("投入為85億美元。", "投入超过80亿美元。", True, False),
        ("Spending came to $50 million.", "投入低于8000万美元。", True, True),
    ],
)
def test_an_open_figure_bears_out_values_near_its_bound_and_leaves_others_open(
    claim: str, sentence: str, agrees: bool, left_open: bool
) -> None:
    (pair,) = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    assert pair.evidence is not None
    assert (pair.agrees, pair.left_open) == (agrees, left_open)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("毛利率為58.3%。", "Global chip sales reached $627.6 billion, 19.1% more than before."),
        ("Its gross margin was 58.3%.", "营收为64.2亿美元，同比增长31%。"),
        ("Veltron 的毛利率为58.3%。", "Revenue rose 31%."),
    ],
)
def test_percentages_of_other_measures_are_no_partners(claim: str, sentence: str) -> None:
    (pair,) = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    assert pair.evidence is None


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("支出约为1630亿美元。", "支出約為1,480億美元。"),
        ("It earned just under 40% of its revenue there.", "它在当地的营收占41%。"),
        ("Demand will be three times that of last year.", "需求量將比去年成長一倍。"),
    ],
)
def test_values_near_each_other_are_not_one(claim: str, sentence: str) -> None:
    (pair,) = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    assert pair.evidence is not None
    assert not pair.agrees


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("AMD holds 41% of the market.", "NVIDIA holds 41% of the market, AMD 17%."),
        ("華為的市占率為41%。", "英伟达的市占率为41%，华为为17%。"),
        ("AMD在中國的市占率為41%。", "輝達的市占率為41%，AMD為17%。"),
    ],
)
def test_a_figure_belongs_to_the_actor_of_its_clause(claim: str, sentence: str) -> None:
    (pair,) = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    assert pair.evidence is None or pair.evidence.value == 17
    assert not pair.agrees


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("SIA forecasts $8B loss", "半導體產業協會(SIA)預測:若禁售,英偉達將損失80億美元。"),
        (
            "美國半導體協會預估將損失80億美元。",
            "SIA forecasts that, without exports, NVIDIA would lose $8 billion.",
        ),
    ],
)
def test_who_only_says_it_is_no_actor_of_the_figure(claim: str, sentence: str) -> None:
    (pair,) = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    assert pair.agrees


@pytest.mark.parametrize(
    ("claim", "sentence", "differs"),
    [
        ("Veltron's revenue rose 87% in 2025.", "Veltron came second with 17%, up from 8%.", False),
        ("維創2025年營收成長87%。", "維創市占率為17%，高於前一年的8%。", False),
        ("维创 revenue 增长87%。", "维创以17%位居第二，由8%上升。", False),
        ("Veltron's market share rose 40% in 2025.", "Veltron's share was 17%, up from 8%.", True),
    ],
)
def test_the_growth_of_a_share_contradicts_no_other_growth(claim: str, sentence: str, differs: bool) -> None:
    pairs = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    assert any(pair.differs for pair in pairs) is differs


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "The terminal cost 640 million euros and employs 420 people.",
            "The terminal cost 640 million euros and can handle 1.8 million containers a year.",
        ),
        ("碼頭耗資6.4億歐元並聘用420人。", "碼頭耗資6.4億歐元並可處理180萬個貨櫃。"),
        ("码头耗资6.4亿欧元并聘用420人。", "碼頭耗資6.4億歐元並可處理180萬個貨櫃。"),
    ],
)
def test_a_clause_that_shares_another_figure_makes_counts_of_two_things_no_partners(
    claim: str, sentence: str
) -> None:
    found = pair_figures(read_statement(claim), read_statement(sentence), VECTORS)
    pairs = {pair.claim.text: pair for pair in found}
    (people,) = [pair for words, pair in pairs.items() if "420" in words]
    assert people.evidence is None
    assert sum(pair.agrees for pair in pairs.values()) == 1
