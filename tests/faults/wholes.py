"""Undisturbed runs, to hold disturbed ones against: each is made once in a process and shared by its tests."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from faults.dumps import Dump, differences, dump
from faults.forks import Child, require_warm
from faults.moments import Acts
from faults.sound import finished, opens_sound
from faults.works import WORKS, Work, often, stored, teller, told


@dataclass(frozen=True)
class Whole:
    """An undisturbed run of a work."""

    name: str
    begun: Path
    """Where it has not been done yet."""
    acts: int
    """By how many it changes files and rows; see Acts."""
    behind_commits: tuple[int, ...]
    """Numbers of those that come right after a transaction was stored."""
    seconds: float
    written: Mapping[str, int]
    """Bytes of each file that it makes or changes, by its name in the workspace."""
    made: Dump

    @property
    def work(self) -> Work:
        return WORKS[self.name]


def do(place: Path, name: str, heard: Path, last: int = 0) -> None:
    """In a child: the work, whose acknowledgements go to `heard`, killed at the act `last`; 0: at none."""
    often()
    acts = Acts(last)
    WORKS[name].do(place, teller(heard))
    counted = {"count": acts.count, "behind_commits": acts.behind_commits}
    heard.with_suffix(".acts").write_text(json.dumps(counted), encoding="utf-8")


@lru_cache
def _folder() -> Path:
    """Where they are kept until the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="factcheck-faults-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache
def whole_of(name: str) -> Whole:
    """The undisturbed run of a work."""
    home = _folder() / name
    begun, place, heard = home / "begun", home / "place", home / "heard"
    begun.mkdir(parents=True)
    work = WORKS[name]
    work.begin(begun)
    shutil.copytree(begun, place)
    require_warm()
    start = time.monotonic()
    child = Child(home / "said", do, place, name, heard)
    assert child.end() == 0 and not child.said, child.said
    seconds = time.monotonic() - start
    assert told(heard) and (not work.rows or set(told(heard)) <= set(stored(place, work)))
    made = dump(place / "ws", exact=work.exact)
    acts = json.loads(heard.with_suffix(".acts").read_text("utf-8"))
    behind = tuple(number for number in acts["behind_commits"] if number <= acts["count"])
    return Whole(name, begun, acts["count"], behind, seconds, _written(begun, place), made)


def _written(before: Path, after: Path) -> dict[str, int]:
    files = [path for path in (after / "ws").rglob("*") if path.is_file()]
    return {
        path.relative_to(after / "ws").as_posix(): path.stat().st_size
        for path in files
        if not (was := before / path.relative_to(after)).exists() or was.read_bytes() != path.read_bytes()
    }


def assert_nothing_is_lost(whole: Whole, place: Path, heard: Path, where: str, *, ask_doctor: bool) -> None:
    """What holds after any fault: what was acknowledged is stored, once, and going on ends where an undisturbed
    run ends; a person may ask `doctor` first, or go straight on."""
    work = whole.work
    # That no row is there twice is seen in the dump: these are by keys.
    assert not work.rows or set(told(heard)) <= set(stored(place, work)), where
    if ask_doctor:
        opens_sound(place / "ws", where)
    work.do(place, lambda line: None)
    finished(place / "ws", where)
    assert differences(whole.made, dump(place / "ws", exact=work.exact)) == [], where
