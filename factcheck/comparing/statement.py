"""One text read into the slots that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from factcheck.language.attribution import find_attribution
from factcheck.language.dates import DateMention, find_dates
from factcheck.language.entities import AliasTable, Mention, find_entities
from factcheck.language.folding import fold
from factcheck.language.modality import Cue, find_modality
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity, QuantityKind, find_quantities

_CLAUSE_END = lazy_pattern(r"[，,；;：:。！？!?\n（）()]|\.(?=\s|$)")
_UNCOMPARED = frozenset({QuantityKind.NUMBER, QuantityKind.ORDINAL, QuantityKind.DURATION})
"""Plain numbers and ordinals mean too many things; durations are compared as periods."""


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

    def clause_at(self, position: int) -> tuple[int, int]:
        """The clause that holds a position, as [start, end)."""
        for start, end in self.clauses:
            if start <= position < end:
                return start, end
        return 0, len(self.text)

    @cached_property
    def speaker(self) -> str | None:
        """Who says it, in the text's words; looked for only when the other side names somebody."""
        attribution = find_attribution(self.text)
        return attribution.text if attribution else None

    @cached_property
    def keys(self) -> frozenset[str]:
        """Language-free keys of all names, ambiguous ones with each candidate."""
        return frozenset(key for name in self.names for key in (name.candidates or (name.key,)))


def read_statement(
    text: str, *, reference_date: date | None = None, aliases: AliasTable | None = None
) -> Statement:
    """`text` read into slots; dates resolved against `reference_date` where it is known."""
    if aliases is None:
        return _read(text, reference_date)
    return _read_with(text, reference_date, aliases)


@lru_cache(maxsize=4096)
def _read(text: str, reference_date: date | None) -> Statement:
    """A passage is read once for all the claims that it is held against."""
    return _read_with(text, reference_date, None)


def _read_with(text: str, reference_date: date | None, aliases: AliasTable | None) -> Statement:
    quantities = find_quantities(text, reference_date=reference_date)
    return Statement(
        text=text,
        folded=fold(text),
        quantities=tuple(
            one
            for one in quantities
            if (one.kind not in _UNCOMPARED and one.value is not None)
            or (one.kind in _RANGED and one.low != one.high)
        ),
        dates=tuple(find_dates(text, reference_date=reference_date)),
        durations=tuple(one for one in quantities if one.kind is QuantityKind.DURATION),
        names=tuple(find_entities(text, aliases=aliases)),
        cues=tuple(find_modality(text, future=False)),
        clauses=_clauses(text),
    )


_RANGED = frozenset(QuantityKind) - _UNCOMPARED


def _clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches between marks: where the words around a figure belong to it."""
    spans, start = [], 0
    for mark in _CLAUSE_END.finditer(text):
        if mark.group() == "," and text[mark.end() : mark.end() + 1].isdigit():
            continue
        spans.append((start, mark.end()))
        start = mark.end()
    spans.append((start, len(text)))
    return tuple(spans)
