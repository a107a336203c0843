"""One claim with everything that a person decides by, put together from the rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.shared import Content
from factcheck.model import Card, Claim, Difference, Evidence, Finding, Passage, Provenance
from factcheck.queue import Item, QueueRow, ReviewedEvidence

if TYPE_CHECKING:
    from factcheck.store import Store
    from factcheck.store.standings import Sum

_AROUND = 1500
"""Code points of the article shown at most on either side of a quote."""
_BETWEEN_SIDES = " · "


def item_of(store: Store, row: QueueRow, total: Sum, *, made_by: Provenance | None) -> Item:
    """Everything about the claim of `row`, of what was done to it only what `total` counts."""
    claim, finding = store.stored_claim(row.claim_id), store.finding(row.claim_id)
    before, after = _around(store, claim)
    return Item(
        row=row,
        claim=claim,
        finding=finding,
        article=store.card(claim.document_id) if claim.document_id else None,
        before=before,
        after=after,
        evidence=tuple(evidence_of(store, finding, total, Content(claim.text))),
        standings=tuple(total.standings.values()),
        stale=tuple(_reasons_stale(store, finding, made_by)),
        added_by=store.author_of(claim.id),
        adjudication=total.adjudication,
    )


def _around(store: Store, claim: Claim) -> tuple[str, str]:
    if claim.document_id is None:
        return "", ""
    text = store.document(claim.document_id).text
    return text[max(0, claim.start - _AROUND) : claim.start], text[claim.end : claim.end + _AROUND]


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


def _reasons_stale(store: Store, finding: Finding | None, made_by: Provenance | None) -> Iterator[str]:
    """What has changed since the suggestion was made, in a word each."""
    if finding is None:
        return
    revision, _, _ = (store.checked_against(finding.claim.id) or "").partition("@")
    if revision != store.corpus_revision():
        yield "corpus"
    if made_by is not None:
        for name in ("encoder", "judge", "settings", "version"):
            if getattr(finding.provenance, name) != getattr(made_by, name):
                yield name
