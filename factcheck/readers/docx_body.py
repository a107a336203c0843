"""The running text of a Word document: paragraphs, text boxes and tables in the order of the page.

Read as after accepting all tracked changes: what python-docx passes over (insertions, links, content
controls, text boxes, formulas) is in it, deletions are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.readers.grids import told_rows

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_INSERTED = frozenset({f"{_W}ins", f"{_W}moveTo"})
_DELETED = frozenset({f"{_W}del", f"{_W}moveFrom"})
_PROPERTIES = frozenset({f"{_W}pPr", f"{_W}rPr", f"{_W}rt", f"{_W}sectPr"})
"""How text looks, and the readings over Chinese characters: no words of the text."""
_WRAPPERS = frozenset({f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}smartTag"})
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_WIDEST = 60
"""Columns that a cell may claim to span."""


@dataclass(slots=True)
class Body:
    """The text and what was met on the way to it."""

    text: str = ""
    inserted: int = 0
    deleted: int = 0
    left_out: list[str] = field(default_factory=list)
    """Kinds of words in the body that are not in the text."""

    def leave_out(self, kind: str) -> None:
        if kind not in self.left_out:
            self.left_out.append(kind)


def read_body(element: Any) -> Body:
    """The body as text, a paragraph or a row of a table a line."""
    body = Body()
    body.text = "\n".join(block for block in _blocks(element, body) if block.strip())
    return body


def _blocks(parent: Any, body: Body) -> Iterator[str]:
    """The text of each paragraph, text box and table row under `parent` in order."""
    begun = ""
    for child in parent.iterchildren(tag=None):
        tag = child.tag
        if tag == f"{_W}p":
            boxes: list[Any] = []
            begun += "".join(_words(child, body, boxes))
            if _mark(child, f"{_W}del", body):
                # The paragraph's end is deleted: it runs on into the next.
                continue
            yield begun.strip()
            begun = ""
            for box in boxes:
                yield from _blocks(box, body)
        elif tag == f"{_W}tbl":
            yield from _table(child, body)
        elif tag in _WRAPPERS or tag in _INSERTED:
            body.inserted += tag in _INSERTED
            yield from _blocks(child, body)
        elif tag in _DELETED:
            body.deleted += 1
        elif tag == f"{_W}altChunk":
            body.leave_out("embedded documents")
    yield begun.strip()


def _mark(paragraph: Any, tag: str, body: Body) -> bool:
    """Whether the paragraph's end carries this change."""
    found = paragraph.find(f"{_W}pPr/{_W}rPr/{tag}") is not None
    body.deleted += found
    return found


def _words(element: Any, body: Body, boxes: list[Any]) -> Iterator[str]:
    """The words of a paragraph or a part of one; text boxes that hang on it are put aside."""
    for child in element.iterchildren(tag=None):
        tag = child.tag
        if tag in (f"{_W}t", _MATH):
            yield child.text or ""
        elif tag in _BREAKS:
            yield _BREAKS[tag]
        elif tag in _DELETED:
            body.deleted += 1
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag == f"{_W}r" and _is_hidden(child):
            body.leave_out("hidden text")
        elif tag == _ALTERNATE:
            # The same box twice, for newer and older programs.
            chosen = child.find(_CHOICE)
            yield from _words(chosen if chosen is not None else child, body, boxes)
        elif tag not in _PROPERTIES:
            body.inserted += tag in _INSERTED
            yield from _words(child, body, boxes)


def _is_hidden(run: Any) -> bool:
    """Whether Word shows nothing of the run."""
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")


def _table(table: Any, body: Body) -> list[str]:
    """The table's rows that are not deleted, told with their headings where the first row holds them."""
    rows: list[list[str]] = []
    headed: bool | None = None
    for row in _rows(table):
        properties = row.find(f"{_W}trPr")
        if properties is not None and properties.find(f"{_W}del") is not None:
            body.deleted += 1
            continue
        if properties is not None and properties.find(f"{_W}ins") is not None:
            body.inserted += 1
        if not rows and properties is not None and properties.find(f"{_W}tblHeader") is not None:
            headed = True
        rows.append([words for cell in _cells(row) for words in [_cell(cell, body)] * _span(cell)])
    return told_rows(rows, headed=headed)


def _rows(parent: Any) -> Iterator[Any]:
    """The table's own rows, those in content controls too; a nested table's belong to their cell."""
    for child in parent.iterchildren(tag=None):
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(parent: Any) -> Iterator[Any]:
    for child in parent.iterchildren(tag=None):
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _cell(cell: Any, body: Body) -> str:
    return " ".join(filter(None, _blocks(cell, body)))


def _span(cell: Any) -> int:
    found = cell.find(f"{_W}tcPr/{_W}gridSpan")
    value = found.get(f"{_W}val", "1") if found is not None else "1"
    return max(1, min(int(value), _WIDEST)) if value.isascii() and value.isdigit() else 1
