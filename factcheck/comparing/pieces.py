"""Which pieces of two texts speak of the same: whose words are partners, whose figures are one.

Names, dates and figures say who, when and how much; what a piece is about is the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from factcheck.comparing.alignment import FloatArray, Likenesses
from factcheck.comparing.assertions import Assertion
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.opposites import Force, SideWord
from factcheck.comparing.statement import Statement

_PARTNER = 0.4
"""Cosine from which a word of the sentence is a partner: across languages synonyms reach 0.4 to 0.7."""
_TELLING = 1.5
"""Weight below which a piece of a word is an ending or a function word."""
_SAME_WORD = 0.5
"""The same of two words that both take a side."""
_TOUCHED = 0.2
"""Share of what a piece of the claim speaks of that a piece of the sentence must have in common with it."""
_FOLLOWING = 0.1
"""The same for the piece behind the nearest one."""
_ENOUGH = 6.0
"""Weight of what a piece speaks of below which its words met by chance say little."""


def held_against(row: FloatArray) -> list[int]:
    """The places of the sentence's pieces that speak of what a piece of the claim does, nearest first.

    Where one states its figure, that one alone; of a sentence of one piece, that. What follows the nearest
    piece often goes on about it.
    """
    if len(row) == 1:
        return [0]
    order = [int(place) for place in np.argsort(-row, kind="stable")[:2]]
    if row[order[0]] >= 1.0:
        return [place for place in order if row[place] >= 1.0]
    least = [_TOUCHED, _FOLLOWING if order[-1] == order[0] + 1 else _TOUCHED]
    return [place for place, limit in zip(order, least, strict=False) if row[place] >= limit]


def shared_matter(
    claim: Statement, sentence: Statement, likenesses: Likenesses, figures: Sequence[FigurePair]
) -> FloatArray:
    """(n, m) for n pieces of the claim and m of the sentence: how much they speak of the same.

    The share of the one or of the other, whichever is more; 1 and more where both state one figure.
    """
    ours, theirs = claim.assertions, sentence.assertions
    owners, others = _owners(likenesses.spans, ours), _owners(likenesses.places, theirs)
    shape = len(ours), len(theirs)
    mine = _content(claim, likenesses.spans, likenesses.weights)
    found = _shared(mine, likenesses.cosines, owners, others, shape, _TELLING)
    back = _content(sentence, likenesses.places, likenesses.their_weights)
    found = np.maximum(found, _shared(back, likenesses.cosines.T, others, owners, shape[::-1], _ENOUGH).T)
    for pair in figures:
        if pair.evidence is not None and pair.agrees:
            found[_owner(pair.claim.start, ours), _owner(pair.evidence.start, theirs)] += 1.0
    return found


def _shared(
    weights: FloatArray,
    cosines: FloatArray,
    owners: Sequence[int],
    others: Sequence[int],
    shape: tuple[int, int],
    least: float,
) -> FloatArray:
    """`shape`: of each piece's weights, the share whose best partner stands in each of the other side's."""
    best = cosines.max(axis=1)
    where = np.asarray(others, dtype=np.int64)[cosines.argmax(axis=1)]
    shares = np.zeros(shape, dtype=np.float32)
    totals = np.full(shape[0], least, dtype=np.float32)
    np.add.at(totals, owners, weights)
    np.add.at(shares, (owners, where), weights * np.where(best >= _PARTNER, best, 0.0))
    return shares / totals[:, None]


def _content(side: Statement, tokens: Sequence[tuple[int, int]], weights: FloatArray) -> FloatArray:
    """The weights of a side's tokens, 0 for those that do not say what it is about."""
    apart = [(word.start, word.end) for one in side.assertions for word in one.chain if word.decides]
    apart += [(pole.start, pole.stop) for one in side.assertions for pole in one.poles.values()]
    apart += [(one.start, one.end) for one in (*side.quantities, *side.plain, *side.durations)]
    apart += [(one.start, one.end) for one in side.names]
    apart += [(one.start, one.end) for one in side.dates]
    kept = np.where(weights < _TELLING, 0.0, weights).astype(np.float32)
    text = side.text
    for place, (start, end) in enumerate(tokens):
        if kept[place] and (
            not text[start].isalnum() or any(first < end and start < last for first, last in apart)
        ):
            kept[place] = 0.0
    return kept


def same_words(claim: Statement, sentence: Statement, likenesses: Likenesses) -> list[list[int]]:
    """For each piece of the claim, the sentence's that take a side by the same word or by its translation."""
    owners = _owners(likenesses.places, sentence.assertions)
    found = []
    for one in claim.assertions:
        places: list[int] = []
        for word, tokens in zip(one.chain, tokens_of(one.chain, likenesses.spans), strict=True):
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


def tokens_of(chain: Sequence[SideWord], tokens: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For each word of a chain the places of the tokens that it is made of."""
    return [
        [place for place, (start, end) in enumerate(tokens) if word.start < end and start < word.end]
        for word in chain
    ]
