"""Dates and periods in a text, placed where the year is stated or a reference day is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from factcheck.language.chinese_dates import chinese_shapes
from factcheck.language.cumulative import closed_by, cumulative_shapes
from factcheck.language.date_shapes import Shape, place, stated_year
from factcheck.language.english_dates import english_shapes
from factcheck.language.english_periods import WEEK_LEAD, english_periods
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern


class DateKind(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"
    FISCAL = "fiscal"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period at `text[start:end]` (code points, half-open), words such as since included.

    `first_day`..`last_day`, both inclusive, are the days named; both None while unresolved (no year and
    no reference day; a fiscal period, whose calendar only its company knows). `month` and `day` stay even
    without a year. `relation` places the fact towards the days: on, before, after, since, until.
    """

    start: int
    end: int
    text: str
    first_day: date | None
    last_day: date | None
    kind: DateKind
    month: int | None = None
    day: int | None = None
    relation: str = "on"
    months: tuple[int, int] | None = None
    """First and last month of a quarter, a half or part of a year, known even without the year."""

    @property
    def resolved(self) -> bool:
        """Whether the days are known."""
        return self.first_day is not None and self.last_day is not None


# Something that may be a date: looked for before anything is parsed.
_MAY_HOLD = lazy_pattern(
    r"\d{4}|\d[/\-.]\d|\d\s?(?:st|nd|rd|th|q|h)\b|[qh][1-4]|fy|[年月季周昨今明后]|星期|礼拜|财|世纪"
    r"|前[天日]|最近|未来|过去"
    r"|\d\s?[日号天]|[日天][之以]?[前后]"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)"
    r"|christmas|new year|halloween|juneteenth|元旦|节|平安夜|双十一|yesterday|today|tomorrow|tonight|week"
    r"|month|quarter|year|decade|fiscal|eoy|\bhalf\b|day\b|days\b"
)
_SENTENCE_END = lazy_pattern(r"[。！？!?\n]|\.\s+(?=[A-Z])")


def find_dates(
    text: str, *, language: str | None = None, reference_date: date | None = None
) -> list[DateMention]:
    """Every date and period in `text`, in order, not overlapping.

    A date without a year takes the year stated before it in the same sentence; else, with
    `reference_date`, the latest year that puts it no later than 60 days after that day; else it stays
    unresolved. A whole year stated before (2024年, 4月...) decides nothing where it and the reference day
    disagree. `language` is accepted for symmetry with the other readers and not needed.
    """
    shapes = _shapes(text)
    if not shapes:
        return []
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    mentions: list[DateMention] = []
    context: _Context | None = None
    sentence = 0
    for shape in shapes:
        here = sum(end < shape.start for end in ends)
        if here != sentence:
            context, sentence = None, here
        mentions.append(_mention(text, shape, _placed(shape, reference_date, context)))
        year = stated_year(shape.last or shape, reference_date) or stated_year(shape, reference_date)
        if year is not None:
            context = _Context(year, shape.kind == "year" and shape.part is None)
    return mentions


@dataclass(frozen=True, slots=True)
class _Context:
    """A year stated before in the sentence; `bare` where the whole year was meant (2024年就170億, 4月...)."""

    year: int
    bare: bool


def _placed(shape: Shape, reference: date | None, context: _Context | None) -> tuple[date, date] | None:
    """The days of `shape`; None also where a bare year before it and the reference day disagree."""
    if context is None:
        return place(shape, reference, None)
    interval = place(shape, reference, context.year)
    # 全年 is the year just named; 4月 or 年底 may be of this one.
    whole = shape.kind == "year" and shape.part is None
    if context.bare and not whole and reference is not None and interval != place(shape, reference, None):
        return None
    return interval


def _mention(text: str, shape: Shape, interval: tuple[date, date] | None) -> DateMention:
    first, last = interval if interval is not None else (None, None)
    kind = (
        "range"
        if shape.last is not None
        else {"decade": "range", "season": "range"}.get(shape.kind, shape.kind)
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
    if not _MAY_HOLD.search(folded):
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
    return tuple(_with_relation(folded, shape) for shape in _joined(folded, kept))


_JOIN = lazy_pattern(r"\s*(?:-|–|—|~|～|至|到|to|through|until|and|和|与)\s*(?:the\s+)?")
_AND = lazy_pattern(r"\s*(?:and|和|与)\s*")
_FROM = lazy_pattern(r"(?:\bfrom|\bbetween|从|自|由)\s*(?:the\s+)?$")
_TAIL_DAY = lazy_pattern(
    r"\s*(?:-|–|—|~|～|至|到|to|through|、)\s*(?P<day>3[01]|[12]\d"
    r"|0?[1-9])(?:(?P<mark>\s?[日号])|(?:st|nd|rd|th)?(?=\s*[,，]?\s*(?P<year>20\d\d"
    r"|19\d\d)?(?![\d%/:年月.万亿个家颗])))"
)
_HEAD_DAY = lazy_pattern(
    r"(?P<from>(?:from|between)\s+)?(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd"
    r"|th)?\s*(?:-|–|to|and|through)\s*(?:the\s+)?$"
)
_HEAD_YEAR = lazy_pattern(
    r"(?:\bfrom\s+|\bbetween\s+|从|自)?(?<![\d.,$])(?P<year>(?:1[89]"
    r"|20)\d\d)\s?(?:-|–|—|~|至|到|to|and)\s?$"
)


def _joined(folded: str, shapes: list[Shape]) -> list[Shape]:
    """2023年至2025年, from 2018 to 2023, 7月21日至31日, 9 to 12 of June: two ends make one range."""
    joined: list[Shape] = []
    for shape in shapes:
        if joined and (shape.start < joined[-1].end or _is_gloss(folded, joined[-1], shape)):
            continue
        shape = _with_tail_day(folded, _with_head(folded, shape, joined[-1].end if joined else 0))
        first = joined[-1] if joined else None
        if (
            first is not None
            and first.last is None
            and shape.last is None
            and _is_range(folded, first, shape)
        ):
            start = _FROM.search(folded, max(0, first.start - 9), first.start)
            joined[-1] = replace(
                first, start=start.start() if start else first.start, end=shape.end, last=shape
            )
        else:
            joined.append(shape)
    return joined


_WEEKDAY_GLOSS = lazy_pattern(r"\s?[(,]?\s?")


def _is_gloss(folded: str, day: Shape, weekday: Shape) -> bool:
    """The （星期二） after 7月15日 says nothing new."""
    written = folded[weekday.start : weekday.end]
    return (
        day.day is not None
        and (written[:1] == "周" or written[:2] in ("星期", "礼拜"))
        and _WEEKDAY_GLOSS.fullmatch(folded, day.end, weekday.start) is not None
    )


def _is_range(folded: str, first: Shape, last: Shape) -> bool:
    gap = folded[first.end : last.start]
    if (
        len(gap) > 10
        or "span" in (first.kind, last.kind)
        or "fiscal" in (first.kind, last.kind)
        or not _JOIN.fullmatch(gap)
    ):
        return False
    if _AND.fullmatch(gap):
        return folded[max(0, first.start - 8) : first.start].rstrip().endswith("between")
    return bool(gap.strip())


def _with_tail_day(folded: str, shape: Shape) -> Shape:
    """The 31日 of 7月21日至31日, the 12 of June 9-12, 2020."""
    if shape.day is None or shape.month is None or shape.last is not None:
        return shape
    tail = _TAIL_DAY.match(folded, shape.end)
    ascii_end = folded[shape.end - 1] not in "日号"
    if (
        tail is None
        or int(tail["day"]) <= shape.day
        or (ascii_end and tail["mark"])
        or (not ascii_end and not tail["mark"])
    ):
        return shape
    if ascii_end and (
        shape.year is not None
        or not folded[shape.end - 1].isdigit()
        or "/" in folded[shape.start : shape.end]
    ):
        return shape
    year, end = (int(tail["year"]), tail.end("year")) if tail["year"] else (shape.year, tail.end())
    last = replace(shape, day=int(tail["day"]), year=year)
    return replace(shape, end=end, year=year, last=last)


def _with_head(folded: str, shape: Shape, reach: int) -> Shape:
    """The 9 of 9 to 12 of June, the 2023 of 2023至2025年."""
    if shape.last is not None:
        return shape
    window = max(reach, shape.start - 22)
    if shape.day is not None and shape.month is not None:
        head = _HEAD_DAY.search(folded, window, shape.start)
        if (
            head is not None
            and int(head["day"]) < shape.day
            and folded[shape.start].isdigit()
            and (head.start() == 0 or not folded[head.start() - 1].isalnum())
            and "/" not in folded[shape.start : shape.end]
        ):
            return replace(shape, start=head.start(), day=int(head["day"]), last=shape)
    if shape.kind == "year" and shape.year is not None and shape.part is None:
        head = _HEAD_YEAR.search(folded, window, shape.start)
        if head is not None and int(head["year"]) < shape.year:
            return replace(shape, start=head.start(), year=int(head["year"]), last=shape)
    return shape


def _with_week(folded: str, shape: Shape) -> Shape:
    """the week beginning February 4: seven days from that day's Monday on."""
    lead = WEEK_LEAD.search(folded, max(0, shape.start - 26), shape.start) if shape.kind == "day" else None
    return shape if lead is None else replace(shape, start=lead.start(), kind="week", last=None)


_BEFORE_WORDS = lazy_pattern(
    r"(?<![a-z])(?:(?P<before>before|prior to|earlier than|no later than|by|ahead of)|(?P<after>after"
    r"|later than|greater than|following)"
    r"|(?P<since>since|starting(?: on| from| in)?|beginning(?: on| in)?|as of|from)|(?P<until>until"
    r"|till|up to|through|截至|截止|直到|直至))"
    r"\s*(?:the\s+)?$|(?P<since_h>自从?|从)$|(?P<until_h>截至|截止|直到|直至)$"
)
_AFTER_WORDS = lazy_pattern(
    r"\s?(?:(?P<since>以来|至今|开始|起(?![来诉]))|(?P<before>之前|以前|前(?![往景任所后三十]))"
    r"|(?P<after>之后|以后|后(?![续来卫果]))|(?P<until>为止))"
)


def _with_relation(folded: str, shape: Shape) -> Shape:
    """since August, before 2019, 2023年以来, 4月9日前: the word becomes the relation."""
    if shape.kind == "span":
        return shape
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
    relation = before.lastgroup.removesuffix("_h")
    word = before.group().split()[0] if before.group().split() else ""
    keeps = not before.group().isascii() or word in (
        "from",
        "by",
        "as",
        "following",
        "ahead",
        "through",
        "up",
    )
    return replace(shape, relation=relation, start=shape.start if keeps else before.start())
