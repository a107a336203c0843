"""Who says it: a figure, a view or a forecast is its speaker's, and another one's is another matter."""

from __future__ import annotations

import re

from factcheck.comparing.alignment import WordVectors, direction
from factcheck.comparing.offices import DESCRIBING, office_of
from factcheck.comparing.said_by import Speaker, is_listed
from factcheck.comparing.statement import Context, Statement
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.model import Difference, DifferenceKind

_NOBODY = lazy_pattern(
    r"(?:(?:the|its|two|three|several|some|many|a|an|one|company|firm|group|local|senior|state|government|industry|market|official|people|sources?"
    r"|officials?|analysts?|executives?|experts?|economists?|researchers?|regulators?|authorities|managers?|report|data|figures|filing|statement|study"
    r"|survey|spokes\w+|chief|executive|officer|familiar|with|the|matter|of|he|she|it|they|insiders?|supply|chain|traders?|investors?|people|briefed|on"
    r"|department|ministry|agency|discussions?|talks|plans?|'s|’s)\s*)+"
    r"|(?:(?:该|本|其|上述|这家|有关|相关|业内|业者|业界|市场|外界|供应链|知情|消息|官方|公司|集团|企业|厂商|机构|部门|当局|政府|专家|学者|分析师?|人士|官员"
    r"|发言人|负责人|高层|管理层|经济学家|媒体|外媒|报告|研究|数据|统计|调查|资料|财报|年报|公告|声明|文件|法人|者|家|[他她它]们?|的)+)"
)
_MEDIA = frozenset({
    "reuters", "bloomberg", "wall street journal", "wsj", "financial times", "ft", "nikkei", "cnbc", "cnn", "bbc", "ap",
    "afp", "xinhua", "cctv", "cna", "caixin", "china daily", "global times", "new york times", "nyt", "washington post",
    "economist", "scmp", "south china morning post", "the information", "axios", "digitimes", "people's daily", "politico",
    "guardian", "yonhap", "kyodo", "nhk", "techcrunch", "the verge",
})  # fmt: skip
"""Who passes on what others say."""


def speaker_difference(
    claim: Statement, sentence: Statement, context: Context, vectors: WordVectors
) -> Difference | None:
    """Both say who says it, and it is somebody else; None also where that is not sure.

    A sentence or a title that names the claim's speaker in another place may have it from there.
    """
    ours = claim.speaking
    if ours is None or ours.own_act:
        return None
    theirs = sentence.speaking
    if theirs is None or _is_around(ours, sentence, context) or _is_subject(theirs, claim, ours):
        return None
    likeness = 0.0
    if not ours.names or not theirs.names:
        likeness = float(direction(ours.text, vectors) @ direction(theirs.text, vectors))
    if not are_others(ours, theirs, likeness):
        return None
    return Difference(DifferenceKind.SPEAKER, ours.text, theirs.text)


def _is_around(speaker: Speaker, sentence: Statement, context: Context) -> bool:
    return any(sentence.keys.intersection(name.keys) or context.names(name) for name in speaker.names)


def _is_subject(theirs: Speaker, claim: Statement, ours: Speaker) -> bool:
    """Whether the sentence's speaker is named in what the claim's says: the two may well speak together."""
    rest = {key for name in claim.names if name not in ours.names for key in name.keys}
    return bool(theirs.keys & rest)


def are_others(one: Speaker, other: Speaker, likeness: float) -> bool:
    """Whether the two are surely not one: names of one kind and none in common, or bodies of two kinds.

    `likeness` is the cosine of their words. Somebody unnamed (officials, the company, 業者) may be anybody.
    """
    if one.keys & other.keys or _share_words(one, other):
        return False
    if _is_nobody(one) or _is_nobody(other):
        return False
    media = bool(one.keys & _MEDIA), bool(other.keys & _MEDIA)
    if media[0] != media[1]:
        return False
    if one.names and other.names:
        return any(_are_rivals(ours, theirs) for ours in one.names for theirs in other.names)
    ours, theirs = office_of(fold(one.text)), office_of(fold(other.text))
    if ours is not None and theirs is not None:
        return ours != theirs
    if one.names or other.names:
        office, named = (theirs, one) if one.names else (ours, other)
        if office is None or office in _offices_of(named):
            return False
        return office not in DESCRIBING and all(is_listed(x) for x in named.names)
    return likeness < _UNLIKE


_UNLIKE = 0.1
"""Cosine of two descriptions below which they are of two bodies: of 40 pairs made for it, no two names of one
body were below."""


def _offices_of(speaker: Speaker) -> set[str | None]:
    """What the words and the keys of its names tell of what it is."""
    return {office_of(fold(speaker.text)), *(office_of(key) for key in speaker.keys)}


def _is_nobody(speaker: Speaker) -> bool:
    return not speaker.names and _NOBODY.fullmatch(fold(speaker.text)) is not None


def _share_words(one: Speaker, other: Speaker) -> bool:
    """Commerce and the Commerce Department; Saulo and Celeste Saulo."""
    return bool(_telling_words(one.text) & _telling_words(other.text))


_PLAIN_WORDS = frozenset(
    [
        "the",
        "and",
        "for",
        "chief",
        "executive",
        "officer",
        "president",
        "chairman",
        "director",
        "general",
        "minister",
        "ministry",
        "department",
        "agency",
        "bank",
        "group",
        "analyst",
        "analysts",
        "economist",
        "research",
        "institute",
        "association",
        "company",
        "spokesman",
        "spokeswoman",
        "head",
        "finance",
        "of",
        "at",
        "from",
    ]
)


def _telling_words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{3,}", fold(text)) if word not in _PLAIN_WORDS}


def _are_rivals(one: Mention, other: Mention) -> bool:
    """Whether two names stand for two of a kind: two bodies, or two people."""
    if not (is_listed(one) and is_listed(other)) and has_han(one.text) != has_han(other.text):
        return False
    if EntityKind.OTHER in (one.kind, other.kind):
        return True
    return one.kind is other.kind
