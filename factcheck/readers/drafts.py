"""What a format's reader hands over, and how it becomes a Document.

Every reader ends here, so that all formats share one rule for line ends, empty texts, overrides,
bylines and language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.errors import (
    EmptyDocument,
    FactcheckError,
    ReadError,
    UnsupportedLanguage,
)
from factcheck.language.scripts import detect_language, is_japanese_or_korean
from factcheck.model import Document, Language
from factcheck.readers.bylines import Head, read_head
from factcheck.readers.decoding import clean
from factcheck.readers.options import ReadOptions, declared_language

_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2060\ufeff\ufffd]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DETECTED = 20_000
"""Characters from which the language is told."""


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """One input, or one row of one, that could not be read; the others are not touched by it."""

    target: str
    """The file, URL or `-`, with `:line` for a row."""
    message: str
    """One line: what was wanted, what was found, what to do."""
    skipped: bool = False
    """True for a file that nobody named: one of another kind, found in a folder."""
    error: type[FactcheckError] = ReadError
    """The class of what went wrong, for counting outcomes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what its file says about it, before overrides; fields as the format states them."""

    text: str
    path: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    """A name or BCP 47 tag, as declared."""
    accessed: str | None = None
    page: bytes | None = None
    notes: tuple[str, ...] = ()
    is_row: bool = False
    """Rows state their fields; nothing is read out of their text."""
    place: str | None = None
    """A row's file and line, for messages."""


Reader = Callable[[bytes, "Origin", ReadOptions], Iterator[Draft | ReadFailure]]
"""A format: bytes in, drafts out. ReadError when the whole input cannot be read."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from."""

    name: str
    """For messages: the path as given, the URL, or `-`."""
    path: str | None = None
    url: str | None = None
    charset: str | None = None
    """As the HTTP header declares it."""


def to_document(draft: Draft, options: ReadOptions) -> Document:
    """The finished document: cleaned text, overrides applied, head lines read, language told.

    EmptyDocument for a text without a visible character, ReadError for one that is too long,
    UnsupportedLanguage for one that is neither English nor Chinese, unless the language is given.
    """
    text, replaced = clean(draft.text)
    if not _VISIBLE.search(text):
        raise EmptyDocument(
            "Wanted a text, found an empty or blank document; there is nothing to read in it."
        )
    if len(text) > options.max_characters:
        raise ReadError(
            f"Wanted a text of at most {options.max_characters:,} characters, found {len(text):,};"
            " split it, or raise max_characters in factcheck.toml."
        )
    head = Head() if draft.is_row else read_head(text)
    return Document(
        text=text,
        # A row's own id may be any JSON, which a path on disk is not.
        path=_line(draft.path) if draft.is_row else draft.path,
        title=options.title or _line(draft.title) or head.title,
        author=options.author or _line(draft.author) or head.author,
        published=options.published or draft.published or head.published,
        url=options.url or _line(draft.url),
        language=options.language or declared_language(draft.language) or _detected(text),
        accessed=draft.accessed,
        page=draft.page,
        notes=draft.notes + replaced + _turned(text),
    )


def _turned(text: str) -> tuple[str, ...]:
    """A note where characters turn the direction in which parts of the text are shown."""
    found = _TURNING.findall(text)
    if not found:
        return ()
    names = ", ".join(f"U+{ord(one):04X}" for one in sorted(set(found)))
    return (
        f"{len(found)} characters turn the direction of what is shown ({names});"
        " elsewhere the text may look otherwise than it reads here.",
    )


def _detected(text: str) -> Language:
    """The language of the text; UnsupportedLanguage where it is another one or cannot be told."""
    sample = text[:_DETECTED]
    language = detect_language(sample)
    if language is not Language.UND:
        return language
    found = "Japanese or Korean" if is_japanese_or_korean(sample) else "another language, or no words at all"
    raise UnsupportedLanguage(
        f"Wanted English or Chinese, found {found}; give the language option if that is wrong."
    )


def _line(words: str | None) -> str | None:
    """A field on one line, without what a text may not hold; None where nothing is left."""
    if not words:
        return None
    return " ".join(clean(words)[0].split()) or None
