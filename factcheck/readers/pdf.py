"""PDF: the text layer, with the page's line breaks joined back into paragraphs.

Nothing is recognised from images: a scanned PDF has no text layer and is refused with that word.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import ReadOptions

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGE_LIMIT = 2000
"""Pages that are read of one file."""
SECONDS = 120.0
"""Time for one file; looked at between pages."""
_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u201c\u201d\u2018\u2019\u2014\u2026"
_CJK_END = re.compile(f"[{_CJK}]$")
_CJK_START = re.compile(f"^[{_CJK}]")
_HYPHEN = re.compile(r"[a-z]-$")
_STOP = re.compile(r"[.!?:\u3002\uff01\uff1f\uff1a\u2026][\"'\u201d\u2019\u300d\u300f)\uff09]*$")
_SHORT_LINE = 0.75
"""Share of a page's usual line length below which a line that ends a sentence ends its paragraph."""
_UNTITLED = re.compile(
    r"^(?:untitled|microsoft word|document\d*$|无标题|無標題|未命名)|\.(?:docx?|pdf|indd|tex)$", re.IGNORECASE
)


def read_pdf(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; ReadError for an encrypted or broken file, EmptyDocument for one without a text layer."""
    with _warnings() as warned:
        reader = _opened(data)
        text, notes = _text(reader)
        title, author = _information(reader)
    if not text.strip():
        raise EmptyDocument(
            "Wanted a PDF with a text layer, found pages without text (scanned?);"
            " run text recognition (OCR) first."
        )
    if warned:
        notes += (f"The PDF is not well formed, and some text may be missing: {warned[0]}.",)
    yield Draft(text, path=origin.path, title=title, author=author, url=origin.url, notes=notes)


def _opened(data: bytes) -> PdfReader:
    """The file, opened; an owner's lock without a password to read is no obstacle."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    if b"%PDF-" not in data[:1024]:
        raise ReadError("Wanted a PDF, found a file that does not begin as one; give it its proper suffix.")
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as error:
        raise ReadError(
            f"The PDF is encrypted in a way that needs another library ({error}); save it unlocked."
        ) from error
    except Exception as error:
        raise _broken(error) from error
    if locked:
        raise ReadError("The PDF is encrypted and asks for a password; save an unlocked copy and read that.")
    return reader


def _text(reader: PdfReader) -> tuple[str, tuple[str, ...]]:
    """(the pages' text, notes about what was left out)."""
    notes: list[str] = []
    parts: list[str] = []
    try:
        total = len(reader.pages)
        if total > PAGE_LIMIT:
            notes.append(f"Only the first {PAGE_LIMIT} of {total} pages were read.")
        until = time.monotonic() + SECONDS
        for number in range(min(total, PAGE_LIMIT)):
            parts.append(join_lines(reader.pages[number].extract_text()))
            if time.monotonic() > until and number + 1 < total:
                notes.append(f"Reading stopped after {SECONDS:.0f} s at page {number + 1} of {total}.")
                break
    except Exception as error:
        # pypdf raises whatever a malformed object leads to: KeyError, TypeError, RecursionError.
        raise _broken(error) from error
    return _join_pages(parts), tuple(notes)


def join_lines(page: str) -> str:
    """`page` with a paragraph a line: broken lines joined, Chinese without and English with a space.

    A paragraph ends at a blank line, and where a sentence ends in a line shorter than the others.
    """
    lines = [line.strip() for line in page.replace("\r", "\n").split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraphs: list[str] = []
    current = ""
    for line in lines:
        if not line:
            paragraphs.append(current)
            current = ""
            continue
        current = _joined(current, line)
        if _STOP.search(line) and len(line) < usual * _SHORT_LINE:
            paragraphs.append(current)
            current = ""
    return "\n".join(paragraph for paragraph in (*paragraphs, current) if paragraph)


def _joined(before: str, line: str) -> str:
    """Two lines of one paragraph as one."""
    if not before:
        return line
    if _HYPHEN.search(before) and line[:1].islower():
        return before[:-1] + line
    if _CJK_END.search(before) and _CJK_START.search(line):
        return before + line
    return f"{before} {line}"


def _join_pages(pages: list[str]) -> str:
    """The pages in order; a paragraph that a page break cuts is made whole."""
    text = ""
    for page in filter(None, pages):
        if text and not _STOP.search(text):
            head, _, last = text.rpartition("\n")
            first, _, rest = page.partition("\n")
            text = "\n".join(part for part in (head, _joined(last, first), rest) if part)
        else:
            text = f"{text}\n{page}" if text else page
    return text


def _information(reader: PdfReader) -> tuple[str | None, str | None]:
    """Title and author of the information dictionary; the file's own dates are not the publication's."""
    try:
        found = reader.metadata
        title, author = (found.title, found.author) if found else (None, None)
    except Exception as error:
        raise _broken(error) from error
    return (title if isinstance(title, str) and not _UNTITLED.search(title.strip()) else None), (
        author if isinstance(author, str) else None
    )


def _broken(error: Exception) -> ReadError:
    return ReadError(
        f"Wanted a PDF, found a damaged one ({type(error).__name__}: {error}); open and save it anew."
    )


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """pypdf's log lines, kept off the terminal and handed over."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage().rstrip(". "))

    logger, collector = logging.getLogger("pypdf"), Collector(logging.WARNING)
    propagate = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield lines
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
