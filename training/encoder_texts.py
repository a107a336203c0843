"""What the encoder learns from: pairs of like meaning, texts of one language, and the words in them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from factcheck.encoders.known_words import LONGEST_CHINESE, LONGEST_LATIN
from factcheck.language.folding import fold
from training.data import (
    Pair,
    Row,
    dictionary_pairs,
    rows,
    sentences_of,
    some_translations,
    verdict_rows,
)

DEBATES = "checkworthiness/checkthat2024_train.jsonl.gz"
_CHINESE, _LATIN, _NUMBER = (re.compile(pattern) for pattern in (r"[\u3400-\u9fff]+", r"[a-z]+", r"[0-9]+"))
_LONGEST = 600
"""Code points of a text that are looked at."""
_EVIDENCE, _SENTENCES, _OTHERS = 3, 12, 8
"""Of a verdict row: evidence pieces, sentences of each, and other sentences of its pages."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as they stand, each list without repetition and in an order that is the same in every run."""

    translations: list[Pair]
    """(English, Chinese)."""
    glosses: list[Pair]
    """(English gloss, Chinese word)."""
    claims: list[Pair]
    """(claim, evidence), (title, what stands under it), of one language."""
    english: list[str]
    chinese: list[str]

    def every(self) -> Iterator[str]:
        """All of them."""
        for pairs in (self.translations, self.glosses, self.claims):
            for one, other in pairs:
                yield one
                yield other
        yield from self.english
        yield from self.chinese


def gather(chance: random.Random) -> Texts:
    """All that may train what ships, without the held-back rows of the verdict sets."""
    claims: dict[Pair, None] = {}
    english, chinese = dict.fromkeys(row["text"] for row in rows(DEBATES)), dict[str, None]()
    for own_rows in verdict_rows(held_back=False).values():
        for row in own_rows:
            claims |= dict.fromkeys(_pairs_of(row))
            (english if row["language"] == "en" else chinese).update(dict.fromkeys(_sentences(row)))
    return Texts(
        translations=sorted(set(some_translations(chance))),
        glosses=sorted({(gloss, word) for word, glosses in dictionary_pairs() for gloss in glosses[:2]}),
        claims=sorted(claims),
        english=sorted(text for text in english if 20 < len(text) < 400),
        chinese=sorted(text for text in chinese if 6 < len(text) < 300),
    )


def _pairs_of(row: Row) -> Iterator[Pair]:
    for piece in row["evidence"][:_EVIDENCE]:
        if row["label"] != "unverifiable":
            yield row["claim"], piece["text"][:_LONGEST]
        if piece["title"]:
            yield piece["title"].replace("_", " "), piece["text"][:_LONGEST]
    for other in row.get("other_sentences", [])[:_OTHERS]:
        yield other["title"].replace("_", " "), other["text"][:_LONGEST]


def _sentences(row: Row) -> Iterator[str]:
    yield row["claim"]
    for piece in row["evidence"][:_EVIDENCE]:
        yield from sentences_of(piece["text"][:2000])[:_SENTENCES]
    for other in row.get("other_sentences", [])[:_OTHERS]:
        yield other["text"]


class Counts:
    """How often words stand in folded texts, each text counted once."""

    def __init__(self, texts: Iterable[str]) -> None:
        import rjieba

        self.characters, self.chinese, self.latin = Counter[str](), Counter[str](), Counter[str]()
        self.signs = Counter[str]()
        for text in dict.fromkeys(fold(text[:_LONGEST]) for text in texts):
            for run in _CHINESE.findall(text):
                self.characters.update(run)
                self.chinese.update(word for word in rjieba.cut(run) if len(word) > 1)
            self.latin.update(_LATIN.findall(text))
            self.signs.update(char for char in text if not char.isspace() and not char.isalnum())

    @cached_property
    def _all_chinese(self) -> int:
        return self.chinese.total() + self.characters.total()

    @cached_property
    def _all_latin(self) -> int:
        return self.latin.total()

    def share(self, word: str) -> float:
        """The word's share of all words of its script, in [0, 1]."""
        if _CHINESE.fullmatch(word):
            return (self.chinese[word] + 0.3 * self.characters[word]) / self._all_chinese
        return self.latin[word] / self._all_latin


def known_words(counts: Counts, texts: Texts, taught: Iterable[str]) -> list[str]:
    """The words that get a vector; `taught` are those of the English teacher, its word parts marked ##."""
    own = [word.removeprefix("##") for word in taught]
    in_lexicon = {fold(word) for _, word in texts.glosses}
    chinese = [
        word
        for word, count in counts.chinese.items()
        if len(word) <= LONGEST_CHINESE and count >= (3 if word in in_lexicon else 9)
    ]
    latin = [word for word, count in counts.latin.items() if count >= 12 and len(word) <= LONGEST_LATIN]
    return list(
        dict.fromkeys(
            [
                "[UNK]",
                *(char for char, count in counts.characters.items() if count >= 2),
                *map(chr, range(0x21, 0x7F)),
                *(sign for sign, count in counts.signs.items() if count >= 20),
                *chinese,
                *latin,
                *(word for word in own if _LATIN.fullmatch(word) or _NUMBER.fullmatch(word)),
                *(str(year) for year in range(1900, 2036)),
                *(f"{number:02d}" for number in range(100)),
            ]
        )
    )
