"""Deciding with real keys, asserted in the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sittings import NARROW, WIDE, Sitting, sit
from textual import events

from factcheck import Workspace
from factcheck.language.tongues import TONGUES
from factcheck.model import Reason, Stance, Verdict
from factcheck.queue import Act, Wanted
from factcheck.review import Desk, rulings
from factcheck.store import CheckedClaim
from tui.words import Speech


def rows(workspace: Workspace) -> list[tuple[str, str | None, str | None, str | None]]:
    """Claim, event, verdict and reason of every act in the database, oldest first."""
    found = workspace.store._rows("SELECT claim_id, event, verdict, reason FROM reviews ORDER BY number")
    return [tuple(row) for row in found]


def last(workspace: Workspace) -> tuple[str, str | None, str | None, str | None]:
    return rows(workspace)[-1]


def on(here: Sitting, verdict: Verdict) -> str:
    """Take a claim in hand whose suggestion is `verdict`; its id."""
    place = next(
        place for place, row in enumerate(here.screen.rows.listing.page(0, 99)) if row.suggested is verdict
    )
    here.screen.go(place)
    return str(here.screen.claim_id)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("tongue", ["en", "zh-Hant", "zh-Hans"])
def test_one_key_decides_and_moves_on(queue: Workspace, size: tuple[int, int], tongue: str) -> None:
    async def act(here: Sitting) -> None:
        claim_id = on(here, Verdict.SUPPORTED)
        await here.press("s")
        assert last(queue) == (claim_id, "decided", "supported", None)
        assert here.screen.claim_id not in (None, claim_id)
        row = here.screen.row
        assert row is not None and not row.decided
        claim_id = on(here, Verdict.CONTRADICTED)
        await here.press("c")
        assert last(queue) == (claim_id, "decided", "contradicted", None)
        assert here.desk.progress().done == 2
        assert ("2/9" in here.shown()) and "✗" in here.shown()

    sit(queue, act, size=size, tongue=tongue)


@pytest.mark.parametrize(
    ("key", "reason"), [("n", Reason.NO_EVIDENCE), ("c", Reason.CONFLICTING), ("k", Reason.NOT_CHECKABLE)]
)
def test_unverifiable_asks_why_with_one_key(queue: Workspace, key: str, reason: Reason) -> None:
    async def act(here: Sitting) -> None:
        claim_id = str(here.screen.claim_id)
        await here.press("u")
        assert "Why unverifiable?" in here.said
        assert rows(queue) == []
        await here.press("s")
        assert rows(queue) == []
        assert here.screen.claim_id == claim_id
        await here.press("u", key)
        assert last(queue) == (claim_id, "decided", "unverifiable", reason)

    sit(queue, act)


def test_space_accepts_the_suggestion_and_nothing_else_does(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        for key in (
            "j",
            "k",
            "tab",
            "shift+tab",
            "g",
            "1",
            "2",
            "3",
            "4",
            "home",
            "end",
            "pagedown",
            "enter",
        ):
            await here.press(key)
        assert rows(queue) == []
        await here.press("1")
        claim_id = on(here, Verdict.CONTRADICTED)
        await here.press("space")
        assert last(queue) == (claim_id, "decided", "contradicted", None)

    sit(queue, act)


def test_no_claim_leaves_the_queue_and_undo_brings_it_back(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = str(here.screen.claim_id)
        total = here.screen.rows.total
        await here.press("x")
        assert last(queue) == (claim_id, "dismissed", None, None)
        assert (here.screen.rows.total, here.screen.rows.listing.place(claim_id)) == (total - 1, None)
        await here.press("z")
        assert (here.screen.rows.total, here.screen.claim_id) == (total, claim_id)
        assert "Taken back" in here.said

    sit(queue, act)


def test_undo_and_redo_reach_over_sittings(queue: Workspace) -> None:
    first: list[str] = []

    async def decide(here: Sitting) -> None:
        first.append(on(here, Verdict.SUPPORTED))
        await here.press("s")

    async def take_back(here: Sitting) -> None:
        await here.press("z")
        assert here.screen.claim_id == first[0]
        assert here.desk.progress().done == 0
        await here.press("z")
        assert "Nothing of yours" in here.said
        await here.press("Z")
        assert here.desk.progress().done == 1
        await here.press("Z")
        assert "Nothing to do again" in here.said

    sit(queue, decide)
    sit(queue, take_back)
    assert [event for _, event, _, _ in rows(queue)] == ["decided", "undone", "redone"]


def without_support(here: Sitting) -> str:
    """A claim that no passage supports, in hand."""
    for place in range(here.screen.rows.total):
        here.screen.go(place)
        item = here.screen.item
        assert item is not None
        if not any(one.evidence and one.evidence.stance is Stance.SUPPORTS for one in item.evidence):
            return item.claim.id
    raise AssertionError("every claim is supported")


def test_a_verdict_without_a_passage_asks_once_for_a_note(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = without_support(here)
        await here.press("s")
        assert rows(queue) == []
        assert "no passage says so" in here.said
        await here.press("escape")
        assert rows(queue) == []
        await here.press("s")
        await here.type("told by phone")
        assert last(queue) == (claim_id, "decided", "supported", None)
        (event,) = queue.store.reviews_of(claim_id)
        assert (event.note, event.evidence) == ("told by phone", ())
        here.screen.go_to(claim_id)
        await here.press("s")
        assert [one for one in rows(queue) if one[0] == claim_id] == [last(queue)] * 2

    sit(queue, act)


def test_enter_rests_the_verdict_on_the_passage_in_view(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = without_support(here)
        await here.press("3", "j")
        chosen = here.screen.evidence.chosen
        assert chosen is not None
        await here.press("s", "enter")
        (event,) = queue.store.reviews_of(claim_id)
        assert (event.verdict, event.evidence) == (Verdict.SUPPORTED, (chosen.passage.id,))

    sit(queue, act)


def test_when_all_is_decided_the_screen_says_so(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        for _ in range(here.screen.rows.total):
            await here.press("u", "n")
        assert "Every claim here has a decision" in here.said
        assert here.desk.progress().done == here.desk.progress().total == len(queue.findings())
        await here.press("g")
        assert "Every claim here has a decision" in here.said

    sit(queue, act)


def test_an_empty_queue_takes_every_key_calmly(tmp_path: object) -> None:
    with Workspace(str(tmp_path)) as workspace:
        workspace.folder.create()

        async def act(here: Sitting) -> None:
            assert "No claim is in the queue" in here.shown().replace("\n", " ")
            for name in here.screen.actions:
                if name != "quit":
                    here.screen.action_do(name)
                    await here.pilot.pause()
                    await here.press("escape")

        sit(workspace, act)
        assert rows(workspace) == []


def test_what_another_decides_is_seen_within_two_seconds(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = str(here.screen.claim_id)
        with Workspace(queue.folder.path) as other:
            other.desk("ben").decide(claim_id, Verdict.UNVERIFIABLE)
        await here.pilot.pause(1.5)
        assert "ben decided" in here.said
        row = here.screen.row
        assert row is not None and row.verdict is Verdict.UNVERIFIABLE
        assert "(ben)" in here.shown()
        await here.press("z")
        assert [event.event for event in queue.store.reviews_of(claim_id)] == [Act.DECIDED]

    sit(queue, act)


def test_a_suggestion_is_never_shown_as_a_decision(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        lines = here.shown().splitlines()
        assert sum("(✓)" in line or "(✗)" in line for line in lines) >= here.screen.rows.total
        assert not any(sign in line.replace(f"({sign})", "") for line in lines for sign in "✓✗")
        assert "machine suggests" in here.shown()
        assert here.desk.listing(Wanted(verdict=Verdict.SUPPORTED)).claim_at(0) is None

    sit(queue, act)


def test_keys_typed_ahead_are_taken_in_their_order(queue: Workspace) -> None:
    """Faster than the screen draws: questions get their answers, words stay words, commands commands."""

    async def act(here: Sitting) -> None:
        first, second = (str(here.screen.rows.listing.claim_at(place)) for place in (0, 1))
        typed = ["n", *"s c u", "enter", "u", "n", "f", "n", *"x", "left", *"w", "enter", "u", "c", "z"]
        for key in typed:
            char = {"enter": "\r"}.get(key, key if len(key) == 1 else None)
            here.app.post_message(events.Key({" ": "space"}.get(key, key), char))
        await here.until(lambda: queue.store.last_event() == 6)
        assert [(one[1].claim_id, one[1].event, one[1].note) for one in queue.store.events_after(0)] == [
            (first, "noted", "s c u"),
            (first, "decided", None),
            (second, "flagged", None),
            (second, "noted", "wx"),
            (second, "decided", None),
            (second, "undone", None),
        ]

    sit(queue, act)


def test_the_reasons_can_be_clicked(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = str(here.screen.claim_id)
        await here.press("u")
        spot = here.shown().splitlines()[-2].index("conflicting")
        await here.pilot.click("#said", offset=(spot, 0))
        await here.pilot.pause()
        assert last(queue) == (claim_id, "decided", "unverifiable", "conflicting")
        await here.press("u")
        spot = here.shown().splitlines()[-2].index("keep open")
        await here.pilot.click("#said", offset=(spot, 0))
        await here.press("f")
        assert last(queue)[1] == "flagged"

    sit(queue, act)


def test_a_changed_verdict_asks_for_its_reason(queue: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulings, "SLIP", timedelta(0))

    async def act(here: Sitting) -> None:
        await here.press("u", "n", "k")
        claim_id = here.screen.claim_id
        assert claim_id is not None
        await here.press("x")
        assert "why" in here.said
        await here.press("escape")
        assert here.desk.store.standing(claim_id, "ann").verdict is Verdict.UNVERIFIABLE
        await here.press("x")
        await here.type("a headline")
        standing = here.desk.store.standing(claim_id, "ann")
        assert standing.dismissed
        assert here.desk.store.reviews_of(claim_id)[-1].note == "a headline"

    sit(queue, act)


@pytest.mark.parametrize(("size", "tongue"), [(WIDE, "en"), (NARROW, "zh-Hant"), (NARROW, "zh-Hans")])
def test_a_dispute_is_adjudicated_with_a_reason(queue: Workspace, size: tuple[int, int], tongue: str) -> None:
    claim_id = queue.findings()[3].claim.id
    queue.desk("ann").decide(claim_id, Verdict.SUPPORTED, note="a")
    queue.desk("安").decide(claim_id, Verdict.CONTRADICTED, note="b")

    async def act(here: Sitting) -> None:
        assert here.screen.claim_id == claim_id and here.screen.rows.total == 1
        assert "安" in here.shown() and Speech(tongue)("adjudicating") in here.shown()
        await here.press("c")
        assert here.screen.ask.waiting
        await here.type("announced")
        assert here.desk.store.rulings()[claim_id].word == "contradicted"

    sit(queue, act, reviewer="chief", size=size, tongue=tongue, adjudicating=True)
    ruling = queue.store.rulings()[claim_id]
    assert ruling.adjudication is not None
    assert (ruling.adjudication.reviewer, ruling.adjudication.note) == ("chief", "announced")


def test_what_another_said_is_hidden_until_one_has_decided(queue: Workspace) -> None:
    claim_id = queue.findings()[0].claim.id
    Desk(queue.store, "ben", opinions=2).decide(claim_id, Verdict.SUPPORTED, note="Ben knows why")
    with Workspace(queue.folder.path, reviews=2) as workspace:

        async def act(here: Sitting) -> None:
            here.screen.go_to(claim_id)
            await here.pilot.pause()
            assert "Ben knows" not in here.shown() and "ben" not in here.shown()
            await here.press("u", "n")
            here.screen.go_to(claim_id)
            await here.pilot.pause()
            assert "Ben knows" in here.shown()

        sit(workspace, act)


def test_a_match_is_confirmed_with_one_key(queue: Workspace) -> None:
    claim = queue.findings()[0].claim
    checked = CheckedClaim(
        claim.text, "False", "A Desk", "https://desk.example/1", ruling=Verdict.CONTRADICTED
    )
    queue.store.add_checked_claims([checked])
    queue.check_again(claim.id)

    async def act(here: Sitting) -> None:
        here.screen.go_to(claim.id)
        await here.pilot.pause()
        assert "A Desk" in here.shown()
        assert here.desk.store.standing(claim.id, "ann").verdict is None
        await here.press("equals_sign")
        standing = here.desk.store.standing(claim.id, "ann")
        assert standing.verdict is Verdict.CONTRADICTED
        assert standing.note is not None and "https://desk.example/1" in standing.note
        here.screen.go(1)
        await here.press("equals_sign")
        assert here.said == Speech("en")("no_match")

    sit(queue, act)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("tongue", TONGUES)
def test_a_question_for_words_can_be_read_whole(queue: Workspace, size: tuple[int, int], tongue: str) -> None:
    async def act(here: Sitting) -> None:
        await here.press("n")
        assert Speech(tongue)("note") in here.shown()
        await here.type("記下 noted")
        assert here.desk.store.standing(str(here.screen.claim_id), "ann").note == "記下 noted"

    sit(queue, act, size=size, tongue=tongue)
