"""Files of published fact-checks: opened within limits, their beginning looked at, their lines decoded."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import ReadError
from factcheck.readers.decoding import clean, decode
from factcheck.readers.drafts import Origin
from factcheck.readers.html import declared_charset
from factcheck.readers.options import MEGABYTE, ReadOptions
from factcheck.readers.rows import row_lines
from factcheck.readers.streams import Lines, Source

LARGEST = 1000 * MEGABYTE
"""Bytes of the largest file that is read."""
_HEAD = 2 * MEGABYTE
"""Bytes in which a format is recognised; pages may carry their styles and scripts ahead of it."""


@contextmanager
def opened(path: Path, largest: int = LARGEST, remedy: str = "split it") -> Iterator[BinaryIO]:
    """The file, open to be read; ReadError where it cannot be, is no file, or has more than `largest` bytes.

    `remedy`: what to do with one that is too large.
    """
    try:
        # An ordinary one: a pipe might never end.
        if not os.path.isfile(path):
            found = "a folder" if os.path.isdir(path) else "none"
            raise ReadError(f"Wanted a file at '{path}', found {found}; check the path.")
        size = path.stat().st_size
        if size > largest:
            raise ReadError(
                f"Wanted a file of at most {largest:,} bytes, found {size:,} in '{path}'; {remedy}."
            )
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise ReadError(f"'{path}' cannot be read ({error.strerror or error}); check its rights.") from error


def whole_text(path: Path, largest: int, remedy: str) -> str:
    """All of a file's text, with LF line ends and U+FFFD for NUL; ReadError as `opened`, or for no text."""
    with opened(path, largest, remedy) as file:
        data = file.read(largest)
    return clean(decode(data, declared=declared_charset(data)).text)[0]


def lines_of(file: BinaryIO, name: str, *, any_end: bool) -> Lines:
    """The file's lines and how they are decoded; `any_end`: CR and CRLF end a line too.

    ReadError for binary data. Bytes that are not of the file's encoding stay visible in their line.
    """
    return row_lines(Source(file), Origin(name), ReadOptions(), any_end=any_end)


def beginning(path: Path) -> str:
    """The first characters of a text file, roughly decoded; empty where there are none to be had.

    For recognising a format by its ASCII words: other characters of Big5 and the like come out wrong.
    """
    try:
        if not os.path.isfile(path):
            return ""
        with path.open("rb") as file:
            data = file.read(_HEAD)
    except OSError:
        return ""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")
