"""People's acts, which are only ever appended, claims that people wrote, and claims already checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.errors import WorkspaceError
from factcheck.model import Claim, Document, Passage
from factcheck.store import rows
from factcheck.store.connection import LISTED
from factcheck.store.documents import INSERT_DOCUMENT
from factcheck.store.results import Results
from factcheck.store.rows import CheckedClaim, Review

_CHUNK = 40


class Reviews(Results):
    """The reviews and checked_claims tables, and the claims and passages that came by people."""

    def _append(self, review: Review) -> bool:
        """Write one event inside `writing`; False when it is there already (by id)."""
        if self.claim(review.claim_id) is None:
            raise WorkspaceError(f"No claim with the id '{review.claim_id}' in {self.path} to review.")
        return bool(
            self._write(
                """INSERT INTO reviews
                    (id, at, reviewer, claim_id, event, verdict, reason, note, evidence, quote, prefix,
                    suffix, suggestion, act, target, claims, models, person)
                VALUES (:id, :at, :reviewer, :claim_id, :event, :verdict, :reason, :note, :evidence, :quote,
                    :prefix, :suffix, :suggestion, :act, :target, :claims, :models, :person)
                ON CONFLICT (id) DO NOTHING""",
                rows.review_row(review),
            )
        )

    def reviews_of(self, claim_id: str) -> list[Review]:
        """Every event of a claim, oldest first, those of the claims among them in whose place it stands."""
        found = self._rows(
            """SELECT * FROM reviews WHERE claim_id = :id
            OR claim_id IN (SELECT old_id FROM moves WHERE new_id = :id) ORDER BY at, id""",
            {"id": claim_id},
        )
        return [rows.review(row) for row in found]

    def events_of(self, act: str) -> list[Review]:
        """The events of one act, in the order in which they were written."""
        found = self._rows("SELECT * FROM reviews WHERE act = ? ORDER BY at, number", (act,))
        return [rows.review(row) for row in found]

    def backwards(self, reviewer: str) -> Iterator[tuple[int, Review]]:
        """One reviewer's events with their numbers, latest first, read a few at a time."""
        before = ("~", "")  # sorts after every moment
        while True:
            found = self._rows(
                """SELECT * FROM reviews WHERE reviewer = ? AND (at, id) < (?, ?)
                ORDER BY at DESC, id DESC LIMIT ?""",
                (reviewer, *before, _CHUNK),
            )
            yield from ((int(row["number"]), rows.review(row)) for row in found)
            if len(found) < _CHUNK:
                return
            before = (found[-1]["at"], found[-1]["id"])

    def latest_moment(self, reviewer: str, claim_id: str) -> str:
        """When the reviewer last did anything, or anybody did to the claim; "" where neither happened."""
        found = self._value(
            """SELECT max(at) FROM (SELECT max(at) AS at FROM reviews WHERE reviewer = :me
            UNION ALL SELECT max(at) FROM reviews WHERE claim_id = :id
            OR claim_id IN (SELECT old_id FROM moves WHERE new_id = :id))""",
            {"me": reviewer, "id": claim_id},
        )
        return str(found or "")

    def events_after(self, number: int) -> list[tuple[int, Review]]:
        """Everybody's events with a number above `number`, oldest first."""
        found = self._rows("SELECT * FROM reviews WHERE number > ? ORDER BY number", (number,))
        return [(int(row["number"]), rows.review(row)) for row in found]

    def last_event(self) -> int:
        """The number of the latest event; 0 without any."""
        return int(self._value("SELECT coalesce(max(number), 0) FROM reviews"))

    # -- what people wrote --------------------------------------------------------------------

    def add_claim(self, claim: Claim, author: str) -> None:
        """Store a claim that a person wrote, after those that begin before it in its article."""
        with self.writing():
            position = self._value(
                "SELECT max(position) FROM claims WHERE document_id IS ? AND start <= ?",
                (claim.document_id, claim.start),
            )
            self._write(
                """INSERT INTO claims
                    (id, document_id, position, text, quote, start, end, language, kind, attribution,
                    check_worthiness, context, author)
                VALUES (:id, :document_id, :position, :text, :quote, :start, :end, :language, :kind,
                    :attribution, :check_worthiness, :context, :author)
                ON CONFLICT (id) DO UPDATE SET current = 1""",
                rows.claim_row(claim, int(position or 0)) | {"author": author},
            )

    def author_of(self, claim_id: str) -> str | None:
        """Who wrote a claim; None for one that was extracted."""
        found: str | None = self._value("SELECT author FROM claims WHERE id = ?", (claim_id,))
        return found

    def claims_by_people(self, document_id: str) -> list[Claim]:
        """The claims that people wrote for an article, in the order of the text."""
        found = self._rows(
            """SELECT * FROM claims WHERE document_id = ? AND author IS NOT NULL
            ORDER BY start, position, rowid""",
            (document_id,),
        )
        return [rows.claim(row) for row in found]

    def keep_excerpt(self, excerpt: Document, passage: Passage) -> None:
        """Store words that a person typed from elsewhere, as evidence that no search finds.

        They are no revision of the page at their address: that page may yet be read whole.
        """
        with self.writing():
            self._write(f"{INSERT_DOCUMENT} ON CONFLICT (id) DO NOTHING", rows.document_row(excerpt))
            self._keep_passages([passage])

    def passages_by_id(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """The passages among `passage_ids` that are stored, in force or not."""
        found = self._passages_where(f"id {LISTED}", (rows.as_json(list(passage_ids)),))
        return {passage.id: passage for _, passage in found}

    # -- published verdicts -------------------------------------------------------------------

    def add_checked_claims(self, claims: Sequence[CheckedClaim]) -> int:
        """Add claims with a published verdict; the number that were new.

        The same text by the same publisher at the same URL is one claim, with the latest verdict and date.
        """
        found = list({claim.id: rows.checked_claim_row(claim) for claim in claims}.values())
        with self.writing():
            before = int(self._value("SELECT count(*) FROM checked_claims"))
            # One that has changed gets a new number, by which `memory_state` learns of it.
            self._write_many(
                """DELETE FROM checked_claims WHERE id = :id AND (verdict, published, language, ruling)
                IS NOT (:verdict, :published, :language, :ruling)""",
                found,
            )
            self._write_many(
                """INSERT INTO checked_claims
                    (id, text, verdict, publisher, url, published, language, ruling)
                VALUES (:id, :text, :verdict, :publisher, :url, :published, :language, :ruling)
                ON CONFLICT (id) DO NOTHING""",
                found,
            )
            return int(self._value("SELECT count(*) FROM checked_claims")) - before

    def checked_claims(self) -> list[CheckedClaim]:
        """All claims with a published verdict, in the order in which they were added or last changed."""
        return [rows.checked_claim(row) for row in self._rows("SELECT * FROM checked_claims ORDER BY number")]
