"""Seasons as English names them, folded: the summer of 2025, last winter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from factcheck.language.date_shapes import Shape
from factcheck.language.english_calendar import SHIFTS, YEAR
from factcheck.language.patterns import lazy_pattern
from factcheck.language.periods import Interval, months_of

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_SEASON = lazy_pattern(
    r"\b(?:(?P<rel>this|last|next|coming)\s+)?(?P<season>spring|summer|autumn|fall|winter)"
    rf"(?:,?\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<word>this|last|next)\s+year))?(?![\w\-/])"
)


def english_seasons(folded: str) -> Iterator[Shape]:
    """Every season that a word or a year places; a spring alone may be of water."""
    for match in _SEASON.finditer(folded) if _has_season(folded) else ():
        if match["rel"] or match["year"] or match["word"]:
            yield _season(match)


def _has_season(folded: str) -> bool:
    return ("spring" in folded or "summer" in folded or "winter" in folded) or (
        "autumn" in folded or "fall" in folded
    )


def _season(match: re.Match[str]) -> Shape:
    """Seasons of the north, as meteorology counts them; a winter lies in two years and stays open."""
    months = _SEASONS.get(match["season"])
    if months is None:
        return Shape(*match.span(), "season", relative=_unknown)
    if match["rel"]:
        return Shape(*match.span(), "season", relative=partial(_season_from, SHIFTS[match["rel"]], months))
    year = int(match["year"]) if match["year"] else None
    shift = SHIFTS[match["word"]] if match["word"] else None
    return Shape(*match.span(), "season", year=year, year_shift=shift, months=months)


def _season_from(shift: int, months: tuple[int, int], reference: date) -> Interval:
    """last summer: the latest that is over; next summer: the first not begun."""
    year = reference.year
    if shift < 0 and reference.month <= months[1]:
        year -= 1
    if shift > 0 and reference.month >= months[0]:
        year += 1
    return months_of(year, *months)


def _unknown(_: date) -> Interval | None:
    return None
