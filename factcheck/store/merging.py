"""Two workspaces made one: documents, sources, claims, results and events united, nothing lost or doubled.

Each rule below takes the greater of two values, or what is there on one side only, so that it makes no
difference which workspace is merged into which, in what order, and how often. Local numbers, such as those
that vectors are kept by, stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import WorkspaceError
from factcheck.store.connection import plain_errors
from factcheck.store.soundness import Soundness

_KNOWN = ("path", "title", "author", "published", "url", "accessed", "tier", "archived")
_CHECK = "k.at, k.corpus_revision, k.settings, k.encoder, k.judge, k.version"


@dataclass(frozen=True, slots=True)
class Merged:
    """What came from the other workspace."""

    sources: int
    articles: int
    claims: int
    events: int
    checked_claims: int


class Merging(Soundness):
    """Uniting this file with another one."""

    def merge(self, other: Path, leaving: Callable[[list[str]], None] = lambda ids: None) -> Merged:
        """Take in everything that the claims.db at `other` has; that file is only read.

        `leaving` hears, before anything is stored, the ids of the sources that get another title or date, in
        whose light their passages are read. All or nothing. WorkspaceError where `other` is this file or no
        claims.db, has an older layout, or holds anything that is wrong with it: what is merged is another's.
        """
        if other.resolve() == self.path.resolve():
            raise WorkspaceError(f"Wanted another workspace to merge, found this one: {other.parent}.")
        _require_sound(other)
        with self._attached(other):
            leaving(self._headed_otherwise())
            with self.writing():
                before = self._sizes()
                self._merge_documents()
                self._merge_corpus()
                self._merge_results()
                self._merge_events()
                self._merge_checked_claims()
                after = self._sizes()
        return Merged(*(late - early for early, late in zip(before, after, strict=True)))

    @contextmanager
    def _attached(self, other: Path) -> Iterator[None]:
        """For the body, the claims.db at `other` is the schema `other`."""
        with plain_errors(other):
            self._connection.execute("ATTACH DATABASE ? AS other", (str(other),))
        try:
            yield
        finally:
            self._connection.execute("DETACH DATABASE other")

    def _headed_otherwise(self) -> list[str]:
        found = self._rows(
            """SELECT s.document_id FROM sources s JOIN main.documents d ON d.id = s.document_id
            JOIN other.documents o ON o.id = d.id
            WHERE s.removed_at IS NULL AND (coalesce(o.title, '') > coalesce(d.title, '')
                OR coalesce(o.published, '') > coalesce(d.published, ''))"""
        )
        return [row[0] for row in found]

    def _sizes(self) -> list[int]:
        tables = ("sources", "articles", "claims", "reviews", "checked_claims")
        return [int(self._value(f"SELECT count(*) FROM main.{table}")) for table in tables]

    # -- documents and sources ----------------------------------------------------------------

    def _merge_documents(self) -> None:
        headings = "SELECT id, title, published FROM documents"
        before = {row["id"]: (row["title"], row["published"]) for row in self._rows(headings)}
        greater = ", ".join(
            f"{name} = nullif(max(coalesce({name}, ''), coalesce(excluded.{name}, '')), '')"
            for name in _KNOWN
        )
        columns = f"id, text, language, notes, {', '.join(_KNOWN)}"
        self._write(
            f"""INSERT INTO documents ({columns}) SELECT {columns} FROM other.documents WHERE true
            ON CONFLICT (id) DO UPDATE SET {greater}, notes = max(notes, excluded.notes),
                language = CASE WHEN language = 'und' THEN excluded.language
                    WHEN excluded.language = 'und' THEN language ELSE max(language, excluded.language) END"""
        )
        self._write(
            """INSERT INTO pages SELECT * FROM other.pages WHERE true
            ON CONFLICT (document_id) DO UPDATE SET page = max(page, excluded.page)"""
        )
        self._write(
            """INSERT INTO revisions (url, document_id, previous_id, at)
            SELECT url, document_id, previous_id, at FROM other.revisions WHERE true ORDER BY at, document_id
            ON CONFLICT (url, document_id) DO UPDATE SET at = min(at, excluded.at)"""
        )
        # Which of two texts of one second came first is not known any more: the ids decide, on every side.
        self._renumber("revisions", "at, document_id, url")
        self._write(
            """UPDATE revisions SET previous_id = earlier.id FROM (
                SELECT number, lag(document_id) OVER (PARTITION BY url ORDER BY number) AS id
                FROM revisions) earlier WHERE earlier.number = revisions.number"""
        )
        for row in self._rows(headings):
            if before.get(row["id"]) not in (None, (row["title"], row["published"])):
                self.forget_readings(row["id"])

    def _merge_corpus(self) -> None:
        """A source is in force unless it was removed after it was last added, on either side."""
        self._write(
            """INSERT INTO sources (document_id, added_at, removed_at)
            SELECT document_id, added_at, removed_at FROM other.sources WHERE true
            ON CONFLICT (document_id) DO UPDATE SET added_at = max(added_at, excluded.added_at),
                removed_at = nullif(max(coalesce(removed_at, ''), coalesce(excluded.removed_at, '')), '')"""
        )
        self._write("UPDATE sources SET removed_at = NULL WHERE removed_at < added_at")
        self._write(
            """INSERT INTO passages (id, document_id, start, end, context, language, digest, active)
            SELECT id, document_id, start, end, context, language, digest, active FROM other.passages
            WHERE true ORDER BY number
            ON CONFLICT (id) DO UPDATE SET active = max(active, excluded.active),
                context = max(context, excluded.context), language = max(language, excluded.language)"""
        )
        in_force = "SELECT document_id FROM sources WHERE removed_at IS NULL"
        self._write(f"UPDATE passages SET active = 0 WHERE active AND document_id NOT IN ({in_force})")
        self._write(f"DELETE FROM glosses WHERE document_id NOT IN ({in_force})")
        self._write(f"DELETE FROM short_forms WHERE document_id NOT IN ({in_force})")
        self._renumber("sources", "added_at, document_id")
        self._write("UPDATE corpus SET passages = ?, digest = ?, revision = ?", self._counted_anew())

    def _columns(self, table: str) -> str:
        """The columns of a table, without its local number."""
        found = self._rows(f"PRAGMA main.table_info({table})")
        return ", ".join(row["name"] for row in found if row["name"] != "number")

    def _renumber(self, table: str, order: str) -> None:
        """Number rows that nothing refers to by number in an order that both sides agree on."""
        named = self._columns(table)
        self._write(f"CREATE TEMP TABLE renumbered AS SELECT {named} FROM main.{table} ORDER BY {order}")
        self._write(f"DELETE FROM main.{table}")
        self._write(f"INSERT INTO main.{table} ({named}) SELECT {named} FROM renumbered ORDER BY {order}")
        self._write("DROP TABLE renumbered")

    # -- articles, claims and what the machine found ------------------------------------------

    def _merge_results(self) -> None:
        """For an article that both checked, the claims of the later check stand; for each claim, what was
        found for it last, by a check of the whole article or of that claim alone."""
        self._write(
            f"""CREATE TEMP TABLE both_checked AS
            SELECT t.document_id, coalesce(({_latest("other")}), '') AS latest,
                coalesce(({_latest("main")}), '') AS own
            FROM other.articles t"""
        )
        self._write(
            """CREATE TEMP TABLE theirs AS SELECT document_id FROM both_checked
            WHERE latest > own OR document_id NOT IN (SELECT document_id FROM main.articles)"""
        )
        self._write(
            """INSERT INTO articles (document_id, path, added_at)
            SELECT document_id, path, added_at FROM other.articles WHERE true
            ON CONFLICT (document_id) DO UPDATE SET added_at = min(added_at, excluded.added_at),
                path = nullif(max(coalesce(path, ''), coalesce(excluded.path, '')), '')"""
        )
        self._renumber("articles", "added_at, document_id")
        self._merge_claims()
        self._merge_found()
        self._merge_checks()
        self._write("DROP TABLE theirs")
        self._write("DROP TABLE both_checked")

    def _merge_claims(self) -> None:
        columns = (
            "id, document_id, position, text, quote, start, end, language, kind, attribution,"
            " check_worthiness, context, author"
        )
        beaten = "document_id IN (SELECT document_id FROM theirs)"
        even = "document_id IN (SELECT document_id FROM both_checked WHERE latest = own)"
        self._write(f"UPDATE claims SET current = 0 WHERE {beaten} AND author IS NULL")
        self._write(
            f"""INSERT INTO claims ({columns}, current)
            SELECT {columns}, current AND (author IS NOT NULL OR document_id IS NULL OR {beaten})
            FROM other.claims WHERE true ORDER BY document_id, start, end, id
            ON CONFLICT (id) DO UPDATE SET current = max(current, excluded.current),
                author = nullif(max(coalesce(author, ''), coalesce(excluded.author, '')), ''),
                position = CASE WHEN {even} OR coalesce(author, excluded.author) IS NOT NULL
                    THEN min(position, excluded.position)
                    WHEN {beaten} THEN excluded.position ELSE position END,
                kind = iif({beaten}, excluded.kind, kind),
                attribution = iif({beaten}, excluded.attribution, attribution),
                check_worthiness = iif({beaten}, excluded.check_worthiness, check_worthiness),
                context = iif({beaten}, excluded.context, context)"""
        )

    def _merge_found(self) -> None:
        """Suggestions with evidence and matches, of claims that no extraction has any more too: a third
        workspace may have them again, and what counts for them must not depend on which was merged first."""
        named = self._columns("suggestions")
        self._write(
            f"""CREATE TEMP TABLE taken AS SELECT t.claim_id FROM other.suggestions t
            LEFT JOIN main.suggestions o ON o.claim_id = t.claim_id
            WHERE o.claim_id IS NULL OR {_found("other", "t", named)} > {_found("main", "o", named)}"""
        )
        taken = "WHERE claim_id IN (SELECT claim_id FROM taken)"
        for table in ("matches", "evidence", "suggestions"):
            self._write(f"DELETE FROM {table} {taken}")
        for table in ("suggestions", "matches"):
            named = self._columns(table)
            self._write(f"INSERT INTO {table} ({named}) SELECT {named} FROM other.{table} {taken}")
        self._write(
            f"""INSERT INTO evidence SELECT e.claim_id, e.rank, p.number, e.score, e.sentence_start,
                e.sentence_end, e.stance, e.stance_score, e.differences
            FROM other.evidence e JOIN other.passages o ON o.number = e.passage
            JOIN main.passages p ON p.id = o.id {taken}"""
        )
        self._write("DROP TABLE taken")

    def _merge_checks(self) -> None:
        columns = "document_id, path, corpus_revision, settings, encoder, judge, version, at, outcome, error"
        self._write(
            f"CREATE TEMP TABLE done AS SELECT {columns} FROM checks UNION SELECT {columns} FROM other.checks"
        )
        self._write("DELETE FROM checks")
        # One row for each state of an article, or each path that failed: that of the latest check.
        self._write(
            f"""INSERT INTO checks ({columns}) SELECT {columns} FROM (SELECT *, row_number() OVER (
                PARTITION BY outcome, document_id, corpus_revision, settings, encoder, judge, version,
                    iif(outcome = 'failed', path, '')
                ORDER BY at DESC, path, error) AS place FROM done)
            WHERE place = 1
            ORDER BY at, document_id, corpus_revision, settings, encoder, judge, version, path"""
        )
        self._write("DROP TABLE done")

    # -- people -------------------------------------------------------------------------------

    def _merge_events(self) -> None:
        named = self._columns("reviews")
        self._write(
            f"""INSERT OR IGNORE INTO reviews ({named})
            SELECT {named} FROM other.reviews ORDER BY at, id"""
        )
        self._write(
            """INSERT INTO moves SELECT old_id, new_id FROM other.moves WHERE true
            ON CONFLICT (old_id) DO UPDATE SET new_id = CASE
                WHEN (SELECT current FROM claims WHERE id = excluded.new_id)
                    > (SELECT current FROM claims WHERE id = moves.new_id) THEN excluded.new_id
                WHEN (SELECT current FROM claims WHERE id = excluded.new_id)
                    < (SELECT current FROM claims WHERE id = moves.new_id) THEN moves.new_id
                ELSE max(moves.new_id, excluded.new_id) END"""
        )
        # A claim that is current again stands for itself; a move goes on to where its end was moved.
        self._write("DELETE FROM moves WHERE old_id IN (SELECT id FROM claims WHERE current)")
        self._write(
            """UPDATE moves SET new_id = (SELECT n.new_id FROM moves n WHERE n.old_id = moves.new_id)
            WHERE new_id IN (SELECT old_id FROM moves)"""
        )
        self._renumber_claims()
        self.remake_standings()
        for row in self._rows("SELECT document_id FROM articles ORDER BY number"):
            self.follow_claims(row[0])

    def _renumber_claims(self) -> None:
        """Put claims of one place in an order that both sides agree on: those that people wrote come last,
        as they were written, such as the parts that one was split into."""
        self._write("CREATE TEMP TABLE places (id TEXT PRIMARY KEY, place INTEGER)")
        self._write(
            """INSERT INTO places SELECT id, row_number() OVER (ORDER BY document_id, position,
                (SELECT min(at) FROM main.reviews r WHERE r.claim_id = c.id AND r.event = 'claim_added'), id)
            FROM main.claims c"""
        )
        # Two steps: a number that is to be free may still be another claim's.
        self._write("UPDATE main.claims SET rowid = -rowid")
        self._write("UPDATE main.claims SET rowid = (SELECT place FROM places p WHERE p.id = main.claims.id)")
        self._write("DROP TABLE places")

    def _merge_checked_claims(self) -> None:
        newer = """coalesce(excluded.published, '') || excluded.verdict
            > coalesce(checked_claims.published, '') || checked_claims.verdict"""
        names = ("verdict", "published", "language", "ruling")
        chosen = ", ".join(f"{name} = iif({newer}, excluded.{name}, {name})" for name in names)
        self._write(
            f"""INSERT INTO checked_claims (id, text, verdict, publisher, url, published, language, ruling)
            SELECT id, text, verdict, publisher, url, published, language, ruling FROM other.checked_claims
            WHERE true ON CONFLICT (id) DO UPDATE SET {chosen}"""
        )
        self._renumber("checked_claims", "id")


def _require_sound(other: Path) -> None:
    with Soundness(other, read_only=True) as theirs:
        problems = theirs.verify()
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise WorkspaceError(
            f"Cannot merge {other}: {problems[0]}{more}. See `factcheck --workspace {other.parent} doctor`."
        )


def _latest(schema: str) -> str:
    """The latest check of an article `t` as one text, greater when later."""
    key = " || '|' || ".join(f"coalesce({one.strip()}, '')" for one in _CHECK.split(","))
    return f"""SELECT max({key}) FROM {schema}.checks k
        WHERE k.document_id = t.document_id AND k.outcome = 'checked'"""


def _found(schema: str, row: str, columns: str) -> str:
    """All that was found for a claim as one text, greater when found later; `row`: of suggestions."""
    values = ", ".join(f"{row}.{name}" for name in columns.split(", "))
    evidence = f"""SELECT json_group_array(one) FROM (SELECT json_array(p.id, e.score, e.sentence_start,
            e.sentence_end, e.stance, e.stance_score, e.differences) AS one
        FROM {schema}.evidence e JOIN {schema}.passages p ON p.number = e.passage
        WHERE e.claim_id = {row}.claim_id ORDER BY e.rank)"""
    matches = f"""SELECT json_group_array(one) FROM (SELECT json_array(n.text, n.verdict, n.publisher, n.url,
            n.published, n.score, n.level, n.ruling, n.own_claim) AS one
        FROM {schema}.matches n WHERE n.claim_id = {row}.claim_id ORDER BY n.rank)"""
    return f"json_array(coalesce({row}.at, ''), {values}, ({evidence}), ({matches}))"
