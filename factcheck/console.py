"""What a person sees: words and progress on stderr, data on stdout, tables measured in cells."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

from factcheck.exporters.escaping import json_text
from factcheck.exporters.visible import visible
from factcheck.model import Outcome, OutcomeStatus, Verdict

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from factcheck.readers.inputs import Target

SECONDS_BETWEEN_LINES = 10.0
"""Between lines that say how far a long work is, where no bar can be seen."""
PIPED_WIDTH = 120
"""Cells of a table that goes into a file or a pipe, where no terminal says how many there are."""


def say(words: str) -> None:
    """One line for the person on stderr; what it quotes cannot steer the terminal."""
    click.echo(visible(words), err=True)


def emit(row: Mapping[str, object]) -> None:
    """One object on stdout as a line of UTF-8 JSON, whatever the terminal's encoding.

    What would steer a terminal is escaped as JSON escapes it, so that a reader of the line gets it back.
    """
    line = json_text(row) + "\n"
    click.echo(line.encode("utf-8", "backslashreplace"), nl=False)


def show(*parts: RenderableType) -> None:
    """Tables and texts on stdout, as wide as the terminal."""
    console = stdout()
    for part in parts:
        console.print(part)


def stdout() -> Console:
    """A console for data: no markup, no guessing of colours inside texts."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _piped_width()
    return Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def _piped_width() -> int:
    """As wide as the terminal that `| less` and `| head` will show it on, where there is one."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or PIPED_WIDTH
    except (OSError, ValueError):
        return PIPED_WIDTH


def is_interactive() -> bool:
    """Whether a moving progress display can be seen and disturbs no data."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class Progress(Protocol):
    """Told of every outcome as it comes."""

    def step(self, outcome: Outcome) -> None: ...


class _Rate:
    """How far a run over many inputs is: how many, how fast, how long yet."""

    def __init__(self, verb: str, inputs: Sequence[Target], one: str, part: str) -> None:
        from factcheck.readers.expected import rows_in

        self.verb, self.one, self.part = verb, one, part
        self.total = sum(map(rows_in, inputs))
        self.done = self.fresh = self.parts = 0
        self.begun: float | None = None

    def take(self, outcome: Outcome) -> None:
        """Count one outcome; what was there already says nothing about how fast the rest will be."""
        self.done += 1
        # A table may hold more rows than it has lines.
        self.total = max(self.total, self.done)
        if outcome.status not in (OutcomeStatus.KNOWN, OutcomeStatus.UP_TO_DATE):
            self.fresh += 1
            self.parts += outcome.count
            self.begun = time.monotonic() if self.begun is None else self.begun

    @property
    def speed(self) -> float:
        """Parts a second since the first that was new."""
        return self.parts / self._spent

    @property
    def _spent(self) -> float:
        return max(time.monotonic() - self.begun, 1e-6) if self.begun is not None else 1e-6

    def words(self) -> str:
        """`1,200 of 10,000 articles, 310 claims a second, 12 min left`."""
        told = f"{self.done:,} of {counted(self.total, self.one)}"
        if self.fresh < 2:
            return told
        left = duration((self.total - self.done) * self._spent / self.fresh)
        parts = f", {self.speed:,.0f} {self.part}s a second" if self.parts else ""
        return f"{told}{parts}, {left} left"


class _Spoken:
    """A line on stderr every so often: for logs, where no bar can be seen."""

    def __init__(self, rate: _Rate) -> None:
        self.rate = rate
        self.last = time.monotonic()

    def step(self, outcome: Outcome) -> None:
        report_trouble(outcome)
        self.rate.take(outcome)
        now = time.monotonic()
        if now - self.last >= SECONDS_BETWEEN_LINES:
            self.last = now
            say(f"{self.rate.verb}: {self.rate.words()}")


class _Bar:
    """A rich progress bar; imported only where one can be seen."""

    def __init__(self, verb: str, total: int, rate: _Rate | None = None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar
        from rich.table import Column

        short = Column(ratio=1, no_wrap=True, overflow="ellipsis")
        self.bar = Bar(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[speed]}", markup=False),
            TextColumn("{task.fields[last]}", markup=False, table_column=short),
            expand=True,
            console=Console(stderr=True, markup=False, highlight=False, emoji=False),
            transient=True,
        )
        self.rate = rate
        self.task = self.bar.add_task(verb, total=total, last="", speed="")

    def step(self, outcome: Outcome) -> None:
        if self.rate is None:
            return
        self.rate.take(outcome)
        self.bar.update(
            self.task,
            completed=self.rate.done,
            total=self.rate.total,
            speed=f"{self.rate.speed:,.0f} {self.rate.part}s/s" if self.rate.fresh > 1 else "",
            last=visible(outcome.target).rpartition("/")[2],
        )
        report_trouble(outcome, self.bar.console)


@contextmanager
def progress(
    verb: str, inputs: Sequence[Target], one: str, part: str, *, allowed: bool = True
) -> Iterator[Progress]:
    """A bar over the rows of `inputs` where a person watches, else a line now and then.

    `one` is what a row is called and `part` what is counted in it. What failed is told in any case.
    """
    rate = _Rate(verb, inputs, one, part)
    if not allowed or not is_interactive():
        yield _Spoken(rate)
        return
    shown = _Bar(verb, rate.total, rate)
    with shown.bar:
        yield shown


def duration(seconds: float) -> str:
    """`40 s`, `12 min`, `3 h 20 min`: as exact as a guess is."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def counting(verb: str, one: str) -> Iterator[Callable[[int, int], None]]:
    """What to tell (done, all) as work goes on: a bar where a person watches, else a line now and then."""
    if not is_interactive():
        yield _Lines(verb, one).told
        return
    shown = _Bar(verb, 0)
    with shown.bar:
        yield lambda done, total: shown.bar.update(shown.task, completed=done, total=total)


class _Lines:
    """A line at the beginning, at the end, and every so often between."""

    def __init__(self, verb: str, one: str) -> None:
        self.verb, self.one = verb, one
        self.last = 0.0

    def told(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - self.last >= SECONDS_BETWEEN_LINES:
            self.last = now
            say(f"{self.verb}: {done:,} of {counted(total, self.one)}")


def report_trouble(outcome: Outcome, console: Console | None = None) -> None:
    """A line on stderr for an input that failed or was skipped, or whose reading was not straightforward."""
    if not outcome.message:
        return
    told = outcome.status in (OutcomeStatus.FAILED, OutcomeStatus.SKIPPED)
    line = visible(f"{outcome.status.replace('_', ' ')}: " * told + f"{outcome.target}: {outcome.message}")
    if console is None:
        say(line)
    else:
        console.print(line, soft_wrap=True)


def counted(number: int, one: str, many: str = "") -> str:
    """`1 claim`, `2,000 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def outcome_counts(outcomes: Mapping[OutcomeStatus, int]) -> str:
    """`3 checked, 1 failed`, in the order of the enum; statuses that did not occur are left out."""
    told = [
        f"{outcomes[status]:,} {status.replace('_', ' ')}" for status in OutcomeStatus if outcomes.get(status)
    ]
    return ", ".join(told) or "nothing to do"


def verdict_counts(verdicts: Iterable[Verdict] | Mapping[Verdict, int]) -> str:
    """`12 supported, 0 contradicted, 3 unverifiable`: all three, so that a zero is seen."""
    counts = Counter(verdicts)
    return ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in Verdict)


def grid(headings: Sequence[str], rows: Iterable[Sequence[str]], *, whole: int) -> RenderableType:
    """A plain table; the first `whole` columns stay on one line, the others wrap where space is short."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from factcheck.prose import Prose

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for position, heading in enumerate(headings):
        table.add_column(heading, no_wrap=position < whole, overflow="fold")
    for row in rows:
        table.add_row(*(Prose(Text(visible(cell))) for cell in row))
    return table
