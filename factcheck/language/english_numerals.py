"""The value of a number in English words: two hundred and fifty, three quarters, nought point five."""

from __future__ import annotations

import math
import re

from factcheck.language.numeral import LARGEST, exact
from factcheck.language.patterns import lazy_pattern

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
    "doz": 12.0,
}
WORDS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_ONES)},
    **{word: 20.0 + 10 * index for index, word in enumerate(_TENS)},
    "nought": 0.0,
    "naught": 0.0,
}
_ORDINAL_ONES = [
    "first",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
ORDINALS: dict[str, int] = {
    "first": 1,
    "second": 2,
    **{word: index + 3 for index, word in enumerate(_ORDINAL_ONES[1:])},
    **{word[:-1] + "ieth": 20 + 10 * index for index, word in enumerate(_TENS)},
}
_FRACTIONS = {
    "half": 2.0,
    "halves": 2.0,
    "quarter": 4.0,
    "quarters": 4.0,
    **{word: float(value) for word, value in ORDINALS.items() if value > 2},
    **{word + "s": float(value) for word, value in ORDINALS.items() if value > 2},
    "hundredth": 1e2,
    "hundredths": 1e2,
    "thousandth": 1e3,
    "thousandths": 1e3,
    "millionth": 1e6,
    "millionths": 1e6,
    "billionth": 1e9,
    "billionths": 1e9,
    "trillionth": 1e12,
    "trillionths": 1e12,
    # Only the plural is a share: a twenty-first is a birthday.
    "firsts": 1.0,
}
_CARDINAL = "|".join(sorted(WORDS, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_FRACTION = "|".join(sorted(_FRACTIONS, key=len, reverse=True))
_GAP = r"(?:\s*-\s*|\s+(?:and\s+)?)"
_PLAIN = rf"(?:(?:{_CARDINAL})|an?(?=\s+(?:{_SCALE})s?\b))(?:{_GAP}(?:{_CARDINAL}|(?:{_SCALE})s?)\b)*"
NUMBER_WORDS = lazy_pattern(
    # The look ahead, at the letters that these words begin with, lets every other position fail at once.
    rf"(?=[adefhmnostz])(?<![a-z0-9\-])(?:(?:minus|negative)\s+)?(?:"
    rf"(?:{_PLAIN})\b(?:\s+point(?:\s+(?:{_CARDINAL})\b)+(?:\s+(?:{_SCALE})\b)*)?"
    rf"(?:\s+and\s+a\s+(?:half|quarter)\s+(?:{_SCALE})s?\b)?"
    rf"(?:\s+over\s+(?:{_PLAIN})\b)?"
    rf"(?:(?:{_GAP}(?:an?\s+)?)(?:{_FRACTION})\b(?!\s+of\s+(?:fiscal|the\s+year|20\d\d)))?"
    rf"|(?:an?\s+)(?:{_FRACTION})\b|half(?:\s+an?\s+(?:{_SCALE}))?\b(?!-)|dozens?\b"
    rf")(?![a-z])"
)
_TOKEN = lazy_pattern(r"[a-z]+")
_PLURALS = {
    "tens": 10.0,
    "dozens": 12.0,
    **{word + "s": SCALES[word] for word in SCALES if SCALES[word] >= 100},
}
_MANY = "|".join(_PLURALS)
OPEN_WORDS = lazy_pattern(
    rf"(?<![a-z0-9\-])(?:(?:{_MANY})(?:\s+of\s+(?:{_MANY}))*"
    rf"|(?:several|(?:a\s+)?few|many)\s+(?:{_SCALE})(?:\s+(?:{_SCALE}))?)(?![a-z])"
)
"""Numbers that only their place is said of: hundreds of thousands, several hundred."""


def read_english(words: str) -> tuple[float, float] | None:
    """Value and step (one unit of the last word said) of folded `words`; None where they are no number."""
    tokens = _TOKEN.findall(words)
    hyphen = re.search(r"ty-\w+$", words) is not None
    sign = 1.0
    if len(tokens) == 3 and tokens[0] == "half" and tokens[2] in SCALES:
        return SCALES[tokens[2]] / 2, 0.0
    if tokens and tokens[0] in ("minus", "negative"):
        sign, tokens = -1.0, tokens[1:]
    if "over" in tokens:
        place = tokens.index("over")
        top, bottom = _cardinal(tokens[:place]), _cardinal(tokens[place + 1 :])
        return None if top is None or not bottom or not bottom[0] else (sign * top[0] / bottom[0], 0.0)
    if len(tokens) > 4 and tokens[-4:-2] == ["and", "a"] and tokens[-1].removesuffix("s") in SCALES:
        # one and a half million
        whole = _cardinal(tokens[:-4])
        more = {"half": 0.5, "quarter": 0.25}.get(tokens[-2])
        if whole is not None and more is not None:
            scale = SCALES[tokens[-1].removesuffix("s")]
            return sign * (whole[0] + more) * scale, scale / 2
    if "point" in tokens:
        decimal = _decimal(tokens)
        return None if decimal is None else (sign * decimal[0], decimal[1])
    read = _fraction(tokens, hyphen) if tokens and tokens[-1] in _FRACTIONS else _cardinal(tokens)
    return None if read is None else (sign * read[0], read[1])


def _fraction(tokens: list[str], hyphen: bool) -> tuple[float, float] | None:
    """three quarters, one hundred and three quarters, one twenty-fifth, two and a half."""
    top: tuple[float, float] | None
    bottom, rest = _FRACTIONS[tokens[-1]], tokens[:-1]
    if bottom < 10 and len(rest) > 1 and rest[-1] in _TENS:
        if rest[-2] == "and" and not hyphen:
            # one hundred and thirty fifths is 130 fifths, one hundred thirty-fifths 100 of them.
            top = _cardinal(rest)
            return None if top is None else (top[0] / bottom, 0.0)
        bottom, rest = bottom + WORDS[rest[-1]], rest[:-1]
    if not rest or rest in (["a"], ["an"]):
        return 1.0 / bottom, 0.0
    whole: tuple[float, float] | None = (0.0, 0.0)
    if rest[-2:-1] == ["and"] or rest[-1] in ("a", "an"):
        top = (1.0, 0.0) if rest[-1] in ("a", "an") else _cardinal(rest[-1:])
        whole = _cardinal([word for word in rest[:-1] if word != "and"])
    else:
        top = _cardinal(rest)
    if top is None or whole is None:
        return None
    return whole[0] + top[0] / bottom, 0.0


def _decimal(tokens: list[str]) -> tuple[float, float] | None:
    place = tokens.index("point")
    tail = tokens[place + 1 :]
    scale = 1.0
    while tail and tail[-1] in SCALES:
        scale *= SCALES[tail.pop()]
    whole = _cardinal(tokens[:place])
    digits = "".join(f"{WORDS[word]:.0f}" for word in tail if word in WORDS)
    if whole is None or not digits or whole[0] > LARGEST:
        return None
    return exact(float(f"{whole[0]:.0f}.{digits}") * scale), scale * 10.0 ** -len(digits)


def _cardinal(tokens: list[str]) -> tuple[float, float] | None:
    """two hundred and fifty thousand; `a hundred`; the step is the last word's own place."""
    total, section, step, seen = 0.0, 0.0, 1.0, False
    for token in tokens:
        word = token[:-1] if token.endswith("s") and token[:-1] in SCALES else token
        if word in WORDS:
            section, step, seen = section + WORDS[word], 10.0 if word in _TENS else 1.0, True
        elif word in ("hundred", "dozen", "doz"):
            section, step, seen = (section or 1.0) * SCALES[word], SCALES[word], True
        elif word in SCALES:
            scale = SCALES[word]
            total, section = (
                (total + (section or 1.0) * scale, 0.0) if section or not total else (total * scale, 0.0)
            )
            step, seen = scale, True
        elif word not in ("and", "a", "an"):
            return None
    return (total + section, step) if seen else None


def read_open(words: str) -> tuple[float, float]:
    """The two ends of `words` (folded, matched by `OPEN_WORDS`), as 数十 is read: tens, 10 to 90.

    dozens: 24 to 96, as nobody calls one dozen so; several and a few: 2 to 9 of what follows.
    """
    tokens = _TOKEN.findall(words)
    scale = 1.0
    for token in tokens:
        scale *= _PLURALS.get(token) or SCALES.get(token, 1.0)
    if tokens[0] in _PLURALS:
        return (scale * 2, scale * 8) if tokens[0] == "dozens" else (scale, scale * 9)
    return scale * 2, scale * 9


def cardinals(words: str) -> list[tuple[int, int]]:
    """Where each number of `words` begins and ends, if they are said one after the other: three-nought-four.

    A number ends where the next word has no place in it: behind a digit only a multiplier goes on,
    behind twenty to ninety also one to nine.
    """
    found: list[tuple[int, int]] = []
    room = 0.0
    for match in _TOKEN.finditer(words):
        word = match.group()
        scale, value = SCALES.get(word.removesuffix("s")), WORDS.get(word)
        if word == "and":
            continue
        if word in ("a", "an", "minus", "negative"):
            fits, room = False, math.inf
        elif scale is not None:
            fits, room = bool(found), scale
        elif value is None:
            return [(0, len(words))]
        else:
            fits = (bool(found) and 0 < value < room) or room == math.inf
            room = 10.0 if value in range(20, 100, 10) else 0.0
        if fits:
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
    return found
