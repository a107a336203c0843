"""A figure with what makes it comparable: its value in a common unit, whether it is a change or a level, the
span of time it is told by, the noun it counts and the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from factcheck.comparing.changes import (
    as_factor,
    as_share,
    followed_change,
    is_fraction,
    scaled,
    sign_of_change,
)
from factcheck.comparing.conversions import dimension_of, in_base_unit
from factcheck.comparing.kept import kept
from factcheck.comparing.moments import meet, same_time
from factcheck.comparing.rates import rate_of, same_rate
from factcheck.comparing.statement import Statement
from factcheck.comparing.values import PERCENT_KINDS, agree, are_comparable, are_near, bears_out
from factcheck.language.dates import DateKind, DateMention
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity, QuantityKind

_BASE = lazy_pattern(
    r"(?:compared (?:with|to)|versus|\bvs\.?|\bfrom|(?<!more )(?<!less )(?<!fewer )(?<!greater )\bthan|\bthan (?:the|its)|由|从|自|[较比][^,。;\d]{1,10}的"
    r"|%\s*(?:below|above|under|over)(?: the| its)?|(?:高于|低于|多于|少于)[^,。;\d]{1,8}的"
    r"|(?:上年|去年|前年)同期(?:为|是|的)?|上一?[个]?[季年]度?的?)[\s约]*(?:about |around )?$"
)
"""Words before a figure that make it the value compared with: "up from 12%", 由12%."""
_NOUN_BEHIND = lazy_pattern(
    r"\s*((?:(?!(?:of|at|in|on|from|with|to|by|for|and|or|based|over|during|the|were|was|are|is|that|which)\b)"
    r"[a-z][a-z'-]*[ ]?){1,3})|\s?([㐀-䶿一-鿿]{1,5})"
)
_DIGITS = lazy_pattern(r"[\d.,%$€£¥~+-]+|[零一二两三四五六七八九十百千万亿数几余多逾近约]+")
_DATE_BEHIND = lazy_pattern(r"\s+(?:units? |chips? )?(?:in|for|on|by|during|at)\s+(?:the\s+)?|\s?[(（]?")
_DATE_BEFORE = lazy_pattern(
    r"\s*(?:的|为|達|达到?|约|約|则|就|升至|降至|增至|减至|涨至|跌至|[:：]|were|was|at|stood at|reached|came to)?"
    r"\s*(?:约|about )?"
)
_COUNTS = frozenset({QuantityKind.COUNT, QuantityKind.NUMBER})
_OF_A_SHARE = lazy_pattern(r"\bshares?\b|proportion|percentage|\brate\b|margin|占|份[额額]|比[例重率]|率")
_OF_A_POINT = lazy_pattern(r"\s*(?:of )?a? ?percentage point")
_PERIODS = frozenset({DateKind.QUARTER, DateKind.HALF, DateKind.YEAR, DateKind.RANGE})
_SPEEDS = {"m": ("每秒", "m/s"), "km": ("每小时", "km/h")}
_BYTES = frozenset({"MB", "GB", "TB", "PB"})
_SECOND = lazy_pattern(r"每秒|(?:per|a) second|/ ?s\b|/秒")
_WORKED_OUT = 4
"""Levels of a sentence from which changes and shares are worked out; more make chance agreements."""
_LITTLE = 5
"""Code points besides figures and dates in a clause that leaves what it measures to the clause before."""
_SHARE_UNITS = frozenset({"%", "pp", "bps"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text, read for comparing."""

    quantity: Quantity
    """As stated."""
    measure: Quantity
    """In the base unit of its dimension; a fraction as a percentage."""
    factor: Quantity | None
    """What it multiplies by, of a multiple or a relative change."""
    sign: int | None
    """Of a change: +1, -1, or 0 where its way is unsaid; None for a level."""
    rate: str | None
    """The span of time that it is told by."""
    base: bool
    """Whether it is what another figure is compared with."""
    noun: str
    """What it counts, in the words behind it and its counter."""
    around: str
    """The words of its clause, figures and dates left out."""
    clause: str
    """Its clause."""
    when: DateMention | None = None
    """The time that stands at the figure: $14,500 in August; else the only one of its clause."""
    followed: bool = False
    """Whether it is worked out from two figures of the text."""
    share: bool = False
    """Whether these are shares: what a share grew by contradicts no other growth."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Two figures that can be held against each other."""

    agrees: bool
    opposed: bool = False
    """Whether they are changes of opposite ways."""
    same_value: bool = False
    """Whether the values are told as one, whatever their ways."""
    by_noun: bool = False
    """Whether they are comparable only if what they count is alike."""
    left_open: bool = False
    """Whether the values can be one, though the evidence's may as well be another: 160, fewer than 260."""


@kept
def figures_of(statement: Statement) -> list[Figure]:
    """The figures that a text asserts, with the changes that follow from two of them; its lengths of time
    where it has no others."""
    figures = _stated(statement)
    return [*figures, *_followed(figures, statement)]


@kept
def asserted(statement: Statement) -> list[Figure]:
    """The figures of a claim, each value once: a label in front (9萬片：產能達9萬片) asserts nothing more."""
    once: dict[object, Figure] = {}
    for one in _stated(statement):
        measure = one.measure
        value = measure.low if measure.value is None else measure.value
        # The later of the two has the words around it that say what it measures.
        once[measure.kind, measure.unit, value, one.base] = one
    return list(once.values())


def _stated(statement: Statement) -> list[Figure]:
    stated = sorted((*statement.quantities, *statement.plain), key=lambda one: one.start)
    return [_dated(_read(one, statement), statement) for one in stated or statement.durations]


def _when(quantity: Quantity, statement: Statement) -> DateMention | None:
    """The date right behind the figure or right before it, with no more between than in, 的 or 為."""
    for date in statement.dates:
        if date.start >= quantity.end and _DATE_BEHIND.fullmatch(statement.folded, quantity.end, date.start):
            return date
    for date in reversed(statement.dates):
        if date.end <= quantity.start and _DATE_BEFORE.fullmatch(statement.folded, date.end, quantity.start):
            return date
    return None


def _dated(figure: Figure, statement: Statement) -> Figure:
    """A figure with the only date of its clause, where none stands at the figure."""
    if figure.when is not None:
        return figure
    start, end = statement.clause_at(figure.quantity.start)
    inside = [one for one in statement.dates if start <= one.start < end]
    return replace(figure, when=inside[0]) if len(inside) == 1 else figure


def _read(quantity: Quantity, statement: Statement) -> Figure:
    sign = sign_of_change(quantity, statement)
    if is_fraction(quantity) and _OF_A_POINT.match(statement.folded, quantity.end):
        quantity = scaled(quantity, 1.0, QuantityKind.PERCENTAGE_POINT, "pp")
    measure = as_share(quantity) if is_fraction(quantity) else in_base_unit(_per_second(quantity, statement))
    return Figure(
        quantity=quantity,
        measure=measure,
        factor=as_factor(measure, statement, sign),
        sign=sign,
        rate=rate_of(quantity, statement),
        base=is_base(quantity, statement),
        noun=_noun(quantity, statement),
        around=_around(quantity, statement),
        clause=statement.text[slice(*statement.clause_at(quantity.start))],
        when=_when(quantity, statement),
    )


def _per_second(quantity: Quantity, statement: Statement) -> Quantity:
    """每秒1.7PB and 1.7 PB per second are a bandwidth, whatever stands between number and second; 每秒42米 is
    a speed."""
    lead = statement.folded[max(0, quantity.start - 5) : quantity.start]
    if quantity.unit in _SPEEDS and _SPEEDS[quantity.unit][0] in lead:
        return replace(quantity, unit=_SPEEDS[quantity.unit][1])
    if quantity.unit in _BYTES and _SECOND.search(
        statement.folded[max(0, quantity.start - 4) : quantity.end + 12]
    ):
        return replace(quantity, unit=f"{quantity.unit}/s")
    return quantity


def _followed(figures: Sequence[Figure], statement: Statement) -> Iterator[Figure]:
    """What each value is times each other of one unit: from $40 million to $240 million is sixfold, 32,000 of
    96,000 a third."""
    levels = [one for one in figures if one.sign is None and one.factor is None][:_WORKED_OUT]
    for now, base in permutations(levels, 2):
        if now.measure.unit in (None, "%", "pp") and not base.base:
            continue
        factor = followed_change(now.measure, base.measure)
        if factor is None:
            continue
        start = min(base.quantity.start, now.quantity.start)
        end = max(base.quantity.end, now.quantity.end)
        words = replace(factor, start=start, end=end, text=statement.text[start:end])
        sign = (1 if (factor.value or 1.0) >= 1 else -1) if base.base else None
        share = now.measure.unit in _SHARE_UNITS
        yield replace(
            now,
            quantity=words,
            measure=words,
            factor=words,
            sign=sign,
            base=False,
            followed=True,
            share=share,
        )


def relate(claim: Figure, evidence: Figure) -> Relation | None:
    """How the two stand to each other; None where they cannot be held against each other."""
    if claim.followed or (claim.base != evidence.base and not same_moment(claim, evidence)):
        return None
    if evidence.followed:
        return _relate_worked_out(claim, evidence)
    if claim.factor is not None and evidence.factor is not None:
        return _relate_changes(claim, evidence)
    if {claim.measure.kind, evidence.measure.kind} & {QuantityKind.MULTIPLE}:
        return None
    by_noun = False
    if claim.measure.kind in _COUNTS and evidence.measure.kind in _COUNTS:
        by_noun = (
            not are_comparable(claim.measure, evidence.measure)
            or claim.measure.unit is None
            # 個 counts whatever has no counter of its own: 180萬個貨櫃 are no 420人.
            or {claim.measure.unit, evidence.measure.unit} == {"thing", "person"}
        )
    elif not are_comparable(claim.measure, evidence.measure):
        return None
    one_is_change = (claim.sign is None) != (evidence.sign is None)
    same = agree(claim.measure, evidence.measure)
    points = claim.measure.kind is evidence.measure.kind is QuantityKind.PERCENTAGE_POINT
    if one_is_change and not points and (claim.measure.kind in PERCENT_KINDS or not same):
        return None
    if not same and not same_rate(claim.rate, evidence.rate):
        return None
    opposed = claim.sign is not None and evidence.sign is not None and claim.sign * evidence.sign < 0
    left_open = same and not bears_out(claim.measure, evidence.measure)
    return Relation(same and not opposed, opposed, same and not left_open, by_noun, left_open)


def same_moment(one: Figure, other: Figure) -> bool:
    """Whether both figures are told for one time."""
    return one.when is not None and other.when is not None and _one_time(one.when, other.when)


def other_moment(one: Figure, other: Figure) -> bool:
    """Whether the figures are told for two times."""
    return one.when is not None and other.when is not None and not _one_time(one.when, other.when)


def _one_time(one: DateMention, other: DateMention) -> bool:
    """Whether two times can be one; a quarter is not the half-year that holds it."""
    if one.kind in _PERIODS and other.kind in _PERIODS:
        return same_time(one, other)
    return meet(one, other)


def _relate_worked_out(claim: Figure, evidence: Figure) -> Relation | None:
    """A change against one that follows from both ends; a share against part and whole, where they agree."""
    factor = evidence.factor
    if factor is None:
        return None
    if claim.factor is not None:
        same = agree(claim.factor, factor)
        told_so = claim.sign is not None and evidence.sign is not None
        told_so = told_so and (not evidence.share or _OF_A_SHARE.search(claim.clause.lower()) is not None)
        return Relation(same, same_value=same) if same or told_so else None
    if claim.measure.kind is QuantityKind.PERCENTAGE and claim.sign is None:
        same = agree(claim.measure, scaled(factor, 100.0, QuantityKind.PERCENTAGE, "%"))
        return Relation(True, same_value=True) if same else None
    return None


def _relate_changes(claim: Figure, evidence: Figure) -> Relation:
    """As percentages where both are told so, else as factors."""
    opposed = bool(claim.sign and evidence.sign and claim.sign != evidence.sign)
    ours, theirs = claim.factor, evidence.factor
    if claim.quantity.kind is evidence.quantity.kind is QuantityKind.PERCENTAGE:
        ours, theirs = claim.measure, evidence.measure
    same = ours is not None and theirs is not None and agree(ours, theirs)
    left_open = same and ours is not None and theirs is not None and not bears_out(ours, theirs)
    return Relation(same and not opposed, opposed, same and not left_open, left_open=left_open)


def twin_units(claim: Figure, evidence: Figure) -> bool:
    """Whether both tell the same number in units that cannot be one: 80億元 and $8B, 3% and 3 points,
    1,100 km and 1,100 miles."""
    ours, theirs = claim.quantity, evidence.quantity
    if claim.base != evidence.base or not are_near(ours, theirs):
        return False
    if ours.kind is theirs.kind is QuantityKind.MONEY:
        return ours.unit != theirs.unit
    if {ours.unit, theirs.unit} <= _SHARE_UNITS and ours.unit != theirs.unit:
        return True
    if ours.kind is theirs.kind is QuantityKind.DIMENSION and ours.unit != theirs.unit:
        return dimension_of(ours.unit) is not None and dimension_of(ours.unit) == dimension_of(theirs.unit)
    return False


def is_base(quantity: Quantity, statement: Statement) -> bool:
    """Whether the figure is what another one is compared with, and not what is said now."""
    if quantity.kind is QuantityKind.MULTIPLE:
        return False
    return _BASE.search(statement.folded, max(0, quantity.start - 16), quantity.start) is not None


def _noun(quantity: Quantity, statement: Statement) -> str:
    """The counter and the words behind the number."""
    if quantity.kind not in _COUNTS:
        return ""
    counter = _DIGITS.sub(" ", statement.folded[quantity.start : quantity.end])
    behind = _NOUN_BEHIND.match(statement.folded, quantity.end)
    return f"{counter} {behind.group() if behind else ''}".strip()


def _around(quantity: Quantity, statement: Statement) -> str:
    """The words of the figure's clause, figures and dates left out; the clause before where these are few."""
    start, end = statement.clause_at(quantity.start)
    words = _bare(start, end, statement)
    if sum(character.isalnum() for character in words) < _LITTLE and start > 0:
        before, _ = statement.clause_at(start - 1)
        words = _bare(before, end, statement)
    return words


def _bare(start: int, end: int, statement: Statement) -> str:
    words = list(statement.text[start:end])
    spans = [(one.start, one.end) for one in (*statement.quantities, *statement.durations, *statement.plain)]
    spans += [(one.start, one.end) for one in statement.dates]
    for first, last in spans:
        if first < end and last > start:
            first, last = max(first, start), min(last, end)
            words[first - start : last - start] = " " * (last - first)
    return "".join(words)
