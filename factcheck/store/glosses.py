"""What sources declare to be one name, and which names they shorten: kept beside them, gone with them."""

from __future__ import annotations

import json

from factcheck.store import rows
from factcheck.store.connection import LISTED
from factcheck.store.corpus import Corpus

_DERIVED = ("readings", "glosses", "short_forms")
"""Tables made from texts, a list as JSON a row."""


class Glosses(Corpus):
    """The glosses table: one row a source, also for a source that declares nothing."""

    def keep_glosses(self, document_id: str, data: str, revision: str) -> None:
        """Keep what names a source declares to be one, as found by the rules of `revision`."""
        with self.writing():
            self._write("INSERT OR REPLACE INTO glosses VALUES (?, ?, ?)", (document_id, revision, data))

    def glosses(self, revision: str) -> dict[str, str]:
        """What sources declare, by id in the order of adding; those that declare nothing, and those read by
        other rules, are left out."""
        found = self._rows(
            """SELECT g.document_id, g.data FROM sources s JOIN glosses g ON g.document_id = s.document_id
            WHERE s.removed_at IS NULL AND g.revision = ? AND g.data <> '[]' ORDER BY s.number""",
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

    def unreadable_count(self) -> int:
        """How many rows made from texts cannot be read, because something else wrote into the file."""
        return sum(len(found) for found in self._unreadable().values())

    def forget_unreadable(self) -> int:
        """Drop them, to be made again when they are needed; how many."""
        with self.writing():
            found = self._unreadable()
            for table, numbers in found.items():
                key = rows.as_json(numbers)
                self._write(f"DELETE FROM {table} WHERE rowid {LISTED}", (key,))
        return sum(map(len, found.values()))

    def _unreadable(self) -> dict[str, list[int]]:
        """By table, the rowids of what is no list as JSON."""
        unlike = "CASE WHEN json_valid(data) THEN json_type(data) <> 'array' ELSE true END"
        return {
            table: [
                int(row[0])
                for row in self._rows(f"SELECT rowid, data FROM {table} WHERE {unlike}")
                # SQLite takes no open range for JSON, which is written as Infinity.
                if not _is_list(row[1])
            ]
            for table in _DERIVED
        }


def _is_list(text: str) -> bool:
    try:
        return isinstance(json.loads(text), list)
    except (TypeError, ValueError, RecursionError):
        return False
