"""Curves of confidence: straight between knots, level outside, and between 0 and 1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.confidence import FOUND, GIVEN, Curve

CURVES = [curve for way in (FOUND, GIVEN) for curve in way]
SHARES = st.floats(0.0, 1.0)


def test_it_is_straight_between_knots_and_level_outside() -> None:
    curve = Curve((0.2, 0.4, 0.8), (0.3, 0.5, 0.7))
    assert [curve.at(one) for one in (0.0, 0.3, 0.5, 0.7, 1.0)] == pytest.approx([0.2, 0.2, 0.4, 0.8, 0.8])
    assert curve.at(0.4) == pytest.approx(0.3)
    assert curve.at(0.65) == pytest.approx(0.7)


@pytest.mark.parametrize("curve", CURVES)
@given(one=SHARES, other=SHARES)
def test_what_is_likelier_is_surer(curve: Curve, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.0 <= curve.at(low) <= curve.at(high) <= 1.0
    assert len(curve.heights) == len(curve.knots)


def test_given_passages_that_take_no_side_say_little() -> None:
    assert GIVEN.silence.at(0.9) < 0.1 < FOUND.silence.at(0.9)


def test_the_fitted_curves_bend_where_they_were_fitted() -> None:
    heights = {
        0.0: 0.551,
        0.4: 0.551,
        0.5: 0.632,
        0.6: 0.713,
        0.7: 0.774333,
        0.75: 0.805,
        0.8: 0.848,
        0.85: 0.891,
        1.0: 0.978,
    }
    assert {share: round(GIVEN.side.at(share), 6) for share in heights} == heights
    assert [FOUND.side.at(share) for share in (0.0, 0.3, 1.0)] == pytest.approx([0.0, 0.3, 1.0])
    assert [FOUND.silence.at(share) for share in (0.0, 0.5, 1.0)] == pytest.approx([0.25, 0.575, 0.9])
    assert [GIVEN.silence.at(share) for share in (0.0, 0.5, 1.0)] == [0.066, 0.066, 0.066]
