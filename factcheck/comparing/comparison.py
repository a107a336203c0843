"""One claim against one sentence: what they share for a judge, what differs for a reader."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factcheck.comparing.alignment import Alignment, WordVectors, align
from factcheck.comparing.assertions import Pole
from factcheck.comparing.figures import FigurePair, is_plain, pair_figures
from factcheck.comparing.moments import same_time
from factcheck.comparing.names import Event, NameComparison, compare_names
from factcheck.comparing.periods import TimeComparison, TimeRelation, compare_times
from factcheck.comparing.polarity import compare_polarity
from factcheck.comparing.ranks import rank_difference
from factcheck.comparing.reality import modality_difference
from factcheck.comparing.scope import scope_difference
from factcheck.comparing.speakers import speaker_difference
from factcheck.comparing.statement import Context, Statement, stands_in
from factcheck.comparing.told_apart import another_numbered, goes_by
from factcheck.comparing.values import other_unit
from factcheck.comparing.whereabouts import place_difference
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.folding import fold
from factcheck.language.quantity import Quantity
from factcheck.language.tagging import tag
from factcheck.model import Difference, DifferenceKind

Span = tuple[int, int]
_NUMBER = 0.02
"""Share by which a plain number may be told otherwise."""
_SAME_WORDS = 0.5
"""Coverage and similarity from which two sentences are taken to speak of one matter."""
_SAME_EVENT = 0.65
"""Coverage from which an actor, a date or an act that differs is one of the same event."""
_LEAD = 3
"""Words before a figure that tell it from the same one on the other side."""
_FACTS = 2
"""Figures, dates and names that both sides state from which they may tell of one event in fewer words."""
_FIGURED = 0.3
"""Similarity that is enough then."""


@dataclass(frozen=True)
class Comparison:
    """What a claim and a sentence share and what differs."""

    alignment: Alignment
    figures: tuple[FigurePair, ...]
    times: TimeComparison
    names: NameComparison
    differences: tuple[Difference, ...]
    """Every difference found, with both sides' words."""
    opposed: int
    """Axes (approve and ban, rise and fall) on which the two stand at opposite ends."""
    accordant: int
    """Axes on which they stand at the same end."""
    one_sided_poles: int
    """Axes that the claim takes a side on and the sentence does not."""
    negation_gap: int
    """Negations of one side that the other neither repeats nor clearly contradicts."""
    facts: tuple[int, int] = (0, 0)
    """How many figures, dates and names the claim states, and how many of these the sentence states too."""
    unstated_numbers: tuple[float, ...] = ()
    """Plain numbers of the claim that are not among the sentence's values."""
    elsewhere: bool = False
    """Whether its scope differs by where it happens."""
    poles: tuple[tuple[Pole, Pole | None], ...] = ()
    """Where the claim takes a side, piece by piece, and the sentence beside it."""

    @property
    def states_numbers(self) -> bool:
        """Whether each plain number of the claim is among the sentence's values."""
        return not self.unstated_numbers

    @cached_property
    def kinds(self) -> frozenset[DifferenceKind]:
        return frozenset(difference.kind for difference in self.differences)

    @cached_property
    def apart(self) -> frozenset[DifferenceKind]:
        """The differences that make it another matter: another period, scope, speaker or modality.

        An opposite act on another day is another event: banned in April, allowed in July. A figure of
        somebody else is another figure, one of another day too.
        """
        kinds = self.kinds
        found = kinds & _APART
        if kinds >= _OTHER_EVENT:
            found |= _OTHER_EVENT
        if DifferenceKind.NAME in kinds and self.figures and not self.figures_agree:
            found |= {DifferenceKind.NAME}
        if DifferenceKind.DATE in kinds and self.times.relation is TimeRelation.OTHER_PERIOD:
            found |= {DifferenceKind.DATE}
        return found

    @cached_property
    def figures_agree(self) -> bool:
        """Whether both state figures that measure the same, and all of these are one."""
        paired = [pair for pair in self.figures if pair.evidence is not None]
        return bool(paired) and all(pair.agrees for pair in paired)

    @property
    def keeps_apart(self) -> bool:
        """Whether the two are about different matters."""
        return bool(self.apart)

    @property
    def slots_meet(self) -> bool:
        """Whether each figure and name of the claim has its counterpart in much the same words."""
        return (
            bool(self.figures)
            and all(pair.evidence is not None for pair in self.figures)
            and self.names.shared == 1.0
            and min(self.alignment.coverage, self.alignment.similarity) >= _SAME_WORDS
        )

    @property
    def same_event(self) -> bool:
        """Whether enough of the claim stands in the sentence for the two to tell of one event.

        Where both state the same figures, half of the words are enough.
        """
        figured = self.figures_agree and self.facts[1] >= _FACTS
        enough, likeness = (_SAME_WORDS, _FIGURED) if figured else (_SAME_EVENT, _SAME_WORDS)
        return self.alignment.coverage >= enough and self.alignment.similarity >= likeness


_APART = frozenset(
    {DifferenceKind.PERIOD, DifferenceKind.SCOPE, DifferenceKind.SPEAKER, DifferenceKind.MODALITY}
)
_OTHER_EVENT = frozenset({DifferenceKind.POLARITY, DifferenceKind.DATE})


_NO_CONTEXT = Context()


def compare(
    claim: Statement,
    sentence: Statement,
    vectors: WordVectors,
    context: Context = _NO_CONTEXT,
    background: frozenset[str] = frozenset(),
) -> Comparison:
    """Compare slot by slot, in view of what stands around the sentence.

    `background` are the keys of the names around the claim in its article; none for a typed claim.
    """
    paired = pair_figures(claim, sentence, vectors, background)
    # A plain number that counts nothing the sentence counts is no figure that it leaves out.
    figures = tuple(pair for pair in paired if not is_plain(pair) or pair.evidence is not None)
    plain = tuple(pair for pair in paired if is_plain(pair))
    found = _found_names(claim, sentence, context)
    alignment = align(
        claim.text,
        sentence.text,
        vectors,
        met=_met(claim, sentence, context, found, figures),
        clauses=sentence.clauses,
    )
    shared = _shared_part(sentence, figures, alignment)
    times = compare_times(claim, sentence, figures, shared)
    event = Event(shared, any(pair.agrees and not pair.opposed for pair in figures), context.words)
    names = compare_names(claim, sentence, context.keys | _stated(found), event)
    likenesses = alignment.likenesses
    scope = scope_difference(claim, sentence, context.places, figures, vectors)
    place = None if scope else place_difference(claim, sentence, context)
    sides = compare_polarity(claim, sentence, likenesses, alignment.coverage, figures)
    differences = [
        *_figure_differences(claim, sentence, figures),
        *([times.difference] if times.difference else []),
        *_optional(rank_difference(claim, sentence)),
        *_optional(scope or place),
        *sides.opposed,
        *_optional(modality_difference(claim, sentence, likenesses, alignment.coverage, figures)),
        *sides.denied,
        *_optional(names.replaced),
        *_optional(speaker_difference(claim, sentence, context, vectors)),
    ]
    differences += _optional(another_numbered(claim, sentence, context, figures, differs=bool(differences)))
    unstated = _unstated(claim, sentence, plain)
    return Comparison(
        alignment=alignment,
        figures=figures,
        times=times,
        names=names,
        differences=tuple(differences),
        opposed=len(sides.opposed),
        accordant=sides.accordant,
        one_sided_poles=sides.one_sided,
        negation_gap=sides.unanswered,
        facts=_facts(claim, sentence, found, figures, len(unstated)),
        unstated_numbers=unstated,
        elsewhere=place is not None,
        poles=sides.poles,
    )


def _unstated(claim: Statement, sentence: Statement, plain: Sequence[FigurePair]) -> tuple[float, ...]:
    """Plain numbers of the claim that are no value of the sentence and that nothing alike is counted by."""
    return tuple(
        number
        for number in claim.numbers
        if not any(math.isclose(number, value, rel_tol=_NUMBER) for value in sentence.values)
        and not any(pair.agrees and pair.claim.value == number for pair in plain)
        and not goes_by(number, sentence)
    )


class _Found(NamedTuple):
    """A name of the claim, and how the sentence has it."""

    name: Mention
    keyed: bool
    """Whether the sentence names the same."""
    written: bool
    """Whether it stands in the sentence letter by letter."""
    around: bool
    """Whether what stands around the sentence has it; not looked for where the sentence has it both ways."""


def _found_names(claim: Statement, sentence: Statement, context: Context) -> list[_Found]:
    found = []
    for name in claim.names:
        keyed, written = not sentence.keys.isdisjoint(name.keys), stands_in(name.text, sentence.folded)
        found.append(_Found(name, keyed, written, not (keyed and written) and context.names(name)))
    return found


def _met(
    claim: Statement,
    sentence: Statement,
    context: Context,
    found: Sequence[_Found],
    figures: Sequence[FigurePair],
) -> list[Span]:
    """Where the claim names, counts or dates what the sentence does too, or its title and the one before."""
    names = [(one.name.start, one.name.end) for one in found if one.keyed or one.around]
    known = (*sentence.dates, *context.dates) if claim.dates else ()
    dates = [(day.start, day.end) for day in claim.dates if any(same_time(day, other) for other in known)]
    return names + dates + [(pair.claim.start, pair.claim.end) for pair in figures if pair.agrees]


def _facts(
    claim: Statement,
    sentence: Statement,
    found: Sequence[_Found],
    figures: Sequence[FigurePair],
    unstated: int,
) -> tuple[int, int]:
    """Figures, plain numbers, dates and names of the claim, and those that the sentence itself states.

    `unstated` is how many plain numbers it does not state.
    """
    names = [one for one in found if one.name.kind is not EntityKind.PLACE]
    dates = [day for day in claim.dates if any(same_time(day, other) for other in sentence.dates)]
    named = sum(one.keyed or one.written for one in names)
    counted = [pair for pair in figures if not is_plain(pair)]
    others = len(claim.numbers) - unstated + len(dates) + named
    stated = len(counted) + len(claim.numbers) + len(claim.dates) + len(names)
    return stated, sum(pair.agrees for pair in counted) + others


def _stated(found: Sequence[_Found]) -> frozenset[str]:
    """Keys of the claim's names that stand in the sentence or around it letter by letter."""
    return frozenset(key for one in found if one.around or one.written for key in one.name.keys)


def _optional(difference: Difference | None) -> Sequence[Difference]:
    return () if difference is None else (difference,)


def _figure_differences(
    claim: Statement, sentence: Statement, figures: Sequence[FigurePair]
) -> list[Difference]:
    """Values that cannot be one, and the same number in another unit."""
    found = []
    for pair in figures:
        if pair.evidence is not None and not pair.agrees:
            kind = DifferenceKind.UNIT if other_unit(pair.claim, pair.evidence) else DifferenceKind.QUANTITY
            sides = pair.claim.text, pair.evidence.text
            if fold(sides[0]) == fold(sides[1]):
                # Up by 2.5 times and 2.5 times as much: the words before tell them apart.
                sides = _with_lead(claim, pair.claim), _with_lead(sentence, pair.evidence)
            found.append(Difference(kind, *sides))
        elif pair.twin is not None:
            found.append(Difference(DifferenceKind.UNIT, pair.claim.text, pair.twin.text))
    return found


def _with_lead(statement: Statement, figure: Quantity) -> str:
    """A figure in its text's words with those before it in its clause."""
    first, _ = statement.clause_at(figure.start)
    before = [
        token.start
        for token in tag(statement.text)
        if first <= token.start and token.end <= figure.start and token.word.isalnum()
    ]
    return statement.text[min(before[-_LEAD:], default=figure.start) : figure.end].strip()


def _shared_part(sentence: Statement, figures: Sequence[FigurePair], alignment: Alignment) -> Span:
    """The clause that speaks of the claim's matter, in which a cue says something about it.

    That of the figure both state; else the one most like the claim; all of a sentence of one clause.
    """
    met = [pair.evidence.start for pair in figures if pair.evidence is not None and pair.agrees]
    if met:
        return sentence.clause_at(met[0])
    return alignment.nearest or (0, len(sentence.text))
