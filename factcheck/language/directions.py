"""Whether a number rises or falls, and whether it is the change or the value reached (folded text)."""

from __future__ import annotations

from factcheck.language.approximations import PRECISION
from factcheck.language.patterns import lazy_pattern

_UP = (
    r"增长|成长|增加|上升|上涨|上扬|上调|暴涨|飙升|飙涨|大涨|攀升|激增|猛增|大增|走高|涨|升至|升|扩大"
    r"|加息|上修|调升|提高|提升|调高|增至|增|高出|多出|翻"
    r"|\b(?:r(?:i|o)s(?:e|en|es|ing)|(?<!make )(?<!makes )(?<!made )up(?! to\b)"
    r"|increas(?:e|es|ed|ing)|gr(?:o|e)w(?:s|n|ing|th)?|climb(?:s"
    r"|ed|ing)?|surg(?:e|es|ed|ing)"
    r"|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|higher|expand(?:s|ed|ing)?|rall(?:y|ied)"
    r"|spik(?:e|ed|es)|rais(?:e|ed|es|ing)|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?"
    r"|advanc(?:es|ed)|(?<!or )more)\b(?!\s+than)"
)
_DOWN = (
    r"下降|下跌|下滑|下调|下挫|减少|暴跌|大跌|锐减|骤减|骤降|重挫|缩减|缩水|萎缩|削减|减产|裁减|跌至|跌"
    r"|降至|降低|降|减|滑落|缩小|放缓|回落|收窄|下修|调降|蒸发|流失|裁员|砍"
    r"|\b(?:f(?:a|e)ll(?:s|en|ing)?|down|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s"
    r"|ped|ping)?|cut(?:s|ting)?"
    r"|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|slump(?:s|ed|ing)?|slid(?:e|es|ing)?|lower(?:s"
    r"|ed|ing)?|los(?:e|es|t|ing)"
    r"|reduc(?:e|es|ed|ing|tion)|shr(?:a|i|u)nk(?:s|ing)?|tumbl(?:e|es|ed|ing)|sank|sink(?:s"
    r"|ing)?|less|fewer|dip(?:s|ped)?"
    r"|slash(?:es|ed|ing)?"
    r"|slow(?:s|ed|ing)?|wip(?:es?|ed|ing) out|shed(?:s|ding)?"
    r"|eas(?:es|ed)|trim(?:s|med|ming)?|par(?:es|ed|ing)|weaken(?:s|ed)?|loss)\b(?!\s+than)"
)
_WAY = lazy_pattern(rf"(?P<up>{_UP})|(?P<down>{_DOWN})")
_BASE = lazy_pattern(r"(?:\bfrom|从|由|自)\s*$")
"""What makes a number the one that a change began at: 从35%降至12%."""
_CLAUSE_END = lazy_pattern(r"[,，;；。！？!?\n]|\.\s|\b(?:and|but|while)\b|而|但")


def read_direction(folded: str, start: int, end: int) -> str | None:
    """`increase`, `decrease` or None: the nearest word of change in the clause, before the number first."""
    before = folded[max(0, start - 36) : start]
    breaks = [match.end() for match in _CLAUSE_END.finditer(before)]
    reach = breaks[-1] if breaks else 0
    if not before[reach:].isascii():
        reach = max(reach, len(before) - 14)
    ways = list(_WAY.finditer(before, reach))
    if _BASE.search(before):
        return None
    if ways:
        return "increase" if ways[-1].lastgroup == "up" else "decrease"
    after = folded[end : end + 18]
    stop = _CLAUSE_END.search(after)
    way = _WAY.search(after, 0, min(stop.start() if stop else 18, 18 if after.isascii() else 6))
    if way is None or _ANOTHER.match(after, way.end()):
        return None
    return "increase" if way.lastgroup == "up" else "decrease"


_ANOTHER = lazy_pattern(r"[了约近逾超达至到为]*\s?[\d一二三四五六七八九十百千两几数]")
"""A number behind the word of change, which is then that number's: 8.2元成长五成."""


_BETWEEN = rf"(?:{PRECISION}|了|达到?|有|the|an?|\s)*"
_REACHED = lazy_pattern(rf"(?:[至到为]|\b(?:to|at|reach(?:es|ed|ing)?|hit(?:s|ting)?)\s){_BETWEEN}$")
_CHANGED = lazy_pattern(rf"(?:(?:{_UP}|{_DOWN})(?:[息价产员税薪幅准]|(?:\s*(?:by|of)\b)?)|\bby\s){_BETWEEN}$")
_CHANGE_AFTER = lazy_pattern(rf"(?:的|\s)*(?:in\s)?(?:{_UP}|{_DOWN})")


def read_change(folded: str, start: int, end: int) -> str | None:
    """`to` for the value reached (增至15%, rose to 15%), `by` for the size of the change (增长15%, 15% more).

    None where the words leave it open. To be asked of a number at `start`..`end` that rises or falls.
    """
    reach = max(0, start - 40)
    if _REACHED.search(folded, reach, start):
        return "to"
    if _CHANGED.search(folded, reach, start) or _CHANGE_AFTER.match(folded, end):
        return "by"
    return None
