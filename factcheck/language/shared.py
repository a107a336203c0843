"""Which stretches of one text another text has too: words, names by alias, figures by value.

For the eye only: what is marked shows where to look and decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.language.entities import find_entities
from factcheck.language.folding import fold
from factcheck.language.quantities import find_quantities
from factcheck.language.quantity import Quantity
from factcheck.language.scripts import HAN
from factcheck.language.tokens import words

_LATIN = re.compile(r"[a-z0-9]+(?:[.\-'][a-z0-9]+)*")
_EMPTY_PAIR = re.compile("[的了是在和与及将并对为以也而其这那有]")
"""A pair with one of these (folded) is grammar more often than matter."""

Spans = tuple[tuple[int, int], ...]


class Content:
    """What a text says, taken apart once, to be looked for in others."""

    def __init__(self, text: str) -> None:
        self._words = frozenset(words(text))
        self._pairs = frozenset(_han_pairs(fold(text)).values())
        self._names = frozenset(key for mention in find_entities(text) for key in mention.keys)
        self._figures = find_quantities(text)

    def spans_in(self, text: str) -> Spans:
        """Stretches of `text`, half-open, in order and apart, that say what this one says somewhere too.

        English words by stem, Chinese by pairs of characters in either script, names across languages
        (輝達, NVIDIA), figures by value and unit (80億美元, $8B).
        """
        folded = fold(text)
        latin = [one for one in _LATIN.finditer(folded) if not one[0].isdigit()]
        found = [one.span() for one in latin if self._words.intersection(words(one[0]))]
        found += [(start, start + 2) for start, pair in _han_pairs(folded).items() if pair in self._pairs]
        found += [(one.start, one.end) for one in find_entities(text) if self._names.intersection(one.keys)]
        # A figure as a whole: the 80 of 80億 and that of 80萬 have nothing in common.
        found += [
            (one.start, one.end)
            for one in find_quantities(text)
            if any(_agrees(ours, one) for ours in self._figures)
        ]
        return _joined(found, text)

    def same_figures(self, text: str) -> list[tuple[Quantity, Quantity]]:
        """Figures of this text with the first of `text` that allows the same value in the same unit."""
        theirs = find_quantities(text)
        pairs = [(ours, next((one for one in theirs if _agrees(ours, one)), None)) for ours in self._figures]
        return [(ours, match) for ours, match in pairs if match is not None]


def _agrees(ours: Quantity, theirs: Quantity) -> bool:
    if (ours.kind, ours.unit) != (theirs.kind, theirs.unit):
        return False
    if ours.value is not None and ours.value == theirs.value:
        return True
    return ours.low <= theirs.high and theirs.low <= ours.high


def _han_pairs(folded: str) -> dict[int, str]:
    """Pairs of Chinese characters by where they stand."""
    pairs = ((start, folded[start : start + 2]) for start in range(len(folded) - 1))
    return {
        start: pair
        for start, pair in pairs
        if HAN.match(pair[0]) and HAN.match(pair[1]) and not _EMPTY_PAIR.search(pair)
    }


def _joined(spans: Iterable[tuple[int, int]], text: str) -> Spans:
    """The spans in order, those that touch or are a blank apart made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start].isspace()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
