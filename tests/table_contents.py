"""All that a workspace holds, to hold two ways of making it against each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from factcheck import Workspace
from factcheck.language.facts import fact_terms, find_facts
from factcheck.language.tokens import search_terms

MOMENTS = {"at", "added_at", "removed_at", "accessed", "applied_at"}
"""Columns that say when: they differ between any two runs."""


def contents(folder: Path, *, numbers: bool = True) -> dict[str, list[tuple[object, ...]]]:
    """Rows by table, sorted, without moments; without `numbers`, which follow the order of work, on request."""
    connection = sqlite3.connect(folder / "claims.db")
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in names:
        if table.startswith("sqlite_") or table.startswith("_"):
            continue
        left_out = MOMENTS if numbers else MOMENTS | {"number"}
        columns = [
            row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in left_out
        ]
        found[table] = sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
    connection.close()
    return found


def answers(workspace: Workspace, texts: Sequence[str]) -> list[list[tuple[int, float]]]:
    """What both indexes give for each text, by meaning and by words: every passage, best first, with its score.

    All of them, since which of equal ones are among the first depends on how the word index is cut into files.
    """
    vectors, every = workspace.vectors, workspace.store.passage_count()
    found = []
    for text in texts:
        scores, numbers = vectors.search(workspace.encoder.encode_queries([text]), every)
        found.append(
            sorted(
                zip(numbers[0].tolist(), scores[0].tolist(), strict=True), key=lambda one: (-one[1], one[0])
            )
        )
        found.append(vectors.search_words(search_terms(text), every, facts=fact_terms(find_facts(text))))
    return found
