"""The languages in which the workbench itself speaks: English, and Chinese in either script."""

from __future__ import annotations

import os
from functools import lru_cache

from factcheck.errors import UnknownName

TONGUES = ("en", "zh-Hant", "zh-Hans")
_ALSO = {"zh": "zh-Hant", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans"}

Words = tuple[str, str]
"""The same in English and in Chinese (Traditional; Simplified is derived)."""


def tongue_named(name: str | None, *, of: str = "screen") -> str:
    """One of TONGUES: as named, else after the locale; UnknownName for another."""
    if not name:
        name = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "en")
        name = name.partition(".")[0].replace("_", "-")
        name = name if name.lower().startswith("zh") else "en"
        name = _ALSO.get(name.lower(), name) if name.lower() in _ALSO or name == "en" else "zh"
    lowered = {tongue.lower(): tongue for tongue in TONGUES} | _ALSO
    if name.lower() not in lowered:
        raise UnknownName(f"language of the {of}", name, (*TONGUES, "zh"))
    return lowered[name.lower()]


def side(words: Words, tongue: str) -> str:
    """The side of `words` that a reader of `tongue`, one of TONGUES, reads."""
    if tongue == "en":
        return words[0]
    return words[1] if tongue == "zh-Hant" else simplified(words[1])


@lru_cache(maxsize=1024)
def simplified(text: str) -> str:
    """Traditional Chinese, as written in Taiwan, in the words and characters of the mainland."""
    return str(_converter().convert(text))  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def _converter() -> object:
    from opencc import OpenCC

    return OpenCC("tw2sp")
