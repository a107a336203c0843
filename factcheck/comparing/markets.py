"""Markets by their own words: "the market for bottled water", 瓶裝水市場, where no list of parts knows them."""

from __future__ import annotations

from factcheck.comparing.alignment import WordVectors, align, direction
from factcheck.comparing.kept import kept
from factcheck.comparing.statement import Statement
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.model import Difference, DifferenceKind

Span = tuple[int, int]
_ENGLISH = lazy_pattern(
    r"\bmarkets? for (?P<for>(?:(?!(?:in|at|by|with|and|which|that|was|is|to|from|according|rose|fell|grew)\b)[a-z0-9&'-]+ ?){1,4})"
    r"|(?P<of>(?:\b(?!(?:the|a|an|of|in|its|their|this|that|to|for|on|at|by|with|and|or|share|slice|whole|total|overall|global|world|worldwide"
    r"|world's|domestic|local|stock|labou?r|job|bond|financial|capital|money|free|open|same|entire|u\.s|us|new|biggest|largest|big|main|key|country's|region's|city's)\b)"
    r"[a-z0-9&'-]+ ){1,3})(?:markets?|sector|industry|segment|category)\b"
)
_HAN = lazy_pattern(
    r"(?P<han>(?:(?!全球|世界|国内|本地|整个|整体|全国|占|在|的|于|为|其|该|个)[\u4e00-\u9fffa-z0-9 ]){2,10})(?:的)?(?:市场|行业|产业|赛道|品类)(?!监管|监督|人士|传|消息|化)"
)
_TIMES = lazy_pattern(r"[\d]|季|年|月|上半|下半|第[一二三四]|quarter|half|year|month")
_OTHER = 0.12
"""Cosine of two markets' words below which they are two: of 22 pairs of one market in two languages made for it
one was below, of 20 pairs of two markets 8."""
_OTHER_HERE = 0.3
"""The same within one language, where a market is rarely told by words without likeness."""
_UNMET = 0.35
"""Weight of either side's words without a partner from which two markets of one language are two."""


def other_market(
    claim: Statement,
    sentence: Statement,
    spans: tuple[tuple[Span, ...], tuple[Span, ...]],
    vectors: WordVectors,
) -> Difference | None:
    """Each side tells a market by its words beside its figure, and the words are of two markets."""
    ours = _market(claim, spans[0])
    theirs = _market(sentence, spans[1]) if ours else None
    if ours is None or theirs is None:
        return None
    one, other = claim.folded[slice(*ours)], sentence.folded[slice(*theirs)]
    if one in sentence.folded or other in claim.folded or not _are_two(one, other, vectors):
        return None
    return Difference(DifferenceKind.SCOPE, claim.text[slice(*ours)], sentence.text[slice(*theirs)])


def _are_two(one: str, other: str, vectors: WordVectors) -> bool:
    likeness = float(direction(one, vectors) @ direction(other, vectors))
    if likeness < (_OTHER if has_han(one) != has_han(other) else _OTHER_HERE):
        return True
    if has_han(one) != has_han(other) or not _shares_head(one, other):
        return False
    return min(align(one, other, vectors).unmet, align(other, one, vectors).unmet) >= _UNMET


def _shares_head(one: str, other: str) -> bool:
    """Whether both end in the same word: residential solar, ground-mounted solar."""
    if has_han(one):
        return one[-2:] == other[-2:]
    return one.split()[-1].rstrip("s") == other.split()[-1].rstrip("s")


@kept
def _market(statement: Statement, stretches: tuple[Span, ...]) -> Span | None:
    """The words that say which market it is, names of places and times left out."""
    words = statement.folded
    taken = [(one.start, one.end) for one in statement.names]
    taken += [(one.start, one.end) for one in statement.dates]
    for first, last in taken:
        words = words[:first] + "." * (last - first) + words[last:]
    for start, end in stretches:
        for pattern in (_ENGLISH, _HAN):
            match = pattern.search(words, start, end)
            if match is None:
                continue
            first, last = match.span(str(match.lastgroup))
            told = words[first:last]
            first, last = first + len(told) - len(told.lstrip()), last - len(told) + len(told.rstrip())
            if first < last and not _TIMES.search(words, first, last):
                return first, last
    return None
