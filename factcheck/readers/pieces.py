"""Words of a PDF page with the places where they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject


@dataclass(slots=True)
class Piece:
    """Words drawn in one go, in points from the page's lower left corner."""

    x: float
    y: float
    end: float
    size: float
    text: str


def pieces_of(page: PageObject) -> list[Piece]:
    """Every piece of text with its place, in the order it is drawn, but for those that are turned."""
    from pypdf.generic import ContentStream, NameObject, NumberObject

    before = page.get("/Contents")
    if before is None:
        return []
    # Strings stay bytes until their font is known.
    content = ContentStream(before.get_object(), page.pdf, "bytes")
    whole = [NumberObject(one) for one in (1, 0, 0, 1, 0, 0)]
    operations: list[object] = []
    for operands, operator in content.operations:
        if operator in (b"Td", b"TD", b"Tm", b"T*", b"'", b'"'):
            # pypdf hands over what it has gathered at a change of the matrix; this one changes nothing.
            operations.append((whole, b"cm"))
        operations.append((operands, operator))
    content.operations = operations  # type: ignore[assignment]
    found: list[Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if not text.strip():
            return
        across, up = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scaled = abs(across) * (size or 1.0)
        if abs(up) > abs(across) / 10 or not scaled:
            return
        words = text.strip("\n")
        found.append(Piece(x, y, x + scaled * _ems(words, font), scaled, words))

    page[NameObject("/Contents")] = content
    try:
        page.extract_text(visitor_text=visit)
    finally:
        page[NameObject("/Contents")] = before
    return found


def _ems(text: str, font: object) -> float:
    """The width of `text` in ems: by the font's own table where it is a simple one, else an estimate."""
    widths, first = None, 0
    if isinstance(font, dict):
        table, start = font.get("/Widths"), font.get("/FirstChar")
        if table is not None and start is not None:
            widths, first = table.get_object(), int(start)
    total = 0.0
    for character in text:
        place = ord(character) - first
        if widths is not None and 0 <= place < len(widths):
            total += float(widths[place]) / 1000
        else:
            total += 1.0 if character > "\u2e7f" else 0.5
    return total
