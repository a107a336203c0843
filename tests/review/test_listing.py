"""The queue's order and filters, and that it holds still while a person works through it."""

from __future__ import annotations

import pytest

from factcheck import Workspace
from factcheck.model import ClaimKind, Language, Verdict
from factcheck.queue import Order, Wanted


def test_priority_puts_what_is_worth_checking_and_unsure_first(queue: Workspace) -> None:
    desk = queue.desk("ann")
    rows = desk.listing(order=Order.PRIORITY).page(0, 99)
    scores = [row.check_worthiness * (1 - (row.confidence or 0) / 2) for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert len(rows) == len(desk.listing()) == len(queue.findings())
    surest = [row.confidence or 0 for row in desk.listing(order=Order.CONFIDENCE).page(0, 99)]
    assert surest == sorted(surest, reverse=True)
    in_order = [row.claim_id for row in desk.listing(order=Order.ARTICLE).page(0, 99)]
    assert in_order == [finding.claim.id for finding in queue.findings()]


def test_decided_claims_hold_their_place_until_the_queue_is_renewed(queue: Workspace) -> None:
    desk = queue.desk("ann")
    listing = desk.listing()
    before = [listing.claim_at(place) for place in range(len(listing))]
    first = str(before[0])
    desk.decide(first, Verdict.UNVERIFIABLE)
    assert [row.claim_id for row in listing.page(0, 99)] == before
    assert listing.page(0, 1)[0].verdict is Verdict.UNVERIFIABLE
    listing.renew()
    assert listing.place(first) == len(before) - 1


def test_the_next_undecided_goes_round(queue: Workspace) -> None:
    desk = queue.desk("ann")
    listing = desk.listing()
    last = len(listing) - 1
    assert listing.next_undecided(0) == 0
    desk.decide(str(listing.claim_at(last)), Verdict.UNVERIFIABLE)
    assert listing.next_undecided(last) == 0
    assert listing.next_undecided(len(listing)) == 0
    for place in range(len(listing)):
        desk.decide(str(listing.claim_at(place)), Verdict.UNVERIFIABLE)
    assert listing.next_undecided(3) is None


def test_places_beyond_the_ends_have_no_claim(queue: Workspace) -> None:
    listing = queue.desk("ann").listing()
    assert (listing.claim_at(-1), listing.claim_at(len(listing)), listing.place("absent")) == (
        None,
        None,
        None,
    )
    assert listing.page(len(listing), 5) == []
    listing.drop("absent")
    first = str(listing.claim_at(0))
    listing.drop(first)
    assert listing.place(first) is None


@pytest.mark.parametrize(
    ("wanted", "languages"),
    [
        (Wanted(language=Language.EN), {Language.EN}),
        (Wanted(language=Language.HANT), {Language.HANT}),
        (Wanted(language=Language.HANS), {Language.HANS}),
        (Wanted(kind=ClaimKind.FORECAST), {Language.HANT}),
        (Wanted(text="啟明半導體"), {Language.HANT, Language.HANS}),
        (Wanted(text="启明半导体"), {Language.HANT, Language.HANS}),
        (Wanted(text="ｌａｒｋ－９"), {Language.EN}),
        (Wanted(text="LARK-9 CHIP"), {Language.EN}),
    ],
)
def test_filters_choose(queue: Workspace, wanted: Wanted, languages: set[Language]) -> None:
    rows = queue.desk("ann").listing(wanted).page(0, 99)
    assert {row.language for row in rows} == languages


def test_filters_by_suggestion_confidence_article_and_decision(queue: Workspace) -> None:
    desk = queue.desk("ann")
    every = {finding.claim.id: finding for finding in queue.findings()}

    def found(**wanted: object) -> set[str]:
        return {row.claim_id for row in desk.listing(Wanted(**wanted)).page(0, 99)}  # type: ignore[arg-type]

    contradicted = {key for key, one in every.items() if one.suggestion.verdict is Verdict.CONTRADICTED}
    assert found(suggested=Verdict.CONTRADICTED) == contradicted != set()
    sure = {key for key, one in every.items() if one.suggestion.confidence >= 0.8}
    assert found(confidence=(0.8, 1.0)) == sure
    article = queue.store.articles()[1]
    assert found(article=article.id) == {k for k, one in every.items() if one.claim.document_id == article.id}
    chosen = next(iter(contradicted))
    desk.decide(chosen, Verdict.CONTRADICTED)
    assert found(verdict=Verdict.CONTRADICTED) == found(mine=True) == {chosen}
    assert found(undecided=True) == set(every) - {chosen}
    assert {row.claim_id for row in queue.desk("ben").listing(Wanted(mine=True)).page(0, 99)} == set()
