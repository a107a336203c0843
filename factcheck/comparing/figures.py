"""Quantities of a claim against those of a sentence, in one unit and with the precision stated."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.comparing.alignment import WordVectors, direction
from factcheck.comparing.statement import ACTORS, Statement
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
_OPEN = 1.5
"""How far above its bound an evidence's open figure reaches: over 80億 may be 100億, not 200億."""
_BASE = lazy_pattern(
    r"(?:compared (?:with|to)|versus|\bvs\.?|\bfrom|\bthan|由|从|自|(?:上年|去年|前年)同期(?:为|是|的)?|上一?[个]?[季年]度?的?)[\s约]*$"
)
"""Words before a figure that make it the value compared with: "up from 12%", 由12%."""
ALIKE = 0.2
"""Cosine of the words around two figures from which they are taken to measure the same thing."""
_PERCENT_KINDS = frozenset({QuantityKind.PERCENTAGE, QuantityKind.PERCENTAGE_POINT})


@dataclass(frozen=True, slots=True)
class FigurePair:
    """A claim's quantity beside the sentence's quantity that comes nearest to it."""

    claim: Quantity
    evidence: Quantity | None
    """None where the sentence states nothing of the kind, or only of what is by its words another measure."""
    agrees: bool
    opposed: bool
    """Whether both say which way it went, and say opposite ways."""
    likeness: float = 0.0
    """Cosine of the words around the two figures, in [0, 1]: how far they measure the same thing."""

    @property
    def differs(self) -> bool:
        """Whether the two values cannot be one."""
        return self.evidence is not None and not self.agrees


def pair_figures(claim: Statement, sentence: Statement, vectors: WordVectors) -> tuple[FigurePair, ...]:
    """Each quantity of the claim with its best partner in the sentence.

    A claim whose only figure is a length of time (a review of 60 days) asserts that; beside other
    figures it is the period that they are measured over.
    """
    if claim.quantities:
        return tuple(_best(one, claim, sentence, sentence.quantities, vectors) for one in claim.quantities)
    return tuple(_best(one, claim, sentence, sentence.durations, vectors) for one in claim.durations)


def _best(
    quantity: Quantity,
    claim: Statement,
    sentence: Statement,
    candidates: Sequence[Quantity],
    vectors: WordVectors,
) -> FigurePair:
    base, ours = _is_base(quantity, claim), _as_factor(quantity, claim)
    theirs = {
        other: factor
        for other in candidates
        if are_comparable(ours, factor := _as_factor(other, sentence))
        and _is_base(other, sentence) == base
        and not _is_anothers(other, claim, sentence)
    }
    if not theirs:
        return FigurePair(quantity, None, agrees=False, opposed=False)
    agreeing = [other for other, factor in theirs.items() if agree(ours, factor)]
    around = direction(_around(quantity, claim), vectors)
    alike = [float(around @ direction(_around(other, sentence), vectors)) for other in agreeing or theirs]
    likeness, chosen = max(zip(alike, agreeing or theirs, strict=True), key=lambda pair: pair[0])
    if not agreeing and likeness < ALIKE:
        return FigurePair(quantity, None, agrees=False, opposed=False)
    opposed = {quantity.direction, chosen.direction} == {"increase", "decrease"}
    return FigurePair(quantity, chosen, bool(agreeing), opposed, min(1.0, max(0.0, likeness)))


_GROWN = lazy_pattern(r"(?:增长|增加|成长|增|提高|提升|上升|扩大|高出|多出?|涨|上涨)[了约近超过达]{0,2}$")

_FASTER = lazy_pattern(r"\s*(?:faster|quicker|higher|more|larger|greater|bigger|better)\b")
_HAN_FASTER = lazy_pattern(r"(?:快|高|多|大|强)[出了约近超过达]{0,2}$")


def _as_factor(quantity: Quantity, statement: Statement) -> Quantity:
    """成長一倍 and 60% faster tell what is added: as factors, 2 and 1.6. Other figures stay as they are."""
    before = statement.folded[max(0, quantity.start - 8) : quantity.start]
    added = quantity.text.endswith("倍") and _GROWN.search(before) is not None
    scale = 1.0
    if quantity.kind is QuantityKind.PERCENTAGE and (
        _FASTER.match(statement.folded, quantity.end) or _HAN_FASTER.search(before)
    ):
        added, scale = True, 100.0
    if not added:
        return quantity
    value = None if quantity.value is None else quantity.value / scale + 1
    return replace(
        quantity,
        kind=QuantityKind.MULTIPLE,
        value=value,
        low=quantity.low / scale + 1,
        high=quantity.high / scale + 1,
        tolerance=quantity.tolerance / scale,
    )


def _is_anothers(figure: Quantity, claim: Statement, sentence: Statement) -> bool:
    """Whether the figure's clause is about an actor that the claim does not name, and another about its own."""
    start, end = sentence.clause_at(figure.start)
    actors = [name for name in sentence.names if name.kind in ACTORS]
    inside = [name for name in actors if start <= name.start < end]
    if not inside or any(claim.keys.intersection(name.keys) for name in inside):
        return False
    return any(claim.keys.intersection(name.keys) for name in actors)


def _is_base(quantity: Quantity, statement: Statement) -> bool:
    """Whether the figure is what another one is compared with, and not what is said now."""
    return _BASE.search(statement.folded, max(0, quantity.start - 16), quantity.start) is not None


def are_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be held against each other: one kind, one unit."""
    if one.kind in _PERCENT_KINDS and other.kind in _PERCENT_KINDS:
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

    More than 200 does not bear out more than 500, though both hold of 600; and more than 200 tells of
    a value near 200, not of any value above it.
    """
    if math.isinf(claim.high) and math.isinf(evidence.high):
        return evidence.low >= claim.low * (1 - _RELATIVE)
    if claim.approximate and evidence.approximate and claim.value and evidence.value:
        # About 100 and about 108 are no one value, though both may be 104.
        return abs(claim.value - evidence.value) <= _ABOUT * abs(max(claim.value, evidence.value, key=abs))
    low = max(_bounds(claim)[0], _bounds(evidence)[0])
    high = min(_bounds(claim)[1], _bounds(evidence)[1])
    if math.isinf(evidence.high) and evidence.low > 0:
        high = min(high, evidence.low * _OPEN)
    return low <= high


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


def _around(quantity: Quantity, statement: Statement) -> str:
    """The words of the figure's clause, its own and other figures and dates left out."""
    start, end = statement.clause_at(quantity.start)
    words = list(statement.text[start:end])
    spans = [(one.start, one.end) for one in (*statement.quantities, *statement.durations)]
    spans += [(one.start, one.end) for one in statement.dates]
    for first, last in spans:
        if start <= first < end:
            words[first - start : last - start] = " " * (last - first)
    return "".join(words)
