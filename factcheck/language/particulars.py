"""What two wordings of one statement cannot differ in: their figures and whether they deny it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.folding import fold
from factcheck.language.quantities import find_quantities

_DENIAL = re.compile(
    r"\b(?:not(?! only\b)|no|never|denie[sd]|deny|without)\b|n't\b"
    r"|不(?![过仅但止只少断锈])|没|未(?!来)|无(?!人机|线|锡|论)|非(?![常洲])|否|勿"
)
"""On folded text; 未来, 非常, 不断, 无人机 and the like have such a character and deny nothing."""


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
