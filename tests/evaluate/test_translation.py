"""A translation is found where the nearest of all sentences is its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import ReadError
from factcheck.evaluate.translation import evaluate_translation

ROWS = (
    {"set": "a", "en": "The president visited Japan.", "zh": "总统访问了日本。"},
    {"set": "a", "en": "Water boils at one hundred degrees.", "zh": "水在一百度沸腾。"},
    {"set": "b", "en": "The company sells books.", "zh": "这家公司卖书。"},
    {"set": "b", "en": "The company sells books.", "zh": "该公司销售书籍。"},
)


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_both_directions_and_equal_sentences_count_for_one_another(tmp_path: Path) -> None:
    scores = evaluate_translation(write(tmp_path / "news.jsonl", *ROWS), {})
    assert scores.n == 4
    assert scores.metrics["recall@1.zh_en"] == 1.0
    # Of two equal English sentences both find the same Chinese one, which is one of them's own.
    assert scores.metrics["recall@1.en_zh"] == 0.75


def test_a_set_and_a_limit(tmp_path: Path) -> None:
    path = write(tmp_path / "news.jsonl", *ROWS)
    assert evaluate_translation(path, {}, part="b").n == 2
    assert evaluate_translation(path, {}, part="a", limit=1).n == 1
    with pytest.raises(ReadError, match="no rows of the set 'c'; it has: a, b"):
        evaluate_translation(path, {}, part="c")


def test_both_scripts(tmp_path: Path) -> None:
    rows = [
        {"en": "The president visited Japan.", "hans": "总统访问了日本。", "hant": "總統訪問了日本。"},
        {"en": "Water boils at one hundred degrees.", "hans": "水在一百度沸腾。", "hant": "水在一百度沸騰。"},
    ]
    metrics = evaluate_translation(write(tmp_path / "news.jsonl", *rows), {}).metrics
    names = {name for name in metrics if not name.endswith(".se")}
    assert names == {"recall@1.hans_en", "recall@1.en_hans", "recall@1.hant_en", "recall@1.en_hant"}
    assert set(metrics.values()) == {0.0, 1.0}


@pytest.mark.parametrize("row", [{"en": "a"}, {"zh": "一"}, {"en": "a", "hans": "一"}])
def test_a_row_without_its_other_half_is_named(tmp_path: Path, row: dict[str, str]) -> None:
    with pytest.raises(ReadError, match=r"line 2: wanted en and zh"):
        evaluate_translation(write(tmp_path / "news.jsonl", ROWS[0], row), {})
