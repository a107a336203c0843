"""How exactly a number is stated: the words around it, in both languages.

Works on folded text. Rules for the range that a word leaves open: about, 约: 5% either side; nearly, 近,
接近, 逼近: from 0.9 of the value up to it; less than, 不到: from 0; more than, 超, 100+: no upper end.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from factcheck.language.patterns import lazy_pattern

_ABOVE = (
    r"超过|超出|超|逾|多于|高于|大于|不少于|不低于|不下于?|不止|至少|起码|突破|破|上看|more than|over"
    r"|above|at least|exceed(?:s|ed|ing)?"
    r"|greater than|upwards? of|no less than|not less than|in excess of|north of|surpass(?:es"
    r"|ed|ing)?|topp?(?:s|ed|ing)?"
    r"|a minimum of|>=?|≥|＞"
)
_NEAR = (
    r"近乎为?|几近|将近|接近|逼近|临近|直逼|几乎是?|近|nearly|almost|close to|approaching|just under"
    r"|virtually|near"
    r"|just shy of|just below"
)
_BELOW = (
    r"不到|不足|未达|未到|少于|低于|小于|未满|未及|不满|不超过|最多|至多"
    r"|less than|under|below|fewer than|at most"
    r"|up to|no more than"
    r"|not more than|a maximum of|as much as|<=?|≤|最高(?:达)?|不高于"
)
_ABOUT = (
    r"大约|大概|大致|约莫|约为?|差不多|估计|上下|可能有|about|around|roughly|some|approximately"
    r"|approx\.?|circa|ca\.|(?<![\d%万亿千百])[~～]"
    r"|an estimated|estimated|or so"
)
PRECISION = rf"(?:{_ABOVE}|{_BELOW}|{_NEAR}|{_ABOUT})"
"""Words of precision before a number, as one group."""
_BEFORE = lazy_pattern(
    rf"(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<near>{_NEAR})|(?P<about>{_ABOUT}))"
    r"(?:了|至|到|为|达到|达|有|the|a|an|by|of|:|\s)*(?:nt|us|hk)?\s*$"
)
_AFTER = lazy_pattern(
    r"\s*(?:(?P<above>\+|以上|还多|之上|or more|and above|and over|plus\b|多(?![年月日少样种元])"
    r"|余(?![下额地量波]))"
    r"|(?P<below>以下|以内|之内|or less|or fewer)"
    r"|(?P<about>左右|上下|or so\b|开外))"
)


@dataclass(frozen=True, slots=True)
class Approximation:
    """`low` and `high` multiply the value; `end` is where the words after the number stop."""

    low: float
    high: float
    end: int
    strict: bool = False
    """Whether the words leave the number itself out: less than, over, 不到, 超過."""


_STRICT = lazy_pattern(
    r"(?<!不)(?:超过|超出|超|逾|多于|高于|大于)|不止|不到|不足|未达|未到|(?<!不)(?:少于|低于|小于)|未满|未及"
    r"|(?<!no )(?<!not )(?:more|greater|less|fewer) than|over|above|exceed(?:s|ed|ing)?|in excess of"
    r"|north of|under|below|[<>＞](?!=)"
)
"""Of the words above and below, those that leave the number itself out."""
_RANGES = {"above": (1.0, math.inf), "below": (0.0, 1.0), "near": (0.9, 1.0), "about": (0.95, 1.05)}


def read_approximation(folded: str, start: int, end: int) -> Approximation | None:
    """What the words right before `start` and after `end` say about the number; None for exact."""
    after = _AFTER.match(folded, end)
    if after is not None and after.lastgroup is not None:
        low, high = _RANGES[after.lastgroup]
        return Approximation(low, high, after.end())
    before = _BEFORE.search(folded, max(0, start - 24), start)
    if before is None or before.lastgroup is None:
        return None
    word_start = before.start()
    if (
        folded[word_start].isascii()
        and folded[word_start].isalpha()
        and word_start
        and folded[word_start - 1].isalpha()
        and folded[word_start - 1].isascii()
    ):
        return None
    low, high = _RANGES[before.lastgroup]
    words = before.group(before.lastgroup)
    strict = before.lastgroup in ("above", "below") and _STRICT.fullmatch(words) is not None
    return Approximation(low, high, end, strict)
