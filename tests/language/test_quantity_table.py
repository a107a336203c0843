"""Each row of tables/quantities.txt: span, value, bounds, unit and direction, in both Chinese scripts."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from opencc import OpenCC
from table_rows import Row, rows

from factcheck.language.quantities import Quantity, QuantityKind, find_quantities

ROWS = rows("quantities.txt")
_BOUNDS = {"=": (1, 1), "about": (0.95, 1.05), "nearly": (0.9, 1), "over": (1, math.inf), "under": (0, 1)}
_DIRECTIONS = {"increase": "up", "decrease": "down", None: ""}


def number(written: str) -> float:
    return float(Fraction(written)) if "/" in written else float(written)


def bounds(value: str, written: str) -> tuple[float, float]:
    """The two ends that a bounds column stands for."""
    if written in _BOUNDS:
        low, high = (number(value) * factor if factor else 0.0 for factor in _BOUNDS[written])
        return min(low, high), max(low, high)
    low, high = (number(end) for end in written.split(".."))
    return low, high


def said(quantity: Quantity) -> tuple[object, ...]:
    """What the table states of a quantity, but for its span and the numbers."""
    unit = "nth" if quantity.kind is QuantityKind.ORDINAL else quantity.unit or "-"
    return unit, " ".join(filter(None, (_DIRECTIONS[quantity.direction], quantity.change))) or "-"


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_row(row: Row) -> None:
    found = find_quantities(row.text)
    assert [one.text for one in found] == [columns[0] for columns in row.stated]
    for one, (_, value, ends, unit, direction) in zip(found, row.stated, strict=True):
        assert row.text[one.start : one.end] == one.text
        assert said(one) == (unit, direction)
        assert one.value == (None if value == "-" else pytest.approx(number(value), rel=1e-12))
        assert (one.low, one.high) == pytest.approx(bounds(value, ends), rel=1e-12)


@pytest.mark.parametrize("convert", [OpenCC("t2s").convert, OpenCC("s2t").convert], ids=["hans", "hant"])
def test_the_other_script_says_the_same(convert: object) -> None:
    assert callable(convert)
    differing = []
    for row in ROWS:
        other = convert(row.text)
        if len(other) != len(row.text):
            continue
        ours, theirs = (
            [(one.start, one.end, one.value, one.low, one.high, *said(one)) for one in find_quantities(text)]
            for text in (row.text, other)
        )
        if ours != theirs:
            differing.append((row.text, ours, theirs))
    assert differing == []


def test_the_table_is_as_large_as_it_is_said_to_be() -> None:
    assert sum(len(row.stated) for row in ROWS) >= 300
    assert sum(not row.stated for row in ROWS) >= 50
    assert len({row.text for row in ROWS}) == len(ROWS)
