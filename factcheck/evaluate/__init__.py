"""Scores against data with known answers: articles, verdicts, search, translations, check-worthiness."""

from __future__ import annotations

from factcheck.evaluate.gold import (
    MATCHED,
    evaluate_gold,
    gold_details,
    gold_run,
    pair_spans,
    read_gold,
)
from factcheck.model import overlap

__all__ = ["MATCHED", "evaluate_gold", "gold_details", "gold_run", "overlap", "pair_spans", "read_gold"]
