"""Check-worthiness: would a reader want this checked? In [0, 1], learned, the same in each language.

A logistic regression (training/worthiness.py) on the vector of built-in words and a few signs that
mean the same in English and Chinese: figures, dates, names, persons, questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders.static import StaticEncoder
from factcheck.errors import ModelError
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern

_WEIGHTS = Path(__file__).resolve().parent / "models" / "worthiness" / "model.safetensors"
_SIGNS = (
    lazy_pattern(r"\d"),
    lazy_pattern(r"[%％]|\bper ?cent\b|百分|成(?=[，。]|$)"),
    lazy_pattern(r"[$€£¥]|\b(?:dollars?|billion|million|trillion)\b|[亿万兆][元美欧英日]?|美元"),
    lazy_pattern(
        r"\b(?:1[89]|20)\d\d\b|\d年|\b(?:january|february|april|june|july|august|september|october|november|december)\b"
    ),
    lazy_pattern(r"\b(?:i|we|me|us|my|our|you|your)\b|我|你|您|咱"),
    lazy_pattern(r"[?？]|吗|呢"),
    lazy_pattern(
        r"\b(?:more|less|most|least|highest|lowest|first|increase\w*|decrease\w*|rose|fell|cut|doubled)\b|最|增|减|升|降|跌|涨|首"
    ),
    lazy_pattern(
        r"\b(?:should|must|let's|please|want|need|hope|believe|think)\b|应该|必须|请|希望|认为|相信|要"
    ),
)
SIZE = len(_SIGNS) + 1
"""Number of structural signs: the patterns above, and the length."""


class Worthiness:
    """Scores texts with the weights that come with the package."""

    def __init__(self, encoder: StaticEncoder, path: Path = _WEIGHTS) -> None:
        self._encoder = encoder
        self._path = path

    @cached_property
    def _weights(self) -> tuple[NDArray[np.float32], float]:
        """Coefficients (dimension + SIZE,) and intercept; ModelError where they do not fit the encoder."""
        from safetensors.numpy import load_file

        if not self._path.is_file():
            raise ModelError(f"Wanted weights at {self._path}, found no file; install the package again.")
        stored = load_file(self._path)
        wanted = self._encoder.dimension + SIZE
        if stored["coefficients"].shape != (wanted,):
            raise ModelError(
                f"Wanted {wanted} weights, found {stored['coefficients'].shape[0]} in {self._path};"
                " run training/worthiness.py."
            )
        return stored["coefficients"], float(stored["intercept"][0])

    def score(self, texts: Sequence[str]) -> list[float]:
        """One score a text, in [0, 1]."""
        if not texts:
            return []
        coefficients, intercept = self._weights
        logits = signs_and_vectors(self._encoder, texts) @ coefficients + intercept
        return [float(one) for one in 1 / (1 + np.exp(-logits))]


def signs_and_vectors(encoder: StaticEncoder, texts: Sequence[str]) -> NDArray[np.float32]:
    """(n, dimension + SIZE): the vector of each text, then its structural signs, each in [0, 1]."""
    signs = [_signs(text) for text in texts]
    return np.hstack([encoder.encode_passages(texts), np.asarray(signs, dtype=np.float32)])


def _signs(text: str) -> list[float]:
    folded = fold(text)
    # Sixty Chinese characters say about what thirty English words do.
    words = len(re.findall(r"[a-z]+", folded)) + len(re.findall(r"[㐀-鿿]", folded)) / 1.6
    return [float(sign.search(folded) is not None) for sign in _SIGNS] + [min(1.0, words / 40)]
