"""What the columns of claims.db may hold, asked of every row: a value outside would stop whoever reads it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from functools import lru_cache

from factcheck import migrations
from factcheck.model import ClaimKind, DifferenceKind, Language, MatchLevel, Reason, Stance, Verdict
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
_TEXTS = ("documents.notes", "reviews.evidence", "reviews.claims")
_HEX = {"passages.id": 32, "corpus.digest": 16, "corpus.revision": 32}
_OBJECTS = ("reviews.suggestion", "reviews.models")
_TYPES = {
    "TEXT": (("text",), "no text"),
    "INTEGER": (("integer",), "no whole number"),
    "REAL": (("real", "integer"), "no number"),
    "BLOB": (("blob",), "no bytes"),
}
"""By the declared type of a column: what SQLite may hold in it, and what to say of anything else."""
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


def questions() -> Iterator[str]:
    """For each rule the SQL that finds the rows which break it, with what to say of each in one sentence."""
    for kind, columns in _WORDS.items():
        for column in columns:
            yield _finding(column, f"{{}} NOT IN ({_listed(kind)})", f"none of {', '.join(kind)}")
    for column in _SHARES:
        yield _finding(column, "{} NOT BETWEEN 0 AND 1", "not within 0 and 1")
    for column in _DAYS:
        yield _finding(column, "{0} IS NOT date({0}, '+0 days')", "no day, YYYY-MM-DD")
    for column in _TEXTS:
        yield _finding(column, _unlike("array", "type <> 'text'"), "no JSON list of texts")
    for column in _OBJECTS:
        yield _finding(column, _unlike("object", "false"), "no JSON object")
    for column, digits in _HEX.items():
        broken = f"length({{0}}) <> {digits} OR {{0}} GLOB '*[^0-9a-f]*'"
        yield _finding(column, broken, f"no word of {digits} hex digits")
    # (kind, words of the claim, words of the evidence); see `rows.evidence`.
    pair = (
        f"type <> 'array' OR json_array_length(value) <> 3 OR value ->> 0 NOT IN ({_listed(DifferenceKind)})"
    )
    yield _finding("evidence.differences", _unlike("array", pair), "no JSON list of differences")


def type_questions() -> Iterator[str]:
    """For each table the SQL that finds values of another type than their column's, as `questions` does."""
    for table, columns in _new_file()[1].items():
        tests = []
        for name, declared in columns:
            allowed, lacking = _TYPES[declared]
            holds = ", ".join(f"'{one}'" for one in (*allowed, "null"))
            tests.append(
                (f'typeof("{name}") NOT IN ({holds})', f"': {name} ' || {_shown(name)} || ' is {lacking}'")
            )
        which = " ".join(f"WHEN {broken} THEN {said}" for broken, said in tests)
        broken = " OR ".join(broken for broken, _ in tests)
        yield f"SELECT {_called(table)} || CASE {which} END FROM {table} WHERE {broken}"


def _finding(column: str, broken: str, lacking: str) -> str:
    """`broken` with the column's name for each pair of braces."""
    table, _, name = column.partition(".")
    return (
        f"SELECT {_called(table)} || ': {name} ' || {_shown(name)} || ' is {lacking}' FROM {table}"
        f" WHERE {name} IS NOT NULL AND ({broken.format(name)})"
    )


def _listed(kind: type[StrEnum]) -> str:
    return ", ".join(f"'{one.value}'" for one in kind)


def _unlike(kind: str, broken: str) -> str:
    """Whether a value is no JSON of this kind, or one of its parts is `broken`."""
    return (
        f"CASE WHEN NOT json_valid({{0}}) THEN true WHEN json_type({{0}}) <> '{kind}' THEN true"
        f" ELSE EXISTS (SELECT 1 FROM json_each({{0}}) WHERE {broken}) END"
    )


def _called(table: str) -> str:
    named = _NAMED.get(table, "id") if table in _ROW else "rowid"
    # Bytes are no text that a sentence could hold.
    shown = f"CASE typeof({named}) WHEN 'text' THEN {named} ELSE quote({named}) END"
    return f"'{_ROW.get(table, table)} ' || {shown}"


def _shown(name: str) -> str:
    # What cannot be shown in one line must not part the sentence.
    return f"""substr(replace(replace(quote("{name}"), char(10), ' '), char(13), ' '), 1, 60)"""


def layout_of(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """By kind and name: how every table, index, view and trigger is made."""
    found = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(row[0], row[1]): " ".join(row[2].split()) for row in found}


def wanted_layout() -> dict[tuple[str, str], str]:
    """The layout of a file that this version has just made."""
    return _new_file()[0]


@lru_cache(maxsize=1)
def _new_file() -> tuple[dict[tuple[str, str], str], dict[str, list[tuple[str, str]]]]:
    """Of a file that this version has just made the layout, and by table its columns, each with its type."""
    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(connection)
        every = layout_of(connection)
        layout = {key: sql for key, sql in every.items() if not key[1].startswith(("sqlite_", "_sqlite"))}
        columns = {
            name: [(row[1], row[2]) for row in connection.execute(f"PRAGMA table_info({name})")]
            for kind, name in layout
            if kind == "table"
        }
    return layout, columns
