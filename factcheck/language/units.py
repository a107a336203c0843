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
def _by_opening() -> dict[str, tuple[str, ...]]:
    """First code point, and first two -> forms that may stand there, longest first. An alternation of all of
    them would do the same and take a twentieth of a second to compile."""
    found: dict[str, list[str]] = {}
    for form in sorted(_lookup(), key=len, reverse=True):
        found.setdefault(form[0], []).append(form)
        if len(form) > 1:
            found.setdefault(form[:2], []).append(form)
    for pair in [opening for opening in found if len(opening) > 1]:
        found[pair] += (form for form in found[pair[0]] if len(form) == 1)
    return {opening: tuple(forms) for opening, forms in found.items()}


def _forms_at(folded: str, start: int) -> tuple[str, ...]:
    """The forms that may stand at `start`, longest first."""
    pair = folded[start : start + 2]
    if pair[1:].isspace() or pair[1:] == "-":
        # A gap may part the first word or character of a form from its second.
        return _by_opening().get(pair[0], ())
    return _by_opening().get(pair) or ((pair[0],) if pair[0] in _lookup() else ())


_BLANKS = lazy_pattern(r"\s{0,6}")
_MARK = lazy_pattern(r"[({°]|-\s?|")
_BRACKETS, _CLOSING = ("(", "{"), (")", "}")


def _longest_form(folded: str, position: int) -> tuple[str, int] | None:
    """The longest written form of a unit behind the blanks at `position`, and its end."""
    blanks = _BLANKS.match(folded, position)
    start = blanks.end() if blanks else position
    mark = None
    if start < len(folded) and not _is_latin(folded[start]):
        found = _form_at(folded, start, "")
        if found is not None:
            return found
        mark = _MARK.match(folded, start)
        start = mark.end() if mark else start
    if start >= len(folded) or not _is_latin(folded[start]):
        return None
    return _form_at(folded, start, mark.group() if mark else "")


def _form_at(folded: str, start: int, before: str) -> tuple[str, int] | None:
    """The longest form at `start` that ends as a word does, or closes the bracket `before` it."""
    for form in _forms_at(folded, start):
        end = _end_of(form, folded, start)
        if end is None:
            continue
        if before in _BRACKETS:
            if folded[end : end + 1] in _CLOSING:
                return form, end + 1
        elif before == "°" or not _is_latin(form[0]) or not _is_word(folded[end : end + 1]):
            return form, end
    return None


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _end_of(form: str, folded: str, start: int) -> int | None:
    """Where `form` ends if it stands at `start`, its blanks as wide as the text has them."""
    if " " not in form and folded.startswith(form, start):
        return start + len(form)
    gaps = folded[start + 1 : start + len(form)]
    if form[0].isascii():
        if " " not in form or (" " not in gaps and "-" not in gaps):
            return None
    elif " " not in gaps:
        return None
    match = _spaced(form).match(folded, start)
    return match.end() if match else None


@lru_cache(maxsize=256)
def _spaced(form: str) -> re.Pattern[str]:
    """Words parted by blanks or hyphens; Chinese characters too, as some text is typeset: 个 百 分 点."""
    if form[0].isascii():
        return re.compile(r"(?:\s+|-)".join(map(re.escape, form.split(" "))))
    return re.compile(r"\s{0,3}".join(map(re.escape, form.replace(" ", ""))))


# pounds beside words of weight are pounds of weight.
_WEIGHT = lazy_pattern(
    r"\b(?:weigh\w*|heav\w+|diet\w*|eat(?:s|en|ing)?|tons?|tonnes?|kg|kilos?|kilograms?|los[et]|losing|shed"
    r"|gained|bench)\b"
)


def match_unit(folded: str, position: int) -> tuple[str, str, int] | None:
    """Kind, canonical unit and end of the longest unit at `position` (blanks or a hyphen allowed)."""
    found = _longest_form(folded, position)
    if found is None:
        return None
    form, end = found
    kind, unit = _lookup()[form]
    if form in ("pound", "pounds") and _WEIGHT.search(folded, max(0, position - 60), position):
        kind, unit = "dimension", "lb"
    return kind, unit, end


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
