"""Columns of a PDF page, told by where its words stand: read one after the other, not across the gap.

Only a page that plainly has columns is read this way; every other page keeps the order in which its
words are drawn. Cells of a table stand in columns too: columns of prose are told from them by lines
that are long and mostly fill their column.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.readers.joining import join_lines, join_parts
from factcheck.readers.pieces import Piece, pieces_of

if TYPE_CHECKING:
    from pypdf import PageObject

_LEAST_LINES = 4
"""Lines that each column has at least."""
_LONGEST = 8000
"""Pieces of text from which a page is a drawing and not looked at."""
_TRIED = 60
"""Places at which a column is looked for: bounds the time that a page takes."""
_ALIGNED = 2.5
"""Points by which the starts of a column's lines differ at most."""
_INDENT = 3.0
"""Widest indent of a paragraph's first line, in ems."""
_GAP = 0.6
"""Narrowest space between columns, in ems; justified words stand closer."""
_CERTAIN = 12
"""Characters from which a piece is a line rather than a word, and its end only an estimate."""
_OVERHANG = 1.25
"""How far beyond a column's width the estimated end of its lines may reach, as a factor."""
_SHARE = 0.6
"""Share of the rows beyond the gap that begin at its far side."""
_PROSE = 14.0
"""Median width of a column's lines, in ems: some 14 Chinese characters or 28 Latin letters."""
_FILLED = 0.6
"""Share of a column's lines that fill most of it; a table's cells are ragged."""


Row = list[Piece]
"""Pieces on one baseline, from left to right."""


def read_columns(page: PageObject) -> str | None:
    """The text of a page in columns, a paragraph a line; None where it has none, or none that are sure.

    What stands across the columns (a title) is read where it stands. Raises what pypdf raises.
    """
    pieces = pieces_of(page)
    if not _LEAST_LINES * 2 <= len(pieces) < _LONGEST:
        return None
    rows = _rows(pieces)
    gap = _gap(rows)
    if gap is None:
        return None
    return join_parts(_read(rows, gap))


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces by baseline, from the top of the page; an end never reaches into the next piece."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda one: (-one.y, one.x)):
        if rows and abs(rows[-1][0].y - piece.y) <= 0.3 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda one: one.x)
        for piece, following in pairwise(row):
            piece.end = min(piece.end, max(following.x, piece.x))
    return rows


def _gap(rows: Sequence[Row]) -> float | None:
    """Where the second column begins, in points; None where no place has prose on both sides."""
    starts = sorted(piece.x for row in rows for piece in row)
    places: dict[int, list[float]] = {}
    for start in starts:
        places.setdefault(round(start / _ALIGNED), []).append(start)
    # A column begins where many pieces do.
    likely = sorted(sorted(places.values(), key=len, reverse=True)[:_TRIED])
    for start, *others in likely:
        clear = start >= starts[0] + 4 * rows[0][0].size
        if clear and others and _divides(rows, start) and all(map(_is_prose, _sides(rows, start))):
            return start
    return None


def _divides(rows: Sequence[Row], start: float) -> bool:
    """Whether most rows that reach beyond `start` have a piece beginning there, behind a space."""
    hits = beyond = 0
    for row in rows:
        right = [piece for piece in row if piece.x >= start - _ALIGNED]
        if right:
            beyond += 1
            hits += _begins(row, right[0], start)
    return hits >= _LEAST_LINES and hits >= beyond * _SHARE


def _begins(row: Row, piece: Piece, start: float) -> bool:
    """Whether a column's line may begin with `piece`: at `start` or indented, clear of what is before."""
    if piece.x > start + max(_ALIGNED, _INDENT * piece.size):
        return False
    before = [one for one in row if one.x < piece.x]
    if not before:
        return True
    last = before[-1]
    return len(last.text) >= _CERTAIN or piece.x - last.end >= _GAP * piece.size


def _part(row: Row, start: float) -> tuple[Row, Row] | None:
    """(the row's pieces before the gap, those behind it); None for a row that stands across."""
    left = [piece for piece in row if piece.x < start - _ALIGNED]
    right = row[len(left) :]
    if right and not _begins(row, right[0], start):
        return None
    if left and not right:
        reach = left[-1].end - left[0].x
        if reach > (start - left[0].x) * (_OVERHANG if len(left[-1].text) >= _CERTAIN else 1.0):
            return None
    return left, right


def _sides(rows: Sequence[Row], start: float) -> tuple[list[Row], list[Row]]:
    """The lines of the column before the gap and of what is behind it."""
    parts = [part for row in rows if (part := _part(row, start)) is not None]
    return [left for left, _ in parts if left], [right for _, right in parts if right]


def _is_prose(lines: Sequence[Row]) -> bool:
    """Whether enough lines are as long as a column's, and most of them fill it."""
    if len(lines) < _LEAST_LINES:
        return False
    widths = sorted(sum(map(_own_ems, line)) for line in lines)
    usual = widths[len(widths) * 3 // 4]
    filled = sum(width >= usual * 0.7 for width in widths)
    return statistics.median(widths) >= _PROSE and filled >= len(widths) * _FILLED


def _own_ems(piece: Piece) -> float:
    """A piece's width in ems, without what its end was cut short by."""
    return sum(1.0 if character > "\u2e7f" else 0.5 for character in piece.text)


def _read(rows: Sequence[Row], start: float) -> Iterator[str]:
    """Bands of the page from top to bottom: each row that stands across, and the columns between two."""
    left: list[Row] = []
    right: list[Row] = []
    across: list[Row] = []
    for row in rows:
        part = _part(row, start)
        if part is None:
            yield from (_lines(left), *_right(right))
            left, right = [], []
            across.append(row)
            continue
        if across:
            yield _lines(across) + "\n"
            across = []
        left += [part[0]] * bool(part[0])
        right += [part[1]] * bool(part[1])
    yield from (_lines(left), *_right(right), _lines(across))


def _right(rows: list[Row]) -> Iterator[str]:
    """What is behind the gap, which may be two columns or more in turn."""
    gap = _gap(rows) if len(rows) >= _LEAST_LINES else None
    yield from _read(rows, gap) if gap is not None else [_lines(rows)]


def _lines(rows: Sequence[Row]) -> str:
    """The rows as paragraphs; a wider space between two lines, or a change of size, parts two of them."""
    steps = [upper[0].y - lower[0].y for upper, lower in pairwise(rows)]
    usual = statistics.median(steps) if steps else 0.0
    text: list[str] = []
    for place, row in enumerate(rows):
        if place and (
            steps[place - 1] > usual * 1.4 or abs(row[0].size - rows[place - 1][0].size) > 0.15 * row[0].size
        ):
            text.append("")
        text.append(_line(row))
    return join_lines("\n".join(text))


def _line(row: Row) -> str:
    """The row's pieces, with a space where there is room for one."""
    words = ""
    last: Piece | None = None
    for piece in row:
        room = last is not None and piece.x - last.end > 0.15 * piece.size
        words += " " * (room and not words.endswith(" ") and not piece.text.startswith(" ")) + piece.text
        last = piece
    return words.strip()
