"""Figures that tell a change and not a level: grew by 40%, 年增11.2%, sixfold, 減半, 翻了一番.

A change is held against a change, as a factor: tripled and +182% may be one, grew to 40% and grew by 40%
are two things. Where a sentence gives both ends (from $40 million to $240 million) the change follows.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.comparing.statement import Statement
from factcheck.comparing.values import PERCENT_KINDS
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantities import Quantity, QuantityKind

_UP = (
    r"r[io]se[ns]?|rising|gr[eo]w(?:s|n|ing|th)?|increas\w*|jump\w*|surg\w*|climb\w*|gain\w*|soar\w*|expand\w*|(?<!make )(?<!makes )(?<!made )(?<!making )up"
    r"|advanc\w*|rall(?:y|ied)|improv\w*|widen\w*|higher|lift(?:s|ed)?|rais(?:e[sd]?|ing)|boost\w*|added|accelerat\w*"
)
_DOWN = (
    r"f[ae]ll(?:s|en|ing)?|declin\w*|decreas\w*|drop\w*|plung\w*|slump\w*|shr[aiu]nk\w*|sl[iu]d(?:e|es)?|slipp?\w*|down"
    r"|cut(?:s|ting)?|reduc\w*|tumbl\w*|lower(?:s|ed|ing)?|contract(?:s|ed)|trim\w*|slash\w*|sank|dip(?:s|ped)?"
    r"|los[et](?:s|ing)?|shed|narrow\w*|eas(?:e[sd]?|ing)"
)
_HEDGE = (
    r"(?:\s+(?:by|of|about|around|nearly|almost|more than|less than|some|roughly|a|an|as much as|just|only|over|another|between"
    r"|year[- ]on[- ]year|year[- ]over[- ]year|yoy|sharply|slightly|approximately|at least|rate|at|further|an annual))*\s*[~+-]?$"
)
_UP_BEFORE = lazy_pattern(rf"\b(?:{_UP}){_HEDGE}")
_DOWN_BEFORE = lazy_pattern(rf"\b(?:{_DOWN}){_HEDGE}")
_BY = (
    r"\s+[^,.;。，；]{1,60}?\bby\s+(?:about |around |nearly |almost |more than |some |roughly |over |just )?$"
)
_UP_BY = lazy_pattern(rf"\b(?:{_UP}){_BY}")
_DOWN_BY = lazy_pattern(rf"\b(?:{_DOWN}){_BY}")
_UP_BEHIND = lazy_pattern(
    r"\s*(?:year[- ]on[- ]year |year[- ]over[- ]year |yoy |annual )?(?:increase|rise|growth|jump|gain|surge|more\b|higher|larger|bigger|faster|greater|up\b|above\b|over the\b|yoy|y/y|year[- ]o[nv])"
    r"|\s*的?(?:增长|增幅|涨幅|成长|升幅)"
)
_DOWN_BEHIND = lazy_pattern(
    r"\s*(?:year[- ]on[- ]year |year[- ]over[- ]year |yoy |annual )?(?:decrease|decline|drop|fall|cut (?:in|to)\b|reduction|less\b|fewer|lower|slower|smaller|down\b|below\b|short of|under the\b)"
    r"|\s*的?(?:降幅|跌幅|减幅|下降|衰退)"
)
_SOFT = r"[了约近逾超达将幅度率速仅只为过:\s+~-]{0,6}(?:大约|至少|不到|超过)?[\s+~-]?$"
_HAN_UP = lazy_pattern(
    rf"(?:增长|增加|成长|上升|上涨|提高|提升|攀升|上调|扩大|跃升|激增|大增|暴增|上扬|上修|走高|回升|[年月季]增|增|涨|升|多出?|高出|高){_SOFT}"
)
_HAN_DOWN = lazy_pattern(
    rf"(?:下降|下滑|下跌|减少|削减|缩减|衰退|降低|萎缩|下调|下修|走低|收窄|缩小|[年月季]减|减|跌|降|缩水|少|低){_SOFT}"
)
_RATE_UP = (
    r"(?:成长|增长|年增|月增|季增|升)(?:率|速)|增速|涨幅|增幅|升幅|growth rate|rate of growth|\binflation"
)
_RATE_DOWN = r"(?:下降|衰退|年减|月减|季减|跌)(?:率|速)|降速|降幅|跌幅|减幅|rate of decline"
_GAP = r"[^,。;\d]{0,12}$"
_RATE_UP_BEFORE = lazy_pattern(rf"(?:{_RATE_UP}){_GAP}")
_RATE_DOWN_BEFORE = lazy_pattern(rf"(?:{_RATE_DOWN}){_GAP}")
_COMPARED = lazy_pattern(r"(?:同比|环比|(?:年|月|季)增率|\byoy|\bqoq|\bmom|y/y|q/q)[\s:+为是约~-]*$")
_TOWARDS = lazy_pattern(r"(?:\bto|至|到|达到?)\s*(?:约|about|around|nearly|almost|more than|some)?\s*$")
_DIGIT = lazy_pattern(r"\d")
_WORDED = 0.05
"""Share by which a multiple told in words may be off: doubled of +100.2%."""
_REACH = 80
_GIVES = lazy_pattern(
    r"\b(?:rais(?:e[sd]?|ing)|cut(?:s|ting)?|shed|added|boost\w*|lift(?:s|ed)?|trim\w*|slash\w*|los[et](?:s|ing)?|gain(?:s|ed)?)"
    r"(?:\s+(?:about|around|nearly|almost|more than|some|roughly|over|another|up to))*\s*$"
)
"""Verbs whose amount is what is given or taken and no difference: raised $120 million, cut 400 jobs."""
_ADDED = lazy_pattern(
    r"(?:增长|增加|成长|增|提高|提升|上升|扩大|高出|多出?|涨|上涨|超出)[了约近超过达逾]{0,2}$"
)
_FASTER = lazy_pattern(r"\s*(?:faster|quicker|higher|more|larger|greater|bigger|better|as much again)\b")
_HAN_FASTER = lazy_pattern(
    r"(?:快|(?<![提增升调])高|(?<!增)多|(?<!扩)大|(?<![增加])强)[出了约近超过达]{0,2}$"
)
"""快60% is a comparison of two things; 提高60% is what one of them gained."""
_SIGNS = (
    (1, (_UP_BEFORE, _UP_BY, _HAN_UP)),
    (-1, (_DOWN_BEFORE, _DOWN_BY, _HAN_DOWN)),
)
_LEFT = lazy_pattern(r"(?:原来|原先|此前|之前|过去|去年|上年|同期|前年|原价|原有|原本[^,。;\d]{0,16})的$")
"""What stands before the share of its former self that is left: 減為原來的五分之一."""
_OF_FORMER = lazy_pattern(r"\s*(?:of|what) (?:its|their|the) (?:former|previous|earlier|original|prior)")
_AMOUNTS = frozenset({QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.NUMBER})


def sign_of_change(figure: Quantity, statement: Statement) -> int | None:
    """+1 or -1 where the figure tells by how much something rose or fell, 0 where it tells a change whose
    way is unsaid, None where it tells a level, a share or how far something rose to."""
    folded = statement.folded
    first = max(statement.clause_at(figure.start)[0], figure.start - _REACH)
    for sign, pattern in ((1, _RATE_UP_BEFORE), (-1, _RATE_DOWN_BEFORE)):
        if pattern.search(folded, first, figure.start):
            return sign
    if _TOWARDS.search(folded, first, figure.start):
        return None
    if figure.kind in _AMOUNTS and _GIVES.search(folded, first, figure.start):
        return None
    for sign, patterns in _SIGNS:
        if any(pattern.search(folded, first, figure.start) for pattern in patterns):
            return sign if figure.low >= 0 else -1
    if _UP_BEHIND.match(folded, figure.end):
        return 1
    if _DOWN_BEHIND.match(folded, figure.end):
        return -1
    if _COMPARED.search(folded, first, figure.start):
        minus = figure.low < 0 or folded[max(0, figure.start - 1) : figure.start + 1].strip()[:1] in "-−"
        return -1 if minus else 1
    return 0 if figure.kind is QuantityKind.PERCENTAGE_POINT else None


def as_factor(figure: Quantity, statement: Statement, sign: int | None) -> Quantity | None:
    """What is multiplied by: 成長一倍, doubled and +100% are 2, 減半 0.5, 60% faster 1.6; None for no factor."""
    before = statement.folded[max(0, figure.start - 24) : figure.start]
    if figure.kind is QuantityKind.MULTIPLE:
        if figure.value and not _DIGIT.search(figure.text):
            # Doubled, 翻番, 減半: told as near as words go.
            figure = replace(figure, tolerance=max(figure.tolerance, _WORDED * figure.value))
        added = figure.text.endswith("倍") and _ADDED.search(before) is not None
        return _scaled(figure, 1.0, 1.0) if added else figure
    if figure.kind is QuantityKind.PERCENTAGE:
        if _LEFT.search(before) or _OF_FORMER.match(statement.folded, figure.end):
            return _scaled(figure, 0.0, 0.01)
        if sign:
            return _scaled(figure, 1.0, sign / 100.0)
        if _FASTER.match(statement.folded, figure.end) or _HAN_FASTER.search(before):
            return _scaled(figure, 1.0, 0.01)
    return None


def _scaled(figure: Quantity, shift: float, scale: float) -> Quantity:
    """`shift + scale * figure` as a multiple."""
    moved = scaled(figure, scale, QuantityKind.MULTIPLE, "x")
    value = None if moved.value is None else moved.value + shift
    return replace(moved, value=value, low=moved.low + shift, high=moved.high + shift)


def scaled(figure: Quantity, scale: float, kind: QuantityKind, unit: str) -> Quantity:
    """The figure times `scale`, as one of `kind` in `unit`."""
    ends = sorted((scale * figure.low, scale * figure.high))
    return replace(
        figure,
        kind=kind,
        unit=unit,
        value=None if figure.value is None else scale * figure.value,
        low=ends[0],
        high=ends[1],
        tolerance=figure.tolerance * abs(scale),
    )


def followed_change(now: Quantity, base: Quantity) -> Quantity | None:
    """The factor from `base` to `now`, two values of one unit, in the words of `now`; None where there is none.

    Its tolerance is what the last digits of both leave open.
    """
    if now.unit != base.unit or now.kind is not base.kind or (now.kind in PERCENT_KINDS and now.unit == "pp"):
        return None
    if not now.value or not base.value or now.value * base.value <= 0:
        return None
    factor = now.value / base.value
    slack = factor * (abs(now.tolerance / now.value) + abs(base.tolerance / base.value))
    return replace(
        now,
        kind=QuantityKind.MULTIPLE,
        unit="x",
        value=factor,
        low=factor - slack,
        high=factor + slack,
        tolerance=slack,
        approximate=True,
    )


def is_fraction(figure: Quantity) -> bool:
    """Whether a plain number is a share told in words or as a fraction: a third, 三分之二, half, 1/3."""
    value = figure.value
    if figure.kind is not QuantityKind.NUMBER or value is None or not 0 < value < 1:
        return False
    return re.fullmatch(r"[\d.]+", figure.text.strip()) is None


def as_share(figure: Quantity) -> Quantity:
    """A fraction as a percentage, as near as fractions are told."""
    return replace(scaled(figure, 100.0, QuantityKind.PERCENTAGE, "%"), tolerance=1.0)
