"""The built-in judge: the comparison is weighed, the words are read, and differences bound both.

Two models give log odds for the three stances, which are averaged: a learned weighing of the
comparison's features (training/judge.py), and a small network that reads claim and passage (network.py,
training/judge_network.py). The rules of comparing (rules.py) stand above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.checkpoints.weights import builtin_revision
from factcheck.encoders.static import StaticEncoder
from factcheck.errors import ModelError
from factcheck.judges import Judgement, Pair
from factcheck.judges.features import NAMES, READ_NAMES, feature_matrix
from factcheck.judges.network import CLAIM_PIECES, Network, Side, cut
from factcheck.judges.pushes import WORDS, Push, pushes
from factcheck.judges.rules import Weighed, within_rules
from factcheck.language.scripts import has_han

_WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "judge" / "model.safetensors"
_NETWORK = "network.safetensors"
"""Beside the weights of the weighing."""
_HELD = 1_000
"""Passages held as the network sees them: about 100 KB each."""


class Trust(NamedTuple):
    """How far the network is trusted, and the search, for pairs of one kind."""

    read: float
    """Share of the network in the log odds."""
    bears: float
    """Log odds by which such a passage bears on its claim more often than one in training does."""
    in_words: float
    """Least share of what bears on the claim that contradicts, for words alone to contradict (rules.py)."""


_FOUND = {False: Trust(0.6, 2.0, 0.75), True: Trust(0.35, 1.2, 0.85)}
"""Of passages that the search found; by whether there is Chinese in the pair. The network learnt from ten
times as many English rows as Chinese ones, and on Chinese news it contradicts what it only half reads. Chosen
on the lists of tests/gold and the pairs (docs/models.md)."""
_GIVEN = {False: Trust(0.6, 3.5, 0.0), True: Trust(0.5, 3.5, 0.0)}
"""Of passages that a person or a data set holds against the claim: chosen on held-back rows. That such a
passage bears on its claim is as sure in one language as in the other."""
_PLAINLY_SILENT = 0.9
"""Probability of silence, as the weighing has it, from which a passage is not read: of five passages that a
search finds for a claim of news such are two to four, and the network gives one in 200 of them a side."""


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

        stored = load_file(self.present(self._path))
        if stored["coefficients"].shape != (len(NAMES), 3):
            raise ModelError(
                f"Wanted weights for {len(NAMES)} features, found {len(stored['coefficients'])}"
                f" in {self._path}; run training/judge.py."
            )
        return stored["coefficients"], stored["intercept"]

    @cached_property
    def _network(self) -> Network:
        from safetensors.numpy import load_file

        network = Network(load_file(self.present(self._path.with_name(_NETWORK))))
        wanted = (len(READ_NAMES), StaticEncoder.builtin().size)
        found = (network.features, network.pieces)
        if wanted != found:
            raise ModelError(
                f"Wanted a network for {wanted[0]} features and {wanted[1]} pieces, found {found[0]} and"
                f" {found[1]} beside {self._path}; run training/judge_network.py."
            )
        return network

    @staticmethod
    def present(path: Path) -> Path:
        """The path; ModelError where there is no file."""
        if not path.is_file():
            raise ModelError(
                f"Wanted the judge's weights at {path}, found no file; install the package again."
            )
        return path

    @cached_property
    def revision(self) -> str:
        """12 hex digits of the sha256 of the files of weights."""
        return builtin_revision(*self.files)

    @property
    def files(self) -> tuple[Path, ...]:
        """The weights of the weighing and of the network."""
        return self._path, self._path.with_name(_NETWORK)

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair, in order; pairs of one claim are best given one after the other."""
        if not pairs:
            return []
        rows = feature_matrix([pair.comparison for pair in pairs])
        trusts = [trust_of(pair) for pair in pairs]
        shares = _shares(self._logits(pairs, rows, trusts))
        return [
            _ruled(Weighed(float(row[0]), float(row[1])), pair, trust)
            for row, pair, trust in zip(shares, pairs, trusts, strict=True)
        ]

    def _logits(
        self, pairs: Sequence[Pair], rows: NDArray[np.float32], trusts: Sequence[Trust]
    ) -> NDArray[np.float32]:
        """(n, 3) log odds before any rule; `rows` (n, features)."""
        logits = self._weighed(rows, trusts)
        unsettled = _unsettled(logits)
        if len(unsettled):
            read = self._as_read([pairs[place] for place in unsettled], rows[unsettled])
            read[:, 2] -= [trusts[place].bears for place in unsettled]
            share = np.asarray([trusts[place].read for place in unsettled], dtype=np.float32)[:, None]
            logits[unsettled] = (1 - share) * logits[unsettled] + share * read
        return logits

    def _weighed(self, rows: NDArray[np.float32], trusts: Sequence[Trust]) -> NDArray[np.float32]:
        """(n, 3) log odds by what was compared alone; `rows` (n, features)."""
        coefficients, intercept = self._weights
        logits = rows[:, : len(NAMES)] @ coefficients + intercept
        logits[:, 2] -= [trust.bears for trust in trusts]
        return np.asarray(logits, dtype=np.float32)

    def pushes(self, pair: Pair) -> tuple[Push, ...]:
        """What each slot put into the judgement before any rule; what the network read is the words'."""
        trust = trust_of(pair)
        rows = feature_matrix([pair.comparison])
        is_read = bool(len(_unsettled(self._weighed(rows, [trust]))))
        share = trust.read if is_read else 0.0
        coefficients, intercept = ((1 - share) * one for one in self._weights)
        start = intercept - np.asarray([0.0, 0.0, trust.bears], dtype=np.float32)
        found = pushes(NAMES, rows[0, : len(NAMES)].tolist(), coefficients, start)
        if not is_read:
            return found
        read = share * self._as_read([pair], rows)[0]
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


def _shares(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities (n, 3) of log odds (n, 3)."""
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float32)


def _unsettled(logits: NDArray[np.float32]) -> NDArray[np.intp]:
    """Places of the pairs, of log odds (n, 3), that are not plainly silent."""
    return np.flatnonzero(_shares(logits)[:, 2] < _PLAINLY_SILENT)


def trust_of(pair: Pair) -> Trust:
    """How far network and search are trusted for a pair, by its language and by how it came about."""
    return (_GIVEN if pair.given else _FOUND)[_has_han(pair.claim) or _has_han(pair.passage)]


@lru_cache(maxsize=4 * _HELD)
def _has_han(text: str) -> bool:
    return has_han(text)


def _ruled(weighed: Weighed, pair: Pair, trust: Trust) -> Judgement:
    left = within_rules(weighed, pair.comparison, trust.in_words, given=pair.given)
    neutral = 1.0 - left.supports - left.contradicts
    return Judgement(left.supports, left.contradicts, neutral, left.apart, left.steps)
