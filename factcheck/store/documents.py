"""Documents: texts fixed by their ids, what is known about them, and the revisions of a URL."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import WorkspaceError
from factcheck.model import Card, Document
from factcheck.store import rows
from factcheck.store.connection import LISTED, Connection, now

_CACHE_CHARACTERS = 8_000_000
CARD_COLUMNS = (
    "d.id, d.path, d.title, d.author, d.published, d.url, d.language, d.accessed, d.tier, d.archived"
)
INSERT_DOCUMENT = """INSERT INTO documents
    (id, text, path, title, author, published, url, language, accessed, notes)
    VALUES (:id, :text, :path, :title, :author, :published, :url, :language, :accessed, :notes)"""
REVISION_SPACE = 2**128


def source_weight(document_id: str, published: str | None, url: str | None) -> int:
    """One source's share of the corpus revision: what retrieval filters by, hashed to 128 bits."""
    key = "\x1f".join((document_id, published or "", url or ""))
    return int(hashlib.sha256(key.encode("utf-8")).hexdigest()[:32], 16)


def _short(text: str) -> str:
    return text if len(text) <= 16 else f"{text[:12]}..."


_TOLD = ("path", "title", "author", "published", "accessed", "language", "notes")
"""What a reading may know of a document beside its text and address."""


class Documents(Connection):
    """The documents table and its neighbours."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open `path`, see Connection."""
        super().__init__(path, read_only=read_only)
        self._text_cache: dict[str, str] = {}
        self._cached = 0
        """Characters in it."""

    def add_document(self, document: Document) -> None:
        """Store `document`; the same text again only fills in or replaces what the new reading knows.

        Another text at a URL that is known already becomes a revision of it.
        """
        if self._tells_nothing_new(document):
            return
        with self.writing(), self._revising(document.id):
            self._write(
                f"""{INSERT_DOCUMENT}
                ON CONFLICT (id) DO UPDATE SET
                    path = coalesce(excluded.path, path), title = coalesce(excluded.title, title),
                    author = coalesce(excluded.author, author),
                    published = coalesce(excluded.published, published),
                    url = coalesce(excluded.url, url), accessed = coalesce(excluded.accessed, accessed),
                    language = CASE excluded.language WHEN 'und' THEN language ELSE excluded.language END,
                    notes = CASE excluded.notes WHEN '[]' THEN notes ELSE excluded.notes END""",
                rows.document_row(document),
            )
            if document.page is not None:
                self._write("INSERT OR REPLACE INTO pages VALUES (?, ?)", (document.id, document.page))
            if document.url is not None:
                self._record_revision(document.url, document.id)

    def _tells_nothing_new(self, document: Document) -> bool:
        """Whether all that storing would write is there: most inputs of a run that is taken up again."""
        if document.page is not None or document.url is not None:
            return False
        known = self._row(f"SELECT {', '.join(_TOLD)} FROM documents WHERE id = ?", (document.id,))
        if known is None:
            return False
        new = rows.document_row(document)
        silent = {"language": "und", "notes": "[]"}
        return all(new[name] in (None, silent.get(name), known[name]) for name in _TOLD)

    def _record_revision(self, url: str, document_id: str) -> None:
        latest = "SELECT document_id FROM revisions WHERE url = ? ORDER BY number DESC LIMIT 1"
        previous = self._value(latest, (url,))
        self._write(
            "INSERT OR IGNORE INTO revisions (url, document_id, previous_id, at) VALUES (?, ?, ?, ?)",
            (url, document_id, previous, now()),
        )

    def document(self, document_id: str) -> Document:
        """The document as stored; WorkspaceError naming the id when there is none."""
        row = self._row(
            "SELECT d.*, p.page FROM documents d LEFT JOIN pages p ON p.document_id = d.id WHERE d.id = ?",
            (document_id,),
        )
        if row is None:
            raise self._absent(document_id)
        return rows.document(row)

    def card(self, document_id: str) -> Card:
        """What is known about a document, its grade included; WorkspaceError naming an absent id."""
        found = self.cards([document_id])
        if not found:
            raise self._absent(document_id)
        return found[document_id]

    def cards(self, document_ids: Collection[str]) -> dict[str, Card]:
        """Cards of the documents among `document_ids` that are stored."""
        found = self._rows(
            f"SELECT {CARD_COLUMNS} FROM documents d WHERE d.id {LISTED}",
            (rows.as_json(sorted(document_ids)),),
        )
        return {row["id"]: rows.card(row) for row in found}

    def resolve_id(self, prefix: str) -> str:
        """The one document id that begins with `prefix` (hex digits, either case).

        WorkspaceError when none or several do; the message counts and shows them.
        """
        wanted = prefix.strip().lower()
        # 'g' sorts after every hex digit, so the range is served by the primary key.
        ids = [
            str(row["id"])
            for row in self._rows(
                "SELECT id FROM documents WHERE id >= ? AND id < ? ORDER BY id LIMIT 4",
                (wanted, wanted + "g"),
            )
        ]
        if wanted and len(ids) == 1:
            return ids[0]
        if not ids:
            raise WorkspaceError(
                f"No document id begins with '{_short(prefix)}'. `factcheck sources` lists the ids."
            )
        shown = ", ".join(found[:12] for found in ids[:3]) + (", ..." if len(ids) > 3 else "")
        raise WorkspaceError(f"Several document ids begin with '{prefix}' ({shown}). Give more digits.")

    def previous_revision(self, document_id: str) -> str | None:
        """Id of the text that stood at this document's URL before it, None for a first one."""
        found: str | None = self._value(
            "SELECT previous_id FROM revisions WHERE document_id = ? ORDER BY number DESC LIMIT 1",
            (document_id,),
        )
        return found

    def later_revisions(self) -> dict[str, str]:
        """Id of each text that another one has replaced at its address -> id of the latest there.

        Articles count by the path or the row that they were read from, too.
        """
        found = self._rows(
            """SELECT document_id, last_value(document_id) OVER (PARTITION BY url ORDER BY at, number
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS latest FROM revisions
            UNION ALL
            SELECT document_id, last_value(document_id) OVER (PARTITION BY path ORDER BY number
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM articles
            WHERE path IS NOT NULL"""
        )
        return {row[0]: row[1] for row in found if row[0] != row[1]}

    def _absent(self, document_id: str) -> WorkspaceError:
        return WorkspaceError(
            f"No document '{_short(document_id)}' in {self.path}. `factcheck sources` lists the ids."
        )

    def texts_of(self, document_ids: Collection[str]) -> dict[str, str]:
        """Texts by id, kept for the next call; a text never changes under its id, so none goes stale.

        Passages are sliced from these in Python: SQLite's substr reads from the start of the document for
        every passage and takes a NUL for the end, and a second copy of each sentence could come to differ.
        """
        cache = self._text_cache
        missing = [key for key in document_ids if key not in cache]
        if missing:
            if self._cached > _CACHE_CHARACTERS:
                cache.clear()
                self._cached, missing = 0, list(document_ids)
            found = self._rows(f"SELECT id, text FROM documents WHERE id {LISTED}", (rows.as_json(missing),))
            cache.update((row["id"], row["text"]) for row in found)
            self._cached += sum(len(row["text"]) for row in found)
        return {key: cache[key] for key in document_ids}

    # -- the corpus revision ------------------------------------------------------------------

    @contextmanager
    def _revising(self, document_id: str) -> Iterator[None]:
        """Carry whatever the body does to one source over into the corpus revision.

        The revision is a sum over sources, so it depends on which there are and not on how they came,
        and adding one costs the same however many there are.
        """
        before = self._weight(document_id)
        yield
        change = self._weight(document_id) - before
        if change:
            revision = (int(self._value("SELECT revision FROM corpus"), 16) + change) % REVISION_SPACE
            self._write("UPDATE corpus SET revision = ?", (f"{revision:032x}",))

    def _weight(self, document_id: str) -> int:
        """The share of a source in the corpus revision, 0 for a document that is none."""
        row = self._row(
            """SELECT d.published, d.url FROM documents d JOIN sources s ON s.document_id = d.id
            WHERE d.id = ? AND s.removed_at IS NULL""",
            (document_id,),
        )
        return 0 if row is None else source_weight(document_id, row["published"], row["url"])
