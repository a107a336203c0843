"""Which language and script a text is in: counted, not guessed.

Traditional and Simplified are told apart by the characters that only one of them uses; a text
whose characters both scripts share is plain `zh`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import ne

from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Language

HAN = lazy_pattern(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HAN_RUN = lazy_pattern(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_KANA = lazy_pattern(r"[\u3041-\u3096\u30a1-\u30fa]")
_KANA_OR_HANGUL = lazy_pattern(r"[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]")
_HIRAGANA = lazy_pattern(r"[\u3041-\u306d\u306f-\u3096]")
"""Without の, which stands in Chinese brands."""
HANGUL = lazy_pattern(r"[\uac00-\ud7a3]")
LATIN_WORD = lazy_pattern(r"[A-Za-z]{2,}")
_OTHER_LETTER = lazy_pattern(r"[\u0370-\u1fff]")
_ENGLISH = (
    "the|of|and|to|in|is|are|was|were|that|for|on|with|as|by|at|from|it|its|has|have|had|be|will|not"
    "|a|an|said"
)
_ENGLISH_WORDS = frozenset(_ENGLISH.split("|"))
_ENGLISH_WORD = lazy_pattern(rf"\b(?:{_ENGLISH})\b", re.IGNORECASE)
_FOREIGN = (
    "le|les|la|des|du|un|une|est|dans|pour|que|qui|avec|sur|pas|au|aux|ont|été|el|los|las|del|al|por"
    "|con|para|como|más|y|su|der|die|das|den|dem|ein|eine|und|ist|nicht|mit|von|für|auf|dass|wird"
    "|sich|il|lo|gli|di|che|della|sono|è|um|uma|não|da|dos|em|het|een|van|niet|zijn|và|của|là|cho"
    "|không|được|yang|bahwa|pada|telah|dan|untuk|dengan|och|att|som|ve|bir|için|nie|się|że"
)
"""Words that hold sentences together in languages with Latin letters, English excepted."""
_FOREIGN_WORDS = frozenset(_FOREIGN.split("|"))
_FOREIGN_WORD = lazy_pattern(rf"(?<![\w'’])(?:{_FOREIGN})(?![\w'’])", re.IGNORECASE)
_WORD = lazy_pattern(r"\w+")
_ODD_CASE = lazy_pattern("[\u0130\u0131\u017f\u212a]")
"""Letters that a pattern without regard to case takes for i, s and k, and `str.lower` does not."""
_CHINESE_WORD = lazy_pattern(r"[的了是在和與与將将為为已並并及於于這这說说]")
_FOREIGN_LETTER = lazy_pattern(r"[\u00c0-\u024f\u1e00-\u1eff]")
_QUOTED = lazy_pattern(
    r"[「『“《〈(（\[【\"][^「」『』“”《》〈〉()（）\[\]【】\"\n]{0,80}[」』”》〉)）\]】\"]"
)
"""Quotations, titles and words in brackets: where a Chinese text shows a foreign word."""
WORDS_PER_HAN = 1.6
"""Chinese characters that say about as much as one English word (the usual translation ratio)."""
_SUBSTANTIAL = 0.25
"""Share of a text from which a second language makes it mixed."""
_CLEAR = 0.1
"""Share of script-specific characters from which the rarer script makes a text plain `zh`."""


@lru_cache(maxsize=1)
def _simplified_only() -> frozenset[str]:
    """Characters that are the Simplified form of another character and not Traditional ones themselves.

    Both a change by s2t and absence from Big5 are asked for: 里, 后 and 台 are converted by s2t in
    most words, yet are good Traditional characters in others.
    """
    from opencc import OpenCC

    characters = "".join(chr(code) for code in range(0x4E00, 0xA000))
    traditional = OpenCC("s2t").convert("\n".join(characters)).split("\n")
    changed = (new for new, old in zip(characters, traditional, strict=True) if new != old)
    return frozenset(character for character in changed if not _in_big5(character))


def _in_big5(character: str) -> bool:
    """Whether the Traditional character set has the character."""
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def has_han(text: str) -> bool:
    """Whether any Chinese character stands in `text`."""
    return not text.isascii() and HAN.search(text) is not None


def script_counts(text: str) -> tuple[int, int]:
    """(characters only Traditional uses, characters only Simplified uses)."""
    han = "".join(_HAN_RUN.findall(text))
    traditional = sum(map(ne, han, fold(han)))
    simplified = sum(map(_simplified_only().__contains__, han))
    return traditional, simplified


def chinese_script(text: str) -> Language:
    """zh-Hant, zh-Hans, or zh where both scripts or only shared characters are used."""
    traditional, simplified = script_counts(text)
    if not traditional and not simplified:
        return Language.ZH
    share = traditional / (traditional + simplified)
    if share > 1 - _CLEAR:
        return Language.HANT
    return Language.HANS if share < _CLEAR else Language.ZH


def is_japanese_or_korean(text: str) -> bool:
    """Whether `text` is written in Japanese or Korean, rather than quoting or naming something in it.

    More than a twentieth of its letters are kana or hangul, and so it stays without what it quotes:
    hiragana, which every Japanese sentence is held together by, or more hangul than Chinese characters.
    """
    # Hardly any text of a corpus holds one of these letters: no need to count what else it holds.
    if text.isascii() or not _KANA_OR_HANGUL.search(text):
        return False
    if not _is_foreign(text, len(_KANA.findall(text)) + len(HANGUL.findall(text)), 20):
        return False
    own = _QUOTED.sub(" ", text)
    if not has_han(own) or len(own) * 4 < len(text):
        own = text
    kana, hangul = len(_KANA.findall(own)), len(HANGUL.findall(own))
    return (
        _is_foreign(own, len(_HIRAGANA.findall(own)), 16)
        or _is_foreign(own, hangul, 3)
        or _is_foreign(own, kana, 2)
        or (_is_foreign(own, kana, 4) and not _CHINESE_WORD.search(own))
    )


def _is_foreign(text: str, foreign: int, share: int) -> bool:
    """Whether `foreign` letters are more than one in `share` of the letters of `text`."""
    letters = len(_KANA.findall(text)) + len(HANGUL.findall(text))
    letters += len(HAN.findall(text)) + len(LATIN_WORD.findall(text))
    return foreign * share > letters


def detect_language(text: str) -> Language:
    """The language of `text`; `und` where it is neither English nor Chinese.

    A few Latin names in a Chinese text (NVIDIA, H20) leave it Chinese: the text is mixed only when
    each language says a substantial part of it.
    """
    if is_japanese_or_korean(text):
        return Language.UND
    han = _han_count(text) / WORDS_PER_HAN
    latin = len(LATIN_WORD.findall(text))
    other = 0 if text.isascii() else len(_OTHER_LETTER.findall(text)) / 5
    if other > han + latin or han + latin == 0:
        return Language.UND
    share = han / (han + latin)
    if share <= _SUBSTANTIAL:
        return _latin_language(text, latin)
    if share < 1 - _SUBSTANTIAL and latin > 8 and len(_ENGLISH_WORD.findall(text)) * 6 > latin:
        return Language.MIXED
    return chinese_script(text)


def _han_count(text: str) -> int:
    return 0 if text.isascii() else sum(map(len, _HAN_RUN.findall(text)))


def _latin_language(text: str, words: int) -> Language:
    """English, unless the words that hold another language together are more than English's own.

    Names from other languages (Le Monde, São Paulo) leave an English text English.
    """
    english, foreign = _linking_words(text)
    if words >= 20 and english * 25 < words:
        return Language.UND
    if foreign > max(2, 3 * english) and foreign * 8 >= words:
        return Language.UND
    accented = 0 if english or words < 8 else len(_FOREIGN_LETTER.findall(text))
    return Language.UND if accented * 3 > words else Language.EN


def _linking_words(text: str) -> tuple[int, int]:
    """How many words stand in `text` that hold English together, and how many that do so elsewhere."""
    if _ODD_CASE.search(text):
        return len(_ENGLISH_WORD.findall(text)), len(_FOREIGN_WORD.findall(text))
    # A look-up a word, where the patterns try all of theirs at every letter.
    said = _WORD.findall(text.lower())
    english = sum(map(_ENGLISH_WORDS.__contains__, said))
    # Words with an apostrophe beside them do not count: the pattern tells.
    foreign = 0 if _FOREIGN_WORDS.isdisjoint(said) else len(_FOREIGN_WORD.findall(text))
    return english, foreign
