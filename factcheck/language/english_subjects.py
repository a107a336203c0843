"""What an English clause is about, and the noun that who and which stand for."""

from __future__ import annotations

import re

from factcheck.language.patterns import lazy_pattern
from factcheck.language.sentences import Span

_RELATIVE = lazy_pattern(r"^(?:who|which)\s+")
_ANTECEDENT = lazy_pattern(
    r"(?:^|\s)(?:to|for|with|by|from|in|at|on|into|against|than|and|of|[a-z]{3,}(?:ed|es|ing))\s+"
    r"((?:(?:the|a|an|its|their|his|her)\s+)?(?:[\w’'-]+\s+){0,3}[\w’'-]+)$"
)
"""The noun phrase that a sentence ends with, behind its last preposition or verb."""
ENGLISH_NAME = lazy_pattern(r"\b[A-Z][\w&.’'-]*(?:\s+(?:of\s+|the\s+|and\s+)?[A-Z][\w&’'-]*)*")
CALENDAR = lazy_pattern(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
DETERMINER = lazy_pattern(r"^(?:The|A|An|This|That|These|Those)\b\s*")
NOT_PEOPLE = lazy_pattern(
    r"\b(?:Inc|Corp|Ltd|Co|Group|Company|Commission|Ministry|Department|University|Bank|Association"
    r"|Agency|Committee)\b"
)
ENGLISH_REFERS_BACK = lazy_pattern(r"(?:He|She|It|They|We|I|You|This|That|These|Those|There|But|And)\b")


_UNFINISHED = lazy_pattern(
    r"(?:['’]s?|\b(?:of|for|in|to|by|with|from|at|on|the|an?|its|their|and|or))$", re.IGNORECASE
)
"""What a subject cannot end with: the word behind was no verb."""


def english_subject(clause: str) -> Span | None:
    """A name or a determiner phrase that the clause begins with, up to its verb."""
    lead = re.match(
        r"(?:(?:In|On|At|By|Since|After|During|Last|Earlier|This|As of|According to)\b[^,]*,\s+)*", clause
    )
    start = lead.end() if lead else 0
    match = re.compile(
        r"((?:The |A |An |the |its |Its )?[^,;:“”\"]{2,80}?)(?:, [^,;]{3,80},)?\s+(?:(?:also|now|still|only"
        r"|then|reportedly|later|has|had|have)\s+)*"
        r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|said|says"
        r"|told|rose|fell|grew|made|took|won|lost|sold|cut|"
        r"met|began|became|came|went|held|led|paid|ran|spent|set|put|built|bought|plans|expects|makes"
        r"|employs|produces|accounts|cost(?=\s+(?:(?:about|nearly|around|over)\s+)?[$€£¥]?\d)|[a-z]{3,}ed|[a-z]{3,}s(?=\s+(?:[$€£¥]?\d|its\s|their\s)))\b"
    ).match(clause, start)
    if match is None or len(match.group(1).split()) > 9 or match.group(1)[0].islower():
        return None
    if _UNFINISHED.search(match.group(1)):
        return None
    return Span(match.start(1), match.end(1))


def relative_alone(clause: str, before: str) -> str:
    """A clause with who or which as a sentence of its own, by the noun that `before` ends with.

    "..., who supplied 9%" behind "deliveries to Chinese customers" reads "Chinese customers supplied 9%".
    Where no noun can be told, the clause stays.
    """
    relative = _RELATIVE.match(clause)
    if relative is None:
        return clause
    nouns = list(_ANTECEDENT.finditer(before[-80:]))
    shortest = nouns[-1].group(1) if nouns else ""
    while inner := _ANTECEDENT.search(" " + shortest):
        shortest = inner.group(1)
    if not shortest or re.search(r"\b(?:who|which|that|is|was|were|are)\b|^\d", shortest):
        return clause
    return f"{shortest} {clause[relative.end() :]}"
