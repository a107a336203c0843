"""Counting what the store holds, and proving that it still is what it says."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import document_id as id_of_text
from factcheck.store.corpus import DIGEST_SPACE, passage_weight
from factcheck.store.documents import REVISION_SPACE, source_weight
from factcheck.store.queue import Queue

_COUNTS = {
    "documents": "SELECT count(*) FROM documents",
    "sources": "SELECT count(*) FROM sources WHERE removed_at IS NULL",
    "removed_sources": "SELECT count(*) FROM sources WHERE removed_at IS NOT NULL",
    "passages": "SELECT count(*) FROM passages WHERE active",
    "articles": "SELECT count(*) FROM articles",
    "claims": "SELECT count(*) FROM claims WHERE current",
    "suggestions": "SELECT count(*) FROM suggestions",
    "evidence": "SELECT count(*) FROM evidence",
    "matches": "SELECT count(*) FROM matches",
    "reviews": "SELECT count(*) FROM reviews",
    "checked_claims": "SELECT count(*) FROM checked_claims",
    "failures": "SELECT count(*) FROM checks WHERE outcome = 'failed'",
}

_SPANS = "SELECT {} FROM {} WHERE document_id = ?"


class Soundness(Queue):
    """Questions about the whole file."""

    def stats(self) -> dict[str, int]:
        """How many of each thing there are."""
        return {name: int(self._value(sql)) for name, sql in _COUNTS.items()}

    def latest_change(self) -> str:
        """When anything was last added, checked, decided or removed: ISO 8601 in UTC to the second, or ""."""
        found = self._value(
            """SELECT max(at) FROM (SELECT max(at) AS at FROM reviews UNION ALL SELECT max(at) FROM checks
            UNION ALL SELECT max(added_at) FROM sources UNION ALL SELECT max(removed_at) FROM sources
            UNION ALL SELECT max(added_at) FROM articles)"""
        )
        return f"{str(found)[:19]}Z" if found else ""

    def verify(self) -> list[str]:
        """Everything that is wrong with the file, one sentence each; empty when it is sound.

        Reads every text once: about a second for 10,000 news articles.
        """
        with self.reading():
            return self._problems()

    def _problems(self) -> list[str]:
        damage = [str(row[0]) for row in self._rows("PRAGMA integrity_check") if row[0] != "ok"]
        if damage:
            # The other questions would be asked of a damaged file, and could themselves fail.
            return [f"damaged file: {line}" for line in damage]
        return [*self._orphans(), *self._texts_and_spans(), *self._sums()]

    def _orphans(self) -> Iterator[str]:
        for row in self._rows("PRAGMA foreign_key_check"):
            yield f"orphan: row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there"

    def _texts_and_spans(self) -> Iterator[str]:
        ids = [str(row[0]) for row in self._rows("SELECT id FROM documents")]
        for document_id in ids:
            text = str(self._value("SELECT text FROM documents WHERE id = ?", (document_id,)))
            if id_of_text(text) != document_id:
                yield f"document {document_id[:12]}: its id is not the sha256 of its text"
            for row in self._rows(_SPANS.format("id, start, end", "passages"), (document_id,)):
                if not 0 <= row["start"] < row["end"] <= len(text):
                    yield f"passage {row['id']}: offsets {row['start']}:{row['end']} in a text of {len(text)}"
            for row in self._rows(_SPANS.format("id, start, end, quote", "claims"), (document_id,)):
                if text[row["start"] : row["end"]] != row["quote"]:
                    yield f"claim {row['id']}: its quote is not text[{row['start']}:{row['end']}]"

    def _sums(self) -> Iterator[str]:
        """The running sums that stand for the sets of sources and passages."""
        passages, digest, revision = self._counted_anew()
        if (passages, digest) != (self.passage_count(), self.passage_digest()):
            yield f"corpus: {self.passage_count()} passages recorded, {passages} found, or other ones"
        if revision != self.corpus_revision():
            yield "corpus: the recorded revision is not that of the sources"

    def _counted_anew(self) -> tuple[int, str, str]:
        """Number and digest of the passages, and the corpus revision, from the rows themselves."""
        ids = [str(row[0]) for row in self._rows("SELECT id FROM passages WHERE active")]
        weights = sum(
            source_weight(card.id, card.published.isoformat() if card.published else None, card.url)
            for card in self.sources()
        )
        digest = sum(map(passage_weight, ids)) % DIGEST_SPACE
        return len(ids), f"{digest:016x}", f"{weights % REVISION_SPACE:032x}"
