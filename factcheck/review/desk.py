"""A reviewer's desk: the queue, what is known of each claim, and every act on it, undone and redone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model import Document, Match, MatchLevel, Provenance, Reason, Verdict
from factcheck.queue import Act, Deed, Item, Order, Progress, QueueRow, Standing, Wanted
from factcheck.review.events import EventMaker
from factcheck.review.history import deed_of, redoable, undoable
from factcheck.review.items import item_of
from factcheck.review.listing import Listing
from factcheck.review.rulings import (
    passages_for,
    require_ground,
    require_reason,
    require_settlement,
    settled_reason,
)
from factcheck.review.sight import Sight
from factcheck.review.writing import excerpt_of, marked_claim, reworded
from factcheck.store.rows import Review
from factcheck.weighed import evidence_of

if TYPE_CHECKING:
    from factcheck.store import Store


def reviewer_named(name: str) -> str:
    """A reviewer's name with single blanks; UsageError for one without a word."""
    words = " ".join(name.split())
    if not words:
        raise UsageError("Wanted the reviewer's name, found none. Give --reviewer NAME.")
    return words


class Desk:
    """One reviewer at one workspace; belongs to the thread that opened `store`.

    Each act is committed before its method returns. Nothing is overwritten: two reviewers append side by
    side, and `others_changed` tells when somebody else wrote.
    """

    def __init__(
        self,
        store: Store,
        reviewer: str,
        *,
        made_by: Provenance | None = None,
        opinions: int = 1,
        adjudicating: bool = False,
    ) -> None:
        """`made_by`: what would make a suggestion now, once it is known (it takes loading the models).

        `opinions`: reviewers who are to decide each claim; what others said of one is shown once one has
        decided it oneself. `adjudicating`: decisions settle a claim for all.
        """
        self.store = store
        self.reviewer = reviewer_named(reviewer)
        self.made_by = made_by
        self.opinions = opinions
        self.adjudicating = adjudicating
        self.sight = Sight(store, self.reviewer, opinions, adjudicating)
        self._sees_all = adjudicating
        self._counts: tuple[int, int] | None = None
        self._counted_at = (-1, -1)

    def adjudicate(self, on: bool) -> None:
        """Settle disputes from now on, or decide as one reviewer among others again.

        Who takes it up between reviews of their own sees no more than before: what still wants their own
        opinion stays blind. A desk that was opened to adjudicate sees all sides of every claim.
        """
        self.adjudicating = on
        self.sight = replace(self.sight, adjudicating=on and self._sees_all)

    # -- looking ------------------------------------------------------------------------------

    def listing(self, wanted: Wanted | None = None, order: Order = Order.PRIORITY) -> Listing:
        """The queue as `wanted` describes it."""
        return Listing(self, wanted or Wanted(), order)

    def item(self, claim_id: str) -> Item:
        """Everything about one claim; UsageError where it is not stored."""
        rows = self.rows([claim_id])
        if not rows:
            raise UsageError(f"Wanted a stored claim, found none with the id '{claim_id}'; it may be gone.")
        return item_of(self.store, rows[0], self.sight.sum(claim_id), made_by=self.made_by)

    def row(self, claim_id: str) -> QueueRow | None:
        """A claim's line; None where it is not stored."""
        return next(iter(self.rows([claim_id])), None)

    def rows(self, claim_ids: Sequence[str]) -> list[QueueRow]:
        """The lines of these claims, in their order; those that are not stored are left out."""
        found = self.store.queue_rows(claim_ids, reviewer=self.reviewer, made_by=self.made_by)
        return [self.sight.row(row) for row in found]

    def open_among(self, claim_ids: Sequence[str]) -> set[str]:
        """Those of these claims that are still to be decided: by anybody, by oneself, or by adjudication."""
        if self.adjudicating:
            return self.store.disputed_among(claim_ids)
        return self.store.undecided_among(claim_ids, reviewer=self.reviewer, opinions=self.opinions)

    def document(self, document_id: str) -> Document:
        """An article or a source, whole; WorkspaceError where it is not stored."""
        return self.store.document(document_id)

    def progress(self) -> Progress:
        """How far the whole queue is, and how fast this reviewer goes."""
        state = self.store.state()
        if self._counts is None or self._counted_at != state:
            self._counts, self._counted_at = self.store.queue_counts(opinions=self.opinions), state
        done, total = self._counts
        today, per_hour = self.store.pace(self.reviewer)
        return Progress(done, total, today, per_hour)

    def others_changed(self) -> int:
        """A number that changes when somebody else has written to the workspace."""
        return self.store.others_changed()

    def last_event(self) -> int:
        """The number of the latest event of anybody."""
        return self.store.last_event()

    def news(self, after: int) -> list[Deed]:
        """What others did since the event numbered `after`, oldest first; nothing that one may not know."""
        found = [one for one in self.store.events_after(after) if one[1].reviewer != self.reviewer]
        deeds = [deed_of(self.store, *one) for one in found]
        blind = self.sight.blind_among([deed.claim_id for deed in deeds])
        return [deed for deed in deeds if deed.claim_id not in blind]

    def recent(self, limit: int = 10) -> list[Deed]:
        """One's own latest decisions, latest first, those taken back among them and marked."""
        found: list[Deed] = []
        taken_back: dict[str, bool] = {}
        for number, event in self.store.backwards(self.reviewer):
            if event.event in (Act.UNDONE, Act.REDONE):
                taken_back.setdefault(str(event.target), event.event is Act.UNDONE)
            elif event.event.is_decision:
                deed = deed_of(self.store, number, event)
                found.append(replace(deed, taken_back=taken_back.get(event.act, False)))
            if len(found) == limit:
                break
        return found

    # -- deciding -----------------------------------------------------------------------------

    def decide(
        self,
        claim_id: str,
        verdict: Verdict,
        *,
        reason: Reason | None = None,
        note: str | None = None,
        evidence: Sequence[str] | None = None,
    ) -> Review:
        """One's verdict on a claim, superseding one's earlier one; NeedsEvidence where it rests on nothing.

        `evidence`: ids of passages; None: the pinned ones and those whose stance fits. `reason` counts for
        unverifiable claims only. NeedsReason where it changes without a note, or adjudicates without one.
        """
        with self.store.writing():
            event = self._decision(
                EventMaker(self.store, self.reviewer), claim_id, verdict, reason, note, evidence
            )
            self._append([event])
        return event

    def decide_together(
        self,
        claim_ids: Sequence[str],
        verdict: Verdict,
        *,
        reason: Reason | None = None,
        note: str | None = None,
    ) -> list[Review]:
        """The same verdict on several claims, as one act: all of them or, where one lacks ground, none."""
        with self.store.writing():
            maker = EventMaker(self.store, self.reviewer)
            events = [self._decision(maker, one, verdict, reason, note, None) for one in claim_ids]
            self._append(events)
        return events

    def _decision(
        self,
        maker: EventMaker,
        claim_id: str,
        verdict: Verdict,
        reason: Reason | None,
        note: str | None,
        evidence: Sequence[str] | None,
    ) -> Review:
        settled = settled_reason(verdict, reason)
        before = self.store.standing(claim_id, self.reviewer)
        self._require_reason(before, verdict, note)
        if evidence is None:
            finding, total = self.store.finding(claim_id), self.sight.sum(claim_id)
            evidence = passages_for(verdict, settled, list(evidence_of(self.store, finding, total)))
        else:
            self._require_passages(evidence)
        require_ground(verdict, evidence, note or before.note)
        act = Act.ADJUDICATED if self.adjudicating else Act.DECIDED
        return maker.event(
            claim_id, act, verdict=verdict, reason=settled, note=note, evidence=tuple(evidence)
        )

    def _require_reason(self, before: Standing, verdict: Verdict | None, note: str | None) -> None:
        if self.adjudicating:
            require_settlement(note)
        else:
            require_reason(before, verdict, note)

    def _require_passages(self, passage_ids: Sequence[str]) -> None:
        missing = set(passage_ids).difference(self.store.passages_by_id(passage_ids))
        if missing:
            raise UsageError(f"Wanted a stored passage, found none with the id '{sorted(missing)[0]}'.")

    def accept(self, claim_id: str, *, note: str | None = None) -> Review:
        """Make the machine's suggestion one's own decision; UsageError where there is none."""
        finding = self.store.finding(claim_id)
        if finding is None:
            raise UsageError("Wanted a suggestion to accept, found none for this claim; decide it yourself.")
        suggestion = finding.suggestion
        return self.decide(claim_id, suggestion.verdict, reason=suggestion.reason, note=note)

    def confirm(self, claim_id: str, match: Match) -> Review:
        """Make the verdict of an already checked claim one's own, with where it is from.

        UsageError where it is only of the same topic, or its publisher's words come to none of the verdicts.
        """
        if match.level is MatchLevel.TOPIC:
            raise UsageError("Wanted a match that says the same or nearly, found one of the same topic only.")
        if match.ruling is None:
            raise UsageError(
                f"Wanted a match whose verdict is one of the three, found '{match.verdict[:60]}'; decide the"
                " claim yourself."
            )
        reason, evidence = None, None
        if match.own_claim:
            ruling = self.store.sum(match.own_claim).ruling
            reason, evidence = ruling.reason, ruling.evidence or None
        told = f"Already checked: {match.text} ({match.verdict}"
        told += "".join(f", {one}" for one in (match.publisher, match.url) if one) + ")"
        return self.decide(claim_id, match.ruling, reason=reason, note=told, evidence=evidence)

    def dismiss(self, claim_ids: Sequence[str], *, note: str | None = None) -> list[Review]:
        """These are no claims: out of queue and reports, kept in the history. NeedsReason as in `decide`."""
        with self.store.writing():
            for one in claim_ids:
                self._require_reason(self.store.standing(one, self.reviewer), None, note)
            act = Act.ADJUDICATED if self.adjudicating else Act.DISMISSED
            return self._record([(one, act, {"note": note}) for one in claim_ids])

    def assign(self, claim_ids: Sequence[str], person: str, *, away: bool = False) -> list[Review]:
        """Give claims to a reviewer to decide, or (`away`) take them from one."""
        name = reviewer_named(person)
        act = Act.UNASSIGNED if away else Act.ASSIGNED
        return self._record([(one, act, {"person": name}) for one in claim_ids])

    # -- marking ------------------------------------------------------------------------------

    def flag(self, claim_id: str) -> Review:
        """Flag a claim, or take one's own flag away."""
        flagged = self.store.standing(claim_id, self.reviewer).flagged
        return self._record([(claim_id, Act.UNFLAGGED if flagged else Act.FLAGGED, {})])[0]

    def note(self, claim_id: str, text: str) -> Review:
        """Write one's note on a claim anew; an empty one takes it away."""
        return self._record([(claim_id, Act.NOTED, {"note": text.strip()})])[0]

    def pin(self, claim_id: str, passage_id: str) -> Review:
        """The passage counts for whatever is decided."""
        return self._mark(claim_id, passage_id, Act.PINNED)

    def exclude(self, claim_id: str, passage_id: str) -> Review:
        """The passage counts for nothing."""
        return self._mark(claim_id, passage_id, Act.EXCLUDED)

    def unmark(self, claim_id: str, passage_id: str) -> Review:
        """The passage counts as the machine ranked it."""
        return self._mark(claim_id, passage_id, Act.UNMARKED)

    def bring(self, claim_id: str, passage_id: str) -> Review:
        """Put a passage of the corpus with the evidence; it counts as pinned."""
        return self._mark(claim_id, passage_id, Act.BROUGHT)

    def bring_typed(self, claim_id: str, text: str, url: str) -> Review:
        """Put typed words from an address with the evidence; UsageError without words or a web address."""
        excerpt, passage = excerpt_of(text, url)
        with self.store.writing():
            self.store.keep_excerpt(excerpt, passage)
            return self._mark(claim_id, passage.id, Act.BROUGHT)

    def _mark(self, claim_id: str, passage_id: str, act: Act) -> Review:
        self._require_passages([passage_id])
        return self._record([(claim_id, act, {"evidence": (passage_id,)})])[0]

    # -- writing claims -----------------------------------------------------------------------

    def add_claim(self, article_id: str, start: int, end: int, text: str | None = None) -> str:
        """Make `document.text[start:end]` a claim, worded as it stands or as `text`; its id.

        UsageError for a span outside the text or without words, or that is a claim already.
        """
        claim = marked_claim(self.store.document(article_id), start, end, text)
        with self.store.writing():
            if self.store.claim(claim.id) is not None and not self.store.sum(claim.id).hidden:
                raise UsageError("Wanted words that are no claim yet, found a claim of exactly these words.")
            self.store.add_claim(claim, self.reviewer)
            self._record([(claim.id, Act.CLAIM_ADDED, {})])
        return claim.id

    def reword(self, claim_id: str, texts: Sequence[str]) -> list[str]:
        """Put one claim worded anew, or several, in the place of this one; their ids.

        UsageError without words, or where the wording is the same as before.
        """
        with self.store.writing():
            maker = EventMaker(self.store, self.reviewer)
            claims = reworded(self.store.stored_claim(claim_id), texts)
            for claim in claims:
                self.store.add_claim(claim, self.reviewer)
            ids = tuple(claim.id for claim in claims)
            events = [maker.event(claim_id, Act.REPLACED, claims=ids)]
            events += [maker.event(one, Act.CLAIM_ADDED) for one in ids]
            self._append(events)
        return list(ids)

    # -- taking back --------------------------------------------------------------------------

    def undo(self) -> list[Review]:
        """Take back one's own latest act, whenever it was done; [] where there is none left."""
        return self._turn(Act.UNDONE)

    def redo(self) -> list[Review]:
        """Do again what was taken back last; [] where there is nothing, or something new was done since."""
        return self._turn(Act.REDONE)

    def _turn(self, act: Act) -> list[Review]:
        with self.store.writing():
            find = undoable if act is Act.UNDONE else redoable
            target = find(event for _, event in self.store.backwards(self.reviewer))
            if target is None:
                return []
            maker = EventMaker(self.store, self.reviewer)
            meant = self.store.events_of(target)
            ids = dict.fromkeys(event.claim_id for event in meant)
            self._append([maker.event(one, act, target=target) for one in ids])
        return meant

    def _record(self, acts: Sequence[tuple[str, Act, dict[str, object]]]) -> list[Review]:
        """Append one act of an event for each entry."""
        with self.store.writing():
            maker = EventMaker(self.store, self.reviewer)
            events = [maker.event(claim_id, act, **details) for claim_id, act, details in acts]
            self._append(events)
        return events

    def _append(self, events: Sequence[Review]) -> None:
        """Append events, and keep the counts by what they change: counting anew reads every decision."""
        ids = list(dict.fromkeys(self.store.place_of(event.claim_id) for event in events))
        known = self._counts is not None and self._counted_at == self.store.state()
        before = self.store.queue_counts(ids, opinions=self.opinions)
        self.store.record(events)
        after = self.store.queue_counts(ids, opinions=self.opinions)
        if self._counts is None or not known:
            self._counts = None
            return
        done, total = self._counts
        self._counts = done + after[0] - before[0], total + after[1] - before[1]
        self._counted_at = self.store.state()
