"""Whether two sides say opposite things of one matter, each piece of the claim held against those of the
sentence that speak of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.comparing.alignment import FloatArray, Likenesses
from factcheck.comparing.assertions import Pole, as_pole, is_attributive, sign_of
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.kept import kept
from factcheck.comparing.opposites import Force, SideWord
from factcheck.comparing.pieces import (
    Laid,
    claim_laid_out,
    held_against,
    same_words,
    sentence_laid_out,
    shared_matter,
)
from factcheck.comparing.statement import Statement
from factcheck.model import Difference, DifferenceKind

_SYNONYM = 0.58
"""Cosine from which a word that takes a side is but translated by one that is in no list."""
_SAME_TOPIC = 0.2
"""Coverage of the claim below which the sentence speaks of something else."""
_DENIED = 0.25
"""The same for a negation that the other side has no answer to."""
_SAME_MATTER = 0.55
"""Coverage of the whole claim from which such a negation denies it."""


@dataclass(frozen=True, slots=True)
class PolarityComparison:
    """Sides taken by claim and sentence on one matter."""

    opposed: tuple[Difference, ...] = ()
    """Axes on which they stand at opposite ends."""
    denied: tuple[Difference, ...] = ()
    """What one side says and the other negates in other words."""
    accordant: int = 0
    """Axes on which they stand at the same end."""
    one_sided: int = 0
    """Axes that the claim takes a side on and the sentence does not."""
    poles: tuple[tuple[Pole, Pole | None], ...] = ()
    """Each side that the claim takes, and what the sentence says of it."""
    unanswered: int = 0
    """Negations on one side that the other neither repeats nor clearly contradicts, and those that deny it."""


_NOTHING = PolarityComparison()


def compare_polarity(
    claim: Statement,
    sentence: Statement,
    likenesses: Likenesses | None,
    coverage: float,
    figures: Sequence[FigurePair] = (),
) -> PolarityComparison:
    """The sides that both take, by pieces; `coverage` is that of the whole claim, in [0, 1]."""
    if likenesses is None or not (_takes_side(claim) or _takes_side(sentence)):
        return _NOTHING
    if coverage < _SAME_TOPIC:
        return _unmet(claim)
    two = _two(claim, sentence, likenesses, figures)
    pairings = [_Pairing(two, place) for place in range(len(two.ours.pieces))]
    answered = {
        place for pairing in pairings for place in pairing.linked or pairing.held if pairing.agrees(place)
    }
    sides = [(pairing, *pole) for pairing in pairings for pole in pairing.poles]
    agreed = {other.start for _, pole, other in sides if other is not None and other.end == pole.end}
    opposed = [
        pairing.difference(pole, other)
        for pairing, pole, other in sides
        if other is not None and other.end != pole.end and other.start not in agreed
    ]
    chains = [_of_chain(pairing, answered, coverage) for pairing in pairings]
    opposed += [difference for one in chains for difference in one.opposed]
    denied = [difference for one in chains for difference in one.denied]
    met = sum(other is not None for _, _, other in sides)
    accordant = sum(other is not None and other.end == pole.end for _, pole, other in sides)
    return PolarityComparison(
        opposed=tuple(opposed[:2]),
        denied=() if opposed else tuple(denied[:1]),
        accordant=accordant + sum(one.agrees for one in chains),
        one_sided=len(sides) - met,
        poles=(
            *((pole, other) for _, pole, other in sides),
            *(one.shown for one in chains if one.shown is not None),
        ),
        unanswered=sum(one.unanswered for one in chains),
    )


@kept
def _takes_side(side: Statement) -> bool:
    return any(one.chain or one.poles for one in side.assertions)


@kept
def _unmet(claim: Statement) -> PolarityComparison:
    """The claim's sides beside a sentence about something else."""
    ours = claim.assertions
    poles = [pole for one in ours for pole in (*one.poles.values(), as_pole(one.chain)) if pole is not None]
    negated = any(word.force is Force.NEGATOR for one in ours for word in one.chain)
    return PolarityComparison(
        one_sided=sum(len(one.poles) for one in ours),
        poles=tuple((pole, None) for pole in poles),
        unanswered=int(negated),
    )


@dataclass(frozen=True, eq=False)
class _Two:
    """The pieces of both sides, and how much they have in common."""

    claim: Statement
    sentence: Statement
    ours: Laid
    theirs: Laid
    likenesses: Likenesses
    figures: Sequence[FigurePair]

    @cached_property
    def matter(self) -> FloatArray:
        """(n, m): how much each piece of the claim and each of the sentence speak of the same."""
        return shared_matter(self.ours, self.theirs, self.likenesses, self.figures)

    @cached_property
    def linked(self) -> list[list[int]]:
        """For each piece of the claim those of the sentence that say its own word."""
        return same_words(self.ours, self.theirs, self.likenesses)

    def held(self, piece: int) -> list[int]:
        """The sentence's pieces that speak of what one of the claim does; its only piece does."""
        return [0] if len(self.theirs.pieces) == 1 else held_against(self.matter[piece].tolist())


def _two(
    claim: Statement, sentence: Statement, likenesses: Likenesses, figures: Sequence[FigurePair]
) -> _Two:
    source = likenesses.ours.source
    ours, theirs = claim_laid_out(claim, source), sentence_laid_out(sentence, source)
    return _Two(claim, sentence, ours, theirs, likenesses, figures)


@dataclass(frozen=True, slots=True)
class _OfChain:
    """What the sentence says to the chain of one piece of the claim."""

    opposed: tuple[Difference, ...]
    denied: tuple[Difference, ...]
    agrees: bool
    unanswered: int
    shown: tuple[Pole, Pole | None] | None


def _of_chain(pairing: _Pairing, answered: set[int], coverage: float) -> _OfChain:
    """One piece of the claim against those that say its own word, else those that speak of the same."""
    opposed, denied, unanswered = [], [], 0
    agrees, answer = False, None
    linked, held = pairing.linked, pairing.held
    met = any(other is not None for _, other in pairing.poles)
    for place in linked or held:
        outcome = pairing.going(place)
        if outcome is None:
            continue
        if outcome.agrees:
            agrees, answer = True, outcome.theirs
        if outcome.difference is None or (place in answered and not linked):
            continue
        if not outcome.one_sided:
            opposed.append(outcome.difference)
            answer = answer or outcome.theirs
        elif not met and coverage >= _SAME_MATTER and pairing.shares(place) >= _DENIED:
            denied.append(outcome.difference)
        else:
            unanswered = 1
    if agrees:
        opposed, denied, unanswered = [], [], 0
    elif not held and any(word.force is Force.NEGATOR for word in pairing.ours.chain):
        unanswered = 1
    chain = as_pole(pairing.ours.chain)
    shown = None if chain is None else (chain, answer)
    return _OfChain(tuple(opposed), tuple(denied), agrees, unanswered + len(denied), shown)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What two chains are to each other."""

    agrees: bool
    difference: Difference | None
    one_sided: bool
    """Whether only one of the two takes a side in so many words."""
    theirs: Pole | None


class _Pairing:
    """A piece of the claim, held against the pieces of the sentence that speak of the same."""

    def __init__(self, two: _Two, place: int) -> None:
        self._two = two
        self._place = place
        self._outcomes: dict[int, _Outcome | None] = {}
        self.ours = two.ours.pieces[place]
        self.linked = two.linked[place]
        self.held = two.held(place)

    @cached_property
    def poles(self) -> list[tuple[Pole, Pole | None]]:
        """Each side that it takes, beside what the sentence's pieces say, one that agrees before others."""
        found: list[tuple[Pole, Pole | None]] = []
        pieces = [self._two.theirs.pieces[place] for place in self.held]
        for axis, pole in self.ours.poles.items():
            there = [one.poles[axis] for one in pieces if axis in one.poles and not one.aside]
            agreeing = [other for other in there if other.end == pole.end]
            found.append((pole, next(iter((*agreeing, *there)), None)))
        return found

    def shares(self, place: int) -> float:
        """How much it and a piece of the sentence speak of the same."""
        return float(self._two.matter[self._place, place])

    def difference(self, ours: Pole | None, theirs: Pole | None) -> Difference:
        """Both sides' words; empty where one says nothing."""
        words = [
            "" if pole is None else side.text[slice(*pole.span)]
            for side, pole in ((self._two.claim, ours), (self._two.sentence, theirs))
        ]
        return Difference(DifferenceKind.POLARITY, *words)

    def agrees(self, place: int) -> bool:
        """Whether both chains leave what they govern on one side."""
        outcome = self.going(place)
        return outcome is not None and outcome.agrees

    def going(self, place: int) -> _Outcome | None:
        """The two chains; None where neither takes a side, or one is an aside or describes a noun."""
        if place not in self._outcomes:
            self._outcomes[place] = self._going(place)
        return self._outcomes[place]

    def _going(self, place: int) -> _Outcome | None:
        theirs = self._two.theirs.pieces[place]
        if theirs.aside or self.ours.aside or not (self.ours.chain or theirs.chain):
            return None
        ours, other = self._chains(place)
        if not (ours or other):
            return None
        decided = [any(word.decides for word in chain) for chain in (ours, other)]
        if sign_of(ours) == sign_of(other):
            return _Outcome(all(decided), None, False, as_pole(other))
        claim, sentence = self._two.claim, self._two.sentence
        text, negative = (sentence, other) if sign_of(other) < 0 else (claim, ours)
        if not any(word.decides for word in negative):
            return None
        piece = theirs if text is sentence else self.ours
        if any(word.force is Force.NEGATOR and is_attributive(text.folded, piece, word) for word in negative):
            return None
        beside = as_pole(ours), as_pole(other)
        both = all(any(word.is_full for word in chain) for chain in (ours, other))
        return _Outcome(False, self.difference(*beside), not both, beside[1])

    def _chains(self, place: int) -> tuple[list[SideWord], list[SideWord]]:
        """Both chains without the words that the other side has in a word of no list: 撤回 and "pulled"."""
        ours, theirs, likenesses = self._two.ours, self._two.theirs, self._two.likenesses
        mine = zip(self.ours.chain, ours.chains[self._place], strict=True)
        others = zip(theirs.pieces[place].chain, theirs.chains[place], strict=True)
        return (
            [
                word
                for word, places in mine
                if not word.is_full or not _translated(likenesses, places[:1], theirs.sided)
            ],
            [
                word
                for word, places in others
                if not word.is_full or not _translated(likenesses.turned, places[:1], ours.sided)
            ],
        )


def _translated(likenesses: Likenesses, places: Sequence[int], sided: frozenset[int]) -> bool:
    """Whether the best partner of any of the tokens is near and takes no side itself."""
    return any(
        likenesses.near[place] >= _SYNONYM and int(likenesses.where[place]) not in sided for place in places
    )
