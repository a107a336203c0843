"""A full disk at any moment of any work: one clear line, nothing broken, and with room again the work is finished."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import pytest
from faults.disks import fill, limit_files, make_room, may_mount, small_disk
from faults.forks import Child
from faults.wholes import Whole, assert_nothing_is_lost, do, whole_of
from faults.works import WORKS
from nights import NIGHTLY, times

from factcheck.console import say
from factcheck.errors import FactcheckError

_TIMES = times(ci=1, nightly=10)
"""For each of the works and each way."""
_SEED = 20251127


def do_in_little_room(place: Path, name: str, heard: Path, limit: int) -> None:
    """In a child: the work; exit code 1 with the line that a person would read where it fails."""
    if limit:
        limit_files(limit)
    try:
        do(place, name, heard)
    except FactcheckError as error:
        say(str(error))
        sys.exit(1)


def on_a_full_disk(whole: Whole, place: Path, heard: Path, chance: random.Random) -> str:
    """The work on a disk with room for a part of it; what the child said. Afterwards it is in `place`."""
    disk = place.with_name("disk")
    room = int(sum(whole.written) * chance.uniform(0.02, 0.3))
    with small_disk(disk):
        shutil.copytree(whole.begun, disk, dirs_exist_ok=True)
        fill(disk, room)
        said = failed(whole, disk, heard, 0)
        make_room(disk)
        shutil.copytree(disk, place)
    return said


def under_a_limit(whole: Whole, place: Path, heard: Path, chance: random.Random) -> str:
    """The same where no file may grow beyond a size that one of them needs."""
    shutil.copytree(whole.begun, place)
    return failed(whole, place, heard, int(max(whole.written) * chance.uniform(0.02, 0.25)))


def failed(whole: Whole, place: Path, heard: Path, limit: int) -> str:
    child = Child(heard.with_suffix(".said"), do_in_little_room, place, whole.name, heard, limit)
    assert child.end() == 1, f"it ended as if there was room: {limit}: {child.said}"
    return child.said


@pytest.mark.parametrize("name", WORKS)
def test_a_full_disk_is_one_line_and_nothing_is_lost(tmp_path: Path, name: str) -> None:
    # A disk of its own wants the right to mount one; a limit on files is there for everybody.
    ways = [on_a_full_disk, under_a_limit] if may_mount() else [under_a_limit]
    if not NIGHTLY:
        ways = [ways[list(WORKS).index(name) % len(ways)]]
    whole = whole_of(name)
    for way in ways:
        for number in range(_TIMES):
            chance = random.Random(f"{_SEED} {name} {way.__name__} {number}")
            place, heard = tmp_path / f"{number}", tmp_path / f"{number}-{way.__name__}.heard"
            said = way(whole, place, heard, chance)
            assert said.count("\n") == 1 and "room" in said, said
            assert_nothing_is_lost(whole, place, heard, said, ask_doctor=chance.random() < 0.5)
            shutil.rmtree(place)
