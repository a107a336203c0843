"""ClaimReview (schema.org): as JSON, as JSON Lines, as a Data Commons feed, and inside web pages.

Wherever in a document a ClaimReview stands, it is found; what it links to is not fetched. Field names and
the meaning of a rating's numbers are those of https://schema.org/ClaimReview and https://schema.org/Rating.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.errors import ReadError
from factcheck.imports import Problem
from factcheck.imports.fields import problem, refuse_columns, shown
from factcheck.imports.files import beginning, lines_of, opened, whole_text
from factcheck.imports.reviews import read_review
from factcheck.language.patterns import lazy_pattern
from factcheck.readers.options import MEGABYTE
from factcheck.store import CheckedClaim

_NAMED = lazy_pattern(r"\bclaim-?review(?:ed)?\b", re.IGNORECASE)
_LINKED_DATA = lazy_pattern(r"application/ld\+json", re.IGNORECASE)
_WRAPPED = lazy_pattern(
    r"\A(?:<!--|(?://|/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*/)?)|(?:(?://)?\s{0,9}-->|(?://|/\*)?\s{0,9}\]\]>(?:\s{0,9}\*/)?)\Z"
)
"""What old pages wrap a script in, so that older browsers pass over it."""
_LARGEST_PAGE = 20 * MEGABYTE
"""Characters of the largest page that is parsed: its tree takes some thirty times as much memory."""
_WIDEST = 4
"""Bytes that the widest encoding takes for a character."""
_LARGEST_JSON = 300 * MEGABYTE
"""Bytes of the largest document, such as a feed, that is parsed whole: in some six times as much memory."""
_LINES = 100
"""Lines by which JSON Lines are told from one document."""


class ClaimReviewImporter:
    """Every ClaimReview of a file, in its order."""

    name = "claimreview"

    def recognises(self, path: Path) -> bool:
        """JSON that names ClaimReview, or a page with linked data, near its beginning."""
        head = beginning(path).lstrip()
        if head.startswith("<"):
            return _LINKED_DATA.search(head) is not None
        return head.startswith(("{", "[")) and _NAMED.search(head) is not None

    def read(self, path: Path, columns: Mapping[str, str]) -> Iterator[CheckedClaim | Problem]:
        """As `Importer.read` says; columns are refused."""
        refuse_columns(self.name, columns)
        head = beginning(path).lstrip()
        if head.startswith("<"):
            yield from _page(whole_text(path, _WIDEST * _LARGEST_PAGE, "split it"))
        elif path.suffix.lower() in (".jsonl", ".ndjson") or _is_lines(head):
            yield from _json_lines(path)
        else:
            remedy = "write an item a line (JSON Lines), which is read line by line"
            yield from _reviews(whole_text(path, _LARGEST_JSON, remedy), "")


def _is_lines(head: str) -> bool:
    """Whether most of the first lines are an object each."""
    lines = [line.strip() for line in head.split("\n", _LINES)[:_LINES]]
    filled = [line for line in lines if line]
    objects = sum(line.startswith("{") and line.endswith("}") for line in filled)
    return len(filled) > 1 and objects * 2 > len(filled)


def _json_lines(path: Path) -> Iterator[CheckedClaim | Problem]:
    with opened(path) as file:
        lines = lines_of(file, path.name, any_end=False)
        damage = re.compile(f"[{lines.damage}]")
        for number, line in enumerate(lines.each, 1):
            place = f"line {number}"
            if line is None:
                yield problem(
                    place, f"wanted at most {lines.longest:,} characters, found more; it is left out"
                )
            elif damage.search(line):
                yield problem(place, f"the line is not valid {lines.decoded.encoding}; it is left out")
            elif line.strip():
                yield from _reviews(line, place)


def _page(html: str) -> Iterator[CheckedClaim | Problem]:
    """The reviews in the blocks of linked data of a page; a broken block costs no other one."""
    if len(html) > _LARGEST_PAGE:
        raise ReadError(
            f"Wanted a page of at most {_LARGEST_PAGE:,} characters, found {len(html):,}; split it."
        )
    found = False
    for number, block in enumerate(_blocks(html), 1):
        place = f"block {number}"
        try:
            document = _parsed(block)
        except ReadError as error:
            yield problem(place, f"{error} It is left out")
            found = True
            continue
        for item in _read_all(document, place):
            yield item
            found = True
    if not found:
        yield problem("", "wanted a page with ClaimReview in its linked data, found none")


def _blocks(html: str) -> Iterator[str]:
    """What stands in each script element of linked data.

    The page is parsed as HTML: a document type's entities are never expanded, and nothing is fetched.
    """
    from lxml import etree

    # Encoded anew, so that lxml does not look for a declaration of the charset.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True)
    try:
        tree = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise ReadError(f"Wanted an HTML page, found what cannot be parsed as one ({error}).") from error
    if tree is None:
        return
    for script in tree.iter("script"):
        if _LINKED_DATA.search(script.get("type") or ""):
            yield _WRAPPED.sub("", (script.text or "").strip())


def _reviews(text: str, place: str) -> Iterator[CheckedClaim | Problem]:
    """The reviews in one JSON text; a problem where it is broken or has none."""
    try:
        document = _parsed(text)
    except ReadError as error:
        yield problem(place, f"{error} It is left out")
        return
    found = False
    for item in _read_all(document, place):
        yield item
        found = True
    if not found:
        yield problem(place, "wanted a ClaimReview, found none in it")


def _parsed(text: str) -> object:
    """The value of a JSON text; ReadError where it is none or is nested too deeply."""
    try:
        # Pages are full of strings with a bare line break in them, which strict JSON refuses.
        return json.loads(text, strict=False)
    except RecursionError:
        raise ReadError("The JSON is nested too deeply to be read.") from None
    except ValueError as error:
        raise ReadError(f"Wanted JSON, found something else ({shown(str(error))}).") from error


def _read_all(document: object, place: str) -> Iterator[CheckedClaim | Problem]:
    """Every review in a document; items of a list or feed that hold none and are nothing else are told."""
    parts = document.get("dataFeedElement", document) if isinstance(document, dict) else document
    if not isinstance(parts, list):
        reviews = list(_found(parts))
        for number, review in enumerate(reviews, 1):
            yield from read_review(review, _within(place, f"review {number}" if len(reviews) > 1 else ""))
        return
    for number, part in enumerate(parts, 1):
        inner = _within(place, f"item {number}")
        nodes = list(_found(part))
        for review in nodes:
            yield from read_review(review, inner)
        if not nodes and _is_nothing_else(part):
            yield problem(inner, "wanted a ClaimReview, found none in it")


def _within(*places: str) -> str:
    return ", ".join(filter(None, places))


def _is_nothing_else(part: object) -> bool:
    """Whether a part without a review was to hold one; articles and sites beside the reviews were not."""
    return not isinstance(part, dict) or "@type" not in part or part["@type"] == "DataFeedItem"


def _found(document: object) -> Iterator[Mapping[str, object]]:
    """The ClaimReview objects anywhere in `document`, in its order; not those inside another one."""
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            if "claimReviewed" in node or _is_review(node.get("@type")):
                yield node
            else:
                waiting.extend(reversed(node.values()))


def _is_review(kind: object) -> bool:
    """Whether a node's type, or one of its types, is ClaimReview, with or without schema.org before it."""
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and re.split(r"[/#:]", one)[-1] == "ClaimReview" for one in kinds)
