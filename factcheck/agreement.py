"""How far reviewers agree: pair by pair and all together, with chance taken into account and without.

A coefficient is 1 where all say the same, 0 where they agree as often as chance would have it, and less
than 0 where they agree less often than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

Ratings = Mapping[str, Mapping[str, str]]
"""Claim id -> reviewer -> what they said: a verdict, or `not_a_claim`."""

ONE_ANSWER = "all gave one and the same answer"
NO_CLAIM = "no claim was decided by two reviewers"


@dataclass(frozen=True, slots=True)
class Rater:
    """One reviewer's share in the work."""

    name: str
    claims: int
    """Claims that this reviewer decided."""
    shared: int
    """Those of them that somebody else decided as well."""


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two reviewers, over the claims that both decided."""

    left: str
    right: str
    """The later of the two names."""
    claims: int
    """At least one: a pair that shares no claim is left out."""
    percent: float
    """Share of the claims on which both say the same, in [0, 1]."""
    cohen: float | None
    """Cohen's kappa, in [-1, 1]; None where it is not defined."""

    @property
    def cohen_why(self) -> str:
        """Why kappa is not defined; empty where it is."""
        return "" if self.cohen is not None else ONE_ANSWER


@dataclass(frozen=True, slots=True)
class Agreement:
    """All reviewers, over the claims that two or more of them decided."""

    claims: int
    reviewers: tuple[Rater, ...]
    """Everybody who decided anything, by name."""
    percent: float | None
    """Share of the pairs of ratings of one claim that are the same, in [0, 1]; None without a pair."""
    pairs: tuple[PairAgreement, ...]
    """By the names of the two."""
    fleiss: float | None
    """Fleiss' kappa, in [-1, 1]; None where it is not defined."""
    fleiss_claims: int
    """Claims that it is over: those with exactly `fleiss_raters` ratings."""
    fleiss_raters: int
    """The most common number of ratings of a claim, from two on; 0 where no claim has two."""
    alpha: float | None
    """Krippendorff's alpha for nominal data, at most 1, over all `claims`; None where it is not defined."""
    disagreements: tuple[str, ...]
    """Ids of the claims on which not all say the same, the most divided first, then by id."""

    @property
    def fleiss_why(self) -> str:
        """Why Fleiss' kappa is not defined; empty where it is."""
        return "" if self.fleiss is not None else _why(self.fleiss_claims)

    @property
    def alpha_why(self) -> str:
        """Why alpha is not defined; empty where it is."""
        return "" if self.alpha is not None else _why(self.claims)


def agreement_of(ratings: Ratings) -> Agreement:
    """How far the reviewers in `ratings` agree; a claim with one rating counts as its reviewer's work."""
    shared = {claim: said for claim, said in sorted(ratings.items()) if len(said) > 1}
    counts = {claim: Counter(said.values()) for claim, said in shared.items()}
    several = list(counts.values())
    pairs = sum(map(_pairs, several))
    fleiss, fleiss_claims, fleiss_raters = _fleiss(several)
    divided = {claim: 1 - _same(count) / _pairs(count) for claim, count in counts.items() if len(count) > 1}
    return Agreement(
        claims=len(shared),
        reviewers=_raters(ratings, shared),
        percent=sum(map(_same, several)) / pairs if pairs else None,
        pairs=_pairwise(shared),
        fleiss=fleiss,
        fleiss_claims=fleiss_claims,
        fleiss_raters=fleiss_raters,
        alpha=_alpha(several),
        disagreements=tuple(sorted(divided, key=lambda claim: (-divided[claim], claim))),
    )


def _raters(ratings: Ratings, shared: Ratings) -> tuple[Rater, ...]:
    claims = Counter(name for said in ratings.values() for name in said)
    together = Counter(name for said in shared.values() for name in said)
    return tuple(Rater(name, claims[name], together[name]) for name in sorted(claims))


def _pairwise(shared: Ratings) -> tuple[PairAgreement, ...]:
    tables: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    for said in shared.values():
        for left, right in combinations(sorted(said), 2):
            tables.setdefault((left, right), Counter())[said[left], said[right]] += 1
    return tuple(
        PairAgreement(left, right, table.total(), _agreeing(table) / table.total(), _cohen(table))
        for (left, right), table in sorted(tables.items())
    )


def _cohen(table: Counter[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two reviewers, from how often they gave each pair of answers.

    Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological
    Measurement 20(1), 37-46: chance agreement is the sum over the answers of the product of both shares.
    """
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (ours, theirs), times in table.items():
        left[ours] += times
        right[theirs] += times
    claims = table.total()
    return _beyond_chance(
        _agreeing(table), claims, sum(times * right[answer] for answer, times in left.items()), claims**2
    )


def _fleiss(counts: Sequence[Counter[str]]) -> tuple[float | None, int, int]:
    """Fleiss' kappa, and the claims and ratings a claim that it is over.

    Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin
    76(5), 378-382: as many ratings for each claim, not necessarily by the same people; chance agreement is
    the sum of the squared shares of the answers. Taken are the claims with the most common number of
    ratings, of two that are as common the larger.
    """
    sizes = Counter(count.total() for count in counts)
    raters = max(sizes, key=lambda size: (sizes[size], size), default=0)
    taken = [count for count in counts if count.total() == raters]
    answers: Counter[str] = Counter()
    for count in taken:
        answers.update(count)
    expected = sum(times**2 for times in answers.values())
    value = _beyond_chance(sum(map(_same, taken)), sum(map(_pairs, taken)), expected, answers.total() ** 2)
    return value, len(taken), raters


def _alpha(counts: Sequence[Counter[str]]) -> float | None:
    """Krippendorff's alpha for nominal data: claims may have different numbers of ratings, from two on.

    One less the observed over the expected disagreement (Krippendorff, K. (2004), Content Analysis: An
    Introduction to Its Methodology, 2nd ed., chapter 11). The library that has it is GPL.
    """
    total: Counter[str] = sum(counts, Counter())
    given = total.total()
    expected = given**2 - sum(times**2 for times in total.values())
    if not expected:
        return None
    observed = sum(
        Fraction(count.total() ** 2 - sum(times**2 for times in count.values()), count.total() - 1)
        for count in counts
    )
    return float(1 - (given - 1) * observed / expected)


def _beyond_chance(agreed: int, cases: int, expected: int, possible: int) -> float | None:
    """(observed - chance) / (1 - chance); `agreed` of `cases` observed, `expected` of `possible` by chance.

    In whole numbers, so that the order of claims changes no digit; None without cases, or where chance
    agreement is certain.
    """
    if not cases or expected == possible:
        return None
    return (agreed * possible - expected * cases) / (cases * (possible - expected))


def _pairs(count: Counter[str]) -> int:
    """Pairs of ratings of one claim."""
    return count.total() * (count.total() - 1) // 2


def _same(count: Counter[str]) -> int:
    """Those pairs that are the same answer twice."""
    return sum(times * (times - 1) // 2 for times in count.values())


def _agreeing(table: Counter[tuple[str, str]]) -> int:
    return sum(times for (ours, theirs), times in table.items() if ours == theirs)


def _why(claims: int) -> str:
    return ONE_ANSWER if claims else NO_CLAIM
