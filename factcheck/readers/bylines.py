"""What the head of a text says about itself: title, author, date of publication.

Only lines that plainly are a byline or a dateline count; a date inside a sentence is part of the
story. What is not found is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from factcheck.language.patterns import lazy_pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month_name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    lazy_pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}\s*年\s*(?P<month>\d{{1,2}})\s*月\s*{_DAY}\s*[日号號]",
        rf"(?<!\d){_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_DAY}(?!\d)",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark){_YEAR}(?!\d)",
    )
)
_LABEL = lazy_pattern(
    r"(?:(?:发布|發布|發佈|刊登|出版|发表|發表|刊发|刊發)(?:时间|時間|日期|于|於)?|时间|時間|日期"
    r"|\b(?:first\s+)?(?:published|posted)(?:\s+on)?|\bdate)\s*[:\uff1a]?\s*$",
    re.IGNORECASE,
)
_AGENCY = lazy_pattern(r"(?:社|网|網|报|報)[^\s\u3002,\uff0c]{0,10}$")
_PLACE = lazy_pattern(r"^[A-Z][A-Za-z.,' ]{1,40}[,(]?\s*$")
_AUTHOR_ZH = lazy_pattern(
    r"(?:(?:作者|记者|記者|撰文)\s*[:\uff1a]|文\s*[/\uff0f\uff5c])\s*"
    r"(?P<name>[^\s,;|.()\uff0c\uff1b\uff5c\u3002\u3001\uff08\uff09]{2,20})"
)
_AUTHOR_EN = lazy_pattern(
    r"^(?:By|Author:|BY)\s+(?P<name>[A-Z][\w.'’-]+(?:\s+(?:and\s+|de\s+|van\s+|von\s+)?[A-Z][\w.'’-]*){0,5})"
    r"\s*(?:$|[|,·•–—-])"
)
_AFTER_DATE = lazy_pattern(r"^(?:$|[\sT|\u00b7\u2022)\uff5c\uff08\uff09])")
_SENTENCE_END = lazy_pattern(r"[.,:;!\u3002\uff0e\uff0c\uff1a\uff1b\uff01\u3001]$")
_INNER_STOP = lazy_pattern(r"。|[a-z]\.\s")
_LETTER = lazy_pattern(r"(?![年月日号號\d_])\w")
_HEAD = 8
"""Non-blank lines in which a byline is looked for."""
_LINE = 120
"""Longest byline, in characters."""
_TITLE_WIDTH = 160
"""Longest title, a Chinese character counting two."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a text state."""

    title: str | None = None
    author: str | None = None
    published: date | None = None


def read_head(text: str) -> Head:
    """Title, author and date of publication as the first lines of `text` state them."""
    lines = [line.strip() for line in text[:8000].split("\n")]
    filled = [line for line in lines if line][:_HEAD]
    published = next(filter(None, map(_dateline, filled)), None)
    author = next(filter(None, map(_author, filled)), None)
    return Head(_title(lines), author, published)


def stated_date(words: str) -> date | None:
    """The first full date in `words`; None where day, month or year is missing or their order is open.

    29/01/2026 can only be read one way; 03/04/2026 is read differently on two sides of the Atlantic.
    """
    found = _find_date(words)
    return found[0] if found else None


def _find_date(words: str) -> tuple[date, int, int] | None:
    """(date, start, end) of the leftmost full date."""
    hits = (hit for pattern in _DATES if (hit := pattern.search(words)))
    for hit in sorted(hits, key=lambda hit: hit.start()):
        day = _as_date(hit.groupdict())
        if day is not None:
            return day, hit.start(), hit.end()
    return None


def _as_date(parts: dict[str, str | None]) -> date | None:
    """The calendar day of one match; None where there is no such day or the order is open."""
    year = int(parts["year"] or 0)
    if parts.get("month_name"):
        month = _MONTHS.index(str(parts["month_name"])[:3].lower()) + 1
        day = int(parts["day"] or 0)
    elif parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        month, day = int(parts["month"] or 0), int(parts["day"] or 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dateline(line: str) -> date | None:
    """The date of publication that `line` states, if the line is a dateline, a label or a byline."""
    found = _find_date(line[: _LINE * 2])
    if found is None:
        return None
    day, start, end = found
    before, after = line[:start].strip(), line[end:]
    if _LABEL.search(before) or _is_agency(before, after):
        return day
    if len(line) > _LINE or _SENTENCE_END.search(line) or _INNER_STOP.search(line):
        return None
    stands_alone = (
        not before.strip("(|\uff08\uff5c\u00b7\u2022")
        and len(after) <= 40
        and _AFTER_DATE.match(after) is not None
    )
    return day if stands_alone or _author(line) else None


def _is_agency(before: str, after: str) -> bool:
    """新華社北京2025年12月10日電, or BEIJING, Dec. 10, 2025 (Reuters) -."""
    if after.strip()[:1] in ("电", "電", "讯", "訊"):
        return _AGENCY.search(before) is not None and len(before) <= 24
    return (
        bool(_PLACE.match(before))
        and re.match(r"^\)?\s*(?:\([A-Z][\w ]+\)\s*)?(?:--|[–—-])", after) is not None
    )


def _author(line: str) -> str | None:
    """The name after 作者: or By, in a line that is short enough for a byline."""
    if len(line) > _LINE:
        return None
    hit = _AUTHOR_EN.match(line) or _AUTHOR_ZH.search(line)
    return hit["name"].strip() if hit else None


def _title(lines: list[str]) -> str | None:
    """The first line, where it is short, ends like a title and stands apart from what follows."""
    filled = [place for place, line in enumerate(lines) if line]
    if len(filled) < 2:
        return None
    first = lines[filled[0]]
    apart = filled[1] > filled[0] + 1 or _is_byline(lines[filled[1]])
    if not apart or _is_byline(first) or _SENTENCE_END.search(first) or len(_LETTER.findall(first)) < 2:
        return None
    width = sum(2 if character > "\u2e7f" else 1 for character in first)
    return first if width <= _TITLE_WIDTH else None


def _is_byline(line: str) -> bool:
    return len(line) <= _LINE and (_dateline(line) is not None or _author(line) is not None)
