"""`verify` finds what was broken behind the store's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from store_samples import PROVENANCE, add, claim, document, finding, modules_with_sql, passages

from factcheck.model import Language
from factcheck.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound file with a source, an article and one claim."""
    path = tmp_path / "claims.db"
    with Store(path) as store:
        add(store, document(Language.EN))
        article = document(Language.HANT)
        store.add_document(article)
        made = claim(article)
        store.save_check(
            article.id,
            [made],
            [finding(store, made, passages(document(Language.EN)))],
            corpus_revision=store.corpus_revision(),
            provenance=PROVENANCE,
        )
        assert store.verify() == []
    return path


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE documents SET text = text || 'x' WHERE language = 'en'", "sha256"),
        ("UPDATE passages SET end = 100000", "offsets"),
        ("UPDATE claims SET quote = 'other'", "quote"),
        ("DELETE FROM claims", "orphan"),
        ("DELETE FROM passages WHERE number = 1", "passages recorded"),
        ("UPDATE documents SET published = '2020-01-01'", "revision"),
    ],
)
def test_each_kind_of_damage_is_named(path: Path, damage: str, said: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    connection.close()
    with Store(path, read_only=True) as store:
        assert any(said in problem for problem in store.verify()), store.verify()


def test_reviews_can_be_neither_changed_nor_deleted(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(
        """INSERT INTO reviews (id, at, reviewer, claim_id, event, quote, prefix, suffix)
        SELECT 'r', '', '', id, '', '', '', '' FROM claims"""
    )
    for act in ("DELETE FROM reviews", "UPDATE reviews SET note = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(act)
    connection.close()


def test_only_the_store_and_its_migrations_hold_sql() -> None:
    package = Path(__file__).resolve().parents[2] / "factcheck"
    holders = modules_with_sql(package)
    assert "migrations.py" in holders
    schema = {"migrations.py", "views.py"}
    assert [path for path in holders if path not in schema and not path.startswith("store/")] == []
