"""Which reader takes what: by file suffix, by media type, and by a look at the bytes."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from factcheck.errors import UnsupportedFormat
from factcheck.readers.docx import read_docx
from factcheck.readers.drafts import Reader
from factcheck.readers.html import read_html
from factcheck.readers.markdown import read_markdown
from factcheck.readers.pdf import read_pdf
from factcheck.readers.subtitles import read_subtitles
from factcheck.readers.tables import read_csv, read_jsonl
from factcheck.readers.text import read_text

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".srt": read_subtitles,
    ".vtt": read_subtitles,
}
"""Suffix in lower case -> reader."""

_MEDIA_TYPES: dict[str, Reader] = {
    "text/html": read_html,
    "application/xhtml+xml": read_html,
    "application/pdf": read_pdf,
    "text/plain": read_text,
    "text/markdown": read_markdown,
    "text/vtt": read_subtitles,
    "application/x-subrip": read_subtitles,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_docx,
}
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SUBTITLES = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:WEBVTT(?:\s|\Z)|\s*\d+\s*\n\s*\d{1,2}:\d\d:\d\d[.,]\d{1,3}\s*-->)"
)


def is_supported(path: PurePath) -> bool:
    """Whether the suffix is one that a reader takes."""
    return path.suffix.lower() in READERS


def reader_for_file(path: PurePath) -> Reader:
    """The reader of the file's suffix; UnsupportedFormat names the known ones."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        found = f"'{path.suffix}'" if path.suffix else "no suffix"
        raise UnsupportedFormat(
            f"Wanted one of {', '.join(sorted(READERS))}, found {found}; convert the file or rename it."
        )
    return reader


def reader_for_type(media_type: str, data: bytes) -> Reader:
    """The reader of an HTTP media type, or of the bytes where none is stated; else UnsupportedFormat."""
    name = media_type.partition(";")[0].strip().lower()
    if name in _UNTOLD:
        return sniffed(data)
    reader = _MEDIA_TYPES.get(name)
    if reader is None:
        raise UnsupportedFormat(
            f"Wanted an HTML page, a PDF or a text, found {name}; download it and give the file."
        )
    return reader


def sniffed(data: bytes) -> Reader:
    """The reader that the first bytes ask for; plain text where they ask for none."""
    if data.startswith(b"%PDF-"):
        return read_pdf
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return read_docx
    if _HTML.match(data[:4096]):
        return read_html
    if _SUBTITLES.match(data[:4096]):
        return read_subtitles
    return read_jsonl if _is_jsonl(data) else read_text


def _is_jsonl(data: bytes) -> bool:
    """Whether the first line is a JSON object with a `text`."""
    line = data.lstrip().partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "text" in record
