"""Whether two sides say opposite things of one matter, each piece of the claim held against those of the
sentence that speak of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.comparing.alignment import FloatArray, Likenesses
from factcheck.comparing.assertions import Assertion, Pole, as_pole, is_attributive, sign_of
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.opposites import Force, SideWord
from factcheck.comparing.pieces import held_against, same_words, shared_matter, tokens_of
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
    ours, theirs = claim.assertions, sentence.assertions
    if likenesses is None or not any(one.chain or one.poles for one in (*ours, *theirs)):
        return _NOTHING
    if coverage < _SAME_TOPIC:
        return _unmet(ours)
    matter = shared_matter(claim, sentence, likenesses, figures)
    linked = same_words(claim, sentence, likenesses)
    pairings = [_Pairing(claim, sentence, one, likenesses) for one in ours]
    held = [held_against(row) for row in matter]
    answered = {
        place
        for pairing, places in zip(pairings, map(_either, linked, held), strict=True)
        for place in places
        if pairing.agrees(theirs[place])
    }
    sides = [
        (pairing, *pole)
        for pairing, places in zip(pairings, held, strict=True)
        for pole in pairing.poles(places)
    ]
    agreed = {other.start for _, pole, other in sides if other is not None and other.end == pole.end}
    opposed = [
        pairing.difference(pole, other)
        for pairing, pole, other in sides
        if other is not None and other.end != pole.end and other.start not in agreed
    ]
    chains = [_of_chain(*one, answered, coverage) for one in zip(pairings, matter, linked, held, strict=True)]
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


def _either(first: Sequence[int], second: Sequence[int]) -> Sequence[int]:
    return first or second


def _unmet(ours: Sequence[Assertion]) -> PolarityComparison:
    """The claim's sides beside a sentence about something else."""
    poles = [pole for one in ours for pole in (*one.poles.values(), as_pole(one.chain)) if pole is not None]
    negated = any(word.force is Force.NEGATOR for one in ours for word in one.chain)
    return PolarityComparison(
        one_sided=sum(len(one.poles) for one in ours),
        poles=tuple((pole, None) for pole in poles),
        unanswered=int(negated),
    )


@dataclass(frozen=True, slots=True)
class _OfChain:
    """What the sentence says to the chain of one piece of the claim."""

    opposed: tuple[Difference, ...]
    denied: tuple[Difference, ...]
    agrees: bool
    unanswered: int
    shown: tuple[Pole, Pole | None] | None


def _of_chain(
    pairing: _Pairing,
    row: FloatArray,
    linked: Sequence[int],
    held: Sequence[int],
    answered: set[int],
    coverage: float,
) -> _OfChain:
    """One piece of the claim against those that say its own word, else those that speak of the same."""
    opposed, denied, unanswered = [], [], 0
    agrees, answer = False, None
    met = any(other is not None for _, other in pairing.poles(held))
    for place in linked or held:
        outcome = pairing.going(pairing.sentence.assertions[place])
        if outcome is None:
            continue
        if outcome.agrees:
            agrees, answer = True, outcome.theirs
        if outcome.difference is None or (place in answered and not linked):
            continue
        if not outcome.one_sided:
            opposed.append(outcome.difference)
            answer = answer or outcome.theirs
        elif not met and row[place] >= _DENIED and coverage >= _SAME_MATTER:
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


@dataclass(frozen=True, slots=True)
class _Pairing:
    """A piece of the claim, to be held against pieces of the sentence."""

    claim: Statement
    sentence: Statement
    ours: Assertion
    likenesses: Likenesses

    def poles(self, places: Sequence[int]) -> list[tuple[Pole, Pole | None]]:
        """Each side that it takes, beside what the sentence's pieces say, one that agrees before others."""
        found: list[tuple[Pole, Pole | None]] = []
        pieces = [self.sentence.assertions[place] for place in places]
        for axis, pole in self.ours.poles.items():
            there = [one.poles[axis] for one in pieces if axis in one.poles and not one.aside]
            agreeing = [other for other in there if other.end == pole.end]
            found.append((pole, next(iter((*agreeing, *there)), None)))
        return found

    def difference(self, ours: Pole | None, theirs: Pole | None) -> Difference:
        """Both sides' words; empty where one says nothing."""
        words = [
            "" if pole is None else side.text[slice(*pole.span)]
            for side, pole in ((self.claim, ours), (self.sentence, theirs))
        ]
        return Difference(DifferenceKind.POLARITY, *words)

    def agrees(self, theirs: Assertion) -> bool:
        """Whether both chains leave what they govern on one side."""
        outcome = self.going(theirs)
        return outcome is not None and outcome.agrees

    def going(self, theirs: Assertion) -> _Outcome | None:
        """The two chains; None where neither takes a side, or one is an aside or describes a noun."""
        ours, other = self._chains(theirs)
        if theirs.aside or self.ours.aside or not (ours or other):
            return None
        decided = [any(word.decides for word in chain) for chain in (ours, other)]
        if sign_of(ours) == sign_of(other):
            return _Outcome(all(decided), None, False, as_pole(other))
        text, negative = (self.sentence, other) if sign_of(other) < 0 else (self.claim, ours)
        if not any(word.decides for word in negative):
            return None
        piece = theirs if text is self.sentence else self.ours
        if any(word.force is Force.NEGATOR and is_attributive(text.folded, piece, word) for word in negative):
            return None
        beside = as_pole(ours), as_pole(other)
        both = all(any(word.is_full for word in chain) for chain in (ours, other))
        return _Outcome(False, self.difference(*beside), not both, beside[1])

    def _chains(self, theirs: Assertion) -> tuple[list[SideWord], list[SideWord]]:
        """Both chains without the words that the other side has in a word of no list: 撤回 and "pulled"."""
        cosines = self.likenesses.cosines
        sided_ours = _sided(self.claim.assertions, self.likenesses.spans)
        sided_theirs = _sided(self.sentence.assertions, self.likenesses.places)
        mine = tokens_of(self.ours.chain, self.likenesses.spans)
        other = tokens_of(theirs.chain, self.likenesses.places)
        return (
            [
                word
                for word, places in zip(self.ours.chain, mine, strict=True)
                if not word.is_full or not _translated(cosines, places[:1], sided_theirs)
            ],
            [
                word
                for word, places in zip(theirs.chain, other, strict=True)
                if not word.is_full or not _translated(cosines.T, places[:1], sided_ours)
            ],
        )


def _sided(pieces: Sequence[Assertion], tokens: Sequence[tuple[int, int]]) -> set[int]:
    """The places of the tokens that belong to a word that takes a side."""
    return {place for one in pieces for places in tokens_of(one.chain, tokens) for place in places}


def _translated(cosines: FloatArray, places: Sequence[int], sided: set[int]) -> bool:
    """Whether the best partner of any of the tokens is near and takes no side itself."""
    for place in places:
        best = int(cosines[place].argmax())
        if cosines[place, best] >= _SYNONYM and best not in sided:
            return True
    return False
