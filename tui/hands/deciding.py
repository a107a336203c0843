"""Deciding: one key each, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from factcheck.errors import FactcheckError
from factcheck.model import Reason, Verdict
from factcheck.queue import Act
from factcheck.review import NeedsEvidence, NeedsReason
from factcheck.store.rows import Review
from tui import marks
from tui.ask import Answer
from tui.hands.hand import Hand

_MOVES_THE_QUEUE = frozenset({Act.DISMISSED, Act.CLAIM_ADDED, Act.REPLACED})


class Deciding(Hand):
    """Verdicts, and one's own steps back and forth."""

    def supported(self) -> None:
        self._decide(Verdict.SUPPORTED)

    def contradicted(self) -> None:
        self._decide(Verdict.CONTRADICTED)

    def unverifiable(self) -> None:
        if self._claim is None:
            return
        speech = self._speech
        keys = {"n": Reason.NO_EVIDENCE, "c": Reason.CONFLICTING, "k": Reason.NOT_CHECKABLE}
        answers = [
            Answer(key, speech(reason), partial(self._decide, Verdict.UNVERIFIABLE, reason))
            for key, reason in keys.items()
        ]
        self._screen.ask.for_key(speech("why"), answers, speech("leave"))

    def accept(self) -> None:
        item = self._screen.item
        if self._claim is None or item is None:
            return
        if item.finding is None:
            self._tell(self._speech("no_suggestion"), "warning")
            return
        suggestion = item.finding.suggestion
        self._decide(suggestion.verdict, suggestion.reason)

    def confirm(self) -> None:
        item = self._screen.item
        if self._claim is None or item is None:
            return
        if item.finding is None or not item.finding.matches:
            self._tell(self._speech("no_match"), "warning")
            return
        event = self._desk.confirm(item.claim.id, item.finding.matches[0])
        self._done(event.verdict, event.reason)

    def dismiss(self) -> None:
        self._dismiss()

    def _dismiss(self, note: str | None = None) -> None:
        claim_id = self._claim
        if claim_id is None:
            return
        try:
            self._desk.dismiss([claim_id], note=note)
        except NeedsReason:
            self._ask_for_reason(self._dismiss)
            return
        screen = self._screen
        screen.rows.listing.drop(claim_id)
        screen.rows.forget()
        screen.queue.renew()
        self._say_done(f"{marks.NO_CLAIM} {self._speech('not_a_claim')}")
        self._on(screen.position)

    def _decide(
        self,
        verdict: Verdict,
        reason: Reason | None = None,
        *,
        note: str | None = None,
        evidence: Sequence[str] | None = None,
    ) -> None:
        claim_id = self._claim
        if claim_id is None:
            return
        try:
            self._desk.decide(claim_id, verdict, reason=reason, note=note, evidence=evidence)
        except NeedsEvidence:
            self._ask_for_ground(verdict)
            return
        except NeedsReason:
            self._ask_for_reason(lambda words: self._decide(verdict, reason, note=words, evidence=evidence))
            return
        except FactcheckError as error:
            self._tell(str(error), "warning")
            return
        self._done(verdict, reason)

    def _done(self, verdict: Verdict | None, reason: Reason | None) -> None:
        """Say what was decided, and on to the next."""
        self._screen.rows.forget()
        if verdict is not None:
            self._say_done(f"{marks.SIGNS[verdict]} {self._speech.verdict(verdict, reason)}")
        self._on(self._screen.position + 1)

    def _ask_for_reason(self, then: Callable[[str], None]) -> None:
        """Why a verdict changes, or settles a dispute: readers see it in the log of corrections."""

        def settle(words: str) -> None:
            if words.strip():
                then(words.strip())

        key = "why_settles" if self._desk.adjudicating else "why_changes"
        self._screen.ask.for_words(self._speech(key), settle)

    def _ask_for_ground(self, verdict: Verdict) -> None:
        """Asked once and in place: a note why no passage says so, or the passage in view after all."""
        chosen = self._screen.evidence.chosen
        usable = chosen is not None and chosen.excluded_by is None
        words = self._speech(
            "why_none_passage" if usable else "why_none",
            verdict=self._speech(verdict),
            key=self._screen.key("add_evidence"),
        )

        def settle(note: str) -> None:
            if note.strip():
                self._decide(verdict, note=note.strip())
            elif usable and chosen is not None:
                self._decide(verdict, evidence=[chosen.passage.id])

        self._screen.ask.for_words(words, settle)

    def _say_done(self, what: str) -> None:
        self._tell(self._speech("did", what=what, key=self._screen.key("undo")))

    def _on(self, position: int) -> None:
        """To the next claim without a decision, from `position` on; the queue is done where there is none."""
        screen = self._screen
        following = screen.rows.listing.next_undecided(position)
        if following is None:
            screen.go(min(position, screen.rows.total - 1))
            self._tell(self._speech("all_done"))
        else:
            screen.go(following)
        screen.refresh_lines()

    def undo(self) -> None:
        self._turned(self._desk.undo(), "taken_back", "no_undo")

    def redo(self) -> None:
        self._turned(self._desk.redo(), "done_again", "no_redo")

    def _turned(self, events: Sequence[Review], done: str, nothing: str) -> None:
        if not events:
            self._tell(self._speech(nothing))
            return
        screen, first = self._screen, events[0]
        claim_id = self._desk.store.place_of(first.claim_id)
        screen.rows.forget()
        if (
            any(event.event in _MOVES_THE_QUEUE for event in events)
            or screen.rows.listing.place(claim_id) is None
        ):
            screen.renew(claim_id)
        else:
            screen.go_to(claim_id)
            screen.refresh_lines()
        self._tell(self._speech(done, what=self._speech.event(first.event, first.verdict, first.quote)))
