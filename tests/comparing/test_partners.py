"""Which of the claim's words found a partner, as words of the text and in its order."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.comparing.comparison import compare
from factcheck.comparing.partners import Word, stretches, words
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder


def _words(claim: str, sentence: str) -> tuple[Word, ...]:
    ours, theirs = read_statement(claim), read_statement(sentence)
    return words(claim, sentence, compare(ours, theirs, StaticEncoder.builtin()).alignment)


PAIRS = [
    ("NVIDIA's revenue fell 12%", "輝達營收下降12%。"),
    ("輝達營收下降12%", "NVIDIA's revenue fell 12%."),
    ("英伟达营收下降12%", "輝達營收下降12%。"),
    ("NVIDIA 的 revenue 下降12%", "Nvidia revenue declined 12%."),
]


@pytest.mark.parametrize(("claim", "sentence"), PAIRS)
def test_words_stand_in_the_text_in_order_and_weigh_one_together(claim: str, sentence: str) -> None:
    found = _words(claim, sentence)
    spans = [word.span for word in found]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert sum(word.weight for word in found) == pytest.approx(1.0, abs=1e-5)
    assert all(0 <= word.likeness <= 1 for word in found)
    assert all(word.partner is None or sentence[slice(*word.partner)].strip() for word in found)


@pytest.mark.parametrize(("claim", "sentence"), PAIRS)
def test_names_and_figures_are_met_across_languages(claim: str, sentence: str) -> None:
    met = "".join(claim[start:end] for start, end in stretches(claim, _words(claim, sentence), met=True))
    assert "12" in met
    assert any(name in met for name in ("NVIDIA", "輝達", "英伟达"))


def test_met_and_unmet_words_share_nothing_and_leave_nothing_out() -> None:
    claim = "Veltron opened an office in Oslo and sold 40 chips"
    found = _words(claim, "Veltron sold 40 chips.")
    sides = [stretches(claim, found, met=met) for met in (True, False)]
    told = sorted(claim[start:end] for side in sides for start, end in side)
    assert "".join(sorted("".join(told).replace(" ", ""))) == "".join(sorted(claim.replace(" ", "")))
    assert any("Oslo" in claim[start:end] for start, end in sides[1])
    assert any("40 chips" in claim[start:end] for start, end in sides[0])


def test_pieces_of_a_latin_word_are_one_word() -> None:
    claim = "Yaochuan bought Kestrelridgeson"
    texts = [claim[slice(*word.span)] for word in _words(claim, "A firm bought another.")]
    assert texts == ["Yaochuan", "bought", "Kestrelridgeson"]
