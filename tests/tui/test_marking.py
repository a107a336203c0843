"""Flags, notes, passages, another check and copies, with real keys, asserted in the database."""

from __future__ import annotations

from sittings import Sitting, sit

from factcheck import Workspace
from factcheck.queue import Act
from factcheck.store.rows import Review


def acts(workspace: Workspace, here: Sitting) -> list[Review]:
    return workspace.store.reviews_of(str(here.screen.claim_id))


def test_a_flag_goes_up_and_down(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("f")
        assert "flagged" in here.shown()
        await here.press("f")
        assert [event.event for event in acts(queue, here)] == [Act.FLAGGED, Act.UNFLAGGED]
        assert "⚑" not in here.shown()

    sit(queue, act)


def test_a_note_is_written_mended_and_left(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("n")
        await here.type("ask the CFO s c u x")
        await here.press("n", "end")
        await here.type("!")
        await here.press("n")
        for char in "lost":
            await here.pilot.press(char)
        await here.press("escape")
        assert [(one.event, one.note) for one in acts(queue, here)] == [
            (Act.NOTED, "ask the CFO s c u x"),
            (Act.NOTED, "ask the CFO s c u x!"),
        ]
        assert "note by you: ask the CFO s c u x!" in here.shown()
        # The keys are the queue's again.
        await here.press("f")
        assert acts(queue, here)[-1].event is Act.FLAGGED

    sit(queue, act)


def test_a_passage_is_pinned_excluded_and_let_go(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("3", "j")
        chosen = here.screen.evidence.chosen
        assert chosen is not None
        for _ in range(3):
            await here.press("e")
            now = here.screen.evidence.chosen
            assert now is not None and now.passage.id == chosen.passage.id
        assert [(one.event, one.evidence) for one in acts(queue, here)] == [
            (Act.PINNED, (chosen.passage.id,)),
            (Act.EXCLUDED, (chosen.passage.id,)),
            (Act.UNMARKED, (chosen.passage.id,)),
        ]

    sit(queue, act)


def test_a_stale_suggestion_says_so_and_is_checked_again_in_place(queue: Workspace) -> None:
    source = next(card for card in queue.sources() if card.title == "Regulator clears Lark-9")
    queue.remove_source(source.id)

    async def act(here: Sitting) -> None:
        claim_id = here.screen.claim_id
        assert "out of date (the sources have changed); r checks again" in here.shown()
        await here.press("r")
        await here.until(lambda: "Checked again" in here.said)
        assert here.screen.claim_id == claim_id
        assert here.screen.item is not None and here.screen.item.stale == ()
        row = here.screen.row
        assert row is not None and not row.stale

    sit(queue, act)


def test_the_claim_is_copied_with_its_evidence(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("y")
        item = here.screen.item
        assert item is not None and item.article is not None
        copied = here.app.clipboard
        assert copied.splitlines()[:2] == [item.claim.text, f"  {item.article.title}"]
        assert all(one.passage.text in copied for one in item.evidence)

    sit(queue, act)
