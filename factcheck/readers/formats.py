"""Which reader takes what: by file suffix, by media type, and by a look at the bytes."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from factcheck.errors import UnsupportedFormat
from factcheck.readers.docx import read_docx
from factcheck.readers.html import read_html
from factcheck.readers.markdown import read_markdown
from factcheck.readers.pdf import read_pdf
from factcheck.readers.streams import StreamReader, whole
from factcheck.readers.subtitles import read_subtitles
from factcheck.readers.tables import read_csv, read_jsonl
from factcheck.readers.text import read_text

READERS: dict[str, StreamReader] = {
    ".txt": whole(read_text, is_text=True),
    ".text": whole(read_text, is_text=True),
    ".md": whole(read_markdown, is_text=True),
    ".markdown": whole(read_markdown, is_text=True),
    ".html": whole(read_html),
    ".htm": whole(read_html),
    ".xhtml": whole(read_html),
    ".pdf": whole(read_pdf),
    ".docx": whole(read_docx),
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".srt": whole(read_subtitles, is_text=True),
    ".vtt": whole(read_subtitles, is_text=True),
}
"""Suffix in lower case -> reader."""

_MEDIA_TYPES: dict[str, StreamReader] = {
    "text/html": whole(read_html),
    "application/xhtml+xml": whole(read_html),
    "application/pdf": whole(read_pdf),
    "text/plain": whole(read_text, is_text=True),
    "text/markdown": whole(read_markdown, is_text=True),
    "text/vtt": whole(read_subtitles, is_text=True),
    "application/x-subrip": whole(read_subtitles, is_text=True),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": whole(read_docx),
}
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_OBJECT = re.compile(rb'\{\s*"[^"\\]*"\s*:')
_SUBTITLES = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:WEBVTT(?:\s|\Z)|\s*\d+\s*\n\s*\d{1,2}:\d\d:\d\d[.,]\d{1,3}\s*-->)"
)


def is_supported(path: PurePath) -> bool:
    """Whether the suffix is one that a reader takes."""
    return path.suffix.lower() in READERS


def reader_for_file(path: PurePath) -> StreamReader:
    """The reader of the file's suffix; UnsupportedFormat names the known ones."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        found = f"'{path.suffix}'" if path.suffix else "no suffix"
        raise UnsupportedFormat(
            f"Wanted one of {', '.join(sorted(READERS))}, found {found}; convert the file or rename it."
        )
    return reader


def reader_for_type(media_type: str, data: bytes) -> StreamReader:
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


def sniffed(data: bytes) -> StreamReader:
    """The reader that the first bytes ask for; plain text where they ask for none."""
    if data.startswith(b"%PDF-"):
        return whole(read_pdf)
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return whole(read_docx)
    if _HTML.match(data[:4096]):
        return whole(read_html)
    if _SUBTITLES.match(data[:4096]):
        return whole(read_subtitles, is_text=True)
    return read_jsonl if _is_jsonl(data) else whole(read_text, is_text=True)


def _is_jsonl(data: bytes) -> bool:
    """Whether the first line is a JSON object with a `text`, as far as `data` reaches."""
    line, end, _ = data.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        record = json.loads(line)
    except ValueError:
        return not end and b'"text"' in line and _JSON_OBJECT.match(line) is not None
    except RecursionError:
        return True
    return isinstance(record, dict) and "text" in record
