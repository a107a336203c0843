"""What the labels of a model for natural language inference mean, in whatever order it has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_NOT = re.compile(r"^(?:not?|non|un)[ _-]*(?:entail|support)|不(?:蕴含|蘊含|支持)")
"""Two-label models: everything that is not entailed."""
_MEANINGS = {
    "supports": re.compile(r"entail|support|^(?:蕴含|蘊含|支持)"),
    "contradicts": re.compile(r"contradict|refut|^(?:矛盾|反驳|反駁)"),
    "neutral": re.compile(r"neutral|not[ _-]?enough|^nei$|unrelated|^中立"),
}


class Columns(NamedTuple):
    """Positions of the three stances among a model's labels."""

    supports: int
    contradicts: int | None
    """None for a model of two labels, which cannot tell a contradiction from silence."""
    neutral: int


def columns(labels: Mapping[int, str]) -> Columns | None:
    """Where the stances stand among `labels` (position -> name); None unless each label means one stance.

    Three labels, or two: entailment and its absence, which is read as neutral.
    """
    found: dict[str, int] = {}
    for position, label in labels.items():
        meaning = _meaning(label.strip().lower())
        if meaning is None or meaning in found:
            return None
        found[meaning] = int(position)
    if set(found) == set(_MEANINGS):
        return Columns(found["supports"], found["contradicts"], found["neutral"])
    if set(found) == {"supports", "absent"}:
        return Columns(found["supports"], None, found["absent"])
    return None


def _meaning(label: str) -> str | None:
    if _NOT.search(label):
        return "absent"
    # "not enough information to support" is neutral, so neutral is asked for before supports.
    for meaning in ("neutral", "contradicts", "supports"):
        if _MEANINGS[meaning].search(label):
            return meaning
    return None
