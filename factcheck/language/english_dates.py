"""Dates as English and digits write them, in folded text: Jan. 29, 2026, Q1 FY2026, last quarter, 2025-12-08."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from factcheck.language.date_shapes import Shape
from factcheck.language.english_numerals import ORDINALS, WORDS
from factcheck.language.periods import (
    Interval,
    day_from,
    month_of,
    moved,
    plus,
    quarter_of,
    shifted_month,
    stretch,
    week_of,
    weekday_in,
    weekday_near,
)

_NAMES = ("january february march april may june july august september october november december").split()
MONTHS = {**{name: i + 1 for i, name in enumerate(_NAMES)}, **{name[:3]: i + 1 for i, name in enumerate(_NAMES)}, "sept": 9}
_M = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_Y = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
_ORD_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_TENS_WORDS = "twenty|thirty"
_ONE_WORDS = "|".join(word for word in WORDS if WORDS[word] >= 1)
_D = rf"(?:(?:3[01]|[12]\d|0?[1-9])\s?(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?[ap]\.?m\b)|(?:(?:{_TENS_WORDS})[\s\-])?(?:{_ORD_WORDS})\b)"
_D_WORD = rf"(?:(?:{_TENS_WORDS})[\s\-](?:{_ONE_WORDS})|(?:{_ONE_WORDS}))\b"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_W = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?"
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})\b"
_MONTH_DAY = re.compile(
    rf"(?<![a-z0-9])(?:(?P<wd>{_WEEKDAY}),?\s+)?(?:"
    rf"(?P<m1>{_M})\s?[,/\-]?\s?(?:the\s+)?(?P<d1>{_D}|{_D_WORD}|\d\d?(?![\d:]))(?:\s*(?:,|of|in|-|/|\s)\s*(?P<y1>{_Y}|'\d\d))?"
    rf"|(?:the\s+)?(?P<d2>{_D})\s?(?:day\s+)?(?:of\s+|[/\-]\s?)?(?P<m2>{_M})(?:\s*(?:,|of|in|-|/|\s)\s*(?P<y2>{_Y}|'\d\d))?"
    rf"|(?P<y3>{_Y})\s?[/\-\s]\s?(?P<m3>{_M})\s?[/\-\s]\s?(?P<d3>{_D})"
    rf"|(?P<m5>{_M})-(?P<y5>{_Y})-(?P<d5>\d\d?)"
    rf"|(?P<m4>{_M})(?:\s*(?:,|of|in|-|/|'|\s)\s*(?P<y4>{_Y}))|(?P<y6>{_Y})[\s/\-]+(?:of\s+)?(?P<m6>{_M})"
    r")(?![a-z0-9])"
)
_LONE_MONTH = re.compile(rf"(?<![a-z0-9])(?:(?P<part>early|mid|late|beginning of|end of|the end of|the beginning of|start of|middle of)[\s\-]+)?"
                         rf"(?P<month>{_M})(?![a-z0-9\-])")
_AMBIGUOUS = frozenset({"may", "march", "mar", "sun", "dec", "jan", "sep", "oct", "jun", "apr"})
_MONTH_LEAD = re.compile(r"\b(?:in|since|until|till|by|of|from|to|last|next|this|before|after|during|late|early|mid|through|and|end|the|between)[\s\-]+$")
_NUMERIC = re.compile(
    r"(?<![\d./\-,:])(?:(?P<ymd>(?P<y>(?:1[89]|20)\d\d)(?P<sep>[/\-.])(?P<m>1[0-2]|0?[1-9])(?:(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9]))?)"
    r"|(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep2>[/\-.])(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep2)(?P<y2>(?:19|20)\d\d|\d\d)"
    r"|(?P<a3>1[0-2]|0?[1-9])/(?P<b3>3[01]|[12]\d|0?[1-9])|(?P<compact>(?:19|20)\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])))"
    r"(?![\d/%]|[\-.,:]\d|\s?(?:of|的)\b)"
)
_ORDQ = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last)"
_QN = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4}
_FY = r"(?:fy\s?'?\d{2,4}|fiscal(?:\s+year)?\s+\d{4}|fiscal(?:\s+year)?)"
_FISCAL = re.compile(
    rf"\bq[1-4]\s*(?:of\s+)?(?:fy|fiscal(?:\s+year)?)\s?'?\d{{2,4}}|\b(?:fy|fiscal(?:\s+year)?)\s?'?\d{{2,4}}(?:\s*q[1-4])?\b"
    rf"|\b{_ORDQ}\s+(?:quarter\s+of\s+(?:its\s+|the\s+)?{_FY}|fiscal\s+quarter(?:\s+of\s+\d{{4}})?)"
    rf"|\bfiscal\s+{_ORDQ}[\s\-]+quarter|\b(?:this|last|next|current|previous|the)\s+fiscal\s+(?:quarter|year)"
)
_QUARTER = re.compile(
    rf"\b(?:q(?P<q>[1-4])|(?P<q2>[1-4])q|h(?P<h>[12])|(?P<h2>[12])h)(?:(?:\s+of)?[\s,\-]*(?P<y>{_Y})|\s?'?(?P<yy>[12]\d)(?!\d))?\b"
    rf"|\b(?P<y2>{_Y})[\s\-]*(?:q(?P<q3>[1-4])|h(?P<h3>[12]))\b"
    rf"|\b(?:the\s+)?(?P<ord>{_ORDQ})[\s\-]+(?P<what>quarter|half)\s+(?:of\s+)?(?:the\s+year\s+)?(?P<y4>{_Y})"
    r"|\b(?P<ord2>first|second|third|fourth|1st|2nd|3rd|4th)[\s\-]+(?P<what2>quarter|half)(?:\s+of\s+(?P<year_word>this|last|the)\s+year)?\b(?!\s+of)"
)
_YEAR_PART = re.compile(rf"\b(?:the\s+)?(?P<part>early|mid|late|end of|beginning of|start of|year-end|year end)[\s\-]*(?:in\s+)?(?P<year>{_Y})")
_BARE_YEAR = re.compile(rf"(?<![\w$€£¥.,#/\-&])(?P<year>{_Y})(?P<decade>s)?(?![\w/&]|-\d{{1,3}}(?!\d)|\s?[年月%])")
_YEAR_LEAD = re.compile(r"\b(?:in|since|of|by|from|to|until|till|before|after|during|through|and|or|year|than|between|late|early|mid|for|the|around|as of)\s+$|[(（]$|[-–—~至到]\s?$|[a-z.][,;]\s$")
_YEAR_TAIL = re.compile(r"\s*(?:$|[.,;:!?)）、，。；：\-–—~至到]|(?:and|or|to|through|but|was|were|is|the|as|after|when|with|for|by|on|it|he|she|they|we|until|budget|bonus|election|report|sales)\b|[一-鿿])")
_RELATIVE_WORD = r"(?P<rel>this|current|last|previous|past|next|following|coming|upcoming|the)"
_RELATIVE = re.compile(
    r"\b(?P<day>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tomorrow|tonight)\b"
    r"|\b(?:(?P<edge>(?:by\s+)?(?:the\s+)?(?:end|beginning|start)\s+of|earlier|later|early|late)\s+(?:in\s+)?)?"
    rf"{_RELATIVE_WORD}\s+(?P<unit>week|month|quarter|year|decade|day)\b(?!\s+(?:ago|old|earlier|{_Y})|s)"
    rf"|\b{_RELATIVE_WORD.replace('rel', 'mrel')}\s+(?P<month>{'|'.join(_NAMES)})\b(?!\s+\d)"
    rf"|\b(?:(?P<wrel>this|last|next|on)\s+)?(?P<weekday>{_WEEKDAY})(?:\s+of\s+(?P<wrel2>this|last|next)\s+week)?"
    r"|\b(?:in\s+the\s+)?(?P<ytd>year[\s\-]to[\s\-]date)\b|\b(?P<eoy>eoy|(?:the\s+)?end\s+of\s+(?:the\s+)?year|year[\s\-]end)\b(?!\s+\d)"
)
_SMALL = {**{word: int(value) for word, value in WORDS.items() if value >= 1}, "a": 1, "an": 1, "couple of": 2, "few": 0, "several": 0,
          "a couple of": 2, "a few": 0, "decade": 1}
_C = rf"(?P<count>\d{{1,3}}|{_ONE_WORDS}|few|several|couple\s+of)"
_U = r"(?P<unit>day|week|month|quarter|year|decade)s?"
_SPAN = re.compile(
    rf"(?:\b(?:over|in|during|for|within|of|throughout|across)\s+)?(?:\bthe\s+)?\b(?P<way>next|coming|following|past|last|previous|prior)\s+{_C}[\s\-]+{_U}\b"
    r"|(?:\b(?:over|in|during)\s+)?\bthe\s+(?P<way2>next|coming|past|last)\s+(?P<unit2>decade)\b"
    rf"|\b(?P<count3>\d{{1,3}}|{_ONE_WORDS}|an?)\s+(?P<unit3>day|week|month|year|decade)s?\s+(?P<side>ago|earlier|from\s+now|from\s+today|later)\b"
)
_NEAR_MARKS = re.compile(r"day|week|month|quarter|year|decade|eoy|tomorrow|tonight")
_MONTH_MARKS = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_DIGIT = re.compile(r"\d")


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
    if _NEAR_MARKS.search(folded):
        yield from _near(folded)


def _with_digits(text: str, folded: str) -> Iterator[Shape]:
    for match in _NUMERIC.finditer(folded):
        shape = _numeric(match)
        if shape is not None:
            yield shape
    yield from (Shape(*match.span(), "fiscal") for match in _FISCAL.finditer(folded))
    yield from (_quarter(match) for match in _QUARTER.finditer(folded) if match["ord2"] is None)
    for match in _YEAR_PART.finditer(folded):
        word = match["part"]
        part = "end" if word.startswith(("end", "year")) else "mid" if word == "mid" else "late" if word == "late" else "early"
        yield Shape(*match.span(), "year", year=int(match["year"]), part=part)
    for match in _BARE_YEAR.finditer(folded):
        if match["decade"]:
            yield Shape(*match.span(), "decade", year=int(match["year"]))
        elif _YEAR_LEAD.search(folded, max(0, match.start() - 12), match.start()) and _YEAR_TAIL.match(folded, match.end()) \
                or folded.strip(" .,()") == match["year"] or (match["year"] < "2100" and _YEAR_END.match(folded, match.end())):
            yield Shape(*match.span(), "year", year=int(match["year"]))


_YEAR_END = re.compile(r"\s*(?:[,.;:!?)）]\s|[.!?)）]?$)")


def _int(written: str) -> int:
    """5, 5th, fifth, twenty-second, twenty nine."""
    digits = re.match(r"'?(\d+)", written)
    if digits:
        return int(digits.group(1))
    return sum(int(ORDINALS.get(word) or WORDS.get(word, 0)) for word in re.findall("[a-z]+", written))


def _year(written: str | None) -> int | None:
    if not written:
        return None
    value = _int(written)
    return value if value > 99 else 2000 + value if value < 50 else 1900 + value


def _month(written: str) -> int:
    return MONTHS[written.strip(" .")]


def _month_day(match: re.Match[str]) -> Shape | None:
    groups = match.groupdict()
    for key in ("1", "2", "3", "5"):
        if groups["m" + key]:
            day = _int(groups["d" + key])
            if not 1 <= day <= 31:
                return None
            return Shape(*match.span(), "day", year=_year(groups["y" + key]), month=_month(groups["m" + key]), day=day)
    key = "4" if groups["m4"] else "6"
    return Shape(*match.span(), "month", year=_year(groups["y" + key]), month=_month(groups["m" + key]))


def _lone_months(text: str, folded: str) -> Iterator[Shape]:
    """A month's name alone; may, march and short forms only where a capital and a preposition say so."""
    for match in _LONE_MONTH.finditer(folded):
        name = match["month"].strip(". ")
        capital = text[match.start("month")].isupper()
        lead = _MONTH_LEAD.search(folded, max(0, match.start() - 10), match.start()) or match["part"]
        if name in _AMBIGUOUS and not (capital and lead) or (not capital and not lead):
            continue
        word = match["part"] or ""
        part = None if not word else "mid" if word.startswith("mid") else "late" if "end" in word or word == "late" else "early"
        end = match.end() if not match["month"].endswith(".") or len(name) <= 4 else match.end() - 1
        yield Shape(match.start(), end, "month", month=_month(name), part=part)


def _numeric(match: re.Match[str]) -> Shape | None:
    span = match.span()
    if match["compact"]:
        written = match["compact"]
        return Shape(*span, "day", year=int(written[:4]), month=int(written[4:6]), day=int(written[6:]))
    if match["ymd"]:
        if match["sep"] == "." and not match["d"]:
            return None
        day = int(match["d"]) if match["d"] else None
        return Shape(*span, "day" if day else "month", year=int(match["y"]), month=int(match["m"]), day=day)
    if match["a3"]:
        return Shape(*span, "day", month=int(match["a3"]), day=int(match["b3"]))
    first, second, year = int(match["a"]), int(match["b"]), _year(match["y2"])
    if match["sep2"] in ".-" and len(match["y2"]) == 2:
        return None
    # Month first, as in the United States, unless that cannot be.
    month, day = (first, second) if first <= 12 else (second, first)
    return Shape(*span, "day", year=year, month=month, day=day) if month <= 12 else None


def _quarter(match: re.Match[str]) -> Shape:
    year = _year(match["y"] or match["y2"] or match["y4"] or match["yy"])
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
    return Shape(*match.span(), "quarter" if is_quarter else "half", year=year, year_shift=shift, months=months)


_SHIFTS = {"this": 0, "current": 0, "the": 0, "last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1, "upcoming": 1}


def _near(folded: str) -> Iterator[Shape]:
    for match in _RELATIVE.finditer(folded):
        shape = _relative(match)
        if shape is not None:
            yield shape
    for match in _SPAN.finditer(folded):
        yield _span(match)
    yield from (_quarter(match) for match in _QUARTER.finditer(folded) if match["ord2"] or match["ord"])
    if "fiscal" in folded:
        yield from (Shape(*match.span(), "fiscal") for match in _FISCAL.finditer(folded))


def _relative(match: re.Match[str]) -> Shape | None:
    span, groups = match.span(), match.groupdict()
    if groups["day"]:
        word = " ".join(groups["day"].split())
        shift = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
        return Shape(*span, "day", relative=partial(day_from, shift))
    if groups["ytd"]:
        return Shape(*span, "range", relative=lambda day: (date(day.year, 1, 1), day))
    if groups["eoy"]:
        return Shape(*span, "year", year_shift=0, part="end")
    if groups["month"]:
        return Shape(*span, "month", month=MONTHS[groups["month"]],
                     relative=partial(_named_month, _SHIFTS[groups["mrel"]], MONTHS[groups["month"]]))
    if groups["weekday"]:
        index, word = _WEEKDAYS.index(groups["weekday"]), groups["wrel2"] or groups["wrel"]
        if word in (None, "on"):
            return Shape(*span, "day", relative=partial(weekday_near, index))
        return Shape(*span, "day", relative=partial(weekday_in, _SHIFTS[word], index))
    return _relative_unit(match, groups)


def _relative_unit(match: re.Match[str], groups: dict[str, str | None]) -> Shape | None:
    unit, word, edge = groups["unit"] or "", groups["rel"] or "", groups["edge"]
    if word == "the" and not edge:
        return None
    part = None if not edge else "late" if "end" in edge or edge.startswith("late") else "early"
    kind = unit if unit in ("day", "week", "month", "quarter", "year") else "span"
    shift = _SHIFTS[word]
    if unit == "year":
        return Shape(*match.span(), "year", year_shift=shift, part="end" if edge and "end" in edge else part)
    return Shape(*match.span(), kind, part=part if unit in ("month", "quarter", "week") else None, relative=partial(_unit_from, unit, shift))


def _unit_from(unit: str, shift: int, reference: date) -> Interval | None:
    if unit == "week":
        return week_of(reference, shift)
    if unit == "month":
        return shifted_month(reference, shift)
    if unit == "quarter":
        return quarter_of(reference, shift)
    if unit == "day":
        return day_from(shift, reference)
    return (plus(reference, "decade", -1), reference) if shift < 0 else (reference, plus(reference, "decade", 1))


def _named_month(shift: int, month: int, reference: date) -> Interval:
    """last July: the latest that is over; next July: the first that has not begun; this July: of this year."""
    year = reference.year
    if shift < 0 and month >= reference.month:
        year -= 1
    if shift > 0 and month <= reference.month:
        year += 1
    return month_of(year, month)


def _span(match: re.Match[str]) -> Shape:
    if match["side"]:
        count = _SMALL.get(match["count3"]) or _int(match["count3"])
        sign = -1 if match["side"] in ("ago", "earlier") else 1
        if match["side"] in ("earlier", "later"):
            return Shape(*match.span(), "span")
        return Shape(*match.span(), "day", relative=partial(moved, match["unit3"], sign * count))
    way = -1 if (match["way"] or match["way2"]) in ("past", "last", "previous", "prior") else 1
    written = " ".join((match["count"] or "one").split())
    count = _SMALL.get(written, 0) if not written.isdigit() else int(written)
    if not count:
        return Shape(*match.span(), "span")
    return Shape(*match.span(), "span", relative=partial(stretch, match["unit"] or match["unit2"], way * count))
