"""The step from files, folders, URLs and standard input to documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from factcheck.errors import FactcheckError, MissingDependency, ReadError
from factcheck.model import Document
from factcheck.readers.drafts import Draft, Origin, ReadFailure, to_document
from factcheck.readers.formats import reader_for_file, reader_for_type, sniffed
from factcheck.readers.inputs import InputKind, Target, expand
from factcheck.readers.options import ReadOptions, language_named
from factcheck.readers.streams import Source, StreamReader
from factcheck.readers.web import fetch

__all__ = ["ReadFailure", "ReadOptions", "Target", "expand", "language_named", "read", "read_each"]

_SNIFFED = 65_536
"""Bytes of standard input by which its format is told."""


def read(target: str | Path, options: ReadOptions | None = None) -> Iterator[Document]:
    """The documents of one target: `-`, a URL, a file, or a folder with all below it.

    JSONL and CSV files give a document a row. Raises ReadError at the first input or row that
    cannot be read; files of other kinds in a folder are passed over. `read_each` reports both and
    goes on.
    """
    for item in read_each([target], options):
        if isinstance(item, Document):
            yield item
        elif not item.skipped:
            raise item.error(f"{item.target}: {item.message}")


def read_each(
    targets: Iterable[str | Path | Target], options: ReadOptions | None = None
) -> Iterator[Document | ReadFailure]:
    """Every document of `targets` in order, with a failure in the place of each input or row not read.

    UsageError (an unknown encoding) is raised: it is about the request and not about one input.
    """
    chosen = options or ReadOptions()
    for target in expand(targets):
        yield from _isolated(target, chosen)


def _isolated(target: Target, options: ReadOptions) -> Iterator[Document | ReadFailure]:
    """The documents of one input; its failure as the last item where it breaks off."""
    if target.failure is not None:
        yield target.failure
        return
    try:
        yield from _documents(target, options)
    except (ReadError, MissingDependency) as error:
        yield ReadFailure(target.name, str(error), error=type(error))
    except OSError as error:
        yield ReadFailure(
            target.name, str(FactcheckError(f"The file cannot be read ({error.strerror or error})."))
        )


def _documents(target: Target, options: ReadOptions) -> Iterator[Document | ReadFailure]:
    """What the target's reader makes of its bytes, a failed row kept apart from the others."""
    if target.kind is InputKind.URL:
        yield _fetched(target, options)
        return
    origin = Origin(target.name, path=None if target.kind is InputKind.STDIN else target.name)
    with _on_hand(target) as (source, reader):
        for draft in reader(source, origin, options):
            if isinstance(draft, ReadFailure):
                yield draft
            elif draft.is_row:
                yield _row(draft, target, options)
            else:
                yield to_document(draft, options)


@contextmanager
def _on_hand(target: Target) -> Iterator[tuple[Source, StreamReader]]:
    """A file or standard input, open, and the reader for it."""
    if target.kind is InputKind.STDIN:
        head = sys.stdin.buffer.read(_SNIFFED)
        yield Source(sys.stdin.buffer, head), sniffed(head)
        return
    if target.path is None:
        raise ReadError(f"Wanted a path for '{target.name}', found none.")
    reader = reader_for_file(target.path)
    with target.path.open("rb") as file:
        yield Source(file), reader


def _row(draft: Draft, target: Target, options: ReadOptions) -> Document | ReadFailure:
    """One row as a document, or as its own failure."""
    try:
        return to_document(draft, options)
    except ReadError as error:
        return ReadFailure(draft.place or target.name, str(error), error=type(error))


def _fetched(target: Target, options: ReadOptions) -> Document:
    """The page at a URL as a document that keeps the page, its final URL and the moment."""
    page = fetch(target.name, options)
    reader = reader_for_type(page.media_type, page.data)
    origin = Origin(page.url, url=page.url, charset=page.charset)
    drafts = [
        draft for draft in reader(Source(BytesIO(page.data)), origin, options) if isinstance(draft, Draft)
    ]
    if len(drafts) != 1 or drafts[0].is_row:
        raise ReadError("Wanted one page, found rows of a table; download it and give the file.")
    return to_document(replace(drafts[0], url=page.url, accessed=page.accessed, page=page.data), options)
