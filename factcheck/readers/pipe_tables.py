"""Tables in Markdown, between pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.readers.grids import told_rows

_RULE = re.compile(
    r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^ {0,3}\|[ \t]*:?-+:?[ \t]*\|[ \t]*$"
)
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_PIPE = re.compile(r"(?<!\\)\|")


def markdown_tables(body: str) -> str:
    """`body` with its pipe tables told row by row, the rest as written; fenced code is left alone."""
    lines = body.split("\n")
    return "\n".join(_without_pipes(lines)) if any(map(_RULE.match, lines)) else body


def _without_pipes(lines: Sequence[str]) -> Iterator[str]:
    fenced = False
    place = 0
    while place < len(lines):
        line = lines[place]
        fenced ^= _FENCE.match(line) is not None
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if fenced or not _PIPE.search(line) or not _RULE.match(following):
            yield line
            place += 1
            continue
        end = place + 2
        while end < len(lines) and _PIPE.search(lines[end]):
            end += 1
        rows = [_cells(one) for one in (line, *lines[place + 2 : end])]
        yield from told_rows(rows, headed=True)
        place = end


def _cells(line: str) -> list[str]:
    """The cells of a pipe table's row, without the pipes at its ends."""
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(inner)]
