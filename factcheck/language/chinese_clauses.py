"""Where a Chinese sentence may be cut: between pieces that are each a statement.

The sentence is taken apart at commas, semicolons, colons and dashes; each piece is an opening of
what follows (時間、條件、據稱), a continuation of what went before, or a statement of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from factcheck.language.chinese_cues import (
    ADDED_FIGURE,
    ANNOUNCES,
    CONDITIONS,
    FACTIVE,
    FINDING,
    SAYING,
    SOURCED,
    STARTS_SPEECH,
    SWITCHED_TENSE,
    TAKES_TOPIC,
    WHEN,
)
from factcheck.language.chinese_predicates import (
    governs,
    has_predicate,
    has_subject,
    is_topic,
    says_something,
    unquoted,
)
from factcheck.language.chinese_words import (
    ADVERBIAL_END,
    CONCRETE_TAGS,
    COUNTRIES,
    DEPENDENT,
    ENDS_SPEECH,
    FIGURE,
    FINITE,
    FRAME,
    NAME_TAGS,
    ONLY_TIME,
    PARALLEL,
    PREPOSITION,
    REPORTED,
    SEPARATOR,
    SPEECH,
    SPEECH_AS_NOUN,
    SPREAD,
    SUBORDINATE,
    SUBSTANTIAL,
    SUBSTANTIAL_WITH_FIGURE,
)
from factcheck.language.patterns import lazy_pattern
from factcheck.language.tagging import Token, plain, tag

LEADING_CONNECTIVE = lazy_pattern(
    r"(?:但是|但(?!愿)|然而|不过|而且|而(?![是非言已])|并且|并(?![非未不没无购列称])|与此同时"
    r"|同时(?!期)|此外|另外|除此之外|因此|因而|所以|于是|从而|进而"
    r"|且(?!末)|以及|总之|总的来看|综上所述|综上|简言之|简而言之|换言之|换而言之|例如|比如|譬如|其次"
    r"|首先|再次|再者|最后,|一是|二是|三是|四是"
    r"|第[一二三四五六](?=,)|事实上|实际上|实则|当然|毕竟|相反|反之|反观|即便如此|尽管如此"
    r"|另一方面|一方面|[更最](?:重要|关键)的是"
    r"|值得[^,]{2,3}的是|(?:颇为)?(?:有趣|讽刺|遗憾|不同)的是|具体而言|具体来说|也就是说|可见|由此|也正因此"
    r"|正因如此|(?:由于|鉴于|因为|尽管|虽然|虽(?!说)|当(?![局年地日天事选时]))(?=[^,]*$)|其中,|而与此同时|那么|却)[,:、]?\s*"
)


_NEAR = 7
"""Words within which a condition follows its subject."""
_MENTIONS = lazy_pattern(SPEECH)
_LONG = 12
"""Code points from which a second predicate of the same subject says enough to be checked apart."""


class _Role(Enum):
    """What a piece between two marks is to its neighbours."""

    OPENING = auto()
    CONTINUATION = auto()
    STATEMENT = auto()


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    words: str
    """Folded, without the marks around them."""
    mark: str
    """The separator in front of it; empty for the first."""
    role: _Role
    has_subject: bool
    figures: bool
    concrete: bool
    named: bool
    """Holds a name that is more than a country's, or a completed event (了, 已)."""
    speech: bool
    """Ends like 某某指出: an attribution of what follows."""
    parallel: bool
    """Begins with a word that sets it beside or against what came before (但, 而, 同時)."""
    anaphoric: bool
    """Begins with 其: says something of the noun just named."""
    bare_noun: bool
    """A topic with no verb in it at all."""
    topic: bool
    """A noun phrase with 的 (美國產業的成本) that the next piece may say something of."""


def chinese_cuts(sentence: str, protected: Sequence[int]) -> list[int]:
    """Offsets at which `sentence` is to be cut, ascending; `protected` marks code points never to cut at."""
    separators = _separators(sentence, protected)
    if not separators:
        return []
    folded = plain(sentence)
    tokens = tag(sentence)
    pieces = _pieces(folded, tokens, separators)
    return _cut(pieces)


def _separators(sentence: str, protected: Sequence[int]) -> list[tuple[int, int, str]]:
    """(start, end, mark) of the marks that part pieces; those between digits belong to a number."""
    found: list[tuple[int, int, str]] = []
    for match in SEPARATOR.finditer(plain(sentence)):
        start, end = match.span()
        between_digits = sentence[max(0, start - 1) : start].isdigit() and sentence[end : end + 1].isdigit()
        if protected[start] or (between_digits and sentence[start] in ",:–—"):
            continue
        if "–" in match.group() and len(match.group()) == 1:
            continue
        found.append((start, end, match.group()[0]))
    return found


def _pieces(folded: str, tokens: tuple[Token, ...], separators: list[tuple[int, int, str]]) -> list[_Piece]:
    """The stretches between separators with their roles."""
    starts = [0, *(end for _, end, _ in separators)]
    ends = [*(start for start, _, _ in separators), len(folded)]
    marks = ["", *(mark for _, _, mark in separators)]
    following = [*(mark for _, _, mark in separators), ""]
    pieces: list[_Piece] = []
    at = 0
    for start, end, mark, after in zip(starts, ends, marks, following, strict=True):
        mine: list[Token] = []
        while at < len(tokens) and tokens[at].start < end:
            if tokens[at].start >= start:
                mine.append(tokens[at])
            at += 1
        pieces.append(_piece(folded[start:end].strip(" 。!?…"), start, end, mark, after, mine))
    return [_in_context(folded, pieces, position) for position in range(len(pieces))]


def _in_context(folded: str, pieces: list[_Piece], position: int) -> _Piece:
    """A piece with the role that its neighbours give it."""
    piece = pieces[position]
    words = folded[piece.start : piece.end]
    before = pieces[position - 1] if position else None
    after = pieces[position + 1] if position + 1 < len(pieces) else None
    if WHEN.match(words) and piece.role is _Role.OPENING:
        # 當A，當B，...: each of several in a row is told as something that happened.
        beside = (other for other in (before, after) if other is not None)
        if any(WHEN.match(folded[other.start : other.end]) for other in beside):
            return replace(piece, role=_Role.STATEMENT)
    if before is None or after is None or after.mark != "," or piece.role is not _Role.CONTINUATION:
        return piece
    is_topic = piece.bare_noun and not DEPENDENT.match(words) and piece.end - piece.start >= SUBSTANTIAL
    if is_topic and TAKES_TOPIC.match(folded[after.start : after.end].strip()):
        return replace(piece, role=_Role.OPENING)
    return piece


def _piece(words: str, start: int, end: int, mark: str, after: str, tokens: list[Token]) -> _Piece:
    """One piece read by its first words, its last words and its verbs."""
    figures = any(token.pos == "m" and FIGURE.search(token.word) for token in tokens)
    concrete = figures or "《" in words or any(token.pos in CONCRETE_TAGS for token in tokens)
    spoken = ENDS_SPEECH.search(words) is not None and not SOURCED.search(words)
    spoken = spoken and (FINDING.search(words) is not None or not SPEECH_AS_NOUN.search(words))
    speech = spoken or (REPORTED.match(words) is not None and len(words) < 30)
    named = "《" in words or any(t.pos in NAME_TAGS and t.word not in COUNTRIES for t in tokens)
    outside = unquoted(tokens)
    role = _role(words, outside, after, speech, figures)
    return _Piece(
        start,
        end,
        words,
        mark,
        role,
        has_subject=has_subject(tokens),
        figures=figures,
        concrete=concrete,
        named=named,
        speech=speech,
        parallel=PARALLEL.match(words) is not None,
        anaphoric=words.startswith("其"),
        bare_noun=not any(t.pos == "v" for t in outside[:-1]),
        topic=is_topic(outside),
    )


def _role(words: str, tokens: list[Token], after: str, speech: bool, figures: bool) -> _Role:
    """Opening, continuation or statement; what is followed by nothing cannot open anything."""
    lead = LEADING_CONNECTIVE.match(words)
    bare = words[lead.end() :] if lead else words
    if FACTIVE.match(words) and not speech and len(bare) >= SUBSTANTIAL and has_predicate(tokens):
        return _Role.STATEMENT
    if not bare or ONLY_TIME.match(bare) or speech or SUBORDINATE.match(words):
        return _Role.OPENING if after else _Role.CONTINUATION
    if after and any(token.word in CONDITIONS for token in tokens[1:_NEAR]):
        return _Role.OPENING
    if ADDED_FIGURE.match(bare):
        return _Role.CONTINUATION
    if after == "," and SPREAD.match(bare) and not figures:
        return _Role.OPENING
    if after == ":" and (len(bare) < SUBSTANTIAL or not has_predicate(tokens)):
        return _Role.OPENING
    if FRAME.search(bare) and after:
        return _Role.OPENING
    if DEPENDENT.match(words) and not _is_independent(words, tokens, figures):
        return _Role.CONTINUATION
    if (
        PREPOSITION.match(words)
        and after
        and (
            ADVERBIAL_END.search(bare)
            or not (says_something(bare, tokens) or (re.match(r"[对向由]", bare) and governs(tokens)))
        )
    ):
        return _Role.OPENING
    if (
        ADVERBIAL_END.search(bare)
        and len(bare) <= 24
        and not re.search(r"了|已|被|是", bare)
        and after
        and re.search(r"(?:时|后|前|之际|以来|期间|同时|来看|而言|来说|看来|背景下|情况下)$", bare)
    ):
        return _Role.OPENING
    if not has_predicate(tokens):
        return _Role.CONTINUATION
    return _Role.STATEMENT


def _is_independent(words: str, tokens: Sequence[Token], figures: bool) -> bool:
    """Whether words that begin like a continuation are a statement all the same."""
    if words.startswith("比"):
        return figures
    if re.match(r"[与和]", words) and governs(tokens):
        return True
    if re.match(r"从而|使|导致|致使|令", words):
        return figures
    return re.match(r"[与和]|从|由此", words) is not None and FINITE.search(words) is not None


def _cut(pieces: list[_Piece]) -> list[int]:
    """Group pieces into statements and return where each group but the first begins."""
    cuts: list[int] = []
    group: list[_Piece] = []
    pending: list[_Piece] = []
    for piece in pieces:
        if piece.role is _Role.OPENING:
            pending.append(piece)
            continue
        opens = pending[0] if pending else piece
        if group and piece.role is _Role.STATEMENT and _is_separate(group, pending, piece):
            cuts.append(opens.start)
            group = [*pending, piece]
        else:
            group += [*pending, piece]
        pending = []
    return cuts


def _is_separate(group: list[_Piece], pending: list[_Piece], piece: _Piece) -> bool:
    """Whether `piece` (with what opens it) can be checked apart from the group before it."""
    # What is asked of the piece alone comes first: a sentence may be commas and little else.
    if not _is_substantial(piece):
        return False
    before = [old for old in group if old.role is _Role.STATEMENT]
    if not any(_is_substantial(old) for old in before):
        return False
    mark = pending[0].mark if pending else piece.mark
    if mark in ";；":
        return True
    if mark == ":":
        return not (group[-1].speech or ANNOUNCES.search(group[-1].words))
    if group[-1].topic and len(group) == 1 and group[-1].bare_noun:
        return False
    if (
        group[-1].topic
        and len(before) == 1
        and not (pending and pending[0].has_subject)
        and (piece.anaphoric or not piece.has_subject)
    ):
        return False
    if piece.has_subject or pending:
        return True
    return _is_second_predicate(group, piece)


def _is_second_predicate(group: list[_Piece], piece: _Piece) -> bool:
    """Whether a piece without a subject says a thing of its own about the subject of the group."""
    if SAYING.match(piece.words):
        return False
    length = piece.end - piece.start
    if piece.figures or piece.named or (piece.parallel and (piece.concrete or length >= _LONG)):
        return True
    if length >= _LONG and SWITCHED_TENSE.match(piece.words):
        return True
    if not STARTS_SPEECH.match(piece.words):
        return False
    if piece.words[0] in "并还又也且但而同" or PREPOSITION.match(piece.words):
        return True
    return any(_MENTIONS.search(old.words) for old in group)


def _is_substantial(piece: _Piece) -> bool:
    """Whether a piece is long enough to be a claim; a figure makes a short one enough."""
    length = piece.end - piece.start
    return length >= (SUBSTANTIAL_WITH_FIGURE if piece.figures else SUBSTANTIAL)
