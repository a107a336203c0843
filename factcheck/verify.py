"""The step from a claim and its passages to stances, differences and one suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.comparing.alignment import WordVectors
from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.statement import read_statement
from factcheck.judges import Judge, Judgement, Pair
from factcheck.language.entities import AliasTable
from factcheck.language.ignorable import bare
from factcheck.model import Claim, DifferenceKind, Evidence, Hit, Reason, Suggestion, Verdict
from factcheck.rationale import explain
from factcheck.readings import Readings
from factcheck.store import content_digest

_DECIDES = 0.45
"""Probability of a stance from which one passage decides; of 0.4, 0.45 and 0.5 chosen on the seen lists."""
_CONFLICTS = 0.7
"""Probability of either stance from which two sources are said to disagree; of 0.5, 0.6 and 0.7 chosen on the
seen lists."""
_KIND_IS_RIGHT = 0.9
"""How often the extractor is taken to be right that a statement is no claim; not yet measured."""
_SHARES = (0.6, 0.15, 0.25)
"""What the search, the likeness of the wording and the judge contribute to a passage's score."""
_OPPOSITE = frozenset({DifferenceKind.QUANTITY, DifferenceKind.POLARITY})
_CONTENDS = 0.15
"""Probability from which a nearer passage takes from what one further off says the other way."""
_DECIDING = 5
"""Passages that a suggestion is made from, however few are shown."""
_CLOSER = 0.1
"""Lead in score from which one passage is clearly nearer to the claim than another."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A claim's suggestion and the evidence kept, best first."""

    suggestion: Suggestion
    evidence: tuple[Evidence, ...]


class Verifier:
    """Compares claims with passages and asks a judge what they mean."""

    def __init__(
        self,
        judge: Judge,
        readings: Readings,
        vectors: WordVectors,
        *,
        top: int,
        aliases: AliasTable | None = None,
    ) -> None:
        self._judge = judge
        self._readings = readings
        self._vectors = vectors
        self._top = top
        self._aliases = aliases

    def verify(
        self, claim: Claim, hits: Sequence[Hit], *, published: date | None = None, left_out: int = 0
    ) -> Verified:
        """Judge `hits` and suggest a verdict.

        `published` is the article's date, from which its relative dates count; `left_out` is how many
        sources were passed over as copies of the article.
        """
        statement = read_statement(claim.text, reference_date=published, aliases=self._aliases)
        comparisons = [
            compare(statement, reading.statement, self._vectors, reading.context)
            for reading in self._readings.of(hits)
        ]
        pairs = [
            Pair(claim.text, bare(hit.passage.text), comparison)
            for hit, comparison in zip(hits, comparisons, strict=True)
        ]
        judgements = self._judge.judge(pairs)
        ranked = sorted(
            (
                _evidence(hit, comparison, judgement)
                for hit, comparison, judgement in zip(hits, comparisons, judgements, strict=True)
            ),
            key=lambda one: (-one.evidence.hit.score, one.evidence.hit.passage.id),
        )
        judged = _without_copies(ranked)[: max(self._top, _DECIDING)]
        suggestion, deciding = _suggest(claim, judged, left_out)
        return Verified(suggestion, _shown([one.evidence for one in judged], deciding, self._top))


@dataclass(frozen=True, slots=True)
class _Judged:
    """Evidence with all three probabilities."""

    evidence: Evidence
    judgement: Judgement


def _evidence(hit: Hit, comparison: Comparison, judgement: Judgement) -> _Judged:
    """The hit with its stance; its score is what the comparison makes of the search's score."""
    searched, alike, judged = _SHARES
    likeness = max(0.0, comparison.alignment.similarity)
    score = searched * hit.score + alike * likeness + judged * judgement.bearing
    evidence = Evidence(
        hit=replace(hit, score=score),
        sentence=(hit.passage.start, hit.passage.end),
        stance=judgement.stance,
        stance_score=judgement.score,
        differences=comparison.differences,
    )
    return _Judged(evidence, judgement)


def _without_copies(ranked: Sequence[_Judged]) -> list[_Judged]:
    """One of each sentence: copies of one text are one source."""
    seen: set[str] = set()
    kept = []
    for one in ranked:
        digest = content_digest(one.evidence.hit.passage.text)
        if digest not in seen:
            seen.add(digest)
            kept.append(one)
    return kept


def _shown(evidence: Sequence[Evidence], deciding: Sequence[Evidence], top: int) -> tuple[Evidence, ...]:
    """The best `top` passages in order, what decided always among them."""
    spare = max(0, top - len(deciding))
    others = [one for one in evidence if one not in deciding][:spare]
    return tuple(one for one in evidence if one in others or one in deciding)[:top]


def _suggest(
    claim: Claim, judged: Sequence[_Judged], left_out: int
) -> tuple[Suggestion, tuple[Evidence, ...]]:
    """The verdict that all judged evidence makes together, and the passages that decide it."""
    supporting = max(judged, key=lambda one: one.judgement.supports, default=None)
    opposing = max(judged, key=lambda one: one.judgement.contradicts, default=None)
    if supporting is None or opposing is None:
        return _worded(claim, Verdict.UNVERIFIABLE, Reason.NO_EVIDENCE, 0.9, (), left_out), ()
    sides = _conflicting(judged)
    if sides is not None:
        chosen = (sides[0].evidence, sides[1].evidence)
        surely = min(sides[0].judgement.supports, sides[1].judgement.contradicts)
        verdict, reason = Verdict.UNVERIFIABLE, Reason.CONFLICTING
        return _worded(claim, verdict, reason, surely, chosen, left_out), chosen
    support, contradiction = supporting.judgement.supports, opposing.judgement.contradicts
    lead = supporting.evidence.hit.score - opposing.evidence.hit.score
    if abs(lead) > _CLOSER and (support if lead > 0 else contradiction) >= _CONTENDS:
        # A passage that says much less of what the claim says is likelier about something else.
        support, contradiction = (support, contradiction / 2) if lead > 0 else (support / 2, contradiction)
    if max(support, contradiction) >= _DECIDES:
        verdict = Verdict.SUPPORTED if support >= contradiction else Verdict.CONTRADICTED
        deciding = (supporting if verdict is Verdict.SUPPORTED else opposing).evidence
        # The other side's best passage takes away from what this side's best gives.
        confidence = max(support, contradiction) * (1 - min(support, contradiction) / 2)
        return _worded(claim, verdict, None, confidence, (deciding,), left_out), (deciding,)
    nearest = (judged[0].evidence,)
    confidence = (1 - support) * (1 - contradiction)
    return _worded(claim, Verdict.UNVERIFIABLE, Reason.NO_EVIDENCE, confidence, nearest, left_out), nearest


def _conflicting(judged: Sequence[_Judged]) -> tuple[_Judged, _Judged] | None:
    """The surest passages of two sources that say the opposite; None where all are of one source.

    Where one source bears the claim out, another day in a second one is another event.
    """
    against = [one for one in judged if {one.kind for one in one.evidence.differences} & _OPPOSITE]
    for supporting in sorted(judged, key=lambda one: -one.judgement.supports):
        for opposing in sorted(against, key=lambda one: -one.judgement.contradicts):
            sure = min(supporting.judgement.supports, opposing.judgement.contradicts) >= _CONFLICTS
            if sure and supporting.evidence.hit.source.id != opposing.evidence.hit.source.id:
                return supporting, opposing
    return None


def _worded(
    claim: Claim,
    verdict: Verdict,
    reason: Reason | None,
    confidence: float,
    evidence: Sequence[Evidence],
    left_out: int,
) -> Suggestion:
    bounded = min(1.0, max(0.0, confidence))
    rationale = explain(verdict, reason, evidence, claim.language, left_out=left_out)
    return Suggestion(verdict, bounded, reason, rationale)


def not_checkable(claim: Claim) -> Suggestion:
    """The suggestion for what is not searched for: an opinion, a question, a claim of little worth."""
    return _worded(claim, Verdict.UNVERIFIABLE, Reason.NOT_CHECKABLE, _KIND_IS_RIGHT, (), 0)
