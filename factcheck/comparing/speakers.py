"""Who says it: a figure or a forecast of somebody else is another figure, another forecast."""

from __future__ import annotations

from factcheck.comparing.alignment import WordVectors, direction
from factcheck.comparing.statement import ACTORS, Statement
from factcheck.language.modality import CueKind
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Difference, DifferenceKind

_COLON = lazy_pattern(r"^([^:,。;!?]{2,24}):")
_ESTIMATES = lazy_pattern(
    r"\b(?:estimat|forecast|predict|project|expect|reckon|put)\w*\b|估计|预估|预计|预测|推估|估算|预期|评估"
)
_WRITER = lazy_pattern(
    r"\b(?:we|our|us|my|it|he|she|they|the (?:company|firm|group|report|survey|agency))\b"
    r"|我们|我們|本报|本報|本行|本公司|公司|该|該|其"
)
_SAYS = lazy_pattern(
    r"\s?(?:预估|预计|预测|预期|估计|估算|表示|指出|认为|宣称|透露)|\s(?:expect|estimat|forecast|predict|project|say|said|put)\w*\b"
)
_UNLIKE = 0.3
"""Cosine of the words for two speakers below which they are two, where no table names either."""


def speaker_difference(
    claim: Statement, sentence: Statement, replaced: Difference | None, vectors: WordVectors
) -> Difference | None:
    """Both name who says it, and nobody in common; or an actor of the claim that is only its speaker has
    another in its place (`replaced`).

    Speakers that no table names are held apart by their words, and only where what they say is an
    estimate or a forecast: whose it is, is part of that.
    """
    ours, theirs = _speaker_of(claim), _speaker_of(sentence)
    if ours is None:
        return None
    if replaced is not None and replaced.claim in ours:
        return Difference(DifferenceKind.SPEAKER, ours, theirs or replaced.evidence)
    if theirs is None:
        return None
    our_keys, their_keys = _keys(claim, ours), _keys(sentence, theirs)
    if our_keys & their_keys:
        return None
    if our_keys and their_keys:
        return Difference(DifferenceKind.SPEAKER, ours, theirs)
    if _estimates(claim) and float(direction(ours, vectors) @ direction(theirs, vectors)) < _UNLIKE:
        return Difference(DifferenceKind.SPEAKER, ours, theirs)
    return None


def _speaker_of(statement: Statement) -> str | None:
    """The speaker in the text's words, unless it is whoever writes: our model, 本報告.

    Where the attribution is in no sentence of its own, a name before the first colon (TrendForce：...) or
    right before a verb of saying (美光預估).
    """
    if statement.speaker is not None:
        return None if _WRITER.search(statement.speaker.lower()) else statement.speaker
    match = _COLON.match(statement.folded)
    if match is not None and any(name.end <= match.end(1) for name in statement.names):
        return statement.text[match.start(1) : match.end(1)]
    saying = (name for name in statement.names if name.kind in ACTORS)
    return next((one.text for one in saying if _SAYS.match(statement.folded, one.end)), None)


def _keys(statement: Statement, speaker: str) -> frozenset[str]:
    return frozenset(key for name in statement.names if name.text in speaker for key in name.keys)


def _estimates(claim: Statement) -> bool:
    forecast = any(cue.kind is CueKind.FORECAST for cue in claim.cues)
    return forecast or _ESTIMATES.search(claim.folded) is not None
