"""What a measurement comes to, and the libraries that count it."""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.errors import MissingDependency

Watch = Callable[[int, int], None]
"""Told how many of how many are done."""


def unwatched(done: int, total: int) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one set."""

    task: str
    metrics: dict[str, float]
    """By name; `NAME.se` is the standard error of `NAME`."""
    n: int
    """How many rows or queries were counted."""
    seconds: float
    models: dict[str, str]
    sha256: str
    """Of the file, or of its two files one after the other."""
    notes: tuple[str, ...] = field(default=())
    """What a reader of the numbers should know: rows left out, one sentence each."""

    def row(self) -> dict[str, object]:
        """What `--json` prints."""
        return {
            "task": self.task,
            "metrics": self.metrics,
            "n": self.n,
            "seconds": self.seconds,
            "models": self.models,
            "sha256": self.sha256,
        }


def library(name: str, package: str) -> Any:
    """The module `name`; MissingDependency with the command that installs it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingDependency(
            f"Measuring wants {package}, found it missing; pip install 'factcheck-workbench[evaluate]'."
        ) from error


def with_error(name: str, values: Sequence[float]) -> dict[str, float]:
    """The mean of one value a row, with its standard error (that of the sample over the root of n)."""
    count = len(values)
    mean = sum(values) / count
    spread = sum((value - mean) ** 2 for value in values) / count
    return {name: round(mean, 6), f"{name}.se": round(math.sqrt(spread / count), 6)}
