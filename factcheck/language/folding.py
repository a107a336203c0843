"""A key for comparison: width, case and script folded, one code point for one code point.

The text itself is never changed. Because `fold` keeps the number of code points, an offset found
in the folded copy is an offset in the text.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1)
def _script_table() -> dict[int, str]:
    """Traditional -> Simplified for single characters, as OpenCC's t2s knows them."""
    from opencc import OpenCC

    ranges = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
    characters = "".join(chr(code) for low, high in ranges for code in range(low, high))
    # One character a line, so that no phrase rule of the converter can join neighbours.
    folded = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, folded, strict=True)
    simpler = {old: new for old, new in pairs if old != new and len(new) == 1}
    # 薴 becomes 苧, which elsewhere is itself the traditional form, of 苎: all three meet.
    return {ord(old): simpler.get(new, new) for old, new in simpler.items()}


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    """Width, compatibility form, case and script of one character; itself where that is longer than one."""
    form = unicodedata.normalize("NFKC", character)
    if len(form) != 1:
        form = character
    lower = form.lower()
    if len(lower) == 1:
        form = lower
    return _script_table().get(ord(form), form)


class _Table(dict[int, str]):
    """A translation table that fills itself, so that folding is one C-level pass."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


_TABLE = _Table()


_REMEMBERED = 1_000
"""Code points of the longest text whose folded form is remembered: a sentence is folded by every reader."""


def fold(text: str) -> str:
    """`text` in lower case, half width and Simplified characters; `len(fold(text)) == len(text)`.

    Conversion is character by character (OpenCC's own first choices), so a few characters that
    depend on their word (乾, 著, 後) fold to one fixed form: right for a key, wrong for display.
    """
    if text.isascii():
        return text.lower()
    return _folded(text) if len(text) <= _REMEMBERED else text.translate(_TABLE)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return text.translate(_TABLE)
