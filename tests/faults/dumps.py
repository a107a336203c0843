"""All that a work has made, without what differs between any two runs, to hold two ways to it side by side."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from faults.places import QUESTIONS
from table_contents import MOMENTS, answers

from factcheck import Workspace

Dump = dict[str, object]
_DRAWN = {"id", "act", "target"}
"""Columns of events whose values are drawn by chance."""


def dump(folder: Path, *, exact: bool = True) -> Dump:
    """Rows by table, and what both indexes answer; of events the act and what it takes back by their places.

    Without `exact` the word index gives only which passages it finds, and sources have no order: it is that of
    their moments, of which two runs may fall into one second or into two.
    """
    connection = sqlite3.connect(folder / "claims.db")
    connection.row_factory = sqlite3.Row
    places: dict[str, int] = {}
    for row in connection.execute("SELECT act FROM reviews ORDER BY number"):
        places.setdefault(row["act"], len(places))
    found: Dump = {}
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        if name.startswith(("sqlite_", "_")):
            continue
        rows = [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]
        for place, row in enumerate(sorted(rows, key=lambda one: one.get("number", 0))):
            if name != "passages" and "number" in row:
                # Merging numbers anew what nothing refers to by number; their order is kept.
                row["number"] = place if exact or name != "sources" else 0
            if name == "reviews":
                row |= {"act": places[row["act"]], "target": places.get(row["target"]), "id": ""}
            for moment in MOMENTS & row.keys():
                del row[moment]
        found[name] = sorted(json.dumps(row, ensure_ascii=False, default=repr) for row in rows)
    connection.close()
    with Workspace(folder, workers=1) as workspace:
        every = answers(workspace, QUESTIONS)
        found["by meaning"] = every[::2]
        found["by words"] = (
            every[1::2] if exact else [sorted(number for number, _ in one) for one in every[1::2]]
        )
        found["models"] = str(workspace.provenance)
    return found


def differences(one: Dump, other: Dump) -> list[str]:
    """Where two dumps differ, a line each; at most a few."""
    lines: list[str] = []
    for name in sorted(one.keys() | other.keys()):
        first, second = one.get(name), other.get(name)
        if first == second:
            continue
        if isinstance(first, list) and isinstance(second, list):
            gone = [row for row in first if row not in second]
            new = [row for row in second if row not in first]
            lines.append(f"{name}: {len(first)}, {len(second)}; -{str(gone[:2])[:500]} +{str(new[:2])[:500]}")
        else:
            lines.append(f"{name}: {first} and {second}")
    return lines
