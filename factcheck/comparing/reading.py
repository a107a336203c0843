"""What a passage says, read once: its slots and the names around it, and their form in a row of text.

A row holds no words of the passage: what was found stands as offsets into it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from factcheck.comparing.statement import Context, Statement, statement_of
from factcheck.language.dates import DateKind, DateMention, find_dates
from factcheck.language.entities import AliasTable, EntityKind, Mention, find_entities
from factcheck.language.facts import Facts
from factcheck.language.folding import fold
from factcheck.language.learnt import LearntNames
from factcheck.language.modality import Cue, CueKind
from factcheck.language.quantity import Quantity, QuantityKind

_NAMES = 3
"""Place of the names in a row."""
_ROW = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage read into slots, and the names in its title and the sentence before."""

    statement: Statement
    context: Context


def read_passage(
    text: str,
    facts: Facts,
    *,
    title: str | None,
    context: str,
    published: date | None = None,
    aliases: AliasTable | None = None,
) -> Reading:
    """The reading of a passage with these `facts`, under `title` and behind the sentence `context`.

    Relative dates of the title count from `published`.
    """
    keys, places = _names_around(title, context, aliases)
    surroundings = Context(
        keys=keys,
        places=places,
        dates=tuple(find_dates(title or "", reference_date=published)),
        said=_said_around(title, context),
        words=fold(_said_around(title, context)),
    )
    return Reading(statement_of(text, facts), surroundings)


def _names_around(
    title: str | None, context: str, aliases: AliasTable | None
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Keys of the names in a passage's title and the sentence before it, and the places of the title."""
    heading = find_entities(title or "", aliases=aliases)
    around = [*heading, *find_entities(context, aliases=aliases)]
    keys = frozenset(key for name in around for key in name.keys)
    return keys, tuple(dict.fromkeys(name.text for name in heading if name.kind is EntityKind.PLACE))


def renamed(reading: Reading, *, title: str | None, context: str, names: LearntNames) -> Reading:
    """The reading as it would be if the table had held the learnt names too."""
    said, around = reading.statement, reading.context
    if names.touches(said.folded):
        said = replace(said, names=tuple(names.find(said.text)))
    if any(names.touches(fold(text)) for text in (title or "", context)):
        keys, places = _names_around(title, context, names.table)
        around = replace(around, keys=keys, places=places)
    return reading if said is reading.statement and around is reading.context else Reading(said, around)


def _said_around(title: str | None, context: str) -> str:
    return "\n".join(part for part in (title, context) if part)


def pack(reading: Reading) -> str:
    """The row that `unpack` turns back into an equal reading."""
    said = reading.statement
    parts = [
        [_quantity_row(one) for one in said.quantities],
        [_date_row(one) for one in said.dates],
        [_quantity_row(one) for one in said.durations],
        [[one.start, one.end, one.key, one.kind, one.candidates] for one in said.names],
        [[one.start, one.end, one.kind] for one in said.cues],
        said.clauses,
        [_quantity_row(one) for one in said.plain],
        sorted(reading.context.keys),
        reading.context.places,
        [_date_row(one) for one in reading.context.dates],
    ]
    return _ROW.encode(parts)


def unpack(text: str, row: str, *, title: str | None, context: str) -> Reading:
    """The reading that `pack` wrote of the passage `text` under `title` and behind the sentence `context`."""
    quantities, dates, durations, names, cues, clauses, plain, keys, places, around = json.loads(row)
    statement = Statement(
        text=text,
        folded=fold(text),
        quantities=tuple(_quantity(text, one) for one in quantities),
        dates=tuple(_date(text, one) for one in dates),
        durations=tuple(_quantity(text, one) for one in durations),
        names=_names(text, names),
        cues=tuple(Cue(start, end, CueKind(kind)) for start, end, kind in cues),
        clauses=tuple((start, end) for start, end in clauses),
        plain=tuple(_quantity(text, one) for one in plain),
    )
    surroundings = Context(
        frozenset(keys),
        tuple(places),
        tuple(_date(title or "", one) for one in around),
        said=_said_around(title, context),
        words=fold(_said_around(title, context)),
    )
    return Reading(statement, surroundings)


def names_in(text: str, row: str) -> tuple[Mention, ...]:
    """The names of the passage `text` alone, out of the row that `pack` wrote."""
    return _names(text, json.loads(row)[_NAMES])


def _names(text: str, rows: Sequence[Any]) -> tuple[Mention, ...]:
    return tuple(
        Mention(start, end, text[start:end], key, EntityKind(kind), tuple(candidates))
        for start, end, key, kind, candidates in rows
    )


def _quantity_row(one: Quantity) -> Sequence[object]:
    return (
        *(one.start, one.end, one.kind, one.value, one.low, one.high),
        *(one.unit, one.approximate, one.tolerance, one.direction, one.change, one.strict),
    )


def _quantity(text: str, row: Sequence[Any]) -> Quantity:
    start, end, kind, *rest = row
    return Quantity(start, end, text[start:end], QuantityKind(kind), *rest)


def _date_row(one: DateMention) -> Sequence[object]:
    days = [None if day is None else day.toordinal() for day in (one.first_day, one.last_day)]
    return one.start, one.end, *days, one.kind, one.month, one.day, one.relation, one.months


def _date(text: str, row: Sequence[Any]) -> DateMention:
    start, end, *days, kind, month, day, relation, months = row
    first, last = (None if number is None else date.fromordinal(number) for number in days)
    known = tuple(months) if months else None
    return DateMention(start, end, text[start:end], first, last, DateKind(kind), month, day, relation, known)


def revision(aliases: AliasTable) -> str:
    """12 hex digits that change whenever a passage could be read otherwise: the rules or the names."""
    return hashlib.sha256(f"{rules()}{aliases.revision}".encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def rules() -> str:
    """sha256 of the reading rules, 64 hex digits."""
    # The rules are the program's own files: no number to forget to raise.
    here = Path(__file__).parent
    files = sorted([*(here.parent / "language").glob("*.py"), here / "statement.py", here / "reading.py"])
    digest = hashlib.sha256(f"{version('opencc')} {version('rjieba')}".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()
