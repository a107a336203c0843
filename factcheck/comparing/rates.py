"""Figures told by the day, week, month, quarter or year: 9,000 chips a month are no 9,000 chips."""

from __future__ import annotations

from factcheck.comparing.statement import Statement
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity, QuantityKind

_SPANS = {
    "day": "day", "daily": "day", "日": "day", "天": "day",
    "week": "week", "weekly": "week", "周": "week", "週": "week",
    "month": "month", "monthly": "month", "月": "month",
    "quarter": "quarter", "quarterly": "quarter", "季": "quarter",
    "year": "year", "annual": "year", "annually": "year", "yearly": "year", "annum": "year", "年": "year",
}  # fmt: skip
_BEHIND = lazy_pattern(
    r"(?:\s+[a-z-]+){0,4}?\s*(?:\ba\b|\bper\b|\beach\b|\bevery\b|/)\s*(day|week|month|quarter|year|annum)\b"
    r"|\s*[/每]\s*(日|天|周|月|季|年)"
)
"""What makes a figure a rate behind it, at most a few words on: 9,000 usable chips a month."""
_BEFORE = lazy_pattern(
    r"(?:每|平均每)个?(日|天|周|月|季|年)(?:度)?[^,。;\d]{0,8}$"
    r"|(?<![\d一二两三四五六七八九十本上下同])(日|月|季|年)(?:均|产能|产量|出货量?|销量|产)[^,。;\d]{0,8}$"
    r"|\b(daily|weekly|monthly|quarterly|annual|yearly)\b(?:\s+[a-z-]+){1,4}\s*$"
)
_RATED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.DIMENSION})
_REACH = 40


def rate_of(figure: Quantity, statement: Statement) -> str | None:
    """The span of time that the figure is told by, `day` to `year`; None where it is a plain amount."""
    if figure.kind not in _RATED:
        return None
    folded = statement.folded
    found = _BEHIND.match(folded, figure.end) or _BEFORE.search(
        folded, max(statement.clause_at(figure.start)[0], figure.start - _REACH), figure.start
    )
    return _SPANS[next(group for group in found.groups() if group)] if found else None


def same_rate(one: str | None, other: str | None) -> bool:
    """Whether figures of these rates can be one; what is told by the year may leave it unsaid."""
    return (one or "year") == (other or "year")
