"""One claim with everything that a person decides by, put together from the rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.shared import Content
from factcheck.model import Claim, Finding, Provenance
from factcheck.queue import Item, QueueRow
from factcheck.weighed import evidence_of

if TYPE_CHECKING:
    from factcheck.store import Store
    from factcheck.store.standings import Sum

_AROUND = 1500
"""Code points of the article shown at most on either side of a quote."""


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
