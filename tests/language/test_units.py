"""Units beside a number: written forms of both languages and scripts to one canonical name."""

from __future__ import annotations

import pytest

from factcheck.language.folding import fold
from factcheck.language.units import following_noun, match_unit, prefix_pattern


@pytest.mark.parametrize(
    ("written", "kind", "unit"),
    [
        ("美元", "money", "USD"),
        ("新臺幣", "money", "TWD"),
        ("新台币", "money", "TWD"),
        ("人民幣", "money", "CNY"),
        ("元", "money", "CNY"),
        (" South Korean won", "money", "KRW"),
        ("日圓", "money", "JPY"),
        ("奈米", "dimension", "nm"),
        ("纳米", "dimension", "nm"),
        ("nm", "dimension", "nm"),
        (" TFLOPS", "dimension", "TFLOPS"),
        ("GB/s", "dimension", "GB/s"),
        ("GB", "dimension", "GB"),
        (" metric tons", "dimension", "t"),
        (" (kg)", "dimension", "kg"),
        ("%", "percentage", "%"),
        (" per cent", "percentage", "%"),
        ("個百分點", "percentage_point", "pp"),
        (" percentage points", "percentage_point", "pp"),
        ("倍", "multiple", "x"),
        ("顆", "count", "chip"),
        ("枚", "count", "chip"),
        (" GPUs", "count", "chip"),
        ("家公司", "count", "company"),
        ("臺", "count", "unit"),
        ("個月", "duration", "month"),
        (" years", "duration", "year"),
    ],
)
def test_written_form_to_unit(written: str, kind: str, unit: str) -> None:
    found = match_unit(fold(written), 0)
    assert found == (kind, unit, len(written))


@pytest.mark.parametrize("text", ["meters2", "wonderful", "tonight", "inside", "格外"])
def test_a_unit_ends_where_its_word_ends(text: str) -> None:
    assert match_unit(fold(text), 0) is None


def test_pounds_are_money_unless_words_of_weight_stand_by() -> None:
    assert match_unit("it cost 25 pounds", 10) == ("money", "GBP", 17)
    assert match_unit("she lost 25 pounds", 11) == ("dimension", "lb", 18)


def test_noun_behind_adjectives() -> None:
    text = "300,000 advanced ai chips"
    assert following_noun(text, 7) == "chip"
    assert following_noun("300,000 of the chips", 7) is None


@pytest.mark.parametrize(
    ("text", "form"), [("paid us$", "us$"), ("约hk$", "hk$"), ("won a $", "$"), ("人民币", "人民币")]
)
def test_currency_before_the_number(text: str, form: str) -> None:
    match = prefix_pattern().search(text)
    assert match is not None
    assert match.group(1) == form
