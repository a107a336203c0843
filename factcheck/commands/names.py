"""`names`: what the sources declare to be one name."""

from __future__ import annotations

import click

from factcheck.commands.options import Request, json_option, pass_request, workspace_option
from factcheck.console import counted, emit, grid, say, show


@click.command(short_help="List the names that sources gloss.")
@click.argument("text", required=False)
@json_option
@workspace_option
@pass_request
def names(request: Request, text: str | None, as_json: bool) -> None:
    """List the names that sources declare to be one, with the sources that say so.

    With TEXT, only things that have a name with TEXT in it. What a source says wrongly is corrected in
    aliases.toml, see docs/names.md.
    """
    from factcheck.exporters.outcomes import name_row
    from factcheck.language.folding import fold
    from factcheck.vocabulary import name_of

    with request.open() as workspace:
        workspace.folder.require_existing()
        wanted = fold(text or "")
        found = [one for one in workspace.names() if any(wanted in fold(name) for name in one.names)]
        cards = workspace.store.cards({source for one in found for source in one.documents})
    if as_json:
        for one in found:
            emit(name_row(one, [cards[source] for source in one.documents]))
    elif found:
        rows = [
            (str(one.kind), " = ".join(one.names), ", ".join(name_of(cards[key]) for key in one.documents))
            for one in found
        ]
        show(grid(("Kind", "Names", "Said by"), rows, whole=1))
    say(f"{counted(len(found), 'name')} learnt from the sources.")
