"""Any CSV or TSV file with a claim and a verdict in each row, under names that the caller may give."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.errors import FactcheckError, UnknownName, UsageError
from factcheck.imports import Problem
from factcheck.imports.fields import FactCheckFields, checked, listed, problem, shown
from factcheck.imports.files import lines_of, opened
from factcheck.imports.ratings import ruling_of
from factcheck.imports.tables import Row, Table
from factcheck.language.folding import fold
from factcheck.model import Verdict
from factcheck.readers.bylines import stated_date
from factcheck.store import CheckedClaim

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "文字", "主張", "說法"),
    "verdict": ("verdict", "判定", "查核結果"),
    "publisher": ("publisher", "發布者", "查核機構"),
    "url": ("url", "網址", "連結", "链接"),
    "published": ("published", "發布日期", "日期"),
    "language": ("language", "語言"),
    "ruling": ("ruling", "裁定"),
}
"""Each field with the names of columns that are taken for it, in either script, where no other is named."""
_NEEDED = ("text", "verdict")
_HEAD = 65_536
"""Bytes in which the header is looked for."""


class ColumnsImporter:
    """A claim a row."""

    name = "csv"

    def recognises(self, path: Path) -> bool:
        """A table whose header has the fields that are needed."""
        found = _own_columns(columns_of(path))
        return all(field in found for field in _NEEDED)

    def read(self, path: Path, columns: Mapping[str, str]) -> Iterator[CheckedClaim | Problem]:
        """As `Importer.read` says.

        `columns` wins over the columns that bear a field's name. UsageError for a column that the table has
        not and for a table without the text or the verdict; UnknownName for a field that claims have not.
        """
        for field in columns:
            if field not in FIELDS:
                raise UnknownName("field of a checked claim", field, FIELDS)
        with opened(path) as file:
            table = Table(lines_of(file, path.name, any_end=True), path.name)
            taken = _taken(table.columns, columns)
            for row in table.rows():
                if isinstance(row, Row):
                    yield from _read(row, taken)
                else:
                    yield row


def columns_of(path: Path) -> list[str]:
    """The columns of a table; empty for a file that is none."""
    try:
        with opened(path) as file:
            head = file.read(_HEAD)
        if len(head) == _HEAD:
            # An even number of bytes, so that UTF-16 stays whole.
            head = head[: head.rfind(b"\n") // 2 * 2] or head
        if head.lstrip().startswith((b"{", b"[", b"<")):
            return []
        columns = Table(lines_of(io.BytesIO(head), path.name, any_end=True), path.name).columns
    except FactcheckError:
        return []
    return columns if len(columns) > 1 else []


def _key(name: str) -> str:
    """A column's name for comparison: width, case, script and blanks put aside."""
    return "".join(fold(name).replace("_", " ").split())


def _own_columns(columns: list[str]) -> dict[str, str]:
    """field -> the column that bears its name."""
    keys = {_key(column): column for column in reversed(columns)}
    found = {
        field: next((keys[key] for name in names if (key := _key(name)) in keys), None)
        for field, names in FIELDS.items()
    }
    return {field: column for field, column in found.items() if column is not None}


def _taken(columns: list[str], named: Mapping[str, str]) -> dict[str, str]:
    """field -> column: as the caller names them, else by their own names; UsageError where one is wanting."""
    keys = {_key(column): column for column in reversed(columns)}
    taken = _own_columns(columns)
    for field, name in named.items():
        column = name if name in columns else keys.get(_key(name))
        if column is None:
            raise UsageError(f"Wanted a column '{name}' for {field}, found {listed(columns)}.")
        taken[field] = column
    missing = [field for field in _NEEDED if field not in taken]
    if missing:
        raise UsageError(
            f"Wanted a column for {' and one for '.join(missing)}, found {listed(columns)};"
            f" name the column, such as {missing[0]}={columns[0]}."
        )
    return taken


def _read(row: Row, taken: Mapping[str, str]) -> Iterator[CheckedClaim | Problem]:
    said = {field: row.cells.get(column, "").strip() for field, column in taken.items()}
    words, verdict = said.pop("ruling", ""), said.get("verdict", "")
    ruling = ruling_of(verdict) if not words else _ruling(words)
    if words and ruling is None:
        wanted = f"wanted a ruling of {', '.join(Verdict)}"
        yield problem(row.place, f"{wanted}, found '{shown(words)}'; the claim is taken without one")
    yield from checked(FactCheckFields(row.place, **said, ruling=ruling), day=stated_date)


def _ruling(words: str) -> Verdict | None:
    """A ruling in the workbench's own words, or in a publisher's that are as clear."""
    folded = words.strip().lower()
    return Verdict(folded) if folded in list(Verdict) else ruling_of(words)
