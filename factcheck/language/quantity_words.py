"""A quantity with the precision that the words around its number state: 超80億, 兩年半, 100+."""

from __future__ import annotations

import math
from dataclasses import replace

from factcheck.language.approximations import read_approximation
from factcheck.language.numeral import Numeral
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantity import Quantity, QuantityKind


def state(text: str, folded: str, numeral: Numeral, stub: Quantity, more: bool) -> Quantity:
    value, low, high, end = numeral.value, numeral.low, numeral.high, stub.end
    approximate = low != high
    halved = (QuantityKind.DURATION, QuantityKind.MULTIPLE, QuantityKind.DIMENSION)
    tenths = _TENTH.match(folded, end) if stub.kind in halved else None
    if tenths is not None:
        value, end = value + 0.5, tenths.end()
        low, high = low + 0.5, high + 0.5
    near = read_approximation(folded, stub.start, end)
    if near is not None or more:
        factors = (1.0, math.inf) if near is None or more else (near.low, near.high)
        low, high = stretched(low, factors[0]), stretched(high, factors[1])
        low, high, approximate = min(low, high), max(low, high), True
        end = near.end if near is not None and folded[near.end - 1 : near.end] == "+" else end
    return replace(
        stub,
        end=end,
        text=text[stub.start : end],
        value=value,
        low=low,
        high=high,
        approximate=approximate,
        tolerance=numeral.step / 2,
        strict=near is not None and near.strict,
    )


_TENTH = lazy_pattern(r"半(?!年|天|个|月|导)")


def stretched(value: float, factor: float) -> float:
    return value if math.isinf(factor) and value == 0 else value * factor
