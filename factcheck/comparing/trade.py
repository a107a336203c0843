"""All of a country's trade beside that with one partner: its imports, 自荷蘭進口."""

from __future__ import annotations

from factcheck.comparing.kept import kept
from factcheck.comparing.statement import Statement
from factcheck.language.entities import Mention
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Difference, DifferenceKind

_TRADE = lazy_pattern(r"\b(?:im|ex)port|进口|出口")
_WITH = lazy_pattern(r"\b(?:from|to) (?:the )?$|[自从对向至输]$")


def trade_difference(
    claim: Statement,
    sentence: Statement,
    ours: tuple[tuple[int, int], ...],
    theirs: tuple[tuple[int, int], ...],
) -> Difference | None:
    """The partner that one side's trade is with, where the other side speaks of trade and of no partner.

    `ours` and `theirs` are the stretches of the two texts that speak of the compared figures.
    """
    if not (_is_traded(claim, ours) and _is_traded(sentence, theirs)):
        return None
    one, other = _partner(claim, ours), _partner(sentence, theirs)
    if one is not None and other is None and not sentence.keys.intersection(one.keys):
        return Difference(DifferenceKind.SCOPE, one.text, "")
    if other is not None and one is None and not claim.keys.intersection(other.keys):
        return Difference(DifferenceKind.SCOPE, "", other.text)
    return None


@kept
def _partner(statement: Statement, stretches: tuple[tuple[int, int], ...]) -> Mention | None:
    """The place in the stretches that something is traded with."""
    for name in statement.places:
        lead = statement.folded[max(0, name.start - 10) : name.start]
        if _WITH.search(lead) and any(start <= name.start < end for start, end in stretches):
            return name
    return None


@kept
def _is_traded(statement: Statement, stretches: tuple[tuple[int, int], ...]) -> bool:
    return any(_TRADE.search(statement.folded, start, end) for start, end in stretches)
