"""`merge`: another workspace into this one."""

from __future__ import annotations

import os

import click

from factcheck.commands.options import Request, pass_request, workspace_option
from factcheck.console import counted, say
from factcheck.errors import UsageError


@click.command(short_help="Unite this workspace with another one.")
@click.argument("other", metavar="OTHER")
@workspace_option
@pass_request
def merge(request: Request, other: str) -> None:
    """Take in all that another workspace has: sources, articles, claims, results and decisions.

    OTHER is its folder or its claims.db, which is only read. Nothing is lost or doubled; in whatever order
    workspaces are merged, and however often, the result is the same. Decisions are ordered by their moments.
    """
    # As a function of `os` it is false for what can be no path at all, too.
    if not os.path.exists(other):
        raise UsageError(
            f"Wanted the folder or the claims.db of another workspace, found nothing at '{other}'."
        )
    with request.open() as workspace:
        merged = workspace.merge(other)
    say(
        f"New here: {counted(merged.sources, 'source')}, {counted(merged.articles, 'article')},"
        f" {counted(merged.claims, 'claim')}, {counted(merged.events, 'act')},"
        f" {counted(merged.checked_claims, 'checked claim')}."
    )
