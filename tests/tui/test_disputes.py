"""The claims on which reviewers disagree, entered and left within a sitting, asserted in the database."""

from __future__ import annotations

import pytest
from sittings import NARROW, WIDE, Sitting, sit

from factcheck import Workspace
from factcheck.model import Verdict
from factcheck.queue import Wanted
from factcheck.review import Desk
from tui.words import Speech


def disputed(workspace: Workspace, number: int, *, opinions: int = 1) -> str:
    """A claim that two others decided differently; its id."""
    claim_id = workspace.findings()[number].claim.id
    Desk(workspace.store, "ben", opinions=opinions).decide(claim_id, Verdict.SUPPORTED, note="Ben knows why")
    Desk(workspace.store, "安", opinions=opinions).decide(claim_id, Verdict.CONTRADICTED, note="安知道")
    return claim_id


def acts(workspace: Workspace, reviewer: str = "ann") -> list[tuple[str, str, str | None, str | None]]:
    """Claim, event, verdict and note of every act of one reviewer."""
    found = workspace.store._rows(
        "SELECT claim_id, event, verdict, note FROM reviews WHERE reviewer = ? ORDER BY number", (reviewer,)
    )
    return [tuple(row) for row in found]


def queued(here: Sitting) -> list[str | None]:
    """The claims in the queue."""
    return [here.screen.rows.listing.claim_at(place) for place in range(here.screen.rows.total)]


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("tongue", ["en", "zh-Hant", "zh-Hans"])
def test_one_key_turns_to_the_disputes_and_back(queue: Workspace, size: tuple[int, int], tongue: str) -> None:
    both = {disputed(queue, 3), disputed(queue, 5)}

    async def act(here: Sitting) -> None:
        speech = Speech(tongue)
        every = queued(here)
        await here.press("j", "t")
        before = here.screen.claim_id
        await here.press("d")
        first, second = queued(here)
        assert {first, second} == both
        assert here.screen.claim_id == first
        shown = here.shown()
        assert speech("adjudicating") in shown and speech("disputed") in shown
        assert "ben" in shown and "安" in shown
        assert acts(queue) == []
        await here.press("c")
        assert here.screen.ask.waiting
        await here.type("announced 公告")
        assert acts(queue) == [(first, "adjudicated", "contradicted", "announced 公告")]
        assert queue.store.rulings()[str(first)].word == "contradicted"
        assert here.screen.claim_id == second
        await here.press("d")
        assert here.said == speech("own_queue")
        assert speech("adjudicating") not in here.shown()
        assert sorted(map(str, queued(here))) == sorted(map(str, every))
        assert here.screen.claim_id == before
        await here.press("u", "n")
        assert acts(queue)[1:] == [(before, "decided", "unverifiable", None)]
        await here.press("d")
        assert queued(here) == [second]
        await here.press("z")
        assert acts(queue)[-1][:2] == (before, "undone")

    sit(queue, act, size=size, tongue=tongue)


@pytest.mark.parametrize(("size", "tongue"), [(WIDE, "en"), (NARROW, "zh-Hans")])
def test_without_a_dispute_the_queue_stays(queue: Workspace, size: tuple[int, int], tongue: str) -> None:
    async def act(here: Sitting) -> None:
        every, claim_id = queued(here), here.screen.claim_id
        await here.press("d")
        assert here.said == Speech(tongue)("no_disputes")
        assert (queued(here), here.screen.claim_id) == (every, claim_id)
        await here.press("u", "k")
        assert acts(queue) == [(claim_id, "decided", "unverifiable", None)]

    sit(queue, act, size=size, tongue=tongue)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_dispute_that_waits_for_ones_own_opinion_is_not_shown(
    queue: Workspace, size: tuple[int, int]
) -> None:
    settled = disputed(queue, 0, opinions=3)
    Desk(queue.store, "cho", opinions=3).decide(settled, Verdict.UNVERIFIABLE)
    waiting = disputed(queue, 4, opinions=3)
    with Workspace(queue.folder.path, reviews=3) as workspace:

        async def act(here: Sitting) -> None:
            await here.press("d")
            assert queued(here) == [settled]
            assert "Ben knows why" in here.shown()
            here.screen.go_to(waiting)
            await here.pilot.pause()
            assert not here.desk.adjudicating
            assert "Ben knows" not in here.shown() and "ben" not in here.shown() and "≠" not in here.said
            await here.press("u", "n")
            assert acts(queue) == [(waiting, "decided", "unverifiable", None)]
            await here.press("d")
            assert set(queued(here)) == {settled, waiting}

        sit(workspace, act, size=size)


def test_going_to_another_claim_ends_settling(queue: Workspace) -> None:
    claim_id = disputed(queue, 3)

    async def act(here: Sitting) -> None:
        await here.press("u", "n")
        own = acts(queue)[0][0]
        await here.press("d", "b")
        assert here.screen.claim_id == own
        assert Speech()("adjudicating") not in here.shown()
        await here.press("u", "c")
        assert acts(queue)[-1] == (own, "decided", "unverifiable", None)
        assert queue.store.rulings()[claim_id].disputed

    sit(queue, act)


def test_who_came_to_adjudicate_can_review_and_go_back(queue: Workspace) -> None:
    claim_id = disputed(queue, 3)

    async def act(here: Sitting) -> None:
        assert queued(here) == [claim_id]
        await here.press("d")
        assert here.screen.rows.total == len(queue.findings())
        other = here.screen.rows.listing.next_undecided(0)
        assert other is not None
        here.screen.go(other)
        chosen = here.screen.claim_id
        await here.press("u", "n", "d")
        assert queued(here) == [claim_id]
        await here.press("x")
        await here.type("a headline")
        assert acts(queue, "chief") == [
            (chosen, "decided", "unverifiable", None),
            (claim_id, "adjudicated", None, "a headline"),
        ]

    sit(queue, act, reviewer="chief", adjudicating=True)


def test_filters_of_ones_own_come_back(queue: Workspace) -> None:
    disputed(queue, 3)

    async def act(here: Sitting) -> None:
        here.screen.choose(Wanted(undecided=True), here.screen.order)
        own = queued(here)
        await here.press("d", "d")
        assert (here.screen.wanted, queued(here)) == (Wanted(undecided=True), own)

    sit(queue, act)


def test_help_and_the_palette_have_it(queue: Workspace) -> None:
    claim_id = disputed(queue, 3)

    async def act(here: Sitting) -> None:
        await here.press("question_mark")
        assert "To the claims on which reviewers disagree" in here.shown()
        await here.press("escape", "ctrl+p")
        await here.until(lambda: not here.back)
        for char in "爭議":
            await here.pilot.press(char)
        await here.until(lambda: "disputes" in here.shown())
        await here.press("enter")
        await here.until(lambda: queued(here) == [claim_id])

    sit(queue, act)
