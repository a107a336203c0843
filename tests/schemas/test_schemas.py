"""Workspaces that earlier programs wrote come to this one's schema with every row that they had."""

from __future__ import annotations

import sqlite3
from collections.abc import Set
from html import unescape
from pathlib import Path

import pytest
from schemas.old_workspaces import DUMPS, HERE, SUMS, checksum, level, restored

from factcheck import Workspace
from factcheck.doctor import diagnose, repair
from factcheck.exporters import exporters
from factcheck.migrations import STEPS
from factcheck.model import Language
from factcheck.store import Store

RECORD = "_sqlite_migrations"
STANDING = {"standings", "verdicts"}
"""Made from `reviews`, and made anew when a file comes to a later schema: in another order."""
DERIVED = {"readings", "glosses", "short_forms"}
"""Made from texts by the rules in force: those of an earlier program are made anew by `repair`."""
QUESTIONS = {
    Language.EN: ("Veltron sold Lark-9 chips in the first half of 2025", "Regulator clears Lark-9"),
    Language.HANT: ("Veltron在中國的數據中心營收下降", "市場觀察：雲雀晶片"),
    Language.HANS: ("启明半导体2025年第二季度营收", "竞争对手报告"),
    Language.MIXED: ("曜川半導體 shipped 60,000 wafers in July", "供應鏈 briefing"),
}
Rows = dict[str, list[dict[str, object]]]
each_dump = pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)


def rows(path: Path) -> Rows:
    """Every row of every table, as they lie."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {table: [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')] for table in tables}
    connection.close()
    return found


def changed(before: Rows, after: Rows, *, but: Set[str] = frozenset()) -> list[str]:
    """Tables in which a value that was there is not there any more, or in which rows came, went or moved."""
    found = []
    for table in sorted(before.keys() - but - {"sqlite_sequence", RECORD}):
        old = before[table]
        now = [{name: row.get(name, "no such column") for name in old[0]} for row in after[table]]
        if table in STANDING:
            old, now = sorted(old, key=repr), sorted(now, key=repr)
        if old != now:
            found.append(table)
    return found


def test_every_step_has_its_dump() -> None:
    """A new step wants the dump of its schema: run tests/schemas/make.py, see its README.md."""
    assert [dump.stem for dump in DUMPS] == [step.__name__ for step in STEPS]
    page = (HERE / "README.md").read_text("utf-8")
    assert [dump.stem for dump in DUMPS if f"`{dump.stem}`" not in page] == []


def test_no_dump_was_written_anew() -> None:
    """One that this program wrote would come to its schema whatever became of those that earlier ones wrote."""
    assert SUMS.read_text("utf-8").splitlines() == [checksum(dump) for dump in DUMPS]


@each_dump
def test_a_dump_is_of_its_schema_and_has_something_in_every_table(dump: Path, tmp_path: Path) -> None:
    found = rows(restored(dump, tmp_path / "ws"))
    assert [row["name"] for row in found[RECORD]] == [step.__name__ for step in STEPS[: level(dump)]]
    assert [table for table, held in found.items() if not held] == []
    kinds = {language.value for language in QUESTIONS}
    for table, since in {"documents": 1, "passages": 2, "claims": 3}.items():
        if level(dump) >= since:
            assert {row["language"] for row in found[table]} >= kinds, table


@each_dump
def test_an_old_workspace_comes_to_the_newest_schema_with_everything_in_it(
    dump: Path, tmp_path: Path
) -> None:
    path = restored(dump, tmp_path / "ws")
    before = rows(path)
    with Store(path) as store:
        assert store.verify() == []
    after = rows(path)
    assert changed(before, after) == []
    assert [row["name"] for row in after[RECORD]] == [step.__name__ for step in STEPS]
    with Workspace(path.parent) as workspace:
        # embeddings/ is no part of a dump.
        assert [one for one in diagnose(workspace).problems if "--repair" not in one.remedy] == []
        list(repair(workspace))
        assert diagnose(workspace).problems == ()
        assert changed(before, rows(path), but=DERIVED) == []
        for question, title in QUESTIONS.values() if "passages" in before else ():
            assert workspace.search(question)[0].source.title == title
        every_decision_is_reported(workspace, before.get("reviews", []))


def every_decision_is_reported(workspace: Workspace, reviews: list[dict[str, object]]) -> None:
    claims = {str(row["claim_id"]): workspace.store.place_of(str(row["claim_id"])) for row in reviews}
    told = {review.id for place in claims.values() for review in workspace.store.reviews_of(place)}
    assert told == {row["id"] for row in reviews}
    page = unescape(exporters().make("html").export(workspace.report()).decode("utf-8"))
    notes = [str(row["note"]) for row in reviews if row["event"] in ("decided", "adjudicated")]
    assert [note for note in notes if note not in page] == []


@each_dump
def test_what_people_decided_counts_in_the_queue(dump: Path, tmp_path: Path) -> None:
    with Store(restored(dump, tmp_path / "ws")) as store:
        if level(dump) < 4:
            assert store.decisions() == {}
            return
        said = {(one.reviewer, one.verdict) for ruled in store.decisions().values() for one in ruled}
        assert {("ann", "supported"), ("安", "contradicted"), ("安", "unverifiable")} <= said
        done, total = store.queue_counts()
        assert 0 < done < total
