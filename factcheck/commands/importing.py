"""`import`: published fact-checks and reviewed tables from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.commands.options import Request, pass_request, workspace_option
from factcheck.commands.reviewing import reviewer_option
from factcheck.console import counted, say
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck import Workspace
    from factcheck.imports import Problem
    from factcheck.queue import StatedVerdict
    from factcheck.store import CheckedClaim

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
    from factcheck.imports.reviewed import is_reviewed

    columns = dict(_mapping(one) for one in mapped)
    failed = 0
    with request.open() as workspace:
        for name in files:
            path = Path(name)
            if form == "reviewed" or (form is None and not columns and is_reviewed(path)):
                failed += _reviewed(workspace, path, reviewer)
            else:
                _fact_checks(workspace, path, form, columns)
    return int(failed > 0)


def _mapping(text: str) -> tuple[str, str]:
    field, equals, column = text.partition("=")
    if not equals or not field.strip() or not column.strip():
        raise UsageError(f"Wanted --map FIELD=COLUMN, such as --map text=Claim, found '{text[:80]}'.")
    return field.strip(), column.strip()


def _fact_checks(workspace: Workspace, path: Path, form: str | None, columns: Mapping[str, str]) -> None:
    from factcheck.imports import Problem, importer_for

    importer = importer_for(path, form)
    workspace.folder.create()
    workspace.folder.require_writable()
    new, known, problems = 0, 0, []
    batch: list[CheckedClaim] = []

    def keep() -> None:
        nonlocal new, known
        added = workspace.store.add_checked_claims(batch)
        new, known = new + added, known + len(batch) - added
        batch.clear()

    for one in importer.read(path, columns):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        batch.append(one)
        if len(batch) >= _BATCH:
            keep()
    keep()
    _tell(path, problems)
    say(f"{path} ({importer.name}): {counted(new, 'checked claim')} new, {known:,} known already.")


def _reviewed(workspace: Workspace, path: Path, reviewer: str) -> int:
    """Record what a table says; how many of its rows could not be."""
    from factcheck.imports import Problem
    from factcheck.imports.reviewed import read_reviewed
    from factcheck.review.imported import record_stated

    workspace.folder.require_existing()
    workspace.folder.require_writable()
    problems: list[Problem] = []

    def decisions() -> Iterator[StatedVerdict]:
        for one in read_reviewed(path):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                yield one

    changed = same = 0
    for done in record_stated(workspace.store, decisions(), reviewer):
        if done.problem:
            problems.append(Problem(done.place, done.problem))
        changed += done.changed
        same += not done.changed and not done.problem
    _tell(path, problems)
    say(f"{path} (reviewed): {counted(changed, 'verdict')} recorded, {same:,} as they stand.")
    return len(problems)


def _tell(path: Path, problems: Iterable[Problem]) -> None:
    told = list(problems)
    for one in told[:_SHOWN]:
        say(f"{path}{f', {one.place}' if one.place else ''}: {one.message}")
    if len(told) > _SHOWN:
        say(f"{path}: {len(told) - _SHOWN:,} more problems.")
