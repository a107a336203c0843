"""Which language carries the grammar of a text."""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.scripts import HAN, LATIN_WORD, WORDS_PER_HAN


@lru_cache(maxsize=1024)
def reads_as_chinese(text: str) -> bool:
    """Whether Chinese carries the grammar of `text`, whatever foreign names stand in it."""
    if text.isascii():
        return False
    han = len(HAN.findall(text))
    return han > 0 and han >= WORDS_PER_HAN * len(LATIN_WORD.findall(text))
