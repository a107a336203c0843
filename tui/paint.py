"""Texts as the screen shows them: made harmless, marked by named styles, cut and wrapped by cells.

Styles are names ("supported", "quote match") that a widget turns into the theme's colours. Nothing from an
article, a source or a claim is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from rich.cells import cell_len
from rich.style import Style
from rich.text import Span, Text

from factcheck.exporters.visible import visible
from factcheck.prose import line_starts

Mark = tuple[int, int, str]
"""A stretch of a text, half-open, and the name of its style."""

_UNSTEADY = re.compile(
    "[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
"""Joiners, selectors and skin tones: terminals do not agree on how many cells a picture with them takes."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
"""Letters of flags, of which some terminals draw two as one."""


def steady(text: str, *, keep: str = "") -> str:
    """`text` without anything that steers a terminal or whose width terminals disagree on."""
    if text.isascii() and text.isprintable():
        return text
    shown = _UNSTEADY.sub("", visible(text, keep=keep))
    return _FLAG.sub(lambda match: chr(ord(match[0]) - 0x1F1E6 + ord("A")), shown)


def plain(text: str, style: str = "") -> Text:
    """A text in one style."""
    # Styled as a stretch, so that what is appended to it keeps its own.
    return Text(end="").append(steady(text, keep="\n"), style or None)


def marked(text: str, marks: Iterable[Mark], style: str = "", *, keep: str = "\n") -> Text:
    """`text` with stretches of it styled; offsets are those of `text`, whatever escaping makes of it."""
    edges = {0, len(text)}
    clipped = [(max(0, start), min(len(text), end), name) for start, end, name in marks]
    clipped = [mark for mark in clipped if mark[0] < mark[1]]
    for start, end, _ in clipped:
        edges |= {start, end}
    bounds = sorted(edges)
    shown = Text(style=style, end="")
    for begin, until in pairwise(bounds):
        names = " ".join(
            dict.fromkeys(name for start, end, name in clipped if start <= begin and until <= end)
        )
        shown.append(steady(text[begin:until], keep=keep), names or None)
    return shown


def wrapped(text: Text, width: int, indent: str = "", hanging: str | None = None) -> Iterator[Text]:
    """`text` in lines of at most `width` cells, `indent` before the first and `hanging` before the others."""
    hanging = indent if hanging is None else hanging
    room = max(4, width - max(cell_len(indent), cell_len(hanging)))
    first = True
    for paragraph in text.split("\n", allow_blank=True):
        for line in paragraph.divide(line_starts(paragraph.plain, room)):
            line.rstrip()
            line.end = ""
            lead = indent if first else hanging
            first = False
            yield Text.assemble(lead, line, end="") if lead else line


def fitted(text: Text, width: int) -> Text:
    """`text` on one line of exactly `width` cells, with an ellipsis where it was longer."""
    if width < 1:
        return Text(end="")
    line = text.copy()
    line.truncate(width, overflow="ellipsis", pad=True)
    return line


def told(text: Text, styles: Mapping[str, Style]) -> Text:
    """`text` with its named styles replaced by the theme's; names that are unknown style nothing."""
    drawn = Text(text.plain, style=_style(text.style, styles), end="")
    for start, end, style in text.spans:
        drawn.spans.append(Span(start, end, _style(style, styles)))
    return drawn


def _style(style: str | Style, styles: Mapping[str, Style]) -> Style:
    if isinstance(style, Style):
        return style
    # Style.combine refuses an empty list.
    return Style.combine([Style.null(), *(styles[name] for name in style.split() if name in styles)])
