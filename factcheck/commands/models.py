"""`models`: which models there are, and giving a workspace others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.commands.options import Request, json_option, pass_request, workspace_option
from factcheck.console import counted, counting, emit, say, show

if TYPE_CHECKING:
    from rich.console import RenderableType

    from factcheck.catalogue import Listed
    from factcheck.switching import Switched

_HEADINGS = {
    "builtin": "Built in",
    "installed": "On this machine",
    "suggested": "Worth fetching: hf download NAME",
}


@click.group(invoke_without_command=True, short_help="List models, or use others.")
@json_option
@workspace_option
@pass_request
@click.pass_context
def models(context: click.Context, request: Request, as_json: bool) -> None:
    """List the models that are built in, on this machine, and worth fetching; use others.

    Nothing is fetched and none is loaded. A star marks those that the workspace uses.
    """
    if context.invoked_subcommand is not None:
        return
    from factcheck.catalogue import listed

    with request.open() as workspace:
        found = listed(workspace.settings)
    if as_json:
        for one in found:
            emit(_row(one))
        return
    from rich.text import Text

    for origin, heading in _HEADINGS.items():
        rows = [one for one in found if one.origin == origin]
        if rows:
            show(Text(heading, style="bold"), *(part for one in rows for part in _parts(one)), Text(""))


@models.command(short_help="Give the workspace other models.")
@click.argument("name", required=False, metavar="[NAME_OR_PATH]")
@click.option("--judge", metavar="NAME", help="Judge: builtin, thorough, or a CrossEncoder's name or path.")
@click.option("--reranker", metavar="NAME", help="Reranker: none, or a CrossEncoder's name or path.")
@click.option(
    "--dimension",
    type=click.IntRange(min=0),
    metavar="N",
    help="Keep the first N numbers of each vector, of a model trained for it; 0: all.",
)
@click.option(
    "--backend",
    type=click.Choice(["torch", "onnx", "openvino"]),
    help="What runs the models that are not built in; at first torch.",
)
@click.option("--device", metavar="NAME", help="cpu, cuda, mps, ...; '': an accelerator where there is one.")
@workspace_option
@pass_request
def use(
    request: Request,
    name: str | None,
    judge: str | None,
    reranker: str | None,
    dimension: int | None,
    backend: str | None,
    device: str | None,
) -> None:
    """Give the workspace another encoder, judge or reranker; what is not named stays.

    NAME_OR_PATH is an encoder: builtin, a name that `factcheck models` lists, or a folder. Models are tried
    before anything changes. With another encoder the whole corpus is encoded anew; until that is done the
    workspace goes on with the vectors it has, and an interrupted run goes on where it stopped. Suggestions
    that other models made count as stale.
    """
    with request.open() as workspace:
        with counting("encoding", "passage") as watch:
            switched = workspace.use_models(
                encoder=name,
                judge=judge,
                reranker=reranker,
                dimension=dimension,
                backend=backend,
                device=device,
                watch=watch,
            )
        settings = workspace.settings
    say(_told(switched))
    say(f"In force: encoder {settings.encoder}, judge {settings.judge}, reranker {settings.reranker}.")


def _told(switched: Switched) -> str:
    """What was done, in a sentence or three."""
    encoder, judge = switched.tried.encoder, switched.tried.judge
    words = []
    if switched.passages:
        kept = f", {switched.reused:,} of them kept from before" if switched.reused else ""
        words.append(f"{counted(switched.passages, 'passage')} encoded{kept}.")
    elif encoder is not None:
        words.append("The vectors that are there serve.")
    if encoder is not None:
        words.append(f"Vectors have {encoder.dimension:,} numbers.")
    if judge is not None and not getattr(judge, "contradicts", True):
        words.append(
            "This judge knows entailment and its absence only: what it does not find entailed is neutral,"
            " and it never contradicts."
        )
    return " ".join(words) or "Changed."


def _parts(one: Listed) -> list[RenderableType]:
    """A model's name under a star if it is in force, and what is known of it below."""
    from rich.padding import Padding
    from rich.text import Text

    from factcheck.exporters.visible import visible
    from factcheck.prose import Prose

    head = Text("* " if one.in_force else "  ")
    head.append(visible(one.name), "bold")
    known = [_facts(one), *([one.note] if one.note else [])]
    if one.prompts.query or one.prompts.passage:
        known.append(f"prompts {one.prompts.query!r} and {one.prompts.passage!r}")
    if one.labels:
        known.append(f"labels {', '.join(one.labels)}")
    told = [Text(visible("; ".join(known)))]
    told += [Text(f"{mark.measure}: {mark.value:g} ({mark.source})", "dim") for mark in one.marks]
    return [Prose(head), *(Padding(Prose(line), (0, 0, 0, 4), expand=False) for line in told)]


def _facts(one: Listed) -> str:
    """`encoder, vectors of 384 numbers, 90.9 MB, apache-2.0`, as far as it is known."""
    size = f"{one.parameters:,} million parameters" if one.parameters else ""
    if one.bytes is not None:
        size = f"{one.bytes / 1e6:,.1f} MB" if one.bytes >= 100_000 else f"{one.bytes / 1e3:,.1f} kB"
    vectors = f"vectors of {one.dimension:,} numbers" if one.dimension else ""
    return ", ".join(filter(None, (str(one.purpose), vectors, size, one.licence)))


def _row(one: Listed) -> dict[str, object]:
    return {
        "name": one.name,
        "origin": one.origin,
        "purpose": str(one.purpose),
        "in_force": one.in_force,
        "path": one.path or None,
        "revision": one.revision or None,
        "bytes": one.bytes,
        "parameters": one.parameters,
        "dimension": one.dimension,
        "prompts": {"query": one.prompts.query, "passage": one.prompts.passage},
        "labels": list(one.labels),
        "licence": one.licence or None,
        "note": one.note or None,
        "marks": [
            {"measure": mark.measure, "value": mark.value, "source": mark.source} for mark in one.marks
        ],
    }
