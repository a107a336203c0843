"""`index`: how the vectors of a workspace are searched, what they take, and how much is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.commands.options import Request, json_option, pass_request, workspace_option
from factcheck.console import counted, emit, grid, say, show

if TYPE_CHECKING:
    from factcheck.recall import IndexState, Recall


@click.command(short_help="How the vectors are searched, what they take, how much is found.")
@click.option("--check", is_flag=True, help="Measure what is found of what comparing every vector finds.")
@click.option(
    "--queries",
    type=click.IntRange(min=1),
    default=500,
    metavar="N",
    help="Queries to measure with: first halves of passages; default 500.",
)
@json_option
@workspace_option
@pass_request
def index(request: Request, check: bool, queries: int, as_json: bool) -> int:
    """How the vector index searches at its present size, and what it takes on disk.

    With --check: recall@10 against comparing every vector, and the time of a query either way. A result
    counts as right when it scores no lower than the tenth of the exact ones. Exit code 1 when recall is below
    0.98.
    """
    from factcheck.recall import index_state, measure_recall

    with request.open() as workspace:
        state = index_state(workspace)
        recall = measure_recall(workspace, queries) if check else None
        place = str(workspace.folder.path)
    if as_json:
        emit({"workspace": place, **_row(state), "check": _recall_row(recall)})
    else:
        _show(state, recall)
    if check and recall is None:
        say("There are too few passages to measure with.")
    return int(recall is not None and not recall.good)


def _show(state: IndexState, recall: Recall | None) -> None:
    rows = [(part.name, f"{part.bytes:,}", f"{state.for_each(part.bytes):,.0f}") for part in state.parts]
    rows.append(("all", f"{state.bytes:,}", f"{state.for_each(state.bytes):,.0f}"))
    show(
        f"{counted(state.passages, 'passage')}, searched: {state.way}",
        "",
        grid(("On disk", "Bytes", "A passage"), rows, whole=3),
    )
    if recall is not None:
        show(
            "",
            f"recall@10 {recall.recall:.4f} over {counted(recall.queries, 'query', 'queries')};"
            f" {recall.milliseconds:.2f} ms a query, {recall.exact_milliseconds:.2f} ms exact",
        )


def _row(state: IndexState) -> dict[str, object]:
    return {
        "way": state.way,
        "passages": state.passages,
        "parts": [{"name": part.name, "bytes": part.bytes} for part in state.parts],
        "bytes": state.bytes,
        "bytes_per_passage": round(state.for_each(state.bytes), 1),
    }


def _recall_row(recall: Recall | None) -> dict[str, object] | None:
    if recall is None:
        return None
    return {
        "queries": recall.queries,
        "recall@10": round(recall.recall, 4),
        "milliseconds": round(recall.milliseconds, 3),
        "exact_milliseconds": round(recall.exact_milliseconds, 3),
    }
