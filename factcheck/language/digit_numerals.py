"""Numbers written in digits, with their English scale: 1,250; 3.5 million; 8B; 2^5; 16/5; 1e10 (folded text).

Digits that belong to a name (H100, 3A090, GPT-4), an address or a telephone number are no numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import numeric

from factcheck.language.chinese_numerals import BIG_UNITS
from factcheck.language.english_numerals import SCALES
from factcheck.language.numeral import Numeral, exact
from factcheck.language.patterns import lazy_pattern

# Groups are taken whole (++): given back one by one, each would be looked at again to the end of the digits.
ARABIC = (
    r"\d{1,2}(?:,\d{2})+,\d{3}(?![\d,]*\d)(?:\.\d+)?"
    r"|\d{1,3}(?:,\d{3})++(?![\d,]*\d)(?:\.\d+)?|\d{1,3}(?: \d{3}){2,}+(?:\.\d+)?(?![\d ]*\d)"
    r"|\d{1,3}(?: 000)+(?! ?\d)"
    r"|\d++(?:\.\d+)?(?:e[+\-]?\d+)?(?![a-z]*\d)|\d++(?:\.\d+)?|\.\d+"
)
SCALE_WORDS = {
    **SCALES,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "tln": 1e12,
    "mm": 1e6,
    "trn": 1e12,
    "k": 1e3,
    "m": 1e6,
    "b": 1e9,
    "t": 1e12,
}
_CURRENCIES = "usd|hkd|eur|gbp|rmb|cny|twd|krw|jpy"
_SEVERAL = "mn|mln|bn|bln|tn|tln|trn|mm"
SCALE_LETTERS = f"{_SEVERAL}|[kmbt]"
_SCALE = lazy_pattern(
    r"(?:\s*-?\s*(hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?"
    rf"|\s?({_SEVERAL})|\s?([kmbt]))(?![a-z0-9/²])"
)
_SECOND_SCALE = lazy_pattern(r"\s+(thousand|million|billion|trillion|lakh|crore)s?(?![a-z])")
# The look ahead lets every other position fail at once.
NUMBER = lazy_pattern(rf"(?=[\d.])(?:{ARABIC})")
_FRACTION = lazy_pattern(r"(\d+)\s*/\s*(\d+)(?![\d/]|\s*/\s*\d)")
_GLYPHS = {glyph: numeric(glyph) for glyph in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
"""Fractions that are one character."""
_GLYPH = "".join(_GLYPHS)
_START = lazy_pattern(rf"(?=[\d.{_GLYPH}])(?:{ARABIC}|[{_GLYPH}])")
_COUNTED_FRACTION = lazy_pattern(
    r"([1-9])\s*/\s*(10|[2-9])(?:\s*-?\s*(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)(?![a-z])"
    r"|\s?[百千]?[万亿兆])"
)
_HAN_SCALE = lazy_pattern(r"\s?([百千]?)([万亿兆])")
_HUNDREDS = {"": 1, "百": 100, "千": 1000}
_MIXED_FRACTION = lazy_pattern(rf"\s+(\d+)/(\d+)(?![\d/])|\s?([{_GLYPH}])")
_POWER = lazy_pattern(r"(\d+(?:\.\d+)?)\s?\^\s?([+\-]?\d+)")


def digit_numerals(text: str, folded: str) -> Iterator[Numeral]:
    """Numbers in digits with their English scale: 1,250; 3.5 million; 8B; 2^5; 16/5; 1e10."""
    position = 0
    while match := _START.search(folded, position):
        position = match.end()
        if folded.startswith("24/7", match.start()):
            position = match.start() + 4
            continue
        if not is_apart(folded, match.start(), match.end()):
            continue
        numeral = _special(text, folded, match.start()) or _plain(text, folded, match)
        if numeral is not None:
            position = numeral.end
            yield signed(folded, numeral)


def is_apart(folded: str, start: int, end: int) -> bool:
    """False for digits inside a name, a version, an address: H100, GPT-4, 1.2.3.4, 3A090."""
    before = folded[start - 1] if start else " "
    if (folded[start] == "." and before.isdigit()) or (
        before == "." and start > 1 and folded[start - 2].isalnum()
    ):
        return False
    if before.isascii() and (before.isalpha() or before in "_@#"):
        # $ and the letters of a currency (us$, rmb) are no name.
        return folded[max(0, start - 3) : start] in _CURRENCIES.split("|")
    if before in "-+" and start > 1 and folded[start - 2].isascii() and folded[start - 2].isalpha():
        if _SCALED_DASH.search(folded, max(0, start - _CHAIN_REACH), start):
            return _OWN_SCALE.match(folded, end) is not None
        return _WORD_DASH.search(folded, 0, start) is not None
    after = folded[end : end + 3]
    if (before == "-" or after[:1] == "-") and _in_chain(folded, start):
        return False
    return not (after[:1] == "." and after[1:2].isdigit()) and _NAME_TAIL.match(folded, end) is None


_CHAIN = lazy_pattern(r"(?<![\d,.])\d+(?:-\d+)+(?![,.]\d)")
_CHAIN_REACH = 24
"""Code points before a number in which the groups of a telephone number stand."""


def _in_chain(folded: str, start: int) -> bool:
    """True inside 138-0013-8000 and 02-2345: three groups of digits, or a first one that begins with zero."""
    for match in _CHAIN.finditer(folded, max(0, start - _CHAIN_REACH), start + _CHAIN_REACH):
        if match.start() <= start < match.end():
            groups = match.group().split("-")
            return len(groups) > 2 or (groups[0][0] == "0" and len(groups[0]) > 1)
    return False


_SCALED_DASH = lazy_pattern(rf"(?:(?<![a-z\d.,\-])|(?<={_CURRENCIES}))\d[\d.,]*\s?(?:{SCALE_LETTERS})-$")
"""The first end of a range, each of whose ends has its letters: $3M-5M, but not the H3M-5M of a name."""
_OWN_SCALE = lazy_pattern(rf"\s?(?:{SCALE_LETTERS})(?![a-z\d])")
_WORD_DASH = lazy_pattern(r"(?:mid|pre|post|sub|non|about|over|under|usd|us)-$")
_NAME_TAIL = lazy_pattern(r"[a-z]{1,3}\d|(?:st|nd|rd|th)(?![a-z])|g(?![a-z/])(?!\s)|[xa](?=[^a-z\W])")


_LARGEST_BASE = 1e5
"""Of a power with an exponent of 60 that a float still holds."""


def _special(text: str, folded: str, start: int) -> Numeral | None:
    """A power or a fraction, in digits or as one character: 1/2 million, ½ million."""
    power = _POWER.match(folded, start)
    if power is not None and 0 < float(power.group(1)) <= _LARGEST_BASE and abs(float(power.group(2))) <= 60:
        value = float(power.group(1)) ** float(power.group(2))
        return Numeral(start, power.end(), value, value, value, 0.0, False)
    fraction = _FRACTION.match(folded, start)
    if (
        fraction is not None
        and float(fraction.group(2))
        and (start == 0 or folded[start - 1] != "/")
        and not _names_years(fraction.group(1), fraction.group(2))
    ):
        value = float(fraction.group(1)) / float(fraction.group(2))
        if is_counted_fraction(folded, start):
            return _fraction(text, folded, start, fraction.end(), value)
        return Numeral(start, fraction.end(), value, value, value, 0.0, False)
    glyph = _GLYPHS.get(folded[start])
    return None if glyph is None else _fraction(text, folded, start, start + 1, glyph)


def is_counted_fraction(folded: str, start: int) -> bool:
    """Whether what might be a month and a day is a part of so many: 3/4 million, 1/2 dozen, 1/4億.

    On 9/11 thousands died, and 1/23 萬人 are people of a day.
    """
    found = _COUNTED_FRACTION.match(folded, start)
    if found is None or folded.endswith("on ", 0, start):
        return False
    return int(found.group(1)) < int(found.group(2))


def _fraction(text: str, folded: str, start: int, end: int, value: float) -> Numeral:
    """A fraction with the multiplier behind it; no last digit of it is stated."""
    scale, end = _scale(text, folded, start, end)
    han = _HAN_SCALE.match(folded, end) if scale == 1 else None
    if han is not None:
        scale, end = float(_HUNDREDS[han.group(1)] * BIG_UNITS[han.group(2)]), han.end()
    value = exact(value * scale) if scale != 1 else value
    return Numeral(start, end, value, value, value, 0.0, scale != 1)


def _names_years(first: str, second: str) -> bool:
    """2024/25 is a season."""
    return len(first) == 4 and len(second) in (2, 4) and (int(first) + 1) % 100 == int(second) % 100


def _plain(text: str, folded: str, match: re.Match[str]) -> Numeral | None:
    # A full-width comma after ASCII digits separates items of a list.
    place = text.find("，", match.start(), match.end()) if text[match.start()].isascii() else -1
    raw = match.group() if place < 0 else folded[match.start() : place]
    written = raw.replace(",", "").replace(" ", "")
    if len(written) > 300:
        return None
    value, end = float(written), match.start() + len(raw)
    mantissa, _, exponent = written.partition("e")
    if value == float("inf") or abs(int(exponent or 0)) > 300:
        return None
    step = 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2]))
    mixed = _MIXED_FRACTION.match(folded, end)
    # Of four digits before a blank most are a year: in 2019 ½ of them.
    whole = "." not in written and (len(written) < 4 or (mixed is not None and mixed.group()[0] in _GLYPHS))
    part = _part(mixed) if mixed is not None and whole else 0.0
    if mixed is not None and part:
        return _fraction(text, folded, match.start(), mixed.end(), value + part)
    loss = _loss(text, folded, match.start(), end)
    if loss is not None:
        value = -exact(value * loss[1])
        return Numeral(match.start() - 1, loss[0], value, value, value, step * loss[1], loss[1] != 1)
    scale, end = _scale(text, folded, match.start(), end)
    value = exact(value * scale)
    return Numeral(match.start(), end, value, value, value, step * scale, scale != 1)


def _part(mixed: re.Match[str]) -> float:
    """The fraction behind a whole number; 0 where none stands there: 3 4/1."""
    if mixed.group(3):
        return _GLYPHS[mixed.group(3)]
    return float(mixed.group(1)) / float(mixed.group(2)) if float(mixed.group(2)) > 1 else 0.0


def _loss(text: str, folded: str, start: int, end: int) -> tuple[int, float] | None:
    """End and scale of what accounts put in brackets for a loss: $(3.2) million, (3.2) million.

    Without a currency sign before or a scale behind, brackets only hold a gloss (15%).
    """
    if folded[start - 1 : start] != "(" or folded[end : end + 1] != ")":
        return None
    scale, last = _scale(text, folded, start, end + 1)
    signed = _MONEY_BEFORE.search(folded, max(0, start - 5), start - 1) is not None
    return (last, scale) if signed or scale != 1 else None


_MONEY_BEFORE = lazy_pattern(rf"[$€£¥₩₹]\s?$|(?:{_CURRENCIES})\s?$")


_COUNTED_IN_LETTERS = lazy_pattern(r"参数|美元|欧元|元|个|人|用户|token")


def _scale(text: str, folded: str, start: int, end: int) -> tuple[float, int]:
    """The English multiplier after a number in digits; a small m, b, t is one only after a currency sign."""
    match = _SCALE.match(folded, end)
    if match is None:
        return 1.0, end
    letter = match.group(3)
    money = _MONEY_BEFORE.search(folded, max(0, start - 4), start) is not None
    capital = letter is not None and letter in "mb" and text[match.end() - 1] in "MB"
    # 910B芯片 is a model's name, 70B参数 a number.
    if capital and not money and is_letter(folded[match.end() : match.end() + 1]):
        capital = _COUNTED_IN_LETTERS.match(folded, match.end()) is not None
    if (match.group(2) == "mm" and not money) or (letter and letter != "k" and not capital and not money):
        return 1.0, end
    scale, end = SCALE_WORDS[match.group(1) or match.group(2) or letter], match.end()
    second = None if letter else _SECOND_SCALE.match(folded, end)
    if second is not None:
        return scale * SCALE_WORDS[second.group(1)], second.end()
    return scale, end


_MINUS = lazy_pattern(r"\b(?:minus|negative)\s+$")


def signed(folded: str, numeral: Numeral) -> Numeral:
    """A minus that nothing but a blank, a bracket or the start of the text precedes belongs to the number."""
    word = _MINUS.search(folded, max(0, numeral.start - 10), numeral.start)
    if word is not None:
        return Numeral(
            word.start(),
            numeral.end,
            -numeral.value,
            -numeral.high,
            -numeral.low,
            numeral.step,
            numeral.scaled,
        )
    place = numeral.start - 1
    if folded.endswith("零下", 0, numeral.start):
        return Numeral(
            place - 1, numeral.end, -numeral.value, -numeral.high, -numeral.low, numeral.step, numeral.scaled
        )
    while place >= 0 and folded[place] == " ":
        place -= 1
    if place < 0 or folded[place] not in "-−–负":
        return numeral
    if (
        folded[place] != "负"
        and place
        and (
            folded[place - 1] not in " (:：=,，（"
            or place < numeral.start - 2
            or _ends_something(folded[:place], spaced=place < numeral.start - 1)
        )
    ):
        return numeral
    return Numeral(
        place, numeral.end, -numeral.value, -numeral.high, -numeral.low, numeral.step, numeral.scaled
    )


def _ends_something(before: str, *, spaced: bool) -> bool:
    """Whether a dash behind `before` joins or parts: behind a figure, and between blanks behind any word."""
    last = before.rstrip()[-1:]
    return last.isdigit() or (spaced and last.isalpha())


def is_letter(char: str) -> bool:
    """Whether `char` is a letter outside ASCII: a Chinese character, mostly."""
    return char.isalpha() and not char.isascii()
