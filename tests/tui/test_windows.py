"""The windows over the screen: searching, filtering, reading, marking, rewording, deciding together."""

from __future__ import annotations

import pytest
from sittings import NARROW, WIDE, Sitting, sit

from factcheck import Workspace
from factcheck.model import Verdict
from factcheck.queue import Act, Order
from tui.windows.alike import Alike
from tui.windows.editor import Editor
from tui.windows.filters import FiltersWindow
from tui.windows.finder import Finder
from tui.windows.help import Help
from tui.windows.marker import Marker
from tui.windows.reader import Reader
from tui.windows.window import ListPage


@pytest.mark.parametrize("words", ["啟明半導體", "启明半导体"])
def test_search_finds_a_claim_in_either_script_and_goes_to_it(queue: Workspace, words: str) -> None:
    async def act(here: Sitting) -> None:
        await here.press("slash")
        window = here.app.screen
        assert isinstance(window, Finder)
        await here.type(words)
        await here.until(lambda: window.query_one(ListPage).chosen is not None)
        await here.press("enter")
        assert here.screen.item is not None
        assert here.screen.item.claim.text[:5] in ("啟明半導體", "启明半导体")

    sit(queue, act)


def test_search_opens_a_source_at_the_words(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("slash")
        await here.type("Harbour Trade Office approved")
        window = here.app.screen
        await here.until(lambda: window.query_one(ListPage).chosen is not None)
        await here.press("end", "enter")
        assert isinstance(here.app.screen, Reader)
        assert "Harbour" in here.shown()
        await here.press("escape")
        assert here.back

    sit(queue, act)


def test_nothing_found_is_said(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("slash")
        await here.type("zzzz")
        await here.until(lambda: "Nothing found" in here.shown())

    sit(queue, act)


def test_a_passage_is_searched_for_and_added(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = str(here.screen.claim_id)
        await here.press("a")
        await here.type("数据中心 revenue")
        window = here.app.screen
        await here.until(lambda: window.query_one(ListPage).chosen is not None)
        hit = window.query_one(ListPage).chosen
        await here.press("enter")
        (event,) = queue.store.reviews_of(claim_id)
        assert (event.event, event.evidence) == (Act.BROUGHT, (hit.passage.id,))  # type: ignore[attr-defined]
        assert "added by ann" in here.shown()

    sit(queue, act)


def test_a_passage_is_typed_with_its_address(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = str(here.screen.claim_id)
        await here.press("a")
        await here.type("https://example.org/call | 2.5 billion, the CFO said")
        window = here.app.screen
        await here.until(lambda: window.query_one(ListPage).chosen is not None)
        await here.press("enter")
        (event,) = queue.store.reviews_of(claim_id)
        passage = queue.store.passage_by_id(event.evidence[0])
        assert passage.text == "2.5 billion, the CFO said"
        assert queue.store.card(passage.document_id).url == "https://example.org/call"

    sit(queue, act)


def test_filters_change_the_queue_and_clear(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        every = here.screen.rows.total
        await here.press("o", "j", "j", "space", "space", "escape")
        assert here.screen.wanted.suggested is Verdict.CONTRADICTED
        assert 0 < here.screen.rows.total < every
        assert "filtered" in here.shown()
        await here.press("o")
        assert isinstance(here.app.screen, FiltersWindow)
        await here.press("ctrl+r", "o")
        assert here.screen.rows.total == every
        await here.press("o", "space", "escape")
        assert here.screen.item is not None and here.screen.item.article is not None
        assert here.screen.wanted.article == here.screen.item.article.id

    sit(queue, act)


def test_the_order_goes_round(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = here.screen.claim_id
        for order in (Order.CONFIDENCE, Order.ARTICLE, Order.PRIORITY):
            await here.press("t")
            assert (here.screen.order, here.screen.claim_id) == (order, claim_id)

    sit(queue, act)


def test_the_whole_source_opens_at_the_passage(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("v")
        assert isinstance(here.app.screen, Reader)
        item = here.screen.item
        assert item is not None
        assert item.evidence[0].passage.text[:10] in here.shown()
        await here.press("escape", "2", "enter")
        assert isinstance(here.app.screen, Reader)
        assert item.claim.quote[:10] in here.shown()

    sit(queue, act, size=NARROW)


@pytest.mark.parametrize("language", ["en", "hant", "hans", "mixed"])
def test_a_missed_claim_is_marked_and_checked(queue: Workspace, language: str) -> None:
    async def act(here: Sitting) -> None:
        place = next(
            place
            for place, row in enumerate(here.screen.rows.listing.page(0, 99))
            if str(queue.store.card(str(row.article_id)).path).endswith(f"{language}.md")
        )
        here.screen.go(place)
        total = here.screen.rows.total
        await here.press("i")
        window = here.app.screen
        assert isinstance(window, Marker)
        await here.press("left", "left")
        start, end = window._page.span
        await here.press("enter")
        await here.until(lambda: "Checked again" in here.said)
        assert here.screen.rows.total == total + 1
        item = here.screen.item
        assert item is not None and item.article is not None and item.finding is not None
        text = queue.store.document(item.article.id).text
        assert item.claim.quote == text[start:end].strip() == text[item.claim.start : item.claim.end]
        assert "written by you" in here.shown().replace("\n", " ")
        await here.press("z")
        assert here.screen.rows.total == total

    sit(queue, act)


def test_a_marked_stretch_grows_and_shrinks(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("i")
        window = here.app.screen
        assert isinstance(window, Marker)
        page = window._page
        for _ in range(9):
            await here.press("k")
        first = page.span
        await here.press("J")
        assert page.span[0] == first[0] and page.span[1] > first[1]
        await here.press("K")
        assert page.span == first
        await here.press("L")
        assert page.span[0] > first[0]
        await here.press("H", "h", "l")
        assert page.span == first
        await here.press("j")
        assert page.span[0] >= first[1]
        await here.press("escape")
        assert queue.store.last_event() == 0

    sit(queue, act)


def test_a_claim_is_reworded_and_split(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id, total = str(here.screen.claim_id), here.screen.rows.total
        await here.press("w")
        assert isinstance(here.app.screen, Editor)
        await here.press("ctrl+s")
        assert queue.store.reviews_of(claim_id) == []
        await here.press("w", "!", "enter", "2", " ", "x", "ctrl+s")
        await here.until(lambda: "Checked again" in here.said)
        assert here.screen.rows.total == total + 1
        (event,) = queue.store.reviews_of(claim_id)
        assert event.event is Act.REPLACED
        texts = [claim.text for one in event.claims if (claim := queue.store.claim(one))]
        assert (texts[0][-1], texts[1]) == ("!", "2 x")

    sit(queue, act)


def test_near_identical_claims_are_shown_then_decided_together(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim = next(one.claim for one in queue.findings() if one.claim.text.startswith("啟明半導體"))
        desk = here.desk
        twin = desk.reword(
            claim.id,
            ["啟明半導體的QM-7晶片算力達到400 TFLOPS", "启明半导体的QM-7晶片算力达到400 TFLOPS。"][1:],
        )
        here.screen.renew(twin[0])
        await here.press("m")
        await here.until(lambda: isinstance(here.app.screen, Alike))
        before = queue.store.last_event()
        window = here.app.screen
        assert isinstance(window, Alike)
        ids = {row.claim_id for row in window._rows}
        assert twin[0] in ids and len(ids) == 2
        await here.press("u")
        assert queue.store.last_event() == before + 2
        assert {event.claim_id for _, event in queue.store.events_after(before)} == ids
        assert here.desk.progress().done == 2
        await here.press("z")
        assert here.desk.progress().done == 0

    sit(queue, act)


def test_none_alike_is_said(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        here.screen.go_to(next(one.claim.id for one in queue.findings() if "80億" in one.claim.text))
        await here.press("m")
        await here.until(lambda: "No near-identical claim" in here.said)

    sit(queue, act)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_help_lists_every_key_of_the_focused_pane(queue: Workspace, size: tuple[int, int]) -> None:
    async def act(here: Sitting) -> None:
        await here.press("3", "question_mark")
        window = here.app.screen
        assert isinstance(window, Help)
        listed = {target for _, target in window.query_one(ListPage)._entries if target}
        assert "open_passage" in listed and "open_claim" not in listed
        assert {"supported", "undo", "check_again"} <= listed
        await here.press("escape")
        assert here.back

    sit(queue, act, size=size)


def test_the_palette_finds_actions_by_name_in_either_language(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        claim_id = str(here.screen.claim_id)
        await here.press("ctrl+p")
        await here.until(lambda: here.app.screen is not here.screen)
        for char in "標旗":
            await here.pilot.press(char)
        await here.until(lambda: "flag" in here.shown().casefold())
        await here.press("enter")
        await here.until(lambda: queue.store.reviews_of(claim_id))
        assert queue.store.reviews_of(claim_id)[0].event is Act.FLAGGED

    sit(queue, act)


def test_the_language_of_the_labels_goes_round(queue: Workspace) -> None:
    async def act(here: Sitting) -> None:
        await here.press("L")
        assert "機器建議" in here.shown()
        await here.press("L")
        assert "机器建议" in here.shown()
        await here.press("L")
        assert "machine suggests" in here.shown()

    sit(queue, act)
