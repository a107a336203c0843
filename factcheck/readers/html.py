"""HTML: the article's text and metadata as trafilatura finds them, all but the links where it finds none.

The page is parsed as HTML, so entities of a document type are never expanded, and nothing that it
links to is fetched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
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
from factcheck.readers.page_lines import PageLine, is_article, page_lines, unlinked, without_menus
from factcheck.readers.page_tables import tell_tables

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Page

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,400}(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_WHOLE_PAGE = re.compile(r"<(?:html|body|head)[\s>]", re.IGNORECASE)
_TRIMMINGS = ["//nav", "//aside", "//body/footer"]
_LARGEST = 20 * MEGABYTE
"""Largest page that is parsed, in characters: the tree takes some thirty times as much memory."""
_MANY_LINES = 3000
"""Lines from which a page is read without trafilatura's second opinion; an article has some hundred."""
_SHORT = 250
"""Characters below which trafilatura's choice is compared with the body."""
_KEPT = 0.5
"""Share of a short page's body that an extraction keeps; below it the article was taken for trimmings."""
_NOT_FROM_BODY = "No article was told apart from the page around it; all text outside links was taken."


def read_html(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; EmptyDocument for a page without text, ReadError for one that is too large or binary."""
    decoded = decode(data, declared=origin.charset or declared_charset(data), option=options.encoding)
    html, replaced = clean(decoded.text)
    html = _DOCTYPE.sub("", _XML_DECLARATION.sub("", html, count=1), count=1)
    if not _WHOLE_PAGE.search(html):
        html = f"<html><body>{html}</body></html>"
    if len(html) > _LARGEST:
        raise ReadError(f"Wanted a page of at most {_LARGEST:,} characters, found {len(html):,}; split it.")
    if (tags := html.count("<")) > options.max_tags:
        raise ReadError(
            f"Wanted a page of at most {options.max_tags:,} tags, found {tags:,}; split it, or raise"
            " max_tags in factcheck.toml."
        )
    _require_trafilatura()
    with _quiet():
        try:
            text, fallback, page = _read(html)
        except ReadError:
            raise
        except Exception as error:
            # lxml and trafilatura raise what a page's structure leads to: AssertionError, RecursionError.
            raise ReadError(
                f"Wanted an HTML page, found one that cannot be parsed ({type(error).__name__}: {error});"
                " open it in a browser and save it as text."
            ) from error
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


def _read(html: str) -> tuple[str, bool, Page | None]:
    """(the article's text, whether it is all of the page's, metadata); EmptyDocument for a page of links."""
    from trafilatura import extract_metadata, load_html

    tree = load_html(html, 4 * _LARGEST)
    if tree is None:
        return "", False, None
    # Without the extensive search, a date in the story or a footer is not taken for the publication's.
    page = extract_metadata(tree, extensive=False)
    tell_tables(tree)
    lines = page_lines(tree)
    text, fallback = _article(tree, lines)
    if lines and not is_article(text, lines):
        raise EmptyDocument(
            "Wanted an article, found a page of links and menus; give the address or the file of one article."
        )
    return text, fallback, page


def declared_charset(data: bytes) -> str | None:
    """The charset in the XML declaration or a meta element; HTML wants it in the first 1,024 bytes."""
    found = _XML_CHARSET.search(data[:1024]) or _META_CHARSET.search(data[:4096])
    if found is None:
        return None
    label = found[1].decode("ascii", "replace")
    # A meta element that could be read byte by byte is not in UTF-16 (WHATWG HTML, prescan).
    return "utf-8" if label.lower().startswith("utf-16") else label


def _article(tree: HtmlElement, lines: Sequence[PageLine]) -> tuple[str, bool]:
    """(text, whether it is all that is no link, because no article was found)."""
    from trafilatura import extract

    text = extract(
        tree,
        # The second opinion that trafilatura asks for takes time with the square of the lines.
        fast=len(lines) > _MANY_LINES,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        deduplicate=False,
        prune_xpath=_TRIMMINGS,
        config=_settings(),
    )
    text = without_menus((text or "").strip(), lines)
    if len(text) >= _SHORT:
        return text, False
    body = unlinked(lines)
    lost = len(text) < len(body) * _KEPT and len(body) < 4 * _SHORT
    return (body, True) if body and (lost or not text) else (text, False)


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
