"""A number written in one of the ways of either language reads back as itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from factcheck.language.dates import find_dates
from factcheck.language.quantities import find_quantities

_HANT = OpenCC("s2t")
_DIGITS = "零一二三四五六七八九"
_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_chinese(number: int) -> str:
    """A whole number below 10^12 in characters: 30500 -> 三万零五百."""
    groups: list[str] = []
    for unit in ("", "万", "亿"):
        number, group = divmod(number, 10_000)
        groups.append(_group(group, number > 0) + unit if group else "")
    written = "".join(reversed(groups)).strip("零")
    return written or "零"


def _group(number: int, inner: bool) -> str:
    written, zero = "", inner and number < 1000
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            written += ("零" if zero else "") + _DIGITS[digit] + unit
            zero = False
        else:
            zero = bool(written) or zero
    return written


def in_english(number: int) -> str:
    """A whole number below 10^12 in words."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            head, rest = divmod(number, scale)
            return f"{in_english(head)} {word}" + (f" and {in_english(rest)}" if rest else "")
    if number < 20:
        return _ONES[number - 1]
    ten, one = divmod(number, 10)
    return _TENS[ten - 2] + (f"-{_ONES[one - 1]}" if one else "")


@given(st.integers(min_value=11, max_value=10**12 - 1))
def test_in_chinese_characters_of_both_scripts(number: int) -> None:
    written = in_chinese(number)
    for text in (f"營收{_HANT.convert(written)}美元", f"营收{written}美元"):
        (found,) = find_quantities(text)
        assert (found.value, found.unit, text[found.start : found.end]) == (number, "USD", text[2:])


@given(st.integers(min_value=2, max_value=10**12 - 1))
def test_in_english_words(number: int) -> None:
    (found,) = find_quantities(f"It cost {in_english(number)} dollars")
    assert (found.value, found.unit, found.low) == (number, "USD", number)


@given(st.integers(min_value=1, max_value=10**12))
def test_in_digits(number: int) -> None:
    for text in (f"{number}美元", f"{number:,}美元", f"${number:,}", f"{number} dollars", f"US${number}"):
        (found,) = find_quantities(text)
        assert (found.value, found.unit, found.text) == (number, "USD", text)


@given(
    st.decimals(min_value=0, max_value=9999, places=2),
    st.sampled_from(
        [("萬", 1e4), ("亿", 1e8), ("兆", 1e12), (" million", 1e6), (" billion", 1e9), ("bn", 1e9)]
    ),
)
def test_decimals_with_a_multiplier(number: object, scale: tuple[str, float]) -> None:
    text = f"${number}{scale[0]}"
    (found,) = find_quantities(text)
    assert found.value == pytest.approx(float(str(number)) * scale[1], rel=1e-14)
    assert found.text == text


@given(st.integers(min_value=-999, max_value=999), st.integers(min_value=0, max_value=99))
def test_percentages(whole: int, part: int) -> None:
    for unit in ("%", "％", " percent", "個百分點"):
        (found,) = find_quantities(f"({whole}.{part:02}{unit})")
        assert found.value == pytest.approx(float(f"{whole}.{part:02}"))


@pytest.mark.parametrize(
    "text", ["20261101美元", "$20261101", "US$20261101", "20261101 dollars", "20261101元", "20261101圆"]
)
def test_a_sum_of_eight_digits_is_no_date(text: str) -> None:
    (found,) = find_quantities(text)
    assert found.low == 20261101
    assert find_dates(text) == []
    for words in ("20261101發布", "released on 20261101", "20261101发布 by Oakline"):
        assert [one.text for one in find_dates(words)] == ["20261101"]
