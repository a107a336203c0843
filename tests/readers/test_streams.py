"""Size: a text is refused in one line, a table is read row by row in constant memory."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.model import Document, Language, OutcomeStatus
from factcheck.read import ReadFailure, ReadOptions, read_each
from factcheck.readers.streams import SAMPLE

HANT = "監管機構表示，三月份出貨的晶片不超過百分之十，公司否認違反出口限制。"
HANS = "监管机构表示，三月份出货的芯片不超过百分之十，公司否认违反出口限制。"
EN = "Regulators said no more than 10 per cent of the chips were shipped in March."
TOLD = ReadOptions(language=Language.ZH)
"""Telling the language of every row takes longer than all the rest."""


def _sparse(path: Path, size: int) -> Path:
    """A file of that many bytes which takes no room on the disk."""
    with path.open("wb") as file:
        file.write(EN.encode())
        file.truncate(size)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.srt"])
def test_a_text_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path, name: str) -> None:
    path = _sparse(tmp_path / name, 200_000_000)
    tracemalloc.start()
    try:
        (failure,) = read_each([path])
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
    assert isinstance(failure, ReadFailure)
    assert failure.message == (
        "Wanted a text of at most 3,000,000 characters, found 200,000,000 bytes; split the file, or raise"
        " max_characters in factcheck.toml."
    )


def test_a_file_that_is_read_whole_has_a_limit_of_its_own(tmp_path: Path) -> None:
    (failure,) = read_each([_sparse(tmp_path / "a.pdf", 200_000_001)])
    assert isinstance(failure, ReadFailure)
    assert "at most 200,000,000 bytes, found 200,000,001" in failure.message
    assert "max_file_bytes in factcheck.toml" in failure.message


@pytest.mark.parametrize("text", [EN, HANT, HANS])
def test_the_limit_counts_characters_and_is_a_setting(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    for limit, status in ((len(text) - 1, OutcomeStatus.FAILED), (len(text), OutcomeStatus.ADDED)):
        (tmp_path / "factcheck.toml").write_text(f"max_characters = {limit}\n", encoding="utf-8")
        with Workspace(tmp_path) as workspace:
            (outcome,) = workspace.add([str(path)])
        assert outcome.status is status
        assert ("raise max_characters in factcheck.toml" in outcome.message) is (
            status is OutcomeStatus.FAILED
        )


def test_standard_input_without_an_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/zero", encoding="utf-8") as endless:
        monkeypatch.setattr("sys.stdin", endless)
        (failure,) = read_each(["-"], ReadOptions(max_characters=100_000))
    assert isinstance(failure, ReadFailure) and "found more than 400,000 bytes" in failure.message


def _rows(path: Path, encoding: str, size: int, *, suffix: str = "jsonl") -> list[str]:
    """Fill `path` with rows beyond `size` bytes; their texts."""
    texts: list[str] = []
    with path.open("w", encoding=encoding, newline="") as file:
        if suffix == "csv":
            file.write("text,title\r\n")
        while file.tell() < size if len(texts) % 50 == 0 else True:
            texts.append(f"{(HANT, HANS)[encoding == 'gb18030'] * 60}第{len(texts)}號")
            file.write(
                json.dumps({"text": texts[-1]}, ensure_ascii=False) + "\n"
                if suffix == "jsonl"
                else f'"{texts[-1]}",x\r\n'
            )
    return texts


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "cp950"])
def test_a_large_table_is_read_in_every_encoding(tmp_path: Path, encoding: str, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    texts = _rows(path, encoding, SAMPLE + 1_000_000, suffix=suffix)
    assert path.stat().st_size > SAMPLE
    items = list(read_each([path], TOLD))
    assert [item.text for item in items if isinstance(item, Document)] == texts
    guessed = encoding in ("gb18030", "cp950")
    assert all(isinstance(item, Document) and bool(item.notes) is guessed for item in items)


def test_a_large_table_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    count = len(_rows(path, "utf-8", 30_000_000))

    def peak(items: Iterator[Document | ReadFailure]) -> int:
        tracemalloc.start()
        try:
            assert sum(isinstance(item, Document) for item in items) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert path.stat().st_size > 30_000_000
    assert peak(read_each([path], TOLD)) < 24_000_000


def test_a_bad_line_far_down_a_large_table_stops_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    for encoding, other in (("utf-8", "cp950"), ("gb18030", "utf-8")):
        count = len(_rows(path, encoding, SAMPLE + 100_000))
        with path.open("ab") as file:
            file.write(
                '{"text": "出口恢復。'.encode(other)
                + b'\xff"}\n'
                + '{"text": "出口恢复。"}\n'.encode(encoding)
            )
        *_, bad, last = read_each([path], TOLD)
        assert isinstance(bad, ReadFailure) and f"a.jsonl:{count + 1}" in bad.target
        assert "not valid" in bad.message
        assert isinstance(last, Document) and last.text == "出口恢复。"


@pytest.mark.parametrize("text", ["x" * 2_000_000, "x" * 6_000_000])
def test_a_row_that_is_too_long_stops_only_itself(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "{text}"}}\n{{"text": "出口恢復。"}}\n', encoding="utf-8")
    bad, good = read_each([path], ReadOptions(max_characters=200_000))
    assert isinstance(bad, ReadFailure) and bad.target.endswith(":1")
    assert "row of at most 1,300,000 characters" in bad.message
    assert isinstance(good, Document) and good.text == "出口恢復。"
