"""Words with offsets of the text they were found in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.tagging import plain, tag, within


def test_both_scripts_give_the_same_words() -> None:
    assert [token.word for token in tag("港務局批准了計劃")] == [
        token.word for token in tag("港务局批准了计划")
    ]


def test_within_takes_whole_words_only() -> None:
    tokens = tag("港务局批准了计划")
    assert within(tokens, 0, 8) == tokens
    assert all(token.end <= 5 for token in within(tokens, 0, 5))


@given(st.text(max_size=200))
def test_offsets_point_at_the_words(text: str) -> None:
    folded = plain(text)
    assert len(folded) == len(text)
    for token in tag(text):
        assert folded[token.start : token.end] == token.word
