"""What two wordings of one statement cannot differ in."""

from __future__ import annotations

import pytest

from factcheck.language.particulars import particulars


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("輝達將投資80億美元", "Nvidia will invest $8 billion"),
        ("需求非常強勁", "需求很強勁"),
        ("未來三年投資80億美元", "三年內投資80億美元"),
        ("無人機出貨不斷增加", "无人机出货增加"),
        ("台積電不僅擴產", "TSMC not only expands"),
        ("交易未獲批准", "交易没有获得批准"),
        ("The deal wasn't approved", "The deal was not approved"),
    ],
)
def test_wordings_of_one_statement_have_the_same(left: str, right: str) -> None:
    assert particulars(left) == particulars(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("輝達將投資80億美元", "輝達將投資81億美元"),
        ("輝達將投資80億美元", "輝達將投資80億元"),
        ("交易獲批准", "交易未獲批准"),
        ("晶片是他造的", "晶片不是他造的"),
        ("The deal was approved", "The deal was never approved"),
        ("無人駕駛車上路", "駕駛車上路"),
    ],
)
def test_a_figure_or_a_denial_sets_them_apart(left: str, right: str) -> None:
    assert particulars(left) != particulars(right)
