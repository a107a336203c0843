"""Periods counted from the first of January, or up to a closing day.

前三季度, the first nine months of 2025, 全年, the quarter ended June 30: what companies report over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.date_shapes import Shape, place
from factcheck.language.english_calendar import YEAR
from factcheck.language.english_numerals import WORDS
from factcheck.language.patterns import lazy_pattern
from factcheck.language.periods import Interval, month_of, shifted_month, year_so_far

_HAN_YEAR = r"(?<!\d)(?P<year>20\d\d)\s?(?:年(?:度|的)?)?|(?P<word>今年|去年|前年|明年|上年|本年度?)的?"
_HAN_SHIFTS = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_HAN = lazy_pattern(
    rf"(?:{_HAN_YEAR})?(?:[前首](?P<count>[二两三]|[23])\s?(?:个)?季度?)"
    rf"|(?:{_HAN_YEAR.replace('<year>', '<year2>').replace('<word>', '<word2>')})"
    r"[前首](?P<months>[二两三四五六七八九十]|十一|1[01]|[2-9])\s?(?:个月|月(?=累计|合计|营收|共))"
    rf"|(?:{_HAN_YEAR.replace('<year>', '<year4>').replace('<word>', '<word4>')})?"
    r"第?(?P<from>[一二三1-3])(?:季度?)?\s?[、和至到-]\s?第?(?P<to>[二三四2-4])季度?(?!度?节)"
    rf"|(?:{_HAN_YEAR.replace('<year>', '<year3>').replace('<word>', '<word3>')})?(?P<whole>全年)(?![龄无])"
)
_ENGLISH = lazy_pattern(
    r"\b(?:the\s+)?first\s+(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01])\s+"
    rf"(?P<unit>months|quarters)\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<word>the|this|last)\s+year)\b"
)
_CLOSED = lazy_pattern(
    r"\b(?P<the>the\s+)?(?:(?P<count>three|six|nine|twelve|3|6|9|12)[\s\-]months?(?:\s+period)?|(?P<quarter>quarter)"
    r"|(?P<half>half[\s\-]year|half)|(?P<whole>(?:fiscal\s+|full\s+)?year))\s+"
    r"(?:(?:that\s+)?(?:ended|ending)\s+(?:on\s+)?|(?P<to>to)\s+)$"
)
_SO_FAR = lazy_pattern(
    r"(?:今年)?年初(?:至今|以来)|今年(?:以来|至今|迄今)|\b(?:so\s+far\s+this\s+year|this\s+year\s+so\s+far"
    r"|since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this)\s+year)\b"
)
_HAN_CLOSED = lazy_pattern(
    r"止\s?的?(?:(?P<count>三|六|九|十二|[369]|12)\s?个月(?:期间)?|(?P<quarter>单?季度?)|(?P<half>半年度?)|(?P<whole>(?:财政|会计)?年度))"
)
"""截至6月30日止六個月, as companies of Hong Kong report."""
_REACH = 40
"""Code points before a closing day in which the words that make it one stand."""


def cumulative_shapes(folded: str) -> Iterator[Shape]:
    """Every stretch from the beginning of a year that `folded` states, overlaps included."""
    if "今" in folded or "年初" in folded or "year" in folded:
        yield from (Shape(*match.span(), "range", relative=year_so_far) for match in _SO_FAR.finditer(folded))
    if "first" in folded:
        for match in _ENGLISH.finditer(folded):
            count = int(WORDS.get(match["count"]) or match["count"])
            months = count * 3 if match["unit"] == "quarters" else count
            if months <= 12:
                shift = {"the": 0, "this": 0, "last": -1}.get(match["word"] or "")
                year = int(match["year"]) if match["year"] else None
                yield Shape(*match.span(), "range", year=year, year_shift=shift, months=(1, months))
    if "全年" in folded or "季" in folded or "个月" in folded:
        for match in _HAN.finditer(folded):
            groups = match.groupdict()
            written = groups["year"] or groups["year2"] or groups["year3"] or groups["year4"]
            word = groups["word"] or groups["word2"] or groups["word3"] or groups["word4"]
            year = int(written) if written else None
            shift = _HAN_SHIFTS.get(word) if word else None
            if groups["from"]:
                first, last = _number(groups["from"]), _number(groups["to"])
                if first < last:
                    quarters = (first * 3 - 2, last * 3)
                    yield Shape(*match.span(), "range", year=year, year_shift=shift, months=quarters)
            elif groups["whole"]:
                yield Shape(*match.span(), "year", year=year, year_shift=shift)
            else:
                count = _number(groups["count"]) * 3 if groups["count"] else _number(groups["months"])
                yield Shape(*match.span(), "range", year=year, year_shift=shift, months=(1, count))


def closed_by(folded: str, shape: Shape) -> Shape:
    """The quarter ended June 30, 2025, the 12 months to March: the months up to a closing day or month."""
    if shape.kind not in ("day", "month") or shape.month is None or shape.last is not None or shape.part:
        return shape
    lead = _CLOSED.search(folded, max(0, shape.start - _REACH), shape.start)
    behind = _HAN_CLOSED.match(folded, shape.end) if lead is None else None
    if behind is not None:
        return _with_months(shape, _months_said(behind), end=behind.end())
    if lead is None or (lead["to"] and not lead["the"]):
        # Delayed by three months to September 30 tells of no quarter.
        return shape
    months = int(WORDS.get(lead["count"]) or lead["count"]) if lead["count"] else _months_said(lead)
    return _with_months(replace(shape, start=lead.start()), months, end=shape.end)


def _months_said(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups["count"]:
        return _number(groups["count"])
    return 3 if groups["quarter"] else 6 if groups["half"] else 12


def _with_months(shape: Shape, months: int, end: int) -> Shape:
    """The shape of the closing day made one of the `months` that end with its month."""
    first = (shape.month or 1) - months + 1
    kind = {3: "quarter", 6: "half", 12: "year"}.get(months, "range")
    whole = replace(shape, end=end, kind=kind, day=None, relation="on")
    if first >= 1:
        return replace(whole, months=(first, shape.month or 1), month=None)
    return replace(whole, moving=partial(_up_to, shape, months), month=None, year=None)


def _up_to(closing: Shape, months: int, reference: date | None) -> Interval | None:
    """`months` whole months up to the closing day or month, over the turn of the year."""
    end = place(closing, reference, None)
    if end is None:
        return None
    begin = shifted_month(end[1], 1 - months)[0]
    return begin, month_of(end[1].year, end[1].month)[1]


def _number(written: str) -> int:
    read = read_chinese(written)
    return int(read.value) if read else int(written)
