"""A full disk at any moment of any work: one clear line, nothing broken, and with room again the work is finished."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.disks import fill, limit_files, make_room, may_mount, small_disk
from faults.forks import Child
from faults.wholes import Whole, assert_nothing_is_lost, do, whole_of
from faults.works import WORKS
from nights import times

from factcheck.console import say
from factcheck.errors import FactcheckError

_TIMES = times(ci=1, nightly=10)
"""For each of the works and each way."""
_LEAST = 0.01
"""Share of the room that a work needs with which it cannot end."""
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


def on_a_full_disk(whole: Whole, place: Path, heard: Path, share: float) -> tuple[int, str]:
    """The work on a disk with room for a share of it; how the child ended, and what it said. Afterwards it is in
    `place`."""
    disk = place.with_name("disk")
    with small_disk(disk):
        shutil.copytree(whole.begun, disk, dirs_exist_ok=True)
        fill(disk, int(sum(whole.written.values()) * share))
        ended = worked(whole, disk, heard, 0)
        make_room(disk)
        shutil.copytree(disk, place)
    return ended


def under_a_limit(whole: Whole, place: Path, heard: Path, share: float) -> tuple[int, str]:
    """The same where no file may grow beyond a share of what the largest needs."""
    shutil.copytree(whole.begun, place)
    return worked(whole, place, heard, int(max(whole.written.values()) * share))


def worked(whole: Whole, place: Path, heard: Path, limit: int) -> tuple[int, str]:
    child = Child(heard.with_suffix(".said"), do_in_little_room, place, whole.name, heard, limit)
    return child.end(), child.said


@pytest.mark.parametrize("way", [on_a_full_disk, under_a_limit])
@pytest.mark.parametrize("name", WORKS)
def test_a_full_disk_is_one_line_and_nothing_is_lost(
    tmp_path: Path, name: str, way: Callable[[Whole, Path, Path, float], tuple[int, str]]
) -> None:
    if way is on_a_full_disk and not may_mount():
        pytest.skip("this machine lets nobody mount a small disk")
    whole = whole_of(name)
    for number in range(_TIMES):
        chance = random.Random(f"{_SEED} {name} {way.__name__} {number}")
        place, heard = tmp_path / f"{number}", tmp_path / f"{number}.heard"
        # What was there before has its room, so that nobody knows which share is too little.
        share, code, said = chance.uniform(0.02, 1.0), 0, ""
        while not code:
            assert share > _LEAST, f"it ended as if there was room: {said}"
            for path in (place, heard, heard.with_suffix(".said")):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            code, said = way(whole, place, heard, share)
            share *= 0.8
        assert code == 1 and said.count("\n") == 1 and "room" in said, said
        assert_nothing_is_lost(whole, place, heard, said, ask_doctor=chance.random() < 0.5)
        shutil.rmtree(place)
