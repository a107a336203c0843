"""Reading the tables of quantities and dates: plain text, columns parted by bars, a person can extend them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

TABLES = Path(__file__).parent / "language" / "tables"


@dataclass
class Row:
    """A text, the day it was written on, and the columns of each thing stated in it (none: an empty list)."""

    text: str
    line: int
    reference: date | None = None
    stated: list[list[str]] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.line}: {self.text}"


def rows(name: str) -> list[Row]:
    """The rows of a table in its order. Raises ValueError, with the line, where columns are missing."""
    found: list[Row] = []
    reference: date | None = None
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@"):
            day = line[1:].strip()
            reference = None if day == "?" else date.fromisoformat(day)
            continue
        text, *columns = [part.strip() for part in line.split("|")]
        if not columns or (not text and not found):
            raise ValueError(
                f"{name}, line {number}: wanted a text and a span, parted by a bar; found {line!r}"
            )
        if text:
            found.append(Row(text, number, reference))
        if columns != ["-"]:
            found[-1].stated.append(columns)
    return found
