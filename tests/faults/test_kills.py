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
from nights import times

_KILLS = times(ci=3, nightly=30)
"""For each of the works."""
_SEED = 20251126


def kill(whole: Whole, place: Path, heard: Path, chance: random.Random, *, by_the_clock: bool) -> str:
    """Do the work in a child that is killed at a moment of the whole; where that was.

    By the clock it may be in the midst of what a library does; an act is the same one whenever this is run.
    """
    last = 0 if by_the_clock else chance.randint(1, whole.acts)
    child = Child(place.with_suffix(".said"), do, place, whole.name, heard, last)
    if by_the_clock:
        moment = whole.seconds * chance.uniform(0.05, 0.95)
        child.wait(moment)
        child.kill()
        return f"after {moment:.3f} of {whole.seconds:.3f} s"
    assert child.end() == -signal.SIGKILL, child.said
    return f"at act {last} of {whole.acts}"


@pytest.mark.parametrize("name", WORKS)
def test_a_kill_at_any_moment_loses_and_doubles_nothing(tmp_path: Path, name: str) -> None:
    whole = whole_of(name)
    for number in range(_KILLS):
        chance = random.Random(f"{_SEED} {name} {number}")
        place, heard = tmp_path / str(number), tmp_path / f"{number}.heard"
        shutil.copytree(whole.begun, place)
        where = kill(whole, place, heard, chance, by_the_clock=number % 2 == 1)
        if number % 3 == 2:
            # And once more while it goes on.
            where += f", then {kill(whole, place, heard, chance, by_the_clock=True)}"
        assert_nothing_is_lost(whole, place, heard, f"{number}: {where}", doctor=chance.random() < 0.5)
        shutil.rmtree(place)
