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


def text_of(path: Path) -> str:
    """The whole text of a file; ReadError where it cannot be read."""
    try:
        data = path.read_bytes()
        return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
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
        except ValueError as error:
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
