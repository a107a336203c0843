"""What a search found, as entries of a list."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from factcheck.model import Hit
from factcheck.review.lookup import Found
from tui import marks
from tui.marks import named
from tui.paint import plain
from tui.windows.window import Entry
from tui.words import Speech

TYPED = "typed"
"""First of (TYPED, address, words): a passage that was typed."""


def typed_passage(words: str) -> tuple[str, str, str] | None:
    """`address | words` taken apart; None for anything else."""
    address, bar, text = words.partition("|")
    if bar and address.strip().startswith(("http://", "https://")) and text.strip():
        return TYPED, address.strip(), text.strip()
    return None


def found_lines(found: Found, speech: Speech) -> list[Entry]:
    """Claims, then articles, then sources."""
    entries: list[Entry] = []
    if found.claims:
        entries.append((plain(speech("claims"), "head"), None))
        for row in found.claims:
            sign, style = marks.decided(row)
            line = Text(f"{sign} ", style=style, end="")
            entries.append((line.append_text(plain(row.text)), row.claim_id))
    for title, wanted in (("articles", False), ("sources", True)):
        places = [place for place in found.places if place.is_source is wanted]
        if places:
            entries.append((plain(speech(title), "head"), None))
        for place in places:
            heading = plain(f"{named(place.card)}\n", "strong")
            entries.append((heading.append_text(plain(place.snippet, "dim")), place))
    return entries


def hit_lines(hits: Sequence[Hit], words: str, speech: Speech) -> list[Entry]:
    """Passages, or the one that was typed."""
    typed = typed_passage(words)
    if typed is not None:
        return [(plain(speech("typed_passage", text=typed[2])), typed)]
    entries: list[Entry] = []
    for hit in hits:
        day = hit.source.published.isoformat() if hit.source.published else speech("undated")
        passage = plain(f"{hit.passage.text}\n")
        entries.append((passage.append_text(plain(f"{named(hit.source)} · {day}", "dim")), hit))
    return entries
