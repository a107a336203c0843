"""What the rules of comparing leave of a judgement: they stand above whatever a model says."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.comparing.comparison import Comparison
from factcheck.comparing.periods import TimeRelation
from factcheck.judges.steps import Rule, Step
from factcheck.model import DifferenceKind

_APART = 0.3
"""What is left of a stance across periods, scopes, speakers or modalities: below any threshold."""
_UNSTATED = 0.5
"""What is left of support where a figure of the claim is nowhere in the sentence, and of a contradiction in
words alone where all are."""
_LEFT_OPEN = 0.3
"""What is left of support where the sentence only allows a figure of the claim, and as well another."""
_PERHAPS = 0.5
"""What is left of support where somebody or something else may be meant."""
_OF_AN_EVENT = frozenset({DifferenceKind.POLARITY, DifferenceKind.DATE, DifferenceKind.NAME})
_COMPARABLE = 0.75
"""Least probability that a sentence bears on a claim whose every figure and name it fills with its own: of
held-back pairs nine in ten such did."""
_DECISIVE = 0.85
"""Least share of what bears on the claim that contradicts, where comparable slots differ exactly."""


class Weighed(NamedTuple):
    """A model's own answer: probabilities that the sentence supports and contradicts; the rest is neutral."""

    supports: float
    contradicts: float


class Ruled(NamedTuple):
    """What the rules left."""

    supports: float
    contradicts: float
    apart: float
    """Part of the rest: the claim's matter, over another period or scope, by another speaker, or not done."""
    steps: tuple[Step, ...]
    """Those that moved it, the model's own answer first."""


def within_rules(weighed: Weighed, comparison: Comparison, in_words: float, *, given: bool = False) -> Ruled:
    """The answer with what the rules forbid moved away.

    A passage that is `given` is taken to be of the claim's matter: a name that differs, another place and an
    act or figure that is missing are left to the models, and another period or scope only takes from a
    contradiction. On held-back rows that is right 0.80 in place of 0.75 of the time for fever_dev_pairs, 0.70
    and 0.68 for cfever_aicup_train.

    `in_words` is the least share of what bears on the claim that contradicts, for it to do so in words where
    no slot differs; 0 leaves the words alone to themselves, unless a figure or a time of the claim is met.
    """
    told = weighed.supports + weighed.contradicts
    share = weighed.contradicts / told if told else 0.0
    steps = [Step(Rule.WEIGHED, told * (1 - share), told * share)]
    if comparison.slots_meet and told < _COMPARABLE:
        told = _COMPARABLE
        steps.append(Step(Rule.SLOTS_MEET, told * (1 - share), told * share))
    if differs_exactly(comparison, given=given):
        if share < _DECISIVE:
            share = _DECISIVE
            steps.append(Step(Rule.DIFFERS_EXACTLY, told * (1 - share), told * share))
    elif not comparison.differences and 1 - _DECISIVE < share < _least(comparison, in_words):
        share = 1 - _DECISIVE
        steps.append(Step(Rule.NOTHING_DIFFERS, told * (1 - share), told * share))
    return _set_apart(told * (1 - share), told * share, comparison, steps, given=given)


def _least(comparison: Comparison, in_words: float) -> float:
    """The share from which words alone contradict; where a figure or a time is met it takes more."""
    met = comparison.times.relation is TimeRelation.SAME or any(pair.agrees for pair in comparison.figures)
    return max(in_words, _DECISIVE) if met else in_words


def _set_apart(
    supports: float, contradicts: float, comparison: Comparison, steps: list[Step], *, given: bool
) -> Ruled:
    apart = 0.0
    if comparison.keeps_apart and not (given and _is_only_elsewhere(comparison)):
        left = (supports if given else supports * _APART), contradicts * _APART
        apart = supports + contradicts - sum(left)
        supports, contradicts = left
        steps.append(Step(Rule.KEPT_APART, supports, contradicts))
    elif not given and comparison.names.unnamed:
        supports *= _PERHAPS
        steps.append(Step(Rule.UNNAMED, supports, contradicts))
    elif not given and comparison.kinds & _OF_AN_EVENT and not comparison.same_event:
        supports *= _PERHAPS
        steps.append(Step(Rule.PERHAPS_ANOTHER, supports, contradicts))
    if not comparison.states_numbers or any(pair.evidence is None for pair in comparison.figures):
        if not given:
            supports *= _UNSTATED
            contradicts *= _UNSTATED if _is_silent_on_figures(comparison) else 1.0
            steps.append(Step(Rule.FIGURE_UNSTATED, supports, contradicts))
    elif any(pair.left_open for pair in comparison.figures):
        supports *= _LEFT_OPEN
        steps.append(Step(Rule.FIGURE_LEFT_OPEN, supports, contradicts))
    return Ruled(supports, contradicts, apart, tuple(steps))


def _is_silent_on_figures(comparison: Comparison) -> bool:
    """Whether nothing differs and no figure of the claim has a counterpart: words alone would contradict."""
    figures = comparison.figures
    return bool(figures) and not comparison.differences and all(pair.evidence is None for pair in figures)


def _is_only_elsewhere(comparison: Comparison) -> bool:
    """Whether nothing but the place sets the two apart: of a passage held against the claim the models say
    what that means, as with a name."""
    return comparison.elsewhere and comparison.apart == {DifferenceKind.SCOPE}


def differs_exactly(comparison: Comparison, *, given: bool = False) -> bool:
    """Whether a slot that both sides fill holds what cannot both be true; names only of a passage found."""
    if comparison.kinds & {DifferenceKind.QUANTITY, DifferenceKind.UNIT}:
        return True
    if any(pair.opposed for pair in comparison.figures):
        return True
    decisive = _OF_AN_EVENT - {DifferenceKind.NAME} if given else _OF_AN_EVENT
    return comparison.same_event and bool(comparison.kinds & decisive)
