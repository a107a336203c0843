"""A diagnosis names real damage with what mends it, and `repair` mends what can be built again."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from unprivileged import run_without_write_access
from workspaces import change_rows, filled

from factcheck import Workspace, shares
from factcheck.doctor import Diagnosis, diagnose, repair
from factcheck.errors import WorkspaceError

QUESTION = "Veltron在華數據中心營收下降25%"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with filled(tmp_path) as opened:
        assert diagnose(opened).sound
        yield opened


def fact(diagnosis: Diagnosis, name: str) -> object:
    return {one.name: one.value for one in diagnosis.facts}[name]


def generation(workspace: Workspace) -> Path:
    """The folder that the manifest names."""
    manifest = json.loads((workspace.folder.embeddings / "manifest.json").read_text("utf-8"))
    return workspace.folder.embeddings / str(manifest["generation"])


def halve(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def change_manifest(workspace: Workspace, **values: object) -> None:
    path = workspace.folder.embeddings / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **values}), encoding="utf-8")


def run_sql(workspace: Workspace, statement: str) -> None:
    workspace.close()
    change_rows(workspace.folder.claims_db, statement)


def people_s_rows(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """All rows but those that are made from texts."""
    connection = sqlite3.connect(workspace.folder.claims_db)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = set(names) - {"readings", "glosses", "short_forms"}
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in sorted(kept)}
    connection.close()
    return rows


def delete_embeddings(workspace: Workspace) -> None:
    shutil.rmtree(workspace.folder.embeddings)


def halve_word_index(workspace: Workspace) -> None:
    halve(next((generation(workspace) / "lexical").glob("*.term")))


DAMAGE: dict[str, tuple[Callable[[Workspace], None], str]] = {
    "embeddings deleted": (delete_embeddings, "no usable index of the 6 passages"),
    "manifest unreadable": (
        lambda workspace: halve(workspace.folder.embeddings / "manifest.json"),
        "no usable index",
    ),
    "another encoder": (lambda workspace: change_manifest(workspace, encoder="elsewhere"), "elsewhere"),
    "another dimension": (lambda workspace: change_manifest(workspace, dimension=7), "dimension 7"),
    "another count": (lambda workspace: change_manifest(workspace, count=5), "6 vectors"),
    "vectors truncated": (
        lambda workspace: halve(generation(workspace) / "vectors" / "flat.faiss"),
        "damaged",
    ),
    "table truncated": (lambda workspace: halve(generation(workspace) / "passages.npy"), "damaged"),
    "word index truncated": (halve_word_index, "damaged"),
    "word index gone": (
        lambda workspace: shutil.rmtree(generation(workspace) / "lexical"),
        "no usable index",
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_embeddings_are_named_and_mended(workspace: Workspace, name: str) -> None:
    damage, said = DAMAGE[name]
    before = workspace.claim(QUESTION).evidence[0].hit.passage.id
    workspace.close()
    damage(workspace)
    (problem,) = diagnose(workspace).problems
    assert said in problem.what
    assert "factcheck doctor --repair" in problem.remedy
    assert "\n" not in problem.what
    assert [line for line in repair(workspace) if "6 passages" in line]
    assert diagnose(workspace).problems == ()
    assert workspace.claim(QUESTION).evidence[0].hit.passage.id == before


def test_a_flipped_byte_in_the_middle_of_a_file_is_named_and_mended(tmp_path: Path) -> None:
    """Between the blocks that opening looks at: only reading every byte shows it."""
    source = tmp_path / "long.txt"
    source.write_text("".join(f"晶圓廠第{n}週出貨{n}萬片。" for n in range(60)), encoding="utf-8")
    with filled(tmp_path) as workspace:
        list(workspace.add([str(source)]))
        workspace.close()
        path = generation(workspace) / "vectors" / "flat.faiss"
        size = path.stat().st_size
        place = (size - 4096) // 7 * 3 + 4096 + 50
        with path.open("r+b") as file:
            file.seek(place)
            (byte,) = file.read(1)
            file.seek(place)
            file.write(bytes([byte ^ 4]))
        assert workspace.search("晶圓廠")
        workspace.close()
        (problem,) = diagnose(workspace).problems
        assert problem.what.endswith("flat.faiss has other bytes than were written.")
        assert "--repair" in problem.remedy
        assert [line for line in repair(workspace) if "66 passages" in line]
        assert diagnose(workspace).sound


def test_how_the_vectors_are_searched_is_a_fact(workspace: Workspace) -> None:
    assert fact(diagnose(workspace), "vectors searched") == "exact (every vector, up to 50,000)"


def test_rows_that_lost_their_vectors_are_filled_in_without_building_anew(workspace: Workspace) -> None:
    """As an interrupted run leaves it: a source is stored, another gone, and embeddings/ knows neither."""
    gone = workspace.sources()[0].id
    kept = workspace.sources()[1].id
    with workspace.folder.open_store() as store:
        passages = store.passages_of(kept)
        store.remove_source(gone)
        store.remove_source(kept)
        store.add_source(kept, passages)
    (problem,) = diagnose(workspace).problems
    # What comes back gets new numbers, so its old ones go as well.
    assert "lacks 2 passages and holds 4 that are gone" in problem.what
    (line,) = repair(workspace)
    assert "2 passages added, 4 removed" in line
    assert diagnose(workspace).sound
    assert list(repair(workspace)) == []


@pytest.mark.parametrize(
    ("statement", "said", "remedy"),
    [
        ("UPDATE documents SET text = text || '。' WHERE language = 'en'", "sha256", "add it again"),
        ("UPDATE passages SET end = 100000 WHERE number = 1", "offsets", "add it again"),
        ("UPDATE documents SET published = '2020-01-01' WHERE language = 'en'", "revision", "backup"),
    ],
)
def test_edited_rows_are_named_and_left_alone(
    workspace: Workspace, statement: str, said: str, remedy: str
) -> None:
    run_sql(workspace, statement)
    problems = diagnose(workspace).problems
    assert any(said in problem.what and remedy in problem.remedy for problem in problems), problems
    before = people_s_rows(workspace)
    list(repair(workspace))
    assert any(problem.what == one.what for problem in problems for one in diagnose(workspace).problems)
    assert people_s_rows(workspace) == before


def test_nothing_is_built_from_rows_that_cannot_be_read(workspace: Workspace) -> None:
    run_sql(workspace, "DELETE FROM documents WHERE language = 'en'")
    before = generation(workspace)
    problems = diagnose(workspace).problems
    assert any("orphan" in problem.what for problem in problems)
    assert all("backup" in problem.remedy for problem in problems)
    with pytest.raises(WorkspaceError, match=r"orphan.*backup"):
        list(repair(workspace))
    assert generation(workspace) == before


def test_a_database_that_is_none_is_one_problem(workspace: Workspace) -> None:
    workspace.close()
    for side in ("claims.db-wal", "claims.db-shm"):
        (workspace.folder.path / side).unlink(missing_ok=True)
    workspace.folder.claims_db.write_bytes("這不是資料庫".encode() * 400)
    (problem,) = diagnose(workspace).problems
    assert "not a database" in problem.what
    with pytest.raises(WorkspaceError, match="not a database"):
        list(repair(workspace))


def test_no_workspace_is_said_and_none_is_made(tmp_path: Path) -> None:
    with Workspace(tmp_path / "none") as workspace:
        (problem,) = diagnose(workspace).problems
        with pytest.raises(WorkspaceError, match="No workspace"):
            list(repair(workspace))
    assert "no claims.db" in problem.what
    assert not (tmp_path / "none").exists()


def test_settings_are_shown_with_their_origin(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workspace.folder.settings_file
    path.write_text("candidates = 40\n", encoding="utf-8")
    monkeypatch.setenv("FACTCHECK_TIMEOUT", "9")
    with Workspace(workspace.folder.path, top=7) as opened:
        rows = {row.name: (row.value, row.origin) for row in diagnose(opened).settings}
        assert rows["top"] == (7, "argument")
        assert rows["candidates"] == (40, str(path))
        assert rows["timeout"] == (9.0, "environment FACTCHECK_TIMEOUT")
        assert rows["index"] == ("auto", "default")
        path.write_text("candidate = 40\n", encoding="utf-8")
        (problem,) = diagnose(opened).problems
    assert "Did you mean 'candidates'" in problem.what
    assert "factcheck.toml" in problem.remedy


def test_an_encoder_that_is_not_there_is_a_problem(workspace: Workspace) -> None:
    with Workspace(workspace.folder.path, encoder="./no-such-model") as opened:
        diagnosis = diagnose(opened)
    assert len(diagnosis.problems) == 1
    assert "no-such-model" in diagnosis.problems[0].what
    assert fact(diagnosis, "passages") == 6


def test_facts_count_rows_and_bytes_and_name_versions(workspace: Workspace) -> None:
    diagnosis = diagnose(workspace)
    assert (fact(diagnosis, "sources"), fact(diagnosis, "passages")) == (3, 6)
    assert fact(diagnosis, "embeddings bytes") == sum(
        path.stat().st_size for path in workspace.folder.embeddings.rglob("*") if path.is_file()
    )
    assert str(fact(diagnosis, "encoder")).startswith("builtin (")
    assert fact(diagnosis, "sqlite") == sqlite3.sqlite_version


def test_a_read_only_workspace_is_inspected_all_the_same(workspace: Workspace) -> None:
    workspace.close()
    imports = (
        "import sys; from factcheck import Workspace; from factcheck.doctor import diagnose, repair\n"
        "from factcheck.errors import WorkspaceError; from factcheck.encoders import load_encoder\n"
        "encoder = load_encoder('builtin'); diagnose(Workspace(sys.argv[1]))\n"
    )
    code = (
        "workspace = Workspace(sys.argv[1]); workspace.encoder = encoder\n"
        "diagnosis = diagnose(workspace)\n"
        "print({fact.name: fact.value for fact in diagnosis.facts}['sources'])\n"
        "for problem in diagnosis.problems: print(problem.what, problem.remedy)\n"
        "try: list(repair(workspace))\n"
        "except WorkspaceError as error: print('refused', error)\n"
    )
    count, said, refused = run_without_write_access(imports, code, workspace.folder.path)
    assert count == "3"
    assert "can be read but not written" in said
    assert refused.startswith("refused Cannot write")


def test_a_workspace_on_a_network_share_is_said(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "mountinfo"
    place = str(workspace.folder.path.resolve()).replace(" ", r"\040")
    listed.write_text(f"23 22 0:9 / {place} rw - nfs4 desk:/ws rw\n", encoding="utf-8")
    monkeypatch.setattr(shares, "MOUNTS", listed)
    (problem,) = diagnose(workspace).problems
    assert "network share (nfs4)" in problem.what
