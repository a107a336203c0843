"""The built-in judge: the comparison is weighed, the words are read, and differences bound both.

Two models give log odds for the three stances, which are averaged: a learned weighing of the
comparison's features (training/judge.py), and a small network that reads claim and passage (network.py,
training/judge_network.py). Two rules of comparing stand above them: another period, scope, speaker or
modality is another matter and never a contradiction, and a passage that lacks the claim's figures supports
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.checkpoints.weights import builtin_revision
from factcheck.comparing.comparison import Comparison
from factcheck.encoders.static import StaticEncoder
from factcheck.errors import ModelError
from factcheck.judges import Judgement, Pair, Rule, Step
from factcheck.judges.features import NAMES, READ_NAMES, feature_matrix, features
from factcheck.judges.network import CLAIM_PIECES, Network, Side, cut
from factcheck.judges.pushes import WORDS, Push, pushes
from factcheck.model import DifferenceKind

_WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "judge" / "model.safetensors"
_NETWORK = "network.safetensors"
"""Beside the weights of the weighing."""
_HELD = 1_000
"""Passages held as the network sees them: about 100 KB each."""
_READ = 0.35
"""Share of the network in the log odds; of 0, 0.25, 0.35 and 0.5 chosen on the seen lists and the pairs."""


class BuiltinJudge:
    """A logistic regression and a network of 0.3 million weights over the encoder's pieces, run on numpy."""

    name = "builtin"

    def __init__(self, path: Path = _WEIGHTS) -> None:
        """ModelError, at the first pair, where weights are missing or belong to other features."""
        self._path = path
        self._seen = lru_cache(maxsize=_HELD)(self._side)

    @cached_property
    def _weights(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(features, 3) and (3,), columns supports, contradicts, neutral."""
        from safetensors.numpy import load_file

        stored = load_file(self._present(self._path))
        if stored["coefficients"].shape != (len(NAMES), 3):
            raise ModelError(
                f"Wanted weights for {len(NAMES)} features, found {len(stored['coefficients'])}"
                f" in {self._path}; run training/judge.py."
            )
        return stored["coefficients"], stored["intercept"]

    @cached_property
    def _network(self) -> Network:
        from safetensors.numpy import load_file

        network = Network(load_file(self._present(self._path.with_name(_NETWORK))))
        wanted = (len(READ_NAMES), StaticEncoder.builtin().size)
        found = (network.features, network.pieces)
        if wanted != found:
            raise ModelError(
                f"Wanted a network for {wanted[0]} features and {wanted[1]} pieces, found {found[0]} and"
                f" {found[1]} beside {self._path}; run training/judge_network.py."
            )
        return network

    @staticmethod
    def _present(path: Path) -> Path:
        if not path.is_file():
            raise ModelError(
                f"Wanted the judge's weights at {path}, found no file; install the package again."
            )
        return path

    @cached_property
    def revision(self) -> str:
        """12 hex digits of the sha256 of both files of weights."""
        return builtin_revision(self._path, self._path.with_name(_NETWORK))

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair, in order; pairs of one claim are best given one after the other."""
        if not pairs:
            return []
        coefficients, intercept = self._weights
        rows = feature_matrix([pair.comparison for pair in pairs])
        weighed = rows[:, : len(NAMES)] @ coefficients + intercept
        logits = (1 - _READ) * weighed + _READ * self._as_read(pairs, rows)
        logits[:, 2] -= _RETRIEVED
        logits -= logits.max(axis=1, keepdims=True)
        odds = np.exp(logits)
        shares = odds / odds.sum(axis=1, keepdims=True)
        return [
            _within_rules(Judgement(float(row[0]), float(row[1]), float(row[2])), pair.comparison)
            for row, pair in zip(shares, pairs, strict=True)
        ]

    def pushes(self, pair: Pair) -> tuple[Push, ...]:
        """What each slot put into the judgement before any rule; what the network read is the words'."""
        coefficients, intercept = ((1 - _READ) * one for one in self._weights)
        row = features(pair.comparison)
        read = _READ * self._as_read([pair], np.asarray([row], dtype=np.float32))[0]
        start = intercept - np.asarray([0.0, 0.0, _RETRIEVED], dtype=np.float32)
        found = pushes(NAMES, row[: len(NAMES)], coefficients, start)
        return tuple(push.with_more(read - read.mean()) if push.slot == WORDS else push for push in found)

    def _as_read(self, pairs: Sequence[Pair], rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """The network's log odds (n, 3); `rows` (n, features)."""
        network, encoder, found, done = self._network, StaticEncoder.builtin(), [], 0
        for claim, group in groupby(pairs, key=lambda pair: pair.claim):
            sides = [self._seen(pair.passage, pair.around) for pair in group]
            ours = network.side(cut(encoder, claim, most=CLAIM_PIECES), encoder)
            found.append(network.logits(ours, sides, rows[done : done + len(sides)]))
            done += len(sides)
        return np.concatenate(found)

    def _side(self, passage: str, around: str) -> Side:
        encoder = StaticEncoder.builtin()
        return self._network.side(cut(encoder, passage, around), encoder)


_RETRIEVED = 1.2
"""Log odds by which a retrieved sentence bears on its claim more often than one in training does."""
_APART = 0.3
"""What is left of a stance across periods, scopes, speakers or modalities: below any threshold."""
_UNSTATED = 0.5
"""What is left of support where a figure of the claim is nowhere in the sentence."""
_LEFT_OPEN = 0.3
"""What is left of support where the sentence only allows a figure of the claim, and as well another."""
_PERHAPS = 0.5
"""What is left of support where somebody or something else may be meant."""
_OF_AN_EVENT = frozenset({DifferenceKind.POLARITY, DifferenceKind.DATE, DifferenceKind.NAME})
_COMPARABLE = 0.75
"""Least probability that a sentence bears on a claim whose every figure and name it fills with its own: of
held-back pairs nine in ten such did."""
_IN_WORDS = 0.85
"""Least share of what bears on the claim that contradicts, for it to do so in words where no slot differs."""
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
    elif not comparison.differences and 1 - _DECISIVE < share < _IN_WORDS:
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
    elif any(pair.left_open for pair in comparison.figures):
        supports *= _LEFT_OPEN
        steps.append(Step(Rule.FIGURE_LEFT_OPEN, supports, contradicts))
    return Judgement(supports, contradicts, 1.0 - supports - contradicts, apart, tuple(steps))


def differs_exactly(comparison: Comparison) -> bool:
    """Whether a slot that both sides fill holds what cannot both be true."""
    if comparison.kinds & {DifferenceKind.QUANTITY, DifferenceKind.UNIT}:
        return True
    if any(pair.opposed for pair in comparison.figures):
        return True
    return comparison.same_event and bool(comparison.kinds & _OF_AN_EVENT)
