"""Measures told in other units of one dimension: 1,200 MW and 1.2 GW, 12 inches and 300 mm, °F and °C."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from factcheck.language.quantities import Quantity, QuantityKind

_DIMENSIONS: dict[str, dict[str, float]] = {
    "m": {
        "pm": 1e-12, "nm": 1e-9, "μm": 1e-6, "mm": 1e-3, "cm": 1e-2, "m": 1.0, "km": 1e3, "in": 0.0254,
        "ft": 0.3048, "yd": 0.9144, "mi": 1609.344, "li": 500.0,
    },
    "m2": {
        "mm2": 1e-6, "cm2": 1e-4, "m2": 1.0, "km2": 1e6, "sqft": 0.09290304, "sqmi": 2589988.11,
        "acre": 4046.8564, "ha": 1e4, "mu": 2000 / 3,
    },
    "m3": {"m3": 1.0, "cuft": 0.028316847, "L": 1e-3, "mL": 1e-6, "gal": 3.785411784e-3, "bbl": 0.158987295},
    "kg": {
        "μg": 1e-9, "mg": 1e-6, "g": 1e-3, "kg": 1.0, "t": 1e3, "lb": 0.45359237, "oz": 0.028349523,
        "jin": 0.5, "mmt": 1e9,
    },
    "W": {"W": 1.0, "kW": 1e3, "MW": 1e6, "GW": 1e9},
    "kWh": {"kWh": 1.0, "MWh": 1e3, "GWh": 1e6, "TWh": 1e9},
    "Hz": {"Hz": 1.0, "kHz": 1e3, "MHz": 1e6, "GHz": 1e9},
    "FLOPS": {"FLOPS": 1.0, "GFLOPS": 1e9, "TFLOPS": 1e12, "PFLOPS": 1e15, "EFLOPS": 1e18},
    "B": {"B": 1.0, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "EB": 1e18, "bit": 0.125},
    "B/s": {
        "MB/s": 1e6, "GB/s": 1e9, "TB/s": 1e12, "PB/s": 1e15, "Mbps": 1.25e5, "Gbps": 1.25e8, "Tbps": 1.25e11,
    },
    "m/s": {"m/s": 1.0, "km/h": 1 / 3.6, "mph": 0.44704},
    "V": {"V": 1.0, "kV": 1e3},
    "%": {"‰": 0.1},
}  # fmt: skip
"""Factors to the first unit named: the SI brochure (BIPM, 9th edition) and NIST SP 811 for the others;
亩, 斤 and 里 as Chinese law defines them; prefixes of bytes decimal."""


@lru_cache(maxsize=1)
def _factors() -> dict[str, tuple[str, float]]:
    return {
        unit: (dimension, factor)
        for dimension, units in _DIMENSIONS.items()
        for unit, factor in units.items()
    }


def dimension_of(unit: str | None) -> str | None:
    """What the unit measures, by its base unit; None for a unit that nothing is converted from or to."""
    if unit in ("°C", "°F"):
        return "°C"
    return _factors()[unit][0] if unit in _factors() else None


def in_base_unit(quantity: Quantity) -> Quantity:
    """The same measure in the base unit of its dimension; a quantity of another kind as it is."""
    unit = quantity.unit
    if quantity.kind is not QuantityKind.DIMENSION or unit is None:
        return quantity
    if unit == "bps":
        # A hundredth of a percentage point, and like it a change or a gap.
        points = _moved(quantity, "pp", 0.01, 0.0)
        return replace(points, kind=QuantityKind.PERCENTAGE_POINT)
    if unit == "°F":
        return _moved(quantity, "°C", 5 / 9, -160 / 9)
    if unit not in _factors():
        return quantity
    dimension, factor = _factors()[unit]
    return _moved(quantity, dimension, factor, 0.0)


def _moved(quantity: Quantity, unit: str, factor: float, shift: float) -> Quantity:
    value = None if quantity.value is None else quantity.value * factor + shift
    return replace(
        quantity,
        unit=unit,
        value=value,
        low=quantity.low * factor + shift,
        high=quantity.high * factor + shift,
        tolerance=quantity.tolerance * abs(factor),
    )
