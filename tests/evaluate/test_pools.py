"""What is searched and asked is read whole, and what cannot be asked is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import ReadError
from factcheck.evaluate.files import digest_of
from factcheck.evaluate.pools import PoolDocument, pool_of_verdicts, read_pool


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


DOCS = ({"id": 1, "title": "雲雀", "text": "雲雀晶片獲准出口。"}, {"id": "b", "text": "Qiming grew."})


def test_documents_and_queries(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs.jsonl", *DOCS)
    queries = write(
        tmp_path / "queries.jsonl",
        {"id": "q", "text": "哪款晶片獲准", "relevant": [1]},
        {"id": "r", "text": "who", "relevant": ["nowhere"]},
    )
    pool = read_pool(docs, queries)
    assert pool.documents == (
        PoolDocument("1", "雲雀", "雲雀晶片獲准出口。"),
        PoolDocument("b", "", "Qiming grew."),
    )
    assert [(query.id, set(query.relevant)) for query in pool.queries] == [("q", {"1"})]
    assert pool.notes == ("1 queries without a relevant document in docs.jsonl are left out.",)
    assert pool.sha256 == digest_of(docs, queries)
    assert not pool.any_hit


def test_a_verdict_file_as_a_pool(tmp_path: Path) -> None:
    def piece(text: str) -> dict[str, str]:
        return {"title": "T", "text": text}

    path = write(
        tmp_path / "rows.jsonl",
        {"id": 1, "claim": "a", "evidence": [piece("x"), piece("y")], "label": "supported", "other_sentences": [piece("z")]},
        {"id": 2, "claim": "b", "evidence": [piece("y")], "label": "contradicted"},
        {"id": 3, "claim": "a", "evidence": [piece("w")], "label": "supported"},
        {"id": 4, "claim": "c", "evidence": [], "label": "unverifiable"},
    )  # fmt: skip
    pool = pool_of_verdicts(path)
    texts = {document.id: document.text for document in pool.documents}
    assert sorted(texts.values()) == ["w", "x", "y", "z"]
    asked = {query.text: {texts[key] for key in query.relevant} for query in pool.queries}
    assert asked == {"a": {"x", "y", "w"}, "b": {"y"}}
    assert pool.any_hit
    assert pool.notes == ("1 rows without evidence ask for nothing and are left out.",)
    fewer = pool_of_verdicts(path, asking={"2"})
    assert [query.text for query in fewer.queries] == ["b"]
    assert fewer.documents == pool.documents


@pytest.mark.parametrize(
    ("docs", "queries", "said"),
    [
        ([{"id": 1}], [{"text": "a", "relevant": [1]}], "wanted a document"),
        (
            [{"id": 1, "text": "a"}, {"id": "1", "text": "b"}],
            [{"text": "a", "relevant": [1]}],
            "id of its own",
        ),
        ([{"id": 1, "text": "a"}], [{"text": "a", "relevant": "1"}], "wanted a query"),
        ([{"id": 1, "text": "a"}], [{"text": "a", "relevant": [2]}], "none of its 1 queries"),
    ],
)
def test_faults_are_named(tmp_path: Path, docs: list[object], queries: list[object], said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read_pool(write(tmp_path / "docs.jsonl", *docs), write(tmp_path / "queries.jsonl", *queries))
