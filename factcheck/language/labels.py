"""Digits that name or number something and measure nothing: RTX 4090, Section 3.1, [2], a score of 3-1."""

from __future__ import annotations

import re

from factcheck.language.numerals import Numeral
from factcheck.language.patterns import lazy_pattern
from factcheck.language.units import following_noun, match_unit, prefix_pattern

_NAME_BEFORE = lazy_pattern(r"(?:\b[A-Z][A-Za-z]*[\s\-]?|[A-Za-z]\d*[\s\-]?)$")
_HAN_NAME_BEFORE = lazy_pattern(r"(?:思元|麒麟|骁龙|天玑|升腾|鲲鹏|芯)$")
_WORD_BEFORE = lazy_pattern(
    r"\b(?:About|Around|Over|Under|Some|The|In|At|From|To|By|Of|For|With|And|Or|But|Only|Nearly"
    r"|Almost|Up|Down|Its|Their|An?"
    r"|This|These|Those|More|Less|Than|Between|Least|Most|All|Just|Another|Last|Next|Past|First|Every"
    r"|US|NT|HK|RMB|USD|CNY|TWD|HKD"
    r"|EUR|GBP|JPY|KRW|[Nn]o|[Ii]s|[Ww]as|AI|Roughly|Approximately|I|We|He|She|They|It|Exactly|Total"
    r"|No)[\s\-]?$"
)


_MODEL_NUMBER = lazy_pattern(r"(?<![.!?] )\b[A-Z][a-z]+(?<!ed)(?<!ing)(?<!ly) $")
"""A capitalised word before a small number that something countable follows: Yuefeng 3 chips."""


def is_name_part(text: str, folded: str, numeral: Numeral) -> bool:
    """RTX 4090, iPhone 15, AI 2.0: digits after a capitalised name, with no unit of their own."""
    if not text[numeral.start].isdecimal():
        return False
    if (
        _HAN_NAME_BEFORE.search(folded, max(0, numeral.start - 3), numeral.start)
        and text[numeral.end - 1].isascii()
        and match_unit(folded, numeral.end) is None
    ):
        # 昇騰910B is a chip, 昇騰30萬顆 a number of them.
        return True
    if numeral.scaled:
        return False
    before = text[max(0, numeral.start - 24) : numeral.start]
    if before[-1:].isspace() and prefix_pattern().search(folded, max(0, numeral.start - 14), numeral.start):
        return False
    if not _NAME_BEFORE.search(before) or (
        before[-1:] == " " and before.rstrip()[-1:].islower() and not _capitalised(before)
    ):
        return False
    unit = match_unit(folded, numeral.end)
    if unit is not None and unit[0] == "count" and _MODEL_NUMBER.search(before):
        return numeral.end - numeral.start <= 2 and not _WORD_BEFORE.search(before)
    if unit is not None and unit[0] in (
        "money",
        "percentage",
        "percentage_point",
        "dimension",
        "duration",
        "count",
        "multiple",
    ):
        return False
    if re.match(r"\d+\.0$", folded[numeral.start : numeral.end]):
        return True
    if _VERSION.fullmatch(folded, numeral.start, numeral.end) and _MODEL_NUMBER.search(before):
        return True
    if "." in folded[numeral.start : numeral.end] and before.rstrip()[-1:].islower():
        return False
    return not _WORD_BEFORE.search(before) and following_noun(folded, numeral.end) is None


_VERSION = lazy_pattern(r"\d\.\d")


def _capitalised(before: str) -> bool:
    words = before.split()
    return bool(words) and any(char.isupper() for char in words[-1])


_LIST_MARK = lazy_pattern(r"[、]|\.\s|\)\s")


def is_mark(folded: str, numeral: Numeral) -> bool:
    """True for what is no amount: [2], 二、 or 1. before a line, a footnote 3, 3D, 2.0, a lone 二."""
    start, end = numeral.start, numeral.end
    written, before, after = folded[start:end], folded[start - 1 : start], folded[end : end + 1]
    if (before, after) in (("[", "]"), ("〔", "〕"), ("【", "】")):
        return True
    if (
        before
        and before in "。！？!?”」』"
        and (not after or after.isspace())
        and written.isdigit()
        and end - start < 4
    ):
        return True
    at_line_start = not folded[folded.rfind("\n", 0, start) + 1 : start].strip(" #*(（")
    if at_line_start and _LIST_MARK.match(folded, end):
        return True
    if written[0].isdigit():
        glued = after.isascii() and after.isalpha() and not numeral.scaled
        return glued or (written.endswith(".0") and before.strip() != "" and before.isalpha())
    if len(written) > 1 or written.isascii() or after in ("至", "到"):
        return False
    return before.isalpha() or after.isalpha()
