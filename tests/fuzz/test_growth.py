"""Time grows with the length of a text and not with its square, whatever the text is made of.

Each reader is held against itself at a quarter of the length: four times as long in a line, sixteen times in a
square. A sentence has at most `LONGEST` code points, which bounds what is left.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import count

import pytest
from fuzz.fuzzing import in_time, processor_seconds
from fuzz.hostile import DATES, MARKS, NUMBERS, ODD_LETTERS, TELLING, UNITS, UNSEEN, WORDS
from nights import times

from factcheck.comparing.statement import read_statement
from factcheck.extract import LONGEST_TYPED, extract, typed_claim
from factcheck.language.attribution import find_attribution
from factcheck.language.clauses import split_clauses
from factcheck.language.dates import find_dates
from factcheck.language.quantities import find_quantities
from factcheck.language.relative_dates import absolute_dates
from factcheck.language.sentences import LONGEST, split_sentences
from factcheck.language.structure import read_lines
from factcheck.language.tokens import search_terms
from factcheck.model import Document, Language
from factcheck.readers.bylines import read_head
from factcheck.readers.decoding import clean
from factcheck.readers.markdown import split_front_matter
from factcheck.readers.pipe_tables import markdown_tables
from factcheck.split import split

_DAY = date(2025, 6, 1)
_UNITS = (*NUMBERS, *UNITS, *DATES, *MARKS, *UNSEEN, *ODD_LETTERS, *WORDS)
# What was once slow, or is built to be: digits, brackets, commas, numerals, blanks, quotes, dots, dashes, marks.
_SHAPES = (
    "7", "7 ", "123,", "1.2.", "(", "()", "「", "「」", "（「『《", ",", "，", "一", "十", "億", "三百二十五萬", "週一", "5約", " ", "\t", "　",
    '"', "“", "“將²", "'「", ".", "。", "…", "%", "5%-", "-", "—", "5-", "1/", "2025/1/1 ", "2025年1月1日", "2025年", "May ", "a\u0301",
    "\u0301", "8\u200b", "\u200b", "\u202e", "$", "one hundred and ", "twenty-", "A ", "he said ", "他說", "將投資", "not ", "曜川Revenue", "U.S.",
    "[1]", "。1 ", "http://a.b/", "|-", "```\n", "# ", "\n", "a: b\n", "- a\n", "<", "&",
)  # fmt: skip
_PROSE = "".join(TELLING) * 20
_TIMES_PROSE = 25
"""Factor by which the longest sentence may take longer than all that is read of prose of its length, in the same
run: seconds are another number on each machine. The slowest takes some 10 times as long."""
_ENDS = count()
"""What prose is given at its end, so that none of it is remembered from an earlier reading."""
_FLOOR = 0.04
"""Seconds below which nothing is held against anything: less than a clock and a busy machine can tell."""
_GROWTH = 9
"""Factor by which four times the length may take longer: 4 in a line, 16 in a square."""


def _document(text: str) -> Document:
    return Document(text=text, language=Language.MIXED, title="曜川 Foundry", published=_DAY)


_OF_SENTENCES: dict[str, Callable[[str], object]] = {
    "quantities": lambda text: find_quantities(text),
    "dates": lambda text: find_dates(text, reference_date=_DAY),
    "clauses": split_clauses,
    "statement": lambda text: read_statement(text, reference_date=_DAY).assertions,
    "attribution": find_attribution,
    "tokens": search_terms,
    "absolute": lambda text: absolute_dates(text, _DAY),
    "typed": lambda text: typed_claim(text, published=_DAY),
}
_OF_DOCUMENTS: dict[str, Callable[[str], object]] = {
    "sentences": split_sentences,
    "lines": lambda text: read_lines(text, "title"),
    "head": read_head,
    "clean": clean,
    "front matter": split_front_matter,
    "pipe tables": markdown_tables,
    "passages": lambda text: split(_document(text)),
    "claims": lambda text: extract(_document(text)),
}


def _shapes(seed: int) -> list[str]:
    """The known ones; nightly, hundreds put together by chance."""
    chance = random.Random(seed)
    made = ["".join(chance.choices(_UNITS, k=chance.randint(1, 4))) for _ in range(times(ci=0, nightly=600))]
    return [*_SHAPES, *made]


def _of_length(shape: str, length: int) -> str:
    return (shape * (length // len(shape) + 1))[:length]


def _least(read: Callable[[str], object], text: str, ends: Iterable[str]) -> float:
    """Processor seconds for `text`, the least over `ends`.

    What else runs slows one reading and not each; with another end it is not one that is remembered.
    """
    return min(processor_seconds(partial(read, text + end), repeats=1) for end in ends)


def _times_prose(read: Callable[[str], object], text: str) -> float:
    """How many times as long `text` takes as all that is read of prose of its length, which is read beside it.

    The least of some tries, until one is below what is allowed.
    """
    least = float("inf")
    for end in "vwxyz":
        took = processor_seconds(partial(read, text + end), repeats=1)
        if took < _FLOOR:
            return 0.0
        prose = _least(
            _OF_SENTENCES["typed"], _of_length(_PROSE, len(text)), [f"{next(_ENDS)}" for _ in "12"]
        )
        least = min(least, took / prose)
        if least < _TIMES_PROSE:
            break
    return least


def _slow(
    read: Callable[[str], object], shapes: list[str], short: int, long: int
) -> dict[str, tuple[float, float]]:
    """Seconds at both lengths, for each shape of which the longer text takes out of proportion."""
    slow: dict[str, tuple[float, float]] = {}
    read(_PROSE)
    for shape in shapes:
        longer, shorter = _of_length(shape, long), _of_length(shape, short)
        with in_time():
            took = processor_seconds(partial(read, longer), repeats=1)
            if took < _FLOOR:
                continue
            before, took = (_least(read, text, "xyz") for text in (shorter, longer))
        if took > _GROWTH * max(before, _FLOOR / _GROWTH):
            slow[shape] = (round(before, 4), round(took, 4))
    return slow


@pytest.mark.parametrize("name", sorted(_OF_SENTENCES))
def test_a_sentence_made_to_harm(name: str) -> None:
    """None takes out of proportion to its length, and the longest that there are take little."""
    read = _OF_SENTENCES[name]
    shapes = [before + shape * 3 for shape in _shapes(len(name)) for before in ("", "他A分")]
    assert not _slow(read, shapes, LONGEST // 4, LONGEST)
    took = {shape: _times_prose(read, _of_length(shape, LONGEST)) for shape in shapes}
    slowest = max(took, key=took.__getitem__)
    assert took[slowest] < _TIMES_PROSE, (slowest, took[slowest])


@pytest.mark.parametrize("name", sorted(_OF_DOCUMENTS))
def test_a_longer_document_takes_longer_by_no_more_than_its_length(name: str) -> None:
    assert not _slow(_OF_DOCUMENTS[name], _shapes(len(name)), 3_000, 12_000)


@pytest.mark.parametrize(
    "shape",
    ["7", "123,", "(", "一", "週一", "“將²", "'「", "5約", " ", "\u0301", "a: b ", "將投資", "he said "],
)
def test_the_longest_typed_claim_is_read_in_seconds(shape: str) -> None:
    with in_time(8):
        typed_claim("他A分" + _of_length(shape, LONGEST_TYPED - 3), published=_DAY)
