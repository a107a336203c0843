"""Words that are a quantity by themselves: doubled, 减半, 翻两番, 近乎为零; ranks: 第三, second-largest."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.english_numerals import ORDINALS
from factcheck.language.numeral import Numeral
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantity import Quantity, QuantityKind
from factcheck.language.quantity_words import state

_FOLDS = {
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
}
_FOLDS |= {"ten": 10.0, "twenty": 20.0, "hundred": 100.0, "thousand": 1000.0}
_FIXED = lazy_pattern(
    rf"(?P<fold>\b(?:{'|'.join(_FOLDS)})fold\b)"
    r"|(?P<double>翻倍|翻了?一?番|翻了?一?倍|加倍|倍增|\bdoubl(?:e|es|ed|ing)\b|\btwice\b)"
    r"|(?P<triple>\btripl(?:e|es|ed|ing)\b)|(?P<four>翻了?[两二]番|\bquadrupl(?:e|es|ed|ing)\b)|(?P<eight>翻了?三番)"
    r"|(?P<half>减半|砍半|腰斩|折半|减少一半|\bhalv(?:e|es|ed|ing)\b|\bcut in half\b|\bby half\b)"
    r"|(?P<part>一半|半数)|(?P<zero>归零|(?<=[为近至成乎])零(?![\u4e00-\u9fff])|零(?=增长|成长|关税|利率)|\bzero\b(?![\s\-]*[a-z]))"
)
_FIXED_VALUES = {
    "double": 2.0,
    "triple": 3.0,
    "four": 4.0,
    "eight": 8.0,
    "half": 0.5,
    "part": 0.5,
    "zero": 0.0,
}
_FIXED_WAYS = {
    "half": "decrease",
    "double": "increase",
    "triple": "increase",
    "four": "increase",
    "eight": "increase",
}


# Looked for before the pattern itself, which takes long.
_FIXED_HAN = lazy_pattern("[翻倍半斩零]")


def _has_fixed_word(folded: str) -> bool:
    return ("doubl" in folded or "half" in folded or "twice" in folded or "zero" in folded) or (
        "tripl" in folded or "halv" in folded or "fold" in folded or "quadrupl" in folded
    )


def fixed_quantities(text: str, folded: str) -> list[Quantity]:
    """Words that are a whole quantity: doubled, 减半, 翻两番 (four times), fivefold, 一半, 近乎为零."""
    if not (_has_fixed_word(folded) or _FIXED_HAN.search(folded)):
        return []
    found = []
    for match in _FIXED.finditer(folded):
        group = match.lastgroup or "part"
        value = _FOLDS[match.group()[:-4]] if group == "fold" else _FIXED_VALUES[group]
        kind = QuantityKind.NUMBER if group in ("part", "zero") else QuantityKind.MULTIPLE
        numeral = Numeral(match.start(), match.end(), value, value, value, 0.0, True)
        unit = None if kind == "number" else "x"
        stub = Quantity(match.start(), match.end(), "", kind, value, 0.0, 0.0, unit)
        found.append(replace(state(text, folded, numeral, stub, False), direction=_FIXED_WAYS.get(group)))
    return found


# 第三章, 第3.2节 and 第三方 tell no rank; a superlative makes one: the second-largest.
_HAN_ORDINAL = lazy_pattern(
    r"第([零一二三四五六七八九十百千两\d]++)"
    r"(?!\s?(?:[季财章节款页编篇卷方者线手时.]|条(?:[\s,，。、；;:：)）规款之的和与及至]|$)))"
)
# Begins with a class of characters, which the engine looks for fast.
_ORDINAL = lazy_pattern(r"(?<!\d)(\d+)(?:st|nd|rd|th)\b")
_SUPERLATIVE = lazy_pattern(rf"\b({'|'.join(list(ORDINALS)[1:])})[\s\-]+(?:most\b|[a-z]{{2,}}est\b)")


def ordinals(text: str, folded: str) -> list[Quantity]:
    """Ranks: 第三, 3rd, second-largest."""
    said = [one for one in _ORDINAL.finditer(folded) if not folded[one.start() - 1 : one.start()].isalnum()]
    if "第" in folded:
        said += _HAN_ORDINAL.finditer(folded)
    read = [(match, read_chinese(match.group(1))) for match in said]
    found = [_rank(text, match, reading.value) for match, reading in read if reading is not None]
    if "est" in folded or "most" in folded:
        found += [_rank(text, one, float(ORDINALS[one.group(1)])) for one in _SUPERLATIVE.finditer(folded)]
    return found


def _rank(text: str, match: re.Match[str], value: float) -> Quantity:
    written = text[match.start() : match.end()]
    return Quantity(*match.span(), written, QuantityKind.ORDINAL, value, value, value)
