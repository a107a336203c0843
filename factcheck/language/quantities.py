"""Quantities in a text: how much, in what, how exactly, and whether it rises or falls.

80億美元, $8B and 8 billion dollars come out alike: 8e9 USD. Names (H100, 3A090, RTX 4090), versions
(AI 2.0), dates and bare years are no quantities; those belong to entities and `factcheck.language.dates`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from factcheck.language.dates import find_dates
from factcheck.language.directions import read_change, read_direction
from factcheck.language.fixed_quantities import fixed_quantities, ordinals
from factcheck.language.folding import fold
from factcheck.language.invisible import Visible, visible
from factcheck.language.labels import is_mark, is_name_part
from factcheck.language.number_units import (
    DEGREES_BEFORE,
    SHARE,
    behind_of,
    currency,
    currency_before,
    noun_after_counter,
    unit_behind,
)
from factcheck.language.numerals import Numeral, find_numerals, may_hold_number
from factcheck.language.patterns import lazy_pattern
from factcheck.language.places import clock_times, is_place, scores
from factcheck.language.quantity import Quantity, QuantityKind
from factcheck.language.quantity_ranges import merge_cents, merge_ranges
from factcheck.language.quantity_words import state
from factcheck.language.shares import rate_steps, shares
from factcheck.language.units import following_noun, match_unit

__all__ = ["Quantity", "QuantityKind", "find_quantities"]


def find_quantities(
    text: str, *, language: str | None = None, reference_date: date | None = None
) -> list[Quantity]:
    """Every quantity in `text`, in order, not overlapping.

    `language` is accepted for symmetry with the other readers and not needed: both languages are read at
    once. `reference_date` does not change what is found.
    """
    seen = visible(text)
    found = _quantities(seen.text)
    if seen.text is text:
        return list(found)
    return [_placed(text, seen, quantity) for quantity in found]


def _placed(text: str, seen: Visible, quantity: Quantity) -> Quantity:
    start, end = seen.span(quantity.start, quantity.end)
    return replace(quantity, start=start, end=end, text=text[start:end])


@lru_cache(maxsize=512)
def _quantities(text: str) -> tuple[Quantity, ...]:
    """Remembered: a claim is read when it is extracted, searched for and compared."""
    folded = fold(text)
    if not may_hold_number(folded):
        return ()
    taken = bytearray(len(text))
    dates = [(mention.start, mention.end) for mention in find_dates(text) if mention.kind != "span"]
    for start, end in (*dates, *clock_times(folded)):
        taken[start:end] = b"\x01" * (end - start)
    found = [
        *fixed_quantities(text, folded),
        *rate_steps(text, folded),
        *shares(text, folded),
        *ordinals(text, folded),
    ]
    numerals = find_numerals(text, folded)
    scored = scores(folded, numerals)
    for numeral in numerals:
        if numeral.start in scored or 1 in taken[numeral.start : numeral.end]:
            continue
        if is_name_part(text, folded, numeral) or is_place(folded, numeral):
            continue
        quantity = _measure(text, folded, numeral)
        if quantity is not None:
            found.append(quantity)
    found = merge_cents(text, folded, _longest(found))
    return tuple(_with_direction(folded, quantity) for quantity in merge_ranges(text, folded, found))


def _longest(found: list[Quantity]) -> list[Quantity]:
    """Of overlapping quantities the one that begins first, of those the longest."""
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


_HAN_NAME_NOUN = lazy_pattern(r"(?:元|麟|龙|腾|玑|鹏|芯|版|型号|代号|编号|号)$")


def _measure(text: str, folded: str, numeral: Numeral) -> Quantity | None:
    """The numeral with the unit around it and the precision that the words beside it state."""
    start, end = numeral.start, numeral.end
    prefix = currency_before(folded, start)
    unit = unit_behind(folded, numeral)
    if prefix is None and unit is None and _ends_a_name(folded, numeral):
        return None
    early = None if unit is not None else _EARLY_MORE.match(folded, end)
    if early is not None:
        unit = match_unit(folded, early.end())
    if unit is not None and (unit[1] == "piece" or (unit[1] == "thing" and early is None)):
        unit = noun_after_counter(folded, unit)
    if _is_article(folded, numeral, unit) or (prefix is None and unit is None and is_mark(folded, numeral)):
        return None
    kind, symbol = QuantityKind.NUMBER, None
    if prefix is not None:
        start, kind, symbol = prefix.start(1), QuantityKind.MONEY, currency(folded, prefix)
        if _MINUS_BEFORE.search(folded, max(0, start - 2), start):
            start, numeral = start - 1, _negative(numeral)
        if unit is not None and unit[0] == "money":
            end, symbol = unit[2], unit[1] if symbol in ("USD", "CNY") else symbol
    elif unit is not None:
        kind, symbol, end = QuantityKind(unit[0]), unit[1], unit[2]
    elif not SHARE.search(folded, numeral.start, end):
        behind = behind_of(folded, numeral)
        noun = None if behind is None else following_noun(folded, behind)
        if noun is not None:
            kind, symbol = QuantityKind.COUNT, noun
    degrees = DEGREES_BEFORE.search(folded, max(0, start - 2), start)
    start = degrees.start() if degrees is not None and symbol in ("°C", "°F") else start
    stub = Quantity(start, end, "", kind, numeral.value, 0.0, 0.0, symbol)
    return state(text, folded, numeral, stub, early is not None)


_MINUS_BEFORE = lazy_pattern(r"(?:^|[\s(:：,，（])[-−]$")


def _negative(numeral: Numeral) -> Numeral:
    return replace(numeral, value=-numeral.value, low=-numeral.high, high=-numeral.low)


def _ends_a_name(folded: str, numeral: Numeral) -> bool:
    """麒麟9000, 2.0版: digits glued to a noun that series are numbered with."""
    start = numeral.start
    return (
        start > 0
        and folded[start].isdigit()
        and _HAN_NAME_NOUN.search(folded, max(0, start - 2), start) is not None
        and not numeral.scaled
    )


_EARLY_MORE = lazy_pattern(r"\s?(?:\+|多|余|(?<=[0十百千万])来(?=[个家颗台年人万]))\s?(?=[\u4e00-\u9fffa-z])")


def _is_article(folded: str, numeral: Numeral, unit: tuple[str, str, int] | None) -> bool:
    """一家公司, 一个, one: no count is stated."""
    written = folded[numeral.start : numeral.end]
    if written == "一":
        return unit is None or unit[0] == "count"
    return written == "one" and (unit is None or unit[0] == "count")


def _with_direction(folded: str, quantity: Quantity) -> Quantity:
    if quantity.direction is not None or quantity.kind in (QuantityKind.ORDINAL, QuantityKind.DURATION):
        return quantity
    way = None if quantity.value == 0 else read_direction(folded, quantity.start, quantity.end)
    if way is None:
        return quantity
    return replace(quantity, direction=way, change=read_change(folded, quantity.start, quantity.end))
