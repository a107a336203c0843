"""Who does the jobs of a run: the process at hand, or others beside it (see processes.py).

A job that cannot be done is done once more and then set aside with the reason: one bad article ends no run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

from factcheck.errors import FactcheckError

Key = TypeVar("Key")
Work = TypeVar("Work")
Result = TypeVar("Result")
Context = TypeVar("Context")
_Given = TypeVar("_Given", contravariant=True)
_Made = TypeVar("_Made", covariant=True)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A job that could not be done, twice."""

    reason: str
    """One line for a person."""


class Crew(Protocol[_Given, _Made]):
    """Does jobs; used as a context manager, and for one run at a time."""

    def run(self, jobs: Iterable[tuple[Key, _Given | None]]) -> Iterator[tuple[Key, _Made | SetAside | None]]:
        """For each job its key and what came of its work, in the order of the jobs.

        A job without work comes back as it is, in its turn. No more jobs are taken than are soon done.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def cores() -> int:
    """Cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


class Alone(Generic[Context, Work, Result]):
    """The process at hand, with what it has open."""

    def __init__(self, work: Callable[[Context, Work], Result], context: Context) -> None:
        self._work, self._context = work, context

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, jobs: Iterable[tuple[Key, Work | None]]) -> Iterator[tuple[Key, Result | SetAside | None]]:
        for key, work in jobs:
            yield key, None if work is None else self.do(work)

    def do(self, work: Work) -> Result | SetAside:
        """One job, tried twice: what failed may have been a database that was busy."""
        try:
            return self._work(self._context, work)
        except Exception:
            return self._again(work)

    def _again(self, work: Work) -> Result | SetAside:
        try:
            return self._work(self._context, work)
        except Exception as error:
            return SetAside(said(error))


def said(error: BaseException, longest: int | None = None) -> str:
    """What went wrong, in one line, a sentence; the kind of error where it is none of this program's own.

    `longest`: code points of its own words that are kept; None: all.
    """
    words = " ".join(str(error).split())[:longest]
    if not isinstance(error, FactcheckError):
        words = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return words if words.endswith((".", "!", "?", "。", "！", "？")) else f"{words}."
