"""`explain`: how a suggestion came about, as a picture."""

from __future__ import annotations

from datetime import date

import click

from factcheck.commands.checking import typed, warn_of_unfound
from factcheck.commands.options import (
    Request,
    encoder_option,
    filtering_options,
    json_option,
    judge_option,
    pass_request,
    reranker_option,
    workspace_option,
)
from factcheck.console import emit, show, stdout


@click.command(short_help="Show how a suggestion came about, slot by slot.")
@click.argument("claim", metavar="CLAIM")
@filtering_options
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=3,
    metavar="N",
    help="Passages shown, those that decide always among them; default 3.",
)
@encoder_option
@judge_option
@reranker_option
@json_option
@workspace_option
@pass_request
def explain(
    request: Request,
    claim: str,
    top: int,
    as_of: date | None,
    since: date | None,
    sources: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show how a suggestion came about, slot by slot.

    CLAIM is the id of a claim of a checked article, as `factcheck check` lists it, or its first digits;
    else the text of a claim, in quotes. A stored claim is explained as the program sees it now; where
    something else was stored, that is said.
    """
    from factcheck.explaining.row import explanation_row
    from factcheck.picture import explanation_parts

    named = typed(claim)
    with request.open() as workspace:
        warn_of_unfound(workspace)
        explanation = workspace.explain(named, as_of=as_of, sources=sources, since=since, top=top)
    if as_json:
        emit(explanation_row(explanation))
        return
    console = stdout()
    show(*explanation_parts(explanation, console.width, ascii_only=console.options.ascii_only))
