"""A comparison as a row of numbers: what the built-in judge weighs.

Each feature is bounded, so that one slot cannot outweigh all others by its scale.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.comparison import Comparison
from factcheck.comparing.periods import TimeRelation
from factcheck.language.quantities import Quantity
from factcheck.model import DifferenceKind

_TELLING_DIGITS = 2
NAMES = (
    "coverage",
    "coverage_squared",
    "exact",
    "unmet",
    "similarity",
    "names_shared",
    "name_replaced",
    "figures_agree",
    "figures_differ",
    "figures_absent",
    "figures_opposed",
    "unit_differs",
    "time_same",
    "date_differs",
    "period_differs",
    "scope_differs",
    "poles_opposed",
    "poles_accordant",
    "poles_one_sided",
    "negation_gap",
    "modality_differs",
    "speaker_differs",
    "aligned_figures_differ",
    "aligned_poles_opposed",
    "aligned_negation_gap",
    "aligned_name_replaced",
    "aligned_date_differs",
    "aligned_nothing_differs",
    "aligned_figures_agree",
    "aligned_figures_absent",
    "similarity_squared",
    "unmet_names",
    "every_slot_met",
    "telling_figures_agree",
    "figures_likeness",
)
READ_NAMES = (*NAMES, "figures_left_open", "left_open_alone")
"""Those that the network is given beside the texts; for the weighing a rule says what is left open."""


def features(comparison: Comparison) -> list[float]:
    """One number for each of READ_NAMES, in [-1, 1]; those of NAMES first."""
    alignment, names, kinds = comparison.alignment, comparison.names, comparison.kinds
    figures = comparison.figures
    count = max(1, len(figures))
    agree = sum(pair.agrees for pair in figures) / count
    differ = sum(pair.differs for pair in figures) / count
    likeness = sum(pair.likeness for pair in figures) / count
    absent = sum(pair.evidence is None for pair in figures) / count
    opposed = min(1.0, comparison.opposed / 2)
    gap = min(1.0, comparison.negation_gap / 2)
    replaced = float(names.replaced is not None)
    other_date = float(comparison.times.relation is TimeRelation.OTHER_DATE)
    aligned = alignment.coverage * names.shared
    return [
        alignment.coverage,
        alignment.coverage**2,
        alignment.exact,
        alignment.unmet,
        alignment.similarity,
        names.shared,
        replaced,
        agree,
        differ,
        absent,
        float(any(pair.opposed for pair in figures)),
        float(DifferenceKind.UNIT in kinds),
        float(comparison.times.relation is TimeRelation.SAME),
        other_date,
        float(comparison.times.relation is TimeRelation.OTHER_PERIOD),
        float(DifferenceKind.SCOPE in kinds),
        opposed,
        min(1.0, comparison.accordant / 2),
        min(1.0, comparison.one_sided_poles / 2),
        gap,
        float(DifferenceKind.MODALITY in kinds),
        float(DifferenceKind.SPEAKER in kinds),
        aligned * differ,
        aligned * opposed,
        aligned * gap,
        alignment.coverage * replaced,
        aligned * other_date,
        aligned * float(not comparison.differences),
        aligned * agree,
        aligned * absent,
        max(0.0, alignment.similarity) ** 2,
        alignment.unmet * names.shared,
        float(_every_slot_met(comparison)),
        sum(pair.agrees and _is_telling(pair.claim) for pair in figures) / count,
        likeness,
        sum(pair.left_open for pair in figures) / count,
        float(any(pair.left_open for pair in figures) and not any(pair.differs for pair in figures)),
    ]


def _is_telling(quantity: Quantity) -> bool:
    """Whether the figure has two digits or more that count: 8.7% is rarely met by chance, 10% often."""
    value = quantity.low if quantity.value is None else quantity.value
    return len(f"{abs(value):.6g}".replace(".", "").strip("0").partition("e")[0]) >= _TELLING_DIGITS


def _every_slot_met(comparison: Comparison) -> bool:
    """Whether the sentence states each figure and name of the claim, and nothing differs."""
    return (
        bool(comparison.figures)
        and all(pair.agrees for pair in comparison.figures)
        and comparison.names.shared == 1.0
        and not comparison.differences
    )


def feature_matrix(comparisons: Sequence[Comparison]) -> NDArray[np.float32]:
    """(n, len(READ_NAMES)) float32."""
    rows = [features(comparison) for comparison in comparisons]
    return np.asarray(rows, dtype=np.float32).reshape(-1, len(READ_NAMES))
