"""The step from a claim and its passages to stances, differences and one suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from factcheck.comparing.alignment import WordVectors
from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.reading import Reading
from factcheck.comparing.statement import Statement, read_statement
from factcheck.confidence import FOUND, GIVEN, Confidence
from factcheck.judges import Judge, Judgement, Pair, Push, Weighing
from factcheck.language.entities import AliasTable, find_entities
from factcheck.language.ignorable import bare
from factcheck.language.learnt import LearntNames
from factcheck.language.quantities import Quantity
from factcheck.model import Claim, DifferenceKind, Evidence, Hit, Language, Reason, Suggestion, Verdict
from factcheck.rationale import explain
from factcheck.readings import Readings
from factcheck.store import content_digest

DECIDES = 0.45
"""Probability of a stance from which one passage decides; of 0.4, 0.45 and 0.5 chosen on the seen lists."""
CONFLICTS = 0.7
"""Probability of either stance from which two sources are said to disagree; of 0.5, 0.6 and 0.7 chosen on the
seen lists."""
_KIND_IS_RIGHT = 0.9
"""How often the extractor is taken to be right that a statement is no claim; not yet measured."""
_BESIDE = 4
"""Passages of the same source, the nearest to a passage in its text, that the judge reads around it."""
SHARES = (0.5, 0.15, 0.35)
"""What the search, the likeness of the wording and the judge contribute to a passage's score."""
_OPPOSITE = frozenset({DifferenceKind.QUANTITY, DifferenceKind.POLARITY})
_CONTENDS = 0.15
"""Probability from which a nearer passage takes from what one further off says the other way."""
COMPARED = 6
"""Passages of each claim that are compared slot by slot before the best are kept, one of each sentence. With
20, 400 claims each of fever_dev_pairs and cfever_aicup_train against all evidence of their sets are answered
no better (right 0.705 and 0.593 instead of 0.708 and 0.595), and evidence@3 on tests/gold is no higher."""
_ALWAYS = 3
"""Passages that are compared however far they are (retrieve.near_from)."""
_DECIDING = 5
"""Passages that a suggestion is made from, however few are shown."""
_HELD = 4_000
"""Passages whose digests are held."""
CLOSER = 0.1
"""Lead in score from which one passage is clearly nearer to the claim than another."""
_OTHER_MEASURE = 0.2
"""Lead in likeness of the words around a figure from which another passage's figure is of another measure."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with everything that its stance and score were made from."""

    evidence: Evidence
    judgement: Judgement
    pair: Pair
    """What the judge was asked."""
    reading: Reading
    parts: tuple[float, float, float]
    """What the search, the likeness of the wording and the judge put into the score: its summands."""

    @property
    def comparison(self) -> Comparison:
        """What was found slot by slot."""
        return self.pair.comparison

    @property
    def score(self) -> float:
        """Higher is closer; comparable within one claim."""
        return self.evidence.hit.score

    @property
    def likeness(self) -> dict[Quantity, float]:
        """For each figure of the claim that has a partner: how alike the words around the two are."""
        figures = self.comparison.figures
        return {pair.claim: pair.likeness for pair in figures if pair.evidence is not None}

    def measures_less(self, other: Judged) -> bool:
        """Whether `other` tells of the same figures in words clearly nearer to the claim's."""
        ours, theirs = self.likeness, other.likeness
        return any(theirs[one] - ours[one] > _OTHER_MEASURE for one in ours.keys() & theirs.keys())


class Cause(StrEnum):
    """Why one passage takes from what another says the other way."""

    OTHER_MEASURE = "other_measure"
    """Its figures stand in words much nearer to the claim's: those of the other measure another thing."""
    NEARER = "nearer"
    """It is clearly nearer to the claim."""


class Take(NamedTuple):
    """One passage taking from what the other says, and what is left on either side."""

    cause: Cause
    by: Judged
    support: float
    contradiction: float


@dataclass(frozen=True, slots=True)
class Decision:
    """How judged passages make one suggestion together."""

    verdict: Verdict
    reason: Reason | None
    confidence: float
    """In [0, 1]."""
    deciding: tuple[Judged, ...] = ()
    """What decides it; of two that conflict the supporting one first; the nearest where nothing does."""
    supporting: Judged | None = None
    """The passage with the most support, or that of the conflict; None without passages."""
    opposing: Judged | None = None
    """The passage that contradicts most, or that of the conflict."""
    support: float = 0.0
    """Its probability, less what was taken from it."""
    contradiction: float = 0.0
    """The same for the one that contradicts."""
    takes: tuple[Take, ...] = ()
    """What either of the two took from the other, in turn."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A claim's suggestion and the evidence kept, best first, with how they came about."""

    suggestion: Suggestion
    evidence: tuple[Evidence, ...]
    statement: Statement
    """The claim as it was read."""
    judged: tuple[Judged, ...]
    """Every passage compared, best first, one of each sentence."""
    weighed: int
    """How many of them, from the best on, the decision was made from."""
    copies: int
    """How many more were found that say the same sentence as one of them."""
    far: int
    """How many of the best found were not compared, for being far from the claim."""
    decision: Decision

    @property
    def compared(self) -> int:
        """Passages that were compared, and those that repeat one of them."""
        return len(self.judged) + self.copies


class Verifier:
    """Compares claims with passages and asks a judge what they mean."""

    def __init__(
        self,
        judge: Judge,
        readings: Readings,
        vectors: WordVectors,
        *,
        top: int,
        near: float = 0.0,
        aliases: AliasTable | None = None,
    ) -> None:
        """`near`: score of the search from which a passage behind the first _ALWAYS is compared.

        With more than COMPARED passages wanted (`top`) all are.
        """
        self._judge = judge
        self._readings = readings
        self._vectors = vectors
        self._top = top
        self._near = near if top <= COMPARED else 0.0
        self._aliases = aliases

    def verify(
        self,
        claim: Claim,
        hits: Sequence[Hit],
        *,
        published: date | None = None,
        left_out: int = 0,
        names: LearntNames | None = None,
        given: bool = False,
    ) -> Verified:
        """Judge `hits`, best first, and suggest a verdict; of the first COMPARED those worth comparing.

        `published` is the article's date, from which its relative dates count; `left_out` is how many
        sources were passed over as copies of the article; `names` are those that sources and article declare.
        `given` says that a person or a data set holds the passages against the claim and no search found
        them: they bear on it more surely, and where they take no side that says less.
        """
        found, repeated, far = hits, 0, 0
        if not given:
            hits, repeated, far = _worth_comparing(claim, found, max(COMPARED, self._top), self._near)
        statement = self.read(claim, published, names)
        background = _names_around(claim, names.table if names else self._aliases)
        readings = self._readings.of(hits, names)
        comparisons = [
            compare(statement, reading.statement, self._vectors, reading.context, background)
            for reading in readings
        ]
        pairs = [
            Pair(claim.text, reading.statement.text, comparison, around, given)
            for reading, comparison, around in zip(
                readings, comparisons, _surroundings(hits, found), strict=True
            )
        ]
        judgements = self._judge.judge(pairs)
        ranked = sorted(
            (_judged(*parts) for parts in zip(hits, readings, pairs, judgements, strict=True)),
            key=lambda one: (-one.score, one.evidence.hit.passage.id),
        )
        different = _without_copies(ranked)
        judged = different[: max(self._top, _DECIDING)]
        decision = _decide(judged, GIVEN if given else FOUND)
        return Verified(
            suggestion=_worded(claim, decision, left_out),
            evidence=tuple(one.evidence for one in shown(judged, decision.deciding, self._top)),
            statement=statement,
            judged=tuple(different),
            weighed=len(judged),
            copies=repeated + len(ranked) - len(different),
            far=far,
            decision=decision,
        )

    def read(
        self, claim: Claim, published: date | None = None, names: LearntNames | None = None
    ) -> Statement:
        """The claim read into slots; its relative dates count from `published`."""
        aliases = names.table if names else self._aliases
        return read_statement(claim.text, reference_date=published, aliases=aliases)

    def pushes(self, judged: Judged) -> tuple[Push, ...]:
        """What moved the judge, slot by slot; nothing for a judge that cannot say."""
        return self._judge.pushes(judged.pair) if isinstance(self._judge, Weighing) else ()


def _names_around(claim: Claim, aliases: AliasTable | None) -> frozenset[str]:
    """Keys of the names in the claim's title and neighbouring sentences."""
    return frozenset(key for name in find_entities(claim.context, aliases=aliases) for key in name.keys)


def _surroundings(hits: Sequence[Hit], found: Sequence[Hit]) -> list[str]:
    """For each of `hits` its source's title, the sentence before, and what else of the source was `found`."""
    places: dict[str, list[Hit]] = {}
    for hit in found:
        places.setdefault(hit.source.id, []).append(hit)
    around = []
    for hit in hits:
        parts = dict.fromkeys([hit.source.title or "", hit.passage.context])
        beside = [one for one in places[hit.source.id] if one is not hit]
        beside.sort(key=lambda one: abs(one.passage.start - hit.passage.start))
        parts.update(dict.fromkeys(one.passage.text for one in beside[:_BESIDE]))
        around.append(bare(" ".join(filter(None, parts))).strip())
    return around


def _judged(hit: Hit, reading: Reading, pair: Pair, judgement: Judgement) -> Judged:
    """The hit with its stance; its score is what the comparison makes of the search's score."""
    comparison = pair.comparison
    likeness = max(0.0, comparison.alignment.similarity)
    searched, alike, judged = SHARES
    parts = (searched * hit.score, alike * likeness, judged * judgement.bearing)
    evidence = Evidence(
        hit=replace(hit, score=sum(parts)),
        sentence=(hit.passage.start, hit.passage.end),
        stance=judgement.stance,
        stance_score=judgement.score,
        differences=comparison.differences,
    )
    return Judged(evidence, judgement, pair, reading, parts)


def _worth_comparing(claim: Claim, hits: Sequence[Hit], most: int, near: float) -> tuple[list[Hit], int, int]:
    """Of the first `most` different sentences those to compare, how many repeat one, and how many are far.

    The first _ALWAYS are compared, and of those behind them the near ones and all that are not in the claim's
    language alone: a search finds these by their meaning, so that their scores are low whatever they say.
    """
    kept: list[Hit] = []
    seen: dict[str, bool] = {}
    repeated = 0
    for hit in hits:
        if len(seen) == most:
            break
        digest = _digest(hit.passage.text)
        if digest in seen:
            repeated += seen[digest]
            continue
        alike = _in_one_language(claim.language, hit.passage.language)
        seen[digest] = len(seen) < _ALWAYS or not (alike and hit.score < near)
        if seen[digest]:
            kept.append(hit)
    return kept, repeated, len(seen) - len(kept)


def _in_one_language(claim: Language, passage: Language) -> bool:
    """Whether the words of the one can be looked for in the other."""
    return claim.is_chinese == passage.is_chinese and Language.MIXED not in (claim, passage)


def _without_copies(ranked: Sequence[Judged]) -> list[Judged]:
    """One of each sentence: copies of one text are one source."""
    seen: set[str] = set()
    kept = []
    for one in ranked:
        digest = _digest(one.evidence.hit.passage.text)
        if digest not in seen:
            seen.add(digest)
            kept.append(one)
    return kept


@lru_cache(maxsize=_HELD)
def _digest(text: str) -> str:
    return content_digest(text)


def shown(judged: Sequence[Judged], deciding: Sequence[Judged], top: int) -> tuple[Judged, ...]:
    """The best `top` passages in order, what decided always among them."""
    spare = max(0, top - len(deciding))
    others = [one for one in judged if one not in deciding][:spare]
    return tuple(one for one in judged if one in others or one in deciding)[:top]


def _decide(judged: Sequence[Judged], sure: Confidence) -> Decision:
    """The verdict that all judged evidence makes together, and the passages that decide it."""
    supporting = max(judged, key=lambda one: one.judgement.supports, default=None)
    opposing = max(judged, key=lambda one: one.judgement.contradicts, default=None)
    if supporting is None or opposing is None:
        return Decision(Verdict.UNVERIFIABLE, Reason.NO_EVIDENCE, 0.9)
    support, contradiction = supporting.judgement.supports, opposing.judgement.contradicts
    sides = _conflicting(judged)
    if sides is not None:
        support, contradiction = sides[0].judgement.supports, sides[1].judgement.contradicts
        verdict, reason = Verdict.UNVERIFIABLE, Reason.CONFLICTING
        surely = min(support, contradiction)
        return Decision(verdict, reason, surely, sides, *sides, support, contradiction)
    takes = []
    if opposing.measures_less(supporting):
        contradiction /= 2
        takes.append(Take(Cause.OTHER_MEASURE, supporting, support, contradiction))
    lead = supporting.score - opposing.score
    if abs(lead) > CLOSER and (support if lead > 0 else contradiction) >= _CONTENDS:
        # A passage that says much less of what the claim says is likelier about something else.
        support, contradiction = (support, contradiction / 2) if lead > 0 else (support / 2, contradiction)
        takes.append(Take(Cause.NEARER, supporting if lead > 0 else opposing, support, contradiction))
    told = (supporting, opposing, support, contradiction, tuple(takes))
    if max(support, contradiction) >= DECIDES:
        verdict = Verdict.SUPPORTED if support >= contradiction else Verdict.CONTRADICTED
        deciding = supporting if verdict is Verdict.SUPPORTED else opposing
        # The other side's best passage takes away from what this side's best gives.
        confidence = sure.side.at(max(support, contradiction) * (1 - min(support, contradiction) / 2))
        return Decision(verdict, None, confidence, (deciding,), *told)
    confidence = sure.silence.at((1 - support) * (1 - contradiction))
    return Decision(Verdict.UNVERIFIABLE, Reason.NO_EVIDENCE, confidence, (judged[0],), *told)


def _conflicting(judged: Sequence[Judged]) -> tuple[Judged, Judged] | None:
    """The surest passages of two sources that say the opposite; None where all are of one source.

    Where one source bears the claim out, another day in a second one is another event.
    """
    against = [one for one in judged if {one.kind for one in one.evidence.differences} & _OPPOSITE]
    for supporting in sorted(judged, key=lambda one: -one.judgement.supports):
        for opposing in sorted(against, key=lambda one: -one.judgement.contradicts):
            sure = min(supporting.judgement.supports, opposing.judgement.contradicts) >= CONFLICTS
            two = supporting.evidence.hit.source.id != opposing.evidence.hit.source.id
            if sure and two and not opposing.measures_less(supporting):
                return supporting, opposing
    return None


def _worded(claim: Claim, decision: Decision, left_out: int = 0) -> Suggestion:
    evidence = [one.evidence for one in decision.deciding]
    rationale = explain(
        decision.verdict, decision.reason, evidence, claim.language, text=claim.text, left_out=left_out
    )
    bounded = min(1.0, max(0.0, decision.confidence))
    return Suggestion(decision.verdict, bounded, decision.reason, rationale)


def not_checkable(claim: Claim) -> Suggestion:
    """The suggestion for what is not searched for: an opinion, a question, a claim of little worth."""
    return _worded(claim, Decision(Verdict.UNVERIFIABLE, Reason.NOT_CHECKABLE, _KIND_IS_RIGHT))
