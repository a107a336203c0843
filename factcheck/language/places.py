"""Numbers of places, programmes, clocks and scores: Section 3.1, Vision 2030, 10 a.m., 3-1 (folded text)."""

from __future__ import annotations

from itertools import pairwise

from factcheck.language.numerals import Numeral
from factcheck.language.patterns import lazy_pattern
from factcheck.language.units import match_unit

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
