"""Measures of one dimension meet whatever the unit; those of two dimensions never do."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.conversions import _DIMENSIONS, dimension_of, in_base_unit
from factcheck.language.quantities import Quantity, QuantityKind, find_quantities


def _measure(value: float, unit: str) -> Quantity:
    return Quantity(0, 1, "x", QuantityKind.DIMENSION, value, value, value, unit, tolerance=0.5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1200, "MW"), (1.2, "GW")),
        ((300, "mm"), (0.3, "m")),
        ((12, "in"), (304.8, "mm")),
        ((1100, "mi"), (1770.2784, "km")),
        ((1.7, "PB/s"), (1700, "TB/s")),
        ((8, "Gbps"), (1000, "MB/s")),
        ((32, "°F"), (0, "°C")),
        ((-40, "°F"), (-40, "°C")),
        ((15, "mu"), (1, "ha")),
        ((2, "jin"), (1, "kg")),
        ((400, "TFLOPS"), (0.4, "PFLOPS")),
    ],
)
def test_one_measure_told_in_two_units(one: tuple[float, str], other: tuple[float, str]) -> None:
    left, right = in_base_unit(_measure(*one)), in_base_unit(_measure(*other))
    assert left.unit == right.unit
    assert left.value is not None and right.value is not None
    assert math.isclose(left.value, right.value, rel_tol=1e-6, abs_tol=1e-9)


@given(
    st.sampled_from(sorted(unit for units in _DIMENSIONS.values() for unit in units)),
    st.floats(0.01, 1e6, allow_nan=False),
)
def test_the_bounds_keep_their_order_and_the_words_stay(unit: str, value: float) -> None:
    stated = Quantity(3, 9, "about", QuantityKind.DIMENSION, value, value * 0.95, value * 1.05, unit, True)
    found = in_base_unit(stated)
    assert found.low <= (found.value or 0) <= found.high
    assert (found.start, found.end, found.text) == (3, 9, "about")
    assert found.unit == dimension_of(unit)


def test_money_and_counters_stay_as_they_are() -> None:
    for text in ("80億美元", "300萬顆晶片", "$8 billion", "15%"):
        (stated,) = find_quantities(text)
        assert in_base_unit(stated) == stated


def test_a_unit_without_a_dimension_is_its_own() -> None:
    stated = _measure(7, "TOPS")
    assert in_base_unit(stated) == stated
    assert dimension_of("TOPS") is None
    assert dimension_of(None) is None
