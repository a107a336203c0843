"""DOCX: the running text as it stands with all changes accepted, and notes on what stands beside it.

The package is looked at before it is opened, so that a small file cannot unpack into a large one.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from copy import copy

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.docx_body import Body, read_body
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import MEGABYTE, ReadOptions

XML_PART = 60 * MEGABYTE
"""Largest XML part, in bytes: its tree takes about ten times as much memory."""
RATIO = 200
"""Largest ratio of unpacked to packed size, for packages and XML parts above `_SMALL` unpacked."""
_SMALL = 10 * MEGABYTE
_CHUNK = 262_144
_SHOWN = 80
"""Letters of a part's name that a message shows."""
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
            for part in parts:
                _refuse_untrue(package, part)
            return [kind for part, kind in _APART if _holds_words(package, part)]
    except (ReadError, MemoryError):
        raise
    except Exception as error:
        # A corrupt part makes zipfile raise whatever it meets: BadZipFile, zlib.error, struct.error.
        raise _broken(error) from error


def _refuse_bomb(parts: list[zipfile.ZipInfo], packed: int, most: int) -> None:
    """ReadError where the parts unpack into more than an article can be; `most`: all of them together."""
    total = sum(part.file_size for part in parts)
    xml = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    # What no setting changes comes first, so that nobody raises one in vain.
    for part in xml:
        if part.file_size > XML_PART:
            raise ReadError(
                f"Wanted a DOCX file with parts of at most {XML_PART:,} bytes, found {part.file_size:,} in"
                f" '{part.filename[:_SHOWN]}'; it is not opened. Split it, or save its text as .txt and give"
                " that."
            )
    # Noise in another part must not hide how closely one is packed.
    for size, small in ((total, packed), *((part.file_size, part.compress_size) for part in xml)):
        if size > _SMALL and size > RATIO * small:
            raise ReadError(
                f"Wanted a DOCX file of at most {RATIO} times its packed size, found {size:,} bytes packed"
                f" into {small:,}; it is not opened. Save its text as .txt and give that."
            )
    if total > most:
        raise ReadError(
            f"Wanted a DOCX file of at most {most:,} bytes unpacked, found {total:,}; it is not opened. Take"
            " pictures out of it, or raise max_unpacked_bytes in factcheck.toml."
        )


def _refuse_untrue(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """ReadError for a part that is larger than the directory says, by which a bomb would be told."""
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # zipfile unpacks these at one go, whatever their size.
        raise ReadError(
            f"Wanted a DOCX file as Word packs it, found '{part.filename[:_SHOWN]}' packed in another way; it"
            " is not opened. Save it anew."
        )
    if _unpacks_beyond(package, part):
        raise ReadError(
            f"Wanted a DOCX file, found '{part.filename[:_SHOWN]}' larger than the {part.file_size:,} bytes"
            " that the file states; it is not opened. Save it anew."
        )


def _unpacks_beyond(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether the part goes on more than a chunk beyond its stated size; a corrupt one breaks off before."""
    asked = copy(part)
    # zipfile cuts off what is beyond the size that it is told, after unpacking all of it.
    asked.file_size += 2 * _CHUNK
    size = 0
    # Damage is told where the part is needed; that of a picture costs no text.
    with suppress(Exception), package.open(asked) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > part.file_size + _CHUNK:
                return True
    return False


def _holds_words(package: zipfile.ZipFile, part: re.Pattern[str]) -> bool:
    """Whether a part of this name says something."""
    return any(_SAYS.search(package.read(name)) for name in package.namelist() if part.fullmatch(name))


def _broken(error: Exception) -> ReadError:
    return ReadError(
        f"Wanted a DOCX file, found a damaged or truncated one ({type(error).__name__}: {error});"
        " save it anew."
    )
