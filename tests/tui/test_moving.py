"""Moving between claims, panes and what was decided, by keys and by mouse."""

from __future__ import annotations

import pytest
from sittings import NARROW, Sitting, sit

from factcheck import Workspace
from tui.actions import Pane


def test_keys_move_in_the_queue_and_from_any_pane(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        last = here.screen.rows.total - 1
        for keys, place in (
            (["j"], 1), (["down"], 2), (["k"], 1), (["up", "up"], 0), (["end"], last), (["j"], last), (["home"], 0),
            (["3", "J"], 1), (["right"], 2), (["2", "K"], 1), (["left"], 0), (["G"], 0), (["1", "G"], last),
        ):  # fmt: skip
            await here.press(*keys)
            assert here.screen.position == place, keys

    sit(queue, act)


def test_next_open_passes_over_what_is_decided(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("j", "u", "n", "home", "g")
        assert here.screen.position == 2

    sit(queue, act)


@pytest.mark.parametrize("tongue", ["en", "zh-Hant"])
def test_at_eighty_columns_panes_take_turns_and_nothing_is_lost(queue: Workspace, tongue: str) -> None:
    async def act(here: Sitting) -> None:
        item = here.screen.item
        assert item is not None
        for key, pane, seen in (
            ("2", Pane.ARTICLE, item.claim.quote[:12]),
            ("3", Pane.EVIDENCE, item.evidence[0].passage.text[:12]),
            ("4", Pane.RECENT, here.screen.speech("nothing_yet")),
            ("1", Pane.QUEUE, ">"),
        ):
            await here.press(key)
            assert here.pane == pane
            assert seen in here.shown()
            assert item.claim.text[:20] in here.shown()
            assert here.screen.speech("suggests")[:4] in here.shown()
        await here.press("tab")
        assert here.pane == Pane.ARTICLE
        await here.press("shift+tab", "shift+tab")
        assert here.pane == Pane.RECENT

    sit(queue, act, size=NARROW, tongue=tongue)


def test_a_terminal_that_grows_and_shrinks_keeps_the_claim(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("j", "j")
        claim_id = here.screen.claim_id
        for size in ((160, 48), (80, 24), (40, 10), (300, 90), (80, 24)):
            await here.pilot.resize_terminal(*size)
            await here.pilot.pause()
            assert here.screen.claim_id == claim_id
            assert here.screen.narrow == (size[0] < 120)

    sit(queue, act, size=NARROW)


def test_the_last_ten_reopen_with_a_key_and_with_a_click(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        first = here.screen.claim_id
        await here.press("u", "n")
        second = here.screen.claim_id
        await here.press("u", "c")
        await here.press("b")
        assert here.screen.claim_id == second
        await here.press("b")
        assert here.screen.claim_id == first
        await here.press("4", "enter")
        assert here.screen.claim_id == second
        await here.pilot.click("#recent", offset=(5, 2))
        await here.pilot.pause()
        assert here.screen.claim_id == first

    sit(queue, act)


def test_the_mouse_works_in_queue_evidence_tabs_and_footer(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.pilot.click("#queue", offset=(6, 4))
        await here.pilot.pause()
        assert here.screen.position == 3
        await here.pilot.click("#footer", offset=(here.screen.query_one("#footer").size.width // 3, 0))
        lines = here.shown().splitlines()
        await here.pilot.click("#evidence", offset=(6, 3))
        await here.pilot.pause()
        assert here.pane == Pane.EVIDENCE
        spot = lines[-1].index("flag")
        await here.pilot.click("#footer", offset=(spot, 0))
        await here.pilot.pause()
        assert queue.store.reviews_of(str(here.screen.claim_id))

    sit(queue, act)


def test_a_click_on_a_tab_shows_its_pane(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        spot = here.shown().splitlines()[1].index("Evidence")
        await here.pilot.click("#tabs", offset=(spot, 0))
        await here.pilot.pause()
        assert here.pane == Pane.EVIDENCE

    sit(queue, act, size=NARROW)
