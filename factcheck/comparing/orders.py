"""What follows from comparisons: A is faster than B and B as fast as C, so C is slower; A比B快，B和C一樣快.

A text's comparisons on one scale make an order of what they compare, in which that of the claim is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.comparing.follows import Follows
from factcheck.comparing.kept import kept
from factcheck.comparing.statement import Statement
from factcheck.language.patterns import lazy_pattern

_SCALES: tuple[tuple[str, str], ...] = (
    ("fast faster quick quicker 快", "slow slower 慢"),
    ("heavy heavier 重", "light lighter 轻"),
    ("tall taller 高", "short shorter 矮"),
    ("high higher 高", "low lower 低"),
    ("long longer 长", "short shorter 短"),
    ("big bigger large larger great greater 大", "small smaller 小"),
    ("expensive dear dearer costly costlier 贵 昂贵", "cheap cheaper 便宜"),
    ("strong stronger powerful 强 强大", "weak weaker 弱"),
    ("old older 老 年长", "young younger 年轻"),
    ("early earlier 早", "late later 晚"),
    ("rich richer 富 富有", "poor poorer 穷"),
    ("fat fatter 胖", "thin thinner 瘦"),
    ("hot hotter warm warmer 热", "cold colder cool cooler 冷"),
    ("wide wider 宽", "narrow narrower 窄"),
    ("thick thicker 厚", "thin thinner 薄"),
    ("advanced 先进", "backward 落后"),
    ("many more 多", "few fewer 少"),
)
"""Words for the two ends of a scale, as they stand behind than and 比 and between as and as."""
_MARK = lazy_pattern(r"比|一样|没有|\bthan\b|\bas\b")
_PIECE = lazy_pattern(r"(?:[^，,;。!?\n.]|\.(?=\w)|,(?=\d))+")
_LISTED = lazy_pattern(r"\s*(?:、|和|与|及|\band\b)\s*")
_JOINED = lazy_pattern(r"[和与跟同]")
_ARTICLE = lazy_pattern(r"^(?:(?:the|a|an|that|of|and|but|its) )+")
_AMOUNT = r"[\d.,]+ ?(?:%|个?百分点|倍|成)"
_IS = r"(?:is|are|was|were|be|has been|have been|had been|remains?|remained|proved|runs?|ran)"
_BY = r"(?:(?:much|far|slightly|even|still|somewhat|[\d.,]+ ?(?:%|percent|per cent|times)) )?"


class Compared(NamedTuple):
    """Two things on one scale."""

    scale: int
    more: str
    less: str
    equal: bool = False
    """Whether they are as much as each other."""


class _Read(NamedTuple):
    """A comparison as it is written: places in the text of its two sides, and the word for a scale."""

    left: tuple[int, int]
    right: tuple[int, int]
    word: str
    sign: int
    """+1 as the word says, -1 its opposite, 0 for equals."""


@cache
def _ends() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """The scales of a word, each with +1 for its upper end and -1 for its lower one."""
    found: dict[str, list[tuple[int, int]]] = {}
    for scale, sides in enumerate(_SCALES):
        for words, sign in zip(sides, (1, -1), strict=True):
            for word in words.split():
                found.setdefault(word, []).append((scale, sign))
    return {word: tuple(ends) for word, ends in found.items()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What closes a Chinese comparison; "A is faster than B"; "A is as fast as B"."""
    written = sorted(_ends(), key=len, reverse=True)
    chinese = "|".join(word for word in written if not word.isascii())
    english = "|".join(word for word in written if word.isascii())
    return (
        re.compile(
            rf"(?:都|均|还|更|要|略|稍|远|那么|这么)*(?P<word>{chinese})"
            rf"(?:得多|很多|许多|一些|一点|些|了)?(?:约|近|逾|出)?(?:{_AMOUNT})?$"
        ),
        re.compile(
            rf"(?P<left>.+?) {_IS} {_BY}(?P<less>(?:more|less) )?(?P<word>{english}) than (?P<right>.+?)"
            rf"(?: (?:is|are|was|were|does|did))?$"
        ),
        re.compile(
            rf"(?P<left>.+?) {_IS} (?P<not>not )?(?:just |exactly )?as (?P<word>{english}) as"
            rf" (?P<right>.+)$"
        ),
    )


@kept
def comparisons(statement: Statement) -> tuple[Compared, ...]:
    """Every comparison of two things that a text makes, lists of them taken apart."""
    folded = statement.folded
    if not _MARK.search(folded):
        return ()
    keys = {(name.start, name.end): name.key for name in statement.names}
    found: list[Compared] = []
    for piece in _PIECE.finditer(folded):
        for read in (*_chinese(folded, *piece.span()), *_english(piece)):
            for one in _things(folded, read.left, keys):
                for other in _things(folded, read.right, keys):
                    found += _compared(read, one, other)
    return tuple(found)


def _compared(read: _Read, one: str, other: str) -> Iterator[Compared]:
    if one == other:
        return
    for scale, end in _ends()[read.word]:
        if not read.sign:
            yield Compared(scale, one, other, equal=True)
        elif end * read.sign > 0:
            yield Compared(scale, one, other)
        else:
            yield Compared(scale, other, one)


def _chinese(folded: str, start: int, end: int) -> Iterator[_Read]:
    closing = _patterns()[0].search(folded, start, end)
    if closing is None:
        return
    stop, word = closing.start(), closing["word"]
    if folded.endswith("一样", start, stop):
        for joint in _JOINED.finditer(folded, start + 1, stop - 3):
            yield _Read((start, joint.start()), (joint.end(), stop - 2), word, 0)
        return
    # A name may hold the character: each place is tried, and only things that the other side knows count.
    for mark, sign in (("比", 1), ("没有", -1)):
        place = folded.find(mark, start + 1, stop - 1)
        while place > 0:
            if folded[place - 1] != "不":
                yield _Read((start, place), (place + len(mark), stop), word, sign)
            place = folded.find(mark, place + 1, stop - 1)


def _english(piece: re.Match[str]) -> Iterator[_Read]:
    _, than, alike = _patterns()
    start, text = piece.start(), piece[0]
    if (match := than.search(text)) is not None:
        less = match["less"] is not None and match["less"].startswith("less")
        yield _read(match, start, -1 if less else 1)
    if (match := alike.search(text)) is not None:
        yield _read(match, start, -1 if match["not"] else 0)


def _read(match: re.Match[str], start: int, sign: int) -> _Read:
    (a, b), (c, d) = match.span("left"), match.span("right")
    return _Read((start + a, start + b), (start + c, start + d), match["word"], sign)


def _things(folded: str, span: tuple[int, int], keys: Mapping[tuple[int, int], str]) -> list[str]:
    """What is listed in a stretch: by the key of its name, so that both languages meet, else as written."""
    start, end = span
    edges = [start, *(edge for cut in _LISTED.finditer(folded, start, end) for edge in cut.span()), end]
    found = []
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        first += len(folded[first:last]) - len(folded[first:last].lstrip())
        last -= len(folded[first:last]) - len(folded[first:last].rstrip())
        article = _ARTICLE.match(folded[first:last])
        first += article.end() if article else 0
        if first < last:
            found.append(keys.get((first, last), folded[first:last]))
    return found


def in_order(claim: Statement, sentence: Statement) -> Follows | None:
    """What the sentence's comparisons make of the claim's; None where it compares other things."""
    theirs = comparisons(sentence)
    for ours in comparisons(claim) if theirs else ():
        order = [one for one in theirs if one.scale == ours.scale]
        known = {thing for one in order for thing in (one.more, one.less)}
        if not {ours.more, ours.less} <= known:
            continue
        above, below = _reaches(order, ours.more, ours.less), _reaches(order, ours.less, ours.more)
        if above is None and below is None:
            return Follows.OPEN
        same = above is False or below is False
        if ours.equal:
            return Follows.HOLDS if same else Follows.FAILS
        return Follows.HOLDS if above else Follows.FAILS
    return None


def _reaches(order: Sequence[Compared], start: str, goal: str) -> bool | None:
    """Whether `start` stands above `goal`: True strictly, False as high, None where nothing says so."""
    strictly: dict[str, bool] = {start: False}
    waiting = [start]
    while waiting:
        at = waiting.pop()
        for one in order:
            steps = [(one.more, one.less), (one.less, one.more)] if one.equal else [(one.more, one.less)]
            for above, below in steps:
                strict = strictly[at] or not one.equal
                if above == at and (below not in strictly or (strict and not strictly[below])):
                    strictly[below] = strict
                    waiting.append(below)
    return strictly.get(goal)
