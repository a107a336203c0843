"""The built-in judge: a small learned weighing of what was compared, bounded by what a difference means.

The weights (training/judge.py) turn features into three probabilities. Two rules of comparing stand
above them: another period, scope, speaker or modality is another matter and never a contradiction,
and a pair of which one side lacks the claim's figures supports nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.comparison import Comparison
from factcheck.errors import ModelError
from factcheck.judges import Judgement, Pair, Rule, Step
from factcheck.judges.features import NAMES, feature_matrix, features
from factcheck.judges.pushes import Push, pushes
from factcheck.model import DifferenceKind

_WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "judge" / "model.safetensors"


class BuiltinJudge:
    """Multinomial logistic regression over the comparison's features, run on numpy."""

    name = "builtin"

    def __init__(self, path: Path = _WEIGHTS) -> None:
        """ModelError where the weights are missing or belong to other features."""
        self._path = path

    @cached_property
    def _weights(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(features, 3) and (3,), columns supports, contradicts, neutral."""
        from safetensors.numpy import load_file

        if not self._path.is_file():
            raise ModelError(
                f"Wanted the judge's weights at {self._path}, found no file; install the package again."
            )
        stored = load_file(self._path)
        if stored["coefficients"].shape != (len(NAMES), 3):
            raise ModelError(
                f"Wanted weights for {len(NAMES)} features, found {len(stored['coefficients'])}"
                f" in {self._path}; run training/judge.py."
            )
        return stored["coefficients"], stored["intercept"]

    @cached_property
    def revision(self) -> str:
        """12 hex digits of the weights' sha256."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()[:12]

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair, in order."""
        if not pairs:
            return []
        coefficients, intercept = self._weights
        logits = feature_matrix([pair.comparison for pair in pairs]) @ coefficients + intercept
        logits[:, 2] -= _RETRIEVED
        logits -= logits.max(axis=1, keepdims=True)
        odds = np.exp(logits)
        shares = odds / odds.sum(axis=1, keepdims=True)
        return [
            _within_rules(Judgement(float(row[0]), float(row[1]), float(row[2])), pair.comparison)
            for row, pair in zip(shares, pairs, strict=True)
        ]

    def pushes(self, comparison: Comparison) -> tuple[Push, ...]:
        """What each slot put into the judgement before any rule."""
        coefficients, intercept = self._weights
        start = intercept - np.asarray([0.0, 0.0, _RETRIEVED], dtype=np.float32)
        return pushes(NAMES, features(comparison), coefficients, start)


_RETRIEVED = 1.2
"""Log odds by which a retrieved sentence bears on its claim more often than one in training does."""
_APART = 0.3
"""What is left of a stance across periods, scopes, speakers or modalities: below any threshold."""
_UNSTATED = 0.5
"""What is left of support where a figure of the claim is nowhere in the sentence."""
_PERHAPS = 0.5
"""What is left of support where somebody or something else may be meant."""
_OF_AN_EVENT = frozenset({DifferenceKind.POLARITY, DifferenceKind.DATE, DifferenceKind.NAME})
_COMPARABLE = 0.75
"""Least probability that a sentence bears on a claim whose every figure and name it fills with its own: of
held-back pairs nine in ten such did."""
_DECISIVE = 0.85
"""Least share of what bears on the claim that contradicts, where comparable slots differ exactly."""


def _within_rules(judgement: Judgement, comparison: Comparison) -> Judgement:
    """The judgement with what the rules of comparing forbid moved away; its steps are those that moved it."""
    told = judgement.supports + judgement.contradicts
    share = judgement.contradicts / told if told else 0.0
    steps = [Step(Rule.WEIGHED, told * (1 - share), told * share)]
    if comparison.slots_meet and told < _COMPARABLE:
        told = _COMPARABLE
        steps.append(Step(Rule.SLOTS_MEET, told * (1 - share), told * share))
    if differs_exactly(comparison):
        if share < _DECISIVE:
            share = _DECISIVE
            steps.append(Step(Rule.DIFFERS_EXACTLY, told * (1 - share), told * share))
    elif not comparison.differences and share > 1 - _DECISIVE:
        share = 1 - _DECISIVE
        steps.append(Step(Rule.NOTHING_DIFFERS, told * (1 - share), told * share))
    supports, contradicts = told * (1 - share), told * share
    apart = 0.0
    if comparison.keeps_apart:
        apart = told * (1 - _APART)
        supports, contradicts = supports * _APART, contradicts * _APART
        steps.append(Step(Rule.KEPT_APART, supports, contradicts))
    elif comparison.kinds & _OF_AN_EVENT and not comparison.same_event:
        supports *= _PERHAPS
        steps.append(Step(Rule.PERHAPS_ANOTHER, supports, contradicts))
    if not comparison.states_numbers or any(pair.evidence is None for pair in comparison.figures):
        supports *= _UNSTATED
        steps.append(Step(Rule.FIGURE_UNSTATED, supports, contradicts))
    return Judgement(supports, contradicts, 1.0 - supports - contradicts, apart, tuple(steps))


def differs_exactly(comparison: Comparison) -> bool:
    """Whether a slot that both sides fill holds what cannot both be true."""
    if comparison.kinds & {DifferenceKind.QUANTITY, DifferenceKind.UNIT}:
        return True
    if any(pair.opposed for pair in comparison.figures):
        return True
    return comparison.same_event and bool(comparison.kinds & _OF_AN_EVENT)
