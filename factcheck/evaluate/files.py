"""Measuring files: UTF-8 JSON Lines, plain or as .gz."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import ReadError

LARGEST = 1_000_000_000
"""Bytes of the largest file that is read, after unpacking."""


def text_of(path: Path) -> str:
    """The whole text of a file; ReadError where it cannot be read."""
    try:
        # A pipe or a device might never end, and a small archive unpack into more than there is memory.
        if not path.is_file():
            raise OSError("no file is there" if not path.exists() else "it is no ordinary file")
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise OSError(f"it has more than {LARGEST:,} bytes; split it")
        return data.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise ReadError(
            f"Cannot read {path}: {error}. Wanted is UTF-8 JSON Lines, or these as .gz."
        ) from error


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that hold something, each with its number from 1; ReadError where there are none."""
    found = [(number, line) for number, line in enumerate(text_of(path).split("\n"), start=1) if line.strip()]
    if not found:
        raise ReadError(f"{path} has no rows. Wanted is one JSON object a line.")
    yield from found


def objects_of(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file, each with the number of its line; ReadError naming a line that holds none."""
    for number, line in lines_of(path):
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReadError(
                f"{path}, line {number}: {error}. Wanted is one JSON object a line, found {line[:40]!r}."
            ) from error
        if not isinstance(found, dict):
            raise ReadError(f"{path}, line {number}: wanted a JSON object, found {line[:40]!r}.")
        yield number, found


def digest_of(*paths: Path) -> str:
    """sha256, in hex, of the files as they lie there, one after the other."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()
