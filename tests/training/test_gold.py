"""Quoted rows become ids and offsets, and a quote that is not there once is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.read import read
from training.gold import main

TEXTS = {
    "en.txt": "The foundry shipped 40,000 wafers. Its rival shipped half.",
    "hant.txt": "晶圓廠🏭五月出貨四萬片。對手只有一半。",
    "hans.txt": "晶圆厂五月出货四万片。对手只有一半。",
}
ROWS = ["這家 foundry 出貨 40,000 片。", "Its rival 停產。"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    table = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in ROWS)
    (tmp_path / "wire.jsonl").write_text(table, encoding="utf-8")
    return tmp_path


def run(root: Path, *rows: dict[str, object]) -> int:
    quotes = root / "quotes.jsonl"
    quotes.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return main([str(quotes), "--root", str(root), "-o", str(root / "out" / "gold.jsonl")])


def quoted(article: str | None, quote: str, source: str, answer: str) -> dict[str, object]:
    return {
        "article_file": article,
        "quote": quote,
        "counterparts": [{"source_file": source, "quote": answer}],
        "verdict": "supported",
        "note": "why",
    }


@pytest.mark.parametrize(
    ("article", "quote", "source", "answer"),
    [
        ("en.txt", "shipped 40,000 wafers", "hant.txt", "五月出貨四萬片"),
        ("hant.txt", "對手只有一半", "en.txt", "Its rival shipped half"),
        ("hans.txt", "晶圆厂五月出货四万片", "wire.jsonl", "foundry 出貨 40,000 片"),
        ("en.txt", "Its rival shipped half.", "wire.jsonl", "rival 停產"),
    ],
)
def test_offsets_give_the_quotes_back(root: Path, article: str, quote: str, source: str, answer: str) -> None:
    assert run(root, quoted(article, quote, source, answer)) == 0
    (row,) = map(json.loads, (root / "out" / "gold.jsonl").read_text("utf-8").splitlines())
    assert set(row) == {"article", "start", "end", "counterparts", "verdict"}
    texts = {document.id: document.text for name in (*TEXTS, "wire.jsonl") for document in read(root / name)}
    assert texts[row["article"]][row["start"] : row["end"]] == quote
    (one,) = row["counterparts"]
    assert texts[one["source"]][one["start"] : one["end"]] == answer


def test_a_typed_claim_keeps_its_text(root: Path) -> None:
    typed = {**quoted(None, "", "hant.txt", "對手只有一半"), "text": "A rival shipped half"}
    assert run(root, typed) == 0
    row = json.loads((root / "out" / "gold.jsonl").read_text("utf-8"))
    assert (row["article"], row["text"]) == (None, "A rival shipped half")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (quoted("en.txt", "shipped", "hant.txt", "對手"), "found 2 times"),
        (quoted("en.txt", "wafers", "hant.txt", "晶圆"), "found 0 times"),
        (quoted("en.txt", "", "hant.txt", "對手"), "found 0 times"),
        ({**quoted("en.txt", "wafers", "hant.txt", "對手"), "verdict": "true"}, "'true'"),
        ({"quote": "wafers"}, "counterparts"),
        (quoted("absent.txt", "wafers", "hant.txt", "對手"), "absent.txt"),
    ],
)
def test_a_row_that_cannot_be_placed_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], row: dict[str, object], said: str
) -> None:
    good = quoted("en.txt", "40,000 wafers", "hant.txt", "四萬片")
    assert run(root, good, row) == 1
    error = capsys.readouterr().err
    assert "row 2" in error
    assert said in error
    assert not (root / "out").exists()
