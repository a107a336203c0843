"""Tables in pages, Markdown, Word files and CSV: each figure keeps its label and heading, rows stay apart."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.extract import extract
from factcheck.model import Document
from factcheck.read import read
from factcheck.readers.grids import told_rows

EN = [
    ["", "Q3 2025", "Q2 2025"],
    ["Revenue", "NT$412.7 billion", "NT$388.2 billion"],
    ["Margin", "40.1%", "—"],
]
EN_TOLD = "Revenue, Q3 2025: NT$412.7 billion. Revenue, Q2 2025: NT$388.2 billion.\nMargin, Q3 2025: 40.1%."
HANT = [["公司", "2025年第三季營收", "年增率"], ["曜川", "412.7億元", "22.4%"], ["浩辰", "98億元", "3.1%"]]
HANT_TOLD = (
    "公司：曜川，2025年第三季營收：412.7億元。公司：曜川，年增率：22.4%。\n"
    "公司：浩辰，2025年第三季營收：98億元。公司：浩辰，年增率：3.1%。"
)
HANS = [["公司", "年份", "市场份额"], ["曜川", "2024", "22.4%"], ["Haochen", "2025", "3.1%"]]
HANS_TOLD = "公司：曜川，年份：2024，市场份额：22.4%。\n公司：Haochen，年份：2025，市场份额：3.1%。"
TABLES = [
    (EN, EN_TOLD, "The company reported its results on Monday.", "NT$412.7 billion"),
    (HANT, HANT_TOLD, "公司週一公布財報，營收高於預期。", "412.7億元"),
    (HANS, HANS_TOLD, "公司周一公布财报，市场份额高于预期。", "22.4%"),
]
every_table = pytest.mark.parametrize(("rows", "told", "before", "figure"), TABLES)


def _markdown(rows: list[list[str]]) -> str:
    heads, *body = ("| " + " | ".join(row) + " |" for row in rows)
    return "\n".join([heads, "|" + "---|" * len(rows[0]), *body])


def _html(rows: list[list[str]], cell: str = "th") -> str:
    heads, *body = rows
    first = "".join(f"<{cell}>{one}</{cell}>" for one in heads)
    rest = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in body)
    return f"<table><tr>{first}</tr>{rest}</table>"


def _check(document: Document, told: str, before: str, figure: str) -> None:
    assert document.text.split("\n")[-len(told.split("\n")) - 1 :] == [before, *told.split("\n")]
    claims = [claim for claim in extract(document) if figure in claim.quote]
    # One sentence of the row, and nothing of the next.
    assert claims and all("\n" not in claim.quote and claim.quote in told for claim in claims)
    assert all(document.text[claim.start : claim.end] == claim.quote for claim in claims)


@every_table
@pytest.mark.parametrize("cell", ["th", "td"])
def test_a_page(
    tmp_path: Path, rows: list[list[str]], told: str, before: str, figure: str, cell: str
) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><head><meta charset=utf-8></head><body><article><p>{before}</p>{_html(rows, cell)}"
        "</article></body></html>",
        encoding="utf-8",
    )
    (document,) = read(path)
    _check(document, told, before, figure)


@every_table
def test_markdown(tmp_path: Path, rows: list[list[str]], told: str, before: str, figure: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{before}\n{_markdown(rows)}", encoding="utf-8")
    (document,) = read(path)
    _check(document, told, before, figure)


@every_table
def test_word(
    tmp_path: Path,
    make_docx: Callable[..., bytes],
    rows: list[list[str]],
    told: str,
    before: str,
    figure: str,
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx([before], rows).replace(b"after the table", b"after the table"))
    (document,) = read(path)
    text, _, last = document.text.rpartition("\n")
    assert last == "after the table"
    assert text == f"{before}\n{told}"


@every_table
def test_csv_as_an_article(
    tmp_path: Path, rows: list[list[str]], told: str, before: str, figure: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\r\n".join(",".join(row) for row in rows), encoding="utf-8-sig")
    (document,) = read(path)
    assert document.text == told
    assert "one table" in document.notes[0]
    assert any(figure in claim.quote for claim in extract(document))


def test_markdown_around_tables_stays_as_written(tmp_path: Path) -> None:
    kept = "A | B\nno rule under it\n\n```\n| a | b |\n|---|---|\n| 1 | 2 |\n```\n\n---\n\nEnd | here.\n"
    path = tmp_path / "a.md"
    path.write_text(f"{kept}\nName | Share\n:--|--:\nA \\| B | 5%\n\nAfter the table.\n", encoding="utf-8")
    (document,) = read(path)
    assert document.text == f"{kept}\nName: A | B, Share: 5%.\n\nAfter the table.\n"


def test_cells_that_span_and_a_caption(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><article><p>Results in two regions were published on Monday by the company.</p><table>"
        "<caption>In NT$ billion</caption><tr><th></th><th>Sales</th><th>Profit</th></tr>"
        "<tr><td rowspan=2>Asia</td><td>10</td><td>1</td></tr><tr><td>20</td><td>2</td></tr>"
        "<tr><td>Europe</td><td colspan=2>30</td></tr></table></article></body></html>",
        encoding="utf-8",
    )
    (document,) = read(path)
    assert document.text.split("\n")[1:] == [
        "In NT$ billion",
        "Asia, Sales: 10. Asia, Profit: 1.",
        "Asia, Sales: 20. Asia, Profit: 2.",
        "Europe, Sales: 30. Europe, Profit: 30.",
    ]


def test_a_table_that_lays_out_a_page_is_no_table(tmp_path: Path) -> None:
    story = "The ministry said on Monday that exports of the chip had resumed, after a year without any."
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><table><tr><td><ul><li><a href=/>Home</a></li></ul></td><td><h1>Exports</h1><p>{story}</p>"
        f"<p>{story}</p></td></tr><tr><td></td><td>foot</td></tr></table></body></html>",
        encoding="utf-8",
    )
    (document,) = read(path)
    assert story in document.text.split("\n")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["Revenue", "412.7"], ["Profit", "40.1"]], ["Revenue: 412.7.", "Profit: 40.1."]),
        ([["營收", "412.7億元"]], ["營收：412.7億元。"]),
        ([["1", "2", "3"], ["4", "5", "6"]], ["1 | 2 | 3", "4 | 5 | 6"]),
        ([["Only"], ["one"]], ["Only", "one"]),
        ([["", ""], []], []),
        (
            [["Name", "2024", "2025"], ["All regions"], ["Asia", "5%", "6%"]],
            ["All regions", "Name: Asia, 2024: 5%. Name: Asia, 2025: 6%."],
        ),
    ],
)
def test_rows_without_headings_and_odd_ones(rows: list[list[str]], told: list[str]) -> None:
    assert told_rows(rows) == told


def test_a_row_does_not_grow_with_the_square_of_its_cells() -> None:
    heads = [f"head {number}" for number in range(2000)]
    row = [("word " if number % 2 else "5% ") + str(number) * (number % 2 == 0) for number in range(2000)]
    (line,) = told_rows([heads, row], headed=True)
    assert len(line) < 200_000
    assert io.StringIO(line).read().count("word") == 1000
