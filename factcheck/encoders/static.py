"""The built-in word vectors: a table of word pieces, run with tokenizers and numpy, no network, no torch.

By them words are compared and judged; texts are searched with the encoder (encoders/builtin.py).

A text's vector is the mean of its pieces' vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.checkpoints.weights import builtin_revision
from factcheck.encoders.int8_table import WEIGHTS, Int8Table
from factcheck.language.folding import fold

_BUILTIN = Path(__file__).resolve().parent.parent / "models" / "words"
_BLANK = "\u2581"
"""The tokenizer's sign for the beginning of a word."""
_LONGEST = 20_000
"""Code points of a text that are read: a passage is a sentence, and a query is a claim."""
_HELD = 64
"""Texts whose pieces are held: the passages of a few claims."""


class StaticEncoder:
    """A folder with `model.safetensors` (rows int8 (n, d), scales float32 (n,)) and `tokenizer.json`."""

    name = "builtin"

    def __init__(self, folder: Path) -> None:
        """ModelError where a file is missing."""
        self._table = Int8Table(folder, "word vectors", "tokenizer.json")
        self._folder = folder
        self._cuts: dict[str, Any] = {}

    @staticmethod
    @lru_cache(maxsize=1)
    def builtin() -> StaticEncoder:
        """The word vectors that come with the package, opened once."""
        return StaticEncoder(_BUILTIN)

    @cached_property
    def revision(self) -> str:
        """First 12 hex digits of the sha256 of the weights."""
        return builtin_revision(self._folder / WEIGHTS)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._table.dimension

    @property
    def size(self) -> int:
        """How many pieces there are."""
        return self._table.size

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(self._folder / "tokenizer.json"))

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is looked for; a text without known words gets a fixed one."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is searched; the same as for queries."""
        return self._encode(texts)

    def token_vectors(
        self, text: str
    ) -> tuple[list[tuple[int, int]], NDArray[np.float32], NDArray[np.float32]]:
        """Offsets of the n pieces in `text`, their unit vectors (n, dimension), and their weights (n,).

        The weight is the length of a piece's vector in the table: training makes rare, telling
        pieces long and function words short. Blank pieces and unknown ones are left out.
        """
        folded = fold(text[:_LONGEST])
        encoded = self._cut(folded)
        kept = [
            (number, _trimmed(folded, span))
            for number, span, piece in zip(encoded.ids, encoded.offsets, encoded.tokens, strict=True)
            # A bare blank's offsets reach over the letter behind it, so its letters do not show it.
            if number and piece != _BLANK and folded[span[0] : span[1]].strip()
        ]
        units, lengths = self._table.units([number for number, _ in kept])
        return [span for _, span in kept], units, lengths

    def pieces(self, text: str, most: int) -> NDArray[np.int64]:
        """The numbers (n,) of a text's first `most` pieces, blank ones left out; 0 is what is not known."""
        encoded = self._cut(fold(text[:_LONGEST]))
        kept = [number for number in encoded.ids if number != self._blank]
        return np.asarray(kept[:most], dtype=np.int64)

    def _cut(self, folded: str) -> Any:
        """A text in pieces, kept for a moment: what is compared word by word is then read by the judge."""
        found = self._cuts.get(folded)
        if found is None:
            if len(self._cuts) >= _HELD:
                self._cuts.clear()
            found = self._cuts[folded] = self._tokenizer.encode(folded, add_special_tokens=False)
        return found

    def unit_rows(self, numbers: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Unit vectors (n, dimension) of pieces, zeros for the unknown one, and the lengths (n,) they had."""
        units, lengths = self._table.units(numbers)
        units[numbers == 0] = 0.0
        return units, lengths

    @cached_property
    def _blank(self) -> int:
        return int(self._tokenizer.token_to_id(_BLANK))

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        folded = [fold(text[:_LONGEST]) for text in texts]
        encoded = self._tokenizer.encode_batch_fast(folded, add_special_tokens=False)
        return self._table.unit_sums([one.ids or [0] for one in encoded])


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span without the blank that a piece may begin with."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    return start, end
