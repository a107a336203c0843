"""The word that an English clause begins with, where only a name can stand there."""

from __future__ import annotations

import re

from factcheck.language.patterns import lazy_pattern

ENGLISH_PREDICATE = lazy_pattern(
    r"(?:[)\s,]|'s|’s)*(?:also |now |still |later |formally |already |once |recently )?"
    r"(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|plans?|agreed|said|says|told|won|lost|sold|sells?|bought|buys?"
    r"|built|builds?|made|makes?|took|takes?|beat|led|leads|began|held|owns?|spent|put|set|got|hired|named|paid|rose|fell|grew|cut|suppl(?:y|ies)|holds?|leads?|plans?|aims?|expects?|controls?|employs?|runs?|operates?|produces?|ships?|exports?|imports?|invests?|seeks?|faces?|wants?|offers?|opens?|launches|raises?|cuts?|beats?|wins?|loses?|sees|spends?|laid|drove|flew|chose|drew|threw|struck|wrote|began|broke|rode|ran|[a-z]{3,}ed)\b"
)
"""What a subject is followed by."""
_OPENING_WORD = lazy_pattern(r"\s*(?P<word>[A-Z][a-z]{3,})(?:['’]s)?(?= )")
_MASS_NOUN = lazy_pattern(
    r"[a-z]*(?:s|tion|sion|ment|ing|ity|ness|ance|ence|ship|age|ism|ure|th|cy|ly|ty|thing|body|one|ware|ever|ers?)"
    r"|revenue|income|demand|supply|output|profit|trade|gold|silver|copper|steel|oil|crude|coal|water|power|wheat|rice|corn|sugar|coffee|cotton|lithium|nickel"
    r"|traffic|turnout|staff|police|parliament|congress|government|management|labou?r|capital|credit|debt|cash|data|evidence|news|research|software|spend|sentiment"
    r"|interest|support|progress|work|food|fuel|rent|land|crime|snow|rain|heat|fire|tourism|industry|everyday|people|women|both|each|half|most|none|much|many|once"
    r"|amid|despite|only|just|even|since|while|still|here|there|then|this|that|these|those|what|when|where|which|whose|such|some|more|less|also|with|from|about"
    r"|today|tonight|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|overall|total|local|federal|public"
)


def opening_name(text: str, folded: str, start: int = 0) -> re.Match[str] | None:
    """The capitalised word (group `word`) at `start` that a verb follows; None for one that is no name.

    English has no bare singular subject but of mass nouns.
    """
    match = _OPENING_WORD.match(text, start)
    if match is None or _MASS_NOUN.fullmatch(match["word"].lower()):
        return None
    return match if ENGLISH_PREDICATE.match(folded, match.end("word")) else None
