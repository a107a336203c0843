"""Two dates that are one range: 2023年至2025年, from 2018 to 2023, 7月21日至31日, 9 to 12 of June, 1至9月."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.date_shapes import Shape
from factcheck.language.patterns import lazy_pattern

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


def joined_shapes(folded: str, shapes: list[Shape]) -> list[Shape]:
    """2023年至2025年, from 2018 to 2023, 7月21日至31日, 9 to 12 of June: two ends make one range."""
    joined: list[Shape] = []
    for shape in shapes:
        if joined and (shape.start < joined[-1].end or _is_gloss(folded, joined[-1], shape)):
            continue
        months = _with_head_month(folded, shape, joined[-1] if joined else None)
        if months is not shape:
            if joined and months.start == joined[-1].start:
                joined.pop()
            joined.append(months)
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


def _ends_a_name(char: str) -> bool:
    """Whether digits behind `char` are part of its word: a Chinese character stands apart without a blank."""
    return char.isascii() and char.isalnum()


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
            and not (head.start() and _ends_a_name(folded[head.start() - 1]))
            and "/" not in folded[shape.start : shape.end]
        ):
            return replace(shape, start=head.start(), day=int(head["day"]), last=shape)
    if shape.kind == "year" and shape.year is not None and shape.part is None:
        head = _HEAD_YEAR.search(folded, window, shape.start)
        if head is not None and int(head["year"]) < shape.year:
            return replace(shape, start=head.start(), year=int(head["year"]), last=shape)
    return shape


_HEAD_MONTH = lazy_pattern(
    r"(?<![\d年月])(?<!\d[.,/-])(?P<month>1[0-2]|[1-9]|[一二三四五六七八九十])\s?(?P<link>-|–|—|~|～|至|到|、)\s?$"
)
_HAN_MONTHS = "一二三四五六七八九十"


def _with_head_month(folded: str, shape: Shape, before: Shape | None) -> Shape:
    """The 1 of 1至9月, with the year said right before it: 2025年1-9月."""
    if shape.kind != "month" or shape.month is None or shape.part or shape.last or shape.relative:
        return shape
    year = (
        before
        if before is not None and before.kind == "year" and not before.part and not before.last
        else None
    )
    window = max(0 if year is None else year.end, shape.start - 6)
    lead = _HEAD_MONTH.search(folded[window : shape.start])
    if lead is None or folded[shape.start : shape.end].isascii():
        return shape
    written = lead["month"]
    first = int(written) if written.isdigit() else _HAN_MONTHS.index(written) + 1
    if first >= shape.month or (lead["link"] == "、" and first + 1 != shape.month):
        return shape
    months = (first, shape.month)
    if year is not None and not folded[year.end : window + lead.start()].strip():
        return replace(year, end=shape.end, kind="range", months=months)
    return replace(shape, start=window + lead.start(), kind="range", month=None, months=months)
