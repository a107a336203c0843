"""JSONL and CSV: a document a row; a broken row is reported with its line and the next one read.

Fields: `text` (needed), `title`, `url`, `published`, `author`, `language`, `id`.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

from factcheck.errors import EmptyDocument, FactcheckError, ReadError
from factcheck.readers.bylines import stated_date
from factcheck.readers.decoding import Decoded, decode
from factcheck.readers.drafts import Draft, Origin, ReadFailure
from factcheck.readers.options import MEGABYTE, ReadOptions

FIELDS = ("text", "title", "url", "published", "author", "language", "id")
LONGEST_FIELD = 10 * MEGABYTE
"""Characters of the longest CSV field."""
_BAD_BYTE = re.compile("[\udc80-\udcff]")
_DELIMITERS = (",", ";", "\t", "|")


def read_jsonl(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """A draft or a failure for each non-blank line; EmptyDocument for a file without a row."""
    decoded = _decoded(data, origin, options)
    number = start = 0
    rows = 0
    text = decoded.text.replace("\r\n", "\n")
    while start < len(text):
        # Only LF ends a line: U+2028 and the like may stand inside a JSON string.
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        number, line, start = number + 1, text[start:end].strip(), end + 1
        if line:
            rows += 1
            yield _isolated(origin, number, decoded, line)
    if not rows:
        raise EmptyDocument("Wanted JSON lines, found an empty file.")


def read_csv(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """A draft or a failure for each row under the header; ReadError for a header without `text`."""
    csv.field_size_limit(LONGEST_FIELD)
    decoded = _decoded(data, origin, options)
    lines = (line + "\n" for line in decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    header, delimiter = _header(lines)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 2
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _failure(origin, number, f"the row is not CSV: {error}")
            if "field larger" in str(error):
                yield _failure(origin, number, "the rest of the file was not read")
                return
        else:
            if row:
                yield _csv_row(origin, number, decoded, header, row)
        number = reader.line_num + 2


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


def _refuse_damage(line: str) -> None:
    """ReadError for a line with bytes that are not UTF-8; `_decoded` keeps them as surrogates."""
    if _BAD_BYTE.search(line):
        raise ReadError("the line is not valid UTF-8, and other lines of the file are")


def _isolated(origin: Origin, number: int, decoded: Decoded, line: str) -> Draft | ReadFailure:
    """One line of JSON as a draft, or as the failure of this line alone."""
    try:
        _refuse_damage(line)
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ReadError(f"wanted a JSON object, found {_kind(record)}")
        return _draft(origin, number, decoded, record)
    except ReadError as error:
        return _failure(origin, number, str(error))
    except (ValueError, RecursionError) as error:
        return _failure(origin, number, f"the line is not JSON: {error}")


def _header(lines: Iterator[str]) -> tuple[list[str], str]:
    """(field names in lower case, delimiter): the delimiter is the one that lays `text` bare."""
    line = next(lines, "")
    for delimiter in _DELIMITERS:
        try:
            names = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        names = [name.strip().lower() for name in names]
        if "text" in names:
            return names, delimiter
    if not line.strip():
        raise EmptyDocument("Wanted CSV with a header, found an empty file.")
    raise ReadError(
        f"Wanted a CSV header with a field 'text', found '{line.strip()[:80]}'; known: {', '.join(FIELDS)}."
    )


def _csv_row(
    origin: Origin, number: int, decoded: Decoded, header: list[str], row: list[str]
) -> Draft | ReadFailure:
    if len(row) > len(header):
        return _failure(origin, number, f"wanted {len(header)} fields, found {len(row)}")
    try:
        _refuse_damage("".join(row))
        return _draft(origin, number, decoded, dict(zip(header, row, strict=False)))
    except ReadError as error:
        return _failure(origin, number, str(error))


def _draft(origin: Origin, number: int, decoded: Decoded, record: Mapping[str, object]) -> Draft:
    """One record as a draft; its path is its id, else file:line."""
    text = record.get("text")
    if not isinstance(text, str):
        found = _kind(text) if "text" in record else f"the fields {', '.join(map(str, record)) or 'none'}"
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


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _failure(origin: Origin, number: int, message: str) -> ReadFailure:
    sentence = message[:1].upper() + message[1:].rstrip(".") + "."
    return ReadFailure(f"{origin.name}:{number}", str(FactcheckError(sentence)))
