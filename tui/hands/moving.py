"""Moving: within a pane, between claims, between panes, and back to what was decided."""

from __future__ import annotations

from tui.actions import PANES, Pane
from tui.hands.hand import Hand


class Moving(Hand):
    """Where the eye goes."""

    def down(self) -> None:
        self._screen.focused_page().move(1)

    def up(self) -> None:
        self._screen.focused_page().move(-1)

    def page_down(self) -> None:
        self._screen.focused_page().leap(1)

    def page_up(self) -> None:
        self._screen.focused_page().leap(-1)

    def first(self) -> None:
        self._screen.focused_page().to_edge(end=False)

    def last(self) -> None:
        self._screen.focused_page().to_edge(end=True)

    def next_claim(self) -> None:
        self._screen.queue.go(self._screen.position + 1)

    def previous_claim(self) -> None:
        self._screen.queue.go(self._screen.position - 1)

    def next_open(self) -> None:
        found = self._screen.rows.listing.next_undecided(self._screen.position + 1)
        if found is None:
            self._tell(self._speech("all_done"))
        else:
            self._screen.go(found)

    def reopen(self) -> None:
        """The claim decided last, then the one before it, and so on round."""
        deeds = self._screen.recent.deeds
        if not deeds:
            self._tell(self._speech("nothing_yet"))
            return
        ids = list(dict.fromkeys(deed.claim_id for deed in deeds))
        here = self._screen.claim_id
        self._screen.go_to(ids[(ids.index(here) + 1) % len(ids)] if here in ids else ids[0])

    def open_recent(self) -> None:
        deed = self._screen.recent.chosen
        if deed is not None:
            self._screen.go_to(deed.claim_id)
            if self._screen.narrow:
                self._screen.show_pane(Pane.EVIDENCE)

    def open_claim(self) -> None:
        self._screen.show_pane(Pane.EVIDENCE)

    def next_pane(self) -> None:
        self._turn(1)

    def previous_pane(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        place = PANES.index(self._screen.pane)
        self._screen.show_pane(PANES[(place + step) % len(PANES)])

    def show_queue(self) -> None:
        self._screen.show_pane(Pane.QUEUE)

    def show_article(self) -> None:
        self._screen.show_pane(Pane.ARTICLE)

    def show_evidence(self) -> None:
        self._screen.show_pane(Pane.EVIDENCE)

    def show_recent(self) -> None:
        self._screen.show_pane(Pane.RECENT)
