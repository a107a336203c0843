"""Looking: at whole texts, for words anywhere, and at other parts of the queue."""

from __future__ import annotations

from dataclasses import replace

from factcheck import Workspace
from factcheck.model import Hit
from factcheck.queue import Order, Wanted
from factcheck.review.lookup import Found, Place, look_up
from tui.hands.hand import Hand
from tui.paint import steady
from tui.windows.filters import FiltersWindow
from tui.windows.finder import Finder
from tui.windows.finds import TYPED, found_lines, hit_lines, typed_passage
from tui.windows.reader import Reader

_SEARCHED = 20
"""Passages that a search for evidence offers."""


class Looking(Hand):
    """What is read and found."""

    def search(self) -> None:
        sight = self._desk.sight

        async def find(words: str) -> Found:
            return await self._screen.review_app.background.run(
                lambda workspace: look_up(replace(sight, store=workspace.store), words)
            )

        finder = Finder(
            self._speech, self._speech("find"), find, lambda found, _: found_lines(found, self._speech)
        )
        self._screen.open(finder, self._open_found)

    def _open_found(self, target: object) -> None:
        if isinstance(target, str):
            self._screen.go_to(target)
        elif isinstance(target, Place):
            document = self._desk.document(target.card.id)
            place = (target.start, target.start + 1)
            self._screen.app.push_screen(Reader(self._speech, document.card, document.text, place))

    def filters(self) -> None:
        item = self._screen.item
        here = item.article if item else None

        def chosen(wanted: Wanted) -> None:
            if wanted != self._screen.wanted:
                self._screen.choose(wanted, self._screen.order)

        self._screen.open(FiltersWindow(self._speech, self._screen.wanted, here), chosen)

    def disputes(self) -> None:
        if self._desk.adjudicating:
            self._to_own_queue()
            return
        count = len(self._desk.listing(Wanted(disputed=True)))
        if not count:
            self._tell(self._speech("no_disputes"))
            return
        screen = self._screen
        screen.left = (screen.wanted, screen.order, screen.claim_id)
        self._desk.adjudicate(True)
        screen.choose(Wanted(disputed=True), screen.order)
        self._tell(self._speech("to_settle", count=count, key=screen.key("disputes")))

    def _to_own_queue(self) -> None:
        screen = self._screen
        wanted, order, claim_id = screen.left or (Wanted(), screen.order, None)
        screen.leave_disputes()
        screen.choose(wanted, order)
        place = screen.rows.listing.place(claim_id) if claim_id else None
        if place is not None:
            screen.go(place)

    def sort(self) -> None:
        orders = list(Order)
        following = orders[(orders.index(self._screen.order) + 1) % len(orders)]
        self._screen.choose(self._screen.wanted, following)
        self._tell(self._speech(following))

    def source(self) -> None:
        chosen = self._screen.evidence.chosen
        if chosen is None:
            self._tell(self._speech("no_passage", key=self._screen.key("add_evidence")))
            return
        document = self._desk.document(chosen.source.id)
        place = (chosen.passage.start, chosen.passage.end)
        self._screen.app.push_screen(Reader(self._speech, chosen.source, document.text, place))

    def open_passage(self) -> None:
        self.source()

    def open_article(self) -> None:
        item = self._screen.item
        if item is None or item.article is None:
            self._tell(self._speech("typed"))
            return
        text = self._desk.document(item.article.id).text
        place = (item.claim.start, item.claim.end)
        self._screen.app.push_screen(Reader(self._speech, item.article, text, place))

    def add_evidence(self) -> None:
        claim_id = self._claim
        if claim_id is None:
            return

        async def find(words: str) -> list[Hit]:
            if typed_passage(words):
                return []

            def work(workspace: Workspace) -> list[Hit]:
                return workspace.search(words, top=_SEARCHED)

            return await self._screen.review_app.background.run(work)

        def add(target: object) -> None:
            if isinstance(target, Hit):
                self._desk.bring(claim_id, target.passage.id)
            elif isinstance(target, tuple) and target[:1] == (TYPED,):
                _, url, words = target
                self._desk.bring_typed(claim_id, words, url)
            else:
                return
            self._screen.written()

        item = self._screen.item
        finder = Finder(
            self._speech,
            self._speech("find_passage"),
            find,
            lambda hits, words: hit_lines(hits, words, self._speech),
            initial=steady(item.claim.text) if item else "",
        )
        self._screen.open(finder, add)
