"""Search is measured with the pipeline's own retriever, and counted as trec_eval counts."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from factcheck.evaluate.pools import Pool, PoolDocument, Query
from factcheck.evaluate.retrieval import evaluate_retrieval, fill, ranked, retrieval_metrics
from factcheck.evaluate.scratch import scratch
from factcheck.retrieve import Mode

DOCUMENTS = (
    PoolDocument("lark", "Regulator clears Lark-9", "The Harbour Trade Office approved exports of the chip. It rained."),
    PoolDocument("loss", "市場觀察", "Veltron公司表示，未來三年將因出口限制損失80億美元。"),
    PoolDocument("qiming", "竞争对手报告", "启明半导体的QM-7芯片算力达到400 TFLOPS。\n启明半导体第二季度营收为25亿元。"),
    PoolDocument("copy", "竞争对手报告", "启明半导体的QM-7芯片算力达到400 TFLOPS。\n启明半导体第二季度营收为25亿元。"),
    PoolDocument("silent", "", "。"),
)  # fmt: skip
QUERIES = (
    Query("1", "Which office cleared the Lark-9?", frozenset({"lark"})),
    Query("2", "Veltron loses $8B", frozenset({"loss"})),
    Query("3", "啟明半導體的算力是多少TFLOPS", frozenset({"qiming"})),
)
POOL = Pool(DOCUMENTS, QUERIES, any_hit=False, sha256="0" * 64)


@pytest.mark.parametrize("mode", Mode)
def test_each_mode_finds_what_is_plainly_there(mode: Mode) -> None:
    told: list[tuple[int, int]] = []
    scores = evaluate_retrieval(POOL, {}, mode=mode, watch=lambda done, total: told.append((done, total)))
    assert scores.n == 3
    assert scores.metrics["mrr@10"] == scores.metrics["recall@1"] == 1.0
    assert scores.metrics["recall@1.se"] == 0.0
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert set(scores.models) == {"encoder"}


def test_documents_of_one_text_are_each_found_and_of_none_never() -> None:
    with scratch({}) as workspace:
        fill(workspace, DOCUMENTS)
        found = dict(ranked(workspace, POOL, Mode.HYBRID))
        assert len(workspace.sources()) == 4
    assert found["3"][:2] == ["qiming", "copy"]
    assert all(len(set(ranking)) == len(ranking) for ranking in found.values())
    assert "silent" not in {key for ranking in found.values() for key in ranking}


def test_metrics_by_hand() -> None:
    queries = [Query("a", "", frozenset({"1", "2"})), Query("b", "", frozenset({"3"}))]
    rankings = {"a": ["9", "1", "8", "2"], "b": [str(n) for n in range(10, 21)] + ["3"]}
    found = retrieval_metrics(queries, rankings, any_hit=False)
    assert found["mrr@10"] == 0.25  # 1/2, and beyond ten nothing
    assert found["map@5"] == pytest.approx((1 / 2 + 2 / 4) / 2 / 2)
    ideal = 1 + 1 / math.log2(3)
    assert found["ndcg@10"] == pytest.approx((1 / math.log2(3) + 1 / math.log2(5)) / ideal / 2, abs=1e-6)
    assert (found["recall@1"], found["recall@100"]) == (0.0, 1.0)
    assert found["mrr@10.se"] == pytest.approx(0.25 / math.sqrt(2), abs=1e-6)


def test_recall_of_several_is_a_share_or_any_hit() -> None:
    queries = [Query("a", "", frozenset({"1", "2"}))]
    assert retrieval_metrics(queries, {"a": ["1"]}, any_hit=False)["recall@1"] == 0.5
    assert retrieval_metrics(queries, {"a": ["1"]}, any_hit=True)["recall@1"] == 1.0


def test_a_query_that_finds_nothing_counts_as_nothing_found() -> None:
    queries = [Query("a", "", frozenset({"1"})), Query("b", "", frozenset({"2"}))]
    assert retrieval_metrics(queries, {"a": ["1"], "b": []}, any_hit=False)["mrr@10"] == 0.5


def test_the_temporary_workspace_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    evaluate_retrieval(POOL, {})
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(KeyboardInterrupt), scratch({}):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
