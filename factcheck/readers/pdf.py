"""PDF: the text layer, column by column, with the page's line breaks joined back into paragraphs.

Nothing is recognised from images: a scanned PDF has no text layer and is refused with that word, and
scanned pages among others are named.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.columns import read_columns
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.joining import join_lines, join_parts
from factcheck.readers.options import ReadOptions

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import DictionaryObject

_LEAST_ROWS = 4
"""Line breaks of a page from which columns are looked for."""
_STAMP = 20
"""Letters up to which the text of a page with a picture is a stamp or a page number."""
_PAINTS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"INLINE IMAGE", b"sh"})
"""Commands that leave a mark on the page, text aside."""
_UNTITLED = re.compile(
    r"^(?:untitled|microsoft word|document\d*$|无标题|無標題|未命名)|\.(?:docx?|pdf|indd|tex)$", re.IGNORECASE
)


def read_pdf(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; ReadError for an encrypted or broken file, EmptyDocument for one without a text layer."""
    with _warnings() as warned:
        reader = _opened(data)
        text, notes = _text(reader, options)
        title, author = _information(reader)
    if not text.strip():
        raise EmptyDocument(
            "Wanted a PDF with text, found only pictures or empty pages (scanned?);"
            " run text recognition (OCR) on it and read what that makes."
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


def _text(reader: PdfReader, options: ReadOptions) -> tuple[str, tuple[str, ...]]:
    """(the pages' text, notes about what was left out); "" where no page holds more than pictures."""
    notes: list[str] = []
    parts: list[str] = []
    bare: list[int] = []
    try:
        total = len(reader.pages)
        if total > options.max_pages:
            notes.append(
                f"Only the first {options.max_pages:,} of {total:,} pages were read"
                " (max_pages in factcheck.toml)."
            )
        until = time.monotonic() + options.max_seconds
        for number in range(min(total, options.max_pages)):
            page = reader.pages[number]
            parts.append(_page(page))
            if _is_bare(page, parts[-1]):
                bare.append(number + 1)
            if time.monotonic() > until and number + 1 < total:
                notes.append(
                    f"Reading stopped after {options.max_seconds:g} s at page {number + 1} of {total}"
                    " (max_seconds in factcheck.toml)."
                )
                break
    except Exception as error:
        # pypdf raises whatever a malformed object leads to: KeyError, TypeError, RecursionError.
        raise _broken(error) from error
    if bare and len(bare) < len(parts):
        notes.append(
            f"{_pages(bare)} of {total} hold pictures and no text (scanned?) and could not be read;"
            " run text recognition (OCR) first if they matter."
        )
    return ("" if len(bare) == len(parts) else join_parts(parts)), tuple(notes)


def _page(page: PageObject) -> str:
    """The page's text, a paragraph a line; column by column where it has columns."""
    plain = page.extract_text()
    try:
        columns = read_columns(page) if plain.count("\n") >= _LEAST_ROWS else None
    except Exception:
        # A font's broken table of widths must not cost the text, which has been read.
        columns = None
    return columns if columns is not None else join_lines(plain)


def _is_bare(page: PageObject, text: str) -> bool:
    """Whether the page shows a picture and no words but a stamp or a page number."""
    if sum(map(str.isalpha, text)) >= _STAMP:
        return False
    return _shows_picture(page, 0) or (not text.strip() and _draws(page))


def _shows_picture(holder: DictionaryObject, depth: int) -> bool:
    """Whether an image is among the resources, or among those of a form there."""
    resources = holder.get("/Resources")
    named = resources.get_object().get("/XObject") if resources is not None else None
    for one in named.get_object().values() if named is not None else ():
        found = one.get_object()
        if found.get("/Subtype") == "/Image":
            return True
        if found.get("/Subtype") == "/Form" and depth < 4 and _shows_picture(found, depth + 1):
            return True
    return False


def _draws(page: PageObject) -> bool:
    """Whether anything at all is drawn: letters as outlines, or a picture inside the page's commands."""
    content = page.get_contents()
    return content is not None and any(operator in _PAINTS for _, operator in content.operations)


def _pages(numbers: Sequence[int]) -> str:
    """`Page 3`, `Pages 2, 4-6`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    more = f" and {len(told) - 20} more runs" * (len(told) > 20)
    return f"{'Pages' if len(numbers) > 1 else 'Page'} {', '.join(told[:20])}{more}"


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
