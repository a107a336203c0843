"""What the caller may say about how to read and about what is read; the names of the languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.errors import UnknownName, UnsupportedLanguage
from factcheck.model import Language

MEGABYTE = 1_000_000

_KNOWN = {str(language).lower(): language for language in Language if language is not Language.UND}
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_SIMPLIFIED = frozenset({"hans", "cn", "sg", "my"})
_CANTONESE = frozenset({"yue", "cantonese"})
_CHINESE = _CANTONESE | {"zh", "zho", "chi", "cmn", "chinese", "mandarin"}
_UNDECLARED = frozenset({"", "und", "none", "null", "auto"})


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits, permissions and overrides; an override wins over what the document says of itself."""

    encoding: str | None = None
    """Character encoding of text files; wins over every declaration and guess."""
    published: date | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: Language | None = None
    """Taken as given: the text's language is not detected."""
    timeout: float = 20.0
    """Seconds for one URL, redirects and body included."""
    max_bytes: int = 200 * MEGABYTE
    """Largest file that is read whole, in bytes; tables are read row by row, whatever their size."""
    max_characters: int = 3 * MEGABYTE
    """Longest text of one document, in code points."""
    max_unpacked_bytes: int = 200 * MEGABYTE
    """Largest sum of the parts of a DOCX file, in bytes."""
    max_tags: int = 300_000
    """Tags of the longest HTML page: its tree takes some 2 kB of memory for each."""
    max_pages: int = 2000
    """Pages that are read of one PDF; the others are left out, which is said."""
    max_seconds: float = 120.0
    """Time for one PDF, looked at between pages; what is left out then is said."""
    max_url_bytes: int = 10 * MEGABYTE
    """Largest page, in bytes after decompression."""
    allow_private: bool = False
    """Whether URLs may lead to private, loopback and other non-public addresses."""


def language_named(name: str) -> Language:
    """The language called `name` in an option, in any case; UnknownName lists the known ones."""
    known = _KNOWN.get(name.strip().lower())
    if known is None:
        raise UnknownName("language", name, [str(language) for language in _KNOWN.values()])
    return known


def declared_language(tag: str | None) -> Language | None:
    """The language that a document declares of itself, by name or BCP 47 tag; None where it declares none.

    UnsupportedLanguage for a tag that is neither English nor Chinese.
    """
    name = (tag or "").strip().lower().replace("_", "-")
    if name in _UNDECLARED:
        return None
    if name in _KNOWN:
        return _KNOWN[name]
    primary, *rest = name.split("-")
    if primary in ("en", "eng", "english"):
        return Language.EN
    if primary in _CHINESE:
        # The script subtag comes before the region and outranks it (zh-Hans-HK).
        for part in rest:
            if part in _TRADITIONAL:
                return Language.HANT
            if part in _SIMPLIFIED:
                return Language.HANS
        return Language.HANT if primary in _CANTONESE else Language.ZH
    raise UnsupportedLanguage(
        f"The document declares the language '{tag}', and only English and Chinese are handled"
        f" ({', '.join(_KNOWN.values())})."
    )
