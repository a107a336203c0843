"""Whether two sides say opposite things of one matter, each piece of the claim held against those of the
sentence that speak of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from factcheck.comparing.alignment import FloatArray, Likenesses
from factcheck.comparing.assertions import Assertion, Pole, as_pole, is_attributive, sign_of
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.opposites import Force, SideWord
from factcheck.comparing.statement import Statement
from factcheck.model import Difference, DifferenceKind

_PARTNER = 0.4
"""Cosine from which a word of the sentence is a partner: across languages synonyms reach 0.4 to 0.7."""
_SYNONYM = 0.58
"""Cosine from which a word that takes a side is but translated by one that is in no list."""
_SAME_WORD = 0.5
"""The same of two words that both take a side."""
_TELLING = 1.5
"""Weight below which a piece of a word is an ending or a function word."""
_TOUCHED = 0.2
"""Share of what a piece of the claim speaks of that a piece of the sentence must share to be held against it."""
_FOLLOWING = 0.1
"""The same for the piece behind the nearest one."""
_ENOUGH = 6.0
"""Weight of what a piece speaks of below which its words met by chance say little."""
_MUCH = 0.3
"""Share, names included, from which the nearest piece of a sentence well covered is the one to be held against."""
_SURE_MATTER = 0.7
"""Coverage of the whole claim that this takes."""
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
    telling = any(one.chain or one.poles for one in (*ours, *theirs))
    if likenesses is None or not telling:
        return _NOTHING
    shares = _shares(claim, sentence, likenesses, figures)
    links = _links(claim, sentence, likenesses)
    near = _nearest(claim, sentence, likenesses) if coverage >= _SURE_MATTER else [[] for _ in ours]
    pairings = [_Pairing(claim, sentence, one, likenesses) for one in ours]
    answered = {
        place
        for pairing, row, linked in zip(pairings, shares, links, strict=True)
        for place in linked or _held_against(row)
        if pairing.agrees(theirs[place])
    }
    found = [_of_piece(*one, answered, coverage) for one in zip(pairings, shares, links, near, strict=True)]
    opposed = [difference for one in found for difference in one.opposed]
    denied = [difference for one in found for difference in one.denied]
    return PolarityComparison(
        tuple(opposed[:2]),
        () if opposed else tuple(denied[:1]),
        sum(one.accordant for one in found),
        sum(one.one_sided for one in found),
        tuple(pole for one in found for pole in one.poles),
        sum(one.unanswered for one in found),
    )


def _of_piece(
    pairing: _Pairing,
    row: FloatArray,
    linked: Sequence[int],
    nearest: Sequence[int],
    answered: set[int],
    coverage: float,
) -> PolarityComparison:
    """One piece of the claim against the sentence's pieces that speak of the same."""
    pieces = pairing.sentence.assertions
    held = _held_against(row)
    beside = _poles_beside(pairing, [pieces[place] for place in held])
    accordant = sum(theirs is not None and theirs.end == ours.end for ours, theirs in beside)
    opposed = (
        []
        if accordant
        else [
            pairing.difference(ours, theirs)
            for ours, theirs in beside
            if theirs is not None and theirs.end != ours.end
        ]
    )
    met = sum(theirs is not None for _, theirs in beside)
    going, denied, agreeing, unanswered = [], [], 0, 0
    chain = as_pole(pairing.ours.chain)
    answer: Pole | None = None
    for place in linked or held or nearest:
        outcome = pairing.going(pieces[place])
        if outcome is None:
            continue
        agreeing += outcome.agrees
        answer = outcome.theirs if outcome.agrees or answer is None else answer
        if outcome.difference is None or (place in answered and not linked):
            continue
        if not outcome.one_sided:
            going.append(outcome.difference)
        elif not met and row[place] >= _DENIED and coverage >= _SAME_MATTER:
            denied.append(outcome.difference)
        else:
            unanswered = 1
    if agreeing:
        going, denied, unanswered = [], [], 0
    elif not held and any(word.force is Force.NEGATOR for word in pairing.ours.chain):
        unanswered = 1
    shown = [] if chain is None else [(chain, answer if agreeing or going else None)]
    return PolarityComparison(
        tuple(opposed + going),
        tuple(denied),
        accordant + min(1, agreeing),
        len(beside) - met,
        (*beside, *shown),
        unanswered + len(denied),
    )


def _poles_beside(pairing: _Pairing, pieces: Sequence[Assertion]) -> list[tuple[Pole, Pole | None]]:
    """Each side that a piece of the claim takes, beside what the pieces say, the nearest that agrees first."""
    found: list[tuple[Pole, Pole | None]] = []
    for axis, pole in pairing.ours.poles.items():
        there = [one.poles[axis] for one in pieces if axis in one.poles and not one.aside]
        agreeing = [other for other in there if other.end == pole.end]
        found.append((pole, next(iter((*agreeing, *there)), None)))
    return found


def _held_against(row: FloatArray) -> list[int]:
    """The places of the sentence's pieces that speak of what a piece of the claim does, nearest first.

    Where one states its figure, that one alone. What follows the nearest piece often goes on about it.
    """
    order = [int(place) for place in np.argsort(-row, kind="stable")[:2]]
    if row[order[0]] >= 1.0:
        return [place for place in order if row[place] >= 1.0]
    least = [_TOUCHED, _FOLLOWING if order[-1] == order[0] + 1 else _TOUCHED]
    return [place for place, limit in zip(order, least, strict=False) if row[place] >= limit]


def _shares(
    claim: Statement, sentence: Statement, likenesses: Likenesses, figures: Sequence[FigurePair]
) -> FloatArray:
    """(n, m) for n pieces of the claim and m of the sentence: the share of what the one speaks of whose likenesses
    stand in the other, whichever of the two is shared more; 1 and more where they state one figure.

    Names, dates and figures are left out: they say who, when and how much, not what.
    """
    ours, theirs = claim.assertions, sentence.assertions
    owners, others = _owners(likenesses.spans, ours), _owners(likenesses.places, theirs)
    shape = len(ours), len(theirs)
    mine = _content(claim, likenesses.spans, likenesses.weights)
    shares = _shared(mine, likenesses.cosines, owners, others, shape, _TELLING)
    back = _content(sentence, likenesses.places, likenesses.their_weights)
    shares = np.maximum(shares, _shared(back, likenesses.cosines.T, others, owners, shape[::-1], _ENOUGH).T)
    for pair in figures:
        if pair.evidence is not None and pair.agrees:
            shares[_owner(pair.claim.start, ours), _owner(pair.evidence.start, theirs)] += 1.0
    return shares


def _shared(
    weights: FloatArray,
    cosines: FloatArray,
    owners: Sequence[int],
    others: Sequence[int],
    shape: tuple[int, int],
    least: float,
) -> FloatArray:
    """`shape`: of the weights in each piece the share whose best partner stands in each piece of the other side."""
    best = cosines.max(axis=1)
    where = np.asarray(others, dtype=np.int64)[cosines.argmax(axis=1)]
    shares = np.zeros(shape, dtype=np.float32)
    totals = np.full(shape[0], least, dtype=np.float32)
    np.add.at(totals, owners, weights)
    np.add.at(shares, (owners, where), weights * np.where(best >= _PARTNER, best, 0.0))
    return shares / totals[:, None]


def _content(
    side: Statement, tokens: Sequence[tuple[int, int]], weights: FloatArray, *, named: bool = False
) -> FloatArray:
    """The weights of a side's tokens, 0 for those that say not what it is about; `named` leaves names and dates in."""
    apart = [(word.start, word.end) for one in side.assertions for word in one.chain]
    apart += [(pole.start, pole.stop) for one in side.assertions for pole in one.poles.values()]
    apart += [(one.start, one.end) for one in (*side.quantities, *side.plain, *side.durations)]
    if not named:
        apart += [(one.start, one.end) for one in (*side.names, *side.dates)]
    kept = np.where(weights < _TELLING, 0.0, weights).astype(np.float32)
    text = side.text
    for place, (start, end) in enumerate(tokens):
        if kept[place] and (
            not text[start].isalnum() or any(first < end and start < last for first, last in apart)
        ):
            kept[place] = 0.0
    return kept


def _nearest(claim: Statement, sentence: Statement, likenesses: Likenesses) -> list[list[int]]:
    """For each piece of the claim the one piece of the sentence with most of its names and words, if with many."""
    ours, theirs = claim.assertions, sentence.assertions
    shares = _shared(
        _content(claim, likenesses.spans, likenesses.weights, named=True),
        likenesses.cosines,
        _owners(likenesses.spans, ours),
        _owners(likenesses.places, theirs),
        (len(ours), len(theirs)),
        _TELLING,
    )
    return [[int(row.argmax())] if row.max() >= _MUCH else [] for row in shares]


def _links(claim: Statement, sentence: Statement, likenesses: Likenesses) -> list[list[int]]:
    """For each piece of the claim the sentence's pieces that say one of its own words, or a translation of it."""
    owners = _owners(likenesses.places, sentence.assertions)
    found = []
    for one in claim.assertions:
        places: list[int] = []
        for word, tokens in zip(one.chain, _tokens_of(one.chain, likenesses.spans), strict=True):
            if word.force in (Force.NEGATOR, Force.RESTRICTION):
                continue
            for token in tokens:
                best = int(likenesses.cosines[token].argmax())
                piece = owners[best]
                start, end = likenesses.places[best]
                sided = any(
                    other.start < end and start < other.end and other.sign == word.sign
                    for other in sentence.assertions[piece].chain
                )
                if sided and likenesses.cosines[token, best] >= _SAME_WORD and piece not in places:
                    places.append(piece)
        found.append(places)
    return found


def _owners(tokens: Sequence[tuple[int, int]], pieces: Sequence[Assertion]) -> list[int]:
    """For each token the place of the piece that holds its start."""
    owners, place = [], 0
    for start, _ in tokens:
        while place + 1 < len(pieces) and start >= pieces[place].end:
            place += 1
        owners.append(place)
    return owners


def _owner(position: int, pieces: Sequence[Assertion]) -> int:
    return next((place for place, one in enumerate(pieces) if position < one.end), len(pieces) - 1)


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
        decided = [any(_decides(word) for word in chain) for chain in (ours, other)]
        if sign_of(ours) == sign_of(other):
            return _Outcome(all(decided), None, False, as_pole(other))
        text, negative = (self.sentence, other) if sign_of(other) < 0 else (self.claim, ours)
        if not any(_decides(word) for word in negative):
            return None
        if any(word.force is Force.NEGATOR and is_attributive(text.folded, word) for word in negative):
            return None
        beside = as_pole(ours), as_pole(other)
        both = all(any(_may_be_content(word) for word in chain) for chain in (ours, other))
        return _Outcome(False, self.difference(*beside), not both, beside[1])

    def _chains(self, theirs: Assertion) -> tuple[list[SideWord], list[SideWord]]:
        """Both chains without the words that the other side has in a word of no list: 撤回 and "pulled"."""
        cosines = self.likenesses.cosines
        sided_ours = _sided(self.claim.assertions, self.likenesses.spans)
        sided_theirs = _sided(self.sentence.assertions, self.likenesses.places)
        mine = _tokens_of(self.ours.chain, self.likenesses.spans)
        other = _tokens_of(theirs.chain, self.likenesses.places)
        return (
            [
                word
                for word, places in zip(self.ours.chain, mine, strict=True)
                if not _may_be_content(word) or not _translated(cosines, places[:1], sided_theirs)
            ],
            [
                word
                for word, places in zip(theirs.chain, other, strict=True)
                if not _may_be_content(word) or not _translated(cosines.T, places[:1], sided_ours)
            ],
        )


def _sided(pieces: Sequence[Assertion], tokens: Sequence[tuple[int, int]]) -> set[int]:
    """The places of the tokens that belong to a word that takes a side."""
    return {place for one in pieces for places in _tokens_of(one.chain, tokens) for place in places}


def _decides(word: SideWord) -> bool:
    return word.force in (Force.FULL, Force.LIFTING, Force.NEGATOR)


def _may_be_content(word: SideWord) -> bool:
    return word.force in (Force.FULL, Force.LIFTING)


def _tokens_of(chain: Sequence[SideWord], tokens: Sequence[tuple[int, int]]) -> list[list[int]]:
    return [
        [place for place, (start, end) in enumerate(tokens) if word.start < end and start < word.end]
        for word in chain
    ]


def _translated(cosines: FloatArray, places: Sequence[int], sided: set[int]) -> bool:
    """Whether the best partner of any of the tokens is near and takes no side itself."""
    for place in places:
        best = int(cosines[place].argmax())
        if cosines[place, best] >= _SYNONYM and best not in sided:
            return True
    return False
