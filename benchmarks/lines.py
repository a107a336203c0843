"""Lines of the table of marks, what gives them, and how they are written."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.published import MARKS, Mark

_PROGRESS_SECONDS = 20
HEADING = (
    "| set | rows | n | metric | ours | claim alone | references | reach |\n|---|---|---|---|---|---|---|---|"
)


class Line(NamedTuple):
    """One row of the table."""

    name: str
    rows: str
    """Which rows of the set are counted."""
    n: int
    metric: str
    value: float
    error: float | None = None
    claim_alone: float | None = None


class Measurement(NamedTuple):
    """Something that gives lines of the table when it is run."""

    name: str
    run: Callable[[], Iterator[Line]]


@dataclass(slots=True)
class Ticker:
    """A line on stderr every so often while something long runs."""

    name: str
    last: float = field(default_factory=time.monotonic)

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() - self.last > _PROGRESS_SECONDS:
            self.last = time.monotonic()
            print(f"   {self.name}: {done:,} of {total:,}", file=sys.stderr, flush=True)


def table_row(line: Line) -> str:
    """One line of Markdown."""
    mark = MARKS.get((line.name, line.metric), Mark(""))
    ours = f"{line.value:.3f}" + (f" +-{line.error:.3f}" if line.error is not None else "")
    alone = "" if line.claim_alone is None else f"{line.claim_alone:.3f}"
    cells = (line.name, line.rows, f"{line.n:,}", line.metric, ours, alone, *mark)
    return f"| {' | '.join(cells)} |"
