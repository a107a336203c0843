"""How an explanation is drawn in a terminal: two sides slot by slot, and bars for what became of them.

No colour is needed to read it: marks and fillings say the same. Everything is measured in cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.explaining.account import Explanation
from factcheck.picture.claim import head_of, reading_of
from factcheck.picture.decision import decision_of
from factcheck.picture.ink import Ink, blank, plain
from factcheck.picture.passage import passage_of
from factcheck.prose import Prose
from factcheck.rationale import tongue_of

if TYPE_CHECKING:
    from rich.console import RenderableType


def explanation_parts(
    explanation: Explanation, width: int, *, ascii_only: bool = False
) -> list[RenderableType]:
    """The whole picture, for a terminal of `width` cells."""
    claim = explanation.finding.claim
    ink = Ink(tongue_of(claim.language, claim.text), ascii_only)
    parts = [*head_of(explanation, ink), blank(), *reading_of(explanation, ink)]
    if explanation.passages:
        parts += [blank(), Prose(plain(ink.legend, "dim"))]
    for account in explanation.passages:
        parts += [blank(), *passage_of(account, explanation, ink, width)]
    return [*parts, blank(), *decision_of(explanation, ink)]
