"""HTML: the article's text and metadata as trafilatura finds them, the whole body where it finds none.

The page is parsed as HTML, so entities of a document type are never expanded, and nothing that it
links to is fetched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from factcheck.errors import EmptyDocument, MissingDependency, ReadError
from factcheck.readers.bylines import stated_date
from factcheck.readers.decoding import clean, decode
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.meta_author import stated_author
from factcheck.readers.options import MEGABYTE, ReadOptions

if TYPE_CHECKING:
    from trafilatura.settings import Document as Page

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,400}(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_WHOLE_PAGE = re.compile(r"<(?:html|body|head)[\s>]", re.IGNORECASE)
_TRIMMINGS = ["//nav", "//aside", "//body/footer"]
_LARGEST = 20 * MEGABYTE
"""Largest page that is parsed, in characters: the tree takes some thirty times as much memory."""
_SHORT = 250
"""Characters below which trafilatura's choice is compared with the body."""
_KEPT = 0.5
"""Share of a short page's body that an extraction keeps; below it the article was taken for trimmings."""
_NOT_FROM_BODY = "No article was told apart from the page around it; the text of the whole page was taken."


def read_html(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; EmptyDocument for a page without text, ReadError for one that is too large or binary."""
    decoded = decode(data, declared=origin.charset or declared_charset(data), option=options.encoding)
    html, replaced = clean(decoded.text)
    html = _DOCTYPE.sub("", _XML_DECLARATION.sub("", html, count=1), count=1)
    if not _WHOLE_PAGE.search(html):
        html = f"<html><body>{html}</body></html>"
    if len(html) > _LARGEST:
        raise ReadError(f"Wanted a page of at most {_LARGEST:,} characters, found {len(html):,}; split it.")
    _require_trafilatura()
    with _quiet():
        text, fallback = _article(html)
        page = _metadata(html)
    if not text:
        raise EmptyDocument("Wanted an HTML page with text, found none in it (a page drawn by scripts?).")
    yield Draft(
        text,
        path=origin.path,
        title=page.title if page else None,
        author=(page.author if page else None) or stated_author(html),
        published=_published(page),
        url=origin.url or (page.url if page else None),
        notes=decoded.notes + replaced + ((_NOT_FROM_BODY,) if fallback else ()),
    )


def declared_charset(data: bytes) -> str | None:
    """The charset in the XML declaration or a meta element; HTML wants it in the first 1,024 bytes."""
    found = _XML_CHARSET.search(data[:1024]) or _META_CHARSET.search(data[:4096])
    if found is None:
        return None
    label = found[1].decode("ascii", "replace")
    # A meta element that could be read byte by byte is not in UTF-16 (WHATWG HTML, prescan).
    return "utf-8" if label.lower().startswith("utf-16") else label


def _article(html: str) -> tuple[str, bool]:
    """(text, whether it is the whole body because no article was found)."""
    from trafilatura import extract, html2txt

    text = extract(
        html,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        deduplicate=False,
        prune_xpath=_TRIMMINGS,
        config=_settings(),
    )
    text = (text or "").strip()
    if len(text) >= _SHORT:
        return text, False
    body = str(html2txt(html)).strip()
    lost = len(text) < len(body) * _KEPT and len(body) < 4 * _SHORT
    return (body, True) if lost or not text else (text, False)


def _require_trafilatura() -> None:
    """MissingDependency with the install line where trafilatura or a part of it is absent."""
    try:
        import trafilatura  # noqa: F401
    except ImportError as error:
        raise MissingDependency(
            f"Reading HTML wants trafilatura, which cannot be loaded ({error});"
            " install it: pip install trafilatura lxml_html_clean."
        ) from error


def _settings() -> ConfigParser:
    """trafilatura's own settings, with thresholds in characters that suit Chinese."""
    from copy import deepcopy

    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    # A Chinese sentence says in 25 characters what an English one says in 75.
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "80"
    settings["DEFAULT"]["MAX_FILE_SIZE"] = str(4 * _LARGEST)
    return settings


def _metadata(html: str) -> Page | None:
    """Title, author, URL and original date where the page's markup states them; None without a tree."""
    from trafilatura import extract_metadata, load_html

    tree = load_html(html, 4 * _LARGEST)
    # Without the extensive search, a date in the story or a footer is not taken for the publication's.
    return extract_metadata(tree, extensive=False) if tree is not None else None


def _published(page: Page | None) -> date | None:
    return stated_date(page.date) if page and page.date else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' log lines off the terminal while they parse; what matters is raised or noted."""
    loggers = [logging.getLogger(name) for name in ("trafilatura", "htmldate")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
