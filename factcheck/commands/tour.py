"""`demo`: the tour as a person sees it."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections import Counter
from pathlib import Path

import click

from factcheck.commands.checking import show_articles
from factcheck.commands.options import Request, pass_request, workspace_option
from factcheck.commands.reporting import write
from factcheck.console import outcome_counts, progress, say
from factcheck.model import OutcomeStatus

_TYPED = "Chengyue's revenue rose 87% in the first half of 2025"


@click.command(short_help="A workspace from the examples, checked, with a report: the tour.")
@workspace_option
@pass_request
def demo(request: Request) -> int:
    """Build a workspace from the examples, check their articles, and write report.html.

    The companies and figures in the examples are invented.
    """
    from factcheck.demo import REPORT, build, examples_folder
    from factcheck.exporters import exporters
    from factcheck.read import expand

    examples = examples_folder()
    inputs = expand([str(examples / "sources"), str(examples / "articles")])
    with request.open() as workspace:
        with progress("examples", inputs, "document", "passage or claim") as shown:
            outcomes = build(workspace, shown.step)
        articles = {one.card.id: one.card for one in outcomes if one.card is not None}
        show_articles(workspace, articles.values())
        page = exporters().make("html").export(workspace.report(include_suggestions=True))
        write(page, str(workspace.folder.path / REPORT))
    counts = Counter(outcome.status for outcome in outcomes)
    say(f"Articles: {outcome_counts(counts)}.")
    say("Type next:")
    for line in next_commands(request.workspace):
        say(f"  {line}")
    return int(counts[OutcomeStatus.FAILED] > 0)


def next_commands(workspace: str) -> list[str]:
    """Two commands that work as typed: this program as the shell finds it, in this workspace."""
    called = "factcheck" if shutil.which("factcheck") else os.path.relpath(sys.argv[0])
    where = "" if Path(workspace).resolve() == Path.cwd() else f" --workspace {shlex.quote(workspace)}"
    return [
        f'{shlex.quote(called)} claim{where} "{_TYPED}"',
        f"{shlex.quote(called)} check{where} ARTICLE",
    ]
