"""What shows nothing hides nothing: the copy that is read lacks it, and places lead back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.ignorable import bare, bare_with_places
from factcheck.language.tokens import search_terms

NOTHING = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufe0f\ufeff\U000e0041"


@pytest.mark.parametrize("char", NOTHING)
@pytest.mark.parametrize("text", ["80億美元", "$41.27 billion", "輝達 NVIDIA", "英伟达 H20"])
def test_nothing_is_taken_out_wherever_it_stands(char: str, text: str) -> None:
    hidden = char + char.join(text) + char * 2
    assert bare(hidden) == text
    assert search_terms(hidden) == search_terms(text)


@given(st.text(alphabet=st.sampled_from("8億a \n" + NOTHING)))
def test_places_lead_back(text: str) -> None:
    words, places = bare_with_places(text)
    assert words == bare(text)
    assert "".join(text[place] for place in places) == words
    assert not set(words) & set(NOTHING)
