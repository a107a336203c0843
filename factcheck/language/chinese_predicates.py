"""What a piece of a Chinese sentence holds: a predicate, a subject, neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language.chinese_cues import MEASURED, VERBS_AS_NOUNS
from factcheck.language.chinese_words import ADVERBS, FINITE, SPEECH
from factcheck.language.tagging import ASPECT, Token


def has_predicate(tokens: Sequence[Token]) -> bool:
    """Whether a verb, an adjective in use or a figure that says how much stands in these words."""
    if MEASURED.search("".join(token.word for token in tokens)):
        return True
    previous: Token | None = None
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if token.pos in ASPECT or token.word in {
            "是",
            "为",
            "有",
            "达",
            "占",
            "在于",
            "来自",
            "源自",
            "属于",
            "位于",
            "已",
            "没有",
            "只有",
        }:
            return True
        if token.pos in {"v", "vi", "vd", "vq", "vg"} and (following is None or following.word != "的"):
            return True
        adverbial = token.pos == "d" or token.word in {"被", "均", "也", "都", "较"}
        if adverbial and following is not None and following.pos[0] in "avinzl":
            return True
        if (
            token.pos == "vn"
            and following is not None
            and (following.pos in {"m", "ul", "r", "p"} or following.word in {"至", "到"})
        ):
            return True
        if token.pos == "a" and following is not None and following.word == "在" and tokens[-1].pos == "m":
            # 良率穩定在95%
            return True
        if token.pos[0] in "al" and following is None and len(tokens) > 1:
            return True
        if token.word in _TENSE and following is not None and following.pos[0] in "pu":
            return True
        if token.pos == "d" and following is None and previous is not None and previous.pos == "d":
            # 已經暫停: a verb that the tagger takes for an adverb.
            return True
        if token.word in VERBS_AS_NOUNS and _is_in_use(previous, following):
            return True
        previous = token
    return False


_TENSE = frozenset(["将", "已", "曾", "被", "均", "仍", "仍然", "尚未"])


def _is_in_use(previous: Token | None, following: Token | None) -> bool:
    """Whether a verb tagged as a noun is the predicate: 裁員500人, 三月裁員; not 裁員計劃."""
    if following is not None:
        return following.pos == "m"
    return previous is not None and previous.pos in {"n", "nr", "nt", "ns", "nz", "eng", "d", "t", "m", "p"}


def has_subject(tokens: Sequence[Token]) -> bool:
    """Whether the piece begins, connectives and adverbials of time aside, with a noun before its verb."""
    for token in tokens:
        if (
            token.pos in {"c", "d", "t", "x", "f"}
            or token.word in ADVERBS
            or token.word in {"同时", "此外", "目前", "其中", "随后"}
        ):
            continue
        return token.pos[0] in "nrjemqsbal" or token.pos == "vn"
    return False


def says_something(words: str, tokens: Sequence[Token]) -> bool:
    """Whether a predicate follows the prepositional phrase that the words begin with."""
    if FINITE.search(words) or re.search(SPEECH, words):
        return True
    after_place = False
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if after_place and token.pos == "v" and (following is None or following.word != "的"):
            return True
        after_place = after_place or token.pos == "f" or token.word in {"上", "中", "下", "后", "时"}
    return False


def governs(tokens: Sequence[Token]) -> bool:
    """Whether a verb of its own stands behind the noun that a preposition begins with (對違規企業處以罰款).

    A verb that a 的 follows belongs to the noun.
    """
    for position, token in enumerate(tokens):
        if position < 2 or token.pos != "v":
            continue
        if all(other.word != "的" for other in tokens[position + 1 : position + 6]):
            return True
        if position + 1 < len(tokens) and tokens[position + 1].pos in {"m", *ASPECT}:
            return True
        if token.word in {"进行", "实施", "采取", "存在", "处以", "作出", "做出", "提出", "造成"}:
            return True
    return False


def unquoted(tokens: list[Token]) -> list[Token]:
    """Tokens outside quotation marks, one placeholder noun for each quotation; other marks are dropped."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        if token.word in "“「『":
            depth += 1
            kept.append(Token("", "n", token.start, token.end))
        elif token.word in "”」』":
            depth = max(0, depth - 1)
        elif not depth and token.pos != "x":
            kept.append(token)
    return kept


def is_topic(tokens: Sequence[Token]) -> bool:
    """Whether the words are a noun phrase behind a 的, with nothing that makes them a sentence."""
    if (
        len(tokens) > 2
        and any(token.word == "等" for token in tokens[-4:])
        and not any(t.pos in ASPECT or t.pos == "d" for t in tokens)
    ):
        return True
    last = max((index for index, token in enumerate(tokens) if token.word == "的"), default=-1)
    if last < 0 or not 0 < len(tokens) - last - 1 <= 5:
        return False
    return not any(
        token.pos in ASPECT or token.pos in {"d", "m"} or token.word in {"是", "为", "有", "将"}
        for token in tokens
    )
