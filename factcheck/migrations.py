"""The schema of claims.db, as numbered steps that are only ever added to.

Each step runs in a transaction together with the record of it having run. A database that records
a step unknown here was written by a newer program and is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.errors import NewerWorkspace
from factcheck.views import VIEWS

if TYPE_CHECKING:
    from sqlite_utils import Database

SET_NAME = "factcheck"


def m001_documents(db: Database) -> None:
    """Texts, the pages they came from, and which text replaced which at a URL."""
    db.executescript("""
        CREATE TABLE documents (
            id TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            path TEXT,
            title TEXT,
            author TEXT,
            published TEXT,
            url TEXT,
            language TEXT NOT NULL,
            accessed TEXT,
            tier TEXT,
            notes TEXT NOT NULL DEFAULT '[]'
        );
        CREATE INDEX documents_url ON documents (url);
        CREATE TABLE pages (
            document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            page BLOB NOT NULL
        );
        CREATE TABLE revisions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL,
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            previous_id TEXT REFERENCES documents (id) ON DELETE SET NULL,
            at TEXT NOT NULL,
            UNIQUE (url, document_id)
        );
    """)


def m002_corpus(db: Database) -> None:
    """Sources and their passages; numbers are never used twice, because vectors are keyed by them."""
    db.executescript("""
        CREATE TABLE sources (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            added_at TEXT NOT NULL,
            removed_at TEXT
        );
        CREATE TABLE passages (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            document_id TEXT NOT NULL REFERENCES documents (id),
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            context TEXT NOT NULL,
            language TEXT NOT NULL,
            digest TEXT NOT NULL,
            active INTEGER NOT NULL DEFAULT 1
        );
        CREATE INDEX passages_document ON passages (document_id, active);
        CREATE INDEX passages_digest ON passages (digest);
        CREATE TABLE corpus (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            revision TEXT NOT NULL,
            passages INTEGER NOT NULL,
            digest TEXT NOT NULL
        );
        INSERT INTO corpus VALUES (1, '00000000000000000000000000000000', 0, '0000000000000000');
    """)


_RESULTS = """
        CREATE TABLE articles (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            path TEXT,
            added_at TEXT NOT NULL
        );
        CREATE TABLE claims (
            id TEXT PRIMARY KEY,
            document_id TEXT REFERENCES documents (id),
            position INTEGER NOT NULL,
            current INTEGER NOT NULL DEFAULT 1,
            text TEXT NOT NULL,
            quote TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            language TEXT NOT NULL,
            kind TEXT NOT NULL,
            attribution TEXT,
            check_worthiness REAL NOT NULL,
            context TEXT NOT NULL
        );
        CREATE INDEX claims_document ON claims (document_id, position);
        CREATE TABLE suggestions (
            claim_id TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            confidence REAL NOT NULL,
            reason TEXT,
            rationale TEXT NOT NULL,
            encoder TEXT NOT NULL,
            judge TEXT NOT NULL,
            settings TEXT NOT NULL,
            version TEXT NOT NULL
        );
        CREATE TABLE evidence (
            claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            passage INTEGER NOT NULL REFERENCES passages (number),
            score REAL NOT NULL,
            sentence_start INTEGER NOT NULL,
            sentence_end INTEGER NOT NULL,
            stance TEXT NOT NULL,
            stance_score REAL NOT NULL,
            differences TEXT NOT NULL DEFAULT '[]',
            PRIMARY KEY (claim_id, rank)
        );
        CREATE INDEX evidence_passage ON evidence (passage);
        CREATE TABLE matches (
            claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            text TEXT NOT NULL,
            verdict TEXT NOT NULL,
            publisher TEXT,
            url TEXT,
            published TEXT,
            score REAL NOT NULL,
            PRIMARY KEY (claim_id, rank)
        );
        CREATE TABLE checks (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT REFERENCES documents (id),
            path TEXT,
            corpus_revision TEXT,
            settings TEXT,
            encoder TEXT,
            judge TEXT,
            version TEXT,
            at TEXT NOT NULL,
            outcome TEXT NOT NULL,
            error TEXT
        );
        CREATE INDEX checks_document ON checks (document_id);
        CREATE INDEX checks_path ON checks (path);
    """


def m003_results(db: Database) -> None:
    """Articles, their claims, and what the machine found for them."""
    db.executescript(_RESULTS)


def m004_reviews(db: Database) -> None:
    """People's decisions, which nothing may change afterwards, and claims with a published verdict."""
    db.executescript("""
        CREATE TABLE reviews (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL,
            reviewer TEXT NOT NULL,
            claim_id TEXT NOT NULL REFERENCES claims (id),
            event TEXT NOT NULL,
            verdict TEXT,
            reason TEXT,
            note TEXT,
            evidence TEXT NOT NULL DEFAULT '[]',
            quote TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            suggestion TEXT
        );
        CREATE INDEX reviews_claim ON reviews (claim_id);
        CREATE TRIGGER reviews_keep BEFORE DELETE ON reviews
            BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
        CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews
            BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
        CREATE TABLE checked_claims (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL,
            verdict TEXT NOT NULL,
            publisher TEXT,
            url TEXT,
            published TEXT,
            language TEXT NOT NULL
        );
    """)


def m005_readings(db: Database) -> None:
    """What each passage says, read once; made from its text and remade at will."""
    db.executescript("""
        CREATE TABLE readings (
            passage INTEGER PRIMARY KEY REFERENCES passages (number) ON DELETE CASCADE,
            revision TEXT NOT NULL,
            data TEXT NOT NULL
        );
    """)


def m006_glosses(db: Database) -> None:
    """Names that each source declares to be one; made from its text and remade at will."""
    db.executescript("""
        CREATE TABLE glosses (
            document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            revision TEXT NOT NULL,
            data TEXT NOT NULL
        );
    """)


def m007_queue(db: Database) -> None:
    """The review queue: acts that can be undone, what stands after them, and claims that people wrote.

    `standings` and `verdicts` are made from `reviews` and remade at will.
    """
    db.executescript("""
        ALTER TABLE reviews ADD COLUMN act TEXT;
        ALTER TABLE reviews ADD COLUMN target TEXT;
        ALTER TABLE reviews ADD COLUMN claims TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE reviews ADD COLUMN models TEXT;
        CREATE INDEX reviews_reviewer ON reviews (reviewer, number);
        CREATE INDEX reviews_act ON reviews (act);
        CREATE INDEX reviews_at ON reviews (reviewer, at);
        ALTER TABLE claims ADD COLUMN author TEXT;
        CREATE INDEX claims_current ON claims (current, kind);
        ALTER TABLE suggestions ADD COLUMN corpus_revision TEXT;
        UPDATE suggestions SET corpus_revision = (
            SELECT k.corpus_revision FROM checks k JOIN claims c ON c.document_id = k.document_id
            WHERE c.id = suggestions.claim_id AND k.outcome = 'checked' ORDER BY k.number DESC LIMIT 1
        );
        CREATE TABLE standings (
            claim_id TEXT NOT NULL REFERENCES claims (id),
            reviewer TEXT NOT NULL,
            verdict TEXT,
            reason TEXT,
            evidence TEXT NOT NULL DEFAULT '[]',
            note TEXT,
            flagged INTEGER NOT NULL DEFAULT 0,
            dismissed INTEGER NOT NULL DEFAULT 0,
            at TEXT,
            PRIMARY KEY (claim_id, reviewer)
        );
        CREATE TABLE verdicts (
            claim_id TEXT PRIMARY KEY REFERENCES claims (id),
            decided INTEGER NOT NULL,
            verdict TEXT,
            disputed INTEGER NOT NULL,
            dismissed INTEGER NOT NULL,
            flagged INTEGER NOT NULL,
            noted INTEGER NOT NULL,
            hidden INTEGER NOT NULL
        );
    """)


def m008_moves(db: Database) -> None:
    """Which claim of a later extraction stands where a reviewed one stood."""
    db.executescript("""
        CREATE TABLE moves (
            old_id TEXT PRIMARY KEY REFERENCES claims (id),
            new_id TEXT NOT NULL REFERENCES claims (id)
        );
        CREATE INDEX moves_new ON moves (new_id);
    """)


def m009_together(db: Database) -> None:
    """Several people: adjudication, assignment, whose verdict an older one is; and views to read it all by.

    `standings` and `verdicts` are made anew from `reviews` when the file is opened.
    """
    db.executescript("""
        ALTER TABLE reviews ADD COLUMN person TEXT;
        DROP INDEX reviews_reviewer;
        DROP INDEX reviews_at;
        CREATE INDEX reviews_reviewer ON reviews (reviewer, at, id);
        ALTER TABLE documents ADD COLUMN archived TEXT;
        ALTER TABLE checked_claims ADD COLUMN ruling TEXT;
        ALTER TABLE matches ADD COLUMN level TEXT NOT NULL DEFAULT 'near';
        ALTER TABLE matches ADD COLUMN ruling TEXT;
        ALTER TABLE matches ADD COLUMN own_claim TEXT;
        ALTER TABLE standings ADD COLUMN assigned INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX standings_assigned ON standings (reviewer) WHERE assigned;
        DROP TABLE verdicts;
        CREATE TABLE verdicts (
            claim_id TEXT PRIMARY KEY REFERENCES claims (id),
            decided INTEGER NOT NULL,
            verdict TEXT,
            reason TEXT,
            disputed INTEGER NOT NULL,
            dismissed INTEGER NOT NULL,
            opinions INTEGER NOT NULL,
            flagged INTEGER NOT NULL,
            noted INTEGER NOT NULL,
            hidden INTEGER NOT NULL,
            adjudicator TEXT,
            adjudicated_at TEXT,
            adjudication_note TEXT,
            adjudication_evidence TEXT
        );
    """)


def m010_views(db: Database) -> None:
    """What people look for in the file, under names of its own: nothing is stored twice."""
    db.executescript(VIEWS)


def m011_found_at(db: Database) -> None:
    """When each suggestion was made, to the microsecond: of two workspaces' the later one counts."""
    db.executescript("""
        ALTER TABLE suggestions ADD COLUMN at TEXT;
        UPDATE suggestions SET at = (
            SELECT replace(max(k.at), 'Z', '.000000Z')
            FROM checks k JOIN claims c ON c.document_id = k.document_id
            WHERE c.id = suggestions.claim_id AND k.outcome = 'checked'
        );
    """)


def m012_short_forms(db: Database) -> None:
    """What names each source shortens, found once for all claims."""
    db.executescript("""
        CREATE TABLE short_forms (document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            revision TEXT NOT NULL, data TEXT NOT NULL);
    """)


STEPS: tuple[Callable[[Database], None], ...] = (
    m001_documents,
    m002_corpus,
    m003_results,
    m004_reviews,
    m005_readings,
    m006_glosses,
    m007_queue,
    m008_moves,
    m009_together,
    m010_views,
    m011_found_at,
    m012_short_forms,
)
"""In the order in which they run; append, never edit one that has been released."""


def pending(connection: sqlite3.Connection, path: object) -> list[str]:
    """Names of the steps that `connection` still lacks; NewerWorkspace when it has unknown ones.

    Reads the record that sqlite-utils keeps, without importing it: a start with nothing to do
    pays nothing for migrations.
    """
    known = [step.__name__ for step in STEPS]
    recorded = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    applied: set[str] = set()
    if recorded:
        rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET_NAME,))
        applied = {str(row[0]) for row in rows}
    unknown = sorted(applied.difference(known))
    if unknown:
        raise NewerWorkspace(
            f"{path} was written by a newer version of this program: it has the schema step '{unknown[-1]}', "
            f"this version knows up to '{known[-1]}'. Upgrade factcheck-workbench, or use another workspace."
        )
    return [name for name in known if name not in applied]


def apply(connection: sqlite3.Connection) -> None:
    """Run every pending step, all or none; the caller holds the workspace's lock.

    One transaction around them all takes the write lock at its start, so that a writer that has
    the database open already is waited for instead of breaking a half-read transaction.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    migrations = Migrations(SET_NAME)
    for step in STEPS:
        migrations()(step)
    database = Database(connection, execute_plugins=False)
    database.enable_wal()
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        migrations.apply(database)
