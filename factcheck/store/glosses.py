"""What sources declare to be one name, and which names they shorten: kept beside them, gone with them."""

from __future__ import annotations

from factcheck.store.corpus import Corpus


class Glosses(Corpus):
    """The glosses table: one row a source, also for a source that declares nothing."""

    def keep_glosses(self, document_id: str, data: str, revision: str) -> None:
        """Keep what names a source declares to be one, as found by the rules of `revision`."""
        with self.writing():
            self._write("INSERT OR REPLACE INTO glosses VALUES (?, ?, ?)", (document_id, revision, data))

    def glosses(self, revision: str) -> dict[str, str]:
        """What each source declares, by id in the order of adding; those read by other rules are left out."""
        found = self._rows(
            """SELECT g.document_id, g.data FROM sources s JOIN glosses g ON g.document_id = s.document_id
            WHERE s.removed_at IS NULL AND g.revision = ? ORDER BY s.number""",
            (revision,),
        )
        return {row[0]: row[1] for row in found}

    def glosses_of(self, document_id: str, revision: str) -> str | None:
        """What one source declares; None where that was not found by the rules of `revision`."""
        found: str | None = self._value(
            "SELECT data FROM glosses WHERE document_id = ? AND revision = ?", (document_id, revision)
        )
        return found

    def keep_short_forms(self, document_id: str, data: str, revision: str) -> None:
        """Keep which names a source shortens, as found by the rules and names of `revision`."""
        with self.writing():
            self._write("INSERT OR REPLACE INTO short_forms VALUES (?, ?, ?)", (document_id, revision, data))

    def short_forms(self, document_id: str, revision: str) -> str | None:
        """Which names one source shortens; None where they were not looked for by `revision`."""
        found: str | None = self._value(
            "SELECT data FROM short_forms WHERE document_id = ? AND revision = ?", (document_id, revision)
        )
        return found

    def unglossed(self, revision: str) -> list[str]:
        """Ids of the sources in which names have yet to be looked for by the rules of `revision`."""
        found = self._rows(
            """SELECT s.document_id FROM sources s WHERE s.removed_at IS NULL AND NOT EXISTS
            (SELECT 1 FROM glosses g WHERE g.document_id = s.document_id AND g.revision = ?)
            ORDER BY s.number""",
            (revision,),
        )
        return [row[0] for row in found]
