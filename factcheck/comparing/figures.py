"""Quantities of a claim against those of a sentence, in one unit and with the precision stated."""

from __future__ import annotations

import math
from dataclasses import dataclass

from factcheck.comparing.statement import Statement
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity, QuantityKind

_RELATIVE = 0.02
"""Values closer than this share are one value told twice: 33% and a third, 1.6 and 1.63 trillion."""
_BASE = lazy_pattern(
    r"(?:compared (?:with|to)|versus|\bvs\.?|\bfrom|\bthan|由|从|自|(?:上年|去年|前年)同期(?:为|是|的)?|上一?[个]?[季年]度?的?)[\s约]*$"
)
"""Words before a figure that make it the value compared with: "up from 12%", 由12%."""
_PERCENT_KINDS = frozenset({QuantityKind.PERCENTAGE, QuantityKind.PERCENTAGE_POINT})


@dataclass(frozen=True, slots=True)
class FigurePair:
    """A claim's quantity beside the sentence's quantity that comes nearest to it."""

    claim: Quantity
    evidence: Quantity | None
    """None where the sentence states nothing of the kind."""
    agrees: bool
    opposed: bool
    """Whether both say which way it went, and say opposite ways."""


def pair_figures(claim: Statement, sentence: Statement) -> tuple[FigurePair, ...]:
    """Each quantity of the claim with its best partner in the sentence."""
    return tuple(_best(one, claim, sentence) for one in claim.quantities)


def _best(quantity: Quantity, claim: Statement, sentence: Statement) -> FigurePair:
    base = _is_base(quantity, claim)
    comparable = [
        other
        for other in sentence.quantities
        if are_comparable(quantity, other) and _is_base(other, sentence) == base
    ]
    if not comparable:
        return FigurePair(quantity, None, agrees=False, opposed=False)
    agreeing = [other for other in comparable if agree(quantity, other)]
    chosen = max(agreeing or comparable, key=lambda other: _shared_words(quantity, claim, other, sentence))
    opposed = {quantity.direction, chosen.direction} == {"increase", "decrease"}
    return FigurePair(quantity, chosen, agrees=bool(agreeing), opposed=opposed)


def _is_base(quantity: Quantity, statement: Statement) -> bool:
    """Whether the figure is what another one is compared with, and not what is said now."""
    return _BASE.search(statement.folded, max(0, quantity.start - 16), quantity.start) is not None


def are_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be held against each other: one kind, one unit."""
    if one.kind in _PERCENT_KINDS and other.kind in _PERCENT_KINDS:
        return one.kind is other.kind
    if QuantityKind.MULTIPLE in (one.kind, other.kind):
        return one.kind is other.kind
    return one.unit == other.unit and one.kind is other.kind


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether the two, each as precisely as it is stated, can be the same value."""
    low = max(_bounds(one)[0], _bounds(other)[0])
    high = min(_bounds(one)[1], _bounds(other)[1])
    return low <= high


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """The interval that a quantity allows: as stated, widened by its last digit and by a hair."""
    low, high = quantity.low, quantity.high
    if not quantity.approximate and low == high:
        slack = min(quantity.tolerance, abs(low) * _RELATIVE * 2) if low else 0.0
        return low - max(slack, abs(low) * 1e-9), high + max(slack, abs(high) * 1e-9)
    widened = high if math.isinf(high) else high + abs(high) * _RELATIVE
    return low - abs(low) * _RELATIVE, widened


def _shared_words(one: Quantity, claim: Statement, other: Quantity, sentence: Statement) -> float:
    """How many characters pairs the clauses around the two quantities share; the nearer the better."""
    return len(_around(one, claim) & _around(other, sentence))


def _around(quantity: Quantity, statement: Statement) -> set[str]:
    start, end = statement.clause_at(quantity.start)
    text = statement.folded[start : quantity.start] + " " + statement.folded[quantity.end : end]
    return {text[i : i + 2] for i in range(len(text) - 1) if not text[i : i + 2].isspace()}
