"""The record of a date found in a text, and the kinds there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DateKind(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"
    FISCAL = "fiscal"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period at `text[start:end]` (code points, half-open), words such as since included.

    `first_day`..`last_day`, both inclusive, are the days named; both None while unresolved (no year and
    no reference day; a fiscal period, whose calendar only its company knows). `month` and `day` stay even
    without a year. `relation` places the fact towards the days: on, before, after, since, until.
    """

    start: int
    end: int
    text: str
    first_day: date | None
    last_day: date | None
    kind: DateKind
    month: int | None = None
    day: int | None = None
    relation: str = "on"
    months: tuple[int, int] | None = None
    """First and last month of a quarter, a half or part of a year, known even without the year."""

    @property
    def resolved(self) -> bool:
        """Whether the days are known."""
        return self.first_day is not None and self.last_day is not None
