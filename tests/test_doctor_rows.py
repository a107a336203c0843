"""Whatever is changed in claims.db behind the program's back is named, in both languages, with what to do."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from schemas.old_workspaces import DUMPS, restored
from workspaces import change_rows

from factcheck import Workspace
from factcheck.cli import main
from factcheck.doctor import diagnose, repair
from factcheck.errors import WorkspaceError
from factcheck.folder import Folder
from factcheck.model import Verdict
from factcheck.store import Store

LANGUAGES = ["en", "zh-Hant", "zh-Hans", "mixed"]
IN = "document_id IN (SELECT id FROM documents WHERE language = :language)"
ONE_CLAIM = f"(SELECT id FROM claims WHERE {IN} AND current)"
IN_EACH_LANGUAGE = {
    "another text": (
        "UPDATE documents SET text = text || '。' WHERE language = :language",
        "sha256 of its text",
    ),
    "a text that is no UTF-8": (
        "UPDATE documents SET text = text || char(10) || CAST(X'E4BAFF' AS TEXT) WHERE language = :language",
        "damaged file: Could not decode to UTF-8 column 'text'",
    ),
    "a figure in a text": (
        "UPDATE documents SET text = replace(text, '0', '1') WHERE language = :language",
        "sha256 of its text",
    ),
    "a passage beyond its text": (f"UPDATE passages SET end = 100000 WHERE {IN}", "offsets"),
    "a shorter passage": (f"UPDATE passages SET end = end - 1 WHERE {IN}", "its id is not that of offsets"),
    "a passage of no language": (f"UPDATE passages SET language = 'fr' WHERE {IN}", "is none of en, zh-Hant"),
    "another quotation": (f"UPDATE claims SET quote = quote || '?' WHERE {IN}", "its quote is not text["),
    "a claim elsewhere": (f"UPDATE claims SET start = start + 1 WHERE {IN}", "its quote is not text["),
    "a claim worded otherwise": (
        f"UPDATE claims SET text = text || '嗎' WHERE {IN}",
        "id is not that of its wording",
    ),
    "a kind that is none": (f"UPDATE claims SET kind = 'fact' WHERE {IN}", "is none of factual"),
    "a worth above 1": (f"UPDATE claims SET check_worthiness = 7 WHERE {IN}", "is not within 0 and 1"),
    "a confidence that is a word": (
        f"UPDATE suggestions SET confidence = 'high' WHERE claim_id IN {ONE_CLAIM}",
        "confidence 'high' is no number",
    ),
    "a verdict that is none": (
        f"UPDATE suggestions SET verdict = '屬實' WHERE claim_id IN {ONE_CLAIM}",
        "'屬實' is none of supported",
    ),
    "a sentence outside its passage": (
        f"UPDATE evidence SET sentence_end = sentence_end + 5000 WHERE claim_id IN {ONE_CLAIM}",
        "its deciding sentence is not in the passage",
    ),
    "differences that are no JSON": (
        f"UPDATE evidence SET differences = '[' WHERE claim_id IN {ONE_CLAIM}",
        "is no JSON",
    ),
    "differences of another shape": (
        f"""UPDATE evidence SET differences = '[["kind"]]' WHERE claim_id IN {ONE_CLAIM}""",
        "is no JSON list of differences",
    ),
    "notes that are one word": (
        """UPDATE documents SET notes = '"註"' WHERE language = :language""",
        "is no JSON list of texts",
    ),
    "a text that is bytes": (
        "UPDATE documents SET text = CAST(text AS BLOB) WHERE language = :language",
        "is no text",
    ),
    "a passage that begins at a word": (f"UPDATE passages SET start = '首' WHERE {IN}", "is no whole number"),
    "a claim that ends at a word": (f"UPDATE claims SET end = '末' WHERE {IN}", "is no whole number"),
    "a day that is none": (
        "UPDATE documents SET published = '2025-02-30' WHERE language = :language",
        "is no day",
    ),
}
_NEW_REVIEW = """INSERT INTO reviews (id, at, reviewer, claim_id, quote, prefix, suffix, event, suggestion)
    SELECT 'r', '2026-01-01T00:00:00Z', '安', id, '', '', '',"""
ANYWHERE = {
    "a passage gone": ("DELETE FROM passages WHERE number = 1", "passages recorded"),
    "a source's day": (
        "UPDATE documents SET published = '2020-01-01' WHERE url IS NOT NULL",
        "recorded revision",
    ),
    "a removed source that is searched": (
        "UPDATE sources SET removed_at = '2026-01-01T00:00:00Z' WHERE number = 1",
        "is searched all the same",
    ),
    "a claim gone": ("DELETE FROM claims", "orphan"),
    "decisions that may be deleted": (
        "DROP TRIGGER reviews_keep",
        "layout: the trigger 'reviews_keep' is missing",
    ),
    "decisions that may be changed": (
        "DROP TRIGGER reviews_stay",
        "layout: the trigger 'reviews_stay' is missing",
    ),
    "an index gone": ("DROP INDEX evidence_passage", "layout: the index 'evidence_passage' is missing"),
    "a view gone": ("DROP VIEW open_claims", "layout: the view 'open_claims' is missing"),
    "no running sums": ("DELETE FROM corpus", "layout: the row of 'corpus'"),
    "a table gone": ("DROP TABLE moves", "layout: the table 'moves' is missing"),
    "all texts gone": (
        "PRAGMA foreign_keys = OFF; DROP TABLE documents",
        "layout: the table 'documents' is missing",
    ),
    "a decision's suggestion of another shape": (
        f"{_NEW_REVIEW} 'noted', '[]' FROM claims LIMIT 1",
        "suggestion '[]' is no JSON object",
    ),
    "a decision's suggestion without a verdict": (
        f"{_NEW_REVIEW} 'noted', '{{}}' FROM claims LIMIT 1",
        "review r: cannot be read (KeyError",
    ),
    "a decision that is none": (
        f"{_NEW_REVIEW} '判', NULL FROM claims LIMIT 1",
        "event '判' is none of",
    ),
    "a passage's id": (
        "UPDATE passages SET id = 'zz' WHERE number = 1",
        "id 'zz' is no word of 32 hex digits",
    ),
    "a passage's id that is bytes": (
        "UPDATE passages SET id = X'00FF' WHERE number = 1",
        "id X'00FF' is no text",
    ),
    "a value of two lines": (
        "UPDATE passages SET start = 'a' || char(10) || 'b' WHERE number = 1",
        "start 'a b' is no whole number",
    ),
    "running sums that are none": ("UPDATE corpus SET digest = 'zz'", "digest 'zz' is no word of 16"),
    "a column more": (
        "ALTER TABLE claims ADD COLUMN ours",
        "layout: the table 'claims' is not as this version",
    ),
    "a passage number given twice": (
        "UPDATE sqlite_sequence SET seq = 0 WHERE name = 'passages'",
        "numbers of passages: the next one is in use already",
    ),
    "a standing verdict gone": ("DELETE FROM verdicts", "standing of claim"),
    "another standing verdict": ("UPDATE verdicts SET verdict = 'supported'", "standing of claim"),
    "a reviewer's standing": ("UPDATE standings SET note = 'ours'", "standing of claim"),
    "another decision": (
        "DROP TRIGGER reviews_stay; UPDATE reviews SET verdict = 'maybe' WHERE verdict IS NOT NULL",
        "layout",
    ),
}


@pytest.fixture(scope="module")
def decided(checked_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which a claim of each language was decided."""
    folder = tmp_path_factory.mktemp("decided") / "ws"
    shutil.copytree(checked_folder, folder)
    with Workspace(folder) as workspace:
        desk = workspace.desk("安")
        for claim in workspace.store.claims():
            desk.decide(claim.id, Verdict.CONTRADICTED, note="數字不同")
        assert diagnose(workspace).problems == ()
    return folder


@pytest.fixture
def database(decided: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(decided / "claims.db", tmp_path))


def problems(database: Path) -> list[str]:
    with Store(database, read_only=True) as store:
        return store.verify()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", IN_EACH_LANGUAGE)
def test_what_is_changed_in_one_language_is_named(database: Path, what: str, language: str) -> None:
    statement, said = IN_EACH_LANGUAGE[what]
    in_sources = "passages" in statement
    if in_sources and language == "mixed":
        # The sources of this workspace are in three kinds of text; a dump has one of the fourth.
        database = restored(DUMPS[-1], database.parent / "dump")
        with Store(database):
            pass
    assert problems(database) == []
    change_rows(database, statement, language)
    found = problems(database)
    assert [problem for problem in found if said in problem], found
    assert not any("\n" in problem for problem in found)


@pytest.mark.parametrize("what", ANYWHERE)
def test_what_holds_the_rows_together_is_looked_at(database: Path, what: str) -> None:
    statement, said = ANYWHERE[what]
    change_rows(database, statement)
    assert [problem for problem in problems(database) if said in problem], problems(database)


def test_a_byte_in_a_page_of_an_index_is_named(database: Path) -> None:
    """The order of an index against the rows, which SQLite itself looks at."""
    connection = sqlite3.connect(database)
    ((root,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'passages_digest'")
    ((size,),) = connection.execute("PRAGMA page_size")
    connection.close()
    page = bytearray(database.read_bytes()[(root - 1) * size : root * size])
    place = page.rindex(b"0") if b"0" in page else size - 10
    page[place] ^= 1
    with database.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(page)
    assert any(problem.startswith("damaged file") for problem in problems(database))


# -- the workspace as a whole ------------------------------------------------------------------


@pytest.fixture
def workspace(decided: Path, tmp_path: Path) -> Iterator[Workspace]:
    shutil.copytree(decided, tmp_path / "ws")
    with Workspace(tmp_path / "ws") as opened:
        yield opened


@pytest.mark.parametrize(
    ("statement", "mended"),
    [
        ("DELETE FROM standings; DELETE FROM verdicts WHERE rowid = 1", "made anew from the decisions"),
        ("UPDATE readings SET data = '{'", "could not be read are made again"),
        ("UPDATE readings SET data = '{}'", "could not be read are made again"),
        ("UPDATE glosses SET data = '\"輝達\"'", "could not be read are made again"),
        (f"UPDATE short_forms SET data = '{'[' * 200_000}'", "could not be read are made again"),
        ("UPDATE glosses SET data = '{'", "could not be read are made again"),
        ("UPDATE short_forms SET data = '{'", "could not be read are made again"),
        (
            "UPDATE documents SET title = '另一個標題' WHERE id IN (SELECT document_id FROM sources)",
            "built anew",
        ),
        (
            "UPDATE passages SET number = 7 - number + 100; UPDATE sqlite_sequence SET seq = 200",
            "embeddings/",
        ),
    ],
)
def test_what_is_made_from_other_rows_is_made_anew(workspace: Workspace, statement: str, mended: str) -> None:
    before = workspace.store.decisions()
    workspace.close()
    connection = sqlite3.connect(workspace.folder.claims_db)
    connection.execute("PRAGMA foreign_keys = OFF")
    with connection:
        if "passages" in statement:
            connection.execute("DELETE FROM evidence")
            connection.execute("DELETE FROM readings")
        for part in statement.split(";"):
            connection.execute(part)
    connection.close()
    (problem,) = {one.remedy: one for one in diagnose(workspace).problems}.values()
    assert "doctor --repair" in problem.remedy
    assert [line for line in repair(workspace) if mended in line]
    assert diagnose(workspace).problems == ()
    assert workspace.store.decisions() == before


@pytest.mark.parametrize("what", ["a passage of no language", "a day that is none"])
def test_rows_that_cannot_be_read_are_no_ground_to_build_on(workspace: Workspace, what: str) -> None:
    workspace.close()
    change_rows(workspace.folder.claims_db, IN_EACH_LANGUAGE[what][0], "zh-Hant")
    found = diagnose(workspace).problems
    assert [problem for problem in found if "is no" in problem.what]
    assert all(problem.remedy for problem in found)
    with pytest.raises(WorkspaceError, match=r"is damaged: .* is no.*factcheck restore"):
        list(repair(workspace))


def test_the_command_names_every_problem_with_its_remedy(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace.close()
    change_rows(
        workspace.folder.claims_db,
        "DROP TRIGGER reviews_keep; UPDATE documents SET text = '改' WHERE url IS NOT NULL",
    )
    assert main(["doctor", "--workspace", str(workspace.folder.path)]) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("problem: ")]
    assert len(told) >= 2
    assert all("factcheck" in line for line in told)


def test_a_workspace_of_any_schema_is_judged_alike(tmp_path: Path) -> None:
    """What the newest layout is, however many steps a file came by."""
    for dump in DUMPS[:: len(DUMPS) - 1]:
        folder = Folder(restored(dump, tmp_path / dump.stem).parent)
        with folder.open_store() as store:
            assert store.verify() == []
