"""What a question asks about: its words without those that only ask.

"Who", 哪一 and 什么 are rare in what answers them, so a search that goes by rarity would look for them
first. The text itself is never changed: a search asks with a copy.
"""

from __future__ import annotations

from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern

_ENDS = ("?", "吗", "呢")
_CLOSING = " \t\n\"'”’」』)"
_ASKS = lazy_pattern(
    r"\b(?:who|whom|whose|what|which|when|where|why|how(?: (?:many|much|long|old|far|often))?)(?:'s)?\b"
    r"|哪[一里些儿]?(?![吒咤])|(?:因?为)?[什甚][么麽]|谁|如何|怎[么麽样]|为何|多少|多久|多长"
    r"|(?<!任)何(?=[处时人地种年])|(?<![近第好])几(?=[个年月日次位座岁家])|请问|[?吗呢]+$"
)


def asked_about(text: str) -> str:
    """A question without the words that only ask; any other text as it is, and one of nothing else too."""
    folded = fold(text)
    end = len(folded.rstrip(_CLOSING))
    if not folded.endswith(_ENDS, 0, end):
        return text
    parts, place = [], 0
    for match in _ASKS.finditer(folded, 0, end):
        if _is_initials(text[match.start() : match.end()]):
            continue
        parts.append(text[place : match.start()])
        place = match.end()
    return " ".join([*parts, text[place:]]).strip() or text


def _is_initials(word: str) -> bool:
    """Whether a word is written as initials are: the WHO."""
    return len(word) > 1 and word.isascii() and word.isupper()
