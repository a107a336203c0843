"""One claim against one sentence: what they share for a judge, what differs for a reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.comparing.alignment import Alignment, WordVectors, align
from factcheck.comparing.figures import FigurePair, pair_figures
from factcheck.comparing.names import NameComparison, compare_names
from factcheck.comparing.periods import TimeComparison, TimeRelation, compare_times
from factcheck.comparing.polarity import bare_negations, opposed_poles, poles, shared_poles
from factcheck.comparing.scope import scope_difference
from factcheck.comparing.statement import Statement
from factcheck.language.modality import CueKind
from factcheck.model import Difference, DifferenceKind

_UNREAL = {
    CueKind.PLAN: "planned",
    CueKind.POSSIBILITY: "possible",
    CueKind.CONDITIONAL: "conditional",
    CueKind.FORECAST: "forecast",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a claim and a sentence share and what differs."""

    alignment: Alignment
    figures: tuple[FigurePair, ...]
    times: TimeComparison
    names: NameComparison
    differences: tuple[Difference, ...]
    """Every difference found, with both sides' words."""
    opposed: int
    """Axes (approve and ban, rise and fall) on which the two stand at opposite ends."""
    accordant: int
    """Axes on which they stand at the same end."""
    one_sided_poles: int
    """Axes that the claim takes a side on and the sentence does not."""
    negation_gap: int
    """Difference in the number of negations."""

    @property
    def kinds(self) -> frozenset[DifferenceKind]:
        return frozenset(difference.kind for difference in self.differences)

    @property
    def keeps_apart(self) -> bool:
        """Whether the two are about different matters: another period, scope, speaker or modality.

        An opposite act on another day is another event: banned in April, allowed in July.
        """
        other_event = {DifferenceKind.POLARITY, DifferenceKind.DATE} <= self.kinds
        return bool(self.kinds & _APART) or other_event


_APART = frozenset(
    {DifferenceKind.PERIOD, DifferenceKind.SCOPE, DifferenceKind.SPEAKER, DifferenceKind.MODALITY}
)


def compare(
    claim: Statement, sentence: Statement, vectors: WordVectors, context_keys: frozenset[str] = frozenset()
) -> Comparison:
    """Compare slot by slot. `context_keys` are the names in the sentence's title and neighbours."""
    figures = pair_figures(claim, sentence)
    times = compare_times(claim, sentence)
    names = compare_names(claim, sentence, context_keys)
    opposed = opposed_poles(claim, sentence)
    differences = [
        *_figure_differences(figures, claim, sentence),
        *([times.difference] if times.difference else []),
        *_optional(scope_difference(claim, sentence)),
        *(Difference(DifferenceKind.POLARITY, ours.word, theirs.word) for _, ours, theirs in opposed),
        *_optional(_modality_difference(claim, sentence)),
        *_optional(names.replaced),
        *_optional(_speaker_difference(claim, sentence)),
    ]
    accordant = shared_poles(claim, sentence)
    return Comparison(
        alignment=align(claim.text, sentence.text, vectors),
        figures=figures,
        times=times,
        names=names,
        differences=tuple(differences),
        opposed=len(opposed),
        accordant=accordant,
        one_sided_poles=len(poles(claim)) - accordant - len(opposed),
        negation_gap=abs(
            bare_negations(claim, (0, len(claim.text)))
            - bare_negations(sentence, _shared_part(claim, sentence))
        ),
    )


def _optional(difference: Difference | None) -> Sequence[Difference]:
    return () if difference is None else (difference,)


def _figure_differences(
    figures: Sequence[FigurePair], claim: Statement, sentence: Statement
) -> list[Difference]:
    """Values that cannot be one, and the same number in another unit."""
    found = []
    for pair in figures:
        if pair.evidence is not None and not pair.agrees:
            found.append(Difference(DifferenceKind.QUANTITY, pair.claim.text, pair.evidence.text))
        elif pair.evidence is None:
            twin = next(
                (
                    other
                    for other in sentence.quantities
                    if other.value == pair.claim.value
                    and other.kind is pair.claim.kind
                    and other.unit != pair.claim.unit
                ),
                None,
            )
            if twin is not None:
                found.append(Difference(DifferenceKind.UNIT, pair.claim.text, twin.text))
    return found


def _modality_difference(claim: Statement, sentence: Statement) -> Difference | None:
    """The claim tells it as done where the sentence only plans, expects, supposes or conditions it."""
    ours = {cue.kind for cue in claim.cues}
    if ours & _UNREAL.keys():
        return None
    for cue in sentence.cues:
        if cue.kind in (CueKind.PLAN, CueKind.POSSIBILITY, CueKind.CONDITIONAL) and _governs(
            cue.start, claim, sentence
        ):
            return Difference(DifferenceKind.MODALITY, "", sentence.text[cue.start : cue.end])
    return None


def _governs(position: int, claim: Statement, sentence: Statement) -> bool:
    """Whether the cue stands in the part of the sentence that shares most with the claim."""
    start, end = _shared_part(claim, sentence)
    return start <= position < end


def _shared_part(claim: Statement, sentence: Statement) -> tuple[int, int]:
    """The clause that shares most with the claim; all of the sentence where none shares anything."""
    shares = {span: _overlap(claim.folded, sentence.folded[span[0] : span[1]]) for span in sentence.clauses}
    best = max(shares, key=lambda span: shares[span])
    return best if shares[best] else (0, len(sentence.text))


def _overlap(one: str, other: str) -> int:
    pairs = {one[i : i + 2] for i in range(len(one) - 1)}
    return sum(other[i : i + 2] in pairs for i in range(len(other) - 1))


def _speaker_difference(claim: Statement, sentence: Statement) -> Difference | None:
    """Both name who says it, and nobody in common."""
    if claim.speaker is None or sentence.speaker is None:
        return None
    ours = {name.key for name in claim.names if name.text in claim.speaker}
    theirs = {name.key for name in sentence.names if name.text in sentence.speaker}
    if not ours or not theirs or ours & theirs:
        return None
    return Difference(DifferenceKind.SPEAKER, claim.speaker, sentence.speaker)


def times_agree(comparison: Comparison) -> bool:
    """Whether both sides state a time and it is one."""
    return comparison.times.relation is TimeRelation.SAME
