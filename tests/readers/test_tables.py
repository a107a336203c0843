"""A document a row; a broken row is a failure with its line, and the others are read."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.drafts import Draft, Origin, ReadFailure
from factcheck.readers.options import ReadOptions
from factcheck.readers.streams import Source
from factcheck.readers.tables import read_csv, read_jsonl

TEXTS = ["Exports resumed.", "出口恢復。", "出口恢复。", "Exports 已恢復。"]


def _jsonl(data: bytes) -> list[Draft | ReadFailure]:
    return list(read_jsonl(Source(io.BytesIO(data)), Origin("a.jsonl", "a.jsonl"), ReadOptions()))


def _csv(data: bytes) -> list[Draft | ReadFailure]:
    return list(read_csv(Source(io.BytesIO(data)), Origin("a.csv", "a.csv"), ReadOptions()))


def _kinds(items: list[Draft | ReadFailure]) -> list[str]:
    return [item.target if isinstance(item, ReadFailure) else item.text for item in items]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_jsonl_fields(encoding: str) -> None:
    row = {
        "title": "晶片",
        "url": "https://n.example",
        "published": "2025-03-04T01:00:00Z",
        "author": ["Ann", "Bo"],
    }
    lines = "\n".join(json.dumps({"text": text, **row}, ensure_ascii=False) for text in TEXTS)
    items = _jsonl(lines.encode(encoding))
    assert _kinds(items) == TEXTS
    assert all(
        isinstance(item, Draft)
        and (item.title, item.url, item.published, item.author)
        == ("晶片", "https://n.example", date(2025, 3, 4), "Ann, Bo")
        for item in items
    )


def test_a_row_is_named_by_its_id_or_its_line() -> None:
    first, second = _jsonl(b'{"text": "a"}\n\n{"text": "b", "id": 7}')
    assert isinstance(first, Draft) and isinstance(second, Draft)
    assert (first.path, second.path) == ("a.jsonl:1", "7")
    assert (first.place, second.place) == ("a.jsonl:1", "a.jsonl:3")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"text": ', "not JSON"),
        (b"[1]", "found a list"),
        (b'{"text": 5}', "found a number"),
        (b'{"body": "x"}', "found the fields body"),
        (b'{"text": "x", "published": "soon"}', "full date"),
        ('{"text": "出口恢復"}'.encode("cp950"), "not valid UTF-8"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_a_broken_line_stops_only_itself(line: bytes, words: str) -> None:
    items = _jsonl('{"text": "出口恢復。"}\n'.encode() + line + '\n{"text": "出口恢复。"}\n'.encode())
    assert _kinds(items) == ["出口恢復。", "a.jsonl:2", "出口恢复。"]
    assert isinstance(items[1], ReadFailure)
    assert words in items[1].message and "\n" not in items[1].message


def test_only_line_feeds_end_a_json_line() -> None:
    assert _kinds(_jsonl('{"text": "a\u2028b\x85c"}\r\n{"text": "d"}'.encode())) == ["a\u2028b\x85c", "d"]


def test_an_empty_file_is_said() -> None:
    with pytest.raises(EmptyDocument):
        _jsonl(b"\n \n")
    with pytest.raises(EmptyDocument):
        _csv(b"")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp950"])
def test_csv_fields_quotes_and_line_breaks(delimiter: str, encoding: str) -> None:
    rows = ["Text;title;published", '"出口\n恢復; 公司否認";晶片;2025年3月4日', "Exports resumed;;"]
    data = "\r\n".join(row.replace(";", delimiter) for row in rows).encode(encoding)
    first, second = _csv(data)
    assert isinstance(first, Draft) and isinstance(second, Draft)
    assert first.text == f"出口\n恢復{delimiter} 公司否認"
    assert (first.title, first.published, first.path) == ("晶片", date(2025, 3, 4), "a.csv:2")
    assert (second.title, second.published, second.path) == (None, None, "a.csv:4")


def test_broken_csv_rows_stop_only_themselves() -> None:
    items = _csv(b'text,title\na,b\nc,d,e\n"x"y,z\nlast,one\n')
    assert _kinds(items) == ["a", "a.csv:3", "a.csv:4", "last"]


def test_a_quote_that_is_never_closed_is_reported_and_not_swallowed() -> None:
    items = _csv(b'text\nfirst\n"second\nthird\n')
    assert _kinds(items) == ["first", "a.csv:3"]


def test_a_header_without_text_names_the_known_fields() -> None:
    with pytest.raises(ReadError, match="field 'text', found 'body,title'; known: text, title"):
        _csv(b"body,title\n1,2\n")


def test_a_long_field_is_read() -> None:
    (draft,) = _csv(b"text\n" + b"word " * 60_000)
    assert isinstance(draft, Draft) and len(draft.text) > 131_072


@pytest.mark.parametrize(
    "header", ["text", "title,text,published\n", "\ufefftext;title\r\n\r\n", "title\ttext\n\n\n"]
)
def test_a_header_without_rows_is_said(header: str) -> None:
    with pytest.raises(EmptyDocument, match="rows under the header"):
        _csv(header.encode())
