"""Two quantities as values: whether they can be held against each other, and whether they can be one."""

from __future__ import annotations

import math

from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity, QuantityKind

_RELATIVE = 0.02
"""Values closer than this share are one value told twice: 33% and a third, 1.6 and 1.63 trillion."""
_DOLLARS_OF_YUAN = frozenset({"CNY", "TWD", "HKD"})
_NAMED_YUAN = lazy_pattern(r"人民[币幣]|yuan|rmb|cny|[¥￥]")
_ABOUT = 0.05
"""Share by which two approximate values may be apart."""
_ANYTHING = "thing"
_PARTS = frozenset({"chip", "card", "unit", "piece"})
"""Counters that one writer puts for another's: 颗, 张, 台, chips, cards, units."""
_BESIDE = 1.1
"""How far from a bound a value still lies beside it: over 80億 tells of 85億."""
_WIDE = 1.25
"""How far apart, as a factor, the ends of a range are from which it leaves open which value it is."""
PERCENT_KINDS = frozenset({QuantityKind.PERCENTAGE, QuantityKind.PERCENTAGE_POINT})


def are_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be held against each other: one kind, one unit."""
    if one.kind in PERCENT_KINDS and other.kind in PERCENT_KINDS:
        return one.kind is other.kind
    if QuantityKind.MULTIPLE in (one.kind, other.kind):
        return one.kind is other.kind
    if one.kind is QuantityKind.MONEY and other.kind is QuantityKind.MONEY and one.unit != other.unit:
        units = {one.unit, other.unit}
        return units <= _DOLLARS_OF_YUAN and (_is_bare_yuan(one) or _is_bare_yuan(other))
    if one.kind is QuantityKind.COUNT and other.kind is QuantityKind.COUNT:
        units = {one.unit, other.unit}
        return len(units) == 1 or _ANYTHING in units or units <= _PARTS
    return one.unit == other.unit and one.kind is other.kind


def _is_bare_yuan(quantity: Quantity) -> bool:
    """元 alone: the money of wherever the text was written, in Taipei and Hong Kong as in Beijing."""
    return quantity.unit == "CNY" and _NAMED_YUAN.search(quantity.text.lower()) is None


def agree(claim: Quantity, evidence: Quantity) -> bool:
    """Whether the two, each as precisely as it is stated, can be the same value.

    More than 200 does not bear out more than 500, though both hold of 600. More than 200 can be 600, and does not
    say so: see `bears_out`.
    """
    if math.isinf(claim.high) and math.isinf(evidence.high):
        return evidence.low >= claim.low * (1 - _RELATIVE)
    if _is_limit(claim) and _is_limit(evidence):
        return math.isclose(claim.high, evidence.high, rel_tol=_RELATIVE)
    closed = not math.isinf(claim.high) and not math.isinf(evidence.high)
    if closed and claim.approximate and evidence.approximate and claim.value and evidence.value:
        # About 100 and about 108 are no one value, though both may be 104.
        return abs(claim.value - evidence.value) <= _ABOUT * abs(max(claim.value, evidence.value, key=abs))
    if claim.strict and not evidence.approximate and claim.value == evidence.value:
        return False  # The source's 180 are not "fewer than 180".
    low = max(_bounds(claim)[0], _bounds(evidence)[0])
    high = min(_bounds(claim)[1], _bounds(evidence)[1])
    return low <= high


def bears_out(claim: Quantity, evidence: Quantity) -> bool:
    """Whether a value that can be the claim's also says what the claim says.

    160 bears out "fewer than 260"; "fewer than 260" leaves open whether it is 160, and "over 200" whether it is
    280. A value right beside such a bound is what a writer means by it.
    """
    low, high = _bounds(claim)
    if math.isinf(evidence.high):
        return math.isinf(high) or high <= evidence.low * _BESIDE
    if _is_limit(evidence):
        return _is_limit(claim) or evidence.high <= low * _BESIDE
    wide = evidence.value is None and evidence.high > evidence.low * _WIDE
    return not wide or (low <= evidence.low and evidence.high <= high)


def _is_limit(quantity: Quantity) -> bool:
    """Whether only the upper end is told: at most 20,000, 不到40%."""
    return quantity.low == 0 and quantity.value == quantity.high and quantity.high > 0


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """The interval that a quantity allows: as stated, widened by its last digit and by a hair."""
    low, high = quantity.low, quantity.high
    if not quantity.approximate and low == high:
        slack = min(quantity.tolerance, abs(low) * _RELATIVE * 2) if low else 0.0
        return low - max(slack, abs(low) * 1e-9), high + max(slack, abs(high) * 1e-9)
    # A bound that the words name holds: just under 40% is not 41%.
    below = 0.0 if quantity.value == low else abs(low) * _RELATIVE
    above = 0.0 if math.isinf(high) or quantity.value == high else abs(high) * _RELATIVE
    return low - below, high + above


def are_near(one: Quantity, other: Quantity) -> bool:
    """Whether both tell the same number, whatever it counts."""
    if one.value is None or other.value is None:
        return False
    return math.isclose(one.value, other.value, rel_tol=_RELATIVE)


def other_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two measures tell the same number in two units: 27 miles, 27公里."""
    return (
        one.kind is other.kind is QuantityKind.DIMENSION and one.unit != other.unit and are_near(one, other)
    )
