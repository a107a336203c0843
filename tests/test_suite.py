"""The suite's own rules: no skip that nothing announces, an order by chance that can be had again, and no code
left out of what is covered without a word."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from skips import ANNOUNCED, NO_DATA, wrong_guards, wrong_skips

_ROOT = Path(__file__).resolve().parent.parent
_GUARDS = {one.reason: one.tests for one in ANNOUNCED if one.counted}
_SMALL = """
import pathlib
import pytest

@pytest.mark.parametrize("number", range(20))
def test_number(number):
    with pathlib.Path(__file__).with_name("order.txt").open("a") as file:
        file.write(f"{number} ")
"""
_SKIPPING = "\ndef test_skipped():\n    pytest.skip('the moon is full')\n"
_ALLOWED_TO_FAIL = """
@pytest.mark.xfail(reason="the moon is full")
def test_failing():
    raise AssertionError

@pytest.mark.xfail(reason="the moon is new")
def test_passing():
    pass

def test_giving_up():
    pytest.xfail("the moon is half")
"""


def test_what_is_announced_is_what_was_collected() -> None:
    assert list(wrong_guards(_GUARDS)) == []
    (more,) = wrong_guards(_GUARDS | {NO_DATA: _GUARDS[NO_DATA] + 1})
    assert f"announces {_GUARDS[NO_DATA]} tests" in more and f"found {_GUARDS[NO_DATA] + 1};" in more
    (none,) = wrong_guards({reason: count for reason, count in _GUARDS.items() if reason != NO_DATA})
    assert "found 0" in none
    (new,) = wrong_guards(_GUARDS | {"the moon is full": 1})
    assert "announces 0 tests that may be skipped for 'the moon is full', found 1" in new


def test_a_skip_is_wrong_unless_it_is_announced_and_something_is_wanting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert list(wrong_skips({}, whole=False)) == []
    assert list(wrong_skips({"the moon is full": 2}, whole=False)) == [
        "2 skipped for 'the moon is full', which tests/skips.py does not announce."
    ]
    monkeypatch.setenv("PATH", sys.prefix)
    assert list(wrong_skips({"no tmux on PATH": 3}, whole=False)) == []
    monkeypatch.setenv("FACTCHECK_DATA", str(_ROOT / "absent"))
    assert list(wrong_skips({NO_DATA: _GUARDS[NO_DATA]}, whole=False)) == []
    told = " ".join(wrong_skips({NO_DATA: _GUARDS[NO_DATA] + 1}, whole=True))
    assert f"announces {_GUARDS[NO_DATA]} skipped for '{NO_DATA}', found {_GUARDS[NO_DATA] + 1}." in told
    (there,) = (
        wrong_skips({"looks into /proc": 1}, whole=False)
        if sys.platform == "linux"
        else ("nothing is wanting",)
    )
    assert "nothing is wanting" in there


def _run(folder: Path, tests: str, *options: str) -> tuple[int, str, list[str]]:
    """Exit code and last lines of a small suite under this one's conftest, and the order in which it ran."""
    for name in ("conftest.py", "skips.py"):
        shutil.copy(_ROOT / "tests" / name, folder)
    (folder / "test_small.py").write_text(tests, "utf-8")
    (folder / "order.txt").unlink(missing_ok=True)
    plain = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-c",
        "/dev/null",
        "--rootdir",
        ".",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(
        [*plain, *options, "test_small.py"], cwd=folder, capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stdout, (folder / "order.txt").read_text("utf-8").split()


def _is_refused(code: int, said: str) -> None:
    """Whether a run failed for the skip alone, and said so above its closing line."""
    assert code == 1
    assert "FAILED, as skips changed: 1 skipped for 'the moon is full', which" in said
    assert "skipped, the moon is full: 1" in said
    assert re.match(r"20 passed, 1 skipped in ", said.splitlines()[-1])


def test_a_run_with_a_silent_skip_fails_and_an_order_by_chance_can_be_had_again(tmp_path: Path) -> None:
    code, said, order = _run(tmp_path, _SMALL + _SKIPPING, "--shuffle", "7")
    _is_refused(code, said)
    assert "order of the tests: --shuffle 7" in said
    numbers = [str(number) for number in range(20)]
    # The one that is skipped is shuffled with the others.
    wanted = random.Random("7")
    wanted.sample([0], 1)
    assert order == [one for one in wanted.sample([*numbers, ""], 21) if one] != numbers


def test_the_same_side_by_side(tmp_path: Path) -> None:
    code, said, order = _run(tmp_path, _SMALL + _SKIPPING, "--shuffle", "new", "-n", "2")
    _is_refused(code, said)
    assert re.search(r"--shuffle \d+", said)
    assert sorted(order, key=int) == [str(number) for number in range(20)] != order


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["alone", "side by side"])
def test_a_test_that_is_allowed_to_fail_is_as_good_as_skipped(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    code, said, _ = _run(tmp_path, _SMALL + _ALLOWED_TO_FAIL, *options)
    assert code == 1
    for moon in ("full", "new", "half"):
        why = f"expected to fail: the moon is {moon}"
        assert f"FAILED, as skips changed: 1 skipped for '{why}', which" in said
        assert f"skipped, {why}: 1" in said
    assert re.match(r"20 passed, 2 xfailed, 1 xpassed in ", said.splitlines()[-1])


def test_one_that_is_expected_to_fail_and_passes_fails() -> None:
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))
    assert settings["tool"]["pytest"]["ini_options"]["xfail_strict"] is True


def test_what_is_left_out_of_coverage_says_why() -> None:
    for path in sorted((_ROOT / "factcheck").rglob("*.py")):
        for line in path.read_text("utf-8").splitlines():
            assert "pragma: no cover" not in line or re.search(r"pragma: no cover[:,;] \w+ \w+", line), (
                path,
                line,
            )
