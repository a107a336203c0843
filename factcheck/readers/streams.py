"""Open files: read whole up to a limit, or line by line in constant memory whatever their size."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from factcheck.errors import ReadError
from factcheck.readers.decoding import Decoded, codec_of
from factcheck.readers.drafts import Draft, Origin, Reader, ReadFailure
from factcheck.readers.options import MEGABYTE, ReadOptions

SAMPLE = 4 * MEGABYTE
"""Bytes from which the encoding of a larger table is told; a smaller one is told by all of it."""
_CHUNK = 262_144
_ESCAPED = 6
"""Characters that JSON may write for one."""
_WIDEST = 4
"""Bytes that the widest encoding takes for a character."""
_SPARE = 100_000
"""Characters of a row beside its text."""
_SURROGATES = "\udc80-\udcff"
"""What stands for bytes that are not UTF-8."""


class Source:
    """An open file behind what was read of it ahead."""

    def __init__(self, file: BinaryIO, head: bytes = b"") -> None:
        self._file = file
        self._head = head

    def read(self, size: int) -> bytes:
        """The next `size` bytes; fewer only at the end."""
        part, self._head = self._head[:size], self._head[size:]
        return part if len(part) == size else part + self._file.read(size - len(part))

    @property
    def size(self) -> int:
        """Bytes of a file on disk; 0 where that cannot be told beforehand."""
        try:
            return os.fstat(self._file.fileno()).st_size
        except OSError:
            return 0


StreamReader = Callable[[Source, Origin, ReadOptions], Iterator[Draft | ReadFailure]]
"""A format: an open file in, drafts out. ReadError when the whole input cannot be read."""


def whole(reader: Reader, *, is_text: bool = False) -> StreamReader:
    """`reader` over an open file, within the limits; `is_text`: the file is nothing but its text."""

    def read(source: Source, origin: Origin, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
        return reader(_bounded(source, options, is_text=is_text), origin, options)

    return read


def _bounded(source: Source, options: ReadOptions, *, is_text: bool) -> bytes:
    """All of `source`; ReadError when it is larger than allowed, whatever its size was said to be."""
    longest = options.max_characters * _WIDEST
    limit = min(options.max_bytes, longest) if is_text else options.max_bytes
    size = source.size
    data = source.read(limit + 1) if size <= limit else b""
    if size <= limit and len(data) <= limit:
        return data
    found = f"{size:,}" if size > limit else f"more than {limit:,}"
    if is_text and limit == longest:
        raise ReadError(
            f"Wanted a text of at most {options.max_characters:,} characters, found {found} bytes;"
            " split the file, or raise max_characters in factcheck.toml."
        )
    raise ReadError(
        f"Wanted a file of at most {limit:,} bytes, found {found};"
        " split it, or raise max_file_bytes in factcheck.toml."
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table and how they are decoded."""

    decoded: Decoded
    """What tells the encoding: the whole table or its beginning."""
    each: Iterator[str | None]
    """Every line without its end; None in the place of one that is too long."""
    damage: str
    """Characters that stand for bytes which are not of the encoding, as the inside of a character class."""
    longest: int
    """Characters of the longest line that is read."""


def text_lines(
    source: Source, decoded: Callable[[bytes], Decoded], options: ReadOptions, *, any_end: bool
) -> Lines:
    """The lines of a table; those of one beyond `SAMPLE` bytes in constant memory.

    `decoded` tells the encoding of bytes; beyond the sample, what does not fit it is damage. `any_end`:
    CR and CRLF end a line as LF does. Raises what `decoded` raises.
    """
    longest = options.max_characters * _ESCAPED + _SPARE
    head = source.read(SAMPLE)
    if len(head) < SAMPLE:
        told = decoded(head)
        text = told.text.replace("\r\n", "\n").replace("\r", "\n") if any_end else told.text
        chunks: Iterable[str] = [text]
        damage = _SURROGATES
    else:
        sample = _cut(head)
        told = decoded(sample)
        codec = codec_of(sample, told)
        # Only UTF-8's own faults can be kept apart from sound characters.
        errors, damage = ("surrogateescape", _SURROGATES) if codec == "utf-8" else ("replace", "\ufffd")
        decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(codec)(errors), translate=any_end)
        parts = chain([head], iter(lambda: source.read(_CHUNK), b""), [b""])
        chunks = (decoder.decode(part, final=not part) for part in parts)
    return Lines(told, _lines(chunks, longest), damage, longest)


def _cut(head: bytes) -> bytes:
    """`head` without the character, or the line, that its end cuts."""
    if b"\0" in head[:1024] or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 4 * 4]
    return head[: head.rfind(b"\n") + 1] or head[: len(head) // 4 * 4]


def _lines(chunks: Iterable[str], longest: int) -> Iterator[str | None]:
    """Lines without LF and the file's byte order mark; None for one of more than `longest` characters."""
    held: list[str] = []
    length = 0
    is_first = True
    for chunk in chunks:
        if is_first and chunk:
            chunk, is_first = chunk.removeprefix("\ufeff"), False
        *ended, rest = chunk.split("\n")
        for line in ended:
            yield None if length + len(line) > longest else "".join([*held, line])
            held, length = [], 0
        length += len(rest)
        held = [] if length > longest else [*held, rest] if rest else held
    if length:
        yield None if length > longest else "".join(held)
