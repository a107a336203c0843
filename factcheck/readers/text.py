"""Plain text: the file's text is the document's text, whole."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.readers.decoding import decode
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import ReadOptions


def read_text(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; ReadError for binary data."""
    decoded = decode(data, declared=origin.charset, option=options.encoding)
    yield Draft(decoded.text, path=origin.path, url=origin.url, notes=decoded.notes)
