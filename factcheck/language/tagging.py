"""Words of a Chinese text with their part of speech and offsets (rjieba's tags, on folded text)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.language.folding import fold

ASPECT = frozenset({"ul", "uz", "ug"})
"""Tags of 了, 着 and 过: what stands before them is a verb in use."""


def plain(text: str) -> str:
    """`fold(text)` with 著 read as the particle 着, as nearly always in running text; length unchanged."""
    return fold(text).replace("著", "着")


class Token(NamedTuple):
    """A word at code points [start, end) of the text it was found in."""

    word: str
    """Folded: Simplified, half width, lower case."""
    pos: str
    """rjieba's tag: n, v, a, d, p, c, m, eng, x ..."""
    start: int
    end: int


@lru_cache(maxsize=512)
def tag(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; blanks are left out, offsets are those of `text`.

    The tags come from a dictionary and are a hint: names that it does not hold are cut apart.
    """
    import rjieba

    folded = plain(text)
    tokens: list[Token] = []
    position = 0
    for word, pos in rjieba.tag(folded):
        start = folded.find(word, position)
        if start < 0:
            continue
        position = start + len(word)
        if not word.isspace():
            tokens.append(Token(word, pos, start, position))
    return tuple(tokens)


def within(tokens: tuple[Token, ...], start: int, end: int) -> tuple[Token, ...]:
    """The tokens that lie wholly inside [start, end)."""
    return tuple(token for token in tokens if start <= token.start and token.end <= end)
