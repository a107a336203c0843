"""What pictures are made of: words and signs in one tongue, bars, marked texts, tables of labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.comparing.marks import Mark
from factcheck.comparing.slots import Words
from factcheck.explaining.words import MARKS, worded
from factcheck.exporters.visible import visible
from factcheck.model import Suggestion
from factcheck.prose import Prose
from factcheck.verify import DECIDES

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

Span = tuple[int, int]
MARK_STYLES = {Mark.AGREES: "green", Mark.DIFFERS: "red", Mark.APART: "yellow", Mark.UNSTATED: "dim"}
_IN_ASCII = str.maketrans({"→": "->", "≤": "<=", "≥": ">=", "≈": "~", "×": "x", "…": "..."})
BAR = 20
"""Cells of a bar in a table."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What an explanation is drawn with."""

    tongue: str
    """en, hant or hans."""
    ascii_only: bool = False
    """Whether the terminal knows no other characters."""

    def word(self, key: str, **values: object) -> str:
        return worded(key, self.tongue, **values)

    def mark(self, mark: Mark) -> str:
        return MARKS[mark][self.ascii_only]

    @property
    def legend(self) -> str:
        """What the marks mean."""
        return self.word("legend", **{mark.value: self.mark(mark) for mark in Mark})

    @property
    def fillings(self) -> tuple[str, str, str]:
        """Of a bar: supports, contradicts, neutral."""
        return ("#", "x", ".") if self.ascii_only else ("█", "▒", "·")

    def written(self, text: str) -> str:
        """`text` with this program's own signs in ASCII where nothing else can be shown."""
        return text.translate(_IN_ASCII) if self.ascii_only else text


def bar_of(shares: Sequence[float], cells: int, ink: Ink) -> Text:
    """A bar of `cells` cells filled by shares that sum to 1, each to the nearest cell."""
    from rich.text import Text

    bar, before, end = Text(), 0, 0.0
    for share, filling, style in zip(shares, ink.fillings, ("green", "red", "dim"), strict=True):
        end += share
        until = min(cells, round(end * cells))
        bar.append(filling * (until - before), style)
        before = max(before, until)
    return bar


def bounded_bar(share: float, cells: int, filling: str, ink: Ink) -> Text:
    """A bar for one probability, with a line where the deciding one stands."""
    from rich.text import Text

    rest = ink.fillings[2]
    full, bound = round(share * cells), round(DECIDES * cells)
    line = "|" if ink.ascii_only else "│"
    drawn = filling * full + rest * (cells - full)
    return Text(drawn[:bound] + line + drawn[bound:])


def side_of(words: Words, ink: Ink, *, inline: bool = False) -> Text:
    """One side's words, and what they mean in any language beside or below them."""
    side = plain(ink.written(words.text))
    if words.value:
        value = ink.written(f"→ {words.value}")
        side.append(f"{'  ' if inline else chr(10)}{visible(value)}", "dim")
    return side


def marked(text: str, spans: Iterable[tuple[Span, str]], style: str = "") -> Text:
    """`text` with stretches of it styled; what would steer the terminal is escaped piece by piece."""
    from rich.text import Text

    styles = {place: extra for (start, end), extra in spans for place in range(start, end)}
    shown = Text(style=style)
    begin = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or styles.get(place) != styles.get(begin):
            shown.append(visible(text[begin:place], keep="\n"), styles.get(begin))
            begin = place
    return shown


def plain(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(visible(text, keep="\n"), style=style)


def label(text: str) -> Text:
    return plain(text, "dim")


def blank() -> Text:
    return plain("")


def fields() -> Table:
    """Short labels, and texts that wrap beside them."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def numbered(number: int, text: Text) -> RenderableType:
    """A text under its number, further lines as far in as what stands below."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, min_width=2)
    table.add_column(overflow="fold")
    table.add_row(f"{number}.", Prose(text))
    return table


def indented(part: RenderableType) -> RenderableType:
    from rich.padding import Padding

    return Padding(part, (0, 0, 0, 3))


def told_of(suggestion: Suggestion, ink: Ink) -> str:
    reason = f" ({ink.word(suggestion.reason)})" if suggestion.reason else ""
    return f"{ink.word(suggestion.verdict)}{reason} {suggestion.confidence:.0%}"
