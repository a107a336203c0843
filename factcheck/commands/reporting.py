"""`report`: what was found, as a file."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.commands.options import Request, pass_request, workspace_option
from factcheck.console import counted, say
from factcheck.errors import UsageError, WorkspaceError

if TYPE_CHECKING:
    from factcheck import Workspace
    from factcheck.exporters import Report


@click.command(short_help="Write a report of the claims and their evidence.")
@click.option(
    "-f", "--format", "form", default="html", show_default=True, metavar="FORMAT", help="Format: html."
)
@click.option("-o", "--output", default="-", metavar="FILE", help="File to write; - (default): stdout.")
@click.option("--include-suggestions", is_flag=True, help="Show claims that nobody has reviewed, marked.")
@workspace_option
@pass_request
def report(request: Request, form: str, output: str, include_suggestions: bool) -> None:
    """Write a report of every article that was checked.

    A machine's suggestion is no verdict: claims that no person has reviewed are counted, and shown only
    with --include-suggestions.
    """
    from factcheck.exporters import exporters

    exporter = exporters().make(form)
    with request.open() as workspace:
        workspace.folder.require_existing()
        made = report_of(workspace, include_suggestions=include_suggestions)
    write(exporter.export(made), output)
    if made.left_out:
        say(
            f"{counted(made.left_out, 'claim')} not shown: {made.reviewed} of {made.claims} reviewed."
            " --include-suggestions shows them, marked as suggestions."
        )


def report_of(workspace: Workspace, *, include_suggestions: bool) -> Report:
    """The report of every article and typed claim of a workspace, as of now."""
    from factcheck.report import build_report

    store = workspace.store
    return build_report(
        store.articles(),
        workspace.findings(),
        text_of=lambda article: store.document(article).text,
        sources=len(workspace.sources()),
        passages=store.passage_count(),
        made=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        include_suggestions=include_suggestions,
        standings=store.decisions(),
    )


def write(data: bytes, output: str) -> None:
    """Put `data` on stdout (-) or into a file; UsageError for a file that cannot be written."""
    if output == "-":
        if sys.stdout.isatty():
            raise UsageError("Wanted a file for the report, found a terminal; give -o FILE.")
        click.echo(data, nl=False)
        return
    path = Path(output)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise WorkspaceError(
            f"Cannot write the report to '{path}': {error.strerror or error}. Choose another place with -o."
        ) from error
    say(f"Wrote {path}.")
