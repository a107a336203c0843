"""What articles, sources, notes and names say cannot steer, break or forge the screen."""

from __future__ import annotations

import unicodedata

import pytest
from rich.cells import cell_len
from sittings import NARROW, WIDE, Sitting, sit

from factcheck import Workspace
from factcheck.model import Document, Language
from factcheck.queue import Wanted

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07\x1b[31m[bold]x[/bold] [link=https://evil.example]y[/link] \u202eabc\u202c \u2066q\u2069 "
    "ab\u200bc 👨\u200d👩\u200d👧 🇹🇼 ❤\ufe0f e\u0301\u0301\u0301 \x85\x9b31m 輝達\t損失80億美元 "
    + "無空格" * 300
    + "w" * 500
    + " \U000e0041\ufdfd \ue000"
)


def hostile_claim(workspace: Workspace) -> str:
    article = Document(
        f"Before.\n{HOSTILE}\nAfter.", title=HOSTILE, url="https://example.org/\x1b", language=Language.MIXED
    )
    workspace.store.add_document(article)
    workspace.store.add_article(article.id)
    desk = workspace.desk("\x1b[31meve\u202e")
    claim_id = desk.add_claim(article.id, 8, 8 + len(HOSTILE))
    desk.note(claim_id, HOSTILE)
    desk.bring_typed(claim_id, HOSTILE, "https://example.org/x\u202e")
    return claim_id


def assert_steady(here: Sitting) -> None:
    width, height = here.app.size
    strips = here.app.screen._compositor.render_strips()
    assert len(strips) == height
    for strip in strips:
        assert cell_len(strip.text) == strip.cell_length == width, ascii(strip.text)
        for char in strip.text:
            assert unicodedata.category(char) not in ("Cc", "Cs"), ascii(strip.text)
            assert char not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200d\ufe0f", ascii(
                strip.text
            )


@pytest.mark.parametrize("size", [WIDE, NARROW, (40, 12)])
def test_a_hostile_article_breaks_no_pane_and_no_window(queue: Workspace, size: tuple[int, int]) -> None:
    claim_id = hostile_claim(queue)

    async def act(here: Sitting) -> None:
        here.screen.go_to(claim_id)
        await here.pilot.pause()
        for key in ("1", "2", "3", "4"):
            await here.press(key)
            assert_steady(here)
        for keys in (["3", "v"], ["2", "enter"], ["i"], ["w"], ["a"], ["n"], ["question_mark"], ["o"]):
            await here.press(*keys)
            await here.pilot.pause(0.05)
            assert_steady(here)
            await here.press("escape")
        await here.press("u", "n", "b")
        assert_steady(here)
        assert "\\x1b" in here.shown()

    sit(queue, act, size=size)


def test_what_is_shown_escaped_is_stored_as_it_stands(queue: Workspace) -> None:
    claim_id = hostile_claim(queue)

    async def act(here: Sitting) -> None:
        here.screen.go_to(claim_id)
        await here.press("w", "ctrl+s", "n", "enter")
        assert here.screen.claim_id == claim_id

    before = queue.store.last_event()
    sit(queue, act)
    assert queue.store.last_event() == before
    claim = queue.store.claim(claim_id)
    assert claim is not None and claim.quote == HOSTILE.strip()
    assert queue.desk("ann").listing(Wanted(text="輝達")).place(claim_id) is not None
