"""Quantities: one value for many wordings, precision, ranges, direction, names that are no numbers."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from factcheck.language.quantities import Quantity, QuantityKind, find_quantities


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


EIGHT_BILLION = [
    "80億美元",
    "80亿美元",
    "$8B",
    "8 billion dollars",
    "US$80億",
    "US$8bn",
    "$8,000,000,000",
    "虧損80億美元",
]


@pytest.mark.parametrize("text", EIGHT_BILLION)
def test_one_amount_in_many_wordings(text: str) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.value, quantity.unit) == (QuantityKind.MONEY, 8e9, "USD")
    assert quantity.low == quantity.high == 8e9
    assert not quantity.approximate


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("25亿", "number", 25e8, None),
        ("三成五", "percentage", 35, "%"),
        ("百分之十五", "percentage", 15, "%"),
        ("15 percent", "percentage", 15, "%"),
        ("兩個百分點", "percentage_point", 2, "pp"),
        ("3 percentage points", "percentage_point", 3, "pp"),
        ("六倍", "multiple", 6, "x"),
        ("six times", "multiple", 6, "x"),
        ("1.8 倍", "multiple", 1.8, "x"),
        ("sales doubled", "multiple", 2, "x"),
        ("翻倍", "multiple", 2, "x"),
        ("減半", "multiple", 0.5, "x"),
        ("砍半", "multiple", 0.5, "x"),
        ("halved", "multiple", 0.5, "x"),
        ("400 TFLOPS", "dimension", 400, "TFLOPS"),
        ("7nm", "dimension", 7, "nm"),
        ("4 nm", "dimension", 4, "nm"),
        ("4TB/s", "dimension", 4, "TB/s"),
        ("30 萬顆", "count", 3e5, "chip"),
        ("60,000 Nvidia H20 GPUs", "count", 6e4, "chip"),
        ("8000萬臺", "count", 8e7, "unit"),
        ("兩家公司", "count", 2, "company"),
        ("a dozen companies", "count", 12, "company"),
        ("three years", "duration", 3, "year"),
        ("兩年半", "duration", 2.5, "year"),
        ("30個月", "duration", 30, "month"),
        ("第三", "ordinal", 3, None),
        ("NT$30億", "money", 3e9, "TWD"),
        ("新臺幣300億元", "money", 3e10, "TWD"),
        ("HK$5 million", "money", 5e6, "HKD"),
        ("人民幣20億元", "money", 2e9, "CNY"),
        ("5000元", "money", 5000, "CNY"),
        ("€5bn", "money", 5e9, "EUR"),
        ("£3m", "money", 3e6, "GBP"),
        ("300億日圓", "money", 3e10, "JPY"),
        ("5萬韓元", "money", 5e4, "KRW"),
        ("3 dollars 50 cents", "money", 3.5, "USD"),
        ("一半", "number", 0.5, None),
        ("三分之一", "number", 1 / 3, None),
        ("one third", "number", 1 / 3, None),
    ],
)
def test_value_and_unit(text: str, kind: str, value: float, unit: str | None) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.unit) == (kind, unit)
    assert quantity.value == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("超80億美元", 8e9, math.inf),
        ("more than 100 cities", 100, math.inf),
        ("100+城市", 100, math.inf),
        ("10個以上", 10, math.inf),
        ("近300萬", 2.7e6, 3e6),
        ("逼近7nm", 6.3, 7),
        ("nearly 40%", 36, 40),
        ("不到10%", 0, 10),
        ("less than 10%", 0, 10),
        ("約100億美元", 9.5e9, 10.5e9),
        ("about 20%", 19, 21),
        ("100億左右", 9.5e9, 10.5e9),
        ("數十萬顆", 1e5, 9e5),
        ("数十万颗", 1e5, 9e5),
        ("十餘萬", 1e5, 2e5),
        ("市佔率近乎為零", 0, 0),
        ("almost zero", 0, 0),
    ],
)
def test_precision_as_stated(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.low == pytest.approx(low)
    assert quantity.high == pytest.approx(high)
    assert quantity.approximate


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("15%-30%", 15, 30, "%"),
        ("15% to 30%", 15, 30, "%"),
        ("15%至30%", 15, 30, "%"),
        ("20至30萬顆", 2e5, 3e5, "chip"),
        ("3-5 million people", 3e6, 5e6, "person"),
        ("between 3 and 5 million people", 3e6, 5e6, "person"),
        ("3萬到4萬美元", 3e4, 4e4, "USD"),
        ("$3M-5M", 3e6, 5e6, "USD"),
        ("US$3.5bn-4bn", 3.5e9, 4e9, "USD"),
        ("£3m-5m", 3e6, 5e6, "GBP"),
        ("£3m–5m", 3e6, 5e6, "GBP"),
        ("£3m – 5m", 3e6, 5e6, "GBP"),
        ("between £3m and 5m", 3e6, 5e6, "GBP"),
        ("a EUR 3m-5m budget", 3e6, 5e6, "EUR"),
        ("USD3M-5M", 3e6, 5e6, "USD"),
        ("It backs $5M-10M companies.", 5e6, 1e7, "USD"),
        ("$5-10 million companies", 5e6, 1e7, "USD"),
        ("$3M-5M芯片訂單", 3e6, 5e6, "USD"),
        ("a wall 3m-5m high", 3, 5, "m"),
        ("1,500K-2,000K users", 1.5e6, 2e6, "person"),
        ("營收約$3M-5M美元", 3e6, 5e6, "USD"),
        ("营收为3M-5M美元", 3e6, 5e6, "USD"),
    ],
)
def test_two_ends_are_one_range_without_a_value(text: str, low: float, high: float, unit: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.low, quantity.high, quantity.unit) == (None, low, high, unit)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("a new £12m and 25m swimming pool", ["GBP", "m"]),
        ("A $5bn and 240m tower", ["USD", "m"]),
        ("$4m to 6m wide roads", ["USD", "m"]),
        ("a £3m – 5m wide road", ["GBP", "m"]),
        ("between £3m and 5m of pavement", ["GBP", "m"]),
        ("斥資$1m到5m深的海底", ["USD", "m"]),
        ("斥资$1m-5m深的海底", ["USD", "m"]),
    ],
)
def test_a_length_beside_an_amount_stays_a_length(text: str, units: list[str]) -> None:
    assert [item.unit for item in find_quantities(text)] == units


def test_a_dash_between_blanks_is_no_minus_where_a_word_stands_before_it() -> None:
    assert [item.value for item in find_quantities("The profit - 5 million - grew by - 5%")] == [5e6, 5]
    assert [item.value for item in find_quantities("利潤 - 5% 到頂；利润 -5%")] == [5, -5]


def test_a_change_from_one_to_another_is_two_quantities() -> None:
    assert [item.value for item in find_quantities("從35%降至12%")] == [35, 12]
    assert [item.value for item in find_quantities("fell from 35% to 12%")] == [35, 12]


@pytest.mark.parametrize(
    "text",
    [
        "H100 和 GB200",
        "RTX 4090",
        "H3M-5M",
        "3A090",
        "MI308",
        "思元600",
        "麒麟9000",
        "芯2.0",
        "GPT-4",
        "5G",
        "N+1",
        "iPhone 15",
        "Kunlun 2.0",
        "AI 2.0",
        "H20 chips",
        "昇騰910B晶片",
        "3D NAND",
        "一樣",
        "另一種",
        "一些",
        "一方面",
        "統一",
        "十分",
        "一定",
        "萬一",
        "一家公司",
        "2025年",
        "in 2025",
        "2025年4月9日",
        "7月15日",
        "大多数国家",
        "三、趨勢觀察",
        "文中說過。[4]",
        "Jan. 29, 2026",
        "第三季度营收",
    ],
)
def test_names_words_and_dates_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("營收暴跌15%", "decrease"),
        ("营收增长15%", "increase"),
        ("40% less", "decrease"),
        ("fell by about 20%", "decrease"),
        ("sales rose 56%", "increase"),
        ("a 25% tariff", None),
        ("市佔率為15%", None),
        ("成本削減30%", "decrease"),
        ("more than 20%", None),
    ],
)
def test_direction(text: str, direction: str | None) -> None:
    assert only(text).direction == direction


def test_tolerance_is_half_of_the_last_digit_stated() -> None:
    tolerances = {text: only(text).tolerance for text in ("$8B", "8.0%", "1,250元", "300萬顆")}
    assert tolerances == pytest.approx({"$8B": 0.5e9, "8.0%": 0.05, "1,250元": 0.5, "300萬顆": 5000})


def test_mixed_text_keeps_order_and_offsets() -> None:
    text = "NVIDIA 在中國損失超80億美元（about 15% of sales），向臺積電追加30万颗H20，three years 內完成。"
    found = find_quantities(text)
    assert [item.text for item in found] == ["80億美元", "15%", "30万颗", "three years"]
    assert all(text[item.start : item.end] == item.text for item in found)


SENTENCES = [
    "公司表示未來三年將損失超過80億美元，佔營收的15%至30%。",
    "出貨量同比增長四成，達到近300萬臺。",
    "這款晶片的算力僅為H100的三分之一，頻寬為4TB/s。",
    "數十萬顆晶片滯留倉庫，價值約新臺幣300億元。",
    "市佔率從95%暴跌至近乎為零，減少了九十五個百分點。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_both_scripts_give_equal_values(sentence: str) -> None:
    other = OpenCC("t2s").convert(sentence)

    def facts(text: str) -> list[tuple[object, ...]]:
        return [(q.start, q.kind, q.value, q.low, q.high, q.unit, q.direction) for q in find_quantities(text)]

    assert facts(sentence) == facts(other)
    assert facts(sentence)


@given(
    st.text(max_size=60)
    | st.text(
        alphabet="0123456789.,%$€一二三十百千萬亿数多点分之半倍年月日至到约近超美元颗kmb -/+ to", max_size=40
    )
)
def test_any_text_gives_right_offsets(text: str) -> None:
    position = 0
    for item in find_quantities(text):
        assert text[item.start : item.end] == item.text
        assert position <= item.start < item.end
        assert item.low <= item.high
        position = item.end


@pytest.mark.parametrize(
    "piece",
    [
        *("1,", "1 000 ", "十", "一 ", "$", "9-", "one ", "百分之", "1/", "a b ", "12/", "May "),
        *(
            "hundreds of ",
            "0-",
            "第",
            "3-1 ",
            "one in five ",
            "二三",
            "(3)",
            "下午3时",
            "8\u200b",
            "two and ",
        ),
    ],
)
def test_long_repetitions_take_no_long_time(piece: str) -> None:
    begin = time.perf_counter()
    find_quantities(piece * 2000)
    assert time.perf_counter() - begin < 5
