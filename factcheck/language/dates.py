"""Dates and periods in a text, placed where the year is stated or a reference day is known."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from factcheck.language.chinese_dates import chinese_shapes
from factcheck.language.cumulative import closed_by, cumulative_shapes
from factcheck.language.date_mention import DateKind, DateMention
from factcheck.language.date_ranges import joined_shapes
from factcheck.language.date_shapes import Shape, place, stated_year
from factcheck.language.english_dates import english_shapes, may_is_month
from factcheck.language.english_periods import WEEK_LEAD, english_periods
from factcheck.language.folding import fold
from factcheck.language.invisible import visible
from factcheck.language.patterns import lazy_pattern

__all__ = ["DateKind", "DateMention", "find_dates"]
# Something that may be a date: looked for before anything is parsed.
_MARK = lazy_pattern(
    # Begins with a class of characters, which the engine looks for fast.
    r"[年月季周昨今明后财\dqhf星礼世前最未过日天元节平双]"
    r"(?:(?<=[年月季周昨今明后财节])|(?<=\d)(?:\d{3}|[/\-.]\d|\s?(?:st|nd|rd|th|q|h)\b|\s?[日号天])|(?<=[qh])[1-4]"
    r"|(?<=[69])m\s?['\d]|(?<=f)y|(?<=星)期|(?<=礼)拜|(?<=世)纪|(?<=前)[天日]|(?<=最)近|(?<=未)来|(?<=过)去"
    r"|(?<=[日天])[之以]?[前后]|(?<=元)旦|(?<=平)安夜|(?<=双)十一)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = lazy_pattern(rf"(?<![a-z])(?:{'|'.join(_MONTHS)})")
_MAY = lazy_pattern(r"(?<![a-z])may")


def _may_hold(text: str, folded: str) -> bool:
    # One expression: a loop over the words takes three times as long.
    return (
        ("day" in folded or "week" in folded or "month" in folded or "year" in folded or "quarter" in folded)
        or ("half" in folded or "decade" in folded or "century" in folded or "fiscal" in folded)
        or ("tomorrow" in folded or "tonight" in folded or "christmas" in folded or "halloween" in folded)
        or ("spring" in folded or "summer" in folded or "autumn" in folded or "winter" in folded)
        or (" fall" in folded or "eoy" in folded or "juneteenth" in folded)
        or _MARK.search(folded) is not None
        or (any(map(folded.__contains__, _MONTHS)) and _MONTH.search(folded) is not None)
        or ("may" in folded and _may_counts(text, folded))
    )


def _may_counts(text: str, folded: str) -> bool:
    """Whether may is no mere verb; a text with fall in it is read to be sure."""
    return _MAY.search(folded) is not None and ("fall" in folded or may_is_month(text, folded))


_SENTENCE_END = lazy_pattern(r"[。！？!?\n]|\.\s+(?=[A-Z])")


def find_dates(
    text: str, *, language: str | None = None, reference_date: date | None = None
) -> list[DateMention]:
    """Every date and period in `text`, in order, not overlapping.

    A date without a year takes the year stated before it in the same sentence; else, with
    `reference_date`, the latest year that puts it no later than 60 days after that day, or the next where
    the words say that it lies ahead; else it stays unresolved. A whole year stated before (2024年, 4月...)
    decides nothing where it and the reference day disagree. `language` is accepted for symmetry with the
    other readers and not needed.
    """
    seen = visible(text)
    found = _dates(seen.text, reference_date)
    if seen.text is text:
        return found
    spans = [seen.span(one.start, one.end) for one in found]
    return [
        replace(one, start=start, end=end, text=text[start:end])
        for one, (start, end) in zip(found, spans, strict=True)
    ]


def _dates(text: str, reference_date: date | None) -> list[DateMention]:
    shapes = _shapes(text)
    if not shapes:
        return []
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    mentions: list[DateMention] = []
    context: _Context | None = None
    sentence = 0
    for shape in shapes:
        here = bisect_left(ends, shape.start)
        if here != sentence:
            context, sentence = None, here
        shape = _beside_year(shape, text, context)
        mentions.append(_mention(text, shape, _placed(shape, reference_date, context, text)))
        year = stated_year(shape.last or shape, reference_date) or stated_year(shape, reference_date)
        if year is not None and _beside(shape, text) is None:
            context = _Context(year, shape.kind == "year" and shape.part is None)
    return mentions


@dataclass(frozen=True, slots=True)
class _Context:
    """A year stated before in the sentence; `bare` where the whole year was meant (2024年就170億, 4月...)."""

    year: int
    bare: bool


_BESIDE = lazy_pattern(
    r"(?P<before>前一年|上一?年|(?:the )?(?:previous|prior|preceding) year"
    r"|(?:the |a |one )?year (?:before|earlier))"
    r"|(?P<after>翌年|次年|隔年|(?:the )?following year)|(?P<same>同年|(?:the )?same year)"
)
_OF_A_PART = lazy_pattern(r"\s?(?:同期|同[季月]|['’]s? same)")


_LONGEST_PART = 8
"""Code points behind a year in which it is told to be of a part."""


def _beside(shape: Shape, text: str) -> re.Match[str] | None:
    """The words of a year that is told by another one."""
    return _BESIDE.fullmatch(fold(text[shape.start : shape.end]))


def _beside_year(shape: Shape, text: str, context: _Context | None) -> Shape:
    """78% in 2025, below the previous year's 85%: the year before the one just said, not before today's."""
    if context is None or not context.bare:
        return shape
    match = _beside(shape, text)
    if match is None or _OF_A_PART.match(fold(text[shape.end : shape.end + _LONGEST_PART])):
        return shape
    shift = {"before": -1, "after": 1, "same": 0}[str(match.lastgroup)]
    return Shape(shape.start, shape.end, "year", year=context.year + shift, relation=shape.relation)


def _placed(
    shape: Shape, reference: date | None, context: _Context | None, text: str
) -> tuple[date, date] | None:
    """The days of `shape`; None also where a bare year before it and the reference day disagree."""
    if context is None:
        interval = place(shape, reference, None)
        if reference is None or interval is None or interval[1] >= reference or not _leaves_year(shape):
            return interval
        coming = place(shape, reference, interval[0].year + 1)
        if coming is None:
            return interval
        nearer = coming[0] - reference < reference - interval[1]
        return coming if _lies_ahead(shape, text, nearer=nearer) else interval
    interval = place(shape, reference, context.year)
    # 全年 is the year just named; 4月 or 年底 may be of this one.
    whole = shape.kind == "year" and shape.part is None
    if context.bare and not whole and reference is not None and interval != place(shape, reference, None):
        return None
    return interval


_SURE = (
    r"\b(?:will|shall|set to|plans? to|expects? to|aims? to|going to|(?:is|are) to|slated|upcoming)\b"
    r"|将(?=[于在从自至到])"
)
_LIKELY = (
    r"\b(?:must|due|planned|expected|scheduled|deadline|until|takes? effect|expires?|no later than)\b"
    r"|将|预计|拟|计划|预定|力争|须|应于|截止|期限|最迟"
)
_UP_TO = (
    r"(?:(?!\b(?:said|says|told|announced|reported|wrote)\b|表示|宣布|公布|发布|公告|披露|称|透露|指出)"
    r"(?:[^,;。，；\n]|,(?=\d))){0,60}$"
)
"""Nothing between that was said on the day."""
_SURELY_AHEAD = lazy_pattern(f"(?:{_SURE}){_UP_TO}")
_AHEAD = lazy_pattern(f"(?:{_SURE}|{_LIKELY}){_UP_TO}")
"""A day that a plan or a deadline is told for."""
_PERHAPS_AHEAD = lazy_pattern(rf"(?:{_SURE}|{_LIKELY}|\bwould\b){_UP_TO}")
_ABOUT = lazy_pattern(
    r"\b(?:data|results?|figures?|numbers|sales|revenues?|profits?|earnings|output|inflation|growth|report|statement"
    r"|accounts)\s(?:for|of)(?: the| its| their)?\s$"
)
"""Data for the first quarter are of one that is over, whenever they are to come."""
_PLACED = lazy_pattern(
    r"\b(?:in|on|by|at|from|until|till|to|before|after|during|through|around|for|of|next|coming|late|early|mid)"
    r"(?: the| its| their)?[\s-]$"
)
"""What an English time is told by; without it June is of the inflation: June inflation data."""
_REACH = 80


def _leaves_year(shape: Shape) -> bool:
    """Whether it is a day, a month or months of a year that is not said."""
    named = shape.month is not None or shape.months is not None
    return named and shape.last is None and shape.year is None and shape.year_shift is None


def _lies_ahead(shape: Shape, text: str, *, nearer: bool) -> bool:
    """Whether the time is one to come: will ... by December 31, 将于1月1日生效, 预计第三季度.

    A month or a quarter that was expected is as often over, and so is what somebody said would be: these are
    ahead where the next one is `nearer` than the last.
    """
    lead = fold(text[max(0, shape.start - _REACH) : shape.start])
    is_day = shape.kind == "day"
    if not is_day and _is_reported_on(lead):
        return False
    surely = _AHEAD if is_day else _SURELY_AHEAD
    return surely.search(lead) is not None or (nearer and _PERHAPS_AHEAD.search(lead) is not None)


def _is_reported_on(lead: str) -> bool:
    """Whether a month or a quarter is only told of, and not told to come, by what stands before it."""
    return (lead[-1:].isascii() and _PLACED.search(lead) is None) or _ABOUT.search(lead) is not None


def _mention(text: str, shape: Shape, interval: tuple[date, date] | None) -> DateMention:
    first, last = interval if interval is not None else (None, None)
    kind = (
        "range"
        if shape.last is not None
        else {"decade": "range", "century": "range", "season": "range", "holiday": "range"}.get(
            shape.kind, shape.kind
        )
    )
    return DateMention(
        shape.start,
        shape.end,
        text[shape.start : shape.end],
        first,
        last,
        DateKind(kind),
        shape.month,
        shape.day,
        shape.relation,
        shape.months,
    )


@lru_cache(maxsize=512)
def _shapes(text: str) -> tuple[Shape, ...]:
    """The dates stated, not yet placed; remembered because quantities ask for the same sentence again."""
    folded = fold(text)
    if not _may_hold(text, folded):
        return ()
    found = [*english_shapes(text, folded), *english_periods(folded), *cumulative_shapes(folded)]
    if not folded.isascii():
        found += chinese_shapes(folded)
    if not found:
        return ()
    kept: list[Shape] = []
    for shape in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or shape.start >= kept[-1].end:
            kept.append(shape)
        elif shape.end > kept[-1].end and shape.end - shape.start > kept[-1].end - kept[-1].start:
            kept[-1] = shape
    placed = [_with_relation(folded, shape) for shape in joined_shapes(folded, kept)]
    # What a later one took in is said by it: the fiscal year in the fiscal year ended January 26.
    starts = [*(shape.start for shape in placed[1:]), len(folded)]
    return tuple(shape for shape, start in zip(placed, starts, strict=True) if shape.end <= start)


def _with_week(folded: str, shape: Shape) -> Shape:
    """the week beginning February 4: seven days from that day's Monday on."""
    lead = WEEK_LEAD.search(folded, max(0, shape.start - 26), shape.start) if shape.kind == "day" else None
    return shape if lead is None else replace(shape, start=lead.start(), kind="week", last=None)


_BEFORE_WORDS = lazy_pattern(
    r"(?<![a-z])(?:(?P<before>before|prior to|earlier than|no later than|by|ahead of)|(?P<after>after"
    r"|later than|greater than|following)"
    r"|(?P<since>since|starting(?: on| from| in)?|beginning(?: on| in)?|from)|(?P<until>until"
    r"|till|up to|through|as of|as at|截至|截止|直到|直至))"
    r"\s*(?:the\s+)?$|(?P<before_h>不晚于|不迟于)\s?$|(?P<since_h>自从?|从)$|(?P<until_h>截至|截止|直到|直至)$"
)
_AFTER_WORDS = lazy_pattern(
    r"\s?(?:(?P<since>以来|至今|开始|起(?![来诉]))|(?P<before>之前|以前|前(?![往景任所后三十]))"
    r"|(?P<after>之后|以后|后(?![续来卫果]))|(?P<until>为止))"
)


def _with_relation(folded: str, shape: Shape) -> Shape:
    """since August, before 2019, 2023年以来, 4月9日前: the word becomes the relation."""
    if shape.kind == "span":
        return shape
    if (
        folded.startswith(("当周", "当週", "那周", "一周"), shape.end)
        and shape.kind == "day"
        and shape.last is None
    ):
        return replace(shape, end=shape.end + 2, kind="week")
    closed = closed_by(folded, shape)
    if closed is not shape:
        return closed
    after = _AFTER_WORDS.match(folded, shape.end) if not folded.isascii() else None
    if after is not None and after.lastgroup is not None:
        return replace(shape, relation=after.lastgroup)
    if shape.kind == "day" and WEEK_LEAD.search(folded, max(0, shape.start - 26), shape.start):
        return _with_week(folded, shape)
    before = _BEFORE_WORDS.search(folded, max(0, shape.start - 18), shape.start)
    if before is None or before.lastgroup is None:
        return shape
    if shape.kind == "day" and before.group().startswith("by the"):
        # The protests sparked by the May 25 ruling.
        return shape
    relation = before.lastgroup.removesuffix("_h")
    word = before.group().split()[0] if before.group().split() else ""
    keeps = not before.group().isascii() or word in (
        "from",
        "as",
        "following",
        "ahead",
        "through",
        "up",
    )
    return replace(shape, relation=relation, start=shape.start if keeps else before.start())
