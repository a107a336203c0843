"""JSONL and CSV: a document a row; a broken row is reported with its line and the next one read.

Rows are read one by one, so that a table may be larger than memory.

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
from factcheck.readers.grids import told_rows
from factcheck.readers.options import MEGABYTE, ReadOptions
from factcheck.readers.streams import Lines, Source, text_lines

FIELDS = ("text", "title", "url", "published", "author", "language", "id")
LONGEST_FIELD = 10 * MEGABYTE
"""Characters of the longest CSV field."""
_ONE_TABLE = "No field is called 'text', so the file was read as one table and not as a document a row."
_DELIMITERS = (",", ";", "\t", "|")


def read_jsonl(source: Source, origin: Origin, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """A draft or a failure for each non-blank line; EmptyDocument for a file without a row."""
    lines = _lines(source, origin, options, any_end=False)
    rows = 0
    # Only LF ends a line: U+2028 and the like may stand inside a JSON string.
    for number, line in enumerate(lines.each, 1):
        if line is None:
            yield _failure(origin, number, _too_long(lines))
        elif line.strip():
            yield _isolated(origin, number, lines, line.strip())
        else:
            continue
        rows += 1
    if not rows:
        raise EmptyDocument("Wanted JSON lines, found an empty file.")


def read_csv(source: Source, origin: Origin, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """A draft or a failure for each row under the header.

    One draft for a table that has none of the known fields: an article made of figures. ReadError for
    a header with some of them and without `text`.
    """
    csv.field_size_limit(LONGEST_FIELD)
    lines = _lines(source, origin, options, any_end=True)
    # A line that is too long has no field that the reader of CSV would take.
    each = (line + "\n" if line is not None else "\0" * (LONGEST_FIELD + 1) for line in lines.each)
    header, delimiter = _header(each)
    if "text" not in header:
        yield _told(origin, lines, options, header, csv.reader(each, delimiter=delimiter))
        return
    reader = csv.reader(each, delimiter=delimiter, strict=True)
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
                yield _csv_row(origin, number, lines, header, row)
        number = reader.line_num + 2


def _lines(source: Source, origin: Origin, options: ReadOptions, *, any_end: bool) -> Lines:
    return text_lines(source, lambda data: _decoded(data, origin, options), options, any_end=any_end)


def _too_long(lines: Lines) -> str:
    return f"wanted a row of at most {lines.longest:,} characters, found a longer one"


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


def _refuse_damage(line: str, lines: Lines) -> None:
    """ReadError for a line with bytes that are not of the table's encoding."""
    if re.search(f"[{lines.damage}]", line):
        encoding = "UTF-8" if lines.decoded.encoding == "utf-8" else lines.decoded.encoding
        raise ReadError(f"the line is not valid {encoding}, and other lines of the file are")


def _isolated(origin: Origin, number: int, lines: Lines, line: str) -> Draft | ReadFailure:
    """One line of JSON as a draft, or as the failure of this line alone."""
    try:
        _refuse_damage(line, lines)
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ReadError(f"wanted a JSON object, found {_kind(record)}")
        return _draft(origin, number, lines.decoded, record)
    except ReadError as error:
        return _failure(origin, number, str(error))
    except (ValueError, RecursionError) as error:
        return _failure(origin, number, f"the line is not JSON: {error}")


def _header(lines: Iterator[str]) -> tuple[list[str], str]:
    """(field names, delimiter): the delimiter is the one that lays `text` bare, in lower case then.

    Without `text`, the names as they stand and the delimiter that parts most of them; ReadError where
    they are fields of rows, or are one and no table.
    """
    line = next(lines, "")
    if not line.strip():
        raise EmptyDocument("Wanted CSV with a header, found an empty file.")
    headers = [(_parted(line, delimiter), delimiter) for delimiter in _DELIMITERS]
    for names, delimiter in headers:
        lowered = [name.lower() for name in names]
        if "text" in lowered:
            return lowered, delimiter
    names, delimiter = max(headers, key=lambda one: len(one[0]))
    if len(names) < 2 or set(FIELDS) & {name.lower() for name in names}:
        raise ReadError(
            f"Wanted a CSV header with a field 'text', found '{line.strip()[:80]}';"
            f" known: {', '.join(FIELDS)}."
        )
    return names, delimiter


def _parted(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _told(
    origin: Origin, lines: Lines, options: ReadOptions, header: list[str], rows: Iterator[list[str]]
) -> Draft:
    """The whole table as one text, a line a row."""
    told: list[str] = []
    length = 0
    try:
        for row in rows:
            _refuse_damage("".join(row), lines)
            told += told_rows([header, row], headed=True)
            length += len(told[-1]) + 1 if told else 0
            if length > options.max_characters:
                raise ReadError(
                    f"Wanted a table of at most {options.max_characters:,} characters, found a longer one;"
                    " split it, or raise max_characters in factcheck.toml."
                )
    except csv.Error as error:
        raise ReadError(f"Wanted CSV, found a broken row near line {len(told) + 2}: {error}.") from error
    if not told:
        raise EmptyDocument("Wanted CSV with rows, found a header alone.")
    return Draft("\n".join(told), path=origin.path, url=origin.url, notes=(*lines.decoded.notes, _ONE_TABLE))


def _csv_row(
    origin: Origin, number: int, lines: Lines, header: list[str], row: list[str]
) -> Draft | ReadFailure:
    if len(row) > len(header):
        return _failure(origin, number, f"wanted {len(header)} fields, found {len(row)}")
    try:
        _refuse_damage("".join(row), lines)
        return _draft(origin, number, lines.decoded, dict(zip(header, row, strict=False)))
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
