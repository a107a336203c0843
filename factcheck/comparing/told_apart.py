"""What is said of one numbered thing is not said of another: Fab 18 and Fab 21, 第4座 and 第20座晶圓廠."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparing.designations import Designation, find_designations
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.scope import compared_stretches
from factcheck.comparing.statement import Context, Statement
from factcheck.model import Difference, DifferenceKind

_THINGS = {
    "plant", "line", "unit", "building", "terminal", "runway", "district", "model", "room", "gate",
    "hall", "bridge", "flight", "warehouse", "port", "fleet", "court", "hospital", "tunnel", "furnace",
    "campus",
}  # fmt: skip
"""Kinds of which another one is another matter always. What is left may be said of a thing too (a storm of
category 5, a drug in phase 3): another is another matter only where a figure or anything else differs."""


def another_numbered(
    claim: Statement, sentence: Statement, context: Context, figures: Sequence[FigurePair], *, differs: bool
) -> Difference | None:
    """Another thing of one kind on each side; None where the sides share one or a side has none.

    Looked for beside the `figures` that are held against each other, else in all of both texts. What stands
    around the sentence tells of what it speaks where it names none of the kind. `differs` is whether anything
    else does.
    """
    ours = find_designations(claim.text, claim.folded)
    if not ours:
        return None
    theirs = find_designations(sentence.text, sentence.folded)
    named = {one.kind for one in theirs}
    around = [one for one in find_designations(context.said, context.words) if one.kind not in named]
    compared = tuple(compared_stretches(claim, sentence, figures))
    for mine, others in compared or (((), ()),):
        for words, rivals in ((sentence.text, _beside(theirs, others)), (context.said, around)):
            for one, other in _rivals(_beside(ours, mine), rivals):
                if one.kind in _THINGS or compared or differs:
                    sides = claim.text[one.start : one.end], words[other.start : other.end]
                    return Difference(DifferenceKind.SCOPE, *sides)
    return None


def goes_by(number: float, statement: Statement) -> bool:
    """Whether something in the text goes by this number, which is then no figure left out: Line 12."""
    return f"{number:g}" in _labels(find_designations(statement.text, statement.folded))


def _rivals(
    ours: Sequence[Designation], theirs: Sequence[Designation]
) -> Iterator[tuple[Designation, Designation]]:
    """Two of a kind, one on each side, for every kind of which the sides share none."""
    for kind in dict.fromkeys(one.kind for one in ours):
        mine = [one for one in ours if one.kind == kind]
        others = [one for one in theirs if one.kind == kind]
        if others and _labels(mine).isdisjoint(_labels(others)):
            yield mine[0], others[0]


def _labels(found: Sequence[Designation]) -> frozenset[str]:
    return frozenset(label for one in found for label in one.labels)


def _beside(found: Sequence[Designation], stretches: Sequence[tuple[int, int]]) -> list[Designation]:
    """Of each kind those in the stretches, else those of the rest of the text."""
    inside = [one for one in found if any(first <= one.start < last for first, last in stretches)]
    kinds = {one.kind for one in inside}
    return inside + [one for one in found if one.kind not in kinds]
