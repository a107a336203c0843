"""What numbers are counted in: units looked up in the text beside a number.

Everything here is looked up in folded text (Simplified, lower case, half width); Traditional forms
need no entry. Canonical names: ISO 4217 codes for money, `%`, `pp`, `x`, SI and industry symbols for
measures, English singular nouns for counters and durations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from factcheck.language.patterns import lazy_pattern
from factcheck.language.unit_tables import PREFIXES, TABLES


def _forms() -> Iterable[tuple[str, str, str]]:
    for kind, table in TABLES.items():
        for unit, forms in table.items():
            for form in forms.split("|"):
                yield form.replace("\\.", "."), kind, unit


def _kind_of(kind: str, unit: str) -> str:
    if unit == "pp":
        return "percentage_point"
    return "dimension" if unit in ("bps", "‰") else kind


@lru_cache(maxsize=1)
def _lookup() -> dict[str, tuple[str, str]]:
    """Every written form, with English plurals, to kind and unit; the first table that names it wins."""
    found: dict[str, tuple[str, str]] = {}
    for form, kind, unit in _forms():
        key = form.removeprefix("-")
        found.setdefault(key, (_kind_of(kind, unit), unit))
        if key.isascii() and len(key) > 2 and key[-1].isalpha() and key[-1] != "s":
            found.setdefault(key + "s", (_kind_of(kind, unit), unit))
    return found


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    forms = sorted(_lookup(), key=len, reverse=True)
    words = [form for form in forms if _is_latin(form[0])]
    latin = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in words)
    other = "|".join(re.escape(form) for form in forms if not _is_latin(form[0]))
    return re.compile(
        rf"\s{{0,3}}(?:({other})|(?:-\s?)?({latin})(?![a-z0-9])|°({latin})|[({{]({latin})[)}}])"
    )


# pounds beside words of weight are pounds of weight.
_WEIGHT = lazy_pattern(
    r"\b(?:weigh\w*|heav\w+|tons?|tonnes?|kg|kilos?|kilograms?|los[et]|losing|shed"
    r"|gained|bench)\b"
)


def match_unit(folded: str, position: int) -> tuple[str, str, int] | None:
    """Kind, canonical unit and end of the longest unit at `position` (blanks or a hyphen allowed)."""
    match = _pattern().match(folded, position)
    if match is None:
        return None
    form = " ".join((match.group(match.lastindex or 1)).split())
    kind, unit = _lookup()[form]
    if form in ("pound", "pounds") and _WEIGHT.search(folded, max(0, position - 60), position):
        kind, unit = "dimension", "lb"
    return kind, unit, match.end()


@lru_cache(maxsize=1)
def _noun_pattern() -> re.Pattern[str]:
    forms = _lookup().items()
    nouns = [form for form, (kind, _) in forms if kind == "count" and form.isascii() and len(form) > 2]
    joined = "|".join(re.escape(form) for form in sorted(nouns, key=len, reverse=True))
    stop = (
        r"(?!(?:of|in|to|for|and|by|the|from|on|at|with|per|than|a|an|is|are|was|were|as|or|but"
        r"|that|which|when)\b)"
    )
    return re.compile(rf"(?:[\s\-]{stop}[\w'’]{{1,24}}){{0,4}}?[\s\-]({joined})\b")


def following_noun(folded: str, position: int) -> str | None:
    """What a number before `position` counts although words stand between: 300,000 advanced AI chips."""
    match = _noun_pattern().match(folded, position)
    return None if match is None else _lookup()[match.group(1)][1]


@lru_cache(maxsize=1)
def prefix_pattern() -> re.Pattern[str]:
    """A currency sign or name directly before a number (blanks allowed); group 1 is the form."""
    forms = sorted(PREFIXES, key=len, reverse=True)
    # A blank before the sign only after letters that cannot be a word: us $, hk $, c $ but not a $.
    loose = ("us", "u.s", "nt", "hk", "c")
    signs = [re.escape(form).replace(r"\$", r"\s?\$" if form.startswith(loose) else r"\$") for form in forms]
    spaced = "|".join(signs)
    return re.compile(rf"(?<![a-z])({spaced})\s{{0,2}}$")
