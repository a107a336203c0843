"""What two wordings of one statement cannot differ in: their figures and whether they deny it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.folding import fold
from factcheck.language.quantities import find_quantities

_DENIAL = re.compile(r"\b(?:not|no|never|denie[sd]|deny|without)\b|n't\b|[不没未无非否勿]")


@dataclass(frozen=True, slots=True)
class Particulars:
    """Of one text; equal for 80億美元 and $8 billion."""

    values: tuple[tuple[str, str, float, float], ...]
    """Kind, unit, least and most of each quantity, sorted."""
    denials: int
    """Words that deny."""


def particulars(text: str) -> Particulars:
    """The particulars of `text`, in any of the languages."""
    values = sorted((one.kind, one.unit or "", one.low, one.high) for one in find_quantities(text))
    return Particulars(tuple(values), len(_DENIAL.findall(fold(text))))
