"""Sentences cut into clauses that can each be checked on its own, with exact offsets.

A cut is made only where both sides are statements. Adverbials, attributions, conditions, relative
clauses and lists of nouns stay with the statement that they belong to; nothing inside quotation
marks or brackets is ever cut.
"""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.language.chinese_clauses import LEADING_CONNECTIVE as _CHINESE_LEAD
from factcheck.language.chinese_clauses import chinese_cuts
from factcheck.language.code_switching import by_grammar
from factcheck.language.english_clauses import LEADING_CONNECTIVE as _ENGLISH_LEAD
from factcheck.language.english_clauses import english_cuts
from factcheck.language.folding import fold
from factcheck.language.grammar import reads_as_chinese
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.language.sentences import Span

_HAN = lazy_pattern(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN_WORD = lazy_pattern(r"[A-Za-z]{2,}")
_PAIRS = {
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "《": "》",
    "【": "】",
    "“": "”",
    "[": "]",
    "〈": "〉",
}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_LOOKED_AT = 120
"""Code points behind a connective within which a comma says that what it joins is still there."""
_EDGE = " \t\u3000,，、;；:：.。!！?？…—–-·•"


def split_clauses(sentence: str) -> list[Span]:
    """Clauses of one sentence, in order, at least one unless nothing but marks is left.

    Leading connectives (但, 因此, "However,") and the punctuation at either end are left outside.
    """
    protected = _protected(sentence)
    edges = [0, *_cuts(sentence, protected), len(sentence)]
    spans = [trim(sentence, start, end) for start, end in pairwise(edges)]
    return [span for span in spans if span.end > span.start and re.search(r"\w", span.of(sentence))]


def trim(text: str, start: int, end: int) -> Span:
    """[start, end) without connectives in front, marks at the ends and brackets that close nothing inside."""
    before = (-1, -1)
    while before != (start, end):
        before = (start, end)
        start, end = _trim_marks(text, start, end)
        start = _after_connective(text, start, end)
    return Span(start, end)


def _trim_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, punctuation and unpaired brackets or quotation marks at the ends."""
    while start < end and (
        text[start].isspace() or text[start] in _EDGE or _is_unpaired(text, start, start, end)
    ):
        if text[start] in "-–" and start + 1 < end and text[start + 1].isdigit():
            break
        start += 1
    while end > start and (
        text[end - 1].isspace() or text[end - 1] in _EDGE or _is_unpaired(text, end - 1, start, end)
    ):
        if text[end - 1] == "." and re.search(
            r"\b(?:[A-Za-z]\.)+[A-Za-z]\.$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr)\.$", text[max(start, end - 12) : end]
        ):
            break
        end -= 1
    return start, end


def _is_unpaired(text: str, position: int, start: int, end: int) -> bool:
    """Whether the bracket or quotation mark at `position` has no partner inside [start, end)."""
    mark = text[position]
    if mark in _PAIRS:
        return _PAIRS[mark] not in text[position + 1 : end]
    if mark in _CLOSERS:
        return _CLOSERS[mark] not in text[start:position]
    return mark in "\"'’‘" and text.count(mark, start, end) % 2 == 1 and mark != "’"


def _after_connective(text: str, start: int, end: int) -> int:
    """`start` moved behind a connective in front, unless nothing would be left."""
    window = text[start : min(end, start + _LOOKED_AT)]
    pattern = _CHINESE_LEAD if _HAN.match(window) else _ENGLISH_LEAD
    match = pattern.match(fold(window))
    return start + match.end() if match and start + match.end() < end else start


def _cuts(sentence: str, protected: bytearray) -> list[int]:
    """Cuts where the grammar changes from one language to the other, and inside each stretch."""
    if not has_han(sentence):
        return english_cuts(sentence, protected)
    cuts: list[int] = []
    for start, end in by_grammar(sentence, protected):
        words, inside = sentence[start:end], protected[start:end]
        own = chinese_cuts(words, inside) if reads_as_chinese(words) else english_cuts(words, inside)
        cuts += [start, *(start + cut for cut in own)]
    return cuts[1:]


def _protected(text: str) -> bytearray:
    """1 for each code point inside a closed pair of brackets or quotation marks, the marks included."""
    inside = bytearray(len(text))
    stack: list[tuple[str, int]] = []
    for position, character in enumerate(text):
        if stack and character == stack[-1][0]:
            _, opened = stack.pop()
            inside[opened : position + 1] = b"\x01" * (position + 1 - opened)
        elif character in _PAIRS:
            stack.append((_PAIRS[character], position))
        elif character == '"':
            stack.append(('"', position))
    return inside
