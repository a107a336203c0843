"""Two workspaces made one: the same result in any order, nothing lost, nothing twice."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from workspaces import change_rows

from factcheck import Workspace
from factcheck.cli import main
from factcheck.errors import WorkspaceError
from factcheck.model import Document, OutcomeStatus, Verdict
from factcheck.queue import Order, Wanted
from factcheck.store import CheckedClaim, Store, corpus, documents, results

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
        match chance.randrange(13):
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
            case 8 | 9:
                workspace.check_again(claim.id)
            case 10:
                article = chance.choice(store.articles())
                list(workspace.check([str(article.path)], again=True))
            case 11:
                desk.reword(
                    claim.id, [f"{part} {chance.randrange(10**6)}" for part in ("First part", "第二部分")]
                )
            case _:
                words = f"{claim.text} {chance.randrange(3)}"
                published = CheckedClaim(words, chance.choice(["False", "True"]), "Desk")
                store.add_checked_claims([published])


def suggestions(store: Store) -> dict[str, tuple[str, ...]]:
    """By claim, when and what the machine suggests."""
    found = store._rows("SELECT claim_id, at, verdict, rationale, corpus_revision FROM suggestions")
    return {row[0]: tuple(row)[1:] for row in found}


def queue_order(workspace: Workspace) -> list[str]:
    return workspace.store.queue_ids(Wanted(), Order.ARTICLE, reviewer="ann")


def merged(base: Path, to: Path, parts: list[Path]) -> Workspace:
    """A copy of `base` into which `parts` were merged in their order."""
    shutil.copytree(base, to)
    workspace = Workspace(to)
    for part in parts:
        workspace.merge(part)
    return workspace


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_and_loses_nothing(
    checked_folder: Path, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    if seed % 2:
        # Everything that is kept to the second happens within one.
        for module in (corpus, documents, results):
            monkeypatch.setattr(module, "now", lambda: "2026-01-01T00:00:00Z")
    folders = [tmp_path / name for name in ("a", "b", "c")]
    events: set[str] = set()
    latest: dict[str, tuple[str, ...]] = {}
    for folder, who in zip(folders, ("ann", "安", "ann"), strict=True):
        shutil.copytree(checked_folder, folder)
        with Workspace(folder) as workspace:
            act(workspace, who, chance, 15)
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
            act(workspace, who, chance, 15)
            for claim_id, found in suggestions(workspace.store).items():
                latest[claim_id] = max(found, latest.get(claim_id, found))
            events |= {row[0] for row in workspace.store._rows("SELECT id FROM reviews")}
    a, b, c = folders
    with (
        merged(a, tmp_path / "abc", [b, c]) as first,
        merged(c, tmp_path / "cba", [b, a]) as second,
        merged(b, tmp_path / "bcab", [c, a, c]) as third,
    ):
        assert state(first.store) == state(second.store) == state(third.store)
        assert {row[0] for row in first.store._rows("SELECT id FROM reviews")} == events
        assert suggestions(first.store) == latest
        order = [queue_order(workspace) for workspace in (first, second, third)]
        assert order[0] == order[1] == order[2]
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
        there.store._write("UPDATE suggestions SET rationale = 'the later one', at = '2999'")
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


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "mixed"])
@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE documents SET text = text || '。' WHERE :language IN (language, 'mixed')",
            "is not the sha256",
        ),
        (
            "UPDATE claims SET text = CAST(X'E4BAFF' AS TEXT) WHERE :language IN (language, 'mixed')",
            "Could not decode",
        ),
        (
            "DELETE FROM evidence; DELETE FROM suggestions; DELETE FROM matches;"
            " DELETE FROM claims WHERE :language IN (language, 'mixed')",
            "orphan",
        ),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET name = CAST(X'E4BAFF' AS TEXT)"
            " WHERE name = 'sources' AND :language <> ''",
            "Could not decode|can't decode",
        ),
    ],
    ids=["another text", "no UTF-8", "acts without their claims", "a layout that is no UTF-8"],
)
def test_what_is_wrong_with_another_workspace_is_not_taken_in(
    queue: Workspace, tmp_path: Path, statement: str, said: str, language: str
) -> None:
    other = tmp_path / "other"
    with Workspace(queue.folder.path) as workspace:
        for claim in workspace.store.claims():
            workspace.desk("安").decide(claim.id, Verdict.UNVERIFIABLE)
    shutil.copytree(queue.folder.path, other)
    path = tmp_path / "another.md"
    path.write_text("另一份來源：Veltron lost $9 billion in 2025.\n", "utf-8")
    with Workspace(other) as there:
        assert [one.status for one in there.add([str(path)])] == [OutcomeStatus.ADDED]
    before = state(queue.store)
    change_rows(other / "claims.db", statement, language)
    with pytest.raises(WorkspaceError, match=f"^Cannot (merge|use) {other}.*({said})") as refused:
        queue.merge(other)
    assert len(str(refused.value).splitlines()) == 1
    assert state(queue.store) == before
    assert queue.store.verify() == []


def both_ways(one: Path, other: Path, to: Path) -> tuple[Workspace, Workspace]:
    """Each of two workspaces with the other merged in."""
    return merged(one, to / "one", [other]), merged(other, to / "other", [one])


@pytest.mark.parametrize("single_last", [True, False])
def test_what_was_found_last_for_a_claim_stands_whichever_is_merged_into_which(
    checked_folder: Path, tmp_path: Path, single_last: bool
) -> None:
    """One side checks one claim again, the other its whole article, with other sources each."""
    single, whole = tmp_path / "single", tmp_path / "whole"
    shutil.copytree(checked_folder, single)
    shutil.copytree(checked_folder, whole)
    with Workspace(single) as alone, Workspace(whole) as article:
        claim = alone.findings()[0].claim
        alone.remove_source(alone.findings()[0].evidence[0].hit.source.id)
        path = str(next(card.path for card in article.store.articles() if card.id == claim.document_id))
        if single_last:
            list(article.check([path], again=True))
            alone.check_again(claim.id)
        else:
            alone.check_again(claim.id)
            list(article.check([path], again=True))
        wanted = (alone if single_last else article).store.finding(claim.id)
        assert alone.store.finding(claim.id) != article.store.finding(claim.id)
    one, two = both_ways(single, whole, tmp_path)
    with one, two:
        assert one.store.finding(claim.id) == two.store.finding(claim.id) == wanted
        assert state(one.store) == state(two.store)


def test_claims_of_people_stand_alike_where_both_sides_checked_within_one_second(
    checked_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "now", lambda: "2026-01-01T00:00:00Z")
    folders = tmp_path / "a", tmp_path / "b"
    for folder in folders:
        shutil.copytree(checked_folder, folder)
        with Workspace(folder) as workspace:
            claims = workspace.store.claims(workspace.store.articles()[0].id)
            chosen = claims[0 if folder.name == "a" else 1]
            workspace.desk("ann").reword(chosen.id, [f"{folder.name} {part}" for part in range(5)])
            list(workspace.check([str(workspace.store.articles()[0].path)], again=True))
    one, two = both_ways(*folders, tmp_path)
    with one, two:
        assert state(one.store) == state(two.store)
        assert queue_order(one) == queue_order(two)
        texts = [row.text for row in one.desk("ann").rows(queue_order(one))]
        assert [text for text in texts if text[:2] == "a "] == [f"a {part}" for part in range(5)]


def test_texts_of_one_address_within_one_second_follow_each_other_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "now", lambda: "2026-01-01T00:00:00Z")
    texts = ["Prices fell.", "價格上漲。", "价格不变。", "Prices rose 涨价."]
    orders = {"a": texts, "b": texts[::-1], "c": [texts[2], texts[0]]}
    for name, order in orders.items():
        with Workspace(tmp_path / name) as workspace:
            workspace.folder.create()
            for text in order:
                workspace.store.add_document(Document(text=text, url="https://example.org/prices"))
    a, b, c = (tmp_path / name for name in orders)
    with merged(a, tmp_path / "abc", [b, c]) as one, merged(c, tmp_path / "cba", [b, a]) as two:
        assert state(one.store) == state(two.store)
        assert one.store.later_revisions() == two.store.later_revisions()
        ids = [Document(text=text).id for text in texts]
        assert [one.store.previous_revision(each) for each in sorted(ids)] == [None, *sorted(ids)[:-1]]
        following = Document(text="Prices fell again.", url="https://example.org/prices")
        for workspace in (one, two):
            workspace.store.add_document(following)
            assert workspace.store.previous_revision(following.id) == max(ids)
