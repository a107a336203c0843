"""Broken lines made whole: the lines of a page, a column or a run of subtitles as paragraphs.

Chinese lines are joined without a space, others with one; a word that a hyphen divides at the end of a
line is made whole where that is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u201c\u201d\u2018\u2019\u2014\u2026"
_CJK_END = re.compile(f"[{_CJK}]$")
_CJK_START = re.compile(f"^[{_CJK}]")
_HYPHEN = re.compile(r"(?P<word>[A-Za-z'’-]*[a-z])-$")
_NEXT_WORD = re.compile(r"[a-z][A-Za-z'’]*(?P<hyphen>-[A-Za-z])?")
_LINKED = re.compile(r"[A-Za-z0-9]-$")
"""A hyphen before a capital or a figure (COVID-19, Anglo-American) is the word's own."""
_COMPOUND = re.compile(
    r"(?:best|first|five|four|free|full|half|high|large|long|low|month|non|quarter|second|self|six|third|three|two"
    r"|well|year)-(?!(?:ary|dom|ers?|est|hood|ing|ish|ly|ment|ness|some|teen|th|ty)\b)",
    re.IGNORECASE,
)
"""First halves that keep their hyphen (high-end, year-end) unless an ending follows (high-er)."""
STOP = re.compile(r"[.!?:\u3002\uff01\uff1f\uff1a\u2026][\"'\u201d\u2019\u300d\u300f)\uff09]*$")
"""The end of a sentence at the end of a line."""
_SHORT_LINE = 0.75
"""Share of the usual line length below which a line that ends a sentence ends its paragraph."""


def join_lines(page: str) -> str:
    """`page` with a paragraph a line: broken lines joined, Chinese without and English with a space.

    A paragraph ends at a blank line, and where a sentence ends in a line shorter than the others.
    """
    lines = [line.strip() for line in page.replace("\r", "\n").split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraphs: list[str] = []
    current = ""
    for line in lines:
        if not line:
            paragraphs.append(current)
            current = ""
            continue
        current = joined(current, line)
        if STOP.search(line) and len(line) < usual * _SHORT_LINE:
            paragraphs.append(current)
            current = ""
    return "\n".join(paragraph for paragraph in (*paragraphs, current) if paragraph)


def joined(before: str, line: str) -> str:
    """Two lines of one paragraph as one; neither begins or ends with a blank."""
    if not before or not line:
        return before or line
    divided = _HYPHEN.search(before[-60:])
    following = _NEXT_WORD.match(line)
    if divided and following:
        keeps = following["hyphen"] or "-" in divided["word"] or _COMPOUND.match(divided[0] + line)
        return before + line if keeps else before[:-1] + line
    if _LINKED.search(before) and line[:1].isascii() and line[:1].isalnum():
        return before + line
    if _CJK_END.search(before) and _CJK_START.search(line):
        return before + line
    return f"{before} {line}"


def join_parts(parts: Iterable[str]) -> str:
    """Pages or columns in order; a paragraph that the break between two of them cuts is made whole."""
    # Only the last line may still change, so the finished ones are not copied again for every page.
    done: list[str] = []
    last = ""
    for part in filter(None, parts):
        first, *rest = part.split("\n")
        if last and not STOP.search(last):
            first = joined(last, first)
        elif last:
            done.append(last)
        done += [first, *rest]
        last = done.pop()
    return "\n".join([*done, last])
