"""Signs of decisions and suggestions: one cell each, readable without colour, never to be confused."""

from __future__ import annotations

from rich.text import Text

from factcheck.model import Verdict
from factcheck.queue import Deed, QueueRow
from factcheck.vocabulary import name_of

SIGNS = {Verdict.SUPPORTED: "✓", Verdict.CONTRADICTED: "✗", Verdict.UNVERIFIABLE: "?"}
NO_CLAIM = "–"
DISPUTED = "≠"
TAKEN_BACK = "↶"
named = name_of
"""An article or a source is called on the screen what reports and tables call it."""


def decided(row: QueueRow) -> tuple[str, str]:
    """What people made of a claim: its sign and style; a space where nobody has decided."""
    if row.dismissed:
        return NO_CLAIM, "dim"
    if row.disputed:
        return DISPUTED, "warning"
    return (SIGNS[row.verdict], row.verdict) if row.verdict else (" ", "")


def done(deed: Deed) -> tuple[str, str]:
    """What one decision was: its sign and style, or that it was taken back."""
    if deed.taken_back:
        return TAKEN_BACK, "dim"
    return (SIGNS[deed.verdict], deed.verdict) if deed.verdict else (NO_CLAIM, "dim")


def suggested(row: QueueRow) -> Text:
    """What the machine makes of it, seven cells: in brackets, so that it is no decision."""
    if row.suggested is None:
        return Text(" " * 7, end="")
    # 100% would be one cell wider than all others, and nothing is that certain.
    sure = min(99, round((row.confidence or 0.0) * 100))
    return Text(f"({SIGNS[row.suggested]}) {sure:>2}%", f"suggested {row.suggested}", end="")


def flags(row: QueueRow) -> Text:
    """Three cells: flag, noted, out of date or conflicting."""
    told = Text(end="")
    told.append("⚑" if row.flagged else " ", "warning")
    told.append("n" if row.noted else " ", "dim")
    told.append("!" if row.stale else "≠" if row.conflicting else " ", "warning")
    return told
