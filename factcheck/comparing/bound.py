"""What follows from only, every and if: A只去過X, so A went to no Y; everyone visited X; if P, then Q.

Claim and sentence are held against each other word by word: where they do not share a predicate in the same
words nothing follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from factcheck.comparing.follows import Follows
from factcheck.comparing.kept import kept
from factcheck.comparing.statement import Statement
from factcheck.language.numerals import find_numerals
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.language.tagging import ASPECT, tag

Words = tuple[str, ...]
_MARK = lazy_pattern(r"只|仅|每|所有|人人|如果|假如|要是|\bonly\b|\bevery(?:one|body)?\b|\bif\b")
_COUNTS = r"(?<![\d一二三四五六七八九十百千万两几每这那半])"
"""只 behind a number counts animals and hands."""
_ONLY = lazy_pattern(rf"{_COUNTS}(?<!不)只(?![要是])|(?<!不)仅仅?|(?<!\bnot )\bonly ")
_ONLY_THEY = lazy_pattern(r"[只仅]有|only ")
_MAYBE_SAME = lazy_pattern(r"(?:the|he|she|it|they|this|that|these|those|his|her|its)\b|[他她它该这那其]")
"""What may stand for whom the claim names."""
_NOT = lazy_pattern(
    r"(?:从来?|并|尚)?没有?|(?:从|并|尚)未|[未不]曾|不(?![锈同仅少断过止到足])"
    r"|\b(?:did|does|do|has|have|had)(?: not|n't) |\bnot |\bnever "
)
_EVERYONE = lazy_pattern(r"^(?:每一?[个位名]?人|所有人|人人|大家)都?|^every(?:one|body)(?: else)? ")
_SOMEONE = lazy_pattern(r"^有人|^(?:someone|somebody) ")
_EVERYTHING = lazy_pattern(
    r"(?:每一?[个位名家处]?(?:人|地方)|所有人|所有地方|其他人)$|\bevery(?:one|body|where)(?: else)?$"
)
_IF = lazy_pattern(
    r"(?:如果|假如|要是)(?P<if>[^，,。;]+)[，,]\s*(?:那么|那|就|则)?\s*(?P<then>[^，,。;]+)"
    r"|\bif (?P<when>[^,;.]+), (?:then )?(?P<so>[^,;.]+)"
)
_THIS = lazy_pattern(r"这[个座位名](?:人|地方)$")
_CHINESE_PIECE = lazy_pattern(r"[^，,;。!?\n]+")
_ENGLISH_PIECE = lazy_pattern(r"(?:(?!, (?:but|while|whereas) )[^;!?\n.])+")
_LAST = lazy_pattern(r"[和与及]")
_ENGLISH_LISTED = lazy_pattern(r"(?:\s*,)?\s+and\s+|\s*,\s*")
_WORD = lazy_pattern(r"[一-鿿]|[a-z0-9]+(?:[.'-][a-z0-9]+)*")
_IDLE = frozenset({"the", "a", "an", "has", "have", "had", "did", "does", "do", "也"})
_BEFORE_COUNT = lazy_pattern(
    r"(?P<how>超过|多于|至少|不到|不足|少于|\b(?:more than|over|at least|fewer than|less than))?\s*$"
)
_SEVERAL = lazy_pattern(r"几[个位名座家]|\bseveral ")


class Who(Enum):
    """Of whom a piece tells."""

    NAMED = "named"
    EVERYONE = "everyone"
    SOMEONE = "someone"


@dataclass(frozen=True)
class Piece:
    """A piece of a text, cut where its marks stand."""

    text: str
    """Without the marks of only and of negation."""
    negated: bool = False
    who: Who = Who.NAMED
    subjects: tuple[Words, ...] | None = None
    """None where no mark parts them from what is told of them."""
    only: bool = False
    """Whether what is told is true of nothing else than the objects listed."""
    only_subjects: bool = False
    """Whether it is told of nobody else; then nothing parts the subjects from it."""
    told: str = ""
    """What is told of the subjects: a predicate and its objects, the first right behind it."""

    @property
    def binds(self) -> bool:
        """Whether it says more than what is true of whom it names."""
        return self.only or self.only_subjects or self.who is not Who.NAMED

    @cached_property
    def words(self) -> Words:
        """All of its words."""
        return _words(self.text)

    @cached_property
    def objects(self) -> tuple[Words, ...]:
        """What is told, item by item: the predicate with the first object, then the other objects alone."""
        return _items(self.told)

    @cached_property
    def of_all(self) -> Words | None:
        """The predicate, where its object is everyone or every place."""
        every = _EVERYTHING.search(self.told)
        return _words(self.told[: every.start()]) if every else None


def _words(text: str) -> Words:
    return tuple(_stem(word) for word in _WORD.findall(text) if word not in _IDLE)


def _stem(word: str) -> str:
    """An English word without what inflects it."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.isascii() and word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _items(text: str) -> tuple[Words, ...]:
    """What a text lists, item by item."""
    text = _THIS.sub("", text.strip())
    if not has_han(text):
        listed = _ENGLISH_LISTED.split(text)
    else:
        # Only before the last one: names may hold the character, as 和田 does.
        *listed, last = text.split("、")
        listed += _LAST.split(last, maxsplit=1)
    return tuple(words for words in map(_words, listed) if words)


def _pieces(folded: str) -> Iterator[str]:
    pattern = _CHINESE_PIECE if has_han(folded) else _ENGLISH_PIECE
    return (match[0].strip() for match in pattern.finditer(folded) if match[0].strip())


def _piece(text: str) -> Piece:
    if (only := _ONLY_THEY.match(text)) is not None:
        return _told(Piece(text, only_subjects=True), text[only.end() :])
    if (only := _ONLY.search(text)) is not None and only.start():
        return _told(Piece(text, only=True, subjects=_items(text[: only.start()])), text[only.end() :])
    for pattern, who in ((_EVERYONE, Who.EVERYONE), (_SOMEONE, Who.SOMEONE)):
        if (match := pattern.search(text)) is not None:
            return _told(Piece(text, who=who, subjects=()), text[match.end() :])
    if (negation := _NOT.search(text)) is not None and negation.start():
        return _told(Piece(text, subjects=_items(text[: negation.start()])), text[negation.start() :])
    return Piece(text)


def _told(piece: Piece, told: str) -> Piece:
    """The piece with what is told, its negation taken out where it begins with one."""
    start = len(piece.text) - len(told)
    negation = _NOT.match(told)
    told = told[negation.end() :] if negation else told
    before = _ONLY.sub("", piece.text[:start])
    return replace(piece, text=f"{before}{told}", negated=negation is not None, told=told)


@kept
def _read(statement: Statement) -> tuple[Piece, ...]:
    """The pieces of a text without its conditions; one that goes on about the one before is of the same."""
    found: list[Piece] = []
    for text in _pieces(_IF.sub("", statement.folded)):
        one = _piece(text)
        if one.subjects is None and not one.only_subjects and found and _EVERYTHING.search(text):
            one = replace(one, who=found[-1].who, subjects=found[-1].subjects, told=text)
        found.append(one)
    return tuple(found)


@kept
def _conditions(statement: Statement) -> tuple[tuple[Piece, Piece], ...]:
    """Each "if" of a text with its "then"."""
    return tuple(
        (_piece((match["if"] or match["when"]).strip()), _piece((match["then"] or match["so"]).strip()))
        for match in _IF.finditer(statement.folded)
    )


def in_bounds(claim: Statement, sentence: Statement) -> Follows | None:
    """What only, every and if in the sentence make of the claim; None where they share no predicate."""
    if not _MARK.search(sentence.folded):
        return None
    pieces = _read(claim)
    if len(pieces) != 1:
        return None
    claimed, told = pieces[0], _read(sentence)
    found = [_by_piece(claimed, one) for one in told if one.binds]
    found += _by_conditions(claimed, sentence)
    sure = {one for one in found if one in (Follows.HOLDS, Follows.FAILS)}
    if sure:
        # One that holds and fails at once was not understood.
        return sure.pop() if len(sure) == 1 else None
    # A sentence that tells of other things besides may settle it there.
    whole = all(one.binds for one in told) or bool(_conditions(sentence))
    return Follows.OPEN if Follows.OPEN in found and whole else None


def _by_conditions(claim: Piece, sentence: Statement) -> Iterator[Follows]:
    conditions = _conditions(sentence)
    facts = {(one.words, one.negated) for one in _read(sentence)} if conditions else set()
    for condition, outcome in conditions:
        if outcome.words == claim.words:
            met = (condition.words, condition.negated) in facts
            yield _signed(claim, outcome) if met else Follows.OPEN
    for words, negated in facts:
        if words == claim.words:
            yield Follows.HOLDS if negated == claim.negated else Follows.FAILS


def _signed(claim: Piece, other: Piece) -> Follows:
    return Follows.HOLDS if claim.negated == other.negated else Follows.FAILS


def _turned(one: Follows) -> Follows:
    return {Follows.HOLDS: Follows.FAILS, Follows.FAILS: Follows.HOLDS}.get(one, one)


def _by_piece(claim: Piece, other: Piece) -> Follows | None:
    if other.only_subjects:
        return _only_they(claim, other)
    if other.subjects is None or not other.told:
        return None
    about, rest = _rest(claim, other)
    if not rest:
        return None
    met = _met(rest, other)
    if met is None:
        return None
    if not about:
        return None if _MAYBE_SAME.match(other.text) else Follows.OPEN
    if met is Follows.OPEN:
        return Follows.OPEN
    if claim.only:
        return _same_only(rest, claim, other)
    if met is Follows.HOLDS:
        return _signed(claim, other)
    return _turned(_signed(claim, other)) if other.only else Follows.OPEN


def _rest(claim: Piece, other: Piece) -> tuple[bool, str]:
    """Whether the claim is about one of whom the piece tells, and what it says of it, in its own words."""
    if other.who is not Who.NAMED or claim.who is not Who.NAMED:
        about = other.who is Who.EVERYONE or claim.who is other.who
        told = claim.told or _from_predicate(claim.text, other)
        return about, told
    subjects = other.subjects or ()
    if claim.subjects:
        return all(one in subjects for one in claim.subjects), claim.told
    for length in range(len(claim.text), 0, -1):
        if _words(claim.text[:length]) in subjects and _words(claim.text[length:]):
            return True, claim.text[length:]
    return False, _from_predicate(claim.text, other)


def _from_predicate(text: str, other: Piece) -> str:
    """The claim from where the piece's predicate begins in it."""
    first = other.objects[0][:1] if other.objects else None
    found = (text[place:] for place in range(1, len(text)) if _words(text[place:])[:1] == first)
    return next((rest for rest in found if _met(rest, other) is not None), "")


def _met(rest: str, other: Piece) -> Follows | None:
    """Whether what is said is among what the piece lists; None where the two share no predicate."""
    said = _words(_THIS.sub("", rest))
    if not other.objects:
        return None
    if other.of_all is not None:
        shares = said[: len(other.of_all)] == other.of_all and len(said) > len(other.of_all) > 0
        return Follows.HOLDS if shares else None
    head, *others = other.objects
    if _is_listed(said, other.objects):
        return Follows.HOLDS
    shared = _shared(said, head)
    if not _has_verb(said[:shared]) or shared in (len(said), len(head)):
        # Where the one only says more than the other, it may be of the same.
        return None
    if (count := _count(rest)) is not None:
        return _either(count.allows(len(other.objects))) if other.only else Follows.OPEN
    first, *more = _items(rest)
    if (count := _count(other.told)) is not None:
        return Follows.FAILS if len(more) >= count.number else Follows.OPEN
    known = [head[shared:], *others]
    return _either(all(one in known for one in (first[shared:], *more)))


def _is_listed(said: Words, objects: tuple[Words, ...]) -> bool:
    """Whether a predicate with its object is among those listed, be it under what stands behind the last."""
    *others, last = objects
    tail = _shared(said[::-1], last[::-1])
    bare = said[: len(said) - tail]
    return _stands_among(said, objects) or _stands_among(bare, (*others, last[: len(last) - tail]))


def _stands_among(said: Words, objects: tuple[Words, ...]) -> bool:
    head, *others = objects
    more = any(said == (*head[: len(said) - len(one)], *one) for one in others if len(one) < len(said))
    return bool(said) and (said == head or more)


def _either(holds: bool) -> Follows:
    return Follows.HOLDS if holds else Follows.FAILS


class _Count(NamedTuple):
    """How many objects are told of, where they are only counted."""

    number: float
    how: str

    def allows(self, found: int) -> bool:
        """Whether so many are as many."""
        if self.how in ("超过", "多于", "more than", "over"):
            return found > self.number
        if self.how in ("至少", "at least"):
            return found >= self.number
        return found < self.number if self.how else found == self.number


def _count(told: str) -> _Count | None:
    """The number of objects where no more is said of them; None where they are named."""
    if _SEVERAL.search(told):
        return _Count(2, "at least")
    found = find_numerals(told)
    if len(found) != 1 or len(_items(told)) > 1:
        return None
    before = _BEFORE_COUNT.search(told[: found[0].start])
    return _Count(found[0].value, before["how"] or "" if before else "")


def _shared(one: Words, other: Words) -> int:
    """How many words two begin with alike."""
    count = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        count += 1
    return count


def _has_verb(words: Words) -> bool:
    """Whether words that two texts share hold a verb."""
    if not any(map(has_han, words)):
        # English puts the verb first; at an end a preposition alone may be shared.
        return bool(words)
    return any(token.pos.startswith("v") or token.pos in ASPECT for token in tag("".join(words)))


def _same_only(rest: str, claim: Piece, other: Piece) -> Follows:
    """A claim of only, about one of whom the piece tells only something."""
    if not other.only:
        return Follows.OPEN
    same = set(claim.objects) == set(other.objects) if claim.objects else _words(rest) == other.objects[0]
    return Follows.HOLDS if same and claim.negated == other.negated else Follows.FAILS


def _only_they(claim: Piece, other: Piece) -> Follows | None:
    """The claim beside 只有 A 和 B ..., "only A and B ...": the end of the two is what is told of them."""
    told = _words(other.told)
    shared = _shared(claim.words[::-1], told[::-1])
    if claim.words == told:
        return _signed(claim, other)
    if not shared or shared == len(claim.words):
        return None
    ours = claim.words[:-shared]
    if not _has_verb(told[-shared:]):
        return None
    listed = _items(other.told)
    subjects = [*listed[:-1], listed[-1][:-shared]] if len(listed[-1]) > shared else list(listed)
    found = Follows.HOLDS if ours in subjects else Follows.FAILS
    return found if claim.negated == other.negated else _turned(found)
