"""How many rows an input is expected to hold: counted for tables, one for anything else, never a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.readers.expected import rows_in
from factcheck.readers.inputs import expand


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("文章.jsonl", '{"text": "甲"}\n' * 7, 7),
        ("a.ndjson", '{"text": "a"}', 1),
        ("b.csv", "text\n一\n二\n", 3),
        ("long.txt", "line\n" * 50, 1),
        ("empty.jsonl", "", 1),
    ],
)
def test_lines_of_tables_are_counted(tmp_path: Path, name: str, content: str, rows: int) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert [rows_in(target) for target in expand([str(tmp_path)])] == [rows]


def test_what_is_not_there_or_not_on_disk_counts_once(tmp_path: Path) -> None:
    targets = expand([str(tmp_path / "absent.jsonl"), "-", "https://example.org/a.csv"])
    assert [rows_in(target) for target in targets] == [1, 1, 1]
