"""`import`: published fact-checks and reviewed tables from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from factcheck.commands.options import Request, pass_request, workspace_option
from factcheck.commands.reviewing import reviewer_option
from factcheck.console import counted, say
from factcheck.errors import ReadError, UnknownName, UsageError

if TYPE_CHECKING:
    from factcheck import Workspace
    from factcheck.imports import Problem

T = TypeVar("T")
_REVIEWED = "reviewed"
"""The format of a CSV report that comes back: decisions, not published fact-checks."""
_SHOWN = 20
"""Problems told one by one; the rest are counted."""
_BATCH = 5000
"""Claims stored at a time: an interrupted import keeps what it has."""


@click.command("import", short_help="Take in published fact-checks, or a reviewed table.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-f",
    "--format",
    "form",
    metavar="FORMAT",
    help="reviewed, claimreview, checkthat, cofacts or csv; default: found from the file.",
)
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Column of a csv that holds text, verdict, publisher, url, published, language or ruling.",
)
@reviewer_option
@workspace_option
@pass_request
def import_(
    request: Request, files: tuple[str, ...], form: str | None, mapped: tuple[str, ...], reviewer: str
) -> int:
    """Take in published fact-checks, with which new claims are matched, or a reviewed table.

    Fact-checks: ClaimReview (a page, a file or a feed), CheckThat! tables, Cofacts' open data, any CSV. A
    reviewed table is a CSV report that somebody edited: verdicts that differ from what stands are recorded,
    by the reviewer that the row names, else by --reviewer. Reading a file twice changes nothing.
    """
    columns = dict(_mapping(one) for one in mapped)
    _require_known(form)
    failed = 0
    with request.open() as workspace:
        for name in files:
            try:
                failed += _taken_in(workspace, Path(name), form, columns, reviewer)
            except (ReadError, UsageError) as error:
                # A file alone is the whole request, and its error the answer; of several, the others go on.
                if len(files) == 1:
                    raise
                say(f"failed: {name}: {error}")
                failed += 1
    return int(failed > 0)


def _require_known(form: str | None) -> None:
    """UnknownName for a format that no file is read as."""
    from factcheck.imports import importers

    known = [*importers(), _REVIEWED]
    if form is not None and form not in known:
        raise UnknownName("format of fact-checks", form, known)


def _taken_in(
    workspace: Workspace, path: Path, form: str | None, columns: Mapping[str, str], reviewer: str
) -> int:
    """Take one file in; how much of it failed."""
    from factcheck.imports.fields import refuse_columns
    from factcheck.imports.reviewed import is_reviewed

    if form == _REVIEWED or (form is None and not columns and is_reviewed(path)):
        refuse_columns(_REVIEWED, columns)
        return _reviewed(workspace, path, reviewer)
    return _fact_checks(workspace, path, form, columns)


def _mapping(text: str) -> tuple[str, str]:
    field, equals, column = text.partition("=")
    if not equals or not field.strip() or not column.strip():
        raise UsageError(f"Wanted --map FIELD=COLUMN, such as --map text=Claim, found '{text[:80]}'.")
    return field.strip(), column.strip()


class _Problems:
    """Problems of one file: told as they come, those beyond `_SHOWN` counted."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.count = 0
        self.whole = 0
        """Those that are about the file and not about a part of it."""

    def tell(self, one: Problem) -> None:
        self.count += 1
        self.whole += not one.place
        if self.count <= _SHOWN:
            say(f"{self._path}{f', {one.place}' if one.place else ''}: {one.message}")

    def finish(self) -> None:
        """Say how many were not told."""
        if self.count > _SHOWN:
            say(f"{self._path}: {self.count - _SHOWN:,} more problems.")

    def passed(self, found: Iterable[T | Problem]) -> Iterator[T]:
        """What is found, the problems among it told."""
        from factcheck.imports import Problem

        for one in found:
            if isinstance(one, Problem):
                self.tell(one)
            else:
                yield one


def _fact_checks(workspace: Workspace, path: Path, form: str | None, columns: Mapping[str, str]) -> int:
    """Take in what a file has; 1 where it is not what it was read as."""
    from factcheck.imports import importer_for

    importer = importer_for(path, form)
    workspace.folder.create()
    workspace.folder.require_writable()
    problems = _Problems(path)
    claims = problems.passed(importer.read(path, columns))
    new = read = 0
    while batch := list(islice(claims, _BATCH)):
        new += workspace.store.add_checked_claims(batch)
        read += len(batch)
    problems.finish()
    say(f"{path} ({importer.name}): {counted(new, 'checked claim')} new, {read - new:,} known already.")
    return min(problems.whole, 1)


def _reviewed(workspace: Workspace, path: Path, reviewer: str) -> int:
    """Record what a table says; how many of its rows could not be."""
    from factcheck.imports import Problem
    from factcheck.imports.reviewed import read_reviewed
    from factcheck.review.imported import record_stated

    workspace.folder.require_existing()
    workspace.folder.require_writable()
    problems = _Problems(path)
    changed = same = 0
    for done in record_stated(workspace.store, problems.passed(read_reviewed(path)), reviewer):
        if done.problem:
            problems.tell(Problem(done.place, done.problem))
        changed += done.changed
        same += not done.changed and not done.problem
    problems.finish()
    say(f"{path} (reviewed): {counted(changed, 'verdict')} recorded, {same:,} as they stand.")
    return problems.count
