"""The thorough judge: the built-in one, with a transformer that reads the few likeliest English passages.

Where there is Chinese in claim or passage it is the built-in judge: the transformer knows English only. The
rules of comparing stand above both (rules.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.checkpoints.weights import builtin_revision
from factcheck.judges import Pair
from factcheck.judges.builtin import BuiltinJudge, Trust, trust_of
from factcheck.judges.pushes import START, WORDS, Push
from factcheck.judges.transformer import Transformer, open_tokenizer, texts_of
from factcheck.language.scripts import has_han

_FOLDER = Path(__file__).resolve().parent.parent / "models" / "thorough"
_READS = 5
"""Passages of a claim that the transformer reads: those that the built-in judge finds likeliest to bear."""
_SHARE = 0.6
"""Share of the transformer in the log odds; of 0.4, 0.6 and 0.8 chosen on the pairs and tests/gold."""


class ThoroughJudge(BuiltinJudge):
    """A built-in judge with 22 million weights more, at some tens of milliseconds a passage."""

    name = "thorough"

    @cached_property
    def _transformer(self) -> Transformer:
        from safetensors.numpy import load_file

        weights = load_file(self.present(_FOLDER / "model.safetensors"))
        return Transformer(weights, open_tokenizer(self.present(_FOLDER / "tokenizer.json")))

    @cached_property
    def revision(self) -> str:
        """12 hex digits of the sha256 of all files of weights."""
        return builtin_revision(
            *self.files, self.present(_FOLDER / "model.safetensors"), self.present(_FOLDER / "tokenizer.json")
        )

    def _logits(
        self, pairs: Sequence[Pair], rows: NDArray[np.float32], trusts: Sequence[Trust]
    ) -> NDArray[np.float32]:
        logits = super()._logits(pairs, rows, trusts)
        chosen = [place for group in _by_claim(pairs) for place in _likeliest(group, pairs, logits)]
        if chosen:
            texts = [texts_of(one.claim, one.passage, one.around) for one in (pairs[i] for i in chosen)]
            read = self._transformer.logits(texts)
            read[:, 2] -= [trusts[place].bears for place in chosen]
            logits[chosen] = (1 - _SHARE) * logits[chosen] + _SHARE * read
        return logits

    def pushes(self, pair: Pair) -> tuple[Push, ...]:
        """As the built-in judge's; what the transformer reads is the words'. For a likely pair."""
        found = super().pushes(pair)
        if not _is_english(pair):
            return found
        read = self._transformer.logits([texts_of(pair.claim, pair.passage, pair.around)])[0]
        bears = np.asarray([0.0, 0.0, -trust_of(pair).bears], dtype=np.float32)
        more = {WORDS: _SHARE * (read - read.mean()), START: _SHARE * (bears - bears.mean())}
        nothing = np.zeros(3, dtype=np.float32)
        return tuple(
            Push(push.slot, *((1 - _SHARE) * one for one in push[1:])).with_more(more.get(push.slot, nothing))
            for push in found
        )


def _is_english(pair: Pair) -> bool:
    return not (has_han(pair.claim) or has_han(pair.passage))


def _by_claim(pairs: Sequence[Pair]) -> list[list[int]]:
    """The places of the pairs of each claim, which stand one after the other."""
    return [list(group) for _, group in groupby(range(len(pairs)), key=lambda place: pairs[place].claim)]


def _likeliest(group: Sequence[int], pairs: Sequence[Pair], logits: NDArray[np.float32]) -> list[int]:
    """Of one claim's pairs the English ones that the built-in judge finds likeliest to bear on it."""
    english = [place for place in group if _is_english(pairs[place])]
    bears = logits[:, :2].max(axis=1) - logits[:, 2]
    return sorted(english, key=lambda place: -float(bears[place]))[:_READS]
