"""Rows of a table as drafts: their fields, and what is wrong with one of them.

Fields: `text` (needed), `title`, `url`, `published`, `author`, `language`, `id`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from factcheck.errors import FactcheckError, ReadError
from factcheck.readers.bylines import stated_date
from factcheck.readers.decoding import Decoded, decode
from factcheck.readers.drafts import Draft, Origin, ReadFailure
from factcheck.readers.options import ReadOptions
from factcheck.readers.streams import Lines, Source, text_lines

FIELDS = ("text", "title", "url", "published", "author", "language", "id")


def row_lines(source: Source, origin: Origin, options: ReadOptions, *, any_end: bool) -> Lines:
    """The lines of the table with how they are decoded; ReadError for binary data."""
    return text_lines(source, lambda data: _decoded(data, origin, options), options, any_end=any_end)


def _decoded(data: bytes, origin: Origin, options: ReadOptions) -> Decoded:
    """The file's text; in one that is UTF-8 but for a few lines, the bad bytes stay visible as surrogates."""
    if options.encoding is None and origin.charset is None and _mostly_utf8(data):
        return Decoded(data.decode("utf-8", "surrogateescape").removeprefix("\ufeff"), "utf-8")
    return decode(data, declared=origin.charset, option=options.encoding)


def _mostly_utf8(data: bytes) -> bool:
    """Whether the file is not UTF-8 as a whole while at least half of its non-ASCII lines are."""
    if _is_utf8(data):
        return False
    foreign = [line for line in data.split(b"\n") if not line.isascii()]
    return sum(map(_is_utf8, foreign)) * 2 >= len(foreign)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def refuse_damage(line: str, lines: Lines) -> None:
    """ReadError for a line with bytes that are not of the table's encoding."""
    if re.search(f"[{lines.damage}]", line):
        encoding = "UTF-8" if lines.decoded.encoding == "utf-8" else lines.decoded.encoding
        raise ReadError(f"the line is not valid {encoding}, and other lines of the file are")


def row_draft(origin: Origin, number: int, decoded: Decoded, record: Mapping[str, object]) -> Draft:
    """One record as a draft; its path is its id, else file:line."""
    text = record.get("text")
    if not isinstance(text, str):
        found = kind_of(text) if "text" in record else f"the fields {', '.join(map(str, record)) or 'none'}"
        raise ReadError(f"wanted a string in the field 'text', found {found}")
    identity = _field(record, "id")
    return Draft(
        text,
        path=identity or f"{origin.path or origin.name}:{number}",
        title=_field(record, "title"),
        author=_field(record, "author"),
        published=_published(record),
        url=_field(record, "url"),
        language=_field(record, "language"),
        notes=decoded.notes if decoded.guessed or "\ufffd" in text else (),
        is_row=True,
        place=f"{origin.name}:{number}",
    )


def _published(record: Mapping[str, object]) -> date | None:
    words = _field(record, "published")
    if words is None:
        return None
    day = stated_date(words)
    if day is None:
        raise ReadError(
            f"wanted a full date such as 2026-01-31 in the field 'published', found '{words[:40]}'"
        )
    return day


def _field(record: Mapping[str, object], name: str) -> str | None:
    """A field as a string; a list of names is joined, null and blank are None."""
    value = record.get(name)
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    if value is None or isinstance(value, dict | bool):
        return None
    return str(value).strip() or None


def kind_of(value: object) -> str:
    """What a JSON value is, in words."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def row_failure(origin: Origin, number: int, message: str) -> ReadFailure:
    """What is wrong with row `number`, as a sentence behind the row's place."""
    sentence = message[:1].upper() + message[1:].rstrip(".") + "."
    return ReadFailure(f"{origin.name}:{number}", str(FactcheckError(sentence)))
