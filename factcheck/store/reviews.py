"""People's decisions, which are only ever appended, and claims with a published verdict."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.errors import WorkspaceError
from factcheck.store import rows
from factcheck.store.results import Results
from factcheck.store.rows import CheckedClaim, Review


class Reviews(Results):
    """The reviews and checked_claims tables."""

    def add_review(self, review: Review) -> None:
        """Append one event; WorkspaceError when its claim is not stored.

        The same event (by id) again, as when two workspaces are merged twice, changes nothing.
        """
        with self.writing():
            if self.claim(review.claim_id) is None:
                raise WorkspaceError(f"No claim with the id '{review.claim_id}' in {self.path} to review.")
            self._write(
                """INSERT INTO reviews
                    (id, at, reviewer, claim_id, event, verdict, reason, note, evidence, quote, prefix,
                    suffix, suggestion)
                VALUES (:id, :at, :reviewer, :claim_id, :event, :verdict, :reason, :note, :evidence, :quote,
                    :prefix, :suffix, :suggestion)
                ON CONFLICT (id) DO NOTHING""",
                rows.review_row(review),
            )

    def reviews_of(self, claim_id: str) -> list[Review]:
        """Every event of a claim, oldest first."""
        found = self._rows("SELECT * FROM reviews WHERE claim_id = ? ORDER BY number", (claim_id,))
        return [rows.review(row) for row in found]

    def add_checked_claims(self, claims: Sequence[CheckedClaim]) -> int:
        """Add claims with a published verdict; the number that were new.

        The same text by the same publisher at the same URL is one claim, with the latest verdict and date.
        """
        with self.writing():
            before = int(self._value("SELECT count(*) FROM checked_claims"))
            self._write_many(
                """INSERT INTO checked_claims (id, text, verdict, publisher, url, published, language)
                VALUES (:id, :text, :verdict, :publisher, :url, :published, :language)
                ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict, published = excluded.published,
                    language = excluded.language""",
                [rows.checked_claim_row(claim) for claim in claims],
            )
            return int(self._value("SELECT count(*) FROM checked_claims")) - before

    def checked_claims(self) -> list[CheckedClaim]:
        """All claims with a published verdict, in the order in which they were added."""
        return [rows.checked_claim(row) for row in self._rows("SELECT * FROM checked_claims ORDER BY number")]
