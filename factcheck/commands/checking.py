"""`check`, `claim` and `search`: from an article, a typed claim or a few words to evidence."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from factcheck.commands.options import (
    Request,
    again_option,
    all_option,
    as_of_option,
    cluster_option,
    encoder_option,
    json_option,
    judge_option,
    pass_request,
    reading_options,
    reranker_option,
    searching_options,
    top_option,
    workers_option,
    workspace_option,
)
from factcheck.console import counted, emit, outcome_counts, progress, say, show, stdout, verdict_counts
from factcheck.errors import UsageError
from factcheck.model import OutcomeStatus, Verdict

if TYPE_CHECKING:
    from factcheck import Workspace
    from factcheck.model import Card, Finding

_NO_SOURCES = "The reference corpus is empty, so nothing can be found: `factcheck add PATH` puts sources in."
_SHOWN_WHOLE = 20
"""Articles whose claims are listed one by one."""
_NO_CLAIM = "Wanted a claim as text, found nothing; write it in quotes."


@click.command(short_help="Extract the claims of articles and check them.")
@click.argument("targets", nargs=-1, required=True, metavar="PATH|URL|-...")
@again_option
@all_option
@as_of_option
@top_option
@reading_options
@encoder_option
@judge_option
@reranker_option
@workers_option
@cluster_option
@json_option
@workspace_option
@pass_request
def check(
    request: Request,
    targets: tuple[str, ...],
    again: bool,
    all_kinds: bool,
    as_of: date | None,
    published: date | None,
    title: str | None,
    url: str | None,
    cluster: str,
    as_json: bool,
) -> int:
    """Extract the claims of articles and suggest a verdict for each, with evidence.

    Takes files, folders, URLs, or - for standard input. Articles that are up to date are passed over and
    shown; an interrupted run goes on where it stopped. Exit code 1 when an input failed, after the others
    were done.
    """
    from factcheck.read import ReadOptions, expand

    inputs = expand(targets)
    options = ReadOptions(published=published, title=title, url=url)
    counts: Counter[OutcomeStatus] = Counter()
    articles: dict[str, Card] = {}
    with request.open() as workspace:
        warn_without_sources(workspace)
        # Rows are printed as they come, which on one screen would run into the bar.
        seen = not (as_json and sys.stdout.isatty())
        with progress("checking", inputs, "article", "claim", allowed=seen) as shown:
            for outcome in workspace.check(
                targets, options, as_of=as_of, again=again, cluster=cluster, told=say
            ):
                shown.step(outcome)
                counts[outcome.status] += 1
                if outcome.card is None or outcome.card.id in articles:
                    continue
                articles[outcome.card.id] = outcome.card
                if as_json:
                    _emit(workspace.findings(outcome.card.id, all_kinds=all_kinds))
        if not as_json:
            show_articles(workspace, articles.values(), all_kinds=all_kinds)
    say(f"{outcome_counts(counts)}.")
    return int(counts[OutcomeStatus.FAILED] > 0)


@click.command(short_help="Check one typed claim.")
@click.argument("text", metavar="TEXT")
@searching_options
@judge_option
@json_option
@workspace_option
@pass_request
def claim(
    request: Request,
    text: str,
    as_of: date | None,
    since: date | None,
    sources: tuple[str, ...],
    as_json: bool,
) -> None:
    """Check one typed claim against the reference corpus."""
    from factcheck.exporters.rows import finding_row
    from factcheck.layouts import finding_parts

    said = typed(text)
    with request.open() as workspace:
        warn_of_unfound(workspace)
        finding = workspace.claim(said, as_of=as_of, sources=sources, since=since)
    if as_json:
        emit(finding_row(finding))
    else:
        show(*finding_parts(finding))


@click.command(short_help="Find passages of the reference corpus.")
@click.argument("text", metavar="TEXT")
@searching_options
@json_option
@workspace_option
@pass_request
def search(
    request: Request,
    text: str,
    as_of: date | None,
    since: date | None,
    sources: tuple[str, ...],
    as_json: bool,
) -> None:
    """Find passages of the reference corpus by meaning and by words, in both languages."""
    from factcheck.exporters.rows import hit_row
    from factcheck.layouts import hit_parts

    said = typed(text)
    with request.open() as workspace:
        warn_of_unfound(workspace)
        hits = workspace.search(said, as_of=as_of, sources=sources, since=since, top=workspace.settings.top)
    if as_json:
        for hit in hits:
            emit(hit_row(hit))
    else:
        show(*hit_parts(hits))
    if not hits:
        say("No passage found.")


def warn_without_sources(workspace: Workspace) -> None:
    """Say that nothing can be found before a run that will find nothing."""
    if not workspace.folder.exists or not workspace.store.source_count():
        say(_NO_SOURCES)


def warn_of_unfound(workspace: Workspace) -> None:
    """Say what a search will not find, before one that does not bring the indexes up to date itself."""
    warn_without_sources(workspace)
    unfound = workspace.unfound()
    if unfound:
        say(
            f"{counted(unfound, 'passage')} cannot be found yet: a process is adding them, or one was stopped"
            " before it had; then `factcheck doctor --repair` makes up for it."
        )


def show_articles(workspace: Workspace, articles: Iterable[Card], *, all_kinds: bool = False) -> None:
    """A heading and a table of claims for each article, or a line for each of many; the sums on stderr."""
    articles = list(articles)
    if len(articles) > _SHOWN_WHOLE:
        _show_summaries(workspace, articles)
        return
    told, reviewed = [], 0
    for article in articles:
        findings = workspace.findings(article.id, all_kinds=all_kinds)
        _show_claims(article, findings)
        told += [finding.suggestion.verdict for finding in findings]
        ids = [finding.claim.id for finding in findings]
        reviewed += len(ids) - len(workspace.store.undecided_among(ids))
    _say_verdicts(Counter(told), reviewed)


def _show_claims(article: Card, findings: Sequence[Finding]) -> None:
    from rich.text import Text

    from factcheck.exporters.visible import visible
    from factcheck.layouts import claims_table, source_line

    heading = f"{source_line(article)}: {counted(len(findings), 'claim')}"
    show(Text(visible(heading), style="bold"))
    if findings:
        show(claims_table(findings, stdout().width), Text(""))


def _show_summaries(workspace: Workspace, articles: Sequence[Card]) -> None:
    """A line for each of many articles: what was suggested for its claims, and how many are reviewed."""
    from factcheck.layouts import summaries_table

    summaries = workspace.store.summaries([article.id for article in articles])
    show(summaries_table([(article, summaries[article.id]) for article in articles]))
    told: Counter[Verdict] = Counter()
    for one in summaries.values():
        told.update(one.verdicts)
    _say_verdicts(told, sum(one.reviewed for one in summaries.values()))
    say("`factcheck review` goes through the claims, `factcheck report` writes them down.")


def _say_verdicts(told: Counter[Verdict], reviewed: int) -> None:
    if told:
        counts = verdict_counts(told)
        say(f"{counted(told.total(), 'claim')}: {counts} (suggested by the machine, {reviewed:,} reviewed).")


def _emit(findings: Iterable[Finding]) -> None:
    from factcheck.exporters.rows import finding_row

    for finding in findings:
        emit(finding_row(finding))


def typed(text: str) -> str:
    """The argument as text: bytes that are not UTF-8 cannot be stored or searched and become U+FFFD."""
    if not text.strip():
        raise UsageError(_NO_CLAIM)
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
