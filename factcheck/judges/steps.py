"""How a judgement came about: what its rules are called, and the probabilities that each one left."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Rule(StrEnum):
    """What moved a judge's probabilities."""

    WEIGHED = "weighed"
    """The model's own answer, before any rule."""
    SLOTS_MEET = "slots_meet"
    """Each figure and name of the claim has its counterpart: the sentence bears on the claim."""
    DIFFERS_EXACTLY = "differs_exactly"
    """A slot that both sides fill holds what cannot both be true."""
    NOTHING_DIFFERS = "nothing_differs"
    """No slot differs: hardly a contradiction, unless the words are plainly one."""
    KEPT_APART = "kept_apart"
    """Another period, scope, speaker or modality: another matter, hence no side."""
    PERHAPS_ANOTHER = "perhaps_another"
    """An actor, an act or a date differs, though too little is shared to say that it is of one event."""
    UNNAMED = "unnamed"
    """Who does it in the claim is named neither in the sentence nor around it: somebody else may be meant."""
    FIGURE_UNSTATED = "figure_unstated"
    """A figure of the claim is nowhere in the sentence: less support; less of a contradiction too where no
    figure is and nothing differs."""
    FIGURE_LEFT_OPEN = "figure_left_open"
    """The sentence allows a figure of the claim, and as well another: hardly support."""


class Step(NamedTuple):
    """The probabilities as one rule left them; a tuple, because every pair judged makes a few."""

    rule: Rule
    supports: float
    contradicts: float

    @property
    def neutral(self) -> float:
        """What is left of 1."""
        return 1.0 - self.supports - self.contradicts
