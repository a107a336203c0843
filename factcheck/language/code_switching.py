"""Where a sentence changes from the grammar of one language to the other's."""

from __future__ import annotations

from itertools import pairwise

from factcheck.language.chinese_cues import FACTIVE
from factcheck.language.chinese_predicates import has_predicate
from factcheck.language.chinese_words import ENDS_SPEECH, SUBORDINATE
from factcheck.language.english_clauses import has_finite_verb
from factcheck.language.grammar import reads_as_chinese
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import HAN, LATIN_WORD
from factcheck.language.tagging import plain, tag

_SWITCH = lazy_pattern(r"[,，;；:：]\s*|\s[—–]+\s|——")
_ENGLISH_SPEECH_END = lazy_pattern(r"\b(?:said|says|told|added|wrote|warned|noted|that|according to)$")
_ENGLISH_CONDITION = lazy_pattern(r"(?:if|unless|once|when|as|given|in case)\b")
_FEWEST_WORDS = 4
"""English words in a stretch from which it may be a statement of its own."""
_FEWEST_HAN = 6
"""The same in Chinese characters."""


def by_grammar(sentence: str, protected: bytearray) -> list[tuple[int, int]]:
    """The sentence in stretches of one grammar: 貨運量增長12%，and its rail arm lost $4 million is two.

    A stretch counts only where it is a statement by its own language's rules.
    """
    if len(LATIN_WORD.findall(sentence)) < _FEWEST_WORDS:
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
        return len(HAN.findall(words)) >= _FEWEST_HAN and has_predicate(tag(words))
    return len(LATIN_WORD.findall(words)) >= _FEWEST_WORDS and has_finite_verb(words)
