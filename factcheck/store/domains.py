"""What the columns of claims.db may hold, asked of every row: a value outside would stop whoever reads it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from factcheck import migrations
from factcheck.model import ClaimKind, Language, MatchLevel, Reason, Stance, Verdict
from factcheck.queue import Act

_WORDS: dict[type[StrEnum], tuple[str, ...]] = {
    Language: ("documents.language", "passages.language", "claims.language", "checked_claims.language"),
    ClaimKind: ("claims.kind",),
    Verdict: ("suggestions.verdict", "reviews.verdict", "matches.ruling", "checked_claims.ruling"),
    Reason: ("suggestions.reason", "reviews.reason"),
    Stance: ("evidence.stance",),
    MatchLevel: ("matches.level",),
    Act: ("reviews.event",),
}
_SHARES = ("claims.check_worthiness", "suggestions.confidence", "evidence.stance_score")
_DAYS = ("documents.published", "matches.published", "checked_claims.published")
_JSON = (
    "documents.notes",
    "evidence.differences",
    "reviews.evidence",
    "reviews.claims",
    "reviews.suggestion",
    "reviews.models",
)
_ROW = {
    "documents": "document",
    "passages": "passage",
    "claims": "claim",
    "suggestions": "suggestion",
    "evidence": "evidence",
    "matches": "match",
    "reviews": "review",
    "checked_claims": "checked claim",
}
"""What one row of a table is called, as in the problems of `Store.verify`."""
_NAMED = {"suggestions": "claim_id", "evidence": "claim_id", "matches": "claim_id"}
"""By which column a row is named; else by its id."""


def questions() -> Iterator[tuple[str, str]]:
    """For each rule the SQL that finds a row which breaks it (name and value), and what to say of that."""
    for kind, columns in _WORDS.items():
        listed = ", ".join(f"'{one.value}'" for one in kind)
        for column in columns:
            yield _finding(column, f"NOT IN ({listed})"), f"is none of {listed.replace(chr(39), '')}"
    for column in _SHARES:
        yield _finding(column, "NOT BETWEEN 0 AND 1"), "is not within 0 and 1"
    for column in _DAYS:
        name = column.partition(".")[2]
        yield _finding(column, f"IS NOT date({name}, '+0 days')"), "is no day, YYYY-MM-DD"
    for column in _JSON:
        name = column.partition(".")[2]
        yield _finding(column, f"IS NOT NULL AND NOT json_valid({name})"), "is no JSON"


def _finding(column: str, broken: str) -> str:
    table, _, name = column.partition(".")
    named = _NAMED.get(table, "id")
    return (
        f"SELECT '{_ROW[table]} ' || {named} || ': {name} ' || substr(quote({name}), 1, 60) FROM {table}"
        f" WHERE {name} IS NOT NULL AND {name} {broken}"
    )


def layout_of(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """By kind and name: how every table, index, view and trigger is made."""
    found = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(row[0], row[1]): " ".join(row[2].split()) for row in found}


@lru_cache(maxsize=1)
def wanted_layout() -> dict[tuple[str, str], str]:
    """The layout of a file that this version has just made."""
    connection = sqlite3.connect(":memory:")
    try:
        migrations.apply(connection)
        layout = layout_of(connection)
    finally:
        connection.close()
    return {key: sql for key, sql in layout.items() if not key[1].startswith(("sqlite_", "_sqlite"))}
