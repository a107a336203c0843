"""People at one workspace at the same time: what each does until a moment comes, noting what was acknowledged."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from faults.places import article_rows, source_rows, table
from faults.works import Tell, teller

from factcheck import Workspace, cli
from factcheck.errors import FactcheckError
from factcheck.model import OutcomeStatus, Verdict

FIXED, OWN = 16, 100
"""Numbers from which on sources are those that only come, and those that come and go."""


def _turns(until: float, tell: Tell) -> Iterator[int]:
    """Turns until the moment `until`, two of them on the slowest machine; how many there were is told."""
    turn = 0
    while turn < 2 or time.time() < until:
        yield turn
        turn += 1
    tell(f"turns {turn}")


def _said(tell: Tell, act: Callable[[], object]) -> None:
    try:
        act()
    except FactcheckError as error:
        tell(f"error {error}")


def adding_by_command(folder: Path, heard: Path, until: float) -> None:
    """`factcheck add`, two sources at a time, then those known again."""
    tell, targets = teller(heard), heard.with_suffix(".jsonl")
    for turn in _turns(until, tell):
        rows = source_rows(FIXED + 2 * (turn % 12), 2)
        code = cli.main(["--workspace", str(folder), "add", "--workers", "1", table(targets, rows)])
        for row in rows if code == 0 else []:
            tell(f"added {row['id']}")
        if code:
            tell(f"error exit code {code}")


def coming_and_going(folder: Path, heard: Path, until: float) -> None:
    """Adds sources of its own and one that the other adds, gives one another title, and takes one out."""
    tell, targets, chance = teller(heard), heard.with_suffix(".jsonl"), random.Random(heard.name)
    with Workspace(folder, workers=1) as workspace:

        def turn_over() -> None:
            own = source_rows(OWN + chance.randrange(8), 2)
            shared = source_rows(FIXED + chance.randrange(24), 1)
            for outcome in workspace.add([table(targets, own + shared)]):
                if outcome.status not in (OutcomeStatus.ADDED, OutcomeStatus.KNOWN):
                    tell(f"error {outcome}")
                tell(f"added {outcome.target}")
            for row in own:
                if "title" in row:
                    tell(f"titled {row['id']}: {row['title']}")
            mine = [card for card in workspace.sources() if int(str(card.path).split()[-1]) >= OWN]
            headed, gone = chance.choice(mine), chance.choice(mine)
            title = f"第{chance.randrange(99)}題 title"
            workspace.edit_source(headed.id, title=title)
            tell(f"titled {headed.path}: {title}")
            workspace.remove_source(gone.id)
            tell(f"removed {gone.path}")

        for _ in _turns(until, tell):
            _said(tell, turn_over)


def checking(folder: Path, heard: Path, until: float) -> None:
    """Checks the same articles as the others, in an order of its own."""
    tell, chance = teller(heard), random.Random(heard.name)
    rows = article_rows()
    for turn in _turns(until, tell):
        chance.shuffle(rows)
        targets = table(heard.with_suffix(".jsonl"), rows[:3])
        if turn % 2:
            code = cli.main(["--workspace", str(folder), "check", "--workers", "1", targets])
            if code:
                tell(f"error exit code {code}")
            continue

        def check(targets: str = targets) -> None:
            with Workspace(folder, workers=1) as workspace:
                for outcome in workspace.check([targets]):
                    if outcome.card is None:
                        tell(f"error {outcome}")
                    else:
                        tell(f"checked {outcome.card.id}")

        _said(tell, check)


def reviewing(folder: Path, heard: Path, until: float) -> None:
    """Decides, marks and takes back, claim after claim, through a desk and through `factcheck decide`."""
    tell, chance, name = teller(heard), random.Random(heard.name), heard.stem
    with Workspace(folder) as workspace:
        desk, store = workspace.desk(name), workspace.store

        def act(turn: int) -> None:
            claim_id = chance.choice(store.claims()).id
            verdict = chance.choice(list(Verdict))
            if turn % 5 == 1:
                arguments = ["decide", claim_id, str(verdict), "--reviewer", name, "--note", f"指令 {turn}"]
                if cli.main(["--workspace", str(folder), *arguments]):
                    tell("error decide")
                else:
                    tell("event by command")
                return
            acts: list[Callable[[], object]] = [
                lambda: desk.decide(claim_id, verdict, note=f"查過 {turn}"),
                lambda: desk.flag(claim_id),
                lambda: desk.note(claim_id, f"note 註 {turn}"),
                lambda: desk.bring_typed(claim_id, f"出貨{turn}萬片。", f"https://example.org/{name}/{turn}"),
            ]
            before = store.last_event()
            acts[turn % 4]()
            for _, event in store.events_after(before):
                if event.reviewer == name:
                    tell(f"event {event.id}")

        for turn in _turns(until, tell):
            _said(tell, partial(act, turn))
            # A person reads before deciding.
            time.sleep(0.05)


def starting(folder: Path, targets: str, at: float) -> None:
    """`factcheck add` on a workspace that is not there yet, at the moment `at`."""
    while time.time() < at:
        pass
    raise SystemExit(cli.main(["--workspace", str(folder), "add", "--workers", "1", targets]))
