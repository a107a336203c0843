"""Which of the claim's words found a partner in the sentence, word by word, for a reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.comparing.alignment import Alignment, Partner

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the claim and what stands for it in the sentence."""

    span: Span
    """In the claim's text."""
    partner: Span | None
    """In the sentence's text; None where a whole name or figure meets the word, or nothing does."""
    likeness: float
    """In [0, 1]; 1 where the sentence has the word or is known to meet it."""
    weight: float
    """Share of what the claim's words weigh, in [0, 1]."""
    met: bool
    """Whether most of the word's weight found a partner."""


def words(claim: str, sentence: str, alignment: Alignment) -> tuple[Word, ...]:
    """The claim's words in order; the pieces that a Latin word was cut into are one word again."""
    groups: list[list[Partner]] = []
    for piece in alignment.partners():
        if groups and _continues(claim, groups[-1][-1].claim, piece.claim):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(_word(group, sentence) for group in groups)


def stretches(claim: str, found: Sequence[Word], *, met: bool) -> list[Span]:
    """Where words that did (or did not) find a partner follow each other in the claim; marks are no words."""
    spans: list[Span] = []
    joins = False
    for word in found:
        start, end = word.span
        if not any(char.isalnum() for char in claim[start:end]):
            continue
        if word.met is not met:
            joins = False
        elif joins:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append(word.span)
            joins = True
    return spans


def _word(pieces: Sequence[Partner], sentence: str) -> Word:
    weight = sum(piece.weight for piece in pieces)
    heaviest = max(pieces, key=lambda piece: piece.weight)
    met = sum(piece.weight for piece in pieces if piece.met)
    return Word(
        span=(pieces[0].claim[0], pieces[-1].claim[1]),
        partner=None if heaviest.sentence is None else _whole(sentence, heaviest.sentence),
        likeness=sum(piece.likeness * piece.weight for piece in pieces) / weight if weight else 0.0,
        weight=weight,
        met=2 * met >= weight,
    )


def _continues(text: str, before: Span, after: Span) -> bool:
    """Whether a piece goes on with the word that the one before begins: NVI + DIA, but not 營 + 收."""
    return before[1] == after[0] and _is_latin(text[before[1] - 1]) and _is_latin(text[after[0]])


def _whole(text: str, span: Span) -> Span:
    """The span, widened to the Latin word that it is a piece of."""
    start, end = span
    while start > 0 and _is_latin(text[start]) and _is_latin(text[start - 1]):
        start -= 1
    while end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end]):
        end += 1
    return start, end


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"
