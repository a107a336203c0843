"""docs/trust.md names tests that exist: a promise whose test was renamed or taken away is seen here."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "trust.md"
_PASSED_OVER = re.compile(r"\bmark\.(?:skip|xfail)\b")
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@lru_cache
def names_in(file: str) -> frozenset[str]:
    """The tests of a file that run, by name: not what is inside of another function, or marked to be skipped."""
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return frozenset(
        test.name
        for test in tests
        if not any(_PASSED_OVER.search(ast.unparse(mark)) for mark in test.decorator_list)
    )


def test_every_promise_has_a_test_and_a_figure() -> None:
    promises = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    rows = [line for line in promises if not line.startswith("| promise")]
    assert len(rows) >= 30
    for row in rows:
        _, promise, tests, measured, _ = row.split("|")
        assert promise.strip() and measured.strip(), row
        named = _NAMED.findall(tests)
        assert named, row
        assert [f"{file}::{name}" for file, name in named if name not in names_in(file)] == [], row
