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
from faults.works import WORKS, often, stored
from nights import times

from factcheck import cli
from factcheck.store import Store

_SEED = 20251129
_CUTS = times(ci=1, nightly=10)
_TRIES = 20
"""Cuts, until one comes in the midst of a run: how quick that is depends on the machine."""


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
    # A document at a time, so that a cut comes between two.
    often()
    sys.exit(cli.main(arguments))


class Cut:
    """A command in a terminal that can be cut."""

    def __init__(self, said: Path, arguments: list[str]) -> None:
        self._here, there = os.openpty()
        self.child = Child(said, in_terminal, os.ttyname(there), arguments)
        os.close(there)
        self.shown = b""

    def watch(self, seconds: float) -> None:
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
        here.watch(0.2)
        here.press("un")
    for _ in range(chance.randint(0, 4)):
        here.press("un")
    here.watch(chance.uniform(0, 0.3))
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
    chance, work = random.Random(f"{_SEED} {name} {turn}"), WORKS[name]
    begun, place, whole = tmp_path / "begun", tmp_path / "place", tmp_path / "whole"
    begun.mkdir()
    work.begin(begun)
    shutil.copytree(begun, whole)
    work.do(whole, lambda line: None)
    before, after = len(stored(begun, work)), len(stored(whole, work))
    assert after - before > 2
    for _ in range(_TRIES):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(begun, place)
        arguments = ["--workspace", str(place / "ws"), verb, "--workers", "1", str(place / target)]
        here = Cut(tmp_path / "said", arguments)
        wanted = before + chance.randint(1, (after - before) // 2)
        while here.child.running and len(stored(place, work)) < wanted:
            here.watch(0.002)
        here.cut()
        # Neither before it began nor when it had finished.
        if here.child.end(30) == -signal.SIGHUP and wanted <= len(stored(place, work)) < after:
            break
    else:
        pytest.fail(f"it had ended before each of {_TRIES} cuts: {here.shown!r} {here.child.said}")
    opens_sound(place / "ws")
    work.do(place, lambda line: None)
    finished(place / "ws")
    assert differences(dump(whole / "ws"), dump(place / "ws")) == []
