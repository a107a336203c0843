"""Digits that name or number something and measure nothing: RTX 4090, Section 3.1, [2], a score of 3-1."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.language.numerals import Numeral
from factcheck.language.patterns import lazy_pattern
from factcheck.language.units import following_noun, match_unit, prefix_pattern

_NAME_BEFORE = lazy_pattern(r"(?:\b[A-Z][A-Za-z]*[\s\-]?|[A-Za-z]\d*[\s\-]?)$")
_HAN_NAME_BEFORE = lazy_pattern(r"(?:思元|麒麟|骁龙|天玑|升腾|鲲鹏|芯)$")
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


def is_name_part(text: str, folded: str, numeral: Numeral) -> bool:
    """RTX 4090, iPhone 15, AI 2.0: digits after a capitalised name, with no unit of their own."""
    if not text[numeral.start].isdecimal():
        return False
    if (
        _HAN_NAME_BEFORE.search(folded, max(0, numeral.start - 3), numeral.start)
        and text[numeral.end - 1].isascii()
        and match_unit(folded, numeral.end) is None
    ):
        # 昇騰910B is a chip, 昇騰30萬顆 a number of them.
        return True
    if numeral.scaled:
        return False
    before = text[max(0, numeral.start - 24) : numeral.start]
    if before[-1:].isspace() and prefix_pattern().search(folded, max(0, numeral.start - 14), numeral.start):
        return False
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
    if _VERSION.fullmatch(folded, numeral.start, numeral.end) and _MODEL_NUMBER.search(before):
        return True
    if "." in folded[numeral.start : numeral.end] and before.rstrip()[-1:].islower():
        return False
    return not _WORD_BEFORE.search(before) and following_noun(folded, numeral.end) is None


_VERSION = lazy_pattern(r"\d\.\d")


def _capitalised(before: str) -> bool:
    words = before.split()
    return bool(words) and any(char.isupper() for char in words[-1])


_LIST_MARK = lazy_pattern(r"[、]|\.\s|\)\s")


def is_mark(folded: str, numeral: Numeral) -> bool:
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
    if len(written) > 1 or written.isascii() or after in ("至", "到"):
        return False
    return before.isalpha() or after.isalpha()


_PLACE_BEFORE = lazy_pattern(
    r"\b(?:sections?|sec\.|chapters?|articles?|art\.|figures?|fig\.|tables?|pages?|pp?\.|part|appendix|annex|exhibit"
    r"|paragraph|para\.|clause|rule|title|item|question|room|floor|gate|platform|version|ver\.|v\.|volume|vol\."
    r"|phase|stage|tier|level|step|type|class|grade|category|route|highway|flight|episode|season|line|number|no\."
    r"|note|footnote|windows|v|iso|ip)\s?(?:#\s?)?$|[§#№]\s?$"
    r"|(?:附件|附录|(?<![\u4e00-\u9fff])[图表]|编号|版本|型号|代号|车牌|航班|邮编|房间|热线|电话|手机|传真)号?(?:为|是)?\s?:?\s?$"
)
_PROGRAMME_BEFORE = lazy_pattern(
    r"(?:\b(?:vision|agenda|horizon|made in china)\s|制造|智造|愿景|远景|议程|战略|计划)\s?$"
)


def is_programme(folded: str, start: int) -> bool:
    """Whether the year at `start` is part of a programme's name: Vision 2030, 中国制造2025."""
    return _PROGRAMME_BEFORE.search(folded, max(0, start - 16), start) is not None


_CLOCK = lazy_pattern(
    # The look ahead lets every other position fail at once.
    r"(?=[\d上下早清凌中晚傍深今昨当])(?:\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.\s?m\b\.?|[ap]m\b|o'clock)"
    r"|(?:[上下]午|早上|早晨|清晨|凌晨|中午|晚上|傍晚|深夜|今晚|昨晚|当晚)\s?(?:\d{1,2}|[一二三四五六七八九十两]{1,2})\s?[时点]"
    r"(?!数|多|间)(?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?分|半|整|许)?"
    r"|(?<![\d.])(?:(?:2[0-4]|1\d|\d)\s?[—–~～至到-]\s?)?(?:2[0-4]|1\d|\d)\s?时(?:\s?\d{1,2}\s?分|许|整|(?=[,，。起至前后左在,、\s]|$)))"
)


def clock_times(folded: str) -> list[tuple[int, int]]:
    """Spans of times of day, which measure nothing: 10 a.m., 下午3時30分."""
    if "时" not in folded and "点" not in folded and "m" not in folded and "o'c" not in folded:
        return []
    if "picomet" in folded:
        # Where a text spells the measure out, its pm is that.
        return []
    return [match.span() for match in _CLOCK.finditer(folded)]


_SCORE_LINK = lazy_pattern(r"\s?(?:-|–|—|:|比)\s?")


def is_place(folded: str, numeral: Numeral) -> bool:
    """Section 3.1, chapter 7, 图3: where in a text, a house or a series, unless a unit follows."""
    if folded[numeral.start - 1 : numeral.start] == "第":
        return True
    if numeral.end - numeral.start == 4 and is_programme(folded, numeral.start):
        return True
    if numeral.scaled or _PLACE_BEFORE.search(folded, max(0, numeral.start - 14), numeral.start) is None:
        return False
    return match_unit(folded, numeral.end) is None


def scores(folded: str, numerals: list[Numeral]) -> set[int]:
    """Starts of both numbers of a score or a ratio: 3-1, 3:1, 3比1. 15-30 rises and may be a range."""
    found: set[int] = set()
    for first, last in pairwise(numerals):
        link = folded[first.end : last.start]
        if first.scaled or last.scaled or len(link) > 3 or not _SCORE_LINK.fullmatch(link):
            continue
        falls = first.value >= last.value and first.value < 200
        if link.strip() in (":", "：", "比") or (falls and match_unit(folded, last.end) is None):
            found |= {first.start, last.start}
    return found
