"""Where a Chinese name begins that ends at a given place.

晶圓代工廠曜川半導體 names 曜川半導體; 由維瑞丹 names 維瑞丹. Chinese sets no spaces and new names have no
dictionary entry, so the words before a name are taken off: what links, what acts, what describes.
"""

from __future__ import annotations

from factcheck.language.chinese_names import (
    DESCRIBES,
    DOT,
    FOREIGN,
    LEGAL_FORM,
    is_new,
    is_unlisted,
    words_of,
)
from factcheck.language.mentions import EntityKind
from factcheck.language.patterns import lazy_pattern

_RUN = lazy_pattern(r"[\u3400-\u9fff·‧•・]{1,30}(?: ?[a-z\d-]{1,8})?$")
_LONGEST_GIVEN = 6
"""Code points of a transcribed given name: 亞歷山大 has four."""
_FUNCTION = frozenset(
    "的了是在由与和跟同对向为从把被让使于至到给将正并而但以其该各等或叫称据如即及和获已曾又也都则才就再"
)
"""Single words that no name begins behind without being cut off: they link or set off."""
_ACTING = frozenset({"v", "p", "c", "r", "d", "u", "uj", "ul", "uz", "ug", "t", "m", "f", "y"})
_NAMING_VERBS = lazy_pattern(
    "研究|投资|控股|制造|管理|发展|开发|服务|设计|测试|检测|交通|建设|通信|通讯|传播|存储|储存|创新|联合|未来|时代|今日|明日|第一|第四"
)
"""Verbs, times and ordinals that stand inside names: 台灣積體電路製造, 寧德時代."""


def name_before(folded: str, end: int) -> tuple[int, EntityKind | None] | None:
    """Where the name that ends at `end` begins, and the kind that the word before it tells; None for none."""
    found = _RUN.search(folded, max(0, end - 40), end)
    if found is None:
        return None
    # 17日獲...: the unit of a date is no part of what follows.
    dated = (
        found[0][0] in "年月日号"
        and folded[max(0, found.start() - 2) : found.start()].rstrip()[-1:].isdigit()
    )
    return _edge(found[0][dated:], found.start() + dated)


def _edge(run: str, offset: int) -> tuple[int, EntityKind | None] | None:
    words, start, kind = words_of(run), 0, None
    place = 0
    for index, (word, tag) in enumerate(words[:-1]):
        place += len(word)
        told = DESCRIBES.search(word)
        if LEGAL_FORM.fullmatch(run[place:]):
            break
        if told is not None and (len(word) > 1 or index == 0 or len(words[index - 1][0]) > 1):
            start, kind = place, _kind_told(told.lastgroup)
        elif _sets_off(word, tag):
            start, kind = place, None
    inner = run[start:]
    if len(inner) < 2:
        return None
    mark = DOT.search(inner)
    if mark is None:
        start += _described(inner)
    elif kind is not EntityKind.PERSON or mark.start() > _LONGEST_GIVEN:
        start += _transcribed(inner, mark.start())
    return (offset + start, kind) if len(run) - start >= 2 and not DOT.match(run, start) else None


def _kind_told(group: str | None) -> EntityKind:
    kinds = {"person": EntityKind.PERSON, "product": EntityKind.PRODUCT, "body": EntityKind.ORGANISATION}
    return kinds[group or "body"]


def _sets_off(word: str, tag: str) -> bool:
    if len(word) == 1:
        return word in _FUNCTION
    return tag in _ACTING and not _NAMING_VERBS.fullmatch(word)


def _transcribed(inner: str, dot: int) -> int:
    """Where the given name before the first dot begins: 物理學家比爾·福斯特."""
    start = dot
    for word, tag in reversed(words_of(inner[:dot])):
        if not (tag in ("nr", "nrt") or set(word) <= FOREIGN) or dot - start + len(word) > _LONGEST_GIVEN:
            break
        start -= len(word)
    return start


def _described(inner: str) -> int:
    """How much of `inner` describes: known words before the first stretch that the dictionary lacks."""
    place = 0
    words = words_of(inner)
    for index, (word, tag) in enumerate(words):
        if place and is_new(words[index:]):
            return place
        if is_unlisted(word, tag):
            break
        place += len(word)
    first, tag = words[0]
    # 美國戰略貿易許可辦公室: a country before an office is left off, a text may leave it off too.
    return len(first) if tag == "ns" and len(first) > 1 and len(inner) - len(first) >= 4 else 0
