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
from factcheck.language.chinese_predicates import has_predicate
from factcheck.language.chinese_words import ENDS_SPEECH, FACTIVE, SUBORDINATE
from factcheck.language.english_clauses import LEADING_CONNECTIVE as _ENGLISH_LEAD
from factcheck.language.english_clauses import english_cuts, has_finite_verb
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han, reads_as_chinese
from factcheck.language.sentences import Span
from factcheck.language.tagging import plain, tag

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
_SWITCH = lazy_pattern(r"[,，;；:：]\s*|\s[—–]+\s|——")
_ENGLISH_SPEECH_END = lazy_pattern(r"\b(?:said|says|told|added|wrote|warned|noted|that|according to)$")
_ENGLISH_CONDITION = lazy_pattern(r"(?:if|unless|once|when|as|given|in case)\b")
_FEWEST_WORDS = 4
"""English words in a stretch from which it may be a statement of its own."""
_FEWEST_HAN = 6
"""The same in Chinese characters."""
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
    for start, end in _by_grammar(sentence, protected):
        words, inside = sentence[start:end], protected[start:end]
        own = chinese_cuts(words, inside) if reads_as_chinese(words) else english_cuts(words, inside)
        cuts += [start, *(start + cut for cut in own)]
    return cuts[1:]


def _by_grammar(sentence: str, protected: bytearray) -> list[tuple[int, int]]:
    """The sentence in stretches of one grammar: 貨運量增長12%，and its rail arm lost $4 million is two.

    A stretch counts only where it is a statement by its own language's rules.
    """
    if len(_LATIN_WORD.findall(sentence)) < _FEWEST_WORDS:
        return [(0, len(sentence))]
    marks = [m.start() for m in _SWITCH.finditer(sentence) if not protected[m.start()]]
    stretches: list[tuple[int, int]] = []
    before = ""
    grammar: bool | None = None
    for start, end in pairwise([0, *marks, len(sentence)]):
        words = sentence[start:end]
        # A quotation broken off for its speaker goes on behind the mark.
        led_in = _leads_in(before) or words.lstrip(" ,，")[:1] in '“「『"'
        states, chinese = _states_something(words), reads_as_chinese(words)
        if stretches and (led_in or not states or grammar in (None, chinese)):
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
        # The last statement decides by whose grammar a stretch goes on.
        grammar = chinese if states else grammar
        before = words
    return stretches


def _leads_in(words: str) -> bool:
    """Whether the words only introduce what follows: a speaker, a condition."""
    folded = plain(words).strip(" ,;:")
    if ENDS_SPEECH.search(folded) or _ENGLISH_SPEECH_END.search(folded):
        return True
    if FACTIVE.match(folded):
        return False
    return SUBORDINATE.match(folded) is not None or _ENGLISH_CONDITION.match(folded) is not None


def _states_something(words: str) -> bool:
    """Whether a statement stands in `words`, by the grammar that carries them."""
    if reads_as_chinese(words):
        return len(_HAN.findall(words)) >= _FEWEST_HAN and has_predicate(tag(words))
    return len(_LATIN_WORD.findall(words)) >= _FEWEST_WORDS and has_finite_verb(words)


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
