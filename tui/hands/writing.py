"""Writing: claims that the machine missed or worded badly, and several decided as one."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.errors import FactcheckError
from factcheck.model import Reason, Verdict
from factcheck.queue import QueueRow
from factcheck.review.alike import near_identical
from tui.hands.hand import Hand
from tui.paint import steady
from tui.windows.alike import Alike, Together
from tui.windows.editor import Editor
from tui.windows.marker import Marker


class Writing(Hand):
    """What changes which claims there are, or decides many."""

    def add_claim(self) -> None:
        item = self._screen.item
        if item is None or item.article is None:
            self._tell(self._speech("typed"))
            return
        article = item.article
        text = self._desk.document(article.id).text

        def marked(span: tuple[int, int]) -> None:
            self._added(self._desk.add_claim(article.id, *span))

        window = Marker(self._speech, article, text, (item.claim.start, item.claim.end))
        self._screen.open(window, marked)

    def _added(self, claim_id: str) -> None:
        self._screen.renew(claim_id)
        self._tell(self._speech("claim_added"))
        self._screen.action_do("check_again")

    def reword(self) -> None:
        claim_id, item = self._claim, self._screen.item
        if claim_id is None or item is None:
            return

        shown = steady(item.claim.text)

        def store(text: str) -> None:
            lines = [line for line in text.splitlines() if line.strip()]
            if lines and lines != [shown]:
                self._replaced(self._desk.reword(claim_id, lines))

        self._screen.open(Editor(self._speech, shown), store)

    def _replaced(self, ids: Sequence[str]) -> None:
        self._screen.renew(ids[0])
        self._tell(self._speech("reworded", count=len(ids), key=self._screen.key("undo")))
        self._screen.action_do("check_again")

    def together(self) -> None:
        claim_id = self._claim
        if claim_id is not None:
            self._tell(self._speech("searching"))
            self._screen.run_worker(self._find_alike(claim_id), group="alike", exclusive=True)

    async def _find_alike(self, claim_id: str) -> None:
        try:
            found = await self._screen.review_app.background.run(
                lambda workspace: near_identical(workspace.store, claim_id)
            )
        except FactcheckError as error:
            self._tell(str(error), "warning")
            return
        rows = [row for one, _ in found if (row := self._desk.row(one)) is not None]
        if not rows:
            self._tell(self._speech("none_alike"))
            return
        self._tell("")
        own = self._desk.row(claim_id)
        self._show_alike([*([own] if own else []), *rows])

    def _show_alike(self, rows: Sequence[QueueRow]) -> None:
        self._screen.open(Alike(self._speech, rows), self._decide)

    def _decide(self, chosen: Together) -> None:
        if chosen.verdict is None:
            self._desk.dismiss(chosen.claim_ids)
        else:
            reason = Reason.NO_EVIDENCE if chosen.verdict is Verdict.UNVERIFIABLE else None
            self._desk.decide_together(chosen.claim_ids, chosen.verdict, reason=reason, note=chosen.note)
        self._screen.renew()
        self._tell(self._speech("together", count=len(chosen.claim_ids)))
