"""`add` and `sources`: the reference corpus."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date

import click

from factcheck.commands.options import (
    Request,
    cluster_option,
    day,
    encoder_option,
    json_option,
    pass_request,
    reading_options,
    workers_option,
    workspace_option,
)
from factcheck.console import counted, emit, outcome_counts, progress, say, show
from factcheck.model import OutcomeStatus


@click.command(short_help="Put sources into the reference corpus.")
@click.argument("targets", nargs=-1, required=True, metavar="PATH|URL|-...")
@reading_options
@encoder_option
@workers_option
@cluster_option
@json_option
@workspace_option
@pass_request
def add(
    request: Request,
    targets: tuple[str, ...],
    published: date | None,
    title: str | None,
    url: str | None,
    cluster: str,
    as_json: bool,
) -> int:
    """Put sources into the reference corpus: files, folders, URLs, or - for standard input.

    Adding a source again changes nothing. Makes the workspace where there is none yet.
    """
    from factcheck.exporters.outcomes import outcome_row
    from factcheck.read import ReadOptions, expand

    inputs = expand(targets)
    options = ReadOptions(published=published, title=title, url=url)
    counts: Counter[OutcomeStatus] = Counter()
    passages = 0
    with request.open() as workspace:
        seen = not (as_json and sys.stdout.isatty())
        with progress("adding", inputs, "document", "passage", allowed=seen) as shown:
            for outcome in workspace.add(targets, options, cluster=cluster):
                shown.step(outcome)
                counts[outcome.status] += 1
                passages += outcome.count
                if as_json:
                    emit(outcome_row(outcome))
        held = workspace.store.source_count()
    grown = f"{counted(passages, 'new passage')}, {counted(held, 'source')} in the corpus"
    say(f"{outcome_counts(counts)}; {grown}.")
    return int(counts[OutcomeStatus.FAILED] > 0)


@click.group(invoke_without_command=True, short_help="List, edit or remove sources.")
@json_option
@workspace_option
@pass_request
@click.pass_context
def sources(context: click.Context, request: Request, as_json: bool) -> None:
    """List the sources of the reference corpus; edit or remove one."""
    if context.invoked_subcommand is not None:
        return
    from factcheck.exporters.outcomes import card_row
    from factcheck.layouts import sources_table

    with request.open() as workspace:
        workspace.folder.require_existing()
        cards = workspace.sources()
    if as_json:
        for card in cards:
            emit(card_row(card))
    elif cards:
        show(sources_table(cards))
    say(f"{counted(len(cards), 'source')}.{'' if cards else ' `factcheck add PATH` puts some in.'}")


@sources.command(short_help="Take a source out of the corpus.")
@click.argument("source", metavar="ID")
@workspace_option
@pass_request
def remove(request: Request, source: str) -> None:
    """Take a source out of the corpus. ID is as listed, or its first digits.

    What was checked with it stays as it was, and counts as stale.
    """
    from factcheck.vocabulary import name_of

    with request.open() as workspace:
        workspace.folder.require_existing()
        card = workspace.remove_source(source)
    say(f"Removed {card.id[:8]}: {name_of(card)}.")


@sources.command(short_help="Change what is known about a source.")
@click.argument("source", metavar="ID")
@click.option("--published", type=day, metavar="DATE", help="Date of publication.")
@click.option("--tier", help="Your own grade of the source, any text.")
@click.option("--title", help="Title.")
@click.option("--url", help="Address.")
@click.option("--archived", metavar="URL", help="Address of a copy in a web archive.")
@workspace_option
@pass_request
def edit(
    request: Request,
    source: str,
    published: date | None,
    tier: str | None,
    title: str | None,
    url: str | None,
    archived: str | None,
) -> None:
    """Change what is known about a source. ID is as listed, or its first digits."""
    from factcheck.layouts import source_line

    if all(one is None for one in (published, tier, title, url, archived)):
        raise click.UsageError(
            "Wanted something to change: --published, --tier, --title, --url or --archived."
        )
    with request.open() as workspace:
        workspace.folder.require_existing()
        card = workspace.edit_source(
            source, published=published, tier=tier, title=title, url=url, archived=archived
        )
    say(f"Changed {card.id[:8]}: {source_line(card)}{f', tier {card.tier}' if card.tier else ''}.")
