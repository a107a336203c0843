"""A terminal that is cut while a program runs in it: the program ends, and what it had stored is there."""

from __future__ import annotations

import fcntl
import os
import random
import select
import shutil
import signal
import sys
import termios
import time
from pathlib import Path

import pytest
from faults.dumps import differences, dump
from faults.forks import Child
from faults.places import article_rows, checked, filled, source_rows
from faults.sound import finished, opens_sound
from faults.works import WORKS
from nights import times

from factcheck import cli
from factcheck.store import Store

_SEED = 20251129
_CUTS = times(ci=1, nightly=10)


def in_terminal(name: str, arguments: list[str]) -> None:
    """In a child: one command in a session of its own, whose terminal is the one called `name`."""
    os.setsid()
    # As a shell in a terminal has it, also where these tests run under nohup.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    terminal = os.open(name, os.O_RDWR)
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for stream, (stem, mode) in enumerate([("stdin", "r"), ("stdout", "w"), ("stderr", "w")]):
        os.dup2(terminal, stream)
        opened = open(stream, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
        for of_python in (stem, f"__{stem}__"):
            setattr(sys, of_python, opened)
    os.environ |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "COLUMNS": "120", "LINES": "30"}
    sys.exit(cli.main(arguments))


class Cut:
    """A command in a terminal that can be cut."""

    def __init__(self, said: Path, arguments: list[str]) -> None:
        self._here, there = os.openpty()
        self.child = Child(said, in_terminal, os.ttyname(there), arguments)
        os.close(there)
        self.shown = b""

    def wait(self, seconds: float) -> None:
        """Read the screen for so long, as a terminal does."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._here], [], [], left)[0]:
                try:
                    self.shown += os.read(self._here, 1 << 16)
                except OSError:
                    return  # nobody is there any more

    def press(self, keys: str) -> None:
        os.write(self._here, keys.encode())

    def cut(self) -> None:
        os.close(self._here)


def decided(folder: Path) -> list[str]:
    """The claims that have a decision, one entry an event."""
    with Store(folder / "claims.db") as store:
        assert store.verify() == []
        return [event.claim_id for _, event in store.events_after(0) if event.event == "decided"]


@pytest.mark.parametrize("turn", range(_CUTS))
def test_review_ends_with_its_terminal_and_keeps_what_was_decided(tmp_path: Path, turn: int) -> None:
    chance, folder = random.Random(f"{_SEED} {turn}"), tmp_path / "ws"
    filled(folder, source_rows(0, 8))
    checked(folder, article_rows())
    here = Cut(tmp_path / "said", ["--workspace", str(folder), "review", "--reviewer", "ann"])
    end = time.monotonic() + 60
    while len(decided(folder)) < 2:
        assert time.monotonic() < end and here.child.running, (here.shown, here.child.said)
        here.wait(0.2)
        here.press("un")
    for _ in range(chance.randint(0, 4)):
        here.press("un")
    here.wait(chance.uniform(0, 0.3))
    before = decided(folder)
    here.cut()
    here.child.end(30)
    after = decided(folder)
    assert after[: len(before)] == before
    assert len(after) == len(set(after))
    opens_sound(folder)


@pytest.mark.parametrize("turn", range(_CUTS))
@pytest.mark.parametrize(
    ("name", "verb", "target"),
    [("adding", "add", "sources.jsonl"), ("checking", "check", "articles.jsonl")],
)
def test_a_run_ends_with_its_terminal_and_goes_on_from_there(
    tmp_path: Path, name: str, verb: str, target: str, turn: int
) -> None:
    chance, place, whole = random.Random(f"{_SEED} {name} {turn}"), tmp_path / "place", tmp_path / "whole"
    place.mkdir()
    WORKS[name].begin(place)
    shutil.copytree(place, whole)
    begun = time.monotonic()
    WORKS[name].do(whole, lambda line: None)
    seconds = time.monotonic() - begun
    here = Cut(
        tmp_path / "said", ["--workspace", str(place / "ws"), verb, "--workers", "1", str(place / target)]
    )
    here.wait(seconds * chance.uniform(0.1, 0.9))
    assert here.child.running or b"checked" in here.shown or b"added" in here.shown, here.shown
    here.cut()
    here.child.end(30)
    opens_sound(place / "ws")
    WORKS[name].do(place, lambda line: None)
    finished(place / "ws")
    assert differences(dump(whole / "ws"), dump(place / "ws")) == []
