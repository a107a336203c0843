"""Quantities in a text: how much, in what, how exactly, and whether it rises or falls.

80億美元, $8B and 8 billion dollars come out alike: 8e9 USD. Names (H100, 3A090, RTX 4090), versions
(AI 2.0), dates and bare years are no quantities; those belong to entities and `factcheck.language.dates`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from factcheck.language.approximations import read_approximation, read_direction
from factcheck.language.dates import find_dates
from factcheck.language.folding import fold
from factcheck.language.numerals import MAY_HOLD, Numeral, find_numerals
from factcheck.language.units import PREFIXES, following_noun, match_unit, prefix_pattern


class QuantityKind(StrEnum):
    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    PERCENTAGE_POINT = "percentage_point"
    MULTIPLE = "multiple"
    DIMENSION = "dimension"
    COUNT = "count"
    DURATION = "duration"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `text[start:end]` (code points, half-open), in base scale (80億 -> 8e9, 15% -> 15.0).

    `low`..`high` is what the wording allows (超80億: 8e9..inf; 約: 5% either side; exact: both `value`).
    `value` is the number as written and None for a range of two ends (15%-30%). `unit`: ISO 4217, `%`,
    `pp`, `x`, a symbol (nm, TFLOPS), a counter (chip, company), or None. `tolerance`: half a unit of the
    last digit stated, in base scale ($8B -> 0.5e9). `direction`: increase, decrease or None.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    value: float | None
    low: float
    high: float
    unit: str | None = None
    approximate: bool = False
    tolerance: float = 0.0
    direction: str | None = None


def find_quantities(text: str, *, language: str | None = None, reference_date: date | None = None) -> list[Quantity]:
    """Every quantity in `text`, in order, not overlapping.

    `language` is accepted for symmetry with the other readers and not needed: both languages are read at
    once. `reference_date` does not change what is found.
    """
    folded = fold(text)
    if not MAY_HOLD.search(folded):
        return []
    taken = [(mention.start, mention.end) for mention in find_dates(text) if mention.kind != "span"]
    found = [*_fixed(text, folded), *_shares(text, folded), *_ordinals(text, folded)]
    for numeral in find_numerals(text, folded):
        if _overlaps(taken, numeral.start, numeral.end) or _is_name_part(text, folded, numeral):
            continue
        quantity = _measure(text, folded, numeral)
        if quantity is not None:
            found.append(quantity)
    return [_with_direction(folded, quantity) for quantity in _merge_ranges(text, folded, _longest(found))]


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _longest(found: list[Quantity]) -> list[Quantity]:
    """Of overlapping quantities the one that begins first, of those the longest."""
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


_NAME_BEFORE = re.compile(r"(?:\b[A-Z][A-Za-z]*[\s\-]?|[A-Za-z]\d*[\s\-]?|思元|麒麟|骁龙|天玑|昇腾|鯤鵬|鲲鹏|芯|麒麟芯|第)$")
_WORD_BEFORE = re.compile(
    r"\b(?:About|Around|Over|Under|Some|The|In|At|From|To|By|Of|For|With|And|Or|But|Only|Nearly|Almost|Up|Down|Its|Their|An?"
    r"|This|These|Those|More|Less|Than|Between|Least|Most|All|Just|Another|Last|Next|Past|First|Every|US|NT|HK|RMB|USD|CNY|TWD|HKD"
    r"|EUR|GBP|JPY|KRW|[Nn]o|[Ii]s|[Ww]as|AI|Roughly|Approximately|I|We|He|She|They|It|Exactly|Total|No)[\s\-]?$"
)


def _is_name_part(text: str, folded: str, numeral: Numeral) -> bool:
    """RTX 4090, iPhone 15, AI 2.0: digits after a capitalised name, with no unit of their own."""
    if not text[numeral.start].isdecimal() or numeral.scaled:
        return False
    before = text[max(0, numeral.start - 24):numeral.start]
    if not _NAME_BEFORE.search(before) or before[-1:] == " " and before.rstrip()[-1:].islower() and not _capitalised(before):
        return False
    unit = match_unit(folded, numeral.end)
    if unit is not None and unit[0] in ("money", "percentage", "percentage_point", "dimension", "duration", "count", "multiple"):
        return False
    if re.match(r"\d+\.0$", folded[numeral.start:numeral.end]):
        return True
    if "." in folded[numeral.start:numeral.end] and before.rstrip()[-1:].islower():
        return False
    return not _WORD_BEFORE.search(before) and following_noun(folded, numeral.end) is None


def _capitalised(before: str) -> bool:
    words = before.split()
    return bool(words) and any(char.isupper() for char in words[-1])


_HAN_NAME_NOUN = re.compile(r"(?:元|麟|龙|腾|玑|鹏|芯|版|型号|代号|编号|号)$")


def _measure(text: str, folded: str, numeral: Numeral) -> Quantity | None:
    """The numeral with the unit around it and the precision that the words beside it state."""
    start, end = numeral.start, numeral.end
    prefix = prefix_pattern().search(folded, max(0, start - 14), start)
    unit = match_unit(folded, end)
    if prefix is None and unit is None and start and folded[start].isdigit() \
            and _HAN_NAME_NOUN.search(folded, max(0, start - 2), start) and not numeral.scaled:
        return None
    early = None if unit is not None else _EARLY_MORE.match(folded, end)
    if early is not None:
        unit = match_unit(folded, early.end())
    if early is None and unit is not None and unit[1] == "thing" or (unit is not None and unit[1] == "piece"):
        unit = _noun_after_counter(folded, unit)
    if _is_article(folded, numeral, unit):
        return None
    kind, symbol = QuantityKind.NUMBER, None
    if prefix is not None:
        start, kind = prefix.start(1), QuantityKind.MONEY
        symbol = PREFIXES["".join(prefix.group(1).split()) if "$" in prefix.group(1) else prefix.group(1)]
        again = None if unit is None or unit[0] != "money" else unit
        if again is not None:
            end, symbol = again[2], again[1] if symbol in ("USD", "CNY") else symbol
    elif unit is not None:
        kind, symbol, end = QuantityKind(unit[0]), unit[1], unit[2]
    else:
        noun = following_noun(folded, end)
        if noun is not None:
            kind, symbol = QuantityKind.COUNT, noun
    return _state(text, folded, numeral, Quantity(start, end, "", kind, numeral.value, 0.0, 0.0, symbol), early is not None)


_EARLY_MORE = re.compile(r"\s?(?:\+|多|余|来)\s?(?=[\u4e00-\u9fffa-z])")
_NOUN_AFTER = {"芯片": "chip", "晶片": "chip", "处理器": "chip", "城市": "city", "国家": "country", "企业": "company", "公司": "company",
               "晶圆": "wafer", "员工": "person", "用户": "person"}


def _noun_after_counter(folded: str, unit: tuple[str, str, int]) -> tuple[str, str, int]:
    """300个高端芯片: the noun after a counter that says little, within six characters."""
    window = re.split(r"[,，。;；、和与的]", folded[unit[2]:unit[2] + 8], maxsplit=1)[0]
    for noun, name in _NOUN_AFTER.items():
        if noun in window:
            return unit[0], name, unit[2]
    return unit


def _is_article(folded: str, numeral: Numeral, unit: tuple[str, str, int] | None) -> bool:
    """一家公司, 一个, one: no count is stated."""
    written = folded[numeral.start:numeral.end]
    if written == "一":
        return unit is None or unit[0] == "count"
    return written == "one" and (unit is None or unit[0] == "count")


def _state(text: str, folded: str, numeral: Numeral, stub: Quantity, more: bool) -> Quantity:
    value, low, high, end = numeral.value, numeral.low, numeral.high, stub.end
    approximate = low != high
    tenths = _TENTH.match(folded, end) if stub.kind in (QuantityKind.DURATION, QuantityKind.MULTIPLE) else None
    if tenths is not None:
        value, end = value + 0.5, tenths.end()
        low, high = low + 0.5, high + 0.5
    near = read_approximation(folded, stub.start, end)
    if near is not None or more:
        factors = (1.0, math.inf) if near is None or more else (near.low, near.high)
        low, high = _stretch(low, factors[0]), _stretch(high, factors[1])
        low, high, approximate = min(low, high), max(low, high), True
        end = near.end if near is not None and folded[near.end - 1:near.end] == "+" else end
    return replace(stub, end=end, text=text[stub.start:end], value=value, low=low, high=high,
                   approximate=approximate, tolerance=numeral.step / 2)


_TENTH = re.compile(r"半(?!年|天|个|月|导)")


def _stretch(value: float, factor: float) -> float:
    return value if math.isinf(factor) and value == 0 else value * factor


_HAN_NUM = r"(?:\d+(?:,\d{3})*(?:\.\d+)?|[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖几数](?:\s?[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖几点])*)"
_PER_HUNDRED = re.compile(rf"(负)?(百|千)\s?分\s?之\s?(负?{_HAN_NUM}(?:\s?[kmbt](?![a-z])|万|亿)?)")
_TENTHS = re.compile(rf"({_HAN_NUM}|半)\s?(成|折)(?!为|立|功|长|本|员|果|绩|就|分|交|都|年|人|品|熟|效|扣|叠|磨|射)([一二三四五六七八九半])?")
_HALF_PRICE = re.compile(r"打对折")


def _shares(text: str, folded: str) -> list[Quantity]:
    """百分之十五, 三成五, 打九折 (read as the share that is left: 90%)."""
    if "分" not in folded and "成" not in folded and "折" not in folded:
        return []
    found = []
    for match in _PER_HUNDRED.finditer(folded):
        numerals = find_numerals(text[match.start(3):match.end(3)].replace("负", "-") or "")
        if numerals:
            scale = (1.0 if match.group(2) == "百" else 0.1) * (-1 if match.group(1) else 1)
            found.append(_share(text, folded, match.span(), numerals[0].value * scale, numerals[0].step * abs(scale)))
    for match in _TENTHS.finditer(folded):
        value = _tenths(match)
        if value is not None and folded[max(0, match.start() - 1):match.start()] not in tuple("第现组变造促形完"):
            found.append(_share(text, folded, match.span(), value, 1.0 if match.group(3) else 10.0))
    found += [_share(text, folded, (match.start() + 1, match.end()), 50.0, 0.0) for match in _HALF_PRICE.finditer(folded)]
    return found


def _tenths(match: re.Match[str]) -> float | None:
    from factcheck.language.chinese_numerals import read_chinese

    written = "".join(match.group(1).split())
    said = read_chinese(written)
    if said is None or said.value > 100:
        return None
    if match.group(2) == "折":
        pair = len(written) == 2 and said.value > 10
        return said.value if pair or said.value > 10 else said.value * 10
    last = match.group(3)
    rest = 0.0 if not last else 5.0 if last == "半" else "一二三四五六七八九".index(last) + 1.0
    return said.value * 10 + rest


def _share(text: str, folded: str, span: tuple[int, int], value: float, step: float) -> Quantity:
    numeral = Numeral(span[0], span[1], value, value, value, step, True)
    return _state(text, folded, numeral, Quantity(*span, "", QuantityKind.PERCENTAGE, value, 0.0, 0.0, "%"), False)


_FIXED = re.compile(
    r"(?P<double>翻倍|翻一番|翻了?一?倍|加倍|倍增|\bdoubl(?:e|es|ed|ing)\b|\btwice\b|\btwofold\b)"
    r"|(?P<triple>\btripl(?:e|es|ed|ing)\b|\bthreefold\b)|(?P<four>翻两番|\bquadrupl(?:e|es|ed|ing)\b)"
    r"|(?P<half>减半|砍半|腰斩|折半|减少一半|\bhalv(?:e|es|ed|ing)\b|\bcut in half\b|\bby half\b)"
    r"|(?P<part>一半|半数)|(?P<zero>归零|(?<=[为近至成乎])零(?![\u4e00-\u9fff])|\bzero\b(?![\s\-]*[a-z]))"
)
_FIXED_VALUES = {"double": 2.0, "triple": 3.0, "four": 4.0, "half": 0.5, "part": 0.5, "zero": 0.0}


def _fixed(text: str, folded: str) -> list[Quantity]:
    """Words that are a whole quantity: doubled, 减半, 一半, 近乎为零."""
    found = []
    for match in _FIXED.finditer(folded):
        group = match.lastgroup or "part"
        value = _FIXED_VALUES[group]
        kind = QuantityKind.NUMBER if group in ("part", "zero") else QuantityKind.MULTIPLE
        numeral = Numeral(match.start(), match.end(), value, value, value, 0.0, True)
        stub = Quantity(match.start(), match.end(), "", kind, value, 0.0, 0.0, None if kind == "number" else "x")
        direction = {"half": "decrease", "double": "increase", "triple": "increase", "four": "increase"}.get(group)
        found.append(replace(_state(text, folded, numeral, stub, False), direction=direction))
    return found


_ORDINAL = re.compile(r"第([零一二三四五六七八九十百千两\d]+)(?!\s?[季财])|\b(\d+)(?:st|nd|rd|th)\b")


def _ordinals(text: str, folded: str) -> list[Quantity]:
    found = []
    for match in _ORDINAL.finditer(folded):
        from factcheck.language.chinese_numerals import read_chinese

        said = read_chinese(match.group(1) or match.group(2))
        if said is not None:
            found.append(Quantity(*match.span(), text[match.start():match.end()], QuantityKind.ORDINAL,
                                  said.value, said.value, said.value))
    return found


_JOIN = re.compile(r"\s*(?:-|–|—|~|～|至|到|to|and|or|或|和)\s*")


def _merge_ranges(text: str, folded: str, found: list[Quantity]) -> list[Quantity]:
    """15%-30%, 3 to 5 million, 20至30万颗: two ends become one quantity; the first borrows unit and scale."""
    merged: list[Quantity] = []
    for quantity in found:
        whole = _range(text, folded, merged[-1], quantity) if merged else None
        if whole is None:
            merged.append(quantity)
        else:
            merged[-1] = whole
    return merged


def _range(text: str, folded: str, first: Quantity, last: Quantity) -> Quantity | None:
    gap = folded[first.end:last.start]
    if len(gap) > 8 or not _JOIN.fullmatch(gap) or first.value is None or last.value is None:
        return None
    word = gap.strip()
    if word in ("and", "或", "和", "or", "") and not (word == "and" and "between" in folded[max(0, first.start - 12):first.start]):
        return None
    bare = first.kind is QuantityKind.NUMBER and first.unit is None
    if not bare and (first.kind, first.unit) != (last.kind, last.unit):
        return None
    if word in ("to", "到", "至") and _MOVED.search(folded, max(0, first.start - 24), first.start) and not bare:
        return None
    low = first.value
    if bare or (first.value < last.value and "\u4ebf" not in folded[first.start:first.end]):
        scale = _borrowed_scale(folded[last.start:last.end])
        low = low * scale if low * scale <= last.value and low < 10_000 and not _borrowed_scale(folded[first.start:first.end]) > 1 else low
    if low > last.value or last.kind is QuantityKind.ORDINAL:
        return None
    high = last.high if math.isinf(last.high) else last.value
    return replace(last, start=first.start, text=text[first.start:last.end], value=None, low=low, high=high,
                   approximate=first.approximate or last.approximate, direction=first.direction or last.direction)


_MOVED = re.compile(r"\bfrom\s*$|从\s*$|由\s*$")
_SCALES = (("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("thousand", 1e3), ("万亿", 1e12), ("亿", 1e8), ("千万", 1e7),
           ("百万", 1e6), ("万", 1e4), ("千", 1e3), ("bn", 1e9), ("mn", 1e6))


def _borrowed_scale(written: str) -> float:
    return next((scale for word, scale in _SCALES if word in written), 1.0)


def _with_direction(folded: str, quantity: Quantity) -> Quantity:
    if quantity.direction is not None or quantity.kind in (QuantityKind.ORDINAL, QuantityKind.DURATION):
        return quantity
    way = read_direction(folded, quantity.start, quantity.end)
    return quantity if way is None else replace(quantity, direction=way)
