"""DOCX: paragraphs and tables in the order of the page, inserted text included and deleted text not.

The package is looked at before it is opened, so that a small file cannot unpack into a large one.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import MEGABYTE, ReadOptions

UNPACKED = 200 * MEGABYTE
"""Largest sum of the package's parts, in bytes."""
XML_PART = 60 * MEGABYTE
"""Largest XML part, in bytes: its tree takes about ten times as much memory."""
RATIO = 200
"""Largest ratio of unpacked to packed size, for packages above 10 MB unpacked."""
_OLE = b"\xd0\xcf\x11\xe0"
_FOOTNOTE = re.compile(rb"<w:(?:footnote|endnote)\b(?![^>]*w:type=)")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(
    {f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}pPr", f"{_WORD}rPr", f"{_WORD}txbxContent"}
)
_BREAKS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def read_docx(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; ReadError for an encrypted, truncated or oversized package, EmptyDocument if blank."""
    notes = _inspected(data)
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
        blocks = list(_blocks(document.element.body))
        properties = document.core_properties
        title, author = properties.title, properties.author
    except Exception as error:
        # python-docx raises KeyError, ValueError or lxml's errors for a package with parts missing.
        raise _broken(error) from error
    text = "\n".join(block for block in blocks if block.strip())
    if not text:
        raise EmptyDocument("Wanted a DOCX file with text, found none in it.")
    # "python-docx" is what that library writes where nobody is named.
    yield Draft(
        text,
        path=origin.path,
        title=title or None,
        author=author if author != "python-docx" else None,
        url=origin.url,
        notes=notes,
    )


def _inspected(data: bytes) -> tuple[str, ...]:
    """Notes on what is left out; ReadError for what must not be opened."""
    if data.startswith(_OLE):
        raise ReadError(
            "Wanted a DOCX file, found an encrypted or old Word file; save it as an unlocked .docx."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            _refuse_bomb(parts, len(data))
            if "word/document.xml" not in package.namelist():
                raise ReadError("Wanted a DOCX file, found a ZIP archive without word/document.xml.")
            noted = [
                name for name in ("word/footnotes.xml", "word/endnotes.xml") if name in package.namelist()
            ]
            has_notes = any(_FOOTNOTE.search(package.read(name)) for name in noted)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise _broken(error) from error
    return ("Footnotes and endnotes of the file are not part of the text.",) if has_notes else ()


def _refuse_bomb(parts: list[zipfile.ZipInfo], packed: int) -> None:
    """ReadError where the parts unpack into more than an article can be."""
    total = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if total > UNPACKED or largest > XML_PART or (total > 10 * MEGABYTE and total > RATIO * packed):
        raise ReadError(
            f"Wanted a DOCX file of at most {UNPACKED:,} bytes unpacked, {XML_PART:,} a part"
            f" and {RATIO} times its packed size, found {total:,} bytes in {packed:,}; it is not opened."
        )


def _blocks(parent: Any) -> Iterator[str]:
    """The text of each paragraph and table row under `parent`, content controls included, in order."""
    for child in parent.iterchildren(tag=None):
        if child.tag == f"{_WORD}p":
            yield _paragraph(child)
        elif child.tag == f"{_WORD}tbl":
            for row in child.iter(f"{_WORD}tr"):
                yield "\t".join(
                    " ".join(filter(None, _blocks(cell))) for cell in row.iterchildren(f"{_WORD}tc")
                )
        elif child.tag in (f"{_WORD}sdt", f"{_WORD}sdtContent", f"{_WORD}ins", f"{_WORD}moveTo"):
            yield from _blocks(child)


def _paragraph(element: Any) -> str:
    """The paragraph's words as they stand after accepting all changes."""
    return "".join(_words(element)).strip()


def _words(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _words(child)


def _broken(error: Exception) -> ReadError:
    return ReadError(
        f"Wanted a DOCX file, found a damaged or truncated one ({type(error).__name__}: {error});"
        " save it anew."
    )
