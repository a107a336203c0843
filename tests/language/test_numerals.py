"""Numbers in digits and words of both languages: values, spans, open readings, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.english_numerals import cardinals
from factcheck.language.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("共有三千八百九十六萬四千九百六十五人", "三千八百九十六萬四千九百六十五", 38_964_965),
        ("共有三千八百九十六万四千九百六十五人", "三千八百九十六万四千九百六十五", 38_964_965),
        ("5億1萬4千6百", "5億1萬4千6百", 500_014_600),
        ("四万万", "四万万", 4e8),
        ("两千四百五", "两千四百五", 2450),
        ("一百零十万", "一百零十万", 1_100_000),
        ("四百億點零五", "四百億點零五", 40_000_000_000.05),
        ("三分之一", "三分之一", 1 / 3),
        ("十一又四分之一", "十一又四分之一", 11.25),
        ("３００ 萬顆", "３００ 萬", 3e6),
        ("五十打", "五十打", 600),
        ("1,250 units", "1,250", 1250),
        ("3.5 million people", "3.5 million", 3.5e6),
        ("a loss of $8B", "8B", 8e9),
        ("one hundred and three quarters", "one hundred and three quarters", 100.75),
        ("nought point nought three", "nought point nought three", 0.03),
        ("twenty-one trillion", "twenty-one trillion", 21e12),
        ("one out of three", "one out of three", 1 / 3),
        ("minus 5", "minus 5", -5),
        ("負40", "負40", -40),
        ("a dozen", "a dozen", 12),
        ("half a million", "half a million", 5e5),
        ("2^5", "2^5", 32),
    ],
)
def test_value_and_span(text: str, written: str, value: float) -> None:
    found = find_numerals(text)
    assert [text[item.start : item.end] for item in found] == [written]
    assert found[0].value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("數十萬", 1e5, 9e5),
        ("数十万", 1e5, 9e5),
        ("十餘萬", 1e5, 2e5),
        ("二十几万", 2e5, 2.9e5),
        ("三百多", 300, 400),
    ],
)
def test_open_readings(text: str, low: float, high: float) -> None:
    (numeral,) = find_numerals(text)
    assert (numeral.low, numeral.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "H100 and A100",
        "3A090",
        "GPT-4",
        "一樣",
        "另一種",
        "一些",
        "統一",
        "十分重要",
        "萬一",
        "万一",
        "百度",
        "MI308",
        "the May 4th",
        "多数",
        "192.168.1.1",
        "“十四五”规划",
    ],
)
def test_words_and_names_hold_none(text: str) -> None:
    assert find_numerals(text) == []


@pytest.mark.parametrize("script", ["億", "亿"])
def test_a_number_beyond_all_use_is_none(script: str) -> None:
    reading = read_chinese("一" + 12 * "亿")
    assert reading is not None and reading.value == pytest.approx(1e96)
    assert read_chinese("一" + 13 * "亿") is None
    assert find_numerals("一" + 13 * script) == []


def test_step_is_the_last_digit_stated() -> None:
    steps = {text: find_numerals(text)[0].step for text in ("8.0", "8", "300萬", "3.5 million", "1.5亿")}
    assert steps == pytest.approx({"8.0": 0.1, "8": 1, "300萬": 1e4, "3.5 million": 1e5, "1.5亿": 1e7})


def test_a_number_in_words_has_the_step_of_its_last_word() -> None:
    steps = {
        "three point two five million": 1e4, "twenty-five": 1, "twenty": 10, "two hundred": 100, "three dozen": 12,
        "三打": 12, "二十五萬": 1e4, "三十萬": 1e5, "兩百": 100,
    }  # fmt: skip
    assert {text: find_numerals(text)[0].step for text in steps} == pytest.approx(steps)
    assert not find_numerals("三分之一")[0].scaled and find_numerals("三十")[0].scaled


@pytest.mark.parametrize("text", ["千分之三", "百分之三", "千分之五的人"])
def test_shares_of_a_hundred_and_a_thousand_are_left_to_their_unit(text: str) -> None:
    assert find_numerals(text) == []


@pytest.mark.parametrize("word", ["minus", "negative", "a", "an"])
def test_a_sign_or_an_article_begins_another_number(word: str) -> None:
    words = f"three {word} eight"
    (first, last), (begun, _) = cardinals(words)
    assert (words[first:last], begun) == ("three", 6)


@given(
    st.text(alphabet="0123456789.,一二三十百千萬亿数多点分之半 $-/^emkbn第", max_size=30)
    | st.text(max_size=40)
)
def test_any_text_is_read_without_error(text: str) -> None:
    position = 0
    for numeral in find_numerals(text):
        assert position <= numeral.start < numeral.end <= len(text)
        assert numeral.low <= numeral.high
        position = numeral.end


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_with_separators_read_back(number: int) -> None:
    (numeral,) = find_numerals(f"({number:,})")
    assert numeral.value == number
