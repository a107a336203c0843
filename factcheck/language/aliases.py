"""The table of known names (aliases.toml) and a workspace's own that adds to it.

Its form is described at the top of aliases.toml.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.errors import SettingError
from factcheck.language.folding import fold
from factcheck.language.mentions import EntityKind


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name may stand for."""

    key: str
    kind: EntityKind
    near: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    written: str | None = None
    """For a name that is an ordinary word too: its form in the table; None for all others."""
    learnt: bool = False
    """Whether a text says so, not a table."""
    part: bool = False
    """Whether it is the telling part of a longer name, and may be another's: Saebyeok of Saebyeok Memory."""


@dataclass(frozen=True, slots=True, eq=False)
class AliasTable:
    """All known names, folded. A table is equal to itself alone, so that what it finds can be remembered."""

    senses: Mapping[str, tuple[Sense, ...]]
    """Name -> what it may stand for; nothing for a longer word that merely contains a name."""
    lengths: Mapping[str, tuple[int, ...]]
    """First `HEAD` code points -> lengths of the names that begin with them, longest first; a shorter name
    is its own head."""
    revision: str
    """Digest of the files that the table was read from, 12 hex digits."""
    openings: frozenset[str] = field(init=False, repr=False)
    """The first two code points of all names: most words and pairs of Chinese characters are none."""
    seen: dict[str, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False)
    """Heads of Latin words met in texts -> lengths of the names that may begin so: the reader's own note."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "openings", frozenset(head[:2] for head in self.lengths))


HEAD = 4
"""Code points by which a name is looked for: with fewer, nearly every English word might begin one."""
_BUILTIN = Path(__file__).with_name("aliases.toml")
_NOT_NAMES = "not-names"
_FIELDS = ("names", "common", "near", "against")


@lru_cache(maxsize=8)
def load_aliases(extra: Path | None = None) -> AliasTable:
    """The built-in table, with the entries of `extra` added.

    Raises SettingError, naming file and key, for a table that cannot be read.
    """
    senses: dict[str, tuple[Sense, ...]] = {}
    digest = hashlib.sha256()
    for path in (_BUILTIN,) if extra is None else (_BUILTIN, extra):
        content = _content(path)
        digest.update(content)
        for alias, sense in _read_table(path, content):
            if sense is None:
                # A workspace's own word against a built-in name; within one table names come first.
                senses[alias] = () if path is extra else senses.get(alias, ())
            else:
                others = (other for other in senses.get(alias, ()) if other.key != sense.key)
                senses[alias] = (*others, sense)
    return AliasTable(senses, lengths_of(senses), digest.hexdigest()[:12])


def lengths_of(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Heads of folded names -> lengths of the names that begin so, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:HEAD], set()).add(len(name))
    return {head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()}


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingError(f"Wanted a table of names in {path}, found {error}; make it readable.") from error


def _read_table(path: Path, content: bytes) -> Iterator[tuple[str, Sense | None]]:
    """(folded name, sense) for every name in a table; None for a word that is no name."""
    try:
        raw = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"Wanted a table of names in {path}, found {error}; mend the file.") from error
    kinds = {kind.value: kind for kind in EntityKind}
    for section, entries in raw.items():
        if not isinstance(entries, dict) or section not in {*kinds, _NOT_NAMES}:
            wanted = ", ".join(f"[{name}]" for name in (*kinds, _NOT_NAMES))
            raise SettingError(f"Wanted sections {wanted} in {path}, found '{section}'; move its lines.")
        for key, entry in entries.items():
            parts = _parts(path, section, key, entry)
            if section == _NOT_NAMES:
                yield from ((fold(word), None) for word in parts["names"])
                continue
            near, against = (tuple(fold(word) for word in parts[field]) for field in ("near", "against"))
            sense = Sense(fold(key), kinds[section], near, against)
            yield from ((fold(name), sense) for one in parts["names"] for name in _dotted(one))
            yield from ((fold(name), replace(sense, written=name)) for name in parts["common"])


def _dotted(name: str) -> Iterator[str]:
    """A transcribed name with each of the dots in use: 比爾·福斯特, 比爾•福斯特."""
    yield name
    if "·" in name:
        yield from (name.replace("·", dot) for dot in "•‧・")


def _parts(path: Path, section: str, key: str, entry: Any) -> dict[str, list[str]]:
    """The lists of one line, each possibly empty; SettingError where they are something else."""
    parts = {"names": entry} if isinstance(entry, list) else entry
    where = f"under [{section}] '{key}' in {path}"
    if not isinstance(parts, dict) or not parts.keys() <= set(_FIELDS):
        raise SettingError(f"Wanted a list of names, or {', '.join(_FIELDS)}, {where}, found {entry!r}.")
    for words in parts.values():
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise SettingError(f"Wanted lists of words {where}, found {words!r}; put them in [...].")
    names = [*parts.get("names", ()), *parts.get("common", ())]
    short = [name for name in names if len(name) < 2]
    if short or not names:
        raise SettingError(f"Wanted names of two characters or more {where}, found {short or 'none'}.")
    return {field: parts.get(field, []) for field in _FIELDS}
