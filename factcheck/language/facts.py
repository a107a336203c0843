"""What a text states, found once: quantities, dates and names, and the search terms made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from factcheck.language.dates import DateMention, find_dates
from factcheck.language.entities import AliasTable, Mention, find_entities
from factcheck.language.quantities import find_quantities
from factcheck.language.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything countable, dated or named in one text, each in the order of the text."""

    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    names: tuple[Mention, ...]


def find_facts(text: str, *, reference_date: date | None = None, aliases: AliasTable | None = None) -> Facts:
    """The facts of `text`; its relative dates count from `reference_date` where that is known."""
    return Facts(
        quantities=tuple(find_quantities(text, reference_date=reference_date)),
        dates=tuple(find_dates(text, reference_date=reference_date)),
        names=tuple(find_entities(text, aliases=aliases)),
    )


_UNBOUNDED = 1e300
_TELLING = 10
"""Values below say little without their unit: one, two, a half."""


def fact_terms(facts: Facts) -> list[str]:
    """Terms of no language (`q:USD:8.0e+09`, `d:07-15`, `e:nvidia`), by which "$8B" finds 80億美元."""
    return [*_quantity_terms(facts.quantities), *_date_terms(facts.dates), *_name_terms(facts.names)]


def _quantity_terms(quantities: Iterable[Quantity]) -> list[str]:
    """Unit and value to two digits, and the value alone: told otherwise or counted otherwise, they meet."""
    terms = []
    for quantity in quantities:
        for value in {quantity.value, quantity.low, quantity.high}:
            if value is None or abs(value) >= _UNBOUNDED:
                continue
            if quantity.unit:
                terms.append(f"q:{quantity.unit}:{value:.1e}")
            if abs(value) >= _TELLING:
                terms.append(f"v:{value:.1e}")
    return terms


def _date_terms(dates: Iterable[DateMention]) -> list[str]:
    """The day, its month and its month and day without the year."""
    terms = []
    for mention in dates:
        first, last = mention.first_day, mention.last_day
        if first is None or last is None:
            continue
        if first == last:
            terms += [f"d:{first:%Y-%m-%d}", f"d:{first:%m-%d}"]
        if (first.year, first.month) == (last.year, last.month):
            terms.append(f"d:{first:%Y-%m}")
        elif first.year == last.year:
            terms.append(f"d:{first:%Y}")
    return terms


def _name_terms(names: Iterable[Mention]) -> list[str]:
    return name_terms(key for mention in names for key in mention.keys)


def name_terms(keys: Iterable[str]) -> list[str]:
    """Terms for names by their language-free keys."""
    return [f"e:{key}".replace(" ", "_") for key in keys]
