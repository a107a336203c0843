"""What a statement says slot by slot: its own words, and what they mean in any language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from factcheck.comparing.assertions import Pole
from factcheck.comparing.changes import sign_of_change
from factcheck.comparing.scope import narrowings
from factcheck.comparing.statement import Statement
from factcheck.comparing.written import date_written, quantity_written
from factcheck.language.dates import DateMention
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.folding import fold
from factcheck.language.modality import Cue, CueKind
from factcheck.language.quantities import Quantity

Span = tuple[int, int]
_DENYING = frozenset({CueKind.NEGATION, CueKind.DENIAL})


class Slot(StrEnum):
    """What a statement is read as, in the order in which it is shown."""

    WHO = "who"
    ASSERTED = "asserted"
    FIGURE = "figure"
    TIME = "time"
    """When it was, or over what period it is measured."""
    SCOPE = "scope"
    SPEAKER = "speaker"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True)
class Words:
    """What one side puts into a slot."""

    text: str = ""
    """Its own words; empty where it says nothing."""
    spans: tuple[Span, ...] = ()
    """Where they stand in its text; empty where they are not one stretch of it."""
    value: str = ""
    """What they mean in any language: `8,000,000,000 USD`, `2024-10`, `nvidia`."""


NOTHING = Words()


def read_slots(statement: Statement) -> tuple[tuple[Slot, Words], ...]:
    """What `statement` was read as; what is asserted is told by its words outside every other slot."""
    found: list[tuple[Slot, Words]] = [(Slot.WHO, name_words(name)) for name in names_of(statement)]
    figures = sorted((*statement.quantities, *statement.plain), key=lambda one: one.start)
    found += [(Slot.FIGURE, figure_words(one, statement)) for one in figures or statement.durations]
    found += [(Slot.TIME, day_words(one)) for one in statement.dates]
    if figures:
        found += [(Slot.TIME, figure_words(one, statement)) for one in statement.durations]
    found += [(Slot.SCOPE, found_words(word, statement)) for word in narrowings(statement).values()]
    found += [(Slot.SCOPE, name_words(place)) for place in statement.places]
    if statement.speaker:
        found.append((Slot.SPEAKER, found_words(statement.speaker, statement)))
    found += [(Slot.MODALITY, cue_words(cue, statement)) for cue in manner_of(statement)]
    taken = [span for slot, words in found if slot is not Slot.SPEAKER for span in words.spans]
    rest = _outside(statement.text, taken)
    if rest:
        words = " … ".join(statement.text[start:end] for start, end in rest)
        found.append((Slot.ASSERTED, Words(words, tuple(rest))))
    order = list(Slot)
    return tuple(sorted(found, key=lambda one: order.index(one[0])))


def names_of(statement: Statement) -> list[Mention]:
    """Who and what it is about, each once."""
    found: dict[str, Mention] = {}
    for name in statement.names:
        if name.kind is not EntityKind.PLACE:
            found.setdefault(name.key, name)
    return list(found.values())


def manner_of(statement: Statement) -> list[Cue]:
    return [cue for cue in statement.cues if cue.kind not in _DENYING]


def _outside(text: str, taken: Iterable[Span]) -> list[Span]:
    """Stretches of letters outside `taken`, marks and blanks at their ends left off."""
    covered = bytearray(len(text))
    for start, end in taken:
        covered[start:end] = b"\1" * (end - start)
    spans: list[Span] = []
    for free, places in groupby(range(len(text)), key=lambda place: not covered[place]):
        inside = [place for place in places if text[place].isalnum()]
        if free and inside:
            spans.append((inside[0], inside[-1] + 1))
    return spans


def name_words(name: Mention) -> Words:
    value = "" if fold(name.text) == name.key else name.key
    return Words(name.text, ((name.start, name.end),), value)


def figure_words(quantity: Quantity, statement: Statement, *, signed: bool = False) -> Words:
    sign = sign_of_change(quantity, statement) if signed else None
    value = quantity_written(quantity, sign or 0)
    return Words(quantity.text, ((quantity.start, quantity.end),), "" if value == quantity.text else value)


def day_words(mention: DateMention) -> Words:
    value = date_written(mention)
    return Words(mention.text, ((mention.start, mention.end),), "" if value == mention.text else value)


def time_words(one: DateMention | Quantity, statement: Statement) -> Words:
    return day_words(one) if isinstance(one, DateMention) else figure_words(one, statement)


def words_of_time_named(text: str, statement: Statement) -> Words:
    """The time of the statement that is told in these words."""
    times: list[DateMention | Quantity] = [*statement.dates, *statement.durations]
    found = next((one for one in times if one.text == text), None)
    return found_words(text, statement) if found is None else time_words(found, statement)


def pole_words(pole: Pole, statement: Statement) -> Words:
    """The word that takes a side, from the negation on that turns it."""
    start, end = pole.span
    return Words(statement.text[start:end], ((start, end),))


def cue_words(cue: Cue, statement: Statement) -> Words:
    return Words(statement.text[cue.start : cue.end], ((cue.start, cue.end),))


def found_words(text: str, statement: Statement) -> Words:
    """Words whose place was not kept: looked for, and without a span where they are not one stretch."""
    start = statement.text.find(text)
    return Words(text, ((start, start + len(text)),) if text and start >= 0 else ())
