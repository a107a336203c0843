"""Dates that English states from the day of writing: yesterday, last quarter, the next three years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from factcheck.language.date_shapes import Shape
from factcheck.language.english_calendar import (
    DAY,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    ONE_WORDS,
    SHIFTS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    read_int,
    read_year,
)
from factcheck.language.english_numerals import WORDS
from factcheck.language.english_seasons import english_seasons
from factcheck.language.patterns import lazy_pattern
from factcheck.language.periods import (
    Interval,
    ago,
    day_from,
    day_of_month,
    iso_week,
    month_of,
    months_of,
    moved,
    part_of,
    plus,
    quarter_of,
    shifted_month,
    stretch,
    week_of,
    weekday_in,
    weekday_near,
    year_so_far,
)

# In these patterns the look ahead lets every position fail at once that no word of theirs begins at.
_NEAR_MARKS = lazy_pattern(
    r"(?=[otlnpcfe])(?:\b(?:on the \d|(?:this|last|next|past|coming|previous) [adfjmnos]|fall\b)|eoy)"
)
_WEEKS = lazy_pattern(
    rf"\b(?=[flw])(?:(?P<which>first|last)\s+week\s+of\s+(?P<year>{YEAR})"
    rf"|week\s+(?P<number>[1-9]\d?)\b(?!\s*[%/.])(?:\s+of\s+(?P<year2>{YEAR}))?)"
)
WEEK_LEAD = lazy_pattern(
    r"\b(?:w/c|(?:the\s+)?week\s+(?:of|beginning(?:\s+on)?|starting(?:\s+on)?"
    r"|commencing(?:\s+on)?))\s+$"
)
_DAY_OF = lazy_pattern(
    rf"\b(?=[a-z\d])(?:(?:the\s+)?(?P<day>{DAY})\s+day\s+of\s+(?P<which>this|the|last|next)\s+month\b"
    rf"|(?<=\bon\s)the\s+(?P<lone>\d\d?)(?:st|nd|rd|th)\b(?!\s+(?:of|[a-z]+\s+of)))"
)
_NUMBERED = lazy_pattern(r"\d(?:st|nd|rd|th)\b")
_RELATIVE_WORD = r"(?P<rel>this|current|last|previous|past|next|following|coming|upcoming|the)"
_RELATIVE = lazy_pattern(
    r"\b(?=[a-z])(?:(?P<day>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tomorrow"
    r"|tonight)\b"
    rf"|{_RELATIVE_WORD.replace('rel', 'mrel')}\s+(?P<month>{'|'.join(MONTH_NAMES)})\b(?!\s+\d)"
    rf"|(?:(?P<set>every(?:\s+other)?|each)\s+{WEEKDAY}|(?:first|second|third|fourth|last)\s+{WEEKDAY}\s+(?:of|in)\s|{WEEKDAY}\s+(?:morning|afternoon|evening|night)s\b)"
    rf"|(?:(?P<wrel>this|last|previous"
    rf"|next)\s+(?:week[\s\-]+)?)?(?P<weekday>{WEEKDAY})(?:\s+of\s+(?P<wrel2>this|last|next)\s+week)?"
    rf"(?:,?\s+the\s+(?P<date>{DAY})(?!\s+(?:of|{MONTH})))?"
    r"|(?P<ytd>year[\s\-]to[\s\-]date)\b|(?P<eoy>eoy|end\s+of\s+(?:the\s+)?year|year[\s\-]end)\b(?!\s+\d)"
    r"|(?:(?P<edge>(?:end|beginning|start)\s+of|earlier|later|early|late)\s+(?:in\s+)?)?"
    rf"{_RELATIVE_WORD}(?!\s+year[\s\-]to[\s\-]date)\s+(?P<unit>week|month|quarter|year|decade|day)\b(?!\s+(?:ago|old|earlier|{YEAR})|s))"
)
_SMALL = {
    **{word: int(value) for word, value in WORDS.items() if value >= 1},
    "a": 1,
    "an": 1,
    "couple of": 2,
    "few": 0,
    "several": 0,
    "a couple of": 2,
    "a few": 0,
    "decade": 1,
}
_C = rf"(?P<count>\d{{1,3}}|{ONE_WORDS}|few|several|couple\s+of)"
_U = r"(?P<unit>day|week|month|quarter|year|decade)s?"
_SPAN = lazy_pattern(
    rf"\b(?=[a-z\d])(?:(?P<way>next|coming|following|past|last|previous|prior)\s+{_C}[\s\-]+{_U}\b"
    r"|(?<=the\s)(?P<way2>next|coming|past|last)\s+(?P<unit2>decade)\b"
    rf"|(?P<count3>\d{{1,3}}|{ONE_WORDS}|an?)\s+(?P<unit3>day|week|month|year"
    rf"|decade)s?\s+(?P<side>ago|earlier|from\s+now|from\s+today|later)\b)"
)


def _has_unit(folded: str) -> bool:
    return (
        ("day" in folded or "week" in folded or "month" in folded or "year" in folded or "quarter" in folded)
        or ("decade" in folded or "tomorrow" in folded or "tonight" in folded or "summer" in folded)
        or ("spring" in folded or "winter" in folded or "autumn" in folded)
    )


def english_periods(folded: str) -> Iterator[Shape]:
    """Every relative date that English words state in `folded`, overlaps included."""
    if not (_has_unit(folded) or _NEAR_MARKS.search(folded)):
        return
    for match in _RELATIVE.finditer(folded):
        shape = _relative(match)
        if shape is not None:
            yield shape
    yield from (_span(match) for match in _SPAN.finditer(folded))
    yield from (_week(match) for match in (_WEEKS.finditer(folded) if "week" in folded else ()))
    yield from english_seasons(folded)
    for match in _DAY_OF.finditer(folded) if _may_be_day_of(folded) else ():
        number = read_int(match["day"] or match["lone"])
        shift = SHIFTS[match["which"]] if match["which"] else 0
        yield Shape(*match.span(), "day", day=number, relative=partial(day_of_month, shift, number))


def _may_be_day_of(folded: str) -> bool:
    return ("month" in folded and "day" in folded) or _NUMBERED.search(folded) is not None


def _relative(match: re.Match[str]) -> Shape | None:
    span, groups = match.span(), match.groupdict()
    if groups["day"]:
        word = " ".join(groups["day"].split())
        shift = {
            "yesterday": -1,
            "tomorrow": 1,
            "the day before yesterday": -2,
            "the day after tomorrow": 2,
        }.get(word, 0)
        return Shape(*span, "day", relative=partial(day_from, shift))
    if groups["ytd"]:
        return Shape(*span, "range", relative=year_so_far)
    if groups["eoy"]:
        return Shape(*span, "year", year_shift=0, part="end")
    if groups["month"]:
        return Shape(
            *span,
            "month",
            month=MONTHS[groups["month"]],
            relative=partial(_named_month, SHIFTS[groups["mrel"]], MONTHS[groups["month"]]),
        )
    if groups["weekday"]:
        index, word = WEEKDAYS.index(groups["weekday"]), groups["wrel2"] or groups["wrel"]
        if groups["date"]:
            return Shape(
                *span,
                "day",
                day=read_int(groups["date"]),
                relative=partial(day_of_month, 0, read_int(groups["date"])),
            )
        if word is None:
            return Shape(*span, "day", relative=partial(weekday_near, index))
        return Shape(*span, "day", relative=partial(weekday_in, SHIFTS[word], index))
    return _relative_unit(match, groups)


def _relative_unit(match: re.Match[str], groups: dict[str, str | None]) -> Shape | None:
    unit, word, edge = groups["unit"] or "", groups["rel"] or "", groups["edge"]
    if not unit or (word == "the" and not edge):
        # Every Monday is no day.
        return None
    if unit == "day" and (edge or word not in ("this", "current")):
        # At the end of the day means nothing; the next day is the one after what was told before.
        return None if edge else Shape(*match.span(), "day", relative=_unknown)
    part = None
    if edge:
        halves = edge.startswith(("earlier", "later")) or unit == "week"
        back = "end" in edge or edge.startswith("late")
        part = ("second half" if back else "first half") if halves else "late" if back else "early"
    kind = unit if unit in ("day", "week", "month", "quarter", "year") else "span"
    shift = SHIFTS[word]
    if edge in ("earlier", "later") and unit in _UNITS_WITH_HALVES and part is not None and not shift:
        return Shape(*match.span(), kind, relative=partial(_rest_of, unit, part))
    if unit == "year":
        return Shape(*match.span(), "year", year_shift=shift, part="end" if edge and "end" in edge else part)
    return Shape(
        *match.span(),
        kind,
        part=part if unit in ("month", "quarter", "week") else None,
        relative=partial(_unit_from, unit, shift),
    )


_UNITS_WITH_HALVES = frozenset({"week", "month", "quarter", "year"})


def _unknown(_: date) -> Interval | None:
    return None


def _rest_of(unit: str, part: str, reference: date) -> Interval | None:
    """later this week: its second half, of what is not over; earlier this month: its first, of what is."""
    if unit == "year" and part == "first half":
        return year_so_far(reference)
    whole = months_of(reference.year, 1, 12) if unit == "year" else _unit_from(unit, 0, reference)
    if whole is None:
        return None
    first, last = part_of(whole, part)
    if part == "second half":
        return max(first, reference), last
    return first, max(first, min(last, reference - timedelta(days=1)))


def _unit_from(unit: str, shift: int, reference: date) -> Interval | None:
    if unit == "week":
        return week_of(reference, shift)
    if unit == "month":
        return shifted_month(reference, shift)
    if unit == "quarter":
        return quarter_of(reference, shift)
    if unit == "day":
        return day_from(shift, reference)
    return (
        (plus(reference, "decade", -1), reference) if shift < 0 else (reference, plus(reference, "decade", 1))
    )


def _week(match: re.Match[str]) -> Shape:
    """Weeks as ISO 8601 counts them: week 1 holds the first Thursday."""
    year = read_year(match["year"] or match["year2"])
    number = int(match["number"]) if match["number"] else 1 if match["which"] == "first" else -1
    if year is None:
        return Shape(*match.span(), "week", relative=lambda day: iso_week(day.year, number))
    return Shape(*match.span(), "week", relative=lambda _: iso_week(year, number))


def _named_month(shift: int, month: int, reference: date) -> Interval:
    """last July: the latest that is over; next July: the first not begun; this July: of this year."""
    year = reference.year
    if shift < 0 and month >= reference.month:
        year -= 1
    if shift > 0 and month <= reference.month:
        year += 1
    return month_of(year, month)


def _span(match: re.Match[str]) -> Shape:
    if match["side"]:
        count = _SMALL.get(match["count3"]) or read_int(match["count3"])
        unit = match["unit3"]
        if match["side"] in ("earlier", "later"):
            return Shape(*match.span(), "span")
        if match["side"] != "ago":
            return Shape(*match.span(), "day", relative=partial(moved, unit, count))
        kind = unit if unit in ("year", "month", "week") else "range" if unit == "decade" else "day"
        return Shape(*match.span(), kind, relative=partial(ago, unit, count))
    way = -1 if (match["way"] or match["way2"]) in ("past", "last", "previous", "prior") else 1
    written = " ".join((match["count"] or "one").split())
    count = _SMALL.get(written, 0) if not written.isdigit() else int(written)
    if not count:
        return Shape(*match.span(), "span")
    return Shape(
        *match.span(), "span", relative=partial(stretch, match["unit"] or match["unit2"], way * count)
    )
