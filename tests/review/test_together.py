"""Several people at one queue: opinions given blind, assignment, adjudication, and reasons for changes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factcheck import Workspace
from factcheck.errors import UsageError
from factcheck.model import Match, MatchLevel, Verdict
from factcheck.queue import Act, Wanted
from factcheck.review import Desk, NeedsReason, rulings
from factcheck.review.lookup import look_up
from factcheck.store.moments import moment


def two(queue: Workspace) -> tuple[Desk, Desk]:
    """Two reviewers, both of whom are to decide each claim."""
    store = queue.store
    return Desk(store, "ann", opinions=2), Desk(store, "安", opinions=2)


@pytest.mark.parametrize("number", range(9))
def test_opinions_are_blind_until_given(queue: Workspace, number: int) -> None:
    ann, an = two(queue)
    claim_id = queue.findings()[number].claim.id
    ann.decide(claim_id, Verdict.SUPPORTED, note="heard it")
    ann.flag(claim_id)
    passage = ann.item(claim_id).evidence
    if passage:
        ann.pin(claim_id, passage[0].passage.id)
    row, item = an.row(claim_id), an.item(claim_id)
    assert row is not None
    assert (row.verdict, row.disputed, row.opinions, row.flagged, row.noted) == (None, False, 0, False, False)
    assert item.standings == () and not any(one.pinned_by for one in item.evidence)
    assert an.news(0) == []
    assert an.listing().next_undecided(0) is not None and claim_id in an.open_among([claim_id])
    assert claim_id not in ann.open_among([claim_id])
    assert ann.progress().done == 0
    an.decide(claim_id, Verdict.CONTRADICTED, note="read otherwise")
    row = an.row(claim_id)
    assert row is not None and row.disputed and row.opinions == 2
    assert {one.reviewer for one in an.item(claim_id).standings} == {"ann", "安"}
    assert an.progress().done == 1
    assert claim_id not in an.open_among([claim_id])


def test_that_others_disagree_is_not_to_be_learned_by_asking(queue: Workspace) -> None:
    """Neither from a sign in the queue, nor by filters or search, nor by turning to the disputes."""
    claim = queue.findings()[0].claim
    ann, an, ben = (Desk(queue.store, name, opinions=3) for name in ("ann", "安", "ben"))
    ann.decide(claim.id, Verdict.SUPPORTED, note="heard it")
    ann.flag(claim.id)
    an.decide(claim.id, Verdict.CONTRADICTED, note="讀到的不同")
    asked = [Wanted(disputed=True), Wanted(conflicting=True), Wanted(flagged=True)]

    def seen(desk: Desk) -> list[bool]:
        row = desk.row(claim.id)
        assert row is not None
        (found,) = (one for one in look_up(desk.sight, claim.text).claims if one.claim_id == claim.id)
        assert (found.verdict, found.disputed) == (row.verdict, row.disputed)
        return [
            row.conflicting,
            row.disputed,
            *(desk.listing(one).place(claim.id) is not None for one in asked),
        ]

    assert seen(ben) == [False] * 5
    ben.adjudicate(True)
    assert seen(ben) == [False] * 5
    ben.adjudicate(False)
    chief = Desk(queue.store, "chief", opinions=3, adjudicating=True)
    assert seen(ann) == seen(chief) == [True] * 5
    chief.adjudicate(False)
    assert seen(chief) == [False] * 5
    ben.decide(claim.id, Verdict.SUPPORTED, note="now")
    assert seen(ben) == [True] * 5


def test_who_takes_up_adjudicating_settles_and_then_reviews_again(queue: Workspace) -> None:
    claim_id = queue.findings()[0].claim.id
    queue.desk("ann").decide(claim_id, Verdict.SUPPORTED, note="a")
    queue.desk("安").decide(claim_id, Verdict.CONTRADICTED, note="b")
    ben = queue.desk("ben")
    ben.adjudicate(True)
    with pytest.raises(NeedsReason, match="reason for this adjudication"):
        ben.decide(claim_id, Verdict.SUPPORTED)
    assert ben.decide(claim_id, Verdict.SUPPORTED, note="公告如此").event is Act.ADJUDICATED
    ben.adjudicate(False)
    assert ben.decide(queue.findings()[1].claim.id, Verdict.UNVERIFIABLE).event is Act.DECIDED


def test_one_word_that_it_is_no_claim_leaves_it_to_the_other(queue: Workspace) -> None:
    ann, an = two(queue)
    claim_id = queue.findings()[0].claim.id
    ann.dismiss([claim_id])
    assert ann.listing().place(claim_id) is None
    assert an.listing().place(claim_id) is not None
    an.dismiss([claim_id])
    assert an.listing().place(claim_id) is None


def test_an_adjudication_settles_a_dispute_for_good(queue: Workspace) -> None:
    claim_id = queue.findings()[0].claim.id
    queue.desk("ann").decide(claim_id, Verdict.SUPPORTED, note="a")
    queue.desk("ben").decide(claim_id, Verdict.CONTRADICTED, note="b")
    chief = queue.desk("chief", adjudicating=True)
    assert chief.listing(Wanted(disputed=True)).claim_at(0) == claim_id
    with pytest.raises(NeedsReason, match="reason for this adjudication"):
        chief.decide(claim_id, Verdict.SUPPORTED)
    chief.decide(claim_id, Verdict.SUPPORTED, note="公告如此")
    assert len(chief.listing(Wanted(disputed=True))) == 0
    queue.desk("ben").note(claim_id, "still not")
    ruling = queue.store.rulings()[claim_id]
    assert (ruling.word, ruling.disputed, len(ruling.opinions)) == ("supported", False, 2)
    assert ruling.adjudication is not None and ruling.adjudication.reviewer == "chief"
    row = chief.row(claim_id)
    assert row is not None and (row.verdict, row.adjudicated) == (Verdict.SUPPORTED, True)
    chief.undo()
    assert queue.store.rulings()[claim_id].disputed
    assert queue.store.verify() == []


def test_a_change_of_mind_wants_a_reason_once_it_is_no_slip(
    queue: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, claim_id = queue.desk("ann"), queue.findings()[0].claim.id
    desk.decide(claim_id, Verdict.UNVERIFIABLE)
    desk.decide(claim_id, Verdict.SUPPORTED, note="wrong key")
    monkeypatch.setattr(rulings, "SLIP", timedelta(0))
    with pytest.raises(NeedsReason, match="'supported' changes to 'unverifiable'"):
        desk.decide(claim_id, Verdict.UNVERIFIABLE)
    with pytest.raises(NeedsReason, match="'not a claim'"):
        desk.dismiss([claim_id])
    desk.decide(claim_id, Verdict.SUPPORTED)
    desk.decide(claim_id, Verdict.UNVERIFIABLE, note="來源撤下")
    assert queue.store.standing(claim_id, "ann").note == "來源撤下"


def test_claims_are_assigned_and_taken_away(queue: Workspace) -> None:
    first, second = (finding.claim.id for finding in queue.findings()[:2])
    chief, ann = queue.desk("chief"), queue.desk("ann")
    chief.assign([first, second], "  ann ")
    mine = ann.listing(Wanted(assigned=True))
    assert {mine.claim_at(0), mine.claim_at(1)} == {first, second} and len(mine) == 2
    assert len(chief.listing(Wanted(assigned=True))) == 0
    chief.assign([first], "ann", away=True)
    mine.renew()
    assert [mine.claim_at(place) for place in range(len(mine))] == [second]
    assert ann.progress().done == 0
    with pytest.raises(UsageError, match="reviewer's name"):
        chief.assign([first], " ")
    chief.undo()
    mine.renew()
    assert len(mine) == 2
    assert queue.store.verify() == []


def test_an_assignment_taken_back_is_nobodys(queue: Workspace) -> None:
    """Also where it is all that was ever done to the claim, by one who gives it to another."""
    claim_id = queue.findings()[0].claim.id
    chief, mine = queue.desk("chief"), queue.desk("安").listing(Wanted(assigned=True))
    for person in ("安", "ann"):
        chief.assign([claim_id], person)
    mine.renew()
    assert mine.claim_at(0) == claim_id
    chief.undo()
    assert len(queue.desk("ann").listing(Wanted(assigned=True))) == 0
    chief.undo()
    mine.renew()
    assert len(mine) == 0
    assert queue.store.verify() == []
    chief.redo()
    mine.renew()
    assert mine.claim_at(0) == claim_id
    assert queue.store.verify() == []


def test_a_confirmed_match_becomes_a_decision_with_its_source(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), queue.findings()[0].claim.id
    words = Match("same", "Half true", "A Desk", "https://desk.example/1", None, 0.9, MatchLevel.SAME)
    with pytest.raises(UsageError, match=r"one of the three, found 'Half true'"):
        desk.confirm(claim_id, words)
    topic = Match("other", "False", None, None, None, 0.5, MatchLevel.TOPIC, Verdict.CONTRADICTED)
    with pytest.raises(UsageError, match="same topic only"):
        desk.confirm(claim_id, topic)
    known = Match("same", "False", "A Desk", "https://desk.example/1", None, 0.9, ruling=Verdict.CONTRADICTED)
    event = desk.confirm(claim_id, known)
    assert (event.event, event.verdict) == (Act.DECIDED, Verdict.CONTRADICTED)
    assert event.note == "Already checked: same (False, A Desk, https://desk.example/1)"


def test_what_is_done_now_comes_after_what_was_seen(queue: Workspace) -> None:
    ahead = "2999-01-01T00:00:00.000000Z"
    assert moment(ahead) == "2999-01-01T00:00:00.000001Z"
    assert moment() < ahead
