"""Numbers wherever they stand in a text: digits, English words, Chinese words of both scripts.

A numeral is only the number itself (三十万 in 三十万颗): units, ranges and approximations are read by
`factcheck.language.quantities`. Digits that belong to a name (H100, 3A090, GPT-4) are no numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.language.digit_numerals import digit_numerals, signed
from factcheck.language.english_numerals import (
    NUMBER_WORDS,
    OPEN_WORDS,
    ORDINALS,
    WORDS,
    cardinals,
    read_english,
    read_open,
)
from factcheck.language.folding import fold
from factcheck.language.han_numerals import HAN, han_numerals
from factcheck.language.invisible import Visible, visible
from factcheck.language.numeral import LARGEST, Numeral
from factcheck.language.patterns import lazy_pattern

__all__ = ["Numeral", "find_numerals", "may_hold_number"]

_FIGURE = lazy_pattern(rf"[\d{HAN}半倍折番斩½¼¾]")
_NUMBER_WORD = lazy_pattern(
    # The look ahead lets every position fail at once that no word of these begins at.
    r"\b(?=[bcdefhlmnoqstzp])(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|naught|fifteen|sixteen|seventeen|eighteen|nineteen|twent|thirt|fort|fift|sixt|sevent|eight|ninet"
    r"|hundred|thousand|million|billion|trillion|lakh|crore|dozen|half|third|quarter|second|doubl|tripl|twice|halv"
    r"|quadrupl|percent)"
)


def may_hold_number(folded: str) -> bool:
    """Whether a folded text may hold a numeral: asked before anything is parsed."""
    return _FIGURE.search(folded) is not None or _NUMBER_WORD.search(folded) is not None


def find_numerals(text: str, folded: str | None = None) -> list[Numeral]:
    """Every number in `text`, in order, not overlapping; `folded` is `fold(text)` where already known."""
    if folded is None:
        seen = visible(text)
        if seen.text is not text:
            return [_moved(seen, one) for one in find_numerals(seen.text, fold(seen.text))]
        folded = fold(text)
        if not may_hold_number(folded):
            return []
    found: list[Numeral] = []
    position = 0
    for numeral in sorted(_candidates(text, folded), key=lambda item: (item.start, -item.end)):
        # Written so that NaN, which no comparison holds for, is left out.
        sizes = (numeral.value, numeral.low, numeral.high, numeral.step)
        if numeral.start >= position and all(-LARGEST <= size <= LARGEST for size in sizes):
            found.append(numeral)
            position = numeral.end
    return _shares_of(folded, found)


def _moved(seen: Visible, numeral: Numeral) -> Numeral:
    start, end = seen.span(numeral.start, numeral.end)
    return replace(numeral, start=start, end=end)


_OUT_OF = lazy_pattern(r"\s+(?:over|out of(?: every)?|in every|(?P<in>in))\s+")
_TIME = lazy_pattern(r"\s*-?(?:second|minute|hour|day|week|month|quarter|year|decade)")


def _shares_of(folded: str, found: list[Numeral]) -> list[Numeral]:
    """one out of three, 1 over 3: a small whole number of a larger one is a share."""
    merged: list[Numeral] = []
    for numeral in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and 0 < abs(last.value) < numeral.value
            and last.value % 1 == numeral.value % 1 == 0
            and not last.scaled
            and (link := _OUT_OF.fullmatch(folded, last.end, numeral.start))
            and not (link["in"] and not _is_share(folded, last, numeral))
        ):
            share = last.value / numeral.value
            merged[-1] = Numeral(last.start, numeral.end, share, share, share, 0.0, False)
        else:
            merged.append(numeral)
    return merged


def _is_share(folded: str, part: Numeral, whole: Numeral) -> bool:
    """one in five, 3 in 10; but not three in 2025, nor two in ten days."""
    return part.value < 10 and whole.value <= 1000 and not _TIME.match(folded, whole.end)


def _candidates(text: str, folded: str) -> Iterator[Numeral]:
    yield from digit_numerals(text, folded)
    if not folded.isascii():
        for numeral in han_numerals(folded):
            # The minus of -3亿 belongs to what 3亿 is.
            yield signed(folded, numeral) if folded[numeral.start].isdigit() else numeral
    if _has_large_word(folded):
        for match in OPEN_WORDS.finditer(folded):
            low, high = read_open(match.group())
            yield Numeral(*match.span(), low, low, high, low, True)
    for match in NUMBER_WORDS.finditer(folded):
        for first, last in cardinals(_without_quarters(folded, match)):
            start, end = match.start() + first, match.start() + last
            read = read_english(folded[start:end])
            if read is not None and not _ordinal_follows(folded, end):
                yield Numeral(
                    start, end, *read[:1] * 3, read[1], _SCALED.search(folded, start, end) is not None
                )


_LASTING = lazy_pattern(
    r"\b(?:past|last|next|first|previous|coming|consecutive|straight|for|over|in)\s+(?:the\s+)?$"
)


def _without_quarters(folded: str, match: re.Match[str]) -> str:
    """Two quarters, the past three quarters are lengths of time; three quarters is a share."""
    words = match.group()
    count = words.removesuffix("quarters").rstrip(" -")
    if count == words or count not in WORDS:
        return words
    lasting = count != "three" or _LASTING.search(folded, max(0, match.start() - 20), match.start())
    return count if lasting and not _OF.match(folded, match.end()) else words


_OF = lazy_pattern(r"\s+of\b")


def _has_large_word(folded: str) -> bool:
    return ("illion" in folded or "hundred" in folded or "thousand" in folded or "dozen" in folded) or (
        "tens" in folded or "lakh" in folded or "crore" in folded
    )


_SCALED = lazy_pattern("hundred|thousand|million|billion|trillion|lakh|crore|doz|teen|ty[\\s-]")
"""A number in words too large to be a digit."""
_ORDINAL_NEXT = lazy_pattern(rf"[\s\-]+(?:{'|'.join(ORDINALS)}|hundredth|thousandth)\b")


def _ordinal_follows(folded: str, end: int) -> bool:
    return _ORDINAL_NEXT.match(folded, end) is not None
