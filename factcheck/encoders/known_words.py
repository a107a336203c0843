"""Text cut into the words that a table has vectors for: the longest known word first, no tokenizer to load.

A list of lines opens in a few milliseconds, where the same words as a tokenizer's file take fifty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_RUN = re.compile(r"([\u3400-\u9fff]+)|([a-z]+|[0-9]+)|[^\s]")
LONGEST_CHINESE = 6
"""Characters of the longest Chinese word that is looked for."""
LONGEST_LATIN = 20
"""Letters of the longest part of an unknown word that is looked for."""
UNKNOWN = 0
"""Number of what is not known; the list begins with a word that no text has."""


class KnownWords:
    """Numbers of words, by their places in a list."""

    def __init__(self, words: Sequence[str]) -> None:
        """`words`: folded, each once, those of one letter or character among them."""
        self._numbers = {word: number for number, word in enumerate(words)}

    def __len__(self) -> int:
        return len(self._numbers)

    def cut(self, folded: str) -> list[int]:
        """The numbers of a folded text's words; a Chinese word is followed by its characters, be it of one.

        So what is not known as a word, a name above all, weighs no less than what is.
        """
        numbers: list[int] = []
        for match in _RUN.finditer(folded):
            kind = match.lastindex
            if kind == 1:
                self._chinese(match[0], numbers)
            elif kind == 2:
                self._latin(match[0], numbers)
            else:
                numbers.append(self._numbers.get(match[0], UNKNOWN))
        return numbers

    def _chinese(self, run: str, numbers: list[int]) -> None:
        known, place = self._numbers, 0
        while place < len(run):
            for length in range(min(LONGEST_CHINESE, len(run) - place), 1, -1):
                number = known.get(run[place : place + length])
                if number is not None:
                    break
            else:
                length, number = 1, known.get(run[place], UNKNOWN)
            numbers.append(number)
            if length == 1:
                numbers.append(number)
            else:
                numbers += [known.get(one, UNKNOWN) for one in run[place : place + length]]
            place += length

    def _latin(self, run: str, numbers: list[int]) -> None:
        """A word, or the longest parts of it from its beginning on."""
        number = self._numbers.get(run)
        if number is not None:
            numbers.append(number)
            return
        place = 0
        while place < len(run):
            for length in range(min(LONGEST_LATIN, len(run) - place), 0, -1):
                number = self._numbers.get(run[place : place + length])
                if number is not None:
                    break
            else:
                length, number = 1, UNKNOWN
            numbers.append(number)
            place += length
