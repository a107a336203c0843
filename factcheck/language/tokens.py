"""Words and character bigrams for search, over folded text, so that both scripts meet.

Chinese has no spaces and new names have no dictionary entry: words alone miss names, bigrams alone
are noisy, so search uses both.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.folding import fold
from factcheck.language.ignorable import bare
from factcheck.language.patterns import lazy_pattern

_RUN = lazy_pattern(r"[㐀-䶿一-鿿]+|[a-z0-9]+(?:[.\-'][a-z0-9]+)*")
_HAN_START = "㐀"
_ENGLISH_STOPWORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "our",
        "she",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
_CHINESE_STOPWORDS = frozenset(
    [
        "的",
        "了",
        "在",
        "是",
        "和",
        "与",
        "也",
        "就",
        "都",
        "而",
        "及",
        "或",
        "一个",
        "这",
        "那",
        "这个",
        "那个",
        "其",
        "之",
        "于",
        "以",
        "对",
        "将",
        "被",
        "把",
        "从",
        "向",
        "为",
        "等",
        "着",
        "过",
        "吗",
        "呢",
        "吧",
        "我们",
        "他们",
        "它们",
        "自己",
        "并",
        "但",
        "还",
        "又",
        "则",
        "因",
        "由",
        "所",
        "该",
        "此",
    ]
)
_SUFFIXES = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


def words(text: str) -> list[str]:
    """Folded words of `text` in order, function words left out; English ones lightly stemmed."""
    return _words(_runs(text))


def bigrams(text: str) -> list[str]:
    """Neighbouring pairs of Chinese characters in folded `text`."""
    return _bigrams(_runs(text))


def search_terms(text: str) -> list[str]:
    """What the word index holds for a text and is asked for: words, and bigrams marked as such."""
    runs = _runs(text)
    return _words(runs) + ["_" + pair for pair in _bigrams(runs)]


def _runs(text: str) -> list[str]:
    """The stretches of folded `text` that are Chinese characters, or one word of Latin letters and digits."""
    return _RUN.findall(fold(bare(text)))


def _words(runs: list[str]) -> list[str]:
    found: list[str] = []
    for run in runs:
        if run[0] >= _HAN_START:
            found += [word for word in _cut(run) if word not in _CHINESE_STOPWORDS]
        elif run not in _ENGLISH_STOPWORDS:
            found.append(stem(run))
    return found


def _bigrams(runs: list[str]) -> list[str]:
    return [run[i : i + 2] for run in runs if run[0] >= _HAN_START for i in range(len(run) - 1)]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """An English word without its commonest endings: enough for search, never shown."""
    if not word.isalpha() or len(word) < 5:
        return word
    for suffix, replacement in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith("ss"):
            return word[: -len(suffix)] + replacement
    return word


@lru_cache(maxsize=1024)
def _cut(run: str) -> tuple[str, ...]:
    """The words of a run; remembered because the title stands above every passage of a source."""
    import rjieba

    return tuple(rjieba.cut(run))
