"""DOCX: the running text as it stands with all changes accepted, and notes on what stands beside it.

The package is looked at before it is opened, so that a small file cannot unpack into a large one.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.docx_body import Body, read_body
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import MEGABYTE, ReadOptions

XML_PART = 60 * MEGABYTE
"""Largest XML part, in bytes: its tree takes about ten times as much memory."""
RATIO = 200
"""Largest ratio of unpacked to packed size, for packages and XML parts above `_SMALL` unpacked."""
_SMALL = 10 * MEGABYTE
_OLE = b"\xd0\xcf\x11\xe0"
_APART = (
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), "footnotes and endnotes"),
    (re.compile(r"word/comments\.xml"), "comments"),
    (re.compile(r"word/(?:header|footer)\d*\.xml"), "headers and footers"),
)
"""Parts whose words stand beside the running text, and what they are called."""
_SAYS = re.compile(
    rb"<w:(?:footnote|endnote)\b(?![^>]{0,400}w:type=)|<w:comment\b"
    rb"|<w:t(?:\s[^>]{0,200})?>[^<a-zA-Z\x80-\xff]{0,200}[a-zA-Z\x80-\xff]"
)
"""A note that is no separator, a comment, or words; a page number alone is none."""


def read_docx(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; ReadError for an encrypted, truncated or oversized package, EmptyDocument if blank."""
    left_out = _inspected(data, options.max_unpacked_bytes)
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
        body = read_body(document.element.body)
        properties = document.core_properties
        title, author = properties.title, properties.author
    except Exception as error:
        # python-docx raises KeyError, ValueError or lxml's errors for a package with parts missing.
        raise _broken(error) from error
    if not body.text:
        raise EmptyDocument("Wanted a DOCX file with text, found none in it.")
    # "python-docx" is what that library writes where nobody is named.
    yield Draft(
        body.text,
        path=origin.path,
        title=title or None,
        author=author if author != "python-docx" else None,
        url=origin.url,
        notes=_notes(body, left_out),
    )


def _notes(body: Body, left_out: Sequence[str]) -> tuple[str, ...]:
    """What a reader of the file would see that the text lacks, or sees that it does not show as such."""
    notes = []
    if body.inserted or body.deleted:
        notes.append(
            "The file has tracked changes: inserted text was taken as accepted, deleted text was left out"
            f" ({body.inserted} and {body.deleted} places)."
        )
    apart = [*left_out, *body.left_out]
    if apart:
        notes.append(f"Not part of the text that was read: {', '.join(apart)}.")
    return tuple(notes)


def _inspected(data: bytes, most: int) -> list[str]:
    """The kinds of words that stand apart from the running text; ReadError for what must not be opened."""
    if data.startswith(_OLE):
        raise ReadError(
            "Wanted a DOCX file, found an encrypted or old Word file; save it as an unlocked .docx."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            _refuse_bomb(parts, len(data), most)
            if "word/document.xml" not in package.namelist():
                raise ReadError("Wanted a DOCX file, found a ZIP archive without word/document.xml.")
            return [kind for part, kind in _APART if _holds_words(package, part)]
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


def _refuse_bomb(parts: list[zipfile.ZipInfo], packed: int, most: int) -> None:
    """ReadError where the parts unpack into more than an article can be; `most`: all of them together."""
    total = sum(part.file_size for part in parts)
    xml = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    largest = max((part.file_size for part in xml), default=0)
    # Noise in another part must not hide how closely one is packed.
    sizes = [(total, packed), *((part.file_size, part.compress_size) for part in xml)]
    close = any(size > _SMALL and size > RATIO * small for size, small in sizes)
    if total > most or largest > XML_PART or close:
        raise ReadError(
            f"Wanted a DOCX file of at most {most:,} bytes unpacked, {XML_PART:,} a part and {RATIO} times"
            f" its packed size, found {total:,} bytes in {packed:,}; it is not opened. Save it anew, or raise"
            " max_unpacked_bytes in factcheck.toml."
        )


def _holds_words(package: zipfile.ZipFile, part: re.Pattern[str]) -> bool:
    """Whether a part of this name says something."""
    return any(_SAYS.search(package.read(name)) for name in package.namelist() if part.fullmatch(name))


def _broken(error: Exception) -> ReadError:
    return ReadError(
        f"Wanted a DOCX file, found a damaged or truncated one ({type(error).__name__}: {error});"
        " save it anew."
    )
