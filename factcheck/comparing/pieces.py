"""Which pieces of two texts speak of the same: whose words are partners, whose figures are one.

Names, dates and figures say who, when and how much; what a piece is about is the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.alignment import FloatArray, Likenesses, Tokens, WordVectors, tokens_in
from factcheck.comparing.assertions import Assertion
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.kept import kept
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


@dataclass(frozen=True, eq=False)
class Laid:
    """One text's n tokens laid out over the pieces of what it asserts."""

    pieces: tuple[Assertion, ...]
    owners: NDArray[np.intp]
    """(n,) for each token the place of the piece that holds its start."""
    content: FloatArray
    """(n,) the weights of the tokens, 0 for those that do not say what it is about."""
    totals: FloatArray
    """(pieces,) what the content of each piece weighs, or a little more."""
    chains: list[list[list[int]]]
    """For each piece and each word of its chain the places of the tokens that the word is made of."""
    sided: frozenset[int]
    """The places of the tokens that belong to a word that takes a side."""


def claim_laid_out(claim: Statement, vectors: WordVectors) -> Laid:
    """A claim's pieces with its tokens."""
    return _laid_out(claim, vectors, _TELLING)


def sentence_laid_out(sentence: Statement, vectors: WordVectors) -> Laid:
    """The same of a sentence, whose pieces may say much beside the claim's matter."""
    return _laid_out(sentence, vectors, _ENOUGH)


@kept
def _laid_out(side: Statement, vectors: WordVectors, least: float) -> Laid:
    """`least` is what the content of a piece is at least taken to weigh."""
    pieces, tokens = side.assertions, tokens_in(side.text, vectors)
    owners = _owners(tokens.spans, pieces)
    content = _content(side, tokens)
    totals = np.full(len(pieces), least, dtype=np.float32)
    np.add.at(totals, owners, content)
    chains = [_tokens_of(one.chain, tokens.spans) for one in pieces]
    sided = frozenset(place for chain in chains for places in chain for place in places)
    return Laid(pieces, owners, content, totals, chains, sided)


def held_against(row: Sequence[float]) -> list[int]:
    """The places of the sentence's pieces that speak of what a piece of the claim does, nearest first.

    Where one states its figure, that one alone; of a sentence of one piece, that. What follows the nearest
    piece often goes on about it.
    """
    if len(row) == 1:
        return [0]
    order = sorted(range(len(row)), key=lambda place: -row[place])[:2]
    if row[order[0]] >= 1.0:
        return [place for place in order if row[place] >= 1.0]
    least = [_TOUCHED, _FOLLOWING if order[-1] == order[0] + 1 else _TOUCHED]
    return [place for place, limit in zip(order, least, strict=False) if row[place] >= limit]


def shared_matter(
    claim: Laid, sentence: Laid, likenesses: Likenesses, figures: Sequence[FigurePair]
) -> FloatArray:
    """(n, m) for n pieces of the claim and m of the sentence: how much they speak of the same.

    The share of the one or of the other, whichever is more; 1 and more where both state one figure.
    """
    found = np.maximum(_shared(claim, sentence, likenesses), _shared(sentence, claim, likenesses.turned).T)
    for pair in figures:
        if pair.evidence is not None and pair.agrees:
            mine, theirs = (
                _owner(pair.claim.start, claim.pieces),
                _owner(pair.evidence.start, sentence.pieces),
            )
            found[mine, theirs] += 1.0
    return found


def _shared(side: Laid, other: Laid, likenesses: Likenesses) -> FloatArray:
    """Of each piece's content, the share whose best partner stands in each of the other side's pieces."""
    shape = len(side.pieces), len(other.pieces)
    shares = np.zeros(shape[0] * shape[1], dtype=np.float32)
    met = np.where(likenesses.near >= _PARTNER, likenesses.near, 0.0)
    np.add.at(shares, side.owners * shape[1] + other.owners[likenesses.where], side.content * met)
    return shares.reshape(shape) / side.totals[:, None]


def _content(side: Statement, tokens: Tokens) -> FloatArray:
    """The weights of a side's tokens, 0 for those that do not say what it is about."""
    apart = [(word.start, word.end) for one in side.assertions for word in one.chain if word.decides]
    apart += [(pole.start, pole.stop) for one in side.assertions for pole in one.poles.values()]
    apart += [(one.start, one.end) for one in (*side.quantities, *side.plain, *side.durations)]
    apart += [(one.start, one.end) for one in side.names]
    apart += [(one.start, one.end) for one in side.dates]
    found = np.where(tokens.weights < _TELLING, 0.0, tokens.weights).astype(np.float32)
    text = side.text
    for place, (start, end) in enumerate(tokens.spans):
        if found[place] and (
            not text[start].isalnum() or any(first < end and start < last for first, last in apart)
        ):
            found[place] = 0.0
    return found


def same_words(claim: Laid, sentence: Laid, likenesses: Likenesses) -> list[list[int]]:
    """For each piece of the claim, the sentence's that take a side by the same word or by its translation."""
    found = []
    for one, chain in zip(claim.pieces, claim.chains, strict=True):
        places: list[int] = []
        for word, tokens in zip(one.chain, chain, strict=True):
            if word.force in (Force.NEGATOR, Force.RESTRICTION):
                continue
            for token in tokens:
                best = int(likenesses.where[token])
                piece = int(sentence.owners[best])
                start, end = likenesses.places[best]
                sided = any(
                    other.start < end and start < other.end and other.sign == word.sign
                    for other in sentence.pieces[piece].chain
                )
                if sided and likenesses.near[token] >= _SAME_WORD and piece not in places:
                    places.append(piece)
        found.append(places)
    return found


def _owners(tokens: Sequence[tuple[int, int]], pieces: Sequence[Assertion]) -> NDArray[np.intp]:
    """(n,) for each token the place of the piece that holds its start."""
    owners, place = [], 0
    for start, _ in tokens:
        while place + 1 < len(pieces) and start >= pieces[place].end:
            place += 1
        owners.append(place)
    return np.asarray(owners, dtype=np.intp)


def _owner(position: int, pieces: Sequence[Assertion]) -> int:
    return next((place for place, one in enumerate(pieces) if position < one.end), len(pieces) - 1)


def _tokens_of(chain: Sequence[SideWord], tokens: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For each word of a chain the places of the tokens that it is made of."""
    return [
        [place for place, (start, end) in enumerate(tokens) if word.start < end and start < word.end]
        for word in chain
    ]
