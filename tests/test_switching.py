"""Other models for a workspace: tried first, encoded anew, put in force at once, whatever interrupts it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from small_models import WIDTH, bert_encoder, cross_encoder
from workspaces import filled

from factcheck import Workspace
from factcheck.encoders import load_encoder
from factcheck.errors import (
    MissingDependency,
    ModelError,
    SettingError,
    UsageError,
    VectorMismatch,
    WorkspaceError,
)
from factcheck.locking import writer_lock
from factcheck.model import OutcomeStatus
from factcheck.staged import FOLDER
from factcheck.vectors import VectorState
from factcheck.wording import worded

_LABELS = ("contradiction", "entailment", "neutral")
_MANY = 300
_KILL = """
import os, sys
from factcheck import Workspace
def watch(done, total):
    if done >= 64:
        os.kill(os.getpid(), int(sys.argv[3]))
with Workspace(sys.argv[1]) as workspace:
    workspace.use_models(encoder=sys.argv[2], watch=watch)
"""
"""A process that stops itself in the middle of encoding, the hard way or by the signal of ctrl-C."""


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(bert_encoder(tmp_path_factory.mktemp("models") / "bert", prompts={"query": "query "}))


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(cross_encoder(tmp_path_factory.mktemp("models") / "judge", _LABELS))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with three sources in three scripts."""
    with filled(tmp_path) as made:
        return made


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A workspace of some 300 passages."""
    lines = [
        f"Plant {number} sold {number * 7} chips in July. 第{number}座工廠出口晶片{number}枚。"
        for number in range(_MANY // 2)
    ]
    source = tmp_path / "many.md"
    source.write_text(
        "---\ntitle: 晶片 exports\npublished: 2025-07-01\n---\n" + "\n\n".join(lines), encoding="utf-8"
    )
    with Workspace(tmp_path / "ws") as made:
        (outcome,) = made.add([str(source)])
        assert outcome.status is OutcomeStatus.ADDED
    return tmp_path / "ws"


def kill(folder: Path, encoder: str, signum: int) -> int:
    """Run the switch in a process that stops itself after 64 passages; its exit code."""
    command = [sys.executable, "-c", _KILL, str(folder), encoder, str(int(signum))]
    return subprocess.run(command, capture_output=True, text=True, check=False).returncode


def interrupt(folder: Path, encoder: str) -> None:
    """The same within this process, as ctrl-C does it: what an interrupted change leaves."""

    def watch(done: int, total: int) -> None:
        if done >= 64:
            raise KeyboardInterrupt

    with Workspace(folder) as workspace, pytest.raises(KeyboardInterrupt):
        workspace.use_models(encoder=encoder, watch=watch)


def manifest(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "embeddings" / "manifest.json").read_text("utf-8"))
    return found


def assert_vectors_are_those_of(folder: Path, name: str, dimension: int = 0) -> None:
    """Every passage lies where the encoder, asked directly, puts it, and is found by its words."""
    encoder = load_encoder(name, dimension=dimension)
    with Workspace(folder) as workspace:
        store, vectors = workspace.store, workspace.vectors
        assert vectors.state(store, encoder.name, encoder.revision, encoder.dimension) is VectorState.OK
        for batch in store.iter_passages(500):
            cards = store.cards({passage.document_id for _, passage in batch})
            texts = [worded(passage, cards[passage.document_id]) for _, passage in batch]
            scores, _ = vectors.search(encoder.encode_passages(texts), 1)
            assert np.allclose(scores[:, 0], 1, atol=1e-4)
            assert vectors.search_words(["chips"], 5) or vectors.search_words(["晶片"], 5)
    names = {path.name for path in (folder / "embeddings").iterdir()}
    assert {name for name in names if not name.endswith(".lock")} == {
        "manifest.json",
        manifest(folder)["generation"],
    }


def test_another_encoder_and_back(workspace: Workspace, encoder: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    before = workspace.search("Veltron 營收")
    switched = workspace.use_models(encoder=encoder, watch=lambda done, total: told.append((done, total)))
    count = workspace.store.passage_count()
    assert (switched.passages, switched.reused) == (count, 0)
    assert told[-1] == (count, count)
    assert (workspace.settings.encoder, workspace.encoder.dimension) == (encoder, WIDTH)
    assert workspace.provenance.encoder == f"{encoder}@{workspace.encoder.revision}"
    assert workspace.search("Veltron 營收")
    assert workspace.claim("Veltron sold 300,000 Lark-9 chips.").evidence
    workspace.close()
    assert_vectors_are_those_of(workspace.folder.path, encoder)
    workspace.use_models(encoder="builtin")
    assert workspace.search("Veltron 營收") == before
    workspace.close()
    assert_vectors_are_those_of(workspace.folder.path, "builtin")
    assert workspace.folder.settings_file.read_text("utf-8") == ""


def test_a_path_is_kept_whole_and_fewer_dimensions_are_another_encoder(
    workspace: Workspace, encoder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(encoder).parent)
    workspace.use_models(encoder=Path(encoder).name, dimension=6)
    assert (workspace.settings.encoder, workspace.settings.dimension) == (encoder, 6)
    workspace.close()
    assert_vectors_are_those_of(workspace.folder.path, encoder, dimension=6)
    workspace.use_models(dimension=8)
    assert manifest(workspace.folder.path)["dimension"] == 8
    workspace.use_models(encoder=encoder)
    assert (manifest(workspace.folder.path)["dimension"], workspace.settings.dimension) == (WIDTH, 0)
    workspace.use_models(encoder="builtin", dimension=128)
    assert workspace.search("Veltron 營收")[0].passage.text
    assert manifest(workspace.folder.path)["dimension"] == 128


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGINT])
def test_a_kill_while_encoding_leaves_all_as_it_was_and_the_next_run_goes_on(
    large: Path, encoder: str, signum: int
) -> None:
    before = manifest(large)
    assert kill(large, encoder, signum) != 0
    assert manifest(large) == before
    assert not (large / "factcheck.toml").exists()
    with Workspace(large) as workspace:
        assert workspace.settings.encoder == "builtin"
        assert workspace.search("工廠出口晶片")
        told: list[int] = []
        switched = workspace.use_models(encoder=encoder, watch=lambda done, total: told.append(done))
        assert switched.passages == workspace.store.passage_count() >= _MANY
        assert 64 <= switched.reused < switched.passages
    assert_vectors_are_those_of(large, encoder)


def test_sources_that_change_between_two_runs_are_encoded_as_they_are(
    large: Path, encoder: str, tmp_path: Path
) -> None:
    interrupt(large, encoder)
    with Workspace(large) as workspace:
        (card,) = workspace.sources()
        workspace.edit_source(card.id, title="Another title 另一個標題")
        (tmp_path / "more.md").write_text("Veltron sold chips to nobody. 沒有出口晶片。", encoding="utf-8")
        list(workspace.add([str(tmp_path / "more.md")]))
        switched = workspace.use_models(encoder=encoder)
        assert switched.reused == 0
    assert_vectors_are_those_of(large, encoder)


def test_a_source_added_and_one_removed_while_encoding_are_seen(
    large: Path, encoder: str, tmp_path: Path
) -> None:
    (tmp_path / "old.md").write_text("An old plant sold chips.", encoding="utf-8")
    (tmp_path / "more.md").write_text("A new plant sold chips. 新工廠出口晶片。", encoding="utf-8")
    with Workspace(large) as first:
        (outcome,) = first.add([str(tmp_path / "old.md")])
        assert outcome.card is not None
        old = outcome.card.id
        done_once: list[int] = []

        def meanwhile(done: int, total: int) -> None:
            if not done_once:
                done_once.append(done)
                with Workspace(large) as other:
                    assert other.search("plant sold chips")
                    list(other.add([str(tmp_path / "more.md")]))
                    other.remove_source(old)

        first.use_models(encoder=encoder, watch=meanwhile)
        assert any("新工廠" in hit.passage.text for hit in first.search("新工廠出口晶片"))
        assert all(hit.source.id != old for hit in first.search("An old plant sold chips.", top=50))
    assert_vectors_are_those_of(large, encoder)


def test_a_settings_file_that_cannot_be_changed_keeps_what_was_made(
    workspace: Workspace, encoder: str, tmp_path: Path
) -> None:
    """The state of a kill after the set was complete: all is as before, and naming the encoder is enough."""
    folder = workspace.folder.path
    file = workspace.folder.settings_file
    file.write_text('encoder = """\nbuiltin"""\n', encoding="utf-8")
    with pytest.raises(SettingError, match="by hand"):
        workspace.use_models(encoder=encoder)
    assert manifest(folder)["encoder"] == "builtin"
    late = tmp_path / "late.md"
    late.write_text("Veltron 營收 came late. 遲來的營收。", encoding="utf-8")
    with Workspace(folder) as reader:
        assert reader.search("Veltron 營收")
        list(reader.add([str(late)]))
    with Workspace(folder, encoder=encoder) as once, pytest.raises(VectorMismatch, match="models use"):
        once.search("Veltron 營收")
    file.write_text(f'encoder = "{encoder}"\n', encoding="utf-8")
    with Workspace(folder) as reader:
        assert reader.search("Veltron 營收")
    assert_vectors_are_those_of(folder, encoder)


def test_choosing_the_models_in_force_drops_what_an_interrupted_change_left(
    large: Path, encoder: str
) -> None:
    interrupt(large, encoder)
    assert list((large / "embeddings" / FOLDER).iterdir())
    with Workspace(large) as workspace:
        switched = workspace.use_models(encoder="builtin")
        assert (switched.passages, switched.reused) == (0, 0)
    assert_vectors_are_those_of(large, "builtin")


def test_another_judge_needs_no_vectors_and_makes_suggestions_stale(
    workspace: Workspace, judge: str, tmp_path: Path
) -> None:
    article = tmp_path / "article.md"
    article.write_text("Veltron sold 300,000 Lark-9 chips in the first half of 2025.", encoding="utf-8")

    def statuses() -> list[OutcomeStatus]:
        return [outcome.status for outcome in workspace.check([str(article)])]

    assert statuses() == [OutcomeStatus.CHECKED]
    assert statuses() == [OutcomeStatus.UP_TO_DATE]
    before = manifest(workspace.folder.path)
    switched = workspace.use_models(judge=judge)
    assert (switched.passages, switched.tried.encoder) == (0, None)
    assert manifest(workspace.folder.path) == before
    assert statuses() == [OutcomeStatus.CHECKED]
    (finding,) = workspace.findings()
    assert finding.provenance.judge.startswith(f"{judge}@")
    workspace.use_models(judge="builtin")
    assert statuses() == [OutcomeStatus.CHECKED]


def test_a_reranker_changes_the_order_and_makes_suggestions_stale(
    workspace: Workspace, tmp_path: Path
) -> None:
    reranker = str(cross_encoder(tmp_path / "reranker", ["relevance"]))
    plain = workspace.search("Veltron chips 營收", top=4)
    before = workspace.provenance
    workspace.use_models(reranker=reranker)
    found = workspace.search("Veltron chips 營收", top=4)
    made = workspace.reranker
    assert made is not None
    for hit in found:
        assert made.scores("Veltron chips 營收", [worded(hit.passage, hit.source)]) == pytest.approx(
            [hit.score], abs=1e-4
        )
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert [hit.score for hit in found] != [hit.score for hit in plain]
    assert workspace.provenance.settings != before.settings
    workspace.use_models(reranker="none")
    assert workspace.search("Veltron chips 營收", top=4) == plain
    assert workspace.provenance == before
    with Workspace(workspace.folder.path, reranker=reranker) as once:
        assert once.search("Veltron chips 營收", top=4) == found


@pytest.mark.parametrize(
    ("named", "error", "said"),
    [
        ({"encoder": "nobody/absent"}, ModelError, "hf download nobody/absent"),
        ({"judge": "nobody/absent"}, ModelError, "hf download nobody/absent"),
        ({"reranker": "nobody/absent"}, ModelError, "hf download nobody/absent"),
        ({"encoder": "JUDGE"}, ModelError, "scores pairs of texts"),
        ({"judge": "ENCODER"}, ModelError, "cannot score pairs"),
        ({"encoder": "ENCODER", "dimension": 999}, ModelError, "999"),
        ({"encoder": "ENCODER", "judge": "nobody/absent"}, ModelError, "hf download"),
        ({"encoder": "ENCODER", "device": "abacus"}, ModelError, "abacus"),
        ({"encoder": "ENCODER", "backend": "openvino"}, MissingDependency, "openvino"),
        ({"backend": "abacus"}, SettingError, "abacus"),
        ({"dimension": -1}, SettingError, "-1"),
        ({}, UsageError, "none named"),
    ],
)
def test_a_model_that_cannot_be_used_changes_nothing(
    workspace: Workspace,
    encoder: str,
    judge: str,
    named: dict[str, str | int],
    error: type[Exception],
    said: str,
) -> None:
    places = {"ENCODER": encoder, "JUDGE": judge}
    given = {key: places.get(str(value), value) for key, value in named.items()}
    before = manifest(workspace.folder.path)
    use: Callable[..., object] = workspace.use_models
    with pytest.raises(error, match=said) as caught:
        use(**given)
    assert "\n" not in str(caught.value)
    assert manifest(workspace.folder.path) == before
    assert not workspace.folder.settings_file.exists()
    assert workspace.search("Veltron 營收")


def test_two_changes_at_once_are_refused(workspace: Workspace, encoder: str) -> None:
    lock = workspace.folder.embeddings / "models.lock"
    with writer_lock(lock), pytest.raises(WorkspaceError, match="is changing the models"):
        workspace.use_models(encoder=encoder)
    workspace.use_models(encoder=encoder)
    assert manifest(workspace.folder.path)["encoder"] == encoder


def test_a_variable_that_would_outrank_the_file_is_named(
    workspace: Workspace, encoder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_ENCODER", "builtin")
    with (
        Workspace(workspace.folder.path) as other,
        pytest.raises(UsageError, match="FACTCHECK_ENCODER is set"),
    ):
        other.use_models(encoder=encoder)


def test_an_empty_workspace_takes_a_model_and_a_missing_index_is_made(tmp_path: Path, encoder: str) -> None:
    with Workspace(tmp_path / "new") as fresh:
        fresh.use_models(encoder=encoder)
        assert fresh.search("Veltron") == []
    with filled(tmp_path) as workspace:
        shutil.rmtree(workspace.folder.embeddings)
        os.mkdir(workspace.folder.embeddings)
        workspace.use_models(encoder=encoder)
    assert_vectors_are_those_of(tmp_path / "ws", encoder)
