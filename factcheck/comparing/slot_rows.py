"""A comparison as rows that a person reads: slot by slot both sides' words, and how they stand.

Pure and after the fact: the marks say what `compare` found; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparing.circumstances import manner_rows, scope_rows, speaker_rows, time_rows
from factcheck.comparing.comparison import Comparison
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.marks import Mark, Row, mark_of
from factcheck.comparing.reading import Reading
from factcheck.comparing.slots import (
    NOTHING,
    Slot,
    Words,
    figure_words,
    found_words,
    name_words,
    names_of,
    pole_words,
)
from factcheck.comparing.statement import Statement, stands_in
from factcheck.comparing.written import number_written
from factcheck.language.folding import fold
from factcheck.model import DifferenceKind


def slot_rows(claim: Statement, passage: Reading, comparison: Comparison) -> tuple[Row, ...]:
    """Each thing that the claim states beside what the passage says of it, in the order of `Slot`."""
    sentence = passage.statement
    rows = [
        *_name_rows(claim, passage, comparison),
        *_pole_rows(claim, sentence, comparison),
        *(_figure_row(pair, claim, sentence, comparison) for pair in comparison.figures),
        *_number_rows(claim, comparison),
        *time_rows(claim, sentence, comparison),
        *scope_rows(claim, passage, comparison),
        *speaker_rows(claim, sentence, comparison),
        *manner_rows(claim, sentence, comparison),
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
        told = any(_one_is_in(one.claim, ours) and _one_is_in(one.evidence, theirs) for ours, theirs in shown)
        if not told:
            yield Row(_SLOT_OF[one.kind], mark_of(one.kind, comparison), *sides)


def _one_is_in(words: str, shown: str) -> bool:
    """Whether words are shown, or are what is shown with the words before it."""
    return words in shown or (bool(shown) and shown in words)


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
            yield Row(Slot.WHO, mark_of(DifferenceKind.NAME, comparison), ours, theirs)
        else:
            yield Row(Slot.WHO, Mark.UNSTATED, ours, NOTHING)


def _pole_rows(claim: Statement, sentence: Statement, comparison: Comparison) -> Iterator[Row]:
    mark = mark_of(DifferenceKind.POLARITY, comparison)
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


def _figure_row(pair: FigurePair, claim: Statement, sentence: Statement, comparison: Comparison) -> Row:
    ours = figure_words(pair.claim, claim, signed=pair.opposed)
    if pair.evidence is not None:
        mark = Mark.AGREES if pair.agrees and not pair.opposed else Mark.DIFFERS
        return Row(Slot.FIGURE, mark, ours, figure_words(pair.evidence, sentence, signed=pair.opposed))
    if pair.twin is not None:
        twin = figure_words(pair.twin, sentence)
        return Row(Slot.FIGURE, mark_of(DifferenceKind.UNIT, comparison), ours, twin)
    return Row(Slot.FIGURE, Mark.UNSTATED, ours, NOTHING)


def _number_rows(claim: Statement, comparison: Comparison) -> Iterator[Row]:
    shown = {pair.claim.value for pair in comparison.figures}
    for number in claim.numbers:
        if number in shown:
            continue
        told = next((one for one in claim.plain if one.value == number), None)
        words = figure_words(told, claim) if told else Words(number_written(number))
        missing = number in comparison.unstated_numbers
        theirs = NOTHING if missing else Words(number_written(number))
        yield Row(Slot.FIGURE, Mark.UNSTATED if missing else Mark.AGREES, words, theirs)
