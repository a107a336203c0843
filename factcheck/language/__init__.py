"""Pure functions over English and Chinese text; `find_quantities` and `find_dates` are public."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.language.dates import DateMention, find_dates
    from factcheck.language.quantities import Quantity, find_quantities

__all__ = ["DateMention", "Quantity", "find_dates", "find_quantities"]

_HOMES = {
    "DateMention": "factcheck.language.dates",
    "find_dates": "factcheck.language.dates",
    "Quantity": "factcheck.language.quantities",
    "find_quantities": "factcheck.language.quantities",
}


def __getattr__(name: str) -> object:
    """Load the module that holds a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
