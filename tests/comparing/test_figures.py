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
