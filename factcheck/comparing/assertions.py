"""What a text asserts, piece by piece: what its negations, bans and refusals govern, and on which side they
leave it.

Words of stopping and refusing turn what they govern as "not" does, and two of them cancel: whoever lifts a
ban allows, whoever fails to lift it does not. A chain ends where its clause ends, at a conjunction, and where
another such word is coordinated with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.comparing.opposites import Axis, Force, SideWord, side_words
from factcheck.language.patterns import lazy_pattern

Span = tuple[int, int]
_CONJUNCTION = re.compile(
    r"(?<![a-z])(?:but|while|whereas|although|though|because|since|after|before|when|despite|following|until|if|unless|which"
    r"|who|whose|where|as it|as they|even as|in contrast|unlike|rather than|instead of)(?![a-z])"
    r"|但|然而|而非|而不是|由于|因为|以便|从而|虽然|尽管|并(?![非购列不未没无])|而(?=[^非今])|之后|随后",
    re.ASCII,
)
_COORDINATED = re.compile(
    r"(?:\b(?:and|or|and then|and to|and has|and have|and had|and will|and also|nor)"
    r"|(?:[、和与及或且]|以及|并)[也又亦更]?) ?$",
    re.ASCII,
)
_QUOTED = lazy_pattern(r"[“「『\"][^“”「」『』\"]{1,8}[”」』\"]")
_ATTRIBUTE = re.compile(r"(?![会能可应想愿要打得])[^的,，。;；]{0,12}的[\u4e00-\u9fff]")
_HAS_VERB = re.compile(r"了|[对向把给为以将]|(?:却|还|而)$")
_CONDITION = re.compile(
    r"\b(?:if|unless|provided that|as long as|in the event|should)\b"
    r"|若(?!干)|如果|假如|倘若|除非|一旦|只要|要是|的话",
    re.ASCII,
)
_REACH_CHINESE = 6
"""Code points before a Chinese predicate in which a negation governs it."""
_REACH_ENGLISH = 30
_LONGEST_WORDING = 40
_OBJECT = 30
"""Code points between what lifts or imposes and the restriction behind it."""
_SUBJECT = 22
"""The same where the restriction comes first."""
_BACKGROUND = re.compile(r"\s*(?:which|who|whose|where)\b.*\bhad\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pole:
    """Where an assertion stands on an axis, and with which words: [start, stop)."""

    end: int
    """+1 or -1; 0 on Axis.CHANGE for what stays as it is."""
    start: int
    stop: int
    turned_from: int | None = None
    """Where the word that turns it stands: the "not" of "did not rise"."""

    @property
    def span(self) -> Span:
        """The word, from what turns it on."""
        return self.start if self.turned_from is None else self.turned_from, self.stop


@dataclass(frozen=True, slots=True)
class Assertion:
    """A piece [start, end) of a text and the sides that it takes."""

    start: int
    end: int
    chain: tuple[SideWord, ...]
    """The words of Axis.GOING that govern the piece, levers only where there is a restriction."""
    poles: dict[Axis, Pole]
    """Where it stands on the other axes; none where it names both ends."""
    aside: bool
    """Whether it is but a condition (if it does not) or tells what was before (which had been stopped)."""

    @property
    def sign(self) -> int:
        """+1 where what it speaks of goes on or is let, -1 where not: the product of the chain."""
        return sign_of(self.chain)


def sign_of(chain: Sequence[SideWord]) -> int:
    """The product of a chain's signs; +1 for none.

    Restrictions of restrictions count once.
    """
    sign, before = 1, None
    for word in chain:
        if word.force is Force.RESTRICTION and before is not None and before.force is Force.RESTRICTION:
            continue
        sign, before = sign * word.sign, word
    return sign


@lru_cache(maxsize=4096)
def find_assertions(folded: str, clauses: tuple[Span, ...]) -> tuple[Assertion, ...]:
    """The assertions of a folded text, in order; blank ones left out."""
    words = [word for word in side_words(folded) if not _is_mentioned(folded, word)]
    return tuple(_read(folded, start, end, words) for start, end in _pieces(folded, clauses, words))


def _is_mentioned(folded: str, word: SideWord) -> bool:
    """Whether it stands in a short quotation, as part of a name: the "kill switch"."""
    if word.force is Force.NEGATOR or not any(mark in folded for mark in '“「『"'):
        return False
    return any(
        match.start() < word.start < match.end()
        for match in _QUOTED.finditer(folded, max(0, word.start - 9), min(len(folded), word.end + 9))
    )


def _pieces(folded: str, clauses: Sequence[Span], words: Sequence[SideWord]) -> Iterator[Span]:
    """Clauses, cut before conjunctions and before coordinated words that take a side."""
    for first, last in clauses:
        cuts = {match.start() for match in _CONJUNCTION.finditer(folded, first, last)}
        for word in words:
            if first < word.start < last:
                joint = _COORDINATED.search(folded, max(first, word.start - 9), word.start)
                if joint:
                    cuts.add(joint.start())
        start = first
        for edge in [*sorted(cuts - {first}), last]:
            if folded[start:edge].strip():
                yield start, edge
            start = edge


def _read(folded: str, start: int, end: int, words: Sequence[SideWord]) -> Assertion:
    inside = [word for word in words if start <= word.start < end]
    going = [word for word in inside if word.axis is Axis.GOING]
    chain = _chain(going)
    poles, used = _poles(folded, inside, chain)
    return Assertion(
        start,
        end,
        tuple(word for word in chain if word not in used),
        poles,
        _CONDITION.search(folded, start, end) is not None
        or _BACKGROUND.match(folded, start, end) is not None,
    )


def _chain(going: Sequence[SideWord]) -> list[SideWord]:
    """The words that govern: levers where there is something to lift or impose, restrictions where something
    lifts, imposes or keeps them, or where they stand alone."""
    kept = []
    for word in going:
        if word.force is Force.LEVER and not any(_is_bar(other) and _near(word, other) for other in going):
            continue
        if word.force is Force.RESTRICTION and not any(_acts_on(other, word) for other in going):
            continue
        kept.append(word)
    kept = kept or [word for word in going if word.force is Force.RESTRICTION]
    return [one for place, one in enumerate(kept) if not place or one.start >= kept[place - 1].end]


def _is_bar(word: SideWord) -> bool:
    full = (Force.FULL, Force.LIFTING)
    return word.force is Force.RESTRICTION or (word.force in full and word.sign < 0)


def _near(lever: SideWord, bar: SideWord) -> bool:
    """Whether the bar is the lever's object, or its subject in "the ban was lifted"."""
    return 0 <= bar.start - lever.end <= _OBJECT or 0 <= lever.start - bar.end <= _SUBJECT


def _acts_on(word: SideWord, restriction: SideWord) -> bool:
    """Whether a word lifts, imposes, keeps or negates a restriction; forbidding does none of these."""
    idle = word.force in (Force.RESTRICTION, Force.AFFIRMING)
    if idle or (word.force is Force.FULL and word.sign < 0):
        return False
    if word.force is Force.NEGATOR:
        return 0 <= restriction.start - word.end <= _OBJECT
    return _near(word, restriction)


def _poles(
    folded: str, inside: Sequence[SideWord], chain: Sequence[SideWord]
) -> tuple[dict[Axis, Pole], set[SideWord]]:
    """The axes on which the piece takes one side, and the words of the chain that turned one."""
    ends: dict[Axis, list[Pole]] = {}
    used: set[SideWord] = set()
    for word in inside:
        # Who lifts a ban raises nothing: the word is taken as a lever.
        if word.axis is Axis.GOING or any(word.start == lever.start for lever in chain):
            continue
        turning = list(_governing(folded, word, chain))
        used.update(turning)
        end = word.sign * (-1) ** len(turning)
        turned_from = turning[0].start if turning else None
        ends.setdefault(word.axis, []).append(Pole(end, word.start, word.end, turned_from))
    poles = {axis: named[0] for axis, named in ends.items() if len({pole.end for pole in named}) == 1}
    return poles, used


def _governing(folded: str, word: SideWord, chain: Sequence[SideWord]) -> Iterator[SideWord]:
    """What turns a predicate: negations and refusals shortly before it."""
    for turning in chain:
        if turning.sign > 0 or turning.force is Force.RESTRICTION or turning.end > word.start:
            continue
        reach = _REACH_ENGLISH if folded[turning.start].isascii() else _REACH_CHINESE
        if word.start - turning.end <= reach:
            yield turning


def is_attributive(folded: str, piece: Assertion, negator: SideWord) -> bool:
    """Whether a Chinese negation only describes a noun behind it: 未獲批准的企業, 開創了從未有過的先例.

    So it does at the head of its piece or behind a verb of it; behind a subject it is the predicate, whatever
    noun phrase follows: 公司未公布收購的價格.
    """
    word = folded[negator.start : negator.end]
    if word[0] not in "不未从尚没" or word == "没有" or not _ATTRIBUTE.match(folded, negator.end):
        return False
    before = folded[piece.start : negator.start].strip()
    return not before or _HAS_VERB.search(before) is not None


def as_pole(chain: Sequence[SideWord]) -> Pole | None:
    """A chain as one side taken, in its words from first to last where these are near; None for no chain."""
    if not chain:
        return None
    first, last = chain[0], chain[-1]
    end = last.end if last.end - first.start <= _LONGEST_WORDING else first.end
    return Pole(sign_of(chain), first.start, end)
