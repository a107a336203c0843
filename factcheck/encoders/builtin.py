"""The built-in encoder: a vector for each known word, and their sum for a text; numpy, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.checkpoints.weights import builtin_revision
from factcheck.encoders.int8_table import WEIGHTS, Int8Table
from factcheck.encoders.known_words import UNKNOWN, KnownWords
from factcheck.language.folding import fold

_BUILTIN = Path(__file__).resolve().parent.parent / "models" / "encoder"
WORDS = "words.txt"
_LONGEST = 20_000
"""Code points of a text that are read: a passage is a sentence, and a query is a claim."""


class BuiltinEncoder:
    """A folder with `model.safetensors` (rows int8 (n, d), scales float32 (n,)) and `words.txt`."""

    name = "builtin"

    def __init__(self, folder: Path) -> None:
        """ModelError where a file is missing."""
        self._table = Int8Table(folder, "an encoder", WORDS)
        self._folder = folder

    @staticmethod
    @lru_cache(maxsize=1)
    def builtin() -> BuiltinEncoder:
        """The encoder that comes with the package, opened once."""
        return BuiltinEncoder(_BUILTIN)

    @cached_property
    def revision(self) -> str:
        """First 12 hex digits of the sha256 of the weights and the words."""
        return builtin_revision(self._folder / WEIGHTS, self._folder / WORDS)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._table.dimension

    @cached_property
    def _words(self) -> KnownWords:
        return KnownWords((self._folder / WORDS).read_text(encoding="utf-8").split("\n")[:-1])

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is looked for; a text without known words gets a fixed one."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is searched; the same as for queries."""
        return self._encode(texts)

    def words(self, text: str) -> tuple[int, ...]:
        """The numbers of a text's known words, each once."""
        known = dict.fromkeys(self._words.cut(fold(text[:_LONGEST])))
        known.pop(UNKNOWN, None)
        return tuple(known)

    def vectors(self, words: Sequence[int]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Unit vectors (n, dimension) of words by number, and the lengths (n,) they had."""
        return self._table.units(words)

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        cut = self._words.cut
        return self._table.unit_sums([cut(fold(text[:_LONGEST])) or [UNKNOWN] for text in texts])
