"""The reference corpus: sources, their passages, and the cheap questions that retrieval asks of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.errors import WorkspaceError
from factcheck.model import Card, Passage
from factcheck.store import rows
from factcheck.store.connection import LISTED, now
from factcheck.store.documents import CARD_COLUMNS, Documents

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIGEST_SPACE = 2**64
EDITABLE = ("published", "tier", "title", "url", "author", "archived")
_PASSAGE = "number, id, document_id, start, end, context, language"


def passage_weight(passage_id: str) -> int:
    """A passage's share of the digest of passage ids: its first 64 bits."""
    return int(passage_id[:16], 16)


class Corpus(Documents):
    """The sources and passages tables."""

    def add_source(self, document_id: str, passages: Sequence[Passage]) -> list[int]:
        """Make a stored document a source; the number of each passage, in the order given.

        Numbers are the keys of vectors: a passage keeps its own for good and none is used twice.
        Adding again changes nothing; a removed source comes back. Passages cut differently from before
        are added beside the old ones: remove the source first to replace them. Raises WorkspaceError
        when the document is absent, ValueError for a passage that is not a slice of it.
        """
        with self.writing():
            self._check_passages(document_id, passages)
            with self._revising(document_id):
                self._write(
                    """INSERT INTO sources (document_id, added_at) VALUES (?, ?)
                    ON CONFLICT (document_id) DO UPDATE SET removed_at = NULL,
                        added_at = iif(removed_at IS NULL, added_at, excluded.added_at)""",
                    (document_id, now()),
                )
            active = self._passage_numbers(document_id, active=True)
            found = [rows.passage_row(passage) for passage in passages]
            self._write_many(
                """DELETE FROM readings WHERE passage IN
                (SELECT number FROM passages WHERE id = :id AND context <> :context)""",
                found,
            )
            self._write_many(
                """INSERT INTO passages (id, document_id, start, end, context, language, digest)
                VALUES (:id, :document_id, :start, :end, :context, :language, :digest)
                ON CONFLICT (id) DO UPDATE SET
                    active = 1, context = excluded.context, language = excluded.language""",
                found,
            )
            self._count_passages(added={passage.id for passage in passages}.difference(active), removed=())
            numbers = self._passage_numbers(document_id, active=True)
            return [numbers[passage.id] for passage in passages]

    def _check_passages(self, document_id: str, passages: Sequence[Passage]) -> None:
        text = self.texts_of([document_id]).get(document_id) if self.has_document(document_id) else None
        if text is None:
            raise self._absent(document_id)
        for passage in passages:
            if passage.document_id != document_id:
                raise ValueError(
                    f"passage {passage.id} belongs to {passage.document_id}, not to {document_id}"
                )
            if not passage.text or text[passage.start : passage.end] != passage.text:
                span = f"text[{passage.start}:{passage.end}]"
                raise ValueError(f"passage {passage.id} is not {span} of {document_id}")

    def has_document(self, document_id: str) -> bool:
        """Whether a document with this id is stored."""
        return self._value("SELECT 1 FROM documents WHERE id = ?", (document_id,)) is not None

    def _passage_numbers(self, document_id: str, *, active: bool) -> dict[str, int]:
        found = self._rows(
            "SELECT id, number FROM passages WHERE document_id = ? AND active = ?", (document_id, int(active))
        )
        return {row["id"]: row["number"] for row in found}

    def numbers_of(self, document_id: str) -> list[int]:
        """Numbers of a source's passages in the corpus now, ascending."""
        return sorted(self._passage_numbers(document_id, active=True).values())

    def _count_passages(self, *, added: Collection[str], removed: Collection[str]) -> None:
        row = self._rows("SELECT passages, digest FROM corpus")[0]
        change = sum(map(passage_weight, added)) - sum(map(passage_weight, removed))
        self._write(
            "UPDATE corpus SET passages = ?, digest = ?",
            (
                row["passages"] + len(added) - len(removed),
                f"{(int(row['digest'], 16) + change) % DIGEST_SPACE:016x}",
            ),
        )

    def remove_source(self, document_id: str) -> list[int]:
        """Take a source out of the corpus; the numbers whose vectors must go.

        The text stays, and so do passages that evidence or a decision refers to, so that old reports can
        be read.
        WorkspaceError when the document is no source.
        """
        with self.writing():
            if not self.is_source(document_id):
                raise self._no_source(document_id)
            gone = self._passage_numbers(document_id, active=True)
            with self._revising(document_id):
                self._write("UPDATE sources SET removed_at = ? WHERE document_id = ?", (now(), document_id))
            self._write("UPDATE passages SET active = 0 WHERE document_id = ?", (document_id,))
            for derived in ("glosses", "short_forms"):
                self._write(f"DELETE FROM {derived} WHERE document_id = ?", (document_id,))
            self._write(
                """DELETE FROM passages WHERE document_id = ?
                AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.passage = passages.number)
                AND id NOT IN (SELECT value FROM reviews, json_each(reviews.evidence))""",
                (document_id,),
            )
            self._count_passages(added=(), removed=gone)
            return sorted(gone.values())

    def edit_source(
        self,
        document_id: str,
        *,
        published: date | None = None,
        tier: str | None = None,
        title: str | None = None,
        url: str | None = None,
        author: str | None = None,
        archived: str | None = None,
        clear: Collection[str] = (),
    ) -> Card:
        """Change what is known about a source; None leaves a field as it is, `clear` names fields to empty.

        WorkspaceError when the document is no source, ValueError for an unknown name in `clear`.
        """
        unknown = sorted(set(clear).difference(EDITABLE))
        if unknown:
            raise ValueError(f"cannot clear '{unknown[0]}'; fields that can be: {', '.join(EDITABLE)}")
        given = {
            "published": rows.iso(published),
            "tier": tier,
            "title": title,
            "url": url,
            "author": author,
            "archived": archived,
        }
        changes: dict[str, str | None] = {name: value for name, value in given.items() if value is not None}
        changes.update((name, None) for name in clear)
        with self.writing():
            if not self.is_source(document_id):
                raise self._no_source(document_id)
            with self._revising(document_id):
                for name, value in changes.items():
                    self._write(f"UPDATE documents SET {name} = ? WHERE id = ?", (value, document_id))
            if changes.get("url") is not None:
                self._record_revision(str(changes["url"]), document_id)
            return self.card(document_id)

    def _no_source(self, document_id: str) -> WorkspaceError:
        return WorkspaceError(
            f"'{document_id[:12]}' is no source of the corpus in {self.path}. `factcheck sources` lists them."
        )

    def is_source(self, document_id: str) -> bool:
        """Whether the document is in the corpus now."""
        return bool(
            self._value("SELECT 1 FROM sources WHERE document_id = ? AND removed_at IS NULL", (document_id,))
        )

    def sources(self, *, include_removed: bool = False) -> list[Card]:
        """Cards of the sources in the order in which they were first added."""
        found = self._rows(
            f"""SELECT {CARD_COLUMNS} FROM sources s JOIN documents d ON d.id = s.document_id
            WHERE s.removed_at IS NULL OR ? ORDER BY s.number""",
            (include_removed,),
        )
        return [rows.card(row) for row in found]

    def sources_at(self, document_id: str, url: str | None) -> set[str]:
        """Ids of the sources that are this document or stand at `url`."""
        found = self._rows(
            """SELECT d.id FROM documents d JOIN sources s ON s.document_id = d.id
            WHERE s.removed_at IS NULL AND (d.id = ? OR d.url = ?)""",
            (document_id, url),
        )
        return {row[0] for row in found}

    def source_count(self) -> int:
        """How many sources the corpus has now."""
        return int(self._value("SELECT count(*) FROM sources WHERE removed_at IS NULL"))

    def removed_sources(self) -> set[str]:
        """Ids of the documents that were sources once."""
        return {row[0] for row in self._rows("SELECT document_id FROM sources WHERE removed_at IS NOT NULL")}

    def corpus_revision(self) -> str:
        """32 hex digits that depend on the set of sources with their dates and URLs, and on nothing else."""
        return str(self._value("SELECT revision FROM corpus"))

    def passage_count(self) -> int:
        """Number of passages in the corpus now."""
        return int(self._value("SELECT passages FROM corpus"))

    def passage_digest(self) -> str:
        """16 hex digits over the ids of the passages in the corpus now, whatever their order."""
        return str(self._value("SELECT digest FROM corpus"))

    # -- passages -----------------------------------------------------------------------------

    def _passages_where(self, condition: str, values: Sequence[object]) -> list[tuple[int, Passage]]:
        found = self._rows(f"SELECT {_PASSAGE} FROM passages WHERE {condition}", values)
        texts = self.texts_of({row["document_id"] for row in found})
        return [(row["number"], rows.passage(row, texts[row["document_id"]])) for row in found]

    def passages(self, numbers: Sequence[int], *, active: bool = False) -> dict[int, Passage]:
        """Passages by number; numbers that no passage has are left out.

        Those of removed sources are among them, unless only those in the corpus now (`active`) are wanted.
        """
        key = rows.as_json([int(number) for number in numbers])
        return dict(self._passages_where(f"number {LISTED}{' AND active = 1' * active}", (key,)))

    def passage_by_id(self, passage_id: str) -> Passage:
        """One passage; WorkspaceError naming the id when there is none."""
        found = self._passages_where("id = ?", (passage_id,))
        if not found:
            raise WorkspaceError(
                f"No passage with the id '{passage_id}' in {self.path}; its source may have been removed."
            )
        return found[0][1]

    def all_in_force(self, passage_ids: Collection[str]) -> bool:
        """Whether all of these passages are in the corpus now."""
        wanted = rows.as_json(sorted(passage_ids))
        count = self._value(f"SELECT count(*) FROM passages WHERE active AND id {LISTED}", (wanted,))
        return int(count) == len(passage_ids)

    def passages_of(self, document_id: str) -> list[Passage]:
        """The passages of a source in the corpus now, in the order of the text."""
        found = self._passages_where("document_id = ? AND active = 1 ORDER BY start, end", (document_id,))
        return [passage for _, passage in found]

    def sentence_numbers(self, passage_ids: Collection[str]) -> dict[str, int]:
        """Place of each passage among those of its source in the corpus now, from 0; others are left out."""
        found = self._rows(
            f"""SELECT p.id, (SELECT count(*) FROM passages q WHERE q.document_id = p.document_id AND q.active
                AND (q.start, q.end) < (p.start, p.end)) AS place
            FROM passages p WHERE p.active AND p.id {LISTED}""",
            (rows.as_json(sorted(passage_ids)),),
        )
        return {row["id"]: row["place"] for row in found}

    def iter_passages(self, batch: int = 2000) -> Iterator[list[tuple[int, Passage]]]:
        """All passages in the corpus in batches, by number; holds no transaction open between batches."""
        last = 0
        condition = "number > ? AND active = 1 ORDER BY number LIMIT ?"
        while found := self._passages_where(condition, (last, batch)):
            yield found
            last = found[-1][0]

    def passage_weights(self) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Numbers (n,), ascending, and weights (n,) of every passage in the corpus now."""
        import numpy as np

        found = self._rows("SELECT number, substr(id, 1, 16) FROM passages WHERE active = 1 ORDER BY number")
        numbers = np.fromiter((row[0] for row in found), dtype=np.int64, count=len(found))
        digits = bytes.fromhex("".join(row[1] for row in found))
        return numbers, np.frombuffer(digits, dtype=">u8").astype(np.uint64)

    # -- readings -----------------------------------------------------------------------------

    def keep_readings(self, readings: Mapping[int, str], revision: str) -> None:
        """Keep what passages (by number) say, as read by the rules of `revision`.

        What another process has taken out of the corpus meanwhile is passed over.
        """
        with self.writing():
            self._write_many(
                """INSERT OR REPLACE INTO readings (passage, revision, data)
                SELECT :passage, :revision, :data
                WHERE EXISTS (SELECT 1 FROM passages WHERE number = :passage)""",
                [
                    {"passage": number, "revision": revision, "data": data}
                    for number, data in readings.items()
                ],
            )

    def readings(self, passage_ids: Sequence[str], revision: str) -> dict[str, str]:
        """The kept readings of passages, by id; those of other rules, or never made, are left out."""
        found = self._rows(
            f"""SELECT p.id, r.data FROM passages p JOIN readings r ON r.passage = p.number
            WHERE p.id {LISTED} AND r.revision = ?""",
            (rows.as_json(list(passage_ids)), revision),
        )
        return {row[0]: row[1] for row in found}

    def unread_count(self, revision: str) -> int:
        """How many passages of the corpus have no reading by the rules of `revision`."""
        kept = self._value(
            """SELECT count(*) FROM readings r JOIN passages p ON p.number = r.passage
            WHERE p.active = 1 AND r.revision = ?""",
            (revision,),
        )
        return self.passage_count() - int(kept)

    def forget_readings(self, document_id: str) -> None:
        """Drop what a source's passages say: they are read in the light of its title and date."""
        with self.writing():
            self._write(
                "DELETE FROM readings WHERE passage IN (SELECT number FROM passages WHERE document_id = ?)",
                (document_id,),
            )

    def digests(self, numbers: Sequence[int]) -> dict[int, str]:
        """For each number the digest that copies of one sentence share (see `rows.content_digest`)."""
        key = rows.as_json([int(number) for number in numbers])
        found = self._rows(f"SELECT number, digest FROM passages WHERE number {LISTED}", (key,))
        return {row[0]: row[1] for row in found}

    def near_duplicates(self, digests: Collection[str], share: float) -> set[str]:
        """Ids of the sources that have at least `share` of their passages, or of `digests`, in common.

        `digests` are those of the sentences of a text (see `rows.content_digest`), `share` is in (0, 1].
        A single common sentence makes no duplicate of a longer text.
        """
        found = self._rows(
            f"""SELECT p.document_id AS id, count(DISTINCT p.digest) AS common,
                (SELECT count(*) FROM passages q WHERE q.document_id = p.document_id AND q.active = 1) AS size
            FROM passages p WHERE p.active = 1 AND p.digest {LISTED} GROUP BY p.document_id""",
            (rows.as_json(sorted(digests)),),
        )
        return {
            row["id"]
            for row in found
            if row["common"] >= share * min(row["size"], len(digests))
            and (row["common"] > 1 or row["size"] == 1)
        }

    def source_numbers(
        self,
        *,
        published_before: date | None = None,
        published_after: date | None = None,
        source_ids: Collection[str] | None = None,
        exclude: Collection[str] = (),
    ) -> NDArray[np.int64] | None:
        """The passages that a search may return, ascending int64 (n,); None when nothing is excluded.

        Sources published after `published_before` or before `published_after` are left out (both days
        included), those without a date are kept. `source_ids` keeps only these documents, `exclude`
        drops these. The answer serves all claims of an article: ask once for each.
        """
        tests = ["1"]
        values: list[object] = []
        for column, bound in (("<=", published_before), (">=", published_after)):
            if bound is not None:
                tests.append(f"(d.published IS NULL OR d.published {column} ?)")
                values.append(bound.isoformat())
        if source_ids is not None:
            tests.append(f"d.id {LISTED}")
            values.append(rows.as_json(sorted(source_ids)))
        if exclude:
            tests.append(f"d.id NOT {LISTED}")
            values.append(rows.as_json(sorted(exclude)))
        if len(tests) == 1:
            return None
        with self.reading():
            return self._numbers_where(" AND ".join(tests), values)

    def _numbers_where(self, condition: str, values: Sequence[object]) -> NDArray[np.int64] | None:
        """Passage numbers of the sources for which `condition` holds; None when it holds for all."""
        import numpy as np

        kept = [
            str(row["id"])
            for row in self._rows(
                f"""SELECT d.id FROM sources s JOIN documents d ON d.id = s.document_id
                WHERE s.removed_at IS NULL AND {condition}""",
                values,
            )
        ]
        if len(kept) == self._value("SELECT count(*) FROM sources WHERE removed_at IS NULL"):
            return None
        found = self._rows(
            f"SELECT number FROM passages WHERE active = 1 AND document_id {LISTED}", (rows.as_json(kept),)
        )
        return np.sort(np.fromiter((row[0] for row in found), dtype=np.int64, count=len(found)))
