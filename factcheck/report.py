"""The step from findings to a report: articles in order, each claim with the words around its quote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factcheck import __version__
from factcheck.exporters import Entry, Report, Section
from factcheck.model import Card, Claim, Finding, Provenance

__all__ = ["Entry", "Report", "Section", "build_report"]

CONTEXT = 120
"""Code points shown at most on either side of a quote."""
_ELLIPSIS = "\u2026"


def build_report(
    articles: Sequence[Card],
    findings: Sequence[Finding],
    *,
    text_of: Callable[[str], str],
    sources: int,
    passages: int,
    made: str,
    include_suggestions: bool = False,
) -> Report:
    """The findings of `articles`, grouped by article in that order; typed claims come last.

    `text_of` gives an article's text by its id. An article without claims keeps its section. Without
    `include_suggestions` claims that nobody reviewed are counted and not shown.
    """
    cards: dict[str | None, Card | None] = {card.id: card for card in articles}
    grouped: dict[str | None, list[Finding]] = {key: [] for key in cards}
    for finding in findings:
        grouped.setdefault(finding.claim.document_id, []).append(finding)
        cards.setdefault(finding.claim.document_id, finding.article)
    shown = findings if include_suggestions else ()
    return Report(
        made=made,
        sections=tuple(
            _section(cards[key], found, text_of, include_suggestions) for key, found in grouped.items()
        ),
        claims=len(findings),
        reviewed=0,
        provenance=_machinery(shown),
        sources=sources,
        passages=passages,
        version=__version__,
    )


def _section(
    card: Card | None, findings: Sequence[Finding], text_of: Callable[[str], str], shown: bool
) -> Section:
    if not shown:
        return Section(card, (), left_out=len(findings))
    text = "" if card is None or not findings else text_of(card.id)
    return Section(card, tuple(_entry(finding, text) for finding in findings))


def _entry(finding: Finding, text: str) -> Entry:
    before, after = ("", "") if finding.article is None else around(text, finding.claim)
    return Entry(finding, before, after)


def around(text: str, claim: Claim) -> tuple[str, str]:
    """What stands in the claim's paragraph before and after its quote, CONTEXT code points each at most.

    A cut is marked with an ellipsis and never splits an English word.
    """
    before = text[: claim.start].rpartition("\n")[2]
    after = text[claim.end :].partition("\n")[0]
    if len(before) > CONTEXT:
        cut = before[-CONTEXT:]
        before = _ELLIPSIS + (_without_first_half(cut) if _splits(before, len(before) - CONTEXT) else cut)
    if len(after) > CONTEXT:
        cut = after[:CONTEXT]
        after = (_without_last_half(cut) if _splits(after, CONTEXT) else cut) + _ELLIPSIS
    return before, after


def _splits(text: str, at: int) -> bool:
    """Whether a cut at `at` falls inside a word written in Latin letters or digits."""
    return all(char.isascii() and char.isalnum() for char in text[at - 1 : at + 1])


def _without_first_half(cut: str) -> str:
    return cut.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").lstrip()


def _without_last_half(cut: str) -> str:
    return cut.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").rstrip()


def _machinery(findings: Sequence[Finding]) -> tuple[Provenance, ...]:
    found: Mapping[Provenance, None] = dict.fromkeys(finding.provenance for finding in findings)
    return tuple(found)
