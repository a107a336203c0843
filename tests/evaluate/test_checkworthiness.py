"""Check-worthiness is measured on marked sentences of both kinds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import ReadError
from factcheck.evaluate.checkworthiness import evaluate_checkworthiness

ROWS = (
    {"text": "Unemployment rose by 2.3 percent to 14 million people last year.", "check_worthy": True},
    {"text": "Thank you all for coming tonight, it is wonderful to be here.", "check_worthy": False},
    {"text": "去年出口下降12%，跌至80億美元。", "check_worthy": True},
    {"text": "你好吗？", "check_worthy": False},
)


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_plain_cases_are_ranked_apart(tmp_path: Path) -> None:
    scores = evaluate_checkworthiness(write(tmp_path / "rows.jsonl", *ROWS), {})
    assert (scores.task, scores.n) == ("checkworthiness", 4)
    assert scores.metrics["average_precision"] == 1.0
    assert set(scores.metrics) == {"average_precision", "average_precision.se", "f1", "f1.se"}


@pytest.mark.parametrize("row", [{"text": "a"}, {"text": "a", "check_worthy": "yes"}, {"check_worthy": True}])
def test_a_row_that_cannot_be_understood_is_named(tmp_path: Path, row: dict[str, object]) -> None:
    with pytest.raises(ReadError, match="line 2: wanted 'text' and 'check_worthy'"):
        evaluate_checkworthiness(write(tmp_path / "rows.jsonl", ROWS[0], row), {})


def test_one_kind_alone_measures_nothing(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="both kinds"):
        evaluate_checkworthiness(write(tmp_path / "rows.jsonl", ROWS[0], ROWS[2]), {})
