"""Running text in a terminal: lines broken between words and between Chinese characters, measured in cells.

Rich breaks at spaces only, which in Chinese cuts through numbers and names and puts a full stop at
the beginning of a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.measure import Measurement

from factcheck.exporters.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

_CLOSING = frozenset("，。、；：？！）」』】》〉”’％…—～·,.;:?!)]}%'\"/")
"""Must not begin a line (after the rules for line breaking in Chinese, GB/T 15834 and CLREQ)."""
_OPENING = frozenset("（「『【《〈“‘([{$¥€£#")
"""Must not end a line."""


class Prose:
    """A styled text that wraps the way its languages do."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for paragraph in self.text.split("\n", allow_blank=True):
            for line in paragraph.divide(line_starts(paragraph.plain, options.max_width)):
                line.rstrip()
                line.no_wrap, line.overflow = True, "fold"
                yield line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        lines = self.text.plain.split("\n")
        widest = max(map(cell_len, lines))
        needed = max((cell_len(unit) for line in lines for unit in units(line)), default=0)
        return Measurement(needed, widest).with_maximum(options.max_width)


def line_starts(text: str, width: int) -> list[int]:
    """Offsets at which the second and further lines of one paragraph begin, for lines of `width` cells.

    A unit that is wider than a line is cut where the line is full.
    """
    starts: list[int] = []
    position = used = 0
    for unit in units(text):
        cells = cell_len(unit.rstrip(" "))
        if used and used + cells > width:
            starts.append(position)
            used = 0
        if cells > width:
            used = _cut(unit, position, width, starts)
        else:
            used += cell_len(unit)
        position += len(unit)
    return starts


def _cut(unit: str, position: int, width: int, starts: list[int]) -> int:
    """Cut a unit that is wider than a line where each line is full; the cells of what is left of it."""
    used = 0
    for offset, char in enumerate(unit):
        cells = cell_len(char)
        if used and char != " " and used + cells > width:
            starts.append(position + offset)
            used = 0
        used += cells
    return used


def shortened(text: str, cells: int) -> str:
    """`text` on one line, safe to show, in at most `cells` cells; … where it was cut off."""
    line = visible(" ".join(text.split()))
    if cell_len(line) <= cells:
        return line
    used = 1
    for position, char in enumerate(line):
        used += cell_len(char)
        if used > cells:
            return f"{line[:position].rstrip()}…"
    return line


def units(text: str) -> Iterator[str]:
    """`text` in pieces between which a line may end; joined they are `text` again."""
    begin = 0
    for position in range(1, len(text)):
        if _may_break(text[position - 1], text[position]):
            yield text[begin:position]
            begin = position
    if text:
        yield text[begin:]


def _may_break(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return before == " " != after
    if after in _CLOSING or before in _OPENING or cell_len(after) == 0:
        return False
    if cell_len(before) < 2 and cell_len(after) < 2:
        return False
    # 412.7億 and 2025年 stay together.
    return not before.isdigit()
