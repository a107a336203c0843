"""`evaluate`: scores against data with known answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.commands.options import (
    Decorator,
    Request,
    encoder_option,
    json_option,
    judge_option,
    pass_request,
    top_option,
    workspace_option,
)
from factcheck.console import counted, counting, emit, grid, is_interactive, say, show

if TYPE_CHECKING:
    from factcheck.evaluate.scores import Scores, Watch

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
limit_option: Decorator[Any] = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N rows."
)
corpus_option: Decorator[Any] = click.option(
    "--corpus",
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="Where evidence lies that FILE names by its place: FEVER's wiki-pages, SciFact's corpus.jsonl.",
)


@click.group(short_help="Scores against data with known answers.")
def evaluate() -> None:
    """Measure the workbench against data with known answers."""


@evaluate.command(short_help="Extraction, evidence and suggestions against marked articles.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@top_option
@encoder_option
@judge_option
@json_option
@workspace_option
@pass_request
def gold(request: Request, file: str, as_json: bool) -> None:
    """Compare what is found in the workspace's articles with the claims marked in FILE (JSON Lines)."""
    from factcheck.evaluate import evaluate_gold

    with request.open() as workspace:
        workspace.folder.require_existing()
        result = evaluate_gold(workspace, file)
    if as_json:
        emit(result)
        return
    metrics = result["metrics"]
    _show(metrics if isinstance(metrics, dict) else {})
    say(f"{result['n']} claims in {result['seconds']} s.")


@evaluate.command(short_help="Suggestions for claims whose evidence is given.")
@click.argument("file", type=_FILE)
@corpus_option
@click.option("--found", is_flag=True, help="A search found the evidence; else somebody chose it.")
@limit_option
@encoder_option
@judge_option
@json_option
@workspace_option
@pass_request
def verdict(
    request: Request, file: Path, corpus: Path | None, found: bool, limit: int | None, as_json: bool
) -> None:
    """Compare suggestions with the labels in FILE (JSON Lines, also .gz), without any search.

    Rows have claim, evidence and label, as FEVER's and SciFact's own files do too. Evidence that somebody
    chose bears on its claim more surely than what a search found.
    """
    from factcheck.evaluate.verdict import evaluate_verdict

    with _watched("rows") as watch:
        scores = evaluate_verdict(
            file, _settings(request), limit=limit, corpus=corpus, found=found, watch=watch
        )
    _tell(scores, "row", as_json=as_json)


@evaluate.command(short_help="Search: which documents are found for queries.")
@click.option("--docs", type=_FILE, help="Documents: id, title, text.")
@click.option("--queries", type=_FILE, help="Queries: id, text, relevant (document ids).")
@click.option("--from-verdict", "verdicts", type=_FILE, help="Claims against all evidence of a verdict file.")
@click.option(
    "--mode",
    type=click.Choice(["hybrid", "dense", "lexical"]),
    default="hybrid",
    show_default=True,
    help="By meaning and words together, or by one alone.",
)
@corpus_option
@encoder_option
@json_option
@workspace_option
@pass_request
def retrieval(
    request: Request,
    docs: Path | None,
    queries: Path | None,
    verdicts: Path | None,
    mode: str,
    corpus: Path | None,
    as_json: bool,
) -> None:
    """Index the documents in a workspace of their own and rank them for each query."""
    from factcheck.evaluate.pools import pool_of_verdicts, read_pool
    from factcheck.evaluate.retrieval import evaluate_retrieval
    from factcheck.retrieve import Mode

    if verdicts is not None and docs is None and queries is None:
        pool = pool_of_verdicts(verdicts, corpus)
    elif docs is not None and queries is not None and verdicts is None:
        pool = read_pool(docs, queries)
    else:
        raise click.UsageError("Give --docs with --queries, or --from-verdict alone.")
    settings = _settings(request)
    say(f"Indexing {counted(len(pool.documents), 'document')}.")
    with _watched("queries") as watch:
        scores = evaluate_retrieval(pool, settings, mode=Mode(mode), watch=watch)
    _tell(scores, "query", "queries", as_json=as_json)


@evaluate.command(short_help="Search across languages: each sentence and its translation.")
@click.argument("file", type=_FILE)
@click.option("--set", "part", metavar="NAME", help="Only the rows whose `set` is NAME.")
@limit_option
@encoder_option
@json_option
@workspace_option
@pass_request
def translation(request: Request, file: Path, part: str | None, limit: int | None, as_json: bool) -> None:
    """Look for each sentence's translation among all in FILE, by the encoder alone.

    Rows have `en` with `zh`, or with `hans` and `hant`.
    """
    from factcheck.evaluate.translation import evaluate_translation

    with _watched("sentences") as watch:
        scores = evaluate_translation(file, _settings(request), part=part, limit=limit, watch=watch)
    _tell(scores, "row", as_json=as_json)


@evaluate.command(short_help="Which sentences are worth checking.")
@click.argument("file", type=_FILE)
@json_option
@workspace_option
@pass_request
def checkworthiness(request: Request, file: Path, as_json: bool) -> None:
    """Compare check-worthiness scores with the marks in FILE: rows of text and check_worthy."""
    from factcheck.evaluate.checkworthiness import evaluate_checkworthiness

    _tell(evaluate_checkworthiness(file, _settings(request)), "sentence", as_json=as_json)


def _settings(request: Request) -> dict[str, object]:
    """The settings in force; nothing in the workspace itself is read or written."""
    return asdict(request.open().settings)


def _tell(scores: Scores, one: str, many: str = "", *, as_json: bool) -> None:
    for note in scores.notes:
        say(note)
    if as_json:
        emit(scores.row())
        return
    _show(scores.metrics)
    say(f"{counted(scores.n, one, many)} in {scores.seconds} s.")


def _show(metrics: dict[str, float]) -> None:
    """A table with each standard error beside its value."""
    rows = [
        (name, f"{value:.3f}", f"{metrics[f'{name}.se']:.3f}" if f"{name}.se" in metrics else "")
        for name, value in metrics.items()
        if not name.endswith(".se")
    ]
    show(grid(("Metric", "Value", "+-"), rows, whole=3))


@contextmanager
def _watched(many: str) -> Iterator[Watch]:
    """A bar where a person watches; stopping says that nothing was kept."""
    from factcheck.evaluate.scores import unwatched

    last = (0, 0)
    try:
        with counting("measuring", many) if is_interactive() else nullcontext(unwatched) as told:

            def watch(done: int, total: int) -> None:
                nonlocal last
                last = (done, total)
                told(done, total)

            yield watch
    except KeyboardInterrupt:
        say(f"\nStopped after {last[0]:,} of {last[1]:,} {many}; a measurement keeps nothing.")
        raise click.exceptions.Exit(130) from None
