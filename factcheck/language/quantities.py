"""Quantities in a text: how much, in what, how exactly, and whether it rises or falls.

80億美元, $8B and 8 billion dollars come out alike: 8e9 USD. Names (H100, 3A090, RTX 4090), versions
(AI 2.0), dates and bare years are no quantities; those belong to entities and `factcheck.language.dates`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.language.dates import find_dates
from factcheck.language.directions import read_change, read_direction
from factcheck.language.folding import fold
from factcheck.language.invisible import Visible, visible
from factcheck.language.labels import clock_times, is_mark, is_name_part, is_place, scores
from factcheck.language.numerals import MAY_HOLD, Numeral, find_numerals
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantity import Quantity, QuantityKind
from factcheck.language.quantity_ranges import merge_cents, merge_ranges
from factcheck.language.quantity_words import fixed_quantities, ordinals, rate_steps, shares, state
from factcheck.language.unit_tables import PREFIXES
from factcheck.language.units import following_noun, match_unit, prefix_pattern

__all__ = ["Quantity", "QuantityKind", "find_quantities"]


def find_quantities(
    text: str, *, language: str | None = None, reference_date: date | None = None
) -> list[Quantity]:
    """Every quantity in `text`, in order, not overlapping.

    `language` is accepted for symmetry with the other readers and not needed: both languages are read at
    once. `reference_date` does not change what is found.
    """
    seen = visible(text)
    found = _quantities(seen.text)
    if seen.text is text:
        return found
    return [_placed(text, seen, quantity) for quantity in found]


def _placed(text: str, seen: Visible, quantity: Quantity) -> Quantity:
    start, end = seen.span(quantity.start, quantity.end)
    return replace(quantity, start=start, end=end, text=text[start:end])


def _quantities(text: str) -> list[Quantity]:
    folded = fold(text)
    if not MAY_HOLD.search(folded):
        return []
    taken = [(mention.start, mention.end) for mention in find_dates(text) if mention.kind != "span"]
    taken += clock_times(folded)
    found = [
        *fixed_quantities(text, folded),
        *rate_steps(text, folded),
        *shares(text, folded),
        *ordinals(text, folded),
    ]
    numerals = find_numerals(text, folded)
    scored = scores(folded, numerals)
    for numeral in numerals:
        if numeral.start in scored or _overlaps(taken, numeral.start, numeral.end):
            continue
        if is_name_part(text, folded, numeral) or is_place(folded, numeral):
            continue
        quantity = _measure(text, folded, numeral)
        if quantity is not None:
            found.append(quantity)
    found = merge_cents(text, folded, _longest(found))
    return [_with_direction(folded, quantity) for quantity in merge_ranges(text, folded, found)]


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _longest(found: list[Quantity]) -> list[Quantity]:
    """Of overlapping quantities the one that begins first, of those the longest."""
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


_HAN_NAME_NOUN = lazy_pattern(r"(?:元|麟|龙|腾|玑|鹏|芯|版|型号|代号|编号|号)$")


def _measure(text: str, folded: str, numeral: Numeral) -> Quantity | None:
    """The numeral with the unit around it and the precision that the words beside it state."""
    start, end = numeral.start, numeral.end
    prefix = _prefix(folded, start)
    unit = _unit(folded, numeral)
    if prefix is None and unit is None and _ends_a_name(folded, numeral):
        return None
    early = None if unit is not None else _EARLY_MORE.match(folded, end)
    if early is not None:
        unit = match_unit(folded, early.end())
    if unit is not None and (unit[1] == "piece" or (unit[1] == "thing" and early is None)):
        unit = _noun_after_counter(folded, unit)
    if _is_article(folded, numeral, unit) or (prefix is None and unit is None and is_mark(folded, numeral)):
        return None
    kind, symbol = QuantityKind.NUMBER, None
    if prefix is not None:
        start, kind, symbol = prefix.start(1), QuantityKind.MONEY, _currency(folded, prefix)
        if _MINUS_BEFORE.search(folded, max(0, start - 2), start):
            start, numeral = start - 1, _negative(numeral)
        if unit is not None and unit[0] == "money":
            end, symbol = unit[2], unit[1] if symbol in ("USD", "CNY") else symbol
    elif unit is not None:
        kind, symbol, end = QuantityKind(unit[0]), unit[1], unit[2]
    elif not _SHARE.search(folded, numeral.start, end):
        behind = _behind_of(folded, numeral)
        noun = None if behind is None else following_noun(folded, behind)
        if noun is not None:
            kind, symbol = QuantityKind.COUNT, noun
    degrees = _DEGREES_BEFORE.search(folded, max(0, start - 2), start)
    start = degrees.start() if degrees is not None and symbol in ("°C", "°F") else start
    stub = Quantity(start, end, "", kind, numeral.value, 0.0, 0.0, symbol)
    return state(text, folded, numeral, stub, early is not None)


def _prefix(folded: str, start: int) -> re.Match[str] | None:
    """The sign or name of a currency before a number; letters behind a digit are none (5 usd 3)."""
    prefix = prefix_pattern().search(folded, max(0, start - 14), start)
    if prefix is None or not prefix.group(1)[0].isalpha():
        return prefix
    return None if folded[prefix.start() - 1 : prefix.start()].isdigit() else prefix


_MINUS_BEFORE = lazy_pattern(r"(?:^|[\s(:：,，（])[-−]$")
_YEN = lazy_pattern(r"日本|日圆|日元|日币|东京|大阪|日经|\b(?:japan|yen\b|tokyo|osaka|nikkei)")
_YUAN = lazy_pattern(r"中国|人民币|北京|上海|大陆|\b(?:china|chinese|yuan|rmb|renminbi|beijing|shanghai)")


def _currency(folded: str, prefix: re.Match[str]) -> str:
    """The currency of a sign; ¥ is the yuan, or the yen where Japan is spoken of and China is not."""
    written = prefix.group(1)
    symbol = PREFIXES["".join(written.split()) if "$" in written else written]
    if written == "¥" and _YEN.search(folded) and not _YUAN.search(folded):
        return "JPY"
    return symbol


def _negative(numeral: Numeral) -> Numeral:
    return replace(numeral, value=-numeral.value, low=-numeral.high, high=-numeral.low)


_OF = lazy_pattern(r"\s+of(?=\s)")
_SHARE = lazy_pattern(r"\s(?:in|over|out of(?: every)?|in every)\s")


def _behind_of(folded: str, numeral: Numeral) -> int | None:
    """The end of the numeral, or of the `of` behind hundreds, billions: without it they count nothing."""
    if numeral.low == numeral.high or folded[numeral.end - 1] != "s":
        return numeral.end
    link = _OF.match(folded, numeral.end)
    return None if link is None else link.end()


_DEGREES_BEFORE = lazy_pattern(r"(?:摄氏|华氏)$")
_WARMTH_BEFORE = lazy_pattern(r"(摄氏|零下|[气水体高低室]温|温度)[^,，。;；\d]{0,6}$")


def _unit(folded: str, numeral: Numeral) -> tuple[str, str, int] | None:
    """The unit behind the numeral; 度 alone is one of temperature where the words before it speak of that."""
    end = numeral.end
    if _SHARE.search(folded, numeral.start, end):
        return None
    if folded[end : end + 1] == "度" and folded[end + 1 : end + 2] not in tuple("电假"):
        if _DEGREES_BEFORE.search(folded, max(0, numeral.start - 2), numeral.start):
            return "dimension", "°F" if folded[numeral.start - 2] == "华" else "°C", end + 1
        cold = folded.startswith("零下", numeral.start)
        if cold or _WARMTH_BEFORE.search(folded, max(0, numeral.start - 10), numeral.start):
            return "dimension", "°C", end + 1
    behind = _behind_of(folded, numeral)
    unit = None if behind is None else match_unit(folded, behind)
    # 一角 is a corner; 角 is money behind 元.
    return (
        None if unit is not None and unit[1] == "jiao" and folded[numeral.start - 1] not in "元块" else unit
    )


def _ends_a_name(folded: str, numeral: Numeral) -> bool:
    """麒麟9000, 2.0版: digits glued to a noun that series are numbered with."""
    start = numeral.start
    return (
        start > 0
        and folded[start].isdigit()
        and _HAN_NAME_NOUN.search(folded, max(0, start - 2), start) is not None
        and not numeral.scaled
    )


_EARLY_MORE = lazy_pattern(r"\s?(?:\+|多|余|(?<=[0十百千万])来(?=[个家颗台年人万]))\s?(?=[\u4e00-\u9fffa-z])")
_NOUN_AFTER = {
    "芯片": "chip",
    "晶片": "chip",
    "处理器": "chip",
    "城市": "city",
    "国家": "country",
    "企业": "company",
    "公司": "company",
    "晶圆": "wafer",
    "员工": "person",
    "用户": "person",
}


def _noun_after_counter(folded: str, unit: tuple[str, str, int]) -> tuple[str, str, int]:
    """300个高端芯片: the noun after a counter that says little, within six characters."""
    window = re.split(r"[,，。;；、和与的]", folded[unit[2] : unit[2] + 8], maxsplit=1)[0]
    for noun, name in _NOUN_AFTER.items():
        if noun in window:
            return unit[0], name, unit[2]
    return unit


def _is_article(folded: str, numeral: Numeral, unit: tuple[str, str, int] | None) -> bool:
    """一家公司, 一个, one: no count is stated."""
    written = folded[numeral.start : numeral.end]
    if written == "一":
        return unit is None or unit[0] == "count"
    return written == "one" and (unit is None or unit[0] == "count")


def _with_direction(folded: str, quantity: Quantity) -> Quantity:
    if quantity.direction is not None or quantity.kind in (QuantityKind.ORDINAL, QuantityKind.DURATION):
        return quantity
    way = None if quantity.value == 0 else read_direction(folded, quantity.start, quantity.end)
    if way is None:
        return quantity
    return replace(quantity, direction=way, change=read_change(folded, quantity.start, quantity.end))
