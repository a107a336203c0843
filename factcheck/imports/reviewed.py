"""The CSV report read back: what was decided in it, by whom, whatever language its headings are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from factcheck.errors import ReadError
from factcheck.exporters.csv_report import COLUMNS, EDITABLE
from factcheck.exporters.escaping import uncelled
from factcheck.exporters.wording import name_in
from factcheck.imports import Problem
from factcheck.imports.columns import columns_of
from factcheck.imports.fields import listed, problem, shown
from factcheck.imports.files import lines_of, opened
from factcheck.imports.tables import Row, Table
from factcheck.language.tongues import TONGUES, side
from factcheck.model import Reason, Verdict
from factcheck.queue import MOMENT, StatedVerdict

NO_CLAIM = "not_a_claim"
_NEEDED = ("claim_id", "verdict")


def is_reviewed(path: Path) -> bool:
    """Whether a file is a table of verdicts as `factcheck report -f csv` writes it."""
    found = _named(columns_of(path))
    return {"claim_id", "verdict", "reviewer"} <= found.keys()


def read_reviewed(path: Path) -> Iterator[StatedVerdict | Problem]:
    """Each verdict of the table; rows without one are passed over.

    ReadError for a file that is no table or lacks the columns of claims and verdicts.
    """
    with opened(path) as file:
        table = Table(lines_of(file, path.name, any_end=True), path.name)
        columns = _named(table.columns)
        if not columns.keys() >= set(_NEEDED):
            raise ReadError(
                f"Wanted a table with the columns {' and '.join(_NEEDED)}, found {listed(table.columns)};"
                " `factcheck report -f csv -o FILE` writes one."
            )
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
    word = _meant(cells["verdict"], (*Verdict, NO_CLAIM))
    if word is None:
        wanted = ", ".join([*Verdict, "not a claim"])
        return problem(
            row.place, f"wanted a verdict of {wanted}, found '{shown(cells['verdict'])}'; left out"
        )
    stated = cells.get("reason", "").strip()
    reason = _meant(stated, Reason)
    if stated and reason is None:
        wanted = ", ".join(name.replace("_", " ") for name in Reason)
        return problem(row.place, f"wanted a reason of {wanted}, found '{shown(stated)}'; left out")
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


def _meant(text: str, known: Iterable[str]) -> str | None:
    """Which of the `known` names a cell means, in the words of any language or as programs write it."""
    plain = text.strip().casefold()
    spelt = {form: str(name) for name in known for form in (str(name), name.replace("_", " "))}
    found = name_in(plain)
    return spelt.get(plain) or (found if found in spelt else None)


def _moment(text: str) -> str:
    """The moment in the form that the database keeps; spreadsheets may have rewritten it beyond reading."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    if found.tzinfo is None:
        return ""
    return found.astimezone(UTC).strftime(MOMENT)
