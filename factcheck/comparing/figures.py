"""Quantities of a claim beside those of a sentence that measure the same thing of the same actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.comparing.alignment import WordVectors, direction
from factcheck.comparing.rates import rate_of, same_rate
from factcheck.comparing.statement import ACTORS, Statement
from factcheck.comparing.values import agree, are_comparable, as_factor
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity

_BASE = lazy_pattern(
    r"(?:compared (?:with|to)|versus|\bvs\.?|\bfrom|\bthan|由|从|自|(?:上年|去年|前年)同期(?:为|是|的)?|上一?[个]?[季年]度?的?)[\s约]*$"
)
"""Words before a figure that make it the value compared with: "up from 12%", 由12%."""
ALIKE = 0.2
"""Cosine of the words around two figures from which they are taken to measure the same thing."""


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


def pair_figures(
    claim: Statement,
    sentence: Statement,
    vectors: WordVectors,
    background: frozenset[str] = frozenset(),
) -> tuple[FigurePair, ...]:
    """Each quantity of the claim with its best partner in the sentence.

    A claim whose only figure is a length of time (a review of 60 days) asserts that; beside other
    figures it is the period that they are measured over. `background` are the keys of names that the
    claim's article mentions around it: whose figure it may be where the claim names nobody.
    """
    asserted = claim.quantities or claim.durations
    candidates = sentence.quantities if claim.quantities else sentence.durations
    own = [one for one in candidates if not _is_anothers(one, claim, sentence, background)]
    return tuple(_best(one, claim, sentence, own, vectors) for one in asserted)


def _best(
    quantity: Quantity,
    claim: Statement,
    sentence: Statement,
    candidates: Sequence[Quantity],
    vectors: WordVectors,
) -> FigurePair:
    base, ours, rate = _is_base(quantity, claim), as_factor(quantity, claim), rate_of(quantity, claim)
    theirs = {
        other: factor
        for other in candidates
        if are_comparable(ours, factor := as_factor(other, sentence))
        and _is_base(other, sentence) == base
        and (same_rate(rate, rate_of(other, sentence)) or agree(ours, factor))
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


def _is_anothers(figure: Quantity, claim: Statement, sentence: Statement, background: frozenset[str]) -> bool:
    """Whether the figure's clause is about an actor that the claim does not name, and another about its own.

    Who only says it is no actor of the figure: SIA forecasts it, NVIDIA loses it. A claim that names
    nobody is about somebody of its article.
    """
    start, end = sentence.clause_at(figure.start)
    actors = [name for name in sentence.names if name.kind in ACTORS]
    inside = [name for name in actors if start <= name.start < end]
    if not inside or any(claim.keys.intersection(name.keys) for name in inside):
        return False
    if background and not any(name.kind in ACTORS for name in claim.names):
        return not any(background.intersection(name.keys) for name in inside)
    own = {key for name in claim.names if name.text not in (claim.speaker or "") for key in name.keys}
    return any(own.intersection(name.keys) for name in actors)


def _is_base(quantity: Quantity, statement: Statement) -> bool:
    """Whether the figure is what another one is compared with, and not what is said now."""
    return _BASE.search(statement.folded, max(0, quantity.start - 16), quantity.start) is not None


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
