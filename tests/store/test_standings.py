"""What people decided follows a claim that a later extraction cuts or words otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck import Workspace
from factcheck.model import Claim, Verdict, overlap, span_id


def check_with(workspace: Workspace, claims: list[Claim]) -> None:
    """Store `claims` as the latest extraction of their article."""
    store, document = workspace.store, str(claims[0].document_id)
    with store.writing():
        store.save_check(document, claims, [], corpus_revision="r", provenance=workspace.provenance)
        store.follow_claims(document)


@pytest.mark.parametrize("number", range(9))
def test_a_decision_follows_its_claim(queue: Workspace, number: int) -> None:
    store, desk = queue.store, queue.desk("ann")
    finding = queue.findings()[number]
    old, others = (
        finding.claim,
        [one.claim for one in queue.findings(finding.claim.document_id) if one.claim.id != finding.claim.id],
    )
    desk.decide(old.id, Verdict.UNVERIFIABLE, note="seen")
    at = str(old.document_id)
    key = span_id(at, old.start, old.end - 2, old.text)
    shorter = replace(old, id=key, end=old.end - 2, quote=old.quote[:-2])
    check_with(queue, [*others, shorter])
    row = desk.row(shorter.id)
    assert row is not None and (row.verdict, row.mine, row.noted) == (Verdict.UNVERIFIABLE,) * 2 + (True,)
    assert desk.listing().place(old.id) is None
    assert desk.progress().done == 1
    assert [event.claim_id for event in store.reviews_of(shorter.id)] == [old.id]
    # It is taken back and superseded where it stands now, and follows once more.
    desk.undo()
    row = desk.row(shorter.id)
    assert row is not None and not row.decided
    assert desk.progress().done == 0
    desk.redo()
    assert desk.progress().done == 1
    assert [deed.claim_id for deed in desk.recent()] == [shorter.id]
    key = span_id(at, old.start, old.end, "worded otherwise")
    again = replace(old, id=key, text="worded otherwise")
    check_with(queue, [*others, again])
    row = desk.row(again.id)
    assert row is not None and row.verdict is Verdict.UNVERIFIABLE
    assert desk.progress().done == 1
    assert store.verify() == []
    before = [tuple(one) for one in store._rows("SELECT * FROM verdicts ORDER BY claim_id")]
    store.remake_standings()
    after = [tuple(one) for one in store._rows("SELECT * FROM verdicts ORDER BY claim_id")]
    assert set(before) >= {one for one in after if one[0] == again.id}


def test_a_claim_elsewhere_takes_no_decision_over(queue: Workspace) -> None:
    desk, finding = queue.desk("ann"), queue.findings()[0]
    claims = [one.claim for one in queue.findings(finding.claim.document_id)]
    desk.decide(finding.claim.id, Verdict.UNVERIFIABLE)
    check_with(queue, claims[1:])
    assert desk.progress().done == 0
    assert not any(row.decided for row in desk.listing().page(0, 99))
    assert len(queue.store.reviews_of(finding.claim.id)) == 1
    check_with(queue, claims)
    assert desk.progress().done == 1


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [((0, 10), (0, 10), 1.0), ((0, 10), (5, 10), 0.5), ((0, 10), (10, 20), 0.0), ((0, 4), (8, 9), 0.0)],
)
def test_shared_parts_of_spans(one: tuple[int, int], other: tuple[int, int], part: float) -> None:
    assert overlap(one, other) == overlap(other, one) == part


@pytest.mark.parametrize("number", range(9))
def test_a_decided_claim_in_whose_place_another_stands_is_remembered_once(
    queue: Workspace, number: int
) -> None:
    """Under the new wording: a claim elsewhere would else be told twice of one decision."""
    store, old = queue.store, queue.findings()[number].claim
    queue.desk("ann").decide(old.id, Verdict.UNVERIFIABLE)
    before = store.memory_state()
    assert [one.own_claim for one in store.memory()] == [old.id]
    key = span_id(str(old.document_id), old.start, old.end, "worded otherwise 另一種說法")
    again = replace(old, id=key, text="worded otherwise 另一種說法")
    check_with(queue, [again])
    assert [(one.own_claim, one.text) for one in store.memory()] == [(again.id, again.text)]
    assert store.memory_state() != before
