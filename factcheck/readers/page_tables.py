"""Tables of a web page, told row by row in their place before the article is looked for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from factcheck.readers.grids import told_rows

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WIDEST = 60
"""Columns of a table; a cell that claims to span more is not believed."""
_PARTS = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_MOST_CELLS = 20_000


def tell_tables(tree: HtmlElement) -> None:
    """Replace each table of figures under `tree` by paragraphs, in place.

    Cells of a table that lays out the page (with tables, headings or paragraphs in it) become plain blocks.
    """
    for table in list(tree.iter("table")):
        rows, headed = ([], None) if _lays_out(table) else _rows(table)
        if len(rows) > 1 and max(map(len, rows)) > 1:
            _replace(table, told_rows(rows, headed=headed))
        else:
            _unfold(table)


def _unfold(table: HtmlElement) -> None:
    """Make plain blocks of a table's own rows and cells."""
    open_ = [table]
    while open_:
        element = open_.pop()
        element.tag = "div"
        open_ += [child for child in element if child.tag in _PARTS]


def _lays_out(table: HtmlElement) -> bool:
    """Whether cells hold what no figure is made of."""
    blocks = ("table", "article", "section", "nav", "form", "ul", "h1", "h2", "h3")
    if next(islice(table.iterdescendants(*blocks), 1), None) is not None:
        return True
    return any(len(cell.findall(".//p")) > 1 for cell in table.iter("td"))


def _rows(table: HtmlElement) -> tuple[list[list[str]], bool | None]:
    """(the rows with spanning cells repeated, whether the first is marked as the headings)."""
    rows: list[list[str]] = []
    headed: bool | None = None
    held: dict[int, tuple[int, str]] = {}
    cells = 0
    for element in table.iter("tr"):
        found = [cell for cell in element if cell.tag in ("td", "th")]
        if not found:
            continue
        if not rows and (all(cell.tag == "th" for cell in found) or element.getparent().tag == "thead"):
            headed = True
        row: list[str] = []
        for cell in found:
            _fill(row, held)
            words = " ".join(cell.text_content().split())
            for _ in range(_span(cell, "colspan")):
                held[len(row)] = (_span(cell, "rowspan") - 1, words)
                row.append(words)
        _fill(row, held)
        rows.append(row)
        cells += len(row)
        if cells > _MOST_CELLS:
            break
    return rows, headed


def _fill(row: list[str], held: dict[int, tuple[int, str]]) -> None:
    """Add the cells that reach down from the rows above."""
    while len(row) < _WIDEST and (above := held.get(len(row), (0, "")))[0] > 0:
        held[len(row)] = (above[0] - 1, above[1])
        row.append(above[1])


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(int(value), _WIDEST) if value.isascii() and value.isdigit() and int(value[:6]) else 1


def _replace(table: HtmlElement, lines: list[str]) -> None:
    """Paragraphs in the table's place; a table without a word is taken out."""
    caption = table.find("caption")
    title = [" ".join(caption.text_content().split())] if caption is not None else []
    block = table.makeelement("div")
    for line in filter(None, (*title, *lines)):
        paragraph = block.makeelement("p")
        paragraph.text = line
        block.append(paragraph)
    block.tail = table.tail
    parent = table.getparent()
    if parent is not None:
        parent.replace(table, block)
