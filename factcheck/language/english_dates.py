"""Dates as English and digits write them, folded: Jan. 29, 2026, Q1 FY2026, last quarter, 2025-12-08."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from factcheck.language.date_shapes import Shape
from factcheck.language.digit_numerals import is_counted_fraction
from factcheck.language.english_calendar import (
    DAY,
    DAY_WORD,
    MONTH,
    MONTHS,
    ONE_WORDS,
    SHIFTS,
    WEEKDAY,
    YEAR,
    read_int,
    read_year,
)
from factcheck.language.english_numerals import ORDINALS
from factcheck.language.english_quarters import english_quarters
from factcheck.language.english_years import english_years
from factcheck.language.holidays import FIXED_DAYS, MOVING, any_of, fixed_day, moving_days
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
_MONTHS = lazy_pattern(
    rf"(?<![a-z0-9])(?P<first>{MONTH})\s?[-–]\s?(?P<last>{MONTH})(?:,?\s+(?P<year>{YEAR}))?(?![a-z0-9\-])"
)
"""Jul-Sep 2025"""
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
    # A sum of money has eight digits too.
    r"|(?<![$€£¥])(?P<compact>(?:19|20)\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9]))"
    r"(?!\s?(?:(?:us |hk )?dollars|yuan|euros|pounds|yen|won|rmb|usd|[美歐欧港日新台]?[元圓圆]|英[鎊镑])))"
    r"(?![\d/%]|[\-.,:]\d|\s?(?:of|的)\b)"
)
_HOLIDAY = lazy_pattern(
    rf"(?<![a-z])(?P<name>{any_of(FIXED_DAYS)})(?![a-z])"
    rf"(?:,?\s+(?:(?:of|in)\s+)?(?P<year>{YEAR})|\s+(?:of\s+)?(?P<other>last|this|next)\s+year(?!['’\w]))?"
)
_ITS_YEAR = lazy_pattern(r"\b(?P<other>last|this|next)\s+year['’]s\s+$")
"""Before a holiday: last year's Christmas."""
_REACH = 16
"""Code points before a holiday in which its year may stand."""
_MOVING = lazy_pattern(
    rf"\b(?:(?P<year>{YEAR})\s+)?(?P<name>{'|'.join(name for name in MOVING if name.isascii())})"
    rf"(?:\s+(?:of|in)\s+(?P<year2>{YEAR}))?(?![a-z])(?!\s+gala)"
)
# All but May, which is a verb in every second sentence of English.
_MONTH_MARKS = lazy_pattern(
    r"(?=[jfmasond\d])(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)"
    r"|\d(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_MAY_MARK = lazy_pattern(r"(?:\b|\d)may")
_CAPITAL_MAY = lazy_pattern("M[Aa][Yy]")
_MAY_BESIDE_DAY = lazy_pattern(
    r"(?:\d|st|nd|rd|th|day|of|this|the|current|last|previous|past|next|following|coming)[\s/\-]*may"
    rf"|may\.?\s*(?:,|of|in|-|/|')?\s*(?:the\s+)?(?:\d|twenty|thirty|{'|'.join(ORDINALS)}|{ONE_WORDS})"
)
"""Wider than the patterns of dates: what it does not find, none of them does."""


_NUMBERED = lazy_pattern(
    r"\b(?:articles?|sections?|rules?|(?:sub)?paragraphs?|clauses?|chapters?|items?|parts?|annex|appendix|schedules?"
    r"|steps?|phases?|numbers?|no\.)\s(?:\d[\d\-, ]*(?:and|or|to)\s)?$"
)
_ALLOWED = lazy_pattern(r"\s(?:not|also|only|be|have|apply|never|then|still|further)\b")


def may_is_month(text: str, folded: str) -> bool:
    """Whether a may in `text` could be the month: capitalised, beside a day, or last May."""
    return bool(not text.isascii() or _CAPITAL_MAY.search(text) or _MAY_BESIDE_DAY.search(folded))


def english_shapes(text: str, folded: str) -> Iterator[Shape]:
    """Every date that English words or digits state, overlaps included."""
    if _MONTH_MARKS.search(folded) or (_MAY_MARK.search(folded) and may_is_month(text, folded)):
        yield from _named_months(text, folded)
    if _NUMERIC_MARK.search(folded):
        yield from _numeric_dates(folded)
    yield from english_quarters(folded)
    yield from english_years(text, folded)
    yield from _holidays(folded)


def _named_months(text: str, folded: str) -> Iterator[Shape]:
    for match in _MONTH_DAY.finditer(folded):
        shape = None if _may_is_verb(text, folded, match) else _month_day(match)
        if shape is not None:
            yield shape
    yield from _lone_months(text, folded)
    for match in _MONTHS.finditer(folded):
        first, last = _month(match["first"]), _month(match["last"])
        if text[match.start()].isupper() and first < last:
            year = int(match["year"]) if match["year"] else None
            end = match.end() - match.group().endswith(".")
            yield Shape(match.start(), end, "range", year=year, months=(first, last))


def _holidays(folded: str) -> Iterator[Shape]:
    if "new year" in folded or "spring festival" in folded:
        for match in _MOVING.finditer(folded):
            year = int(match["year"] or match["year2"]) if match["year"] or match["year2"] else None
            moving = partial(moving_days, MOVING[match["name"]], year, None)
            yield Shape(*match.span(), "holiday", year=year, moving=moving)
    if _may_be_holiday(folded):
        for match in _HOLIDAY.finditer(folded):
            month, day = fixed_day(match["name"])
            start, stated, other = match.start(), match["year"], match["other"]
            if (
                not stated
                and not other
                and (before := _ITS_YEAR.search(folded, max(0, start - _REACH), start))
            ):
                start, other = before.start(), before["other"]
            stub = partial(Shape, start, match.end(), "day", month=month, day=day)
            yield stub(year=int(stated) if stated else None, year_shift=SHIFTS[other] if other else None)


def _may_be_holiday(folded: str) -> bool:
    return (
        (" day" in folded or "christmas" in folded or " eve" in folded or "halloween" in folded)
        or "juneteenth" in folded
        or not folded.isascii()
    )


_NUMERIC_MARK = lazy_pattern(r"\d(?:[/\-.]\d|\d{7})")


def _numeric_dates(folded: str) -> Iterator[Shape]:
    matches = [*_NUMERIC.finditer(folded)]
    day_first = any(match["d5"] or (match["a"] and int(match["a"]) > 12) for match in matches)
    for match in matches:
        if match["a3"] and not match["a4"] and is_counted_fraction(folded, match.start("a3")):
            continue
        shape = _numeric(match, day_first)
        if shape is not None:
            yield shape


def _month(written: str) -> int:
    return MONTHS[written.strip(" .")]


def _may_is_verb(text: str, folded: str, match: re.Match[str]) -> bool:
    """Whether a "5 may" is the number of an article and what it allows: Article 5 may not apply."""
    words = match.group()
    if not words.endswith("may") or text[match.end() - 3 : match.end()] != "may":
        return False
    return bool(
        _NUMBERED.search(folded, max(0, match.start() - 24), match.start())
        or _ALLOWED.match(folded, match.end())
    )


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
