"""A file is brought up to date once, by one process, and one from the future is refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from store_samples import add, document

from factcheck import migrations
from factcheck.errors import NewerWorkspace, WorkspaceError
from factcheck.model import Language
from factcheck.store import Store
from factcheck.store.connection import Connection

if TYPE_CHECKING:
    from sqlite_utils import Database

RECORD = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, '')"
OPEN = (
    "import sys; from pathlib import Path; from factcheck.store import Store\n"
    "Store(Path(sys.argv[1])).close()"
)


def test_a_new_file_has_every_step_wal_and_foreign_keys(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Store(path).close()
    connection = sqlite3.connect(path)
    names = [row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert names == [step.__name__ for step in migrations.STEPS]
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_file_from_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(RECORD, ("factcheck", "m999_more"))
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerWorkspace, match=r"'m999_more'.*knows up to 'm0.*Upgrade") as caught:
        Store(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_another_programs_migrations_in_the_same_file_are_none_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(RECORD, ("other", "m999"))
    connection.close()
    Store(path).close()


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.db"
    with Store(path) as store:
        add(store, document(Language.HANT))

    def m998_good(db: Database) -> None:
        db.execute("CREATE TABLE good (x)")

    def m999_bad(db: Database) -> None:
        db.execute("CREATE TABLE bad (x)")
        raise sqlite3.OperationalError("disk is full")

    longer: tuple[Callable[[Database], None], ...] = (*migrations.STEPS, m998_good, m999_bad)
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", longer)
        with pytest.raises(WorkspaceError, match="disk is full"):
            Store(path)
        with pytest.raises(WorkspaceError, match="older layout"):
            Store(path, read_only=True)
    with Store(path) as store:
        assert store.verify() == []
        assert store.stats()["sources"] == 1
    connection = sqlite3.connect(path)
    left = connection.execute("SELECT name FROM sqlite_master WHERE name IN ('good', 'bad')").fetchall()
    connection.close()
    assert left == []


def test_processes_that_start_at_once_make_one_sound_file(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    starts = [
        subprocess.Popen([sys.executable, "-c", OPEN, str(path)], stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    errors = [process.communicate(timeout=60)[1] for process in starts]
    assert [process.returncode for process in starts] == [0] * 4, errors
    with Store(path) as store:
        assert store.verify() == []


def test_opening_a_file_that_is_up_to_date_does_not_load_sqlite_utils(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Store(path).close()
    subprocess.run(
        [sys.executable, "-c", f"{OPEN}\nassert 'sqlite_utils' not in sys.modules", str(path)],
        check=True,
        timeout=60,
    )


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    code = (
        "import sys; from pathlib import Path; from factcheck.store import Store\n"
        "from factcheck.model import Document, Passage, span_id\n"
        "with Store(Path(sys.argv[1])) as store:\n"
        "    for number in range(40):\n"
        "        source = Document(text=f'來源 {sys.argv[2]} {number}')\n"
        "        whole = Passage(span_id(source.id, 0, 5), source.id, 0, 5, source.text[:5])\n"
        "        store.add_document(source); store.add_source(source.id, [whole])\n"
        "        if number % 4 == 0: store.remove_source(source.id)\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in "ab"]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    with Store(path) as store:
        assert store.passage_count() == len(store.sources()) == 60
        assert store.verify() == []


def test_a_file_from_before_the_queue_keeps_its_rows_and_learns_what_they_were_checked_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    with monkeypatch.context() as before:
        before.setattr(migrations, "STEPS", migrations.STEPS[:6])
        Connection(path).close()
    with sqlite3.connect(path) as old:
        old.executescript("""
            INSERT INTO documents (id, text, language) VALUES ('d', 'One. Two.', 'en');
            INSERT INTO articles (document_id, added_at) VALUES ('d', '2025-01-01T00:00:00Z');
            INSERT INTO claims (id, document_id, position, text, quote, start, end, language, kind,
                check_worthiness, context) VALUES ('c', 'd', 0, 'One', 'One', 0, 3, 'en', 'factual', 0.5, '');
            INSERT INTO suggestions VALUES ('c', 0, 'supported', 0.5, NULL, 'so', 'e', 'j', 's', 'v');
            INSERT INTO checks (document_id, corpus_revision, at, outcome) VALUES ('d', 'old', '1', 'checked');
            INSERT INTO checks (document_id, corpus_revision, at, outcome) VALUES ('d', 'new@2025-01-01', '2026-01-02T03:04:05Z', 'checked');
            INSERT INTO reviews (id, at, reviewer, claim_id, event, verdict, quote, prefix, suffix)
                VALUES ('r', '2025-01-01T00:00:00Z', 'ann', 'c', 'decided', 'supported', 'One', '', '. Two.');
        """)
    old.close()
    with Store(path) as store:
        assert store.checked_against("c") == "new@2025-01-01"
        assert store._value("SELECT at FROM suggestions") == "2026-01-02T03:04:05.000000Z"
        (event,) = store.reviews_of("c")
        assert (event.act, event.event, event.verdict) == ("r", "decided", "supported")
        row = store.queue_rows(["c"], reviewer="ann")[0]
        assert (row.suggested, row.verdict, row.mine, row.decided) == (
            "supported",
            "supported",
            "supported",
            True,
        )
        assert store.queue_counts() == (1, 1)
