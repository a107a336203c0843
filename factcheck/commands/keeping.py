"""`backup` and `restore`: copies of a workspace."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.commands.options import Request, pass_request, workspace_option
from factcheck.console import counted, say
from factcheck.folder import Folder


@click.command(short_help="Copy the workspace, while others work in it.")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@workspace_option
@pass_request
def backup(request: Request, folder: Path) -> int:
    """Copy all rows, settings, names and keys to FOLDER, which must not exist yet.

    Others may go on working: the copy is the workspace as it was when it began. FOLDER is a workspace itself;
    embeddings/ is not in it and is built again when it is needed. Exit code 1 where the rows have problems,
    which are copied as they are.
    """
    from factcheck.backup import back_up

    made = back_up(Folder(Path(request.workspace)), folder)
    for problem in made.problems:
        say(f"problem: {problem}")
    found = counted(len(made.problems), "problem") if made.problems else "verified"
    say(f"{made.folder}: {made.size:,} bytes, {found}.")
    return int(bool(made.problems))


@click.command(short_help="Put a backup in place of the workspace.")
@click.argument("backup", metavar="BACKUP", type=click.Path(path_type=Path))
@workspace_option
@pass_request
def restore(request: Request, backup: Path) -> int:
    """Put the workspace back as it was when BACKUP, a folder, was made, and build embeddings/ again.

    What is in the workspace now is moved into a folder replaced-... inside it, and BACKUP stays as it is. End
    everything that works in the workspace before. To unite both instead: `factcheck merge BACKUP`. Exit code
    1 where the rows have problems, which come back as they were copied.
    """
    from factcheck.backup import restore as put_back
    from factcheck.doctor import repair

    # Not through a Workspace: the settings that are to be replaced may be what is broken.
    restored = put_back(Folder(Path(request.workspace)), backup)
    # Said first: the settings that came back may keep the rest from being done.
    lies = f" What was there lies in {restored.replaced}." if restored.replaced else ""
    say(f"Restored from {backup}.{lies}")
    for problem in restored.problems:
        say(f"problem: {problem}")
    with request.open() as workspace:
        for line in repair(workspace):
            say(line)
    return int(bool(restored.problems))
