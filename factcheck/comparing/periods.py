"""Dates and periods of a claim against those of a sentence, at the coarser of the two precisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.comparing.figures import FigurePair, is_plain
from factcheck.comparing.kept import kept
from factcheck.comparing.moments import COMMON, meet, same_period, same_time
from factcheck.comparing.rates import rate_of
from factcheck.comparing.statement import Statement
from factcheck.comparing.time_words import (
    ENDS,
    HAPPENS,
    HAPPENS_ONCE,
    LASTS,
    NOT_BEFORE,
    PEAK,
    STANDS,
    YEARLY,
)
from factcheck.language.dates import DateKind, DateMention
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity, QuantityKind
from factcheck.model import Difference, DifferenceKind

_BASE_BEFORE = lazy_pattern(
    r"(?:compared (?:with|to)|versus|\bvs\.?|\bthan(?: in)?|same (?:period|quarter|month)(?: of| in)?|比|较)\s*$"
)
_BASE_AFTER = lazy_pattern(r"\s*(?:同期|同季|同月|相比|earlier|before)")
_BEHIND = lazy_pattern(r"\s+(?:in|for|during|over|by)\s+(?:the\s+)?")
"""What stands between a figure and its period in English: $310 billion in 2028."""
_WHOLE = lazy_pattern(r"全年|(?:full|whole)[ -]year", re.IGNORECASE)
"""A year meant as a whole: its figure is not that of a day or a month in it."""
_AGO = lazy_pattern(r"[一1]年前|去年同期|上年同期|year[ -](?:ago|earlier)")
"""Marks of the time compared with: "than in 2024", 去年同期."""
_POINTS = frozenset({DateKind.DAY, DateKind.MONTH, DateKind.WEEK})
"""Precisions in which an event is dated; coarser ones are periods of measurement."""


_MONTHS_OF = {"year": 12.0, "quarter": 3.0, "month": 1.0}
"""Months that a rate is told by."""
_EVER_SINCE = lazy_pattern(r"[来來]$|^since|^in (?:the )?(?:past |last )?(?:\w+) (?:years|decades)$")
"""How long something had not been so: the first time in 12 years, 12年來."""
_WHOLLY = 0.95
"""Share of two periods that must be common for figures that differ, more than for those that agree: eleven months
are no year."""
_MONTHS = frozenset({DateKind.MONTH})

_MEASURED = frozenset({DateKind.QUARTER, DateKind.HALF, DateKind.YEAR, DateKind.RANGE})
"""Periods with a first and a last day that figures are reported over."""


class TimeRelation(StrEnum):
    """How the times of the two sides stand to each other."""

    UNSTATED = "unstated"
    """One side states none: nothing differs."""
    SAME = "same"
    OTHER_DATE = "other_date"
    """Both date an event, and differently."""
    OTHER_PERIOD = "other_period"
    """Both name a period, and different ones."""


@dataclass(frozen=True, slots=True)
class TimeComparison:
    relation: TimeRelation
    difference: Difference | None = None


def compare_times(
    claim: Statement,
    sentence: Statement,
    figures: Sequence[FigurePair] = (),
    shared: tuple[int, int] | None = None,
) -> TimeComparison:
    """The relation of the two sides' times, with the words that differ.

    `figures` are the pairs of the two sides: each is measured over the period that stands nearest to it.
    `shared` is the clause of the sentence that speaks of the claim's matter: its own dates come first.
    """
    measured = _compare_measured(claim, sentence, figures)
    if measured.relation is TimeRelation.OTHER_PERIOD:
        return measured
    lengths = _compare_lengths(claim, sentence)
    if measured.relation is TimeRelation.SAME and lengths.relation is TimeRelation.OTHER_PERIOD:
        lengths = measured
    ours, theirs = _comparable(claim), _comparable(sentence)
    if not ours or not theirs:
        return lengths
    if not (_tells_of_ends(claim) and _tells_of_ends(sentence)):
        limits = _limits(claim) | _limits(sentence)
        ours = _of_one_sort(ours, theirs, limits)
        theirs = _of_one_sort(theirs, ours, limits)
    if not ours or not theirs:
        return lengths
    met = [one for one in ours if any(meet(one, other) for other in theirs)]
    unmet = [one for one in ours if one not in met]
    if not unmet or any(_coarseness(one) <= min(map(_coarseness, unmet)) for one in met):
        return lengths if lengths.relation is TimeRelation.OTHER_PERIOD else TimeComparison(TimeRelation.SAME)
    first = min(unmet, key=_coarseness)
    nearest = min(theirs, key=lambda other: _distance(first, other, shared))
    return _apart(first, nearest, claim, figures)


@kept
def _comparable(statement: Statement) -> list[DateMention]:
    """Its times that can be held against others."""
    return [one for one in statement.dates if _is_comparable(one, statement)]


@kept
def _limits(statement: Statement) -> frozenset[DateMention]:
    """Those of them up to which something holds."""
    return frozenset(one for one in _comparable(statement) if _is_limit(one, statement))


@kept
def _tells_of_ends(statement: Statement) -> bool:
    return ENDS.search(statement.folded) is not None


def _of_one_sort(
    some: Sequence[DateMention], others: Sequence[DateMention], limits: frozenset[DateMention]
) -> list[DateMention]:
    """Those that stand to their fact as one of the others does, or may meet one: a deadline is no day on which
    it was said."""
    return [
        one
        for one in some
        if any((one in limits) is (other in limits) or meet(one, other) for other in others)
    ]


def _is_limit(mention: DateMention, statement: Statement) -> bool:
    """Whether the fact holds up to the time; what does not happen until then happens then."""
    if mention.relation not in ("before", "until"):
        return False
    start, end = statement.clause_at(mention.start)
    only_then = NOT_BEFORE.search(statement.folded, start, mention.start + 1)
    return only_then is None and statement.folded.find("才", mention.end, min(end, mention.end + 6)) < 0


def _distance(
    ours: DateMention, theirs: DateMention, shared: tuple[int, int] | None
) -> tuple[bool, bool, int]:
    """How far a date of the sentence is from being the one meant: of another kind, in another clause, coarser."""
    inside = shared is None or shared[0] <= theirs.start < shared[1]
    return ours.kind is not theirs.kind, not inside, abs(_coarseness(theirs) - _coarseness(ours))


def _apart(
    ours: DateMention, theirs: DateMention, claim: Statement, figures: Sequence[FigurePair]
) -> TimeComparison:
    """Two times that do not meet: of one event, of two measurements, or two periods.

    An event told with a figure that both state is still one event; figures that differ were measured on
    other days.
    """
    paired = [pair for pair in figures if pair.evidence is not None and not is_plain(pair)]
    differing = any(pair.differs for pair in paired)
    points = sum(one.kind in _POINTS for one in (ours, theirs))
    days = sum(one.kind is DateKind.DAY for one in (ours, theirs))
    happens = HAPPENS.search(claim.folded) is not None
    figured = bool(_figures_of(claim))
    told = not figured or (bool(paired) and not differing)
    if told and (points == 2 if not figured else points == 2 and (days or happens)):
        return _other(TimeRelation.OTHER_DATE, DifferenceKind.DATE, ours, theirs)
    if (
        not figured
        and {ours.kind, theirs.kind} <= {DateKind.YEAR, *_POINTS}
        and not LASTS.search(claim.folded)
    ):
        return _other(TimeRelation.OTHER_DATE, DifferenceKind.DATE, ours, theirs)
    if told and happens and (points or ours.kind is theirs.kind is DateKind.YEAR):
        return _other(TimeRelation.OTHER_DATE, DifferenceKind.DATE, ours, theirs)
    return _other(TimeRelation.OTHER_PERIOD, DifferenceKind.PERIOD, ours, theirs)


@kept
def _figures_of(statement: Statement) -> list[Quantity]:
    """Its quantities, a few of something left out: 中美两国."""
    return [
        one for one in statement.quantities if not (one.kind is QuantityKind.COUNT and (one.value or 9) < 5)
    ]


def _is_standing(mention: DateMention, statement: Statement) -> bool:
    """Whether the day is one that a balance stands on: 截至9月底, as of mid-October."""
    before = statement.folded[max(0, mention.start - 12) : mention.end]
    return STANDS.search(before) is not None


def _other(
    relation: TimeRelation, kind: DifferenceKind, ours: DateMention, theirs: DateMention
) -> TimeComparison:
    return TimeComparison(relation, Difference(kind, ours.text, theirs.text))


def _compare_measured(claim: Statement, sentence: Statement, figures: Sequence[FigurePair]) -> TimeComparison:
    """The periods of the first pair of figures that are both measured over one, or the days of two balances."""
    for pair in figures:
        if pair.evidence is None:
            continue
        if balances := _compare_balances(pair, claim, sentence):
            return balances
        ours, theirs = _period_of(pair.claim, claim), _period_of(pair.evidence, sentence)
        if ours is not None and theirs is None and _WHOLE.search(ours.text):
            theirs = _period_among(pair.evidence, sentence, _POINTS)
        if pair.differs:
            # A month of the quarter: where the figures agree, both may date one event.
            ours = ours or _period_among(pair.claim, claim, _MONTHS)
            theirs = theirs or _period_among(pair.evidence, sentence, _MONTHS)
        if ours is None or theirs is None or (not pair.differs and {ours.kind, theirs.kind} <= _MONTHS):
            continue
        if same_period(ours, theirs, _WHOLLY if pair.differs else COMMON) or _is_one_measure(
            ours, theirs, pair, claim, sentence
        ):
            return TimeComparison(TimeRelation.SAME)
        if pair.agrees and _is_one_event(ours, theirs, claim):
            return _other(TimeRelation.OTHER_DATE, DifferenceKind.DATE, ours, theirs)
        return _other(TimeRelation.OTHER_PERIOD, DifferenceKind.PERIOD, ours, theirs)
    return TimeComparison(TimeRelation.UNSTATED)


def _compare_balances(pair: FigurePair, claim: Statement, sentence: Statement) -> TimeComparison | None:
    """Both figures stand at the end of a day or a month; None where either does not."""
    if pair.evidence is None:
        return None
    ours, theirs = _balance_day(pair.claim, claim), _balance_day(pair.evidence, sentence)
    if ours is None or theirs is None:
        return None
    if meet(ours, theirs):
        return TimeComparison(TimeRelation.SAME)
    return _other(TimeRelation.OTHER_PERIOD, DifferenceKind.DATE, ours, theirs)


def _balance_day(figure: Quantity, statement: Statement) -> DateMention | None:
    """The last day named before the figure, or in its clause, that a balance stands on."""
    _, end = statement.clause_at(figure.start)
    standing = [one for one in _balance_days(statement) if one.start < end]
    return standing[-1] if standing else None


@kept
def _balance_days(statement: Statement) -> list[DateMention]:
    """The days that a balance stands on."""
    return [one for one in _told(statement) if one.kind in _POINTS and _is_standing(one, statement)]


@kept
def _told(statement: Statement) -> list[DateMention]:
    """Its times but for those that others are compared with."""
    return [one for one in statement.dates if not _is_base(one, statement)]


def _is_one_measure(
    ours: DateMention, theirs: DateMention, pair: FigurePair, claim: Statement, sentence: Statement
) -> bool:
    """A month's rise over a year and that of the twelve months to it; a peak of a season and the day of it."""
    if not (ours.first_day and ours.last_day and theirs.first_day and theirs.last_day):
        return False
    if pair.claim.kind is QuantityKind.PERCENTAGE and ours.last_day == theirs.last_day:
        lengths = sorted((_coarseness(ours), _coarseness(theirs)))
        yearly = YEARLY.search(claim.folded) or YEARLY.search(sentence.folded)
        return bool(yearly) and lengths[0] <= 31 and 360 <= lengths[1] <= 366
    within = ours.first_day <= theirs.first_day and theirs.last_day <= ours.last_day
    peaks = PEAK.search(claim.folded) and PEAK.search(sentence.folded)
    return bool(peaks) and within and theirs.kind in _POINTS


def _is_one_event(ours: DateMention, theirs: DateMention, claim: Statement) -> bool:
    """Whether both date what happens but once: bought for $2 billion in 2019; no sales of a year."""
    coarse = {ours.kind, theirs.kind} <= {DateKind.YEAR, *_POINTS}
    return coarse and HAPPENS_ONCE.search(claim.folded) is not None


def _period_of(figure: Quantity, statement: Statement) -> DateMention | None:
    """The period that a figure is measured over: right behind it, else before it, else in its clause."""
    return _period_among(figure, statement, _MEASURED)


def _period_among(figure: Quantity, statement: Statement, kinds: frozenset[DateKind]) -> DateMention | None:
    dates = [one for one in _told(statement) if one.kind in kinds and (one.first_day or one.months)]
    for one in dates:
        between = statement.folded[figure.end : one.start] if one.start >= figure.end else "-"
        if _BEHIND.fullmatch(between):
            return one
    before = [one for one in dates if one.end <= figure.start]
    if before:
        return before[-1]
    _, end = statement.clause_at(figure.start)
    return next((one for one in dates if one.start < end), None)


def _compare_lengths(claim: Statement, sentence: Statement) -> TimeComparison:
    """Periods of different length (three years here, one quarter there) where figures are measured over them."""
    if not _counts(claim) or not _counts(sentence):
        return TimeComparison(TimeRelation.UNSTATED)
    ours, theirs = _stretches(claim), _stretches(sentence)
    if not ours or not theirs:
        return TimeComparison(TimeRelation.UNSTATED)
    if any(abs(a - b) <= 0.2 * max(a, b) for a, _ in ours for b, _ in theirs):
        return TimeComparison(TimeRelation.SAME)
    difference = Difference(DifferenceKind.PERIOD, ours[0][1], theirs[0][1])
    return TimeComparison(TimeRelation.OTHER_PERIOD, difference)


def _counts(statement: Statement) -> bool:
    """Whether the text has figures that may be measured over a period, fractions in words among them."""
    return bool(statement.quantities or statement.plain)


@kept
def _stretches(statement: Statement) -> list[tuple[float, str]]:
    """(months, words) of each period that a figure may be measured over."""
    found = [(months, one.text) for one in statement.durations if (months := _months(one)) is not None]
    found += [
        (_MONTHS_OF[rate], statement.text[one.start : one.end])
        for one in statement.quantities
        if (rate := rate_of(one, statement)) in _MONTHS_OF
    ]
    for mention in statement.dates:
        if _is_base(mention, statement) or _EVER_SINCE.search(mention.text):
            continue
        if mention.kind in (DateKind.QUARTER, DateKind.FISCAL):
            found.append((3.0, mention.text))
        elif mention.kind is DateKind.HALF:
            found.append((6.0, mention.text))
        elif mention.kind is DateKind.YEAR:
            found.append((12.0, mention.text))
        elif mention.kind is DateKind.SPAN and mention.first_day and mention.last_day:
            found.append(((mention.last_day - mention.first_day).days / 30.44, mention.text))
    return found


def _months(duration: Quantity) -> float | None:
    per_unit = {"year": 12.0, "month": 1.0, "quarter": 3.0, "week": 7 / 30.44, "day": 1 / 30.44}
    if duration.value is None or duration.unit not in per_unit:
        return None
    return duration.value * per_unit[duration.unit]


def _is_comparable(mention: DateMention, statement: Statement) -> bool:
    """Whether the time is resolved at least in part, and is not one that others are compared with."""
    stated = mention.first_day is not None or mention.month is not None
    return stated and not _is_base(mention, statement)


def _is_base(mention: DateMention, statement: Statement) -> bool:
    """Whether the time is the one compared with."""
    if _AGO.search(statement.folded[mention.start : mention.end]):
        return True
    before = statement.folded[max(0, mention.start - 24) : mention.start]
    return bool(_BASE_BEFORE.search(before) or _BASE_AFTER.match(statement.folded, mention.end))


def _coarseness(mention: DateMention) -> int:
    """Days that the mention spans; a day without a year is one day."""
    if mention.first_day and mention.last_day:
        return (mention.last_day - mention.first_day).days
    return 0 if mention.day else 30


def meeting(claim: Statement, sentence: Statement) -> dict[DateMention, DateMention]:
    """Each time of the claim that the sentence may name too, beside that time in its nearest precision."""
    found: dict[DateMention, DateMention] = {}
    for one in claim.dates:
        partners = [other for other in sentence.dates if _is_met(one, claim, other, sentence)]
        if partners:
            found[one] = min(partners, key=lambda other: abs(_coarseness(other) - _coarseness(one)))
    return found


def _is_met(one: DateMention, claim: Statement, other: DateMention, sentence: Statement) -> bool:
    if _is_comparable(one, claim) and _is_comparable(other, sentence):
        return meet(one, other)
    # A quarter is known by its months without a year too.
    return same_time(one, other) and not _is_base(one, claim) and not _is_base(other, sentence)
