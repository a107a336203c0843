"""The lines of a web page outside its menus, and whether they are an article at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.language.structure import is_boilerplate
from factcheck.readers.joining import STOP

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# fmt: off
_APART = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
"""Elements that begin and end a line."""
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "select", "button", "nav", "aside", "head"}
)
_LINKED = 0.6
"""Share of a line's characters inside links from which it is part of a menu."""
_MENU = 3
"""Lines that are links, one after the other, from which they are a menu."""
_PROSE = 0.2
"""Share of a text outside links below which it must hold a sentence to be an article."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text and whether it is a link or a row of them."""

    text: str
    is_link: bool


def page_lines(tree: HtmlElement) -> list[PageLine]:
    """The lines of the page's body, one a block, without scripts, forms' choices and marked menus."""
    lines: list[PageLine] = []
    words: list[str] = []
    linked = 0
    for text, is_link, ends in _pieces(tree):
        if ends:
            line = " ".join("".join(words).split())
            if line:
                lines.append(PageLine(line, linked >= len(line) * _LINKED))
            words, linked = [], 0
        words.append(text)
        linked += len(" ".join(text.split())) * is_link
    return lines


def _pieces(tree: HtmlElement) -> Iterator[tuple[str, bool, bool]]:
    """(text, inside a link, a new line begins with it) in the order of the page; nothing recurses."""
    from lxml.etree import iterwalk

    body = tree.find(".//body")
    links = unread = 0
    for event, element in iterwalk(body if body is not None else tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        step = 1 if event == "start" else -1
        unread += step * (tag in _UNREAD)
        links += step * (tag == "a")
        text = element.text if event == "start" else element.tail
        # What a comment or an instruction holds is no text; what follows it is.
        words = (text or "") if not unread and (tag or event == "end") else ""
        yield words, links > 0, tag in _APART
    yield "", False, True


def unlinked(lines: Sequence[PageLine]) -> str:
    """The lines that are no links, as a text."""
    return "\n".join(line.text for line in lines if not line.is_link)


def without_menus(text: str, lines: Sequence[PageLine]) -> str:
    """`text`, taken from a page of these lines, without its runs of lines that are links."""
    links = {line.text for line in lines if line.is_link}
    kept: list[str] = []
    for is_link, run in groupby(text.split("\n"), key=lambda line: line.strip(" -•").rstrip() in links):
        told = list(run)
        # A link or two alone may be a headline or a name in a list of the article's own.
        kept += [] if is_link and len(told) >= _MENU else told
    return "\n".join(kept).strip()


def is_article(text: str, lines: Sequence[PageLine]) -> bool:
    """Whether `text`, taken from a page of these lines, says something beside links and rights."""
    links = {line.text for line in lines if line.is_link}
    told = [line.strip() for line in text.split("\n")]
    own = [line for line in told if line and line not in links and not is_boilerplate(line)]
    if any(map(STOP.search, own)):
        return True
    return sum(map(len, own)) > sum(map(len, told)) * _PROSE
