"""Dates as English and digits write them, folded: Jan. 29, 2026, Q1 FY2026, last quarter, 2025-12-08."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from factcheck.language.date_shapes import Shape
from factcheck.language.english_calendar import (
    DAY,
    DAY_WORD,
    MONTH,
    MONTHS,
    WEEKDAY,
    YEAR,
    read_int,
    read_year,
)
from factcheck.language.holidays import FIXED_DAYS, MOVING, moving_days
from factcheck.language.labels import is_programme
from factcheck.language.patterns import lazy_pattern

_MONTH_DAY = lazy_pattern(
    rf"(?<![a-z0-9])(?:(?P<wd>{WEEKDAY}),?\s+)?(?:"
    rf"(?P<m1>{MONTH})\s?[,/\-]?\s?(?:the\s+)?(?P<d1>{DAY}|{DAY_WORD}|\d\d?(?![\d:]))(?:\s*(?:,|of|in|-|/"
    rf"|\s)\s*(?P<y1>{YEAR}|'\d\d))?"
    rf"|(?:the\s+)?(?P<d2>{DAY})\s?(?:day\s+)?(?:of\s+|[/\-]\s?)?(?P<m2>{MONTH})(?:\s*(?:,|of|in|-|/"
    rf"|\s)\s*(?P<y2>{YEAR}|'\d\d))?"
    rf"|(?P<y3>{YEAR})\s?[/\-\s]\s?(?P<m3>{MONTH})\s?[/\-\s]\s?(?P<d3>{DAY})"
    rf"|(?P<m5>{MONTH})-(?P<y5>{YEAR})-(?P<d5>\d\d?)"
    rf"|(?P<m4>{MONTH})(?:\s*(?:,|of|in|-|/|'|\s)\s*(?P<y4>{YEAR}))"
    rf"|(?P<y6>{YEAR})[\s/\-]+(?:of\s+)?(?P<m6>{MONTH})"
    r")(?![a-z0-9])"
)
_LONE_MONTH = lazy_pattern(
    rf"(?<![a-z0-9])(?:(?P<part>(?:early|mid|late)(?:\s+in)?|(?:the\s+)?(?:beginning|end|start|middle)\s+of)[\s\-]+)?"
    rf"(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?(?![a-z0-9\-])"
)
_AMBIGUOUS = frozenset({"may", "march", "mar", "sun", "dec", "jan", "sep", "oct", "jun", "apr"})
_MONTH_LEAD = lazy_pattern(
    r"\b(?:in|since|until|till|by|of|from|to|last|next|this|before|after|during"
    r"|late|early|mid|through|and|end|the|between)[\s\-]+$"
)
_NUMERIC = lazy_pattern(
    rf"(?:(?<![a-z]){WEEKDAY},?\s+|(?<![\d./\-,])(?<!\d:)(?<!\d\s))(?:"
    r"(?P<ymd>(?P<y>(?:1[89]"
    r"|20)\d\d)(?P<sep>[/\-.])(?P<m>1[0-2]"
    r"|0?[1-9])(?:(?P=sep)(?P<d>3[01]"
    r"|[12]\d|0?[1-9]))?)"
    r"|(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep2>[/\-.])(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep2)(?P<y2>(?:19"
    r"|20)\d\d|\d\d)"
    r"|(?P<a3>1[0-2]|0?[1-9])/(?P<b3>3[01]|[12]\d|0?[1-9])"
    r"(?:-(?P<a4>1[0-2]|0?[1-9])/(?P<b4>3[01]|[12]\d|0?[1-9])/(?P<y4>(?:19|20)\d\d))?"
    r"|(?<=\bon )(?P<d5>3[01]|2\d|1[3-9])/(?P<m5>1[0-2]|0?[1-9])"
    r"|(?P<compact>(?:19|20)\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])))"
    r"(?![\d/%]|[\-.,:]\d|\s?(?:of|的)\b)"
)
_ORDQ = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last)"
_QN = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}
_FY = r"(?:fy\s?'?\d{2,4}|fiscal(?:\s+year)?\s+\d{4}|fiscal(?:\s+year)?)"
_SEASON = lazy_pattern(r"(?<![\d./\-])(?P<first>(?:19|20)\d\d)[/–\-](?P<last>(?:20)?\d\d)(?![\d/\-.%])")
"""2024/25, 2023-24: a fiscal, school or sports year."""
_FISCAL = lazy_pattern(
    rf"\bq[1-4]\s*(?:of\s+)?(?:fy|fiscal(?:\s+year)?)\s?'?\d{{2,4}}|\b(?:fy"
    rf"|fiscal(?:\s+year)?)\s?'?\d{{2,4}}(?:\s*q[1-4])?\b"
    rf"|\b{_ORDQ}\s+(?:quarter\s+of\s+(?:its\s+|the\s+)?{_FY}|fiscal\s+quarter(?:\s+of\s+\d{{4}})?)"
    rf"|\bfiscal\s+{_ORDQ}[\s\-]+quarter|\b(?:this|last|next|current|previous"
    rf"|the)\s+fiscal\s+(?:quarter|year)"
)
_QUARTER = lazy_pattern(
    rf"\b(?:q(?P<q>[1-4])|(?P<q2>[1-4])q|h(?P<h>[12])|(?P<h2>[12])h)(?:(?:\s+of)?[\s,\-]*(?P<y>{YEAR})"
    rf"|\s?'?(?P<yy>[12]\d)(?!\d))?\b"
    rf"|\b(?P<y2>{YEAR})[\s\-]*(?:q(?P<q3>[1-4])|h(?P<h3>[12]))\b"
    rf"|\b(?:the\s+)?(?P<ord>{_ORDQ})[\s\-]+(?P<what>quarter"
    rf"|half)\s+(?:of\s+)?(?:the\s+year\s+)?(?P<y4>{YEAR})"
    r"|\b(?P<ord2>first|second|third|fourth|1st|2nd|3rd|4th)[\s\-]+(?P<what2>quarter"
    r"|half)(?:\s+of\s+(?P<year_word>this|last|the)\s+year)?\b(?!\s+of)"
)
_YEAR_NOUN = lazy_pattern(r"\s?(?:财年|财政年度|会计年度|学年|赛季|season|fiscal|financial|academic|school)")
_YEAR_PART = lazy_pattern(
    rf"\b(?:the\s+)?(?P<part>early|mid|late|end of|beginning of|start of|year-end"
    rf"|year end)[\s\-]*(?:in\s+)?(?P<year>{YEAR})"
)
_BARE_YEAR = lazy_pattern(
    rf"(?<![\w$€£¥.,#/\-&])(?P<year>{YEAR})(?P<decade>s)?(?![\w/&]|-\d{{1,3}}(?!\d)"
    rf"|\s?[年月%])"
)
_YEAR_LEAD = lazy_pattern(
    r"\b(?:in|since|of|by|from|to|until|till|before|after|during|through|and|or"
    r"|year|than|between|late|early|mid|for|the|around|as of)\s+$|[(（]$"
    r"|[-–—~至到]\s?$|[a-z.][,;]\s$"
)
_YEAR_TAIL = lazy_pattern(
    r"\s*(?:$|[.,;:!?)）、，。；：\-–—~至到]|(?:and|or|to|through|but|was|were|is|the|as"
    r"|after|when|with|for|by|on|alone|it|he|she|they|we|until|budget|bonus|election"
    r"|report|sales)\b|[一-鿿])"
)
_HOLIDAY = lazy_pattern(rf"(?<![a-z])(?:{'|'.join(sorted(FIXED_DAYS, key=len, reverse=True))})(?![a-z])")
_MOVING = lazy_pattern(
    rf"\b(?:(?P<year>{YEAR})\s+)?(?P<name>{'|'.join(name for name in MOVING if name.isascii())})"
    rf"(?:\s+(?:of|in)\s+(?P<year2>{YEAR}))?(?![a-z])(?!\s+gala)"
)
_MONTH_MARKS = lazy_pattern(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d(?:jan|feb|mar"
    r"|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_DIGIT = lazy_pattern(r"\d")


def english_shapes(text: str, folded: str) -> Iterator[Shape]:
    """Every date that English words or digits state, overlaps included."""
    if _MONTH_MARKS.search(folded):
        for match in _MONTH_DAY.finditer(folded):
            shape = _month_day(match)
            if shape is not None:
                yield shape
        yield from _lone_months(text, folded)
    if _DIGIT.search(folded):
        yield from _with_digits(text, folded)
    if "new year" in folded or "spring festival" in folded:
        for match in _MOVING.finditer(folded):
            year = int(match["year"] or match["year2"]) if match["year"] or match["year2"] else None
            moving = partial(moving_days, MOVING[match["name"]], year, None)
            yield Shape(*match.span(), "holiday", year=year, moving=moving)
    for match in _HOLIDAY.finditer(folded):
        month, day = FIXED_DAYS[match.group()]
        yield Shape(*match.span(), "day", month=month, day=day)
    if "quarter" in folded or "half" in folded or "fiscal" in folded:
        yield from (_quarter(match) for match in _QUARTER.finditer(folded) if match["ord2"] or match["ord"])
        yield from (Shape(*match.span(), "fiscal") for match in _FISCAL.finditer(folded))


def _seasons(folded: str) -> Iterator[Shape]:
    for match in _SEASON.finditer(folded):
        follows = len(match["last"]) == 2 and (int(match["first"]) + 1) % 100 == int(match["last"])
        if follows and (folded[match.start() + 4] == "/" or _YEAR_NOUN.match(folded, match.end())):
            end = match.end() + (2 if folded.startswith("财年", match.end()) else 0)
            yield Shape(match.start(), end, "fiscal")


_NUMERIC_MARK = lazy_pattern(r"\d[/\-.]\d|\d{8}")
_QUARTER_MARK = lazy_pattern(r"\d[qh]|[qh]\d")


def _numeric_dates(folded: str) -> Iterator[Shape]:
    matches = [*_NUMERIC.finditer(folded)]
    day_first = any(match["d5"] or (match["a"] and int(match["a"]) > 12) for match in matches)
    for match in matches:
        shape = _numeric(match, day_first)
        if shape is not None:
            yield shape


def _with_digits(text: str, folded: str) -> Iterator[Shape]:
    if _NUMERIC_MARK.search(folded):
        yield from _numeric_dates(folded)
    if "fy" in folded or "fiscal" in folded:
        yield from (Shape(*match.span(), "fiscal") for match in _FISCAL.finditer(folded))
    if _QUARTER_MARK.search(folded) or "quarter" in folded or "half" in folded:
        yield from (_quarter(match) for match in _QUARTER.finditer(folded) if match["ord2"] is None)
    yield from _seasons(folded)
    for match in _YEAR_PART.finditer(folded):
        word = match["part"]
        part = (
            "end"
            if word.startswith(("end", "year"))
            else "mid"
            if word == "mid"
            else "late"
            if word == "late"
            else "early"
        )
        yield Shape(*match.span(), "year", year=int(match["year"]), part=part)
    for match in _BARE_YEAR.finditer(folded):
        if match["decade"]:
            yield Shape(*match.span(), "decade", year=int(match["year"]))
        elif not _is_product(text, folded, match) and (
            (
                _YEAR_LEAD.search(folded, max(0, match.start() - 12), match.start())
                and _YEAR_TAIL.match(folded, match.end())
            )
            or folded.strip(" .,()") == match["year"]
            or (match["year"] < "2100" and _YEAR_END.match(folded, match.end()))
        ):
            yield Shape(*match.span(), "year", year=int(match["year"]))


_PRODUCT_BEFORE = lazy_pattern(r"\b(?:windows|office|rtx|gtx|radeon|iso|boeing|airbus)\s$")
_FARTHEST = 2060
"""A later number behind a capital letter is a model (RTX 2080), not a year."""


def _is_product(text: str, folded: str, match: re.Match[str]) -> bool:
    """Vision 2030, Windows 2000, RTX 2080: the year is part of a name."""
    start = match.start()
    if is_programme(folded, start) or _PRODUCT_BEFORE.search(folded, max(0, start - 9), start):
        return True
    return int(match["year"]) > _FARTHEST and text[: start - 1][-1:].isupper()


_YEAR_END = lazy_pattern(r"\s*(?:[,.;:!?)）]\s|[.!?)）]?$)")


def _month(written: str) -> int:
    return MONTHS[written.strip(" .")]


def _month_day(match: re.Match[str]) -> Shape | None:
    groups, start = match.groupdict(), match.start()
    end = match.end() - match.group().endswith(".")
    for key in ("1", "2", "3", "5"):
        if groups["m" + key]:
            day = read_int(groups["d" + key])
            if not 1 <= day <= 31:
                return None
            return Shape(
                start, end, "day", year=read_year(groups["y" + key]), month=_month(groups["m" + key]), day=day
            )
    key = "4" if groups["m4"] else "6"
    return Shape(start, end, "month", year=read_year(groups["y" + key]), month=_month(groups["m" + key]))


def _lone_months(text: str, folded: str) -> Iterator[Shape]:
    """A month's name alone; may, march and short forms only where a capital and a preposition say so."""
    for match in _LONE_MONTH.finditer(folded):
        name = match["month"].strip(". ")
        capital = text[match.start("month")].isupper()
        lead = _MONTH_LEAD.search(folded, max(0, match.start() - 10), match.start()) or match["part"]
        if (name in _AMBIGUOUS and not (capital and lead)) or (not capital and not lead):
            continue
        word = match["part"] or ""
        if match["year"] and not word:
            continue
        part = (
            None
            if not word
            else "mid"
            if "mid" in word
            else "late"
            if "end" in word or word.startswith("late")
            else "early"
        )
        end = match.end() - match.group().endswith(".")
        year = int(match["year"]) if match["year"] else None
        yield Shape(match.start(), end, "month", year=year, month=_month(name), part=part)


def _numeric(match: re.Match[str], day_first: bool) -> Shape | None:
    """Digits: month first, as in the United States, unless this or another date of the text forbids it."""
    span = match.span()
    if match["compact"]:
        written = match["compact"]
        return Shape(*span, "day", year=int(written[:4]), month=int(written[4:6]), day=int(written[6:]))
    if match["ymd"]:
        if match["sep"] == "." and not match["d"]:
            return None
        day = int(match["d"]) if match["d"] else None
        return Shape(*span, "day" if day else "month", year=int(match["y"]), month=int(match["m"]), day=day)
    if match["d5"]:
        return Shape(*span, "day", month=int(match["m5"]), day=int(match["d5"]))
    if match["y4"]:
        stated = int(match["y4"])
        last = Shape(*span, "day", year=stated, month=int(match["a4"]), day=int(match["b4"]))
        return replace(last, month=int(match["a3"]), day=int(match["b3"]), last=last)
    if match["a3"]:
        first, second = int(match["a3"]), int(match["b3"])
        month, day = (second, first) if day_first and second <= 12 else (first, second)
        return Shape(*span, "day", month=month, day=day)
    first, second, year = int(match["a"]), int(match["b"]), read_year(match["y2"])
    if match["sep2"] in ".-" and len(match["y2"]) == 2:
        return None
    month, day = (second, first) if first > 12 or (day_first and second <= 12) else (first, second)
    return Shape(*span, "day", year=year, month=month, day=day) if month <= 12 else None


def _quarter(match: re.Match[str]) -> Shape:
    year = read_year(match["y"] or match["y2"] or match["y4"] or match["yy"])
    shift = None
    if match["year_word"]:
        shift = -1 if match["year_word"] == "last" else 0
    number = match["q"] or match["q2"] or match["q3"]
    half = match["h"] or match["h2"] or match["h3"]
    name = match["ord"] or match["ord2"]
    if name:
        index, is_quarter = _QN[name], (match["what"] or match["what2"]) == "quarter"
        index = index if is_quarter or index < 3 else 2
    else:
        index, is_quarter = int(number or half or 1), number is not None
    months = (index * 3 - 2, index * 3) if is_quarter else (index * 6 - 5, index * 6)
    return Shape(
        *match.span(), "quarter" if is_quarter else "half", year=year, year_shift=shift, months=months
    )
