"""The CSV report read back: what was decided in it, by whom, whatever language its headings are in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from factcheck.exporters.csv_report import COLUMNS, EDITABLE
from factcheck.exporters.escaping import uncelled
from factcheck.exporters.wording import name_in
from factcheck.imports import Problem
from factcheck.imports.columns import columns_of
from factcheck.imports.fields import problem, shown
from factcheck.imports.files import lines_of, opened
from factcheck.imports.tables import Row, Table
from factcheck.language.tongues import TONGUES, side
from factcheck.model import Reason, Verdict
from factcheck.queue import MOMENT, StatedVerdict

NO_CLAIM = "not_a_claim"


def is_reviewed(path: Path) -> bool:
    """Whether a file is a table of verdicts as `factcheck report -f csv` writes it."""
    found = _named(columns_of(path))
    return {"claim_id", "verdict", "reviewer"} <= found.keys()


def read_reviewed(path: Path) -> Iterator[StatedVerdict | Problem]:
    """Each verdict of the table; rows without one are passed over. ReadError for a file that is no table."""
    with opened(path) as file:
        table = Table(lines_of(file, path.name, any_end=True), path.name)
        columns = _named(table.columns)
        for row in table.rows():
            if isinstance(row, Problem):
                yield row
                continue
            cells = {name: uncelled(row.cells.get(column, "")) for name, column in columns.items()}
            if cells.get("verdict", "").strip():
                yield _decision(row, cells)


def _named(columns: list[str]) -> dict[str, str]:
    """Name of each column that says what was decided -> its heading in this table."""
    headings = {side(COLUMNS[name], tongue).casefold(): name for name in EDITABLE for tongue in TONGUES} | {
        name: name for name in EDITABLE
    }
    found = {}
    for column in columns:
        name = headings.get(column.strip().casefold())
        if name is not None and name not in found:
            found[name] = column
    return found


def _decision(row: Row, cells: dict[str, str]) -> StatedVerdict | Problem:
    word = name_in(cells["verdict"])
    if word != NO_CLAIM and word not in list(Verdict):
        wanted = ", ".join([*Verdict, "not a claim"])
        return problem(
            row.place, f"wanted a verdict of {wanted}, found '{shown(cells['verdict'])}'; left out"
        )
    reason = name_in(cells.get("reason", "")) if cells.get("reason", "").strip() else None
    if reason is not None and reason not in list(Reason):
        return problem(row.place, f"wanted a reason, found '{shown(cells['reason'])}'; the row is left out")
    return StatedVerdict(
        place=row.place,
        claim_id=cells["claim_id"].strip().lower(),
        verdict=None if word == NO_CLAIM else Verdict(word),
        reason=Reason(reason) if reason and word == Verdict.UNVERIFIABLE else None,
        reviewer=" ".join(cells.get("reviewer", "").split()),
        note=cells.get("note", "").strip(),
        at=_moment(cells.get("decided_at", "")),
        adjudication=bool(cells.get("adjudication", "").strip()),
        evidence=tuple(cells.get("passages", "").split()),
    )


def _moment(text: str) -> str:
    """The moment in the form that the database keeps; spreadsheets may have rewritten it beyond reading."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    if found.tzinfo is None:
        return ""
    return found.astimezone(UTC).strftime(MOMENT)
