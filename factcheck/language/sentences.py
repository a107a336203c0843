"""Sentences with exact offsets, in English, Chinese and texts that mix them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.patterns import lazy_pattern

_CLOSERS = "”’\"'」』）)】》〉]"
_OPENERS = {"「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】", "“": "”"}
_BRACKET = lazy_pattern("[\\n" + "".join(f"{opener}{closer}" for opener, closer in _OPENERS.items()) + "]")
"""What opens or closes a stretch, or is a line's end, where all that is open is given up."""
_LONGEST_QUOTATION = 300
"""Code points after which an unclosed bracket is taken for a typing error and no longer protects."""
LONGEST = 2_000
"""Code points of the longest sentence. Nobody writes longer ones, while minified scripts, tables without line
ends and text made to harm go on for megabytes; what reads a sentence takes time with more than its length."""
_PAUSE = lazy_pattern(r"[；;、 \t\u3000]|[，,](?!(?<=\d[，,])\d)")
"""Where an overlong sentence may be cut: not behind the comma of 1,234,567."""
_FULL_STOP = r"(?=[\s" + re.escape(_CLOSERS) + r"]|$)"
_FOOTNOTED_STOP = r"(?<!\d\.)(?=\d{1,3}(?:\s|$))|(?=(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)(?:\s|$))"
"""A full stop run together with a footnote mark; a bare number after a digit is a decimal."""
_CANDIDATE = lazy_pattern(
    # Begins with a class of characters, which the engine looks for fast.
    r"[。！？!?；;\n….](?:(?<=[。！？!?；;\n])|(?<=…)…*"
    rf"|(?<=\.)(?:{_FULL_STOP}|{_FOOTNOTED_STOP}))"
)
_ABBREVIATION = lazy_pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|vs|etc|No|Inc|Ltd|Co|Corp|Gov|Sen|Rep|Gen|Lt|Col|Capt|Hon|Rev|approx|est|"
    r"fig|Fig|e\.g|i\.e|cf|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m)|\b[A-Z])$"
)
_ENDS_NAME = lazy_pattern(r"(?:Inc|Ltd|Co|Corp|etc|Jr|Sr|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m)$")
_STARTS_SENTENCE = lazy_pattern(
    r"\s+[\"“'‘(]?(?:The|A|An|In|On|At|It|He|She|They|We|But|And|However|Its|This|That|These|Those|For|By|As|After|"
    r"Since|While|If|When|According|Meanwhile|Last|Both|No|Some|Many|I|You|There)\b"
)

_SAID = lazy_pattern(r"[^，,。；;！!？?\s]{0,8}(?:说|說|表示|指出|[^名宣]称|[^名宣]稱|强调|強調|补充|補充)")
"""A speaker and a speech verb right after a quotation: the sentence is not over."""
_GOES_ON = lazy_pattern(r"道?[，,：:]\s*[^\s“「『\"]")
_INTRODUCED = lazy_pattern(r"[：:，,称稱说說]\s*$")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: code points [start, end)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text's own words."""
        return text[self.start : self.end]


def split_sentences(text: str) -> list[Span]:
    """Sentences of `text` in order: never empty, never overlapping, trimmed of surrounding blanks.

    A line break ends a sentence (headings, list items); a semicolon does not when it stands inside
    brackets. Marks inside quotation marks or brackets do not end the sentence around them. What goes on for
    more than `LONGEST` code points is cut behind its last comma or blank before that.
    """
    spans: list[Span] = []
    start = 0
    for end in [*_boundaries(text), len(text)]:
        while end - start > LONGEST:
            cut = _cut(text, start)
            _append_trimmed(spans, text, start, cut)
            start = cut
        _append_trimmed(spans, text, start, end)
        start = end
    return spans


def _cut(text: str, start: int) -> int:
    """Where the overlong sentence that begins at `start` is cut: in the latter half of what it may have."""
    last = start + LONGEST
    # Looked through one further, so that what follows a comma at the very end is seen.
    pauses = (found.end() for found in _PAUSE.finditer(text, start + LONGEST // 2, last + 1))
    # Where numbers follow one another without a blank, between two of them.
    comma = max(text.rfind(mark, start + LONGEST // 2, last) for mark in ",，") + 1
    return max((end for end in pauses if end <= last), default=comma or last)


def _boundaries(text: str) -> list[int]:
    """Positions just after each sentence-ending mark, its closing quotes included."""
    protected = _protected(text)
    ends: list[int] = []
    for match in _CANDIDATE.finditer(text):
        if match.start() < (ends[-1] if ends else 0):
            continue
        mark = match.group()
        if mark != "\n" and _is_inside(text, match, protected):
            continue
        if mark == "." and _is_abbreviation(text, match.start()):
            continue
        ends.append(_with_closers(text, match.end()))
    return ends


def _with_closers(text: str, end: int) -> int:
    """`end` moved past further end marks and closing quotation marks."""
    while end < len(text) and (text[end] in _CLOSERS or text[end] in "。！？!?…"):
        end += 1
    return end


def _protected(text: str) -> bytearray:
    """1 for each code point inside a closed pair of brackets or quotation marks on one line."""
    inside = bytearray(len(text))
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text):
        position, character = match.start(), match.group()
        if character == "\n":
            stack.clear()
        elif character in _OPENERS:
            stack.append((_OPENERS[character], position))
        elif stack and character == stack[-1][0]:
            _, opened = stack.pop()
            if position - opened <= _LONGEST_QUOTATION:
                inside[opened + 1 : position] = b"\x01" * (position - opened - 1)
    return inside


def _is_inside(text: str, match: re.Match[str], protected: bytearray) -> bool:
    """Whether the mark is inside brackets, and is not the last thing inside them before a sentence's end."""
    if not protected[match.start()]:
        return False
    end = match.end()
    if end < len(text) and text[end] in _CLOSERS:
        after = _with_closers(text, end)
        # “…不可或缺。”她指出: the quotation closes the sentence only where nothing of it follows.
        return not (after == len(text) or text[after] == "\n" or _opens_afresh(text, after))
    return True


def _opens_afresh(text: str, position: int) -> bool:
    """Whether what follows a closed quotation begins a new sentence."""
    said = _SAID.match(text, position)
    if said:
        # 他稱：“...。”她指出，成本...: the quotation has its speaker, so this one belongs to what follows.
        opener = max(text.rfind(mark, max(0, position - _LONGEST_QUOTATION), position) for mark in "“「『")
        introduced = opener > 0 and _INTRODUCED.search(text, max(0, opener - 3), opener)
        return bool(introduced and _GOES_ON.match(text, said.end()))
    following = text[position : position + 2]
    if following[:1] in _OPENERS:
        return True
    if following[:1].isspace():
        return following[1:2].isupper() or not following[1:2].isascii()
    return bool(following) and following[0] not in "，,、；;：:的。" and not following[0].islower()


def _is_abbreviation(text: str, dot: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation or an initial and ends nothing."""
    before = text[max(0, dot - 8) : dot]
    if not _ABBREVIATION.search(before):
        return False
    return not (_ENDS_NAME.search(before) and _STARTS_SENTENCE.match(text, dot + 1))


def _append_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    """Append [start, end) without surrounding blanks, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
