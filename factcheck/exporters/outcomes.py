"""Sources and the outcomes of a run as plain dictionaries, keys stable, for `--json`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.exporters.rows import Row
from factcheck.language.learnt import LearntName
from factcheck.model import Card, Outcome


def card_row(card: Card) -> Row:
    """One source as `sources --json` prints it."""
    return {
        "id": card.id,
        "path": card.path,
        "title": card.title,
        "author": card.author,
        "published": None if card.published is None else card.published.isoformat(),
        "url": card.url,
        "language": str(card.language),
        "accessed": card.accessed,
        "tier": card.tier,
    }


def name_row(name: LearntName, sources: Sequence[Card]) -> Row:
    """One thing that sources name in several ways, as `names --json` prints it."""
    return {
        "key": name.key,
        "kind": str(name.kind),
        "names": list(name.names),
        "sources": [{"id": card.id, "title": card.title, "url": card.url} for card in sources],
    }


def outcome_row(outcome: Outcome) -> Row:
    """One input as `add --json` prints it."""
    return {
        "target": outcome.target,
        "status": str(outcome.status),
        "source": None if outcome.card is None else card_row(outcome.card),
        "passages": outcome.count,
        "message": outcome.message or None,
    }
