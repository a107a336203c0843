"""Line breaking in cells: Chinese between characters, English between words, numbers and marks kept whole."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.prose import Prose, line_starts, shortened, units

_MIXED = st.text("ab1,. 中文，。「」年$-", max_size=60)


def lines(text: str, width: int) -> list[str]:
    edges = [0, *line_starts(text, width), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("the quick brown fox", 9, ["the quick", "brown fox"]),
        ("營收為412.7億元。", 12, ["營收為", "412.7億元。"]),
        ("他说：“增长36%。”然后", 12, ["他说：“增长", "36%。”然后"]),
        ("岳峰3采用7纳米工艺", 10, ["岳峰3采用", "7纳米工艺"]),
        ("曜川「第三季」營收", 6, ["曜川", "「第三", "季」營", "收"]),
        ("這家 foundry 七月", 12, ["這家 foundry", "七月"]),
        ("incomprehensibility", 10, ["incomprehe", "nsibility"]),
        ("", 10, [""]),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, width: int, wanted: list[str]) -> None:
    assert lines(text, width) == wanted


@given(_MIXED, st.integers(4, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    assert "".join(units(text)) == text
    edges = [0, *line_starts(text, width), len(text)]
    assert edges == sorted(edges)
    assert all(cell_len(line) <= width for line in lines(text, width))


@given(st.text("中文字，。", max_size=60))
def test_no_line_begins_with_a_mark(text: str) -> None:
    starts = line_starts(text, 20)
    for start in starts:
        unit_begins = {sum(map(len, list(units(text))[:count])) for count in range(len(text) + 1)}
        # Only a run of marks that is wider than the line is ever cut.
        assert text[start] not in "，。" or start not in unit_begins


def test_in_a_table_styles_stay_with_their_words_and_columns_align() -> None:
    out = io.StringIO()
    table = Table.grid(expand=True, padding=(0, 1))
    table.add_column(width=12)
    table.add_column(ratio=1)
    text = Text("營收為")
    text.append("412.7億元", "bold")
    table.add_row(Prose(text), Prose(Text("X")))
    Console(file=out, width=40, force_terminal=True, color_system="standard").print(table)
    first, second = out.getvalue().splitlines()
    assert "\x1b[1m" not in first
    assert "\x1b[1m412.7億元" in second


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("Veltron sold 450,000", 20, "Veltron sold 450,000"),
        ("Veltron sold 450,000", 10, "Veltron s…"),
        ("Veltron sold 450,000", 9, "Veltron…"),
        ("雲雀晶片的代價", 14, "雲雀晶片的代價"),
        ("雲雀晶片的代價", 13, "雲雀晶片的代…"),
        ("雲雀晶片的代價", 12, "雲雀晶片的…"),
        ("a\tb\n\nc", 20, "a b c"),
        ("", 5, ""),
    ],
)
def test_a_text_is_shortened_by_cells(text: str, cells: int, expected: str) -> None:
    assert shortened(text, cells) == expected
    assert cell_len(expected) <= cells
