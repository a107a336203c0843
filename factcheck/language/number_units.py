"""The unit around a number: a currency before it, a measure, a counter or degrees behind it (folded text)."""

from __future__ import annotations

import re

from factcheck.language.numerals import Numeral
from factcheck.language.patterns import lazy_pattern
from factcheck.language.unit_tables import PREFIXES
from factcheck.language.units import match_unit, prefix_pattern


def currency_before(folded: str, start: int) -> re.Match[str] | None:
    """The sign or name of a currency before a number; letters behind a digit are none (5 usd 3)."""
    prefix = prefix_pattern().search(folded, max(0, start - 14), start)
    if prefix is None or not prefix.group(1)[0].isalpha():
        return prefix
    return None if folded[prefix.start() - 1 : prefix.start()].isdigit() else prefix


_YEN = lazy_pattern(r"日本|日圆|日元|日币|东京|大阪|日经|\b(?:japan|yen\b|tokyo|osaka|nikkei)")
_YUAN = lazy_pattern(r"中国|人民币|北京|上海|大陆|\b(?:china|chinese|yuan|rmb|renminbi|beijing|shanghai)")


def currency(folded: str, prefix: re.Match[str]) -> str:
    """The currency of a sign; ¥ is the yuan, or the yen where Japan is spoken of and China is not."""
    written = prefix.group(1)
    symbol = PREFIXES["".join(written.split()) if "$" in written else written]
    if written == "¥" and _YEN.search(folded) and not _YUAN.search(folded):
        return "JPY"
    return symbol


_OF = lazy_pattern(r"\s+of(?=\s)")
SHARE = lazy_pattern(r"\s(?:in|over|out of(?: every)?|in every)\s")


def behind_of(folded: str, numeral: Numeral) -> int | None:
    """The end of the numeral, or of the `of` behind hundreds, billions: without it they count nothing."""
    if numeral.low == numeral.high or folded[numeral.end - 1] != "s":
        return numeral.end
    link = _OF.match(folded, numeral.end)
    return None if link is None else link.end()


DEGREES_BEFORE = lazy_pattern(r"(?:摄氏|华氏)$")
_WARMTH_BEFORE = lazy_pattern(r"(摄氏|零下|[气水体高低室]温|温度)[^,，。;；\d]{0,6}$")


def unit_behind(folded: str, numeral: Numeral) -> tuple[str, str, int] | None:
    """The unit behind the numeral; 度 alone is one of temperature where the words before it speak of that."""
    end = numeral.end
    if SHARE.search(folded, numeral.start, end):
        return None
    if folded[end : end + 1] == "度" and folded[end + 1 : end + 2] not in tuple("电假"):
        if DEGREES_BEFORE.search(folded, max(0, numeral.start - 2), numeral.start):
            return "dimension", "°F" if folded[numeral.start - 2] == "华" else "°C", end + 1
        cold = folded.startswith("零下", numeral.start)
        if cold or _WARMTH_BEFORE.search(folded, max(0, numeral.start - 10), numeral.start):
            return "dimension", "°C", end + 1
    behind = behind_of(folded, numeral)
    unit = None if behind is None else match_unit(folded, behind)
    # 一角 is a corner; 角 is money behind 元.
    return (
        None if unit is not None and unit[1] == "jiao" and folded[numeral.start - 1] not in "元块" else unit
    )


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


def noun_after_counter(folded: str, unit: tuple[str, str, int]) -> tuple[str, str, int]:
    """300个高端芯片: the noun after a counter that says little, within six characters."""
    window = re.split(r"[,，。;；、和与的]", folded[unit[2] : unit[2] + 8], maxsplit=1)[0]
    for noun, name in _NOUN_AFTER.items():
        if noun in window:
            return unit[0], name, unit[2]
    return unit
