"""Every error is one line, knows its exit code, and stands in the tree drawn at the top of the module."""

from __future__ import annotations

import inspect
import re

import pytest

from factcheck import errors
from factcheck.errors import FactcheckError, UnknownName, UsageError

TREE = {
    name: value
    for name, value in vars(errors).items()
    if inspect.isclass(value) and issubclass(value, FactcheckError)
}


def test_the_drawn_tree_is_the_real_one() -> None:
    drawn: dict[str, str | None] = {}
    open_parents: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"^((?:[|+\- ]*)?)([A-Z]\w+)\s{2,}\S", line)
        if found is None:
            continue
        depth, name = len(found.group(1)), found.group(2)
        while open_parents and open_parents[-1][0] >= depth:
            open_parents.pop()
        drawn[name] = open_parents[-1][1] if open_parents else None
        open_parents.append((depth, name))
    real = {name: value.__mro__[1].__name__ for name, value in TREE.items() if value is not FactcheckError}
    assert drawn == {**real, "FactcheckError": None}


@pytest.mark.parametrize("name", sorted(TREE))
def test_exit_code_is_2_for_wrong_requests_and_1_for_the_rest(name: str) -> None:
    kind = TREE[name]
    assert kind.exit_code == (2 if issubclass(kind, UsageError) else 1)
    assert inspect.getdoc(kind)


@pytest.mark.parametrize(
    "message",
    ["two\nlines and\t a tab", "兩行\n中文", "两行\r\n中文", "mixed 混合\u2028行"],
)
def test_a_message_is_one_line(message: str) -> None:
    assert len(str(FactcheckError(message)).splitlines()) == 1


def test_the_nearest_name_is_offered_where_one_is_near() -> None:
    near = str(UnknownName("format", "hmtl", ["html", "csv"]))
    assert near == "Unknown format 'hmtl'. Did you mean 'html'? Known: csv, html."
    assert str(UnknownName("format", "網頁", ["html"])) == "Unknown format '網頁'. Known: html."
    assert str(UnknownName("format", "html", [])) == "Unknown format 'html'. Known: none."
