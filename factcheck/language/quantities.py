"""Quantities in a text: how much, in what, how exactly, and whether it rises or falls.

80億美元, $8B and 8 billion dollars come out alike: 8e9 USD. Names (H100, 3A090, RTX 4090), versions
(AI 2.0), dates and bare years are no quantities; those belong to entities and `factcheck.language.dates`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.language.approximations import read_direction
from factcheck.language.dates import find_dates
from factcheck.language.folding import fold
from factcheck.language.numerals import MAY_HOLD, Numeral, find_numerals
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantity import Quantity, QuantityKind
from factcheck.language.quantity_ranges import merge_cents, merge_ranges
from factcheck.language.quantity_words import fixed_quantities, ordinals, shares, state
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
    folded = fold(text)
    if not MAY_HOLD.search(folded):
        return []
    taken = [(mention.start, mention.end) for mention in find_dates(text) if mention.kind != "span"]
    found = [*fixed_quantities(text, folded), *shares(text, folded), *ordinals(text, folded)]
    for numeral in find_numerals(text, folded):
        if _overlaps(taken, numeral.start, numeral.end) or _is_name_part(text, folded, numeral):
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


_NAME_BEFORE = lazy_pattern(
    r"(?:\b[A-Z][A-Za-z]*[\s\-]?|[A-Za-z]\d*[\s\-]?|思元|麒麟|骁龙|天玑|昇腾|鯤鵬"
    r"|鲲鹏|芯|麒麟芯|第)$"
)
_WORD_BEFORE = lazy_pattern(
    r"\b(?:About|Around|Over|Under|Some|The|In|At|From|To|By|Of|For|With|And|Or|But|Only|Nearly"
    r"|Almost|Up|Down|Its|Their|An?"
    r"|This|These|Those|More|Less|Than|Between|Least|Most|All|Just|Another|Last|Next|Past|First|Every"
    r"|US|NT|HK|RMB|USD|CNY|TWD|HKD"
    r"|EUR|GBP|JPY|KRW|[Nn]o|[Ii]s|[Ww]as|AI|Roughly|Approximately|I|We|He|She|They|It|Exactly|Total"
    r"|No)[\s\-]?$"
)


_MODEL_NUMBER = lazy_pattern(r"(?<![.!?] )\b[A-Z][a-z]+(?<!ed)(?<!ing)(?<!ly) $")
"""A capitalised word before a small number that something countable follows: Yuefeng 3 chips."""


def _is_name_part(text: str, folded: str, numeral: Numeral) -> bool:
    """RTX 4090, iPhone 15, AI 2.0: digits after a capitalised name, with no unit of their own."""
    if not text[numeral.start].isdecimal() or numeral.scaled:
        return False
    before = text[max(0, numeral.start - 24) : numeral.start]
    if not _NAME_BEFORE.search(before) or (
        before[-1:] == " " and before.rstrip()[-1:].islower() and not _capitalised(before)
    ):
        return False
    unit = match_unit(folded, numeral.end)
    if unit is not None and unit[0] == "count" and _MODEL_NUMBER.search(before):
        return numeral.end - numeral.start <= 2 and not _WORD_BEFORE.search(before)
    if unit is not None and unit[0] in (
        "money",
        "percentage",
        "percentage_point",
        "dimension",
        "duration",
        "count",
        "multiple",
    ):
        return False
    if re.match(r"\d+\.0$", folded[numeral.start : numeral.end]):
        return True
    if "." in folded[numeral.start : numeral.end] and before.rstrip()[-1:].islower():
        return False
    return not _WORD_BEFORE.search(before) and following_noun(folded, numeral.end) is None


def _capitalised(before: str) -> bool:
    words = before.split()
    return bool(words) and any(char.isupper() for char in words[-1])


_HAN_NAME_NOUN = lazy_pattern(r"(?:元|麟|龙|腾|玑|鹏|芯|版|型号|代号|编号|号)$")


def _measure(text: str, folded: str, numeral: Numeral) -> Quantity | None:
    """The numeral with the unit around it and the precision that the words beside it state."""
    start, end = numeral.start, numeral.end
    prefix = prefix_pattern().search(folded, max(0, start - 14), start)
    if (
        prefix is not None
        and prefix.group(1)[0].isalpha()
        and folded[prefix.start() - 1 : prefix.start()].isdigit()
    ):
        prefix = None
    unit = match_unit(folded, end)
    if (
        prefix is None
        and unit is None
        and start
        and folded[start].isdigit()
        and _HAN_NAME_NOUN.search(folded, max(0, start - 2), start)
        and not numeral.scaled
    ):
        return None
    early = None if unit is not None else _EARLY_MORE.match(folded, end)
    if early is not None:
        unit = match_unit(folded, early.end())
    if (early is None and unit is not None and unit[1] == "thing") or (
        unit is not None and unit[1] == "piece"
    ):
        unit = _noun_after_counter(folded, unit)
    if _is_article(folded, numeral, unit) or (prefix is None and unit is None and _is_mark(folded, numeral)):
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
    return state(
        text,
        folded,
        numeral,
        Quantity(start, end, "", kind, numeral.value, 0.0, 0.0, symbol),
        early is not None,
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


_LIST_MARK = lazy_pattern(r"[、]|\.\s|\)\s")


def _is_mark(folded: str, numeral: Numeral) -> bool:
    """True for what is no amount: [2], 二、 or 1. before a line, a footnote 3, 3D, 2.0, a lone 二."""
    start, end = numeral.start, numeral.end
    written, before, after = folded[start:end], folded[start - 1 : start], folded[end : end + 1]
    if (before, after) in (("[", "]"), ("〔", "〕"), ("【", "】")):
        return True
    if (
        before
        and before in "。！？!?”」』"
        and (not after or after.isspace())
        and written.isdigit()
        and end - start < 4
    ):
        return True
    at_line_start = not folded[folded.rfind("\n", 0, start) + 1 : start].strip(" #*(（")
    if at_line_start and _LIST_MARK.match(folded, end):
        return True
    if written[0].isdigit():
        glued = after.isascii() and after.isalpha() and not numeral.scaled
        return glued or (written.endswith(".0") and before.strip() != "" and before.isalpha())
    return len(written) == 1 and not written.isascii() and (before.isalpha() or after.isalpha())


def _is_article(folded: str, numeral: Numeral, unit: tuple[str, str, int] | None) -> bool:
    """一家公司, 一个, one: no count is stated."""
    written = folded[numeral.start : numeral.end]
    if written == "一":
        return unit is None or unit[0] == "count"
    return written == "one" and (unit is None or unit[0] == "count")


def _with_direction(folded: str, quantity: Quantity) -> Quantity:
    if quantity.direction is not None or quantity.kind in (QuantityKind.ORDINAL, QuantityKind.DURATION):
        return quantity
    way = read_direction(folded, quantity.start, quantity.end)
    return quantity if way is None else replace(quantity, direction=way)
