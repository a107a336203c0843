"""Deciding, marking and writing at the desk: what is stored, what stands, what another reviewer sees."""

from __future__ import annotations

import json

import pytest

from factcheck import Workspace
from factcheck.errors import UsageError
from factcheck.model import Reason, Stance, Verdict
from factcheck.queue import Act, Order, Wanted
from factcheck.review import Desk, NeedsEvidence

TEXTS = {
    "en": "Veltron sold 450,000 Lark-9 chips in the first half of 2025",
    "hant": "2025年上半年，Veltron在中國的數據中心營收下降35%",
    "hans": "启明半导体2025年第二季度营收为52亿元",
    "mixed": "啟明半導體的QM-7晶片算力達到400 TFLOPS",
}


def named(workspace: Workspace, text: str) -> str:
    return next(one.claim.id for one in workspace.findings() if one.claim.text == text)


def events(workspace: Workspace) -> list[tuple[str, str, str | None, str | None]]:
    """Reviewer, event, verdict and reason of every row, in order, past the desk."""
    found = workspace.store._rows("SELECT reviewer, event, verdict, reason FROM reviews ORDER BY number")
    return [tuple(row) for row in found]


@pytest.mark.parametrize("language", TEXTS)
def test_a_decision_is_an_event_with_all_that_was_seen(queue: Workspace, language: str) -> None:
    claim_id = named(queue, TEXTS[language])
    desk = queue.desk("  Ann   Lee ")
    finding = queue.store.finding(claim_id)
    assert finding is not None
    verdict = finding.suggestion.verdict
    made = desk.decide(claim_id, verdict)
    assert queue.store.reviews_of(claim_id) == [made]
    assert (made.reviewer, made.event, made.verdict, made.reason) == ("Ann Lee", Act.DECIDED, verdict, None)
    stance = Stance.SUPPORTS if verdict is Verdict.SUPPORTED else Stance.CONTRADICTS
    assert made.evidence == tuple(e.hit.passage.id for e in finding.evidence if e.stance is stance)
    assert (made.suggestion, made.models) == (finding.suggestion, finding.provenance)
    document = queue.store.document(str(finding.claim.document_id))
    assert document.text.find(made.prefix + made.quote + made.suffix) >= 0
    row = desk.row(claim_id)
    assert row is not None
    assert (row.verdict, row.mine, row.decided, row.disputed) == (verdict, verdict, True, False)
    assert queue.store.verify() == []


def test_unverifiable_has_a_reason_and_other_verdicts_none(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["en"])
    assert desk.decide(claim_id, Verdict.UNVERIFIABLE).reason is Reason.NO_EVIDENCE
    assert desk.decide(claim_id, Verdict.UNVERIFIABLE, reason=Reason.CONFLICTING).reason is Reason.CONFLICTING
    assert desk.decide(claim_id, Verdict.CONTRADICTED, reason=Reason.CONFLICTING).reason is None


def test_a_verdict_needs_a_passage_or_a_note(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["en"])
    item = desk.item(claim_id)
    assert not any(one.evidence and one.evidence.stance is Stance.SUPPORTS for one in item.evidence)
    with pytest.raises(NeedsEvidence, match="Pin or add a passage, or give a note"):
        desk.decide(claim_id, Verdict.SUPPORTED)
    with pytest.raises(NeedsEvidence):
        desk.decide(claim_id, Verdict.SUPPORTED, note="  ")
    assert events(queue) == []
    made = desk.decide(claim_id, Verdict.SUPPORTED, note="Heard on the earnings call")
    assert (made.evidence, made.note) == ((), "Heard on the earnings call")
    # The note stands, so that a second thought need not give it again.
    assert desk.decide(claim_id, Verdict.SUPPORTED).note is None
    standing = queue.store.standing(claim_id, "ann")
    assert standing.note == "Heard on the earnings call"


def test_a_pinned_passage_counts_and_an_excluded_one_does_not(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["en"])
    best, other = (one.passage.id for one in desk.item(claim_id).evidence[:2])
    desk.pin(claim_id, other)
    desk.exclude(claim_id, best)
    item = desk.item(claim_id)
    assert [item.evidence[0].passage.id, item.evidence[-1].passage.id] == [other, best]
    assert (item.evidence[0].pinned_by, item.evidence[-1].excluded_by) == ("ann", "ann")
    assert desk.decide(claim_id, Verdict.CONTRADICTED).evidence == (other,)
    desk.unmark(claim_id, best)
    desk.unmark(claim_id, other)
    assert desk.decide(claim_id, Verdict.CONTRADICTED).evidence == (best,)


def test_unknown_claims_passages_and_reviewers_are_named(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["en"])
    with pytest.raises(UsageError, match="Wanted a stored claim, found none with the id 'absent'"):
        desk.decide("absent", Verdict.UNVERIFIABLE)
    with pytest.raises(UsageError, match="no(?:ne)? with the id 'absent'"):
        desk.item("absent")
    with pytest.raises(UsageError, match="Wanted a stored passage"):
        desk.decide(claim_id, Verdict.SUPPORTED, evidence=["absent"])
    with pytest.raises(UsageError, match="Wanted a stored passage"):
        desk.pin(claim_id, "absent")
    with pytest.raises(UsageError, match="Wanted the reviewer's name"):
        queue.desk(" \t")
    assert events(queue) == []


def test_accepting_takes_the_suggestion_over(queue: Workspace) -> None:
    desk = queue.desk("ann")
    for finding in queue.findings():
        made = desk.accept(finding.claim.id)
        assert (made.verdict, made.reason) == (finding.suggestion.verdict, finding.suggestion.reason)
    assert desk.progress().done == desk.progress().total == len(queue.findings())


def test_a_dismissed_claim_leaves_queue_and_findings_and_stays_in_history(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["hant"])
    total = len(desk.listing())
    desk.dismiss([claim_id])
    assert len(desk.listing()) == total - 1 == desk.progress().total
    assert desk.progress().done == 0
    assert claim_id not in [finding.claim.id for finding in queue.findings()]
    assert [desk.listing(Wanted(dismissed=True)).claim_at(0)] == [claim_id]
    assert [event.event for event in queue.store.reviews_of(claim_id)] == [Act.DISMISSED]
    desk.undo()
    assert len(desk.listing()) == total
    assert claim_id in [finding.claim.id for finding in queue.findings()]


def test_two_reviewers_append_side_by_side(queue: Workspace) -> None:
    claim_id = named(queue, TEXTS["en"])
    ann = queue.desk("ann")
    seen, last = ann.others_changed(), ann.last_event()
    with Workspace(queue.folder.path) as other:
        ben = other.desk("ben")
        ben.decide(claim_id, Verdict.UNVERIFIABLE)
        assert ann.others_changed() != seen
        assert [(one.reviewer, one.act, one.verdict) for one in ann.news(last)] == [
            ("ben", Act.DECIDED, Verdict.UNVERIFIABLE)
        ]
        row = ann.row(claim_id)
        assert row is not None and (row.verdict, row.mine) == (Verdict.UNVERIFIABLE, None)
        ann.decide(claim_id, Verdict.CONTRADICTED)
        row = ben.row(claim_id)
        assert row is not None
        assert (row.verdict, row.mine, row.disputed, row.conflicting) == (
            None,
            Verdict.UNVERIFIABLE,
            True,
            True,
        )
        assert [one.claim_id for one in ben.listing(Wanted(conflicting=True)).page(0, 9)] == [claim_id]
        # Each takes back one's own act only.
        ben.undo()
        row = ann.row(claim_id)
        assert row is not None and (row.verdict, row.disputed) == (Verdict.CONTRADICTED, False)
        assert ben.undo() == []


def test_a_flag_and_a_note_come_and_go(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["hans"])
    desk.flag(claim_id)
    desk.note(claim_id, " 去問財務長 ")
    row = desk.row(claim_id)
    assert row is not None and (row.flagged, row.noted, row.decided) == (True, True, False)
    assert queue.store.standing(claim_id, "ann").note == "去問財務長"
    assert len(desk.listing(Wanted(flagged=True))) == 1
    desk.flag(claim_id)
    desk.note(claim_id, "")
    row = desk.row(claim_id)
    assert row is not None and (row.flagged, row.noted) == (False, False)


def test_claims_decided_together_are_one_act(queue: Workspace) -> None:
    desk = queue.desk("ann")
    ids = [named(queue, TEXTS["en"]), named(queue, TEXTS["hant"])]
    desk.decide_together(ids, Verdict.CONTRADICTED)
    assert desk.progress().done == 2
    assert desk.progress().today == 1
    assert len(desk.undo()) == 2
    assert desk.progress().done == 0
    # One that rests on nothing leaves all undecided.
    alike = [*ids, named(queue, TEXTS["mixed"])]
    before = events(queue)
    with pytest.raises(NeedsEvidence):
        desk.decide_together(alike, Verdict.CONTRADICTED)
    assert events(queue) == before


@pytest.mark.parametrize("language", ["en", "hant", "hans", "mixed"])
def test_a_missed_claim_is_added_where_it_stands(queue: Workspace, language: str) -> None:
    desk = queue.desk("ann")
    article = next(card for card in queue.store.articles() if str(card.path).endswith(f"{language}.md"))
    text = queue.store.document(article.id).text
    start, end = text.index("2025") - 3, text.index("2025") + 12
    total = desk.progress().total
    claim_id = desk.add_claim(article.id, start, end)
    claim = queue.store.claim(claim_id)
    assert claim is not None
    assert claim.quote == text[claim.start : claim.end] == text[start:end].strip()
    item = desk.item(claim_id)
    assert (item.added_by, item.finding, item.row.suggested) == ("ann", None, None)
    assert desk.progress().total == total + 1
    order = [row.claim_id for row in desk.listing(Wanted(article=article.id), Order.ARTICLE).page(0, 99)]
    starts = [c.start for one in order if (c := queue.store.claim(one)) is not None]
    assert starts == sorted(starts)
    with pytest.raises(UsageError, match="found a claim of exactly these words"):
        desk.add_claim(article.id, start, end)
    # Checking the article again keeps it, with a suggestion.
    list(queue.check([str(article.path)], again=True))
    assert desk.item(claim_id).finding is not None
    assert queue.store.verify() == []
    desk.undo()
    assert desk.progress().total == total
    desk.redo()
    assert desk.progress().total == total + 1


def test_a_claim_is_checked_again_in_place(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["en"])
    others = {one.claim.id: one for one in queue.findings() if one.claim.id != claim_id}
    desk.made_by = queue.provenance
    assert desk.item(claim_id).stale == ()
    queue.remove_source(next(card.id for card in queue.sources() if card.title == "Regulator clears Lark-9"))
    assert desk.item(claim_id).stale == ("corpus",)
    assert {row.stale for row in desk.listing().page(0, 99)} == {True}
    queue.check_again(claim_id)
    item = desk.item(claim_id)
    assert item.stale == ()
    assert item.finding is not None and item.finding.suggestion.verdict is not Verdict.CONTRADICTED
    assert [row.claim_id for row in desk.listing(Wanted(stale=True)).page(0, 99)].count(claim_id) == 0
    assert {one.claim.id: one for one in queue.findings() if one.claim.id != claim_id} == others


def test_other_models_make_a_suggestion_stale(queue: Workspace) -> None:
    from dataclasses import replace

    claim_id = named(queue, TEXTS["hans"])
    desk = Desk(queue.store, "ann", made_by=replace(queue.provenance, judge="another@1", version="9"))
    assert desk.item(claim_id).stale == ("judge", "version")
    assert len(desk.listing(Wanted(stale=True))) == len(desk.listing())


def test_rewording_puts_a_new_claim_in_place_of_the_old(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["en"])
    total = desk.progress().total
    (new,) = desk.reword(claim_id, ["Veltron sold 450,000  Lark-9 chips in H1 2025"])
    claim, old = queue.store.claim(new), queue.store.claim(claim_id)
    assert claim is not None and old is not None
    assert claim.text == "Veltron sold 450,000 Lark-9 chips in H1 2025"
    assert (claim.quote, claim.start, claim.end) == (old.quote, old.start, old.end)
    assert desk.listing().place(claim_id) is None
    assert desk.listing().place(new) is not None
    assert desk.progress().total == total
    assert queue.store.reviews_of(claim_id)[0].claims == (new,)
    desk.undo()
    assert (desk.listing().place(claim_id) is None, desk.listing().place(new)) == (False, None)
    with pytest.raises(UsageError, match="found the same"):
        desk.reword(claim_id, [old.text])
    with pytest.raises(UsageError, match="found no words"):
        desk.reword(claim_id, ["  ", ""])


def test_splitting_makes_several_and_one_undo_makes_them_one(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["mixed"])
    total = desk.progress().total
    first, second = desk.reword(claim_id, ["QM-7算力達到400 TFLOPS", "QM-7接近Lark-9"])
    assert desk.progress().total == total + 1
    assert first != second
    assert len(desk.undo()) == 3
    assert desk.progress().total == total
    assert desk.item(claim_id).row.claim_id == claim_id


def test_a_passage_found_or_typed_is_put_with_the_evidence(queue: Workspace) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["en"])
    shown = {one.passage.id for one in desk.item(claim_id).evidence}
    hit = next(hit for hit in queue.search("啟明半導體 營收", top=9) if hit.passage.id not in shown)
    desk.bring(claim_id, hit.passage.id)
    made = desk.bring_typed(claim_id, "Lark-9：出貨45萬顆。", "https://example.org/call")
    item = desk.item(claim_id)
    brought = {one.passage.text: one for one in item.evidence if one.brought_by == "ann"}
    assert set(brought) == {hit.passage.text, "Lark-9：出貨45萬顆。"}
    typed = brought["Lark-9：出貨45萬顆。"]
    assert (typed.source.url, typed.evidence) == ("https://example.org/call", None)
    assert (0, 6) in typed.matched
    assert made.evidence == (typed.passage.id,)
    assert set(desk.decide(claim_id, Verdict.SUPPORTED).evidence) == {hit.passage.id, typed.passage.id}
    # It is evidence, not a source: no search finds it, and the page at its address is unread.
    assert all(one.passage.id != typed.passage.id for one in queue.search("Lark-9 出貨45萬顆", top=50))
    assert queue.store.stats()["sources"] == 3
    assert queue.store.verify() == []
    desk.undo()
    desk.undo()
    assert [one.passage.id for one in desk.item(claim_id).evidence if one.brought_by] == [hit.passage.id]


@pytest.mark.parametrize(
    "url", ["", "example.org", "javascript:alert(1)", "http://[", "https://a b", "file:///etc"]
)
def test_a_typed_passage_needs_a_web_address(queue: Workspace, url: str) -> None:
    desk, claim_id = queue.desk("ann"), named(queue, TEXTS["en"])
    with pytest.raises(UsageError, match="Wanted the source's address"):
        desk.bring_typed(claim_id, "words", url)
    assert events(queue) == []


def test_recent_decisions_come_latest_first_with_what_was_taken_back(queue: Workspace) -> None:
    desk = queue.desk("ann")
    first, second = named(queue, TEXTS["en"]), named(queue, TEXTS["hant"])
    desk.decide(first, Verdict.CONTRADICTED)
    desk.flag(first)
    desk.dismiss([second])
    desk.undo()
    found = desk.recent()
    assert [(one.claim_id, one.act, one.taken_back) for one in found] == [
        (second, Act.DISMISSED, True),
        (first, Act.DECIDED, False),
    ]
    assert found[1].text == TEXTS["en"]
    assert len(desk.recent(1)) == 1


def test_what_stands_can_be_made_anew_from_the_events(queue: Workspace) -> None:
    desk = queue.desk("ann")
    desk.decide(named(queue, TEXTS["en"]), Verdict.CONTRADICTED, note="seen")
    desk.dismiss([named(queue, TEXTS["hant"])])
    desk.flag(named(queue, TEXTS["hans"]))
    desk.undo()

    def tables() -> str:
        return json.dumps(
            [
                [tuple(row) for row in queue.store._rows(f"SELECT * FROM {name} ORDER BY claim_id")]
                for name in ("standings", "verdicts")
            ]
        )

    before = tables()
    queue.store.remake_standings()
    assert tables() == before
