"""Names across languages: 輝達 = 英伟达 = NVIDIA, each under one key that belongs to no language.

Known names come from a table that a person can read and extend (aliases.toml); unknown ones are
found by form: capitalised words, codes such as MI308, titles in 《》. A company, its chip and its
chief executive are three names.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.errors import SettingError
from factcheck.language.folding import fold


class EntityKind(StrEnum):
    """What a name names."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    PRODUCT = "product"
    LAW = "law"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at code points [start, end) of a text."""

    start: int
    end: int
    text: str
    key: str
    """Language-free key; for unknown names their folded form."""
    kind: EntityKind
    candidates: tuple[str, ...] = ()
    """Every key that the name may stand for, where that is more than one."""


@dataclass(frozen=True, slots=True)
class AliasTable:
    """Folded alias -> the keys that it may stand for; key -> kind; alias -> context words that decide."""

    keys: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, EntityKind]
    contexts: Mapping[str, re.Pattern[str]]
    """For keys of ambiguous names: words that must stand near them."""
    pattern: re.Pattern[str]


_BUILTIN = Path(__file__).with_name("aliases.toml")
_NEAR = 24
"""Code points on either side in which a context word decides an ambiguous name."""
_CODE = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z0-9\-]*[A-Za-z])(?=[A-Za-z0-9\-]*\d)[A-Z0-9][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9])"
)
_TITLE = re.compile(r"《([^《》\n]{2,40})》")
_CAPITALISED = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z&'’\-]+(?:[ ](?:of|for|and|the)?[ ]?[A-Z][A-Za-z&'’\-]+)*(?![a-z])"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?。！？:：\n“\"])\s*$")
_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "for",
        "of",
        "to",
        "and",
        "but",
        "or",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "i",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "as",
        "after",
        "before",
        "since",
        "while",
        "when",
        "if",
        "although",
        "however",
        "meanwhile",
        "according",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "q1",
        "q2",
        "q3",
        "q4",
        "h1",
        "h2",
        "ai",
        "gpu",
        "cpu",
        "ceo",
        "no",
        "not",
        "new",
        "both",
        "all",
        "some",
        "many",
        "last",
        "next",
        "under",
        "over",
        "with",
        "from",
        "chip",
        "chips",
        "us",
        "mr",
        "ms",
        "dr",
    ]
)
_NOT_CODE = re.compile(
    r"^(?:q[1-4]|h[12]|fy\d+|[1-4]q\d*|\d+[a-z]{1,2}|\d+(?:nm|gb|tb|mw|gw|kg|km|bn|mn|st|nd|rd|th|tflops|pflops|x)|20\d\d[a-z]?|\d+-[a-z]+)$"
)
_HAN = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=8)
def load_aliases(extra: Path | None = None) -> AliasTable:
    """The built-in table, with the entries of `extra` added; SettingError names file and key."""
    entries = _entries(_BUILTIN)
    if extra is not None:
        for key, entry in _entries(extra).items():
            known = entries.setdefault(key, {"kind": entry["kind"], "names": []})
            known["names"] = [*known["names"], *entry["names"]]
    return _compiled(entries)


def _entries(path: Path) -> dict[str, dict[str, Any]]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"Wanted a table of names in {path}, found {error}; mend the file.") from error
    for key, entry in raw.items():
        if not isinstance(entry, dict) or not isinstance(entry.get("names"), list) or not entry["names"]:
            raise SettingError(f"Wanted names = [...] under [{key}] in {path}, found {entry!r}.")
        if entry.get("kind") not in {kind.value for kind in EntityKind}:
            known = ", ".join(EntityKind)
            raise SettingError(
                f"Wanted a kind ({known}) under [{key}] in {path}, found {entry.get('kind')!r}."
            )
    return raw


def _compiled(entries: dict[str, dict[str, Any]]) -> AliasTable:
    keys: dict[str, tuple[str, ...]] = {}
    contexts: dict[str, re.Pattern[str]] = {}
    for key, entry in entries.items():
        for name in entry["names"]:
            alias = fold(name)
            keys[alias] = tuple(dict.fromkeys((*keys.get(alias, ()), key)))
        if entry.get("near"):
            contexts[key] = re.compile("|".join(fold(word) for word in entry["near"]))
    ordered = sorted(keys, key=len, reverse=True)
    parts = (
        re.escape(alias) if _HAN.search(alias) else rf"(?<![a-z0-9]){re.escape(alias)}(?![a-z0-9])"
        for alias in ordered
    )
    kinds = {key: EntityKind(entry["kind"]) for key, entry in entries.items()}
    return AliasTable(keys, kinds, contexts, re.compile("|".join(parts)))


def find_entities(text: str, *, aliases: AliasTable | None = None) -> list[Mention]:
    """Names in `text` in order, not overlapping: known ones first, then those found by form."""
    table = aliases or load_aliases()
    folded = fold(text)
    found = [
        mention for match in table.pattern.finditer(folded) if (mention := _known(text, folded, match, table))
    ]
    taken = bytearray(len(text))
    for mention in found:
        taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    for mention in _by_form(text, folded):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _known(text: str, folded: str, match: re.Match[str], table: AliasTable) -> Mention | None:
    """The mention of an alias; None where the words around it speak of something else."""
    start, end = match.span()
    keys = table.keys[match.group()]
    around = folded[max(0, start - _NEAR) : start] + " " + folded[end : end + _NEAR]
    possible = tuple(key for key in keys if key not in table.contexts or table.contexts[key].search(around))
    if not possible:
        return None
    decided = next((key for key in possible if key in table.contexts), possible[0])
    candidates = possible if len(possible) > 1 and decided not in table.contexts else ()
    return Mention(start, end, text[start:end], decided, table.kinds[decided], candidates)


def _by_form(text: str, folded: str) -> list[Mention]:
    """Titles, codes and capitalised words."""
    found = [
        Mention(*match.span(), match.group(), match.group(1).casefold(), EntityKind.LAW)
        for match in _TITLE.finditer(folded)
    ]
    found = [Mention(one.start, one.end, text[one.start : one.end], one.key, one.kind) for one in found]
    for match in _CODE.finditer(text):
        key = folded[match.start() : match.end()]
        if not _NOT_CODE.match(key):
            found.append(Mention(*match.span(), match.group(), key, EntityKind.PRODUCT))
    for match in _CAPITALISED.finditer(text):
        mention = _capitalised(text, folded, match)
        if mention is not None:
            found.append(mention)
    return found


def _capitalised(text: str, folded: str, match: re.Match[str]) -> Mention | None:
    """A run of capitalised words that is a name and not a sentence's first word."""
    start, end = match.span()
    words = folded[start:end].split()
    while words and words[0] in _COMMON:
        start += len(words[0]) + 1
        words = words[1:]
    if not words or start >= end:
        return None
    lone_opening = len(words) == 1 and _SENTENCE_START.search(text[:start]) and not text[start:end].isupper()
    if lone_opening and folded.count(words[0]) < 2 and not _HAN.search(text):
        return None
    key = " ".join(words).removesuffix("'s").removesuffix("’s")
    return Mention(start, end, text[start:end], key, EntityKind.OTHER)
