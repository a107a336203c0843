"""Years, decades and centuries as English and digits write them, folded: in 2025, early 2025, the 1990s."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.date_shapes import Shape
from factcheck.language.english_calendar import YEAR
from factcheck.language.patterns import lazy_pattern
from factcheck.language.places import is_programme

_CENTURY = lazy_pattern(r"\b(?:the\s+)?(?P<number>1\d|2[01])(?:st|nd|rd|th)[\s\-]century\b")
_YEAR_PART = lazy_pattern(
    rf"\b(?:the\s+)?(?P<part>early|mid|late|end of|beginning of|start of|year-end"
    rf"|year end)[\s\-]*(?:in\s+)?(?P<year>{YEAR})(?:'?(?P<decade>s)\b)?"
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
    r"|report|sales|came|stood|rose|fell|grew|reached|totalled|totaled|had|has|revenues?|profits?|loss(?:es)?"
    r"|results|earnings|output|production|figures|data|season|deal|level)\b|[一-鿿])"
)
_YEAR_MARK = lazy_pattern(r"[12]\d\d\d")


def english_years(text: str, folded: str) -> Iterator[Shape]:
    """Every year, decade and century stated in `folded`, overlaps included."""
    if "century" in folded:
        for match in _CENTURY.finditer(folded):
            yield Shape(*match.span(), "century", year=int(match["number"]) * 100 - 99)
    if not _YEAR_MARK.search(folded):
        return
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
        kind = "decade" if match["decade"] else "year"
        yield Shape(*match.span(), kind, year=int(match["year"]), part=part)
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
            or _opens_before_a_name(text, folded, match)
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
    return int(match["year"]) > _FARTHEST and text[start - 2 : start - 1].isupper()


def _opens_before_a_name(text: str, folded: str, match: re.Match[str]) -> bool:
    """In 2025 Nvidia sold more: the year that a sentence or a clause opens with. 2000 counts as often, and
    what is no year of late is a number or the time of day."""
    name = text[match.end() : match.end() + 2]
    if not "1900" <= match["year"] < "2100" or match["year"] == "2000" or _CLOCK.match(text, match.end()):
        return False
    opening = _OPENING_LEAD.search(folded, max(0, match.start() - 10), match.start())
    return opening is not None and name[:1] == " " and name[1:].isupper()


_CLOCK = lazy_pattern(r"\s(?:GMT|UTC|[ECMPB]S?T|CES?T|HKT|JST|KST)\b")
_OPENING_LEAD = lazy_pattern(
    r"(?:^|[.!?,;:\n\"“‘(—–-]\s?)(?:but |and )?(?:in|since|by|during|until|before|after)\s$"
)
_YEAR_END = lazy_pattern(r"\s*(?:[,.;:!?)）]\s|[.!?)）]?$)")
