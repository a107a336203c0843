"""Seals of the files of a generation: what is looked at on every opening, and what `doctor` reads through.

Opening compares sizes and a sample of blocks, in about a millisecond a file whatever its size; reading all
bytes is left to `factcheck doctor`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "seals.json"
_BLOCK = 4096
_BLOCKS = 8
"""Blocks of a file that are looked at on opening: the first, the last and some between."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file was when its generation was published."""

    size: int
    """Bytes."""
    sample: str
    """sha256 of `_BLOCKS` blocks."""
    whole: str
    """sha256 of all bytes."""


def seal_generation(home: Path, before: Path | None) -> None:
    """Write the seals of all files below `home`; those shared with the generation `before` keep theirs."""
    try:
        known = read_seals(before) if before is not None else {}
    except ValueError:
        known = {}  # damaged, which may be why this generation is made
    seals = {}
    for name in sorted(_names(home)):
        path = home / name
        shared = before is not None and name in known and _same_file(path, before / name)
        seals[name] = known[name] if shared else Seal(path.stat().st_size, _sample(path), _whole(path))
    rows = {name: asdict(seal) for name, seal in seals.items()}
    (home / FILE).write_text(json.dumps(rows, indent=1), encoding="utf-8")


def read_seals(home: Path) -> dict[str, Seal]:
    """By name below `home`; empty where a generation has none."""
    try:
        rows = json.loads((home / FILE).read_text(encoding="utf-8"))
        seals = {name: Seal(**row) for name, row in rows.items()}
    except FileNotFoundError:
        return {}
    except (TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ValueError(f"{home / FILE} cannot be understood ({error})") from error
    for name, seal in seals.items():
        if not isinstance(seal.size, int):
            raise ValueError(f"{home / FILE} cannot be understood (the size of {name} is no number)")
    return seals


def first_broken(home: Path, *, whole: bool = False) -> str | None:
    """The first sealed file that is not what it was, with what is wrong; None where all are.

    By size and sampled blocks, or with `whole` by every byte. FileNotFoundError where one is missing, or all
    seals are.
    """
    seals = read_seals(home)
    if not seals:
        raise FileNotFoundError(home / FILE)
    for name, seal in seals.items():
        path = home / name
        size = path.stat().st_size
        if size != seal.size:
            return f"{name} has {size:,} bytes, wanted are {seal.size:,}"
        if (_whole(path) != seal.whole) if whole else (_sample(path) != seal.sample):
            return f"{name} has other bytes than were written"
    return None


def _names(home: Path) -> Iterator[str]:
    """Files that stay as they are: neither locks nor the lists that tantivy keeps for itself."""
    for path in home.rglob("*"):
        if path.is_file() and not path.name.startswith(".") and path.name != FILE:
            yield path.relative_to(home).as_posix()


def _same_file(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _sample(path: Path) -> str:
    digest, size = hashlib.sha256(), path.stat().st_size
    last = max(0, size - _BLOCK)
    with path.open("rb") as file:
        for place in sorted({last * block // (_BLOCKS - 1) for block in range(_BLOCKS)}):
            file.seek(place)
            digest.update(file.read(_BLOCK))
    return digest.hexdigest()


def _whole(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
