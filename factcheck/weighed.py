"""The passages beside a claim with what people made of them: pinned, brought, excluded, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model import Card, Difference, Evidence, Finding, Passage
from factcheck.queue import ReviewedEvidence

if TYPE_CHECKING:
    from factcheck.language.shared import Content
    from factcheck.store import Store
    from factcheck.store.standings import Sum

_BETWEEN_SIDES = " · "


def evidence_of(
    store: Store, finding: Finding | None, total: Sum, content: Content | None = None
) -> Iterator[ReviewedEvidence]:
    """The passages beside a claim: pinned or brought, then as ranked, then excluded.

    With the claim's `content` what matches is marked, and what differs stands side by side.
    """
    ranked = {one.hit.passage.id: one for one in finding.evidence} if finding else {}
    others = [key for key in (*total.brought, *total.pinned, *total.excluded) if key not in ranked]
    stored = store.passages_by_id(list(dict.fromkeys(others)))
    cards = store.cards({passage.document_id for passage in stored.values()})
    every: list[tuple[Passage, Card, Evidence | None]] = [
        *((passage, cards[passage.document_id], None) for passage in stored.values()),
        *((one.hit.passage, one.hit.source, one) for one in ranked.values()),
    ]
    every.sort(key=lambda one: _rank(one[0].id, total))
    for passage, source, evidence in every:
        yield ReviewedEvidence(
            passage=passage,
            source=source,
            evidence=evidence,
            pinned_by=total.pinned.get(passage.id),
            excluded_by=total.excluded.get(passage.id),
            brought_by=total.brought.get(passage.id),
            matched=content.spans_in(passage.text) if content else (),
            sides=sides(content, passage.text, evidence.differences) if content and evidence else None,
        )


def _rank(passage_id: str, total: Sum) -> int:
    if passage_id in total.excluded:
        return 2
    return 0 if passage_id in total.pinned or passage_id in total.brought else 1


def sides(content: Content, passage: str, differences: tuple[Difference, ...]) -> tuple[str, str] | None:
    """Both sides' words for the figure they share and for what differs; None where nothing does.

    "80億美元 · 未來3年" against "80億美元 · 本財季": a difference is read beside what it is one of.
    """
    if not differences:
        return None
    differing = {one.claim for one in differences} | {one.evidence for one in differences}
    agreed = [
        (ours.text, theirs.text)
        for ours, theirs in content.same_figures(passage)
        if not any(ours.text in words or theirs.text in words for words in differing)
    ][:1]
    pairs = [*agreed, *((one.claim or "-", one.evidence or "-") for one in differences)]
    ours, theirs = zip(*dict.fromkeys(pairs), strict=True)
    return _BETWEEN_SIDES.join(ours), _BETWEEN_SIDES.join(theirs)
