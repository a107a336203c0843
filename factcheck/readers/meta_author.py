"""The author that a page's meta elements state, for names that have no space in them.

trafilatura takes a one-word author for a mistake, which every Chinese name would be.
"""

from __future__ import annotations

from contextlib import suppress
from html.parser import HTMLParser

_NAMES = frozenset({"author", "article:author", "dc.creator", "citation_author", "byl"})
_HEAD = 200_000
"""Characters in which meta elements are looked for."""
_LONGEST = 80


class _MetaAuthors(HTMLParser):
    """Collects the content of the meta elements that name an author."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            return
        values = {name: value or "" for name, value in attrs}
        if values.get("name", values.get("property", "")).lower() in _NAMES:
            self.found.append(values.get("content", "").strip())


def stated_author(html: str) -> str | None:
    """The first author in the page's meta elements that is a name and not an address; None without one."""
    parser = _MetaAuthors()
    # Python's parser gives up at `<![` with no name behind it; what stands before it has been met then.
    with suppress(AssertionError):
        parser.feed(html[:_HEAD])
    names = (name for name in parser.found if name and "://" not in name and len(name) <= _LONGEST)
    return next(names, None)
