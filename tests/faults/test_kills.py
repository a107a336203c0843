"""SIGKILL at any moment of any work: the workspace opens, nothing acknowledged is lost or doubled, and going on
ends where an undisturbed run ends."""

from __future__ import annotations

import random
import shutil
import signal
from pathlib import Path

import pytest
from faults.forks import Child
from faults.wholes import Whole, assert_nothing_is_lost, do, whole_of
from faults.works import WORKS
from nights import NIGHTLY, times

_KILLS = times(ci=2, nightly=30)
"""For each of the works."""
_COMMITS = 2
"""Stored transactions of each of the works behind which it is killed; all of them at night."""
_TRIES = 20
"""Moments by the clock that are drawn before one is given up: how long a work takes depends on the machine."""
_SEED = 20251126


def kill_at(whole: Whole, place: Path, heard: Path, act: int) -> str:
    """Do the work in a child that is killed at its act of this number, the same one whenever this is run."""
    child = Child(place.with_suffix(".said"), do, place, whole.name, heard, act)
    assert child.end() == -signal.SIGKILL, child.said
    return f"at act {act} of {whole.acts}"


def kill_by_the_clock(
    whole: Whole, place: Path, heard: Path, chance: random.Random, missed: int = 0
) -> str | None:
    """The same, killed in the midst of whatever a library does then; None where the work was done before.

    The more have `missed`, the earlier: the machine may have been busier when the time was taken.
    """
    moment = whole.seconds * chance.uniform(0.05, 0.95) * 0.8**missed
    child = Child(place.with_suffix(".said"), do, place, whole.name, heard)
    child.wait(moment)
    child.kill()
    code = child.wait()
    assert code in (0, -signal.SIGKILL), child.said
    return f"after {moment:.3f} of {whole.seconds:.3f} s" if code else None


def begin(whole: Whole, place: Path, heard: Path) -> None:
    """The place as it is before the work, and nothing heard."""
    shutil.rmtree(place, ignore_errors=True)
    heard.unlink(missing_ok=True)
    shutil.copytree(whole.begun, place)


@pytest.mark.parametrize("name", WORKS)
def test_a_kill_at_any_moment_loses_and_doubles_nothing(tmp_path: Path, name: str) -> None:
    whole = whole_of(name)
    for number in range(_KILLS):
        chance = random.Random(f"{_SEED} {name} {number}")
        place, heard = tmp_path / str(number), tmp_path / f"{number}.heard"
        where = None
        for missed in range(_TRIES):
            begin(whole, place, heard)
            if number % 2:
                where = kill_by_the_clock(whole, place, heard, chance, missed)
            else:
                where = kill_at(whole, place, heard, chance.randint(1, whole.acts))
            if where:
                break
        assert where, f"{name} was done before every one of {_TRIES} kills"
        if number % 3 == 1:
            # And once more while it goes on, unless that is done before.
            where += f", then {kill_by_the_clock(whole, place, heard, chance)}"
        assert_nothing_is_lost(whole, place, heard, f"{number}: {where}", ask_doctor=chance.random() < 0.5)
        shutil.rmtree(place)


@pytest.mark.parametrize("name", [name for name, work in WORKS.items() if work.rows])
def test_a_kill_right_behind_a_stored_transaction_leaves_nothing_half_done(tmp_path: Path, name: str) -> None:
    """What belongs together is stored together: at night behind each transaction, else behind some of them."""
    whole = whole_of(name)
    chance = random.Random(f"{_SEED} {name}")
    acts = whole.behind_commits
    for act in acts if NIGHTLY else sorted(chance.sample(acts, min(_COMMITS, len(acts)))):
        place, heard = tmp_path / str(act), tmp_path / f"{act}.heard"
        begin(whole, place, heard)
        where = kill_at(whole, place, heard, act)
        assert_nothing_is_lost(whole, place, heard, where, ask_doctor=chance.random() < 0.5)
        shutil.rmtree(place)
