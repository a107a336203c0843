"""A comparison as rows that a person reads: slot by slot both sides' words, and how they stand.

Pure and after the fact: the marks say what `compare` found; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.comparing.comparison import Comparison
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.periods import TimeRelation, meeting
from factcheck.comparing.reading import Reading
from factcheck.comparing.scope import narrowings
from factcheck.comparing.slots import (
    NOTHING,
    Slot,
    Words,
    cue_words,
    cues_words,
    figure_words,
    found_words,
    manner_of,
    name_words,
    names_of,
    pole_words,
    time_words,
    words_of_time_named,
)
from factcheck.comparing.statement import Statement, stands_in
from factcheck.comparing.values import agree, are_comparable
from factcheck.comparing.written import number_written
from factcheck.language.dates import DateMention
from factcheck.language.folding import fold
from factcheck.language.quantities import Quantity
from factcheck.model import Difference, DifferenceKind


class Mark(StrEnum):
    """How the two sides of a slot stand."""

    AGREES = "agrees"
    DIFFERS = "differs"
    """Both cannot be true of one matter."""
    APART = "apart"
    """They differ in what makes it another matter."""
    UNSTATED = "unstated"
    """One side does not say, or says nothing that can be compared."""


@dataclass(frozen=True, slots=True)
class Row:
    """One slot of the claim beside the passage's."""

    slot: Slot
    mark: Mark
    claim: Words
    passage: Words
    around: bool = False
    """Whether the passage's side stands in its title or in the sentence before."""


def slot_rows(claim: Statement, passage: Reading, comparison: Comparison) -> tuple[Row, ...]:
    """Each thing that the claim states beside what the passage says of it, in the order of `Slot`."""
    sentence = passage.statement
    rows = [
        *_name_rows(claim, passage, comparison),
        *_pole_rows(claim, sentence, comparison),
        *(_figure_row(pair, claim, sentence, comparison) for pair in comparison.figures),
        *_number_rows(claim, comparison),
        *_time_rows(claim, sentence, comparison),
        *_scope_rows(claim, passage, comparison),
        *_speaker_rows(claim, sentence, comparison),
        *_manner_rows(claim, sentence, comparison),
    ]
    rows += _other_rows(rows, claim, sentence, comparison)
    order = list(Slot)
    return tuple(sorted(rows, key=lambda row: order.index(row.slot)))


def _other_rows(
    rows: Sequence[Row], claim: Statement, sentence: Statement, comparison: Comparison
) -> Iterator[Row]:
    """Differences that no slot of the claim shows by itself, such as one of rank."""
    shown = {(row.claim.text, row.passage.text) for row in rows if row.mark in (Mark.DIFFERS, Mark.APART)}
    for one in comparison.differences:
        sides = (found_words(one.claim, claim), found_words(one.evidence, sentence))
        told = any(one.claim in ours and one.evidence in theirs for ours, theirs in shown)
        if not told:
            yield Row(_SLOT_OF[one.kind], _mark_of(one.kind, comparison), *sides)


_SLOT_OF = {
    DifferenceKind.QUANTITY: Slot.FIGURE,
    DifferenceKind.UNIT: Slot.FIGURE,
    DifferenceKind.PERIOD: Slot.TIME,
    DifferenceKind.DATE: Slot.TIME,
    DifferenceKind.SCOPE: Slot.SCOPE,
    DifferenceKind.POLARITY: Slot.ASSERTED,
    DifferenceKind.MODALITY: Slot.MODALITY,
    DifferenceKind.NAME: Slot.WHO,
    DifferenceKind.SPEAKER: Slot.SPEAKER,
}


def _mark_of(kind: DifferenceKind, comparison: Comparison) -> Mark:
    return Mark.APART if kind in comparison.apart else Mark.DIFFERS


def _of_kind(comparison: Comparison, *kinds: DifferenceKind) -> list[Difference]:
    return [one for one in comparison.differences if one.kind in kinds]


def _name_rows(claim: Statement, passage: Reading, comparison: Comparison) -> Iterator[Row]:
    sentence, replaced = passage.statement, comparison.names.replaced
    for name in names_of(claim):
        ours = name_words(name)
        partner = next((one for one in sentence.names if set(one.keys) & set(name.keys)), None)
        if partner is not None:
            yield Row(Slot.WHO, Mark.AGREES, ours, name_words(partner))
        elif stands_in(name.text, sentence.folded):
            start = sentence.folded.find(fold(name.text))
            there = sentence.text[start : start + len(name.text)]
            yield Row(Slot.WHO, Mark.AGREES, ours, found_words(there, sentence))
        elif passage.context.names(name):
            yield Row(Slot.WHO, Mark.AGREES, ours, NOTHING, around=True)
        elif replaced is not None and replaced.claim == name.text:
            theirs = found_words(replaced.evidence, sentence)
            yield Row(Slot.WHO, _mark_of(DifferenceKind.NAME, comparison), ours, theirs)
        else:
            yield Row(Slot.WHO, Mark.UNSTATED, ours, NOTHING)


def _pole_rows(claim: Statement, sentence: Statement, comparison: Comparison) -> Iterator[Row]:
    mark = _mark_of(DifferenceKind.POLARITY, comparison)
    for ours, theirs in comparison.poles:
        if theirs is None:
            yield Row(Slot.ASSERTED, Mark.UNSTATED, pole_words(ours, claim), NOTHING)
        else:
            same = ours.end == theirs.end
            yield Row(
                Slot.ASSERTED,
                Mark.AGREES if same else mark,
                pole_words(ours, claim),
                pole_words(theirs, sentence),
            )
    ours_denied, theirs_denied = comparison.denials
    denied = not comparison.opposed and DifferenceKind.POLARITY in comparison.kinds
    if denied or ours_denied:
        both = Mark.AGREES if theirs_denied else Mark.UNSTATED
        sides = (cues_words(ours_denied, claim), cues_words(theirs_denied, sentence))
        yield Row(Slot.ASSERTED, mark if denied else both, *sides)


def _figure_row(pair: FigurePair, claim: Statement, sentence: Statement, comparison: Comparison) -> Row:
    ours = figure_words(pair.claim, claim, signed=pair.opposed)
    if pair.evidence is not None:
        mark = Mark.AGREES if pair.agrees and not pair.opposed else Mark.DIFFERS
        return Row(Slot.FIGURE, mark, ours, figure_words(pair.evidence, sentence, signed=pair.opposed))
    for difference in _of_kind(comparison, DifferenceKind.UNIT):
        if difference.claim == pair.claim.text:
            twin = next(one for one in sentence.quantities if one.text == difference.evidence)
            mark = _mark_of(DifferenceKind.UNIT, comparison)
            return Row(Slot.FIGURE, mark, ours, figure_words(twin, sentence))
    return Row(Slot.FIGURE, Mark.UNSTATED, ours, NOTHING)


def _number_rows(claim: Statement, comparison: Comparison) -> Iterator[Row]:
    for number in claim.numbers:
        words = Words(number_written(number))
        missing = number in comparison.unstated_numbers
        yield Row(
            Slot.FIGURE, Mark.UNSTATED if missing else Mark.AGREES, words, NOTHING if missing else words
        )


def _time_rows(claim: Statement, sentence: Statement, comparison: Comparison) -> Iterator[Row]:
    differing = {one.claim: one for one in _of_kind(comparison, DifferenceKind.DATE, DifferenceKind.PERIOD)}
    same = comparison.times.relation is TimeRelation.SAME
    met = meeting(claim, sentence) if same else {}
    lengths = claim.durations if claim.quantities else ()
    times: list[DateMention | Quantity] = [*claim.dates, *lengths]
    for one in times:
        ours = time_words(one, claim)
        if one.text in differing:
            difference = differing.pop(one.text)
            theirs = words_of_time_named(difference.evidence, sentence)
            yield Row(Slot.TIME, _mark_of(difference.kind, comparison), ours, theirs)
            continue
        if isinstance(one, DateMention):
            partner: DateMention | Quantity | None = met.get(one)
        else:
            partner = next(
                (other for other in sentence.durations if are_comparable(one, other) and agree(one, other)),
                None,
            )
        if partner is None:
            yield Row(Slot.TIME, Mark.UNSTATED, ours, NOTHING)
        else:
            yield Row(Slot.TIME, Mark.AGREES, ours, time_words(partner, sentence))
    for difference in differing.values():
        sides = (
            words_of_time_named(difference.claim, claim),
            words_of_time_named(difference.evidence, sentence),
        )
        yield Row(Slot.TIME, _mark_of(difference.kind, comparison), *sides)


def _equal_length(length: Quantity, sentence: Statement) -> Quantity | None:
    alike = (one for one in sentence.durations if are_comparable(length, one) and agree(length, one))
    return next(alike, None)


def _scope_rows(claim: Statement, passage: Reading, comparison: Comparison) -> Iterator[Row]:
    sentence = passage.statement
    told = ""
    for difference in _of_kind(comparison, DifferenceKind.SCOPE):
        told += difference.claim
        sides = (found_words(difference.claim, claim), found_words(difference.evidence, sentence))
        yield Row(Slot.SCOPE, _mark_of(DifferenceKind.SCOPE, comparison), *sides)
    theirs = narrowings(sentence)
    for name, word in narrowings(claim).items():
        if name in theirs:
            yield Row(Slot.SCOPE, Mark.AGREES, found_words(word, claim), found_words(theirs[name], sentence))
        elif word not in told:
            yield Row(Slot.SCOPE, Mark.UNSTATED, found_words(word, claim), NOTHING)
    for place in claim.places:
        partner = next((one for one in sentence.names if set(one.keys) & set(place.keys)), None)
        if partner is not None:
            yield Row(Slot.SCOPE, Mark.AGREES, name_words(place), name_words(partner))
        elif passage.context.names(place):
            yield Row(Slot.SCOPE, Mark.AGREES, name_words(place), NOTHING, around=True)
        elif place.text not in told:
            yield Row(Slot.SCOPE, Mark.UNSTATED, name_words(place), NOTHING)


def _speaker_rows(claim: Statement, sentence: Statement, comparison: Comparison) -> Iterator[Row]:
    if not claim.speaker:
        return
    ours = found_words(claim.speaker, claim)
    theirs = found_words(sentence.speaker, sentence) if sentence.speaker else NOTHING
    mark = Mark.UNSTATED
    if DifferenceKind.SPEAKER in comparison.kinds:
        mark = _mark_of(DifferenceKind.SPEAKER, comparison)
    elif _is_one_speaker(claim, sentence):
        mark = Mark.AGREES
    yield Row(Slot.SPEAKER, mark, ours, theirs)


def _is_one_speaker(claim: Statement, sentence: Statement) -> bool:
    ours, theirs = claim.speaker or "", sentence.speaker or ""
    return bool(_keys_in(ours, claim) & _keys_in(theirs, sentence)) or fold(ours) == fold(theirs)


def _keys_in(speaker: str, statement: Statement) -> set[str]:
    return {key for name in statement.names if name.text in speaker for key in name.keys}


def _manner_rows(claim: Statement, sentence: Statement, comparison: Comparison) -> Iterator[Row]:
    for difference in _of_kind(comparison, DifferenceKind.MODALITY):
        theirs = found_words(difference.evidence, sentence)
        yield Row(Slot.MODALITY, _mark_of(DifferenceKind.MODALITY, comparison), NOTHING, theirs)
    cues = manner_of(sentence)
    for cue in manner_of(claim):
        partner = next((one for one in cues if one.kind is cue.kind), None)
        if partner is None:
            yield Row(Slot.MODALITY, Mark.UNSTATED, cue_words(cue, claim), NOTHING)
        else:
            yield Row(Slot.MODALITY, Mark.AGREES, cue_words(cue, claim), cue_words(partner, sentence))
