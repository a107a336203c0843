"""Relative dates worded as absolute ones: 昨日 -> 2025年3月3日, "last October" -> "in October 2024".

A clause taken out of its article loses the day that yesterday counts from. Only what can mean one
thing is replaced: weeks, "the last year", 今天 (also "nowadays"), dates inside quotation marks (they
count from the day of speaking) and dates after another year ("In 2019 ... last year") stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache

from factcheck.language.dates import DateKind, DateMention, find_dates
from factcheck.language.english_calendar import MONTH_NAMES, WEEKDAY
from factcheck.language.english_clauses import IRREGULAR
from factcheck.language.folding import fold
from factcheck.language.modality import CueKind, find_modality
from factcheck.language.patterns import lazy_pattern

_MAY_HOLD = lazy_pattern(
    r"[昨前]天|昨日|[去今明前后]年|[上本下这]一?个?[月季]|[周期拜][一二三四五六日天]|y\b|last|this|next"
)
_ENGLISH = lazy_pattern(
    r"\b(?P<prep>(?:in|since|from|by|of|until|till|during|for|before|after|to|through|on|over|than)\s+)?"
    r"(?P<the>the\s+)?(?:(?P<day>yesterday)|(?P<unit>(?:last|this|next)\s+(?:month|quarter|year"
    rf"|{'|'.join(MONTH_NAMES)}))|(?P<weekday>(?:(?:last|this|next)\s+|(?<=\bon\s)){WEEKDAY}))"
    r"(?P<own>'s)?(?![\w-]|\s+(?:morning|afternoon|evening|night|\d|of\b|the\b)|,\s*(?:\d|[a-z]+ \d))"
)
_CHINESE = lazy_pattern(
    r"(?P<year>[去今明前后]年)(?!轻|级|糕|画|货|夜|同期)|(?P<day>昨[天日](?!的)|前天)|(?P<month>(?:[上本下]|[上下这]个)月(?![球亮光色]))"
    r"|(?P<quarter>[上本下]一?(?:个?季度|季)(?![节赛]))"
    r"|(?<![每逢个至到、和与])(?P<weekday>[上本这下]?(?:周|星期|礼拜)[一二三四五六日天])(?![至到、和与]|[早晚下上]|\d)"
)
_YEAR_SHIFT = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
_QUOTATION = lazy_pattern(r"[“「『\"][^”」』\"]*[”」』\"]?")
_STATED_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d|\s*[万亿件个家人])")
_SUBJECT_OF = lazy_pattern(r"\s+(?:was|is|has|had|will|saw|brought|marked|may|could)\b")
_TOLD = lazy_pattern(
    r"[了过]|已|曾|被|宣布|表示|指出|公布|发布|披露|透露|证实|否认|承认|警告|称|说|抵达|签署|批准"
    rf"|\b(?:[a-z]{{2,}}ed|was|were|had|did|{IRREGULAR})\b"
)
"""A verb in the past, or one with which news tells what is done."""
_ACCOUNTS = lazy_pattern(
    r"营收|营业|[净毛]利|纯益|盈余|财报|[亏盈][损利]|出货|订单|gdp|[$€£¥%]"
    r"|\b(?:sales|revenue|profit|loss|earnings|orders)\b"
)
"""What is counted by quarters of the year; 上季 alone may be a season, "the last quarter" part of a match."""
_ORDINALS = ("first", "second", "third", "fourth")
_NUMBERS = "一二三四"


def absolute_dates(text: str, published: date | None) -> str:
    """`text` with its relative dates counted from `published`; unchanged where that day is unknown.

    The days are those that `find_dates` reads.
    """
    if published is None or not _MAY_HOLD.search(fold(text)):
        return text
    folded = fold(text).replace("’", "'")
    other = other_year(folded, published)
    matches = [(match, _chinese) for match in _CHINESE.finditer(folded)]
    matches += [(match, _english) for match in _ENGLISH.finditer(folded)]
    if not matches:
        return text
    # Code points inside quotation marks: what is said there counts from the day of speaking.
    quoted = {
        place for match in _QUOTATION.finditer(folded) for place in range(match.start() + 1, match.end())
    }
    mentions = find_dates(text, reference_date=published)
    parts: list[str] = []
    done = 0
    for match, read in sorted(matches, key=lambda pair: pair[0].start()):
        start = match.start()
        if start < done or start in quoted or (other is not None and start > other):
            continue
        words = read(match, text, published, _mention(mentions, match))
        if words is not None:
            parts += [text[done:start], words]
            done = match.end()
    return "".join([*parts, text[done:]])


def other_year(text: str, published: date | None) -> int | None:
    """Offset of an earlier year in `text`: behind it "last year" may be counted from there."""
    if published is None:
        return None
    stated = _STATED_YEAR.finditer(text)
    return next((match.start() for match in stated if int(match.group()) < published.year), None)


def _chinese(match: re.Match[str], text: str, published: date, mention: DateMention | None) -> str | None:
    """The absolute words for one Chinese expression; None where it stays."""
    if match["year"]:
        return f"{published.year + _YEAR_SHIFT[match['year']]}年"
    if mention is None or mention.first_day is None:
        return None
    day = mention.first_day
    if (match["day"] or match["weekday"]) and mention.kind is DateKind.DAY:
        bare = match["weekday"] is not None and match["weekday"][0] not in "上本这下"
        return None if bare and not _is_past(text) else f"{day.year}年{day.month}月{day.day}日"
    if match["month"] and mention.kind is DateKind.MONTH:
        return f"{day.year}年{day.month}月"
    if match["quarter"] and mention.kind is DateKind.QUARTER:
        if not match["quarter"].endswith("度") and not _is_of_accounts(text):
            return None
        unit = "季度" if match["quarter"].endswith("度") else "季"
        return f"{day.year}年第{_NUMBERS[(day.month - 1) // 3]}{unit}"
    return None


def _english(match: re.Match[str], text: str, published: date, mention: DateMention | None) -> str | None:
    """The absolute words for one English expression, with the preposition that they need."""
    unit = match["unit"] or ""
    if (
        mention is None
        or mention.first_day is None
        or (match["the"] and not (unit.endswith("quarter") and _is_of_accounts(text)))
    ):
        return None
    if match["weekday"] and (
        mention.kind is not DateKind.DAY or (" " not in match["weekday"] and not _is_past(text))
    ):
        return None
    words = _english_words(mention.kind, mention.first_day)
    if words is None or (match["own"] and unit.endswith("quarter")):
        return None
    kept = match["prep"] or ""
    given = text[match.start() : match.start() + len(kept)]
    if kept.strip() in {"than", "for", "on"} and unit:
        given = given if kept.strip() == "for" else f"{given}in "
    elif not kept and not match["own"]:
        at_start = match.start() == 0
        if at_start and _SUBJECT_OF.match(text, match.end()):
            # "Last year was hard": a year as the subject, which a bare number would hide.
            return None
        preposition = "on " if mention.kind is DateKind.DAY else "in "
        given = preposition.capitalize() if at_start else preposition
    return given + words + ("’s" if match["own"] else "")


def _english_words(kind: DateKind, day: date) -> str | None:
    """A day, month, quarter or year in words that need no other day to be understood."""
    if kind is DateKind.DAY:
        return f"{day.day} {day:%B %Y}"
    if kind is DateKind.MONTH:
        return f"{day:%B %Y}"
    if kind is DateKind.QUARTER:
        return f"the {_ORDINALS[(day.month - 1) // 3]} quarter of {day.year}"
    return str(day.year) if kind is DateKind.YEAR else None


def _mention(mentions: list[DateMention], match: re.Match[str]) -> DateMention | None:
    """The date read at the match, where its days are known."""
    first = bisect_right(mentions, match.start(), key=lambda mention: mention.end)
    found = mentions[first] if first < len(mentions) else None
    return found if found is not None and found.start < match.end() and found.resolved else None


@lru_cache(maxsize=16)
def _is_past(text: str) -> bool:
    """Whether the clause tells of something done, so that a bare weekday is the last one and not the next."""
    return _TOLD.search(fold(text)) is not None and not any(
        cue.kind in {CueKind.FORECAST, CueKind.PLAN} for cue in find_modality(text)
    )


@lru_cache(maxsize=16)
def _is_of_accounts(text: str) -> bool:
    return _ACCOUNTS.search(fold(text)) is not None
