"""`report`: what was decided and found, as a file or as pages; and `diff` of two of them."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.commands.options import Request, day, json_option, pass_request, workspace_option
from factcheck.console import counted, emit, say, show
from factcheck.errors import UsageError, WorkspaceError

if TYPE_CHECKING:
    from factcheck.report_diff import ReportDifference
    from factcheck.reported import Report

_CLAIM_CELLS = 80
"""Cells of a claim in a line of `diff`; Chinese characters take two each."""
_FORMATS = "html, md, csv, json, jsonl, claimreview, webannotation, fever, scifact"


@click.command(short_help="Write a report of verdicts, claims and their evidence.")
@click.option(
    "-f", "--format", "form", default="html", show_default=True, metavar="FORMAT", help=f"{_FORMATS}."
)
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    help="File to write; - (default): stdout. A folder, or FOLDER/: with html a page for each article.",
)
@click.option(
    "--article", "articles", multiple=True, metavar="ID", help="Only this article; may be repeated."
)
@click.option("--since", type=day, metavar="DATE", help="Only what was decided on this day or later.")
@click.option("--include-suggestions", is_flag=True, help="Show claims that nobody has reviewed, marked.")
@click.option(
    "--language", default="en", metavar="TAG", help="Of the report: en (default), zh-Hant or zh-Hans."
)
@click.option("--publisher", metavar="NAME", help="Who answers for the report.")
@click.option("--publisher-url", metavar="URL", help="The page on which it is published.")
@workspace_option
@pass_request
def report(
    request: Request,
    form: str,
    output: str,
    articles: tuple[str, ...],
    since: date | None,
    include_suggestions: bool,
    language: str,
    publisher: str | None,
    publisher_url: str | None,
) -> None:
    """Write a report of what people decided, with the evidence, the method and the log of corrections.

    A machine's suggestion is no verdict: claims that no person has reviewed are counted, and shown only
    with --include-suggestions. The same state of the workspace gives the same bytes.
    """
    from factcheck.exporters import exporters, warnings_of

    exporter = exporters().make(form)
    request.settings |= {"publisher": publisher, "publisher_url": publisher_url}
    with request.open() as workspace:
        made = workspace.report(
            articles=articles, since=since, include_suggestions=include_suggestions, language=language
        )
    if _is_folder(output):
        write_pages(made, form, Path(output))
    else:
        write(exporter.export(made), output)
    for warning in warnings_of(exporter, made):
        say(warning)
    if made.left_out:
        say(
            f"{counted(made.left_out, 'claim')} not shown: {made.reviewed} of {made.claims} reviewed."
            " --include-suggestions shows them, marked as suggestions."
        )


def _is_folder(output: str) -> bool:
    # As a function of `os` it is false for what can be no path at all, too.
    return output.endswith(("/", "\\")) or (output != "-" and os.path.isdir(output))


def write_pages(report: Report, form: str, folder: Path) -> None:
    """An overview and a page for each article in `folder`; UsageError for a format that has no pages."""
    from factcheck.exporters.html import pages

    if form != "html":
        raise UsageError(
            f"Wanted a file for the format '{form}', found the folder '{folder}'; name a file in it."
        )
    count = 0
    for name, page in pages(report):
        _put(folder / name, page)
        count += 1
    say(f"Wrote {counted(count, 'page')}; begin with {folder / 'index.html'}.")


def write(data: bytes, output: str) -> None:
    """Put `data` on stdout (-) or into a file.

    UsageError for a terminal, which a report would flood; WorkspaceError for a file that cannot be written.
    """
    if output == "-":
        if sys.stdout.isatty():
            raise UsageError("Wanted a file for the report, found a terminal; give -o FILE.")
        click.echo(data, nl=False)
        return
    _put(Path(output), data)
    say(f"Wrote {output}.")


def _put(path: Path, data: bytes) -> None:
    """Write a file; its folder is made where only that is wanting."""
    try:
        if not path.parent.is_dir():
            path.parent.mkdir()
        path.write_bytes(data)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        raise WorkspaceError(
            f"Cannot write the report to '{path}': {why or error}. Choose another place with -o."
        ) from error


@click.command(short_help="Say what changed between two reports.")
@click.argument("before", metavar="REPORT_A")
@click.argument("after", metavar="REPORT_B")
@json_option
def diff(before: str, after: str, as_json: bool) -> int:
    """Say what changed from one report to another: claims, verdicts, suggestions and evidence.

    Both are JSON or JSON Lines, as `factcheck report -f json` writes them. Exit code 1 where they differ.
    """
    from rich.text import Text

    from factcheck.report_diff import differences, read_report

    found = list(differences(read_report(Path(before)), read_report(Path(after))))
    for one in found:
        if as_json:
            emit(one.row)
        else:
            show(Text(_line(one)))
    say(f"{counted(len(found), 'difference')}." if found else "The two reports say the same.")
    return int(bool(found))


def _line(one: ReportDifference) -> str:
    """One difference for a person."""
    from factcheck.exporters.visible import visible
    from factcheck.layouts import SHORT_ID
    from factcheck.prose import shortened

    became = " -> ".join(filter(None, (one.old, one.new)))
    told = f"{one.change}: {shortened(one.text, _CLAIM_CELLS)} [{one.claim_id[:SHORT_ID]}]: {became}"
    return visible(told)
