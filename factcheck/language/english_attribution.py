"""Who an English sentence says it is said by."""

from __future__ import annotations

import re

from factcheck.language.patterns import lazy_pattern
from factcheck.language.speakers import TRAILING, Attribution, chain
from factcheck.language.tagging import plain

_ENGLISH_VERB = (
    r"(?:said|says|say|told|claimed|claims|argued|argues|warned|warns|wrote|writes|insisted|insists"
    r"|acknowledged|estimated?|estimates|"
    r"forecasts?|forecasted|predicts?|predicted|expects?|expected|projects?(?= (?:that|a|an|the|\$?\d))"
    r"|projected|believes?|believed|suggested|suggests|testified|tweeted|"
    r"(?:reported|reports|announced|announces|confirmed|confirms|denied|denies|revealed|disclosed|found"
    r"|finds|shows?|showed|concluded|maintained|explained|stressed|posted|noted|notes|added|adds|stated"
    r"|states)(?= that\b|,| on [A-Z]\w+day\b|\.?$))"
)
_EN_PATTERNS = (
    lazy_pattern(
        r"\b[Aa]ccording to (?P<who>[^,;:.“”\"]{2,90}?(?:\b(?:Inc|Corp|Co|Ltd"
        r"|U\.S)\.[^,;:.]{0,30})?)(?=[,;:.]|$)"
    ),
    lazy_pattern(
        rf"(?:^|(?<=[,;:—“”\"] )|(?<=[”\"，；：」]))(?P<who>(?:[A-Z\u4e00-\u9fff]|(?:the|a|an|its|he|she|they"
        rf"|two|three"
        rf"|several|some|many|officials|analysts|researchers|people|sources|experts|[a-z]+(?:ents|ists|ials|yers|ives|ants"
        rf"|ators|itics))\b)[^,;:，；：。“”\"]{{0,70}}?"
        rf"(?:, [^,;“”\"]{{3,70}},)?) (?:(?:has|had|have|also|later|repeatedly|since|then|publicly"
        rf"|previously|now|recently|earlier)\s)*(?P<verb>{_ENGLISH_VERB})\b"
    ),
    lazy_pattern(
        r"(?<=[,”\"] )(?:said|says|wrote|added|warned) "
        r"(?P<who>(?:(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov)\.\s|(?:[a-z]+ ){1,3}(?=[\u4e00-\u9fff]))?"
        r"[A-Z\u4e00-\u9fff][^,.;“”\"]{1,60}(?:, "
        r"[^,.;“”\"]{3,60})?)"
    ),
)
_EN_QUOTED = lazy_pattern(r"“[^”]{0,1000}”|\"[^\"]{0,1000}\"")
_EN_CITING = lazy_pattern(r"\bciting (?P<who>[^,;.“”\"]{2,90})")
_EN_LEAD = lazy_pattern(
    r"^(?:(?:In|By|Since) (?:\w+ )?\d{4} "
    r"|(?:But|And|However|Meanwhile|Still|Yet|So|Also|While|Although|Though)\b,?\s+|(?:In|On|At|By"
    r"|Since|After|During|Last|Earlier|This|Late|Early)\b[^,]*,\s+)+"
)
_EN_NOT_SPEAKER = lazy_pattern(
    r"\b(?:is|was|are|were|be|been|being|it|that|which|as|than|to|not|by|will|would|could|widely"
    r"|there)$|^(?:If|When|While|That|What|Nor|Neither|There|How|Why|Because)\b",
    re.IGNORECASE,
)


def english_attribution(sentence: str) -> Attribution | None:
    """ "according to X", "X said", ", said X", each with what it cites.

    Who speaks outside the quotation marks comes before anybody quoted inside them.
    """
    quoted = [match.span() for match in _EN_QUOTED.finditer(sentence)]
    inside: list[re.Match[str]] = []
    for pattern in _EN_PATTERNS:
        for match in pattern.finditer(sentence):
            if any(low < match.start("who") < high for low, high in quoted):
                inside.append(match)
                continue
            found = _english_at(sentence, match)
            if found is not None:
                return found
    return next((found for match in inside if (found := _english_at(sentence, match))), None)


def _english_at(sentence: str, match: re.Match[str]) -> Attribution | None:
    """The attribution that a match stands for, with what it cites; None where nobody speaks."""
    span = _english_speaker(sentence, *match.span("who"))
    if span is None:
        return None
    aside = sentence.find(", citing ", *span)
    if aside >= 0:
        span = (span[0], aside)
    citing = _EN_CITING.search(sentence, span[1])
    spans = [span, citing.span("who")] if citing else [span]
    return chain(sentence, spans, match.end())


def _english_speaker(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase without connectives in front; None where it does not speak."""
    lead = _EN_LEAD.match(sentence[start:end])
    start += lead.end() if lead else 0
    words = sentence[start:end].rstrip(", ")
    trailing = None if words.isascii() else TRAILING.search(plain(words))
    words = words[: trailing.start()].rstrip() if trailing else words
    if not words or _EN_NOT_SPEAKER.search(words) or len(words.split()) > 16:
        return None
    return start, start + len(words)
