"""Values in a form that readers of every language know."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.comparing.written import date_written, number_written, quantity_written
from factcheck.language.dates import find_dates
from factcheck.language.quantities import find_quantities

_DAY = date(2025, 11, 3)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("80億美元", "8,000,000,000 USD"),
        ("80亿美元", "8,000,000,000 USD"),
        ("$8 billion", "8,000,000,000 USD"),
        ("新台幣412.7億元", "41,270,000,000 TWD"),
        ("三成五", "35%"),
        ("15%-30%", "15 .. 30%"),
        ("六倍", "6×"),
        ("more than 500 chips", "≥ 500 chip"),
        ("約100億美元", "≈ 10,000,000,000 USD"),
        ("7nm", "7 nm"),
    ],
)
def test_quantities(text: str, written: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity_written(quantity) == written


@pytest.mark.parametrize(("sign", "written"), [(-1, "-6%"), (1, "+6%"), (0, "6%")])
def test_the_way_of_a_change_is_a_sign(sign: int, written: str) -> None:
    (quantity,) = find_quantities("6%")
    assert quantity_written(quantity, sign) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("去年10月", "2024-10"),
        ("October 2024", "2024-10"),
        ("2025年第三季", "2025-07..2025-09"),
        ("the third quarter of 2025", "2025-07..2025-09"),
        ("2025年4月9日", "2025-04-09"),
        ("2024年", "2024"),
        ("from 2026 to 2028", "2026..2028"),
    ],
)
def test_dates(text: str, written: str) -> None:
    (mention,) = find_dates(text, reference_date=_DAY)
    assert date_written(mention) == written


@pytest.mark.parametrize(("text", "written"), [("7月15日", "07-15"), ("10月", ""), ("第三季", "")])
def test_a_date_whose_year_is_unknown_says_no_more_than_it_knows(text: str, written: str) -> None:
    (mention,) = find_dates(text)
    assert date_written(mention) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.0, "0"), (6.3, "6.3"), (1234567.0, "1,234,567"), (1e20, "1e+20"), (-2.5, "-2.5")],
)
def test_numbers(number: float, written: str) -> None:
    assert number_written(number) == written
