"""JSONL and CSV: a document a row; a broken row is reported with its line and the next one read.

Rows are read one by one, so that a table may be larger than memory.

Fields: `text` (needed), `title`, `url`, `published`, `author`, `language`, `id`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.drafts import Draft, Origin, ReadFailure
from factcheck.readers.grids import told_rows
from factcheck.readers.options import MEGABYTE, ReadOptions
from factcheck.readers.rows import FIELDS, kind_of, refuse_damage, row_draft, row_failure, row_lines
from factcheck.readers.streams import Lines, Source

if TYPE_CHECKING:
    from _csv import Reader

LONGEST_FIELD = 10 * MEGABYTE
"""Characters of the longest CSV field."""
_ONE_TABLE = "No field is called 'text', so the file was read as one table and not as a document a row."
_DELIMITERS = (",", ";", "\t", "|")


def read_jsonl(source: Source, origin: Origin, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """A draft or a failure for each non-blank line; EmptyDocument for a file without a row."""
    lines = row_lines(source, origin, options, any_end=False)
    rows = 0
    # Only LF ends a line: U+2028 and the like may stand inside a JSON string.
    for number, line in enumerate(lines.each, 1):
        if line is None:
            yield row_failure(
                origin, number, f"wanted a row of at most {lines.longest:,} characters, found a longer one"
            )
        elif line.strip():
            yield _isolated(origin, number, lines, line.strip())
        else:
            continue
        rows += 1
    if not rows:
        raise EmptyDocument("Wanted JSON lines, found an empty file.")


def read_csv(source: Source, origin: Origin, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """A draft or a failure for each row under the header; EmptyDocument where there is none.

    One draft for a table that has none of the known fields: an article made of figures. ReadError for
    a header with some of them and without `text`.
    """
    csv.field_size_limit(LONGEST_FIELD)
    lines = row_lines(source, origin, options, any_end=True)
    # A line that is too long has no field that the reader of CSV would take.
    each = (line + "\n" if line is not None else "\0" * (LONGEST_FIELD + 1) for line in lines.each)
    header, delimiter = _header(each)
    if "text" not in header:
        yield _told(origin, lines, options, header, csv.reader(each, delimiter=delimiter))
        return
    yield from _csv_rows(origin, lines, header, csv.reader(each, delimiter=delimiter, strict=True))


def _csv_rows(
    origin: Origin, lines: Lines, header: list[str], reader: Reader
) -> Iterator[Draft | ReadFailure]:
    """A draft or a failure for each row; EmptyDocument where there is none."""
    number, rows = 2, 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            if not rows:
                raise EmptyDocument("Wanted rows under the header of a CSV file, found none.") from None
            return
        except csv.Error as error:
            rows += 1
            yield row_failure(origin, number, f"the row is not CSV: {error}")
            if "field larger" in str(error):
                yield row_failure(origin, number, "the rest of the file was not read")
                return
        else:
            if row:
                rows += 1
                yield _csv_row(origin, number, lines, header, row)
        number = reader.line_num + 2


def _isolated(origin: Origin, number: int, lines: Lines, line: str) -> Draft | ReadFailure:
    """One line of JSON as a draft, or as the failure of this line alone."""
    try:
        refuse_damage(line, lines)
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ReadError(f"wanted a JSON object, found {kind_of(record)}")
        return row_draft(origin, number, lines.decoded, record)
    except ReadError as error:
        return row_failure(origin, number, str(error))
    except (ValueError, RecursionError) as error:
        return row_failure(origin, number, f"the line is not JSON: {error}")


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
            refuse_damage("".join(row), lines)
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
        return row_failure(origin, number, f"wanted {len(header)} fields, found {len(row)}")
    try:
        refuse_damage("".join(row), lines)
        return row_draft(origin, number, lines.decoded, dict(zip(header, row, strict=False)))
    except ReadError as error:
        return row_failure(origin, number, str(error))
