"""Options that several commands share, and what is made of them."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from factcheck import Workspace

F = TypeVar("F", bound=Callable[..., Any])
Decorator = Callable[[F], F]


def day(text: str | date) -> date:
    """A date as YYYY-MM-DD; BadParameter for anything else."""
    try:
        return text if isinstance(text, date) else date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"wanted a date as YYYY-MM-DD, found {text!r}") from None


@dataclass(slots=True)
class Request:
    """What the command line says before any command's own options: the workspace and settings."""

    given: str | None = None
    """The folder, where the command line names one."""
    settings: dict[str, object] = field(default_factory=dict)

    @property
    def workspace(self) -> str:
        """The folder: as given, else FACTCHECK_WORKSPACE, else the current one."""
        return self.given or os.environ.get("FACTCHECK_WORKSPACE") or "."

    def open(self) -> Workspace:
        """The workspace, with the settings that were given as options."""
        from factcheck import Workspace

        return Workspace(self.workspace, **self.settings)


pass_request = click.make_pass_decorator(Request, ensure=True)


def _set_workspace(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.ensure_object(Request).given = value


def _set_setting(context: click.Context, parameter: click.Parameter, value: object) -> None:
    # A flag that was not raised leaves the settings file and the environment in force.
    if value is not None and value is not False:
        context.ensure_object(Request).settings[str(parameter.name)] = value


workspace_option: Decorator[Any] = click.option(
    "--workspace",
    metavar="DIR",
    expose_value=False,
    callback=_set_workspace,
    help="Folder of the workspace; default: FACTCHECK_WORKSPACE, else the current folder.",
)


def _setting(*names: str, **how: Any) -> Decorator[Any]:
    """An option that overrides the setting of the same name for this run."""
    return click.option(*names, expose_value=False, callback=_set_setting, **how)


encoder_option = _setting("--encoder", metavar="NAME", help="Encoder: builtin, or a model's name or path.")
judge_option = _setting(
    "--judge", metavar="NAME", help="Judge: builtin, thorough, or a CrossEncoder's name or path."
)
reranker_option = _setting(
    "--reranker", metavar="NAME", help="Reranker: none, or a CrossEncoder's name or path."
)
top_option = _setting(
    "--top",
    type=int,
    metavar="N",
    help="Evidence passages kept for a claim, at most; default 5. More than 6: far ones too.",
)
workers_option = _setting(
    "--workers", type=int, metavar="N", help="Processes that work side by side; default: one for each core."
)
cluster_option: Decorator[Any] = click.option(
    "--cluster",
    metavar="ADDRESS",
    default="",
    help="Work on a cluster: the address of a Dask scheduler, tcp://HOST:8786; see docs/scale.md.",
)
json_option: Decorator[Any] = click.option(
    "--json", "as_json", is_flag=True, help="JSON Lines on stdout, see docs/json.md."
)
again_option: Decorator[Any] = click.option("--again", is_flag=True, help="Check what is up to date as well.")
all_option: Decorator[Any] = click.option(
    "--all", "all_kinds", is_flag=True, help="Opinions and questions too, which are not checked."
)
as_of_option: Decorator[Any] = click.option(
    "--as-of", type=day, metavar="DATE", help="Leave out sources published after DATE."
)


def reading_options(command: F) -> F:
    """How to read, and what the caller knows of what is read."""
    options: list[Decorator[Any]] = [
        click.option("--published", type=day, metavar="DATE", help="Date of publication of what is read."),
        click.option("--title", help="Title of what is read."),
        click.option("--url", help="Address at which what is read was published."),
        _setting("--language", metavar="TAG", help="Language: en, zh-Hant, zh-Hans, zh or mixed."),
        _setting("--encoding", metavar="NAME", help="Character encoding of text files."),
        _setting("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too."),
    ]
    return _all_of(options, command)


def filtering_options(command: F) -> F:
    """Where evidence is looked for."""
    options: list[Decorator[Any]] = [
        as_of_option,
        click.option("--since", type=day, metavar="DATE", help="Leave out sources published before DATE."),
        click.option(
            "--source", "sources", multiple=True, metavar="ID", help="Only this source; may be repeated."
        ),
    ]
    return _all_of(options, command)


def searching_options(command: F) -> F:
    """Where evidence is looked for, by which encoder and reranker, and how much of it is kept."""
    return filtering_options(_all_of([top_option, encoder_option, reranker_option], command))


def _all_of(options: list[Decorator[Any]], command: F) -> F:
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(options), command)
