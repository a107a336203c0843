"""The English words and patterns that dates are built of: months, weekdays, days, years (folded text)."""

from __future__ import annotations

import re

from factcheck.language.english_numerals import ORDINALS, WORDS

MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {
    **{name: i + 1 for i, name in enumerate(MONTH_NAMES)},
    **{name[:3]: i + 1 for i, name in enumerate(MONTH_NAMES)},
    "sept": 9,
}
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
_ORD_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_TENS_WORDS = "twenty|thirty"
ONE_WORDS = "|".join(word for word in WORDS if WORDS[word] >= 1)
DAY = (
    rf"(?:(?:3[01]|[12]\d|0?[1-9])\s?(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?[ap]\.?m\b)"
    rf"|(?:(?:{_TENS_WORDS})[\s\-])?(?:{_ORD_WORDS})\b)"
)
DAY_WORD = rf"(?:(?:{_TENS_WORDS})[\s\-](?:{ONE_WORDS})|(?:{ONE_WORDS}))\b"
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})\b"


def read_int(written: str) -> int:
    """5, 5th, fifth, twenty-second, twenty nine."""
    digits = re.match(r"'?(\d+)", written)
    if digits:
        return int(digits.group(1))
    return sum(int(ORDINALS.get(word) or WORDS.get(word, 0)) for word in re.findall("[a-z]+", written))


def read_year(written: str | None) -> int | None:
    if not written:
        return None
    value = read_int(written)
    return value if value > 99 else 2000 + value if value < 50 else 1900 + value


SHIFTS = {
    "this": 0,
    "current": 0,
    "the": 0,
    "last": -1,
    "previous": -1,
    "past": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "upcoming": 1,
}
"""Years, quarters, months from that of the reference day."""
