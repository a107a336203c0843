"""Tables inside an article, told row by row so that each figure keeps its label and its heading.

`| Revenue | 412.7 | 388.2 |` under `| | Q3 2025 | Q2 2025 |` reads "Revenue, Q3 2025: 412.7. Revenue,
Q2 2025: 388.2.": sentences of their own, which run neither into each other nor into the next row.
The marks between are added; a reader that calls this makes them part of the document's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from factcheck.language.scripts import has_han

_FIGURE = re.compile(
    r"[-+−–(~約约]?\s*(?:[A-Z]{2,3}|NT|US|HK)?\s*[$€£¥%]?\s*\d[\d.,\s]*"
    r"(?:%|[%a-zA-Z]{1,3}|百分點|個百分點|[十百千萬万億亿兆]+[元美]*元?|元|倍|million|billion)?\)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:[QH][1-4]|[1-4][QH]|FY ?\d\d)\b|\d\s?[年月日季]|上半年|下半年"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[-–—.·…]*|n/?a", re.IGNORECASE)
_ENDS = re.compile(r"[。！？!?.;；:：][\"'”’」』）)]*$")
_LONGEST_NAME = 80
"""Characters of a label or heading that is repeated with each figure; a longer one is prose."""
_REPEATED = 240
"""Characters of a row's other cells that are repeated with each figure."""
_PROSE = 300
"""Characters of a cell from which the table only lays out a page."""


def told_rows(rows: Sequence[Sequence[str]], *, headed: bool | None = None) -> list[str]:
    """A line for each row that is not blank; `headed` whether the first row holds the columns' headings.

    None: told by the cells, headings being no figures above a column of figures. A table of prose is
    told cell by cell, each on a line.
    """
    grid = [[" ".join(cell.split()) for cell in row] for row in rows]
    grid = [row for row in grid if any(row)]
    if not grid:
        return []
    if max(map(len, grid)) < 2 or any(len(cell) > _PROSE for row in grid for cell in row):
        return [cell for row in grid for cell in row if cell]
    wide = any(has_han(cell) for row in grid for cell in row)
    if len(grid) > 1 and (headed or (headed is None and _is_headed(grid))):
        heads, *body = grid
        if all(len(head) <= _LONGEST_NAME for head in heads):
            return [_under(heads, row, wide) for row in body]
    return [_alone(row, wide) for row in grid]


def is_figure(cell: str) -> bool:
    """Whether a cell holds a figure and nothing else; a year is a name for a column as well."""
    return _FIGURE.fullmatch(cell) is not None and _YEAR.fullmatch(cell) is None


def _is_headed(grid: Sequence[Sequence[str]]) -> bool:
    """Whether no heading is a figure, and some column under one is."""
    heads, *body = grid
    if any(map(is_figure, heads)) or sum(map(bool, heads)) < 2:
        return False
    below = [cell for row in body for cell in row[1:] if cell]
    return any(map(is_figure, below)) or (
        # 2024 | 2025 above figures that carry words (up 5%), or a first row that alone is short.
        any(character.isdigit() for cell in below for character in cell)
        and not any(character.isdigit() for head in heads[1:] for character in _YEAR.sub("", head))
    )


def _under(heads: Sequence[str], row: Sequence[str], wide: bool) -> str:
    """A row under its headings: a sentence for each figure, with what the row says beside the figures.

    A year or a name in a column of its own (2024 in a row about market shares) belongs to every figure.
    """
    comma, colon = ("，", "：") if wide else (", ", ": ")
    filled = [cell for cell in row if cell]
    if len(filled) == 1 and row[0]:
        return filled[0]
    named = [
        (f"{head}{colon}{cell}" if head else cell, _stands_alone(cell) and place > 0)
        for place, (head, cell) in enumerate(zip_longest(heads, row, fillvalue=""))
        if cell and not _NOTHING.fullmatch(cell)
    ]
    beside = [words for words, apart in named if not apart]
    alone = [words for words, apart in named if apart]
    first = [*beside[:1]] if row[0] else []
    # What is repeated is bounded, so that a row does not grow with the square of its cells.
    repeated = beside if sum(map(len, beside)) <= _REPEATED else first
    told = [comma.join([*repeated, words]) for words in alone]
    if repeated is not beside or not alone:
        told.insert(0, comma.join(beside))
    return _sentences(told, wide)


def _stands_alone(cell: str) -> bool:
    """Whether a cell is told on its own: a figure with or without words, or many words."""
    figure = any(map(str.isdigit, cell)) and _PERIOD.search(cell) is None
    return figure or is_figure(cell) or len(cell) > _LONGEST_NAME // 2


def _alone(row: Sequence[str], wide: bool) -> str:
    """A row without headings: a label and its figure, or its cells one after the other."""
    filled = [cell for cell in row if cell]
    if len(filled) == 2 and row[0] and len(row[0]) <= _LONGEST_NAME and not is_figure(row[0]):
        return _sentences([f"{filled[0].rstrip(':：')}{'：' if wide else ': '}{filled[1]}"], wide)
    return " | ".join(filled)


def _sentences(told: Sequence[str], wide: bool) -> str:
    stop = "。" if wide else "."
    return ("" if wide else " ").join(one if _ENDS.search(one) else one + stop for one in told)
