"""Names that sources gloss hold for the whole workspace, whenever and in whatever order sources come and go."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from factcheck import Workspace, names
from factcheck.cli import main
from factcheck.doctor import diagnose
from factcheck.model import Document, OutcomeStatus

_GLOSS = "記憶體廠霜原記憶體（Frostfield Memory）總部設在群山。"
_PLAIN = "霜原記憶體第三季營業利益率為34.8%。嶺川今年擴產。"
_ENGLISH = "Frostfield Memory said its operating margin was 34.8% in the third quarter."


def _write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _keys(workspace: Workspace, text: str) -> set[str]:
    return {key for mention in workspace.readings.names.corpus().find(text) for key in mention.keys}


@pytest.mark.parametrize("order", [("gloss", "plain"), ("plain", "gloss")])
def test_a_claim_meets_a_source_that_glosses_nothing(tmp_path: Path, order: tuple[str, str]) -> None:
    texts = {"gloss": _GLOSS, "plain": _PLAIN}
    with Workspace(tmp_path / "workspace") as workspace:
        for name in order:
            list(workspace.add([_write(tmp_path, f"{name}.txt", texts[name])]))
        best = workspace.claim("Frostfield Memory's operating margin was 34.8%").evidence[0]
        assert best.hit.passage.text.startswith("霜原記憶體第三季")
        (reading,) = workspace.readings.of([best.hit], workspace.readings.names.corpus())
        assert "frostfield memory" in reading.statement.keys
        assert diagnose(workspace).sound
        assert workspace.readings.unread_count() == 0


def test_an_english_source_answers_a_chinese_claim(tmp_path: Path) -> None:
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([_write(tmp_path, "a.txt", _GLOSS), _write(tmp_path, "b.txt", _ENGLISH)]))
        for claim in (
            "霜原記憶體的營業利益率是34.8%",
            "霜原记忆体的营业利润率是34.8%",
            "霜原記憶體 operating margin 34.8%",
        ):
            assert workspace.claim(claim).evidence[0].hit.passage.text == _ENGLISH


def test_names_go_with_their_source_and_come_back(tmp_path: Path) -> None:
    with Workspace(tmp_path / "workspace") as workspace:
        path = _write(tmp_path, "a.txt", _GLOSS)
        list(workspace.add([path, _write(tmp_path, "b.txt", _PLAIN)]))
        (source,) = (card for card in workspace.sources() if card.path == path)
        assert _keys(workspace, "霜原記憶體") == {"frostfield memory"}
        workspace.remove_source(source.id)
        assert _keys(workspace, "霜原記憶體") == set()
        list(workspace.add([path]))
        assert _keys(workspace, "霜原記憶體") == {"frostfield memory"}


def test_an_article_s_own_glosses_hold_for_it_alone(tmp_path: Path) -> None:
    article = _write(
        tmp_path,
        "article.txt",
        f"{_GLOSS}\nFrostfield Memory reported an operating margin of 34.8% in the third quarter.",
    )
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([_write(tmp_path, "b.txt", _PLAIN)]))
        (outcome,) = workspace.check([article])
        finding = next(one for one in outcome.findings if one.claim.text.startswith("Frostfield"))
        assert finding.evidence[0].hit.passage.text.startswith("霜原記憶體第三季")
        assert _keys(workspace, "霜原記憶體") == set()


def test_an_article_is_stale_once_a_source_brings_new_names(tmp_path: Path) -> None:
    article = _write(tmp_path, "article.txt", "Frostfield Memory said its operating margin was 34.8%.")
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([_write(tmp_path, "b.txt", _PLAIN)]))
        assert [one.status for one in workspace.check([article])] == [OutcomeStatus.CHECKED]
        assert [one.status for one in workspace.check([article])] == [OutcomeStatus.UP_TO_DATE]
        list(workspace.add([_write(tmp_path, "a.txt", _GLOSS)]))
        (outcome,) = workspace.check([article])
        assert outcome.status is OutcomeStatus.CHECKED
        assert outcome.findings[0].evidence[0].hit.passage.text.startswith("霜原記憶體")


def test_a_workspace_of_an_older_version_learns_when_it_is_used(tmp_path: Path) -> None:
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([_write(tmp_path, "a.txt", _GLOSS)]))
    rows = sqlite3.connect(tmp_path / "workspace" / "claims.db")
    rows.execute("DELETE FROM glosses")
    rows.commit()
    rows.close()
    with Workspace(tmp_path / "workspace") as workspace:
        assert _keys(workspace, "霜原記憶體") == {"frostfield memory"}
        assert json.loads(
            workspace.store.glosses_of(workspace.sources()[0].id, workspace.readings.names.revision) or ""
        )


def test_learning_anew_goes_on_where_it_was_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What older rules read of five sources, two at a time, stopped within the second two."""
    with Workspace(tmp_path / "workspace") as workspace:
        texts = [*("嶺川今年擴產。" * (turn + 1) for turn in range(4)), _GLOSS]
        list(workspace.add([_write(tmp_path, f"{turn}.txt", text) for turn, text in enumerate(texts)]))
        ours = [source.id for source in workspace.sources()]
        with workspace.store.writing():
            for source in ours:
                workspace.store.keep_glosses(source, "[]", "other rules")
    monkeypatch.setattr(names, "_AT_ONCE", 2)
    read, declared = list[str](), names.declared

    def interrupted(document: Document) -> str:
        if len(read) == 3:
            raise KeyboardInterrupt
        read.append(document.id)
        return declared(document)

    with Workspace(tmp_path / "workspace") as workspace:
        revision = workspace.readings.names.revision
        with monkeypatch.context() as stopped, pytest.raises(KeyboardInterrupt):
            stopped.setattr(names, "declared", interrupted)
            workspace.readings.names.corpus()
        assert set(workspace.store.unglossed(revision)) == set(ours) - set(read[:2])
        assert _keys(workspace, "霜原記憶體") == {"frostfield memory"}
        assert workspace.store.unglossed(revision) == []
        # Only those that declare something are read at every start.
        assert len(workspace.store.glosses(revision)) == 1


def test_a_workspace_that_cannot_be_written_learns_all_the_same(tmp_path: Path) -> None:
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([_write(tmp_path, "a.txt", _GLOSS)]))
        with workspace.store.writing():
            workspace.store.keep_glosses(workspace.sources()[0].id, "[]", "other rules")
    with Workspace(tmp_path / "workspace") as workspace:
        from factcheck.names import NameBook

        with workspace.folder.open_store(read_only=True) as store:
            assert NameBook(store, workspace.aliases).corpus().find("霜原記憶體")


def test_learnt_names_are_listed_with_who_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ["--workspace", str(tmp_path / "workspace")]
    gloss, other = (
        _write(tmp_path, "gloss.txt", _GLOSS),
        _write(tmp_path, "other.txt", "嶺川科技（Lingchuan）擴產。"),
    )
    assert main(["add", gloss, other, *folder]) == 0
    capsys.readouterr()
    assert main(["names", "--json", *folder]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["key"], row["kind"], row["names"]) for row in rows] == [
        ("frostfield memory", "organisation", ["霜原記憶體", "Frostfield Memory"]),
        ("lingchuan", "organisation", ["嶺川科技", "Lingchuan"]),
    ]
    with Workspace(tmp_path / "workspace") as workspace:
        assert {source["id"] for row in rows for source in row["sources"]} == {
            card.id for card in workspace.sources()
        }
    assert main(["names", "霜原", *folder]) == 0
    shown = capsys.readouterr().out
    assert "霜原記憶體 = Frostfield Memory" in shown and "gloss.txt" in shown and "Lingchuan" not in shown


@pytest.mark.parametrize(
    ("own", "keys"),
    [
        ('[not-names]\nwords = ["霜原記憶體"]\n', set()),
        ('[organisation]\n"frost" = ["霜原記憶體"]\n', {"frost"}),
    ],
)
def test_a_person_corrects_what_was_learnt(tmp_path: Path, own: str, keys: set[str]) -> None:
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([_write(tmp_path, "a.txt", _GLOSS)]))
    _write(tmp_path / "workspace", "aliases.toml", own)
    with Workspace(tmp_path / "workspace") as workspace:
        assert _keys(workspace, "霜原記憶體") == keys
        assert {name.key for name in workspace.names()} == keys


def test_short_forms_stand_for_full_names_within_a_source(tmp_path: Path) -> None:
    text = "Ada Moreno, chief engineer of Noxtek Labs, spoke on Monday. Moreno said 40,000 units were sold."
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([_write(tmp_path, "a.txt", text)]))
        best = workspace.claim("Ada Moreno said 40,000 units were sold").evidence[0]
        assert best.hit.passage.text.startswith("Moreno said")
        (reading,) = workspace.readings.of([best.hit], workspace.readings.names.corpus())
        assert "ada moreno" in reading.statement.keys
