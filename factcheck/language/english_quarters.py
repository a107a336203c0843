"""Quarters, halves and fiscal years as English names them, folded: Q3 2025, the September quarter, FY2026."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.date_shapes import Shape
from factcheck.language.english_calendar import MONTHS, YEAR, read_year
from factcheck.language.patterns import lazy_pattern

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
_SEASON = lazy_pattern(r"(?P<first>(?:19|20)\d\d)(?<![\d./\-]\d{4})[/–\-](?P<last>(?:20)?\d\d)(?![\d/\-.%])")
"""2024/25, 2023-24: a fiscal, school or sports year."""
_FISCAL = lazy_pattern(
    rf"\bfiscal\s+[qh][1-4]\b(?:\s+\d{{4}})?|\bq[1-4]\s*(?:of\s+)?(?:fy|fiscal(?:\s+year)?)\s?'?\d{{2,4}}|\b(?:fy"
    rf"|fiscal(?:\s+year)?)\s?'?\d{{2,4}}(?:[/–-]\d\d\b)?(?:\s*q[1-4])?\b"
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
_MONTHS_SO_FAR = lazy_pattern(rf"\b(?P<months>[69])m\s?(?:(?P<year>{YEAR})|'?(?P<short>[12]\d))\b")
"""9M25: the first nine months. 3M is a company."""
_YEAR_NOUN = lazy_pattern(r"\s?(?:财年|财政年度|会计年度|学年|赛季|season|fiscal|financial|academic|school)")
_NAMED_QUARTER = lazy_pattern(
    rf"\b(?:the\s+)?(?P<month>march|june|september|december)[\s\-]+quarter(?:\s+(?:of\s+)?(?P<year>{YEAR}))?\b"
)
"""The September quarter is the one that ends with that month."""
_QUARTER_MARK = lazy_pattern(r"[\dqh](?:(?<=\d)[qh]|(?<=[qh])\d)")


def english_quarters(folded: str) -> Iterator[Shape]:
    """Every quarter, half and fiscal period stated in `folded`, overlaps included."""
    if "fy" in folded or "fiscal" in folded:
        yield from (Shape(*match.span(), "fiscal") for match in _FISCAL.finditer(folded))
    if "quarter" in folded or "half" in folded:
        for match in _NAMED_QUARTER.finditer(folded):
            month, year = MONTHS[match["month"]], int(match["year"]) if match["year"] else None
            yield Shape(*match.span(), "quarter", year=year, months=(month - 2, month))
        yield from (_quarter(match) for match in _QUARTER.finditer(folded))
    elif _QUARTER_MARK.search(folded):
        yield from (_quarter(match) for match in _QUARTER.finditer(folded))
    if "9m" in folded or "6m" in folded:
        for match in _MONTHS_SO_FAR.finditer(folded):
            year = read_year(match["year"] or match["short"])
            yield Shape(*match.span(), "range", year=year, months=(1, int(match["months"])))
    yield from _seasons(folded)


def _seasons(folded: str) -> Iterator[Shape]:
    for match in _SEASON.finditer(folded):
        follows = len(match["last"]) == 2 and (int(match["first"]) + 1) % 100 == int(match["last"])
        if follows and (folded[match.start() + 4] == "/" or _YEAR_NOUN.match(folded, match.end())):
            end = match.end() + (2 if folded.startswith("财年", match.end()) else 0)
            yield Shape(match.start(), end, "fiscal")


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
