"""`review`, `decide` and `history`: what people decide, in the terminal and from scripts."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.commands.options import Decorator, Request, json_option, pass_request, workspace_option
from factcheck.console import counted, emit, say
from factcheck.errors import UsageError
from factcheck.model import Reason, Verdict
from factcheck.queue import Act

if TYPE_CHECKING:
    from factcheck.store import Store
    from factcheck.store.rows import Review

REVIEWER = "FACTCHECK_REVIEWER"
_SCREEN_ELSEWHERE = frozenset({"TEXTUAL_DRIVER"})
"""Set by what carries the screen to somewhere else than a terminal, as --web does."""

_TURNED = {Act.UNDONE: "taken back", Act.REDONE: "done again"}


def _reviewer(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """As given, else FACTCHECK_REVIEWER, else the name of the account."""
    named = value or os.environ.get(REVIEWER)
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise click.UsageError(
            f"Wanted the reviewer's name, found none; give --reviewer or {REVIEWER}."
        ) from None


reviewer_option: Decorator[Any] = click.option(
    "--reviewer",
    metavar="NAME",
    callback=_reviewer,
    help=f"Who decides; default: {REVIEWER}, else the name of your account.",
)


@click.command(short_help="Review the queue of claims in the terminal.")
@reviewer_option
@click.option(
    "--language", metavar="TAG", help="Language of the labels: en, zh-Hant or zh-Hans; default: yours."
)
@click.option("--theme", metavar="NAME", help="Colours, such as textual-light, nord or gruvbox.")
@click.option("--monochrome", is_flag=True, help="No colours.")
@click.option(
    "--reviews",
    type=click.IntRange(1, 9),
    metavar="N",
    help="Reviewers who are to decide each claim, blind to one another; default: 1, or the setting reviews.",
)
@click.option("--assigned", is_flag=True, help="Only the claims assigned to you.")
@click.option(
    "--adjudicate", is_flag=True, help="Show what reviewers disagree on; what you decide settles it."
)
@click.option("--web", is_flag=True, help="Serve the same screen to a browser on this machine.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="Port for --web; default: a free one.",
)
@workspace_option
@pass_request
def review(
    request: Request,
    reviewer: str,
    language: str | None,
    theme: str | None,
    monochrome: bool,
    reviews: int | None,
    assigned: bool,
    adjudicate: bool,
    web: bool,
    port: int,
) -> int:
    """Review the queue of claims: read a claim and its evidence, press a key, next.

    s supported, c contradicted, u unverifiable, space accepts what the machine suggests, z takes back;
    ? shows every key. Each decision is stored before the screen moves on.
    """
    from factcheck.shares import share_of, words_about

    request.settings["reviews"] = reviews
    with request.open() as workspace:
        workspace.folder.require_existing()
        workspace.folder.require_writable()
        with workspace.folder.open_store():
            pass  # what cannot be opened is said before a screen is drawn or served
        share = share_of(workspace.folder.path)
        if share:
            say(words_about(share, workspace.folder.path))
        if web:
            from tui.web import serve_review

            named = {"reviewer": reviewer, "language": language, "theme": theme, "reviews": reviews}
            flags = {"monochrome": monochrome, "assigned": assigned, "adjudicate": adjudicate}
            command = _same_screen(workspace.folder.path, named, flags)
            return serve_review(command, port=port, announce=_announce)
        if not _SCREEN_ELSEWHERE.intersection(os.environ) and not (
            sys.stdin.isatty() and sys.stdout.isatty()
        ):
            raise UsageError(
                "Wanted a terminal to show the queue in, found none; `factcheck decide` decides from scripts,"
                " and --web serves a browser."
            )
        from tui.app import run_review

        return run_review(
            workspace,
            reviewer,
            language=language,
            theme=theme,
            monochrome=monochrome,
            adjudicating=adjudicate,
            assigned=assigned,
        )


def _same_screen(folder: Path, named: Mapping[str, object], flags: Mapping[str, bool]) -> list[str]:
    """The command that shows in a terminal what was asked to be served."""
    command = [sys.executable, "-m", "factcheck", "--workspace", str(folder.absolute()), "review"]
    for name, value in named.items():
        command += [f"--{name}", str(value)] if value else []
    return command + [f"--{name}" for name, on in flags.items() if on]


def _announce(address: str) -> None:
    say(f"Open {address} in a browser on this machine; ctrl+c here ends it.")


@click.command(short_help="Decide a claim from a script.")
@click.argument("claim")
@click.argument("verdict", type=click.Choice([*(verdict.value for verdict in Verdict), "not-a-claim"]))
@click.option(
    "--reason",
    type=click.Choice([reason.value for reason in Reason]),
    help="Why unverifiable; default no_evidence.",
)
@click.option("--note", help="What a reader should know, or why no passage says so.")
@click.option(
    "--evidence", multiple=True, metavar="PASSAGE", help="Id of a passage it rests on; may be repeated."
)
@click.option("--adjudicate", is_flag=True, help="Settle the claim for all, whatever its reviewers say.")
@reviewer_option
@json_option
@workspace_option
@pass_request
def decide(
    request: Request,
    claim: str,
    verdict: str,
    reason: str | None,
    note: str | None,
    evidence: tuple[str, ...],
    adjudicate: bool,
    reviewer: str,
    as_json: bool,
) -> None:
    """Decide a claim, named by its id or the beginning of it, as a key in `factcheck review` does.

    Without --evidence the verdict rests on the passages whose stance fits it. Supported and contradicted
    need a passage, or a note that says why there is none; a verdict that changes, and an adjudication, need
    a note that says why.
    """
    from factcheck.exporters.events import event_row

    if reason and verdict != Verdict.UNVERIFIABLE:
        raise UsageError(f"Wanted --reason with the verdict 'unverifiable', found it with '{verdict}'.")
    with request.open() as workspace:
        desk = workspace.desk(reviewer, adjudicating=adjudicate)
        claim_id = _claim_named(desk.store, claim)
        if verdict == "not-a-claim":
            event = desk.dismiss([claim_id], note=note)[0]
        else:
            event = desk.decide(
                claim_id,
                Verdict(verdict),
                reason=Reason(reason) if reason else None,
                note=note,
                evidence=evidence or None,
            )
        if as_json:
            emit(event_row(event))
        say(f"{reviewer}: {verdict.replace('-', ' ')}: {event.quote}")


@click.command(short_help="Give claims to reviewers.")
@click.argument("reviewers", nargs=-1, required=True, metavar="NAME...")
@click.option("--claim", "claims", multiple=True, metavar="ID", help="This claim; may be repeated.")
@click.option("--article", "articles", multiple=True, metavar="ID", help="Every open claim of this article.")
@click.option("--away", is_flag=True, help="Take them away instead.")
@reviewer_option
@workspace_option
@pass_request
def assign(
    request: Request,
    reviewers: tuple[str, ...],
    claims: tuple[str, ...],
    articles: tuple[str, ...],
    away: bool,
    reviewer: str,
) -> None:
    """Give claims to reviewers, shared out in turn; `factcheck review --assigned` shows each their own.

    Without --claim and --article: every claim that nobody has decided.
    """
    from factcheck.queue import Order, Wanted

    with request.open() as workspace:
        desk = workspace.desk(reviewer)
        named = [_claim_named(desk.store, claim) for claim in claims]
        wanted = [Wanted(article=desk.store.resolve_id(one), undecided=not away) for one in articles]
        if not claims and not articles:
            wanted = [Wanted(undecided=not away)]
        for one in wanted:
            named += desk.store.queue_ids(one, Order.ARTICLE, reviewer=desk.reviewer)
        share = len(reviewers) if not away else 1
        with desk.store.writing():
            for place, person in enumerate(reviewers):
                desk.assign(named[place % share :: share], person, away=away)
    told = "taken away from" if away else "given to"
    say(f"{counted(len(named), 'claim')} {told} {', '.join(reviewers)}.")


@click.command(short_help="Show what was decided on a claim, and when.")
@click.argument("claim")
@json_option
@workspace_option
@pass_request
def history(request: Request, claim: str, as_json: bool) -> None:
    """Show every act on a claim, oldest first, those taken back among them."""
    from factcheck.console import show
    from factcheck.exporters.events import event_row
    from factcheck.store.standings import in_force

    with request.open() as workspace:
        workspace.folder.require_existing()
        store = workspace.store
        claim_id = _claim_named(store, claim)
        found = store.claim(claim_id)
        events = store.reviews_of(claim_id)
    if as_json:
        for event in events:
            emit(event_row(event))
        return
    standing = {event.id for event in in_force(events)}
    if found is not None:
        show(_quoted(found.text))
    for event in events:
        show(_quoted("\n".join(_told(event, standing))))
    if not events:
        say("Nobody has decided or marked this claim.")


def _told(event: Review, standing: set[str]) -> Iterator[str]:
    """An event in a line or two; one that was taken back says so."""
    if event.event in _TURNED:
        words = _TURNED[event.event]
    else:
        words = event.verdict or event.event.value.replace("_", " ")
        words += f", {event.reason.replace('_', ' ')}" if event.reason else ""
        words += "" if event.id in standing else " (taken back)"
    passages = f", {counted(len(event.evidence), 'passage')}" if event.evidence else ""
    yield f"{event.at[:19].replace('T', ' ')} UTC  {event.reviewer}: {words}{passages}"
    if event.note:
        yield f"    {event.note}"


def _quoted(text: str) -> Any:
    from rich.text import Text

    from factcheck.exporters.visible import visible

    return Text(visible(text, keep="\n"))


def _claim_named(store: Store, prefix: str) -> str:
    """The id of the one claim that begins with `prefix`; UsageError for none or several."""
    wanted = prefix.strip().lower()
    found = store.claims_named(wanted) if wanted else []
    if len(found) == 1:
        return found[0].id
    if not found:
        raise UsageError(
            f"Wanted the id of a claim, or the beginning of it, found '{prefix[:40]}', which no claim has."
            " `factcheck check --json` prints the ids."
        )
    shown = ", ".join(claim.id[:12] for claim in found[:3])
    raise UsageError(f"Wanted the id of one claim, found several that begin with '{prefix[:40]}' ({shown}).")
