"""A change is no level: by and to, 增長 and 增至, fractions of what was, and what follows from two values."""

from __future__ import annotations

import pytest

from factcheck.comparing.changes import as_factor, followed_change, sign_of_change
from factcheck.comparing.measures import asserted, figures_of
from factcheck.comparing.statement import read_statement
from factcheck.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Revenue rose 12% to $4 billion.", 1),
        ("Revenue was 12% higher than a year before.", 1),
        ("Sales grew by about 40%.", 1),
        ("It cut its research budget by 18%.", -1),
        ("Shipments were 15% below the target.", -1),
        ("Profit: YoY +55%.", 1),
        ("營收年增11.2%。", 1),
        ("营收同比增长约87%。", 1),
        ("市值較上季減少8.7%。", -1),
        ("经济增长率初步估计为7.46%。", 1),
        ("出貨量的降幅達30%。", -1),
        ("Vantor 的 revenue YoY +81%。", 1),
        ("Its share is 40% of the market.", None),
        ("The share grew to 40%.", None),
        ("市占率升至40%。", None),
        ("市占率由30%降到12%。", None),
        ("良率達55%。", None),
        ("Chips make up 48% of sales.", None),
    ],
)
def test_the_way_of_a_change(text: str, sign: int | None) -> None:
    statement = read_statement(text)
    figure = next(one for one in reversed(statement.quantities) if one.unit == "%")
    if "$" in text:
        figure = next(one for one in statement.quantities if one.unit == "%")
    assert sign_of_change(figure, statement) == sign


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("需求量成長一倍。", 2.0),
        ("需求量是去年的兩倍。", 2.0),
        ("Demand doubled.", 2.0),
        ("Orders rose 100%.", 2.0),
        ("It is 60% faster.", 1.6),
        ("它快60%。", 1.6),
        ("庫存減半。", 0.5),
        ("Costs fell by a third.", 2 / 3),
        ("罰款減為原來的五分之一。", 0.2),
        ("罚款降到原来的20%。", 0.2),
        ("The staff is a third of its former size.", 1 / 3),
    ],
)
def test_a_change_as_what_is_multiplied_by(text: str, factor: float) -> None:
    (figure,) = [one for one in asserted(read_statement(text)) if one.factor is not None]
    assert figure.factor is not None
    assert figure.factor.value == pytest.approx(factor)


@pytest.mark.parametrize(
    "text",
    [
        "Orders grew from $40 million to $240 million.",
        "訂單由4,000萬美元增至2.4億美元。",
        "订单从4000万美元增至2.4亿美元。",
        "Orders 由4,000萬美元增至$240 million。",
    ],
)
def test_both_ends_make_a_change(text: str) -> None:
    factors = {
        round(one.factor.value, 6)
        for one in figures_of(read_statement(text))
        if one.followed and one.factor is not None and one.factor.value is not None
    }
    assert 6.0 in factors


def test_what_is_worked_out_keeps_the_words_of_both_ends() -> None:
    text = "The price rose from $11,200 in May to $14,500 in August."
    (found,) = [one for one in figures_of(read_statement(text)) if one.followed and one.sign == 1]
    assert text[found.quantity.start : found.quantity.end] == found.quantity.text
    assert found.quantity.text == "$11,200 in May to $14,500"


def test_no_change_between_two_units_or_signs() -> None:
    euro, dollar = find_quantities("€5"), find_quantities("$5")
    assert followed_change(euro[0], dollar[0]) is None
    zero, one = find_quantities("$0"), find_quantities("$1")
    assert followed_change(one[0], zero[0]) is None


def test_a_plain_level_is_no_factor() -> None:
    statement = read_statement("營收為412.7億元。")
    assert as_factor(statement.quantities[0], statement, None) is None
