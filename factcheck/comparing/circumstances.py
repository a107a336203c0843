"""Rows for the circumstances: when it was, of what it holds, who says it, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.comparing.comparison import Comparison
from factcheck.comparing.marks import Mark, Row, mark_of, of_kind
from factcheck.comparing.periods import TimeRelation, meeting
from factcheck.comparing.reading import Reading
from factcheck.comparing.scope import narrowings
from factcheck.comparing.slots import (
    NOTHING,
    Slot,
    cue_words,
    found_words,
    manner_of,
    name_words,
    time_words,
    words_of_time_named,
)
from factcheck.comparing.statement import Statement
from factcheck.comparing.values import agree, are_comparable
from factcheck.language.dates import DateMention
from factcheck.language.folding import fold
from factcheck.language.quantities import Quantity
from factcheck.model import DifferenceKind


def time_rows(claim: Statement, sentence: Statement, comparison: Comparison) -> Iterator[Row]:
    differing = {one.claim: one for one in of_kind(comparison, DifferenceKind.DATE, DifferenceKind.PERIOD)}
    same = comparison.times.relation is TimeRelation.SAME
    met = meeting(claim, sentence) if same else {}
    lengths = claim.durations if claim.quantities else ()
    times: list[DateMention | Quantity] = [*claim.dates, *lengths]
    for one in times:
        ours = time_words(one, claim)
        if one.text in differing:
            difference = differing.pop(one.text)
            theirs = words_of_time_named(difference.evidence, sentence)
            yield Row(Slot.TIME, mark_of(difference.kind, comparison), ours, theirs)
            continue
        if isinstance(one, DateMention):
            partner: DateMention | Quantity | None = met.get(one)
        else:
            partner = next(
                (other for other in sentence.durations if are_comparable(one, other) and agree(one, other)),
                None,
            )
        theirs = NOTHING if partner is None else time_words(partner, sentence)
        yield Row(Slot.TIME, Mark.AGREES if partner else Mark.UNSTATED, ours, theirs)
    for difference in differing.values():
        sides = (
            words_of_time_named(difference.claim, claim),
            words_of_time_named(difference.evidence, sentence),
        )
        yield Row(Slot.TIME, mark_of(difference.kind, comparison), *sides)


def scope_rows(claim: Statement, passage: Reading, comparison: Comparison) -> Iterator[Row]:
    sentence = passage.statement
    told = ""
    for difference in of_kind(comparison, DifferenceKind.SCOPE):
        told += difference.claim
        sides = (found_words(difference.claim, claim), found_words(difference.evidence, sentence))
        yield Row(Slot.SCOPE, mark_of(DifferenceKind.SCOPE, comparison), *sides)
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


def speaker_rows(claim: Statement, sentence: Statement, comparison: Comparison) -> Iterator[Row]:
    if not claim.speaker:
        return
    ours = found_words(claim.speaker, claim)
    theirs = found_words(sentence.speaker, sentence) if sentence.speaker else NOTHING
    mark = Mark.UNSTATED
    if DifferenceKind.SPEAKER in comparison.kinds:
        mark = mark_of(DifferenceKind.SPEAKER, comparison)
    elif _is_one_speaker(claim, sentence):
        mark = Mark.AGREES
    yield Row(Slot.SPEAKER, mark, ours, theirs)


def _is_one_speaker(claim: Statement, sentence: Statement) -> bool:
    ours, theirs = claim.speaker or "", sentence.speaker or ""
    return bool(_keys_in(ours, claim) & _keys_in(theirs, sentence)) or fold(ours) == fold(theirs)


def _keys_in(speaker: str, statement: Statement) -> set[str]:
    return {key for name in statement.names if name.text in speaker for key in name.keys}


def manner_rows(claim: Statement, sentence: Statement, comparison: Comparison) -> Iterator[Row]:
    for difference in of_kind(comparison, DifferenceKind.MODALITY):
        sides = found_words(difference.claim, claim), found_words(difference.evidence, sentence)
        yield Row(Slot.MODALITY, mark_of(DifferenceKind.MODALITY, comparison), *sides)
    cues = manner_of(sentence)
    for cue in manner_of(claim):
        partner = next((one for one in cues if one.kind is cue.kind), None)
        theirs = NOTHING if partner is None else cue_words(partner, sentence)
        yield Row(Slot.MODALITY, Mark.AGREES if partner else Mark.UNSTATED, cue_words(cue, claim), theirs)
