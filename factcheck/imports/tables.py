"""Rows of a CSV or TSV file under its header, in constant memory; a broken row costs no other one.

Spreadsheets and scripts quote differently: a quotation mark that is never closed would take the rest of the
file into one field, so a row that comes out wrong is given up for its first line alone.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.errors import ReadError
from factcheck.imports import Problem
from factcheck.imports.fields import problem, shown
from factcheck.readers.streams import Lines
from factcheck.readers.tables import LONGEST_FIELD

_DELIMITERS = (",", "\t", ";", "|")


@dataclass(frozen=True, slots=True)
class Row:
    """One row's cells by the names of its columns."""

    place: str
    cells: dict[str, str]


def split_header(line: str) -> tuple[list[str], str]:
    """(names of the columns, delimiter): by the delimiter that parts most of them."""
    names = [(_cells(line, delimiter), delimiter) for delimiter in _DELIMITERS]
    return max(names, key=lambda one: len(one[0]))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


class Table:
    """A table's columns, and its rows once; ReadError for one without a header."""

    def __init__(self, lines: Lines, name: str, prefix: str = "") -> None:
        csv.field_size_limit(LONGEST_FIELD)
        self._lines = lines
        self._prefix = prefix
        self._damage = re.compile(f"[{lines.damage}]")
        self._waiting: deque[str | None] = deque()
        header = next(lines.each, None)
        if header is None or not header.strip():
            raise ReadError(f"Wanted a table with a header in '{name}', found no first line; add the header.")
        self.columns, self._delimiter = split_header(header)

    def rows(self) -> Iterator[Row | Problem]:
        """Each row that is not blank, or what is wrong with it."""
        number = 2
        while True:
            taken: list[str | None] = []
            row = self._row(taken)
            if not taken:
                return
            place = f"{self._prefix}line {number}"
            if isinstance(row, str):
                yield problem(place, f"{row}; it is left out")
                self._give_back(taken)
            elif any(map(str.strip, row)):
                yield Row(place, dict(zip(self.columns, row, strict=False)))
            number += len(taken)

    def _row(self, taken: list[str | None]) -> list[str] | str:
        """The cells of the next row, or what is wrong with it; its lines go to `taken`, none at the end."""
        try:
            row = next(csv.reader(self._take(taken), delimiter=self._delimiter, strict=True), [])
            wrong = ""
        except csv.Error as error:
            row, wrong = [], f"the row is not CSV: {error}"
        first = taken[0] if taken else ""
        if first is None:
            return f"wanted a row of at most {self._lines.longest:,} characters, found a longer one"
        while len(row) > len(self.columns) and not row[-1].strip():
            row.pop()
        if len(row) > len(self.columns) or (len(row) < len(self.columns) and len(taken) > 1):
            wrong = f"wanted {len(self.columns)} fields, found {len(row)}"
        if wrong and self._delimiter == "\t" and first.count("\t") == len(self.columns) - 1:
            # Tab-separated files are often written without any quoting: a mark is a mark then.
            self._give_back(taken)
            row, wrong = first.split("\t"), ""
        if wrong:
            return wrong
        damaged = next((cell for cell in row if self._damage.search(cell)), None)
        if damaged is not None:
            return f"the row is not valid {self._lines.decoded.encoding}: '{shown(damaged)}'"
        return row

    def _give_back(self, taken: list[str | None]) -> None:
        """All lines but the first are read again, each as the beginning of a row."""
        self._waiting.extendleft(reversed(taken[1:]))
        del taken[1:]

    def _take(self, taken: list[str | None]) -> Iterator[str]:
        """The lines of one row as the parser asks for them; one that is too long ends the row."""
        while True:
            try:
                line = self._waiting.popleft() if self._waiting else next(self._lines.each)
            except StopIteration:
                return
            taken.append(line)
            if line is None:
                return
            yield line + "\n"
