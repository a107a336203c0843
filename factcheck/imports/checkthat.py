"""Verified claims as the CheckThat! lab of CLEF publishes them: a tab-separated table without verdicts.

Columns (2020, task 2): `vclaim_id`, `vclaim`, `title`, `body`; other years call the claim `claim` and its
key `id`. The table says that a claim has been checked, not what was found: the verdict is "not stated".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.imports import Problem
from factcheck.imports.fields import NOT_STATED, FactCheckFields, checked, listed, refuse_columns
from factcheck.imports.files import beginning, lines_of, opened
from factcheck.imports.tables import Row, Table
from factcheck.store import CheckedClaim

_CLAIM = ("vclaim", "claim")
_KEY = ("vclaim_id", "id", "claim_id")
_JUDGED = ("verdict", "rating", "label", "ruling")
"""Columns of a table that is not CheckThat!'s: it has verdicts."""


class CheckThatImporter:
    """Every claim of a table of verified claims."""

    name = "checkthat"

    def recognises(self, path: Path) -> bool:
        """A tab-separated table with a key and a claim, and without verdicts."""
        first = beginning(path).split("\n", 1)[0]
        names = [name.strip().lower() for name in first.split("\t")]
        judged = any(name in names for name in _JUDGED)
        return any(name in names for name in _KEY) and any(name in names for name in _CLAIM) and not judged

    def read(self, path: Path, columns: Mapping[str, str]) -> Iterator[CheckedClaim | Problem]:
        """As `Importer.read` says; columns are refused, and UsageError for a table without claims."""
        refuse_columns(self.name, columns)
        with opened(path) as file:
            table = Table(lines_of(file, path.name, any_end=True), path.name)
            claim = _claim_column(table.columns)
            for row in table.rows():
                if isinstance(row, Row):
                    yield from checked(FactCheckFields(row.place, row.cells.get(claim, ""), NOT_STATED))
                else:
                    yield row


def _claim_column(columns: list[str]) -> str:
    for wanted in _CLAIM:
        for column in columns:
            if column.lower() == wanted:
                return column
    raise UsageError(
        f"Wanted a table with a column {' or '.join(_CLAIM)}, found {listed(columns)};"
        " read it as csv and name its columns."
    )
