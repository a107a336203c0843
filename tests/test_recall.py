"""`factcheck index`: sizes as they are on disk, and a recall that sees what is not found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from workspaces import filled

from factcheck import Workspace
from factcheck.cli import main
from factcheck.indexes import auto, coded
from factcheck.indexes.auto import AutoIndex
from factcheck.recall import index_state, measure_recall

Found = tuple[NDArray[np.float32], NDArray[np.int64]]

SENTENCES = (
    "Sender number {n} of the harbour office approved {n},000 permits in May 2024.",
    "港務局第{n}號辦公室於2024年五月核發許可{n}千張。",
    "港务局第{n}号办公室于2024年六月发出许可{n}千张。",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """96 passages of three kinds, a third of them copies of one sentence a language."""
    for number in range(16):
        texts = [sentence.format(n=number + 3) for sentence in SENTENCES]
        copies = [sentence.format(n=1) for sentence in SENTENCES]
        path = tmp_path / f"{number}.txt"
        path.write_text("\n".join([f"No {number}", *texts, *copies]), encoding="utf-8")
    with Workspace(tmp_path / "ws", workers=1) as opened:
        list(opened.add([str(tmp_path / f"{number}.txt") for number in range(16)]))
        yield opened


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus of this size is searched by codes."""
    monkeypatch.setattr(auto, "EXACT_UP_TO", 40)
    monkeypatch.setattr(coded, "_DIRECT", 0)
    monkeypatch.setattr(coded, "_SCORED", 60)


def size(*paths: Path) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())


def test_sizes_are_those_of_the_files(workspace: Workspace) -> None:
    state = index_state(workspace)
    home = workspace.folder.path
    assert state.way == "exact (every vector, up to 50,000)"
    assert state.passages == workspace.store.passage_count() >= 96
    parts = {part.name: part.bytes for part in state.parts}
    assert parts["vectors"] == size(*home.glob("embeddings/*/vectors/*")) > 1024 * state.passages
    assert parts["words"] == size(*home.glob("embeddings/*/lexical/*")) > 0
    assert parts["rows (claims.db)"] == size(*home.glob("claims.db*")) > 0
    assert state.bytes == size(*home.glob("embeddings/**/*"), *home.glob("claims.db*"))
    assert state.for_each(state.bytes) == pytest.approx(state.bytes / state.passages)


@pytest.mark.usefixtures("codes")
def test_codes_find_what_is_there_in_three_kinds_of_text(workspace: Workspace) -> None:
    assert index_state(workspace).way.startswith("4-bit codes")
    recall = measure_recall(workspace)
    assert recall is not None
    assert recall.queries == workspace.store.passage_count()
    assert recall.recall >= 0.98 and recall.good
    assert recall.milliseconds > 0 and recall.exact_milliseconds > 0
    fewer = measure_recall(workspace, 7)
    assert fewer is not None and fewer.queries == 7


def test_copies_may_stand_for_each_other(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def last_first(index: AutoIndex, vectors: NDArray[np.float32], k: int, **_: object) -> Found:
        scores, numbers = index.exact(vectors, len(index))
        order = np.lexsort((-numbers, -np.round(scores, 5)), axis=1)[:, :k]
        return np.take_along_axis(scores, order, axis=1), np.take_along_axis(numbers, order, axis=1)

    index = workspace.vectors.index
    query = workspace.encoder.encode_queries([SENTENCES[0].format(n=1)])
    exact = index.exact(query, 5)[1]
    monkeypatch.setattr(AutoIndex, "exact", lambda index, vectors, k: index._fresh.search(vectors, k))
    monkeypatch.setattr(AutoIndex, "search", last_first)
    assert not set(index.search(query, 5)[1][0].tolist()) & set(exact[0].tolist())
    recall = measure_recall(workspace)
    assert recall is not None and recall.recall == 1.0


def test_the_passage_that_a_query_is_from_counts_for_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search that finds the one and nothing else has found nothing."""

    def only_the_best(index: AutoIndex, vectors: NDArray[np.float32], k: int, **_: object) -> Found:
        scores, numbers = index.exact(vectors, k)
        scores[:, 1:], numbers[:, 1:] = -np.inf, -1
        return scores, numbers

    monkeypatch.setattr(AutoIndex, "exact", lambda index, vectors, k: index._fresh.search(vectors, k))
    monkeypatch.setattr(AutoIndex, "search", only_the_best)
    recall = measure_recall(workspace)
    assert recall is not None
    assert recall.recall < 0.1
    assert not recall.good


def test_a_corpus_of_few_passages_is_measured_by_those(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        recall = measure_recall(workspace)
        assert recall is not None and (recall.queries, recall.recall) == (6, 1.0)


@pytest.mark.usefixtures("codes")
def test_the_command_prints_and_says_by_its_exit_code_whether_enough_is_found(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.close()
    place = str(workspace.folder.path)
    assert main(["--workspace", place, "index", "--check", "--queries", "30", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["check"]["queries"] == 30
    assert row["check"]["recall@10"] >= 0.98
    assert row["bytes"] == sum(part["bytes"] for part in row["parts"])
    assert row["bytes_per_passage"] == pytest.approx(row["bytes"] / row["passages"], abs=0.1)
    assert main(["--workspace", place, "index", "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["check"] is None and plain["way"] == row["way"]
    monkeypatch.setattr(coded, "_SCORED", 1)
    monkeypatch.setattr(coded, "_SCORED_FOR_EACH", 1)
    monkeypatch.setattr(coded.CodedRows, "_learn", lambda rows: None)
    monkeypatch.setattr(AutoIndex, "search", lambda index, vectors, k: index.exact(-vectors, k))
    assert main(["--workspace", place, "index", "--check"]) == 1
    out = capsys.readouterr().out
    assert "searched: 4-bit codes" in out and "recall@10 0." in out and "vectors" in out


def test_a_workspace_without_passages_or_none_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--workspace", str(tmp_path / "none"), "index"]) == 1
    assert "No workspace" in capsys.readouterr().err
    with Workspace(tmp_path / "empty") as workspace:
        assert workspace.store.passage_count() == 0
    assert main(["--workspace", str(tmp_path / "empty"), "index", "--check"]) == 0
    told = capsys.readouterr()
    assert "0 passages" in told.out and "too few passages" in told.err
