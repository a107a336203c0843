"""The tests that may be skipped: why, how many, and what has to be absent. Any other skip fails the run.

A test that is marked as expected to fail is as good as skipped, and counts as such.

With everything present nothing is skipped. A test more or less behind one of these reasons is announced by its
number here, which the run compares with what it collected.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

NO_DATA = "the measuring data is absent (FACTCHECK_DATA, else ../shared)"
OUTCOMES = ("skipped", "xfailed", "xpassed")
"""What pytest calls tests that ran or not without their outcome counting."""
_EXPECTED = "expected to fail: "


@dataclass(frozen=True, slots=True)
class Announced:
    """A reason for which tests are skipped."""

    reason: str
    """As pytest says it, or the beginning of that."""
    tests: int
    """How many tests are behind it."""
    absent: Callable[[], bool]
    """Whether this machine lacks what they need."""
    counted: bool = True
    """Whether they can be told before they run: by a mark with this reason, or by the fixture `shared_data`."""


def data_folder() -> Path:
    """Where the data for measuring lies, whether or not it is there."""
    return Path(os.environ.get("FACTCHECK_DATA", Path(__file__).resolve().parents[2] / "shared"))


def _lacks(*programs: str) -> Callable[[], bool]:
    return lambda: not any(map(shutil.which, programs))


def _lacks_chinese_font() -> bool:
    from chromium import needs_chinese_font

    return bool(needs_chinese_font.args[0])


def _lacks_networks() -> bool:
    """Only root may take one, and not in every container."""
    program = Path(__file__).with_name("hostile") / "own_network.py"
    tried = subprocess.run([sys.executable, str(program)], input="[]", text=True, capture_output=True)
    return tried.returncode == 3


def _lacks_disks() -> bool:
    """Mounting is for root, and not in every container."""
    from faults.disks import may_mount

    return not may_mount()


ANNOUNCED = (
    Announced(NO_DATA, 22, lambda: not (data_folder() / "articles").is_dir()),
    Announced("no tmux on PATH", 3, _lacks("tmux")),
    Announced("LibreOffice is absent", 3, _lacks("soffice")),
    Announced("no Chromium on PATH", 6, _lacks("chromium", "chromium-browser", "google-chrome")),
    Announced("no Chinese font", 1, _lacks_chinese_font),
    Announced("folders are not synced there", 1, lambda: os.name == "nt"),
    Announced("looks into /proc", 2, lambda: not sys.platform.startswith("linux")),
    Announced("signals of this kind are not sent there", 1, lambda: os.name == "nt"),
    Announced("this machine gives no process a network of its own", 1, _lacks_networks, counted=False),
    Announced("this machine lets nobody mount a small disk", 7, _lacks_disks, counted=False),
    Announced("no pseudo-terminals", 2, lambda: os.name == "nt"),
    Announced(
        "this file system takes UTF-8 names only",
        1,
        lambda: sys.platform in ("darwin", "win32"),
        counted=False,
    ),
    Announced("the backends are installed here", 2, lambda: find_spec("optimum") is not None, counted=False),
    Announced("could not import 'distributed'", 14, lambda: find_spec("distributed") is None, counted=False),
)


def reasons_of(item: pytest.Item) -> Iterator[str]:
    """Why a test may be skipped, as far as its marks and fixtures say."""
    for mark in item.iter_markers("skipif"):
        yield str(mark.kwargs.get("reason", "no reason given"))
    for mark in item.iter_markers("skip"):
        yield str(
            mark.kwargs.get("reason", *mark.args[:1]) if mark.kwargs or mark.args else "no reason given"
        )
    for mark in item.iter_markers("xfail"):
        yield f"{_EXPECTED}{mark.kwargs.get('reason', '')}"
    if "shared_data" in getattr(item, "fixturenames", ()):
        yield NO_DATA


def wrong_guards(guarded: Mapping[str, int]) -> Iterator[str]:
    """What this file does not announce of the tests that were collected, by reason; for the whole suite only."""
    known = {one.reason: one for one in ANNOUNCED if one.counted}
    for reason in sorted({*guarded, *known}):
        wanted, found = known[reason].tests if reason in known else 0, guarded.get(reason, 0)
        if wanted != found:
            yield (
                f"tests/skips.py announces {wanted} tests that may be skipped for '{reason}', found {found};"
                " announce them there if that is meant."
            )


def wrong_skips(skipped: Mapping[str, int], *, whole: bool) -> Iterator[str]:
    """What is wrong with the skips of a run, by reason: not announced, or for want of what is there.

    `whole`: the whole suite ran, so that the numbers have to be met.
    """
    met: Counter[Announced] = Counter()
    for reason, count in sorted(skipped.items()):
        known = next((one for one in ANNOUNCED if reason.startswith(one.reason)), None)
        if known is None:
            yield f"{count} skipped for '{reason}', which tests/skips.py does not announce."
        elif not known.absent():
            yield f"{count} skipped for '{reason}', though nothing is wanting here."
        else:
            met[known] += count
    for one in ANNOUNCED if whole else ():
        # A test behind two of the reasons is skipped for one; how many are behind each is seen beforehand.
        wrong = met[one] > one.tests if one.counted else met[one] != one.tests
        if wrong and one.absent():
            yield f"tests/skips.py announces {one.tests} skipped for '{one.reason}', found {met[one]}."


def reason_of(report: Any) -> str:
    """Why a test was skipped or allowed to fail, from its report."""
    if hasattr(report, "wasxfail"):
        return _EXPECTED + str(report.wasxfail).removeprefix("reason: ")
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return str(said).removeprefix("Skipped: ")
