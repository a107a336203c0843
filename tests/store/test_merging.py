"""Two workspaces made one: the same result in any order, nothing lost, nothing twice."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.cli import main
from factcheck.errors import WorkspaceError
from factcheck.model import OutcomeStatus, Verdict
from factcheck.store import CheckedClaim, Store

LOCAL = {"readings", "glosses"}
"""Made from texts and remade at will."""


def state(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every table without local numbers, sorted."""
    found: dict[str, list[tuple[object, ...]]] = {}
    names = [row[0] for row in store._rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        if name.startswith(("sqlite_", "_sqlite")) or name in LOCAL:
            continue
        columns = [
            row["name"] for row in store._rows(f"PRAGMA table_info({name})") if row["name"] != "number"
        ]
        if name == "evidence":
            columns[columns.index("passage")] = "(SELECT id FROM passages WHERE number = passage)"
        rows = store._rows(f"SELECT {', '.join(columns)} FROM {name}")
        found[name] = sorted((tuple(row) for row in rows), key=repr)
    return found


def act(workspace: Workspace, who: str, chance: random.Random, steps: int) -> None:
    """A random history by one reviewer."""
    desk, store = workspace.desk(who), workspace.store
    for number in range(steps):
        claim = chance.choice(store.claims())
        match chance.randrange(9):
            case 0 | 1:
                desk.decide(claim.id, chance.choice(list(Verdict)), note=f"{who} 說 {number}")
            case 2:
                desk.undo()
            case 3:
                desk.redo()
            case 4:
                desk.flag(claim.id)
            case 5:
                desk.assign([claim.id], chance.choice(["ann", "安"]))
            case 6:
                workspace.desk(who, adjudicating=True).decide(
                    claim.id, chance.choice(list(Verdict)), note="settled"
                )
            case 7:
                desk.dismiss([claim.id], note="no claim")
            case _:
                words = f"{claim.text} {chance.randrange(3)}"
                published = CheckedClaim(words, chance.choice(["False", "True"]), "Desk")
                store.add_checked_claims([published])


def merged(base: Path, to: Path, parts: list[Path]) -> Workspace:
    """A copy of `base` into which `parts` were merged in their order."""
    shutil.copytree(base, to)
    workspace = Workspace(to)
    for part in parts:
        workspace.merge(part)
    return workspace


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_and_loses_nothing(checked_folder: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folders = [tmp_path / name for name in ("a", "b", "c")]
    events: set[str] = set()
    for folder, who in zip(folders, ("ann", "安", "ann"), strict=True):
        shutil.copytree(checked_folder, folder)
        with Workspace(folder) as workspace:
            act(workspace, who, chance, 25)
            if folder.name != "a":
                text = f"---\ntitle: New {folder.name}\n---\nVeltron lost $8 billion in {folder.name}. 啟明獲利。\n"
                path = tmp_path / f"{folder.name}.md"
                path.write_text(text, "utf-8")
                assert [one.status for one in workspace.add([str(path)])] == [OutcomeStatus.ADDED]
                article = tmp_path / f"{folder.name}-article.md"
                article.write_text(f"Veltron sold {len(folder.name)}00 chips in 2024, it said.\n", "utf-8")
                list(workspace.check([str(article)]))
            if chance.random() < 0.5:
                workspace.remove_source(chance.choice(workspace.sources()).id)
            events |= {row[0] for row in workspace.store._rows("SELECT id FROM reviews")}
    a, b, c = folders
    with (
        merged(a, tmp_path / "abc", [b, c]) as first,
        merged(c, tmp_path / "cba", [b, a]) as second,
        merged(b, tmp_path / "bcab", [c, a, c]) as third,
    ):
        assert state(first.store) == state(second.store) == state(third.store)
        assert {row[0] for row in first.store._rows("SELECT id FROM reviews")} == events
        for workspace in (first, second, third):
            assert workspace.store.verify() == []
            hits = [hit.passage.id for hit in workspace.search("Veltron 損失80億美元")]
            assert hits == [hit.passage.id for hit in first.search("Veltron 損失80億美元")]
        made = [workspace.report(include_suggestions=True) for workspace in (first, second, third)]
        assert made[0] == made[1] == made[2]


def test_a_merge_with_what_is_there_already_changes_nothing(queue: Workspace, tmp_path: Path) -> None:
    queue.desk("ann").decide(queue.findings()[0].claim.id, Verdict.UNVERIFIABLE)
    other = tmp_path / "other"
    shutil.copytree(queue.folder.path, other)
    before = state(queue.store)
    done = queue.merge(other)
    assert (done.sources, done.articles, done.claims, done.events) == (0, 0, 0, 0)
    assert state(queue.store) == before


def test_the_later_check_of_an_article_stands_and_a_removed_source_stays_removed(
    queue: Workspace, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(queue.folder.path, other)
    gone = queue.sources()[0].id
    queue.remove_source(gone)
    with Workspace(other) as there, there.store.writing():
        there.store._write("UPDATE checks SET at = '2999-01-01T00:00:00Z'")
        there.store._write("UPDATE suggestions SET rationale = 'the later one'")
    queue.merge(other)
    assert gone not in {card.id for card in queue.sources()}
    assert {finding.suggestion.rationale for finding in queue.findings()} == {"the later one"}
    assert queue.store.verify() == []


def test_what_is_no_other_workspace_is_refused(
    queue: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(WorkspaceError, match="found this one"):
        queue.merge(queue.folder.path)
    with pytest.raises(WorkspaceError, match="No workspace"):
        queue.merge(tmp_path / "none")
    (tmp_path / "claims.db").write_bytes(b"no database at all" * 100)
    assert main(["--workspace", str(queue.folder.path), "merge", str(tmp_path)]) == 1
    assert "damaged or no claims.db" in capsys.readouterr().err
    assert queue.store.verify() == []
