"""Texts made harmless and steady for a terminal, styled, wrapped and cut by cells."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.paint import fitted, marked, plain, steady, told, wrapped

_HOSTILE = "\x1b[2J\x07\u202e\u2066\u200b\ud800\x00\r\n\t\x9b31m"
_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab 輝達辉达8億$，。「」👨\u200d👩🇹🇼é\u0301" + _HOSTILE),
        st.characters(exclude_categories=[]),
    ),
    max_size=60,
)


@given(_TEXT)
def test_nothing_shown_steers_a_terminal(text: str) -> None:
    for char in steady(text):
        assert unicodedata.category(char) not in ("Cc", "Cs"), ascii(char)
        assert char not in "\u200b\u200d\ufe0f\u202a\u202e\u2066\u2069", ascii(char)


def test_pictures_whose_width_terminals_disagree_on_are_taken_apart() -> None:
    assert steady("👨\u200d👩\u200d👧 👍🏽 ❤\ufe0f") == "👨👩👧 👍 ❤"
    assert steady("🇹🇼") == "TW"
    assert steady("輝達 H20") == "輝達 H20"


@given(_TEXT, st.integers(6, 40))
def test_lines_are_no_wider_than_asked(text: str, width: int) -> None:
    lines = list(wrapped(plain(text), width))
    assert all(line.cell_len <= width for line in lines)
    solid = "".join(steady(text, keep="\n").split())
    assert "".join("".join(line.plain.split()) for line in lines) == solid


@given(_TEXT, st.integers(0, 40))
def test_a_fitted_line_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert fitted(plain(text.replace("\n", " ")), width).cell_len == width


@given(_TEXT, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_marks_are_offsets_of_the_untouched_text(text: str, spans: list[tuple[int, int]]) -> None:
    shown = marked(text, [(start, end, "match") for start, end in spans])
    styled = "".join(shown.plain[span.start : span.end] for span in shown.spans)
    kept = "".join(
        steady(text[low:high], keep="\n")
        for low, high in _runs(
            {place for start, end in spans for place in range(start, min(end, len(text)))}, spans, text
        )
    )
    assert styled == kept


def _runs(places: set[int], spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Marked stretches, cut wherever a mark begins or ends."""
    edges = sorted(
        {0, len(text)} | {min(edge, len(text)) for span in spans if span[0] < span[1] for edge in span}
    )
    return [(low, high) for low, high in pairwise(edges) if low in places]


def test_hanging_indents_count_as_width() -> None:
    lines = [line.plain for line in wrapped(plain("來源說的是另一個季度"), 10, "側  ", "    ")]
    assert lines[0].startswith("側  ") and lines[1].startswith("    ")
    assert max(map(cell_len, lines)) <= 10


def test_named_styles_become_the_themes() -> None:
    red = Style(color="red")
    drawn = told(marked("abc", [(1, 2, "match nothing")]), {"match": red})
    assert [(span.start, span.end, span.style) for span in drawn.spans] == [(1, 2, red)]


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[link=https://evil.example]x[/link]", "\\[x]"])
def test_markup_in_a_text_is_shown_as_it_stands(text: str) -> None:
    assert plain(text).plain == text
