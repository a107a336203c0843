"""Shards: the passages they were given, found by every way, and the same after they have moved."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from workspaces import filled

from factcheck import Workspace
from factcheck.cluster import shard as shards
from factcheck.cluster.examining import ClusterExaminers
from factcheck.cluster.kit import Kit
from factcheck.cluster.shard import Part, Shard, narrowed
from factcheck.cluster.stamps import stamp_here
from factcheck.retrieve import Filters, asked


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with filled(tmp_path) as opened:
        yield opened


def _dealt(workspace: Workspace) -> tuple[Kit, list[Part]]:
    crew = ClusterExaminers("tcp://nowhere:1", workspace.folder, workspace.machinery, None)
    cut = crew._cut()
    return crew._kit(stamp_here()), [cut.part(place) for place in cut.parts]


def _found(
    workspace: Workspace, shard: Shard, text: str, filters: Filters
) -> dict[str, list[tuple[int, float]]]:
    machinery = workspace.machinery
    one = asked(text, machinery.readings.names.corpus())
    counts = shard.count(one.words, one.facts)
    (found,) = shard.best([one], machinery.encoder.encode_queries([text]), 10, filters, counts)
    return {"meaning": list(found.by_meaning), "words": list(found.words), "facts": list(found.facts)}


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(as_of=date(2025, 8, 1)), Filters(since=date(2025, 8, 2))]
)
@pytest.mark.parametrize(
    "text", ["Veltron損失80億美元", "Lark-9 exports approved on 15 July 2025", "营收为25亿元"]
)
@pytest.mark.parametrize("exact_up_to", [50_000, 2])
def test_a_shard_finds_what_the_indexes_find(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, text: str, filters: Filters, exact_up_to: int
) -> None:
    monkeypatch.setattr(shards, "EXACT_UP_TO", exact_up_to)
    shard = Shard(*_dealt(workspace))
    found = _found(workspace, shard, text, filters)
    machinery, vectors = workspace.machinery, workspace.vectors
    allowed = machinery.retriever.allowed(filters)
    one = asked(text, machinery.readings.names.corpus())
    scores, numbers = vectors.search(machinery.encoder.encode_queries([text]), 10, allowed=allowed)
    wanted = {
        "meaning": [
            (int(number), float(score))
            for number, score in zip(numbers[0], scores[0], strict=True)
            if number >= 0
        ],
        "words": vectors.search_words(one.words, 10, allowed=allowed),
        "facts": vectors.search_words((), 10, facts=one.facts, allowed=allowed),
    }
    assert found["meaning"]
    for way, pairs in wanted.items():
        assert [number for number, _ in found[way]] == [number for number, _ in pairs], way
        # Beyond a size vectors are kept in half precision.
        near = 5e-5 if exact_up_to > 2 else 1e-3
        assert [score for _, score in found[way]] == pytest.approx([score for _, score in pairs], abs=near)


def test_a_shard_gives_its_passages_and_no_others(workspace: Workspace) -> None:
    shard = Shard(*_dealt(workspace))
    every = {number: passage for batch in workspace.store.iter_passages() for number, passage in batch}
    assert len(shard) == len(every) > 5
    fetched = shard.fetch([*list(every)[2:5], 10_000, 0])
    assert {number: passage for number, (passage, _) in fetched.rows.items()} == dict(
        list(every.items())[2:5]
    )
    assert all(row is not None for _, row in fetched.rows.values())
    assert fetched.sources.keys() == {passage.document_id for passage, _ in fetched.rows.values()}


def test_a_shard_that_moves_finds_the_same(workspace: Workspace) -> None:
    shard = Shard(*_dealt(workspace))
    moved: Shard = pickle.loads(pickle.dumps(shard))
    texts = ("Veltron損失80億美元", "QM-7 400 TFLOPS")
    for text in texts:
        assert _found(workspace, moved, text, Filters()) == _found(workspace, shard, text, Filters())
    assert shard.__sizeof__() > len(shard) * 1000


def test_passages_that_no_rules_have_read_yet_are_read(workspace: Workspace) -> None:
    before = Shard(*_dealt(workspace))
    workspace.store.forget_readings(workspace.sources()[0].id)
    after = Shard(*_dealt(workspace))
    text = "Lark-9 exports approved on 15 July 2025"
    assert _found(workspace, after, text, Filters()) == _found(workspace, before, text, Filters())


def test_vectors_travel_in_half_precision_where_nothing_is_lost() -> None:
    exact, half = np.array([[0.1, 0.2]], dtype=np.float32), np.array([[0.5, 0.25]], dtype=np.float32)
    assert narrowed(exact).dtype == np.float32
    assert narrowed(half).dtype == np.float16
