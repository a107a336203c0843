"""The languages in which the workbench itself speaks: English, and Chinese in either script."""

from __future__ import annotations

import os
from functools import lru_cache

from factcheck.errors import UnknownName

TONGUES = ("en", "zh-Hant", "zh-Hans")
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_SIMPLIFIED = frozenset({"hans", "cn", "sg", "my"})

Words = tuple[str, str]
"""The same in English and in Chinese (Traditional; Simplified is derived)."""


def tongue_named(name: str | None, *, of: str = "screen") -> str:
    """One of TONGUES: as named by a BCP 47 tag, else after the locale; UnknownName for another language.

    Chinese that names neither script nor region is Traditional, as the words are kept.
    """
    if not name:
        name = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
        # zh_TW.UTF-8 or zh_TW@radical; a locale of another language gets English.
        name = name.partition(".")[0].partition("@")[0]
        return _tongue(name) or "en"
    found = _tongue(name)
    if found is None:
        raise UnknownName(f"language of the {of}", name, (*TONGUES, "zh"))
    return found


def _tongue(tag: str) -> str | None:
    primary, *rest = tag.strip().lower().replace("_", "-").split("-")
    if primary == "en":
        return "en"
    if primary != "zh":
        return None
    # The script stands before the region and outranks it: zh-Hans-HK.
    for part in rest:
        if part in _TRADITIONAL or part in _SIMPLIFIED:
            return "zh-Hans" if part in _SIMPLIFIED else "zh-Hant"
    return "zh-Hant"


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
