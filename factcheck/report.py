"""The step from findings to a report: articles in order, each claim with the words around its quote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factcheck import __version__
from factcheck.exporters import Entry, Report, Section
from factcheck.model import Card, Claim, Finding, Provenance
from factcheck.queue import Standing

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
    standings: Mapping[str, Sequence[Standing]] | None = None,
) -> Report:
    """The findings of `articles`, grouped by article in that order; typed claims come last.

    `text_of` gives an article's text by its id. An article without claims keeps its section. `standings`
    are those of the reviewers who decided, by claim. Without `include_suggestions` claims that nobody
    reviewed are counted and not shown.
    """
    decided = standings or {}
    cards: dict[str | None, Card | None] = {card.id: card for card in articles}
    grouped: dict[str | None, list[Finding]] = {key: [] for key in cards}
    for finding in findings:
        grouped.setdefault(finding.claim.document_id, []).append(finding)
        cards.setdefault(finding.claim.document_id, finding.article)
    shown = [one for one in findings if include_suggestions or one.claim.id in decided]
    return Report(
        made=made,
        sections=tuple(
            _section(cards[key], found, text_of, decided, include_suggestions)
            for key, found in grouped.items()
        ),
        claims=len(findings),
        reviewed=sum(one.claim.id in decided for one in findings),
        provenance=_machinery(shown),
        sources=sources,
        passages=passages,
        version=__version__,
    )


def _section(
    card: Card | None,
    findings: Sequence[Finding],
    text_of: Callable[[str], str],
    decided: Mapping[str, Sequence[Standing]],
    suggestions: bool,
) -> Section:
    shown = [one for one in findings if suggestions or one.claim.id in decided]
    text = "" if card is None or not shown else text_of(card.id)
    entries = tuple(_entry(one, text, tuple(decided.get(one.claim.id, ()))) for one in shown)
    return Section(card, entries, left_out=len(findings) - len(shown))


def _entry(finding: Finding, text: str, standings: tuple[Standing, ...]) -> Entry:
    before, after = ("", "") if finding.article is None else around(text, finding.claim)
    return Entry(finding, before, after, standings)


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
