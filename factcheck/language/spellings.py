"""The ways in which words that somebody looks for may be written: as typed, in either script, half width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_CONVERSIONS = ("t2s", "s2t", "s2tw", "s2hk")
"""OpenCC's: 台湾 is 臺灣 by s2t, 里面 is 裡面 in Taiwan and 裏面 in Hong Kong."""


@lru_cache(maxsize=256)
def spellings(text: str) -> tuple[str, ...]:
    """`text` without surrounding blanks, then its other spellings; each once.

    For looking words up in texts that cannot be folded, such as columns of a database.
    """
    typed = text.strip()
    plain = unicodedata.normalize("NFKC", typed)
    found = [typed, plain]
    if not plain.isascii():
        from opencc import OpenCC

        found += [OpenCC(name).convert(plain) for name in _CONVERSIONS]
    return tuple(dict.fromkeys(spelling for spelling in found if spelling))
