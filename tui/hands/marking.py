"""Marks and notes on a claim and its passages, another check, and a copy for elsewhere."""

from __future__ import annotations

from factcheck import Workspace
from factcheck.errors import FactcheckError
from factcheck.exporters.visible import visible
from factcheck.model import Provenance
from factcheck.queue import Item
from tui.hands.hand import Hand
from tui.marks import named
from tui.paint import steady


class Marking(Hand):
    """What changes no verdict."""

    def flag(self) -> None:
        claim_id = self._claim
        if claim_id is not None:
            self._desk.flag(claim_id)
            self._screen.written()

    def note(self) -> None:
        claim_id = self._claim
        if claim_id is None:
            return
        own = steady(self._desk.store.standing(claim_id, self._desk.reviewer).note or "")

        def write(text: str) -> None:
            if text.strip() != own:
                self._desk.note(claim_id, text)
                self._screen.written()

        self._screen.ask.for_words(self._speech("note"), write, own)

    def weigh(self) -> None:
        claim_id, chosen = self._claim, self._screen.evidence.chosen
        if claim_id is None or chosen is None:
            self._tell(self._speech("no_passage", key=self._screen.key("add_evidence")))
            return
        passage = chosen.passage.id
        if chosen.excluded_by:
            self._desk.unmark(claim_id, passage)
        elif chosen.pinned_by:
            self._desk.exclude(claim_id, passage)
        else:
            self._desk.pin(claim_id, passage)
        self._screen.written()

    def check_again(self) -> None:
        claim_id = self._claim
        if claim_id is not None:
            self._screen.bench.note = self._speech("checking")
            self._screen.refresh_item()
            self._screen.run_worker(self._check(claim_id), group="check")

    async def _check(self, claim_id: str) -> None:
        def work(workspace: Workspace) -> Provenance:
            workspace.check_again(claim_id)
            return workspace.provenance

        screen = self._screen
        try:
            self._desk.made_by = await screen.review_app.background.run(work)
            self._tell(self._speech("checked"))
        except FactcheckError as error:
            self._tell(str(error), "warning")
        finally:
            screen.bench.note = ""
            screen.written()

    def copy(self) -> None:
        if self._screen.item is not None:
            self._screen.app.copy_to_clipboard(copied(self._screen.item))
            self._tell(self._speech("copied"))


def copied(item: Item) -> str:
    """A claim with its evidence as plain text; nothing in it can steer what it is pasted into."""
    lines = [item.claim.text]
    if item.article is not None:
        lines.append(f"  {named(item.article)}")
    lines += [f"  [{one.verdict or '-'}] {one.reviewer}: {one.note or ''}" for one in item.standings]
    for one in item.evidence:
        if one.excluded_by is None:
            source = one.source
            where = " · ".join(filter(None, [named(source), str(source.published or ""), source.url]))
            lines += [f"- {one.passage.text}", f"  {where}"]
    return "\n".join(visible(line) for line in lines) + "\n"
