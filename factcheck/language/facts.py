"""Language-free search terms: quantities, dates and names, so that "$8B" finds 80億美元."""

from __future__ import annotations

from datetime import date

from factcheck.language.dates import find_dates
from factcheck.language.entities import AliasTable, find_entities
from factcheck.language.quantities import find_quantities


def fact_terms(
    text: str, *, reference_date: date | None = None, aliases: AliasTable | None = None
) -> list[str]:
    """Terms such as `q:USD:8.0e+09`, `d:2025-07-15`, `d:07-15`, `e:nvidia` for what `text` states."""
    return [
        *_quantity_terms(text, reference_date),
        *_date_terms(text, reference_date),
        *_name_terms(text, aliases),
    ]


def _quantity_terms(text: str, reference_date: date | None) -> list[str]:
    """Unit and value to two digits: values stated to another precision still meet."""
    terms = []
    for quantity in find_quantities(text, reference_date=reference_date):
        if quantity.unit:
            terms += [
                f"q:{quantity.unit}:{value:.1e}"
                for value in {quantity.value, quantity.low, quantity.high}
                if value is not None and abs(value) < 1e300
            ]
    return terms


def _date_terms(text: str, reference_date: date | None) -> list[str]:
    """The day, its month and its month and day without the year."""
    terms = []
    for mention in find_dates(text, reference_date=reference_date):
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


def _name_terms(text: str, aliases: AliasTable | None) -> list[str]:
    return [
        f"e:{key}".replace(" ", "_")
        for mention in find_entities(text, aliases=aliases)
        for key in (mention.candidates or (mention.key,))
    ]
