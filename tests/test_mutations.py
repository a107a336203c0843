"""The mutation run itself: which faults it makes of a file, and that it tells noticed from unnoticed ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.mutations import mutants

ROOT = Path(__file__).resolve().parents[1]
_CODE = '''"""Sums of 金額."""


def more(one: int, other: int) -> int:
    if one > 8 and other:
        return one + other
    return max(one, other)


def idle(one: int) -> int:
    return one * 2
'''
_TEST = """from factcheck.small import idle, more

def test_more():
    assert more(9, 2) == 11
    assert more(8, 2) == 8
    assert more(9, 0) == 9

def test_idle():
    idle(3)
"""
_RUN = """import sys, tempfile
from pathlib import Path
sys.path.insert(0, {benchmarks!r})
from benchmarks.mutant_runs import Reach, fate_of, reach_of
from benchmarks.mutations import mutants
root = Path({root!r})
reach = reach_of(root, [root / "tests/test_small.py"], [root / "factcheck/small.py"], 60.0)
assert not reach.left_out, reach.left_out
with tempfile.TemporaryDirectory() as folder:
    for one in mutants(root, root / "factcheck/small.py"):
        print(one.where, "|", one.after, "|", fate_of(root, one, reach, Path(folder)))
    print("without", fate_of(root, one, reach, Path(folder), harmless=True))
    gone = Reach(reach.seconds | {{"tests/gone.py": 1.0}}, {{"tests/gone.py": next(iter(reach.lines.values()))}})
    try:
        fate_of(root, one, gone, Path(folder))
    except RuntimeError as error:
        print("refused", error)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "factcheck/__init__.py": "",
        "factcheck/small.py": _CODE,
        "tests/test_small.py": _TEST,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_each_fault_changes_one_thing(root: Path) -> None:
    found = [(one.where, one.after) for one in mutants(root, root / "factcheck/small.py")]
    keys = [one.key for one in mutants(root, root / "factcheck/small.py")]
    assert len(keys) == len(set(keys)) > 8
    assert {
        ("more", "if one >= 8 and other:"),
        ("more", "if one > 8 or other:"),
        ("more", "return one - other"),
        ("more", "return min(one, other)"),
        ("idle", "return one / 2"),
    } <= set(found)


def test_what_tests_notice_is_told_from_what_they_do_not(root: Path) -> None:
    code = _RUN.format(benchmarks=str(ROOT), root=str(root))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stderr
    *lines, harmless, refused = done.stdout.splitlines()
    assert harmless == "without survived"
    # A test that is not there is no fault noticed.
    assert refused.startswith("refused ")
    fates = {(where, after): fate for where, after, fate in (line.split(" | ") for line in lines)}
    assert {fate for (where, _), fate in fates.items() if where == "idle"} == {"survived"}
    for after in ("if one >= 8 and other:", "return one - other", "return min(one, other)"):
        assert fates["more", after] == "noticed", fates
