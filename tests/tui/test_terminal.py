"""The review queue in a real terminal, used, left, and killed at random moments."""

from __future__ import annotations

import os
import random
import shlex
import signal
import sys
import time
from pathlib import Path

import pytest
from nights import times
from terminal import Terminal, needs_terminal, terminal

from benchmarks.claims_made import make_claims
from factcheck import Workspace
from factcheck.store import Store

_ROOT = Path(__file__).resolve().parents[2]
_KILLS, _DECISIONS = times(ci=5, nightly=50), times(ci=60, nightly=500)


def review(folder: Path) -> list[str]:
    return [sys.executable, "-m", "factcheck", "--workspace", str(folder), "review", "--reviewer", "ann"]


@needs_terminal
@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_a_sitting_from_opening_to_leaving(queue: Workspace, tmp_path: Path, size: tuple[int, int]) -> None:
    claims = len(queue.findings())
    # The shell tells with what the program ended: a terminal is gone with its program.
    told = tmp_path / "ended"
    command = [
        "sh",
        "-c",
        f'"$@"; echo $? > {shlex.quote(str(told))}; sleep 60',
        "sh",
        *review(queue.folder.path),
    ]
    with terminal(command, _ROOT, size=size) as here:
        here.until(lambda screen: f"0/{claims} done" in screen and "machine suggests" in screen)
        here.press("u", "n")
        here.until(lambda screen: f"1/{claims} done" in screen)
        here.press("f")
        here.until(lambda screen: "flagged" in screen)
        here.press("z", "z")
        screen = here.until(lambda screen: f"0/{claims} done" in screen and "Taken back" in screen)
        assert "\ufffd" not in screen
        here.press("C-q")
        here.until(lambda screen: told.is_file() and told.read_text() == "0\n")
    events = [event.event for _, event in queue.store.events_after(0)]
    assert events == ["decided", "flagged", "undone", "undone"]
    assert queue.store.verify() == []


def decided(folder: Path) -> list[str]:
    """The claims that have a decision in the database, one entry an event."""
    with Store(folder / "claims.db") as store:
        assert store.verify() == []
        return [event.claim_id for _, event in store.events_after(0) if event.event == "decided"]


def sit_until_killed(here: Terminal, chance: random.Random, most: int) -> int:
    """Press keys for up to `most` decisions and kill the program at a moment nobody chose; the counter then."""
    here.until(lambda screen: "done" in screen and "machine suggests" in screen)
    end = time.monotonic() + chance.uniform(0.05, 1.0)
    for _ in range(most):
        here.press("u", "n")
        if time.monotonic() > end:
            break
    time.sleep(chance.uniform(0, 0.2))
    counted = here.done
    os.kill(here.pid, signal.SIGKILL)
    return counted


@needs_terminal
@pytest.mark.parametrize("seed", [20251125])
def test_a_kill_at_any_moment_loses_no_decision_that_was_counted(tmp_path: Path, seed: int) -> None:
    folder, chance = make_claims(tmp_path / "ws", _DECISIONS), random.Random(seed)
    counts = []
    for _ in range(_KILLS):
        before = len(decided(folder))
        with terminal(review(folder), _ROOT, size=(120, 30)) as here:
            counted = sit_until_killed(here, chance, _DECISIONS // _KILLS)
        stored = decided(folder)
        assert len(stored) == len(set(stored))
        assert before <= counted <= len(stored), (before, counted, len(stored))
        counts.append(counted)
    assert counts[-1] > 0
    with terminal(review(folder), _ROOT, size=(120, 30)) as here:
        here.until(lambda screen: f"{len(decided(folder))}/{_DECISIONS} done" in screen)
        for _ in range(_DECISIONS - here.done):
            here.press("u", "n")
        here.until(lambda screen: f"{_DECISIONS}/{_DECISIONS} done" in screen)
    assert sorted(decided(folder)) == sorted(set(decided(folder)))
    assert len(decided(folder)) == _DECISIONS
