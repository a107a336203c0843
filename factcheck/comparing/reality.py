"""Whether the claim tells as done what the sentence only plans, negotiates, asks for, supposes or has heard.

What is told so is another matter than the fact itself. A forecast, or a date that is fixed, is another matter
only to a claim that says that the thing has happened: "will start in May" and "starts in May" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.comparing.alignment import Likenesses
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.kept import kept
from factcheck.comparing.manner_words import (
    AHEAD,
    CONCESSION,
    DESCRIBING,
    DONE,
    ESTIMATE,
    GENERAL,
    GOES_ON,
    NEGATED,
    OPEN,
    PART_OF_ANOTHER,
    RULES,
    RUMOUR,
    TOLD_OPEN,
)
from factcheck.comparing.statement import Statement
from factcheck.language.modality import Cue, CueKind
from factcheck.model import Difference, DifferenceKind

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unreal:
    """A cue at [start, end) and the stretch of the text that it keeps from being told as done."""

    start: int
    end: int
    scope: Span
    weak: bool
    """Whether only a claim of a thing done is another matter: forecasts, fixed dates."""


_STRONG_KINDS = frozenset({CueKind.PLAN, CueKind.POSSIBILITY, CueKind.CONDITIONAL})
_SENTENCE_END = re.compile(r"[。！？!?]|\.(?=\s|$)")
_INSIDE = 0.5
"""Share of what both speak of that a cue must govern."""
_SAME_TOPIC = 0.35
"""Coverage of the claim from which the sentence may speak of what it tells."""
_PARTNER = 0.4
_TELLING = 1.5


def modality_difference(
    claim: Statement,
    sentence: Statement,
    likenesses: Likenesses | None,
    coverage: float,
    figures: Sequence[FigurePair],
) -> Difference | None:
    """The cue under which the sentence tells what the claim tells as done; None where there is none.

    Where the sentence negates the cue ("no plans to"), it denies: that is polarity.
    """
    if likenesses is None or coverage < _SAME_TOPIC or is_open(claim):
        return None
    for cue in unreal_cues(sentence):
        done = _done_word(claim)
        if (cue.weak and not done) or not _governs(cue.scope, claim, likenesses, figures):
            continue
        return Difference(DifferenceKind.MODALITY, done, sentence.text[cue.start : cue.end])
    return None


@kept
def is_open(claim: Statement) -> bool:
    """Whether the claim itself tells a plan, a forecast, a possibility, a rumour or what a rule asks for."""
    return any(cue.kind in {*_STRONG_KINDS, CueKind.FORECAST} for cue in claim.cues) or bool(
        TOLD_OPEN.search(claim.folded)
    )


@kept
def _done_word(claim: Statement) -> str:
    """The word by which the claim says that it has happened; empty for none."""
    match = None if GENERAL.search(claim.folded) else DONE.search(claim.folded)
    return claim.text[match.start() : match.end()] if match else ""


@kept
def unreal_cues(sentence: Statement) -> list[Unreal]:
    """The cues of a sentence that are not themselves negated, strong ones first."""
    found = [cue for cue in _all_cues(sentence) if not _is_negated(cue, sentence)]
    return sorted(found, key=lambda cue: cue.weak)


def _is_negated(cue: Unreal, sentence: Statement) -> bool:
    """Whether a negation stands before the cue in its clause: no plans to, 没有上调的计划."""
    return NEGATED.search(sentence.folded[sentence.clause_at(cue.start)[0] : cue.start]) is not None


def _all_cues(sentence: Statement) -> Iterator[Unreal]:
    folded = sentence.folded
    for match in OPEN.finditer(folded):
        start, end = match.span()
        rumour = RUMOUR.search(folded, start, end) is not None
        yield Unreal(start, end, _scope(sentence, start, end, whole=rumour), False)
    for match in AHEAD.finditer(folded):
        yield Unreal(match.start(), match.end(), _scope(sentence, match.start(), match.end()), True)
    for cue in sentence.cues:
        word = folded[cue.start : cue.end]
        if cue.kind is CueKind.FORECAST:
            yield Unreal(cue.start, cue.end, _scope(sentence, cue.start, cue.end, onward=True), True)
        elif cue.kind is CueKind.CONDITIONAL:
            before = folded[max(0, cue.start - 10) : cue.start]
            if not CONCESSION.search(before) and word not in ("即使", "即便") and not _is_no_cue(folded, cue):
                yield Unreal(cue.start, cue.end, _scope(sentence, cue.start, cue.end, whole=True), False)
        elif cue.kind in _STRONG_KINDS and not ESTIMATE.match(word) and not _is_no_cue(folded, cue):
            if word == "may" and RULES.search(folded[: cue.start] + folded[cue.end :]):
                continue
            yield Unreal(cue.start, cue.end, _scope(sentence, cue.start, cue.end), False)


def _is_no_cue(folded: str, cue: Cue) -> bool:
    """Whether the word is part of another or only describes a noun: 主要是, 可能存在的风险, 出于安全考虑."""
    before, behind = folded[max(0, cue.start - 10) : cue.start], folded[cue.start : cue.end + 12]
    return (
        PART_OF_ANOTHER.search(before + folded[cue.start : cue.end]) is not None
        or DESCRIBING.match(behind) is not None
    )


def _scope(sentence: Statement, start: int, end: int, *, whole: bool = False, onward: bool = False) -> Span:
    """What a cue governs: its clause, in English from the conjunction before it on.

    `whole` is its sentence, from its clause on; `onward` lets a cue that ends its clause govern the rest.
    """
    first, last = sentence.clause_at(start)
    folded = sentence.folded
    if whole or (onward and not folded[end:last].strip(" ,:")):
        mark = _SENTENCE_END.search(folded, end)
        return (first if whole else start), mark.end() if mark else len(folded)
    while onward and GOES_ON.match(folded, last):
        last = sentence.clause_at(last)[1]
    if folded[start].isascii():
        first = max(first, folded.rfind(" and ", first, start), folded.rfind(" but ", first, start))
    return first, last


def _governs(scope: Span, claim: Statement, likenesses: Likenesses, figures: Sequence[FigurePair]) -> bool:
    """Whether most of what the claim says and the sentence too stands in the scope, its figures all."""
    first, last = scope
    met = [pair.evidence.start for pair in figures if pair.evidence is not None and pair.agrees]
    if any(not first <= start < last for start in met):
        return False
    apart = [(one.start, one.end) for one in claim.names] + [(one.start, one.end) for one in claim.dates]
    best, where = likenesses.near, likenesses.where
    inside = shared = 0.0
    for place, (start, end) in enumerate(likenesses.spans):
        weight = float(likenesses.weights[place])
        if weight < _TELLING or best[place] < _PARTNER or not claim.text[start].isalnum():
            continue
        if any(one < end and start < other for one, other in apart):
            continue
        shared += weight
        if first <= likenesses.places[int(where[place])][0] < last:
            inside += weight
    return bool(met) or (shared > 0 and inside >= _INSIDE * shared)
