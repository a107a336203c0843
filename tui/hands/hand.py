"""What every subject of actions has in hand: the screen, and through it the desk and the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.review import Desk
    from tui.screen import ReviewScreen
    from tui.words import Speech


class Hand:
    """Acts on one screen."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen

    @property
    def _desk(self) -> Desk:
        return self._screen.desk

    @property
    def _speech(self) -> Speech:
        return self._screen.speech

    @property
    def _claim(self) -> str | None:
        """The claim in hand; without one there is nothing to act on, which is said."""
        claim_id = self._screen.claim_id
        if claim_id is None:
            self._tell(self._speech("empty_queue"))
        return claim_id

    def _tell(self, words: str, style: str = "") -> None:
        self._screen.ask.tell(words, style)
