"""One text read into the slots that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from factcheck.comparing.assertions import Assertion, find_assertions
from factcheck.comparing.said_by import Speaker, find_speaker
from factcheck.language.dates import DateMention
from factcheck.language.entities import AliasTable, EntityKind, Mention
from factcheck.language.facts import Facts, find_facts
from factcheck.language.folding import fold
from factcheck.language.modality import Cue, find_modality
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity, QuantityKind

# Begins with a class of characters, which the engine looks for fast; a full stop needs a blank behind it.
_CLAUSE_END = lazy_pattern(r"[，,；;：:。！？!?\n（）().](?:(?<!\.)|(?=\s|$))")
_LONGEST_ASIDE = 60
"""Code points of a bracket that only adds to its clause: a gloss, a date, a second figure."""
_GLOSSED = lazy_pattern(r"[\u4e00-\u9fff]{2,8}[（(][A-Z]")
"""A Chinese name with its English form in brackets: 曉光記憶體（Saebyeok Memory）."""
ACTORS = frozenset({EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PRODUCT})
"""Kinds of names that do something or that something is measured of."""
_UNCOMPARED = frozenset({QuantityKind.NUMBER, QuantityKind.ORDINAL, QuantityKind.DURATION})
"""Plain numbers and ordinals mean too many things; durations are compared as periods."""
_RANGED = frozenset(QuantityKind) - _UNCOMPARED


@dataclass(frozen=True)
class Statement:
    """A claim or a sentence with what was found in it; offsets index `text`."""

    text: str
    folded: str
    quantities: tuple[Quantity, ...]
    """Those that can be compared: with a unit, a scale of a percentage or a counter."""
    dates: tuple[DateMention, ...]
    durations: tuple[Quantity, ...]
    names: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    clauses: tuple[tuple[int, int], ...]
    plain: tuple[Quantity, ...] = ()
    """Plain numbers, which are held against each other only by what they count."""

    def clause_at(self, position: int) -> tuple[int, int]:
        """The clause that holds a position, as [start, end)."""
        for start, end in self.clauses:
            if start <= position < end:
                return start, end
        return 0, len(self.text)

    @property
    def numbers(self) -> tuple[float, ...]:
        """The values of the plain numbers."""
        return tuple(one.value for one in self.plain if one.value is not None)

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """What it asserts, piece by piece; read once a text."""
        return find_assertions(self.folded, self.clauses)

    @cached_property
    def speaking(self) -> Speaker | None:
        """Who says it; looked for only when the other side names somebody."""
        return find_speaker(self.text, self.names)

    @property
    def speaker(self) -> str | None:
        """Who says it, in the text's words."""
        return self.speaking.text if self.speaking else None

    @cached_property
    def values(self) -> frozenset[float]:
        """Every value that it states, of whatever unit."""
        stated = (one.value for one in (*self.quantities, *self.durations))
        return frozenset(value for value in stated if value is not None).union(self.numbers)

    @cached_property
    def places(self) -> tuple[Mention, ...]:
        """Places that something is told of; not those that only say where a body is from: 韓國曉光記憶體."""
        return tuple(
            name for name in self.names if name.kind is EntityKind.PLACE and not self._describes(name)
        )

    def _describes(self, place: Mention) -> bool:
        following = any(
            0 <= name.start - place.end <= 1 and name.kind is not EntityKind.PLACE for name in self.names
        )
        return following or _GLOSSED.match(self.text, place.end) is not None

    @cached_property
    def keys(self) -> frozenset[str]:
        """Language-free keys of all names, ambiguous ones with each candidate."""
        return frozenset(key for name in self.names for key in name.keys)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a passage: its title and the sentence before."""

    keys: frozenset[str] = frozenset()
    """Language-free keys of the names in both."""
    places: tuple[str, ...] = ()
    """Places in its title, in the title's words: what a report is about as a whole."""
    dates: tuple[DateMention, ...] = ()
    """Dates and periods in its title."""
    said: str = ""
    """Both as they stand, a line each."""
    words: str = ""
    """Both, folded."""

    def names(self, name: Mention) -> bool:
        """Whether `name` stands around the passage, by its key or letter by letter."""
        return bool(self.keys.intersection(name.keys)) or stands_in(name.text, self.words)


def stands_in(name: str, folded: str) -> bool:
    """Whether a name stands in a folded text, as a word of its own where it is Latin: Arm, not army."""
    sought = fold(name)
    start = folded.find(sought) if sought else -1
    while start >= 0:
        end = start + len(sought)
        around = folded[max(0, start - 1) : start] + folded[end : end + 1]
        if not sought.isascii() or not any(one.isascii() and one.isalnum() for one in around):
            return True
        start = folded.find(sought, start + 1)
    return False


def read_statement(
    text: str, *, reference_date: date | None = None, aliases: AliasTable | None = None
) -> Statement:
    """`text` read into slots; dates resolved against `reference_date` where it is known."""
    return statement_of(text, find_facts(text, reference_date=reference_date, aliases=aliases))


def statement_of(text: str, facts: Facts) -> Statement:
    """The slots of `text`, whose facts were found before."""
    return Statement(
        text=text,
        folded=fold(text),
        quantities=tuple(
            one
            for one in facts.quantities
            if (one.kind not in _UNCOMPARED and one.value is not None)
            or (one.kind in _RANGED and one.low != one.high)
        ),
        dates=facts.dates,
        durations=tuple(one for one in facts.quantities if one.kind is QuantityKind.DURATION),
        names=facts.names,
        cues=tuple(
            cue
            for cue in find_modality(text, future=False)
            if not any(day.start < cue.end and cue.start < day.end for day in facts.dates)
        ),
        clauses=_clauses(text),
        plain=tuple(
            one
            for one in facts.quantities
            if one.kind is QuantityKind.NUMBER and one.value is not None and _is_telling(one)
        ),
    )


def _is_telling(number: Quantity) -> bool:
    """Whether a plain number is a figure: not one of them, the two, nor a year that stands alone.

    A fraction in words is a share.
    """
    value = number.value or 0.0
    if 0 < value < 1:
        return not number.text[:1].isdigit()
    return value >= 5 and not (1900 <= value <= 2100 and value.is_integer() and number.text.isdigit())


def _clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches between marks: where the words around a figure belong to it.

    A short bracket belongs to the clause that it stands in, marks and all; a long one is its own.
    """
    spans, start, resume = [], 0, 0
    for mark in _CLAUSE_END.finditer(text):
        if mark.start() < resume or (mark.group() == "," and text[mark.end() : mark.end() + 1].isdigit()):
            continue
        if mark.group() in "（(":
            resume = _aside_end(text, mark.end())
            if resume:
                continue
        spans.append((start, mark.end()))
        start = mark.end()
    spans.append((start, len(text)))
    return tuple(spans)


def _aside_end(text: str, opened: int) -> int:
    """Where a short bracket that opened before `opened` has closed; 0 for a long one or none that closes."""
    depth = 1
    for position in range(opened, min(len(text), opened + _LONGEST_ASIDE)):
        depth += (text[position] in "（(") - (text[position] in "）)")
        if not depth:
            return position + 1
    return 0
