"""The program's commands, walked: lists of them that tests keep by hand are held against these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from factcheck.cli import program


def every_command(group: click.Group = program, before: str = "") -> Iterator[str]:
    """Each that does something: `sources edit`, and `sources` too, as it does something alone."""
    for name, command in group.commands.items():
        if not isinstance(command, click.Group):
            yield before + name
            continue
        if command.invoke_without_command:
            yield before + name
        yield from every_command(command, f"{before}{name} ")


def command_of(words: Sequence[str]) -> str:
    """The command that these words call: `sources edit` for `sources edit ID --title X`."""
    group: click.Group = program
    called = ""
    for word in words:
        command = group.commands.get(word)
        if command is None:
            break
        called = f"{called} {word}".strip()
        if not isinstance(command, click.Group):
            break
        group = command
    return called
