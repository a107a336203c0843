"""What becomes of each bad file: read or refused, and a word of what is read or said.

Without it a reader that yields nothing, or swallows what went wrong, would break no bound of time or memory.
Words are of our own messages: what a library says in brackets changes with its version.
"""

from __future__ import annotations

from dataclasses import dataclass

from bestiary.beasts import STORY
from nights import NIGHTLY


@dataclass(frozen=True, slots=True)
class Fate:
    """What came of a file, part for part."""

    kinds: frozenset[str]
    """`document` and `failure`, of an import `claim` and `problem`."""
    words: str
    """Part of what is read or said."""


def _read(words: str = STORY) -> Fate:
    return Fate(frozenset({"document"}), words)


def _refused(words: str) -> Fate:
    return Fate(frozenset({"failure"}), words)


def _partly(words: str) -> Fate:
    """Some of it is read and some refused."""
    return Fate(frozenset({"document", "failure"}), words)


def _of_import(kinds: str, words: str) -> Fate:
    return Fate(frozenset(kinds.split()), words)


_BROKEN_PDF = _refused("Wanted a PDF, found a damaged one (")
_NO_PDF_TEXT = _refused("Wanted a PDF with text, found only pictures or empty pages")
_REVENUE = _read("Revenue rose 22.4% to NT$41.27 billion, it said.")
PDFS: dict[str, Fate] = {
    "own parent": _BROKEN_PDF,
    "two parents": _BROKEN_PDF,
    "object that is itself": _BROKEN_PDF,
    "objects in a ring": _BROKEN_PDF,
    "length of itself": _BROKEN_PDF,
    "huge length": _BROKEN_PDF,
    "huge count": _NO_PDF_TEXT,
    "huge size": _NO_PDF_TEXT,
    "earlier table is this one": _NO_PDF_TEXT,
    "tables in a ring": _BROKEN_PDF,
    "deep array": _BROKEN_PDF,
    "deep dictionary": _BROKEN_PDF,
    "page of blanks": _NO_PDF_TEXT,
    # At their full size both have more commands than pypdf takes.
    "page of commands": _BROKEN_PDF if NIGHTLY else _REVENUE,
    "page of strings": _BROKEN_PDF if NIGHTLY else _read("a" * 100),
    "page of brackets": _BROKEN_PDF,
    "packed ten times": _BROKEN_PDF,
    "forms in forms": _REVENUE,
    "form that draws itself": _REVENUE,
    "one page 3,000 times": _REVENUE,
    "map of all numbers": _refused("found an empty or blank document"),
    "encrypted": _refused("encrypted and asks for a password"),
    "truncated": _BROKEN_PDF,
    "nothing but a head": _BROKEN_PDF,
    "noise behind a head": _BROKEN_PDF,
}

_BROKEN_WORD = _refused("Wanted a DOCX file, found a damaged or truncated one (")
_TOO_CLOSE = _refused("times its packed size, found ")
WORDS: dict[str, Fate] = {
    "flat bomb": _TOO_CLOSE,
    "lying headers": _refused("it is not opened"),
    "archives in archives": _read(),
    "empty paragraphs beside noise": _TOO_CLOSE,
    "20,000 parts": _read(),
    "billion laughs": _BROKEN_WORD,
    "outside entity": _read(),
    "100,000 deep": _BROKEN_WORD,
    "240 deep": _read(),
    "boxes in boxes": _read(),
    "wide cells": _read(),
    "truncated": _BROKEN_WORD,
    "encrypted": _refused("found an encrypted or old Word file"),
    "no story": _refused("found a ZIP archive without word/document.xml"),
    "part missing": _BROKEN_WORD,
    "self-related": _BROKEN_WORD,
}

_NO_PAGE_TEXT = _refused("Wanted an HTML page with text, found none in it")
_NO_LANGUAGE = _refused("Wanted English or Chinese, found another language")
PAGES: dict[str, Fate] = {
    "100,000 deep": _NO_PAGE_TEXT,
    "100,000 open tags": _NO_PAGE_TEXT,
    "5,000 tables deep": _NO_PAGE_TEXT,
    "spans deep": _NO_PAGE_TEXT,
    "300,000 links": _refused("raise max_tags in factcheck.toml"),
    "20,000 paragraphs": _read(),
    "wide table": _read(),
    "tall table": _NO_LANGUAGE,
    "long attribute": _read(),
    "open comment": _read(),
    "open script": _read(),
    "open declaration": _read(),
    "meta without end": _read(),
    "billion laughs": _read(),
    "outside entity": _read(),
    "numbered characters": _NO_LANGUAGE,
    "dates by the thousand": _read(),
    "one long line": _read(),
    "25 MB": _refused("Wanted a page of at most 20,000,000 characters"),
    "NUL bytes": _read("年增22.4%\ufffdRevenue"),
    "truncated": _read("曜川半導體公布"),
}

TEXTS: dict[str, Fate] = {
    "10 MB line.txt": _refused("raise max_characters in factcheck.toml"),
    "2.9 MB line.txt": _read("a" * 100),
    "2 MB of brackets.txt": _NO_LANGUAGE,
    "digits.txt": _NO_LANGUAGE,
    "combining.txt": _read(),
    "NUL.txt": _read(f"{STORY}\ufffd{STORY}"),
    "all NUL.txt": _refused("Wanted text, found binary data"),
    "surrogates.txt": _refused("found bytes that no known encoding makes readable"),
    "noise.txt": _refused("found bytes that no known encoding makes readable"),
    "commas.csv": _NO_LANGUAGE,
    "text of 100,000.csv": _read(),
    "open quote.csv": _refused("The row is not CSV"),
    "quotes.csv": _refused("The row is not CSV"),
    "wide rows.csv": _refused("Wanted 1 fields, found 201."),
    "table.csv": _NO_LANGUAGE,
    "deep.jsonl": _refused("The line is not JSON"),
    "numbers.jsonl": _refused("Wanted a string in the field 'text', found a number."),
    "escapes.jsonl": _NO_LANGUAGE,
    "long row.jsonl": _partly("found a longer one"),
    "empty rows.jsonl": _refused("Wanted a string in the field 'text', found the fields none."),
    "front matter.md": _refused("The front matter between +++ lines is not TOML"),
    "big number.md": _refused("The front matter between +++ lines is not TOML"),
    "open front matter.md": _NO_LANGUAGE,
    "pipes.md": _read(),
    "rule.md": _NO_LANGUAGE,
    "links.md": _NO_LANGUAGE,
    "stars.md": _NO_LANGUAGE,
    "times.srt": _read(),
    "rubies.vtt": _read(),
    "voices.vtt": _NO_LANGUAGE,
    "blank lines.srt": _read(),
    "blanks.srt": _refused("Wanted subtitles with times"),
}

IMPORTS: dict[str, Fate] = {
    "deep": _of_import("problem", "nested too deeply"),
    "wide": _of_import("problem", "Wanted a ClaimReview, found none in it."),
    "one review in many lists": _of_import("claim", "c"),
    "billion laughs": _of_import("claim problem", "&a11;"),
    "deep page": _of_import("problem", "Wanted a page with ClaimReview in its linked data, found none."),
    "many scripts": _of_import("problem", "Wanted JSON, found something else"),
    "open quote": _of_import("claim problem", "Wanted 2 fields, found 0"),
    "quotes": _of_import("problem", "Wanted 2 fields, found 0"),
    "columns": _of_import("claim", "1"),
    "tabs": _of_import("claim", '"a'),
    "bomb": _of_import("failure", "times their packed size"),
    "lying headers": _of_import("failure", "Wanted a ZIP archive without a password, found a damaged"),
    "climbing names": _of_import("failure", "Wanted articles.csv, replies.csv, article_replies.csv"),
    "locked": _of_import("failure", "Wanted a ZIP archive without a password, found a damaged"),
}
