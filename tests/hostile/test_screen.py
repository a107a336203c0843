"""The review screen with hostile words in every place: drawn as they are, and a click on them does nothing."""

from __future__ import annotations

import pytest
from hostile.texts import CARRIERS, HTML, MARKUP, QUERIES, STEERING, carried, steers
from sittings import NARROW, WIDE, Sitting, sit
from textual.geometry import Offset

from factcheck import Workspace
from factcheck.model import Document, Language
from factcheck.queue import Order, Wanted

_LITERAL = {
    "click": MARKUP["click"],
    "style": MARKUP["style"],
    "unbalanced": MARKUP["unbalanced"],
    "script": HTML["script"],
    "jinja": "{{ 7*7 }} {x} %s $primary",
    "sql": QUERIES["sql"],
}


def hostile_claim(workspace: Workspace, text: str, language: str) -> str:
    """A claim with `text` in its words, title, author, note, reviewer and a passage that somebody brought."""
    words = carried(text, language)
    article = Document(
        f"{words}\n\nVeltron sold 5 chips.", title=text, author=text, url=text, language=Language(language)
    )
    workspace.store.add_document(article)
    workspace.store.add_article(article.id)
    desk = workspace.desk(f"{text} eve")
    claim = desk.add_claim(article.id, 0, len(words))
    desk.note(claim, text)
    desk.bring_typed(claim, f"{words} brought", "https://example.org/x")
    return claim


def drawn(here: Sitting) -> str:
    """What stands on the screen, in one line, without blanks and frames."""
    lines = here.shown().splitlines()
    return "".join("".join(lines).replace("│", "").replace("┃", "").split())


def assert_harmless(here: Sitting) -> None:
    shown = here.shown()
    assert steers(shown) == set(), ascii(shown)
    for strip in here.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            assert style is None or style.link is None, segment
            called = style.meta.get("@click") if style and style.meta else None
            # What the program itself makes clickable names an action of its own table.
            assert called is None or str(called).startswith(
                ("screen.do('", "app.command_palette", "app.tab")
            ), called


@pytest.mark.parametrize("name", _LITERAL)
def test_words_are_drawn_as_they_are_in_every_pane(queue: Workspace, name: str) -> None:
    text, language = _LITERAL[name], list(CARRIERS)[list(_LITERAL).index(name) % 4]
    claim = hostile_claim(queue, text, language)
    plain = "".join(text.split())

    async def act(here: Sitting) -> None:
        here.screen.go_to(claim)
        await here.pilot.pause()
        found = drawn(here)
        assert plain[:20] in found, found
        for key in ("1", "2", "3", "4"):
            await here.press(key)
            assert_harmless(here)
        for keys in (["3", "v"], ["2", "enter"], ["i"], ["w"], ["n"], ["question_mark"], ["o"], ["slash"]):
            await here.press(*keys)
            await here.pilot.pause(0.02)
            assert_harmless(here)
            await here.press("escape")

    sit(queue, act, size=WIDE, tongue="zh-Hant" if name in ("style", "jinja") else "en")


def test_a_click_on_such_words_does_nothing_that_they_say(queue: Workspace) -> None:
    claim = hostile_claim(queue, MARKUP["click"], "en")

    async def act(here: Sitting) -> None:
        here.screen.go_to(claim)
        await here.pilot.pause()
        lines = here.shown().splitlines()
        places = [(row, line.index("quit]")) for row, line in enumerate(lines) if "quit]" in line]
        assert places
        before = queue.store.last_event()
        for row, column in places:
            await here.pilot.click(offset=Offset(column, row))
            await here.pilot.pause()
            if not here.back:
                await here.press("escape")
        assert here.app.is_running and here.app.return_code is None
        assert queue.store.last_event() == before

    sit(queue, act)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_names_of_reviewer_and_folder_steer_nothing(queue: Workspace, size: tuple[int, int]) -> None:
    async def act(here: Sitting) -> None:
        assert_harmless(here)
        for key in ("s", "c", "f", "z"):
            await here.press(key)
            assert_harmless(here)
            if not here.back:
                await here.press("escape")

    sit(queue, act, reviewer=f"{STEERING['colour']}{MARKUP['click']}{STEERING['turned']}", size=size)


def test_what_is_typed_into_a_window_is_taken_as_words(queue: Workspace) -> None:
    claim = queue.store.queue_ids(Wanted(), Order.ARTICLE, reviewer="ann")[0]

    async def act(here: Sitting) -> None:
        here.screen.go_to(claim)
        for text in ("[red]x[/]", "{0} %s", "%", "NEAR(a) *", "[/]"):
            await here.press("slash")
            await here.type(text)
            await here.pilot.pause(0.05)
            assert_harmless(here)
            while not here.back:
                await here.press("escape")

    sit(queue, act)
