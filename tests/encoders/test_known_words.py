"""Text is cut into the longest words that are known, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.encoders.known_words import UNKNOWN, KnownWords

WORDS = [
    "[UNK]",
    *"abcdefghijklmnopqrstuvwxyz",
    *"0123456789",
    *"晶片出口许可管制",
    "%",
    "$",
    "出口",
    "出口许可",
]
WORDS += ["晶片", "export", "chip", "starb", "ucks", "20", "2026", "80"]
KNOWN = KnownWords(WORDS)


def cut(text: str) -> list[str]:
    return [WORDS[number] for number in KNOWN.cut(text)]


@pytest.mark.parametrize(
    ("folded", "words"),
    [
        ("chip export", ["chip", "export"]),
        ("starbucks", ["starb", "ucks"]),
        ("chips", ["chip", "s"]),
        ("2026", ["2026"]),
        ("20267", ["2026", "7"]),
        ("$80%", ["$", "80", "%"]),
        ("出口许可", ["出口许可", "出", "口", "许", "可"]),
        ("晶片出口管制", ["晶片", "晶", "片", "出口", "出", "口", *"管管制制"]),
        ("出口chip管", ["出口", "出", "口", "chip", "管", "管"]),
        ("é", ["[UNK]"]),
        ("龍", ["[UNK]", "[UNK]"]),
        (" \n\t", []),
        ("", []),
    ],
)
def test_the_longest_word_is_taken(folded: str, words: list[str]) -> None:
    assert cut(folded) == words


@given(st.text(alphabet=st.sampled_from("abchipexort0268$%晶片出口许可管制龍 é\n"), max_size=60))
def test_every_sign_is_read_once(text: str) -> None:
    numbers = KNOWN.cut(text)
    assert all(UNKNOWN <= number < len(WORDS) for number in numbers)
    # Chinese is read twice, as words and as characters; all else once.
    read = sum(1 if number == UNKNOWN else len(WORDS[number]) for number in numbers)
    chinese = sum("\u3400" <= char <= "\u9fff" for char in text)
    assert read == len("".join(text.split())) + chinese


def test_a_long_run_costs_what_its_length_costs() -> None:
    assert len(KNOWN.cut("q" * 20_000)) == 20_000
    assert len(KNOWN.cut("管" * 20_000)) == 40_000
