"""docs/database.md against the file that the program makes, and its views against what people did."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck import Workspace
from factcheck.model import Verdict

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "database.md"


def documented(kind: str) -> dict[str, list[str]]:
    """Name -> columns, as the page lists them."""
    _, _, part = PAGE.read_text("utf-8").partition(f"## {kind}\n")
    rows = re.findall(r"^\| `(\w+)` \| .*? \| (.*) \|$", part.partition("\n## ")[0], re.MULTILINE)
    return {name: re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", columns)) for name, columns in rows}


def made(queue: Workspace, kind: str) -> dict[str, list[str]]:
    rows = queue.store._rows(
        r"""SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
        AND name NOT LIKE '\_sqlite%' ESCAPE '\'""",
        (kind,),
    )
    return {
        row[0]: [one["name"] for one in queue.store._rows(f"PRAGMA table_info({row[0]})")] for row in rows
    }


def test_every_table_view_and_column_is_documented(queue: Workspace) -> None:
    assert documented("Tables") == made(queue, "table")
    assert documented("Views") == made(queue, "view")


def test_the_views_show_what_is_there(queue: Workspace) -> None:
    store, findings = queue.store, queue.findings()
    queue.desk("安").decide(findings[0].claim.id, Verdict.SUPPORTED, note="看過")
    (row,) = store._rows("SELECT claim, verdict, opinions FROM reviewed_claims")
    assert tuple(row) == (findings[0].claim.text, "supported", 1)
    assert store._value("SELECT count(*) FROM open_claims") == len(findings) - 1
    assert store._value("SELECT note FROM acts") == "看過"
    for passage_id, passage in store._rows("SELECT passage_id, passage FROM claim_evidence"):
        assert passage == store.passage_by_id(passage_id).text
    assert store._value("SELECT count(*) FROM sources_in_force") == len(queue.sources())
    assert store._value("SELECT sum(claims) FROM checked_articles") == len(store.claims())
