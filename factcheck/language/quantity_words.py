"""Quantities that words state whole: 三成五, 打九折, doubled, 减半, 一半, 第三, 3rd; and their precision."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from factcheck.language.approximations import read_approximation
from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.english_numerals import ORDINALS
from factcheck.language.numeral import Numeral, exact
from factcheck.language.numerals import find_numerals
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantity import Quantity, QuantityKind


def state(text: str, folded: str, numeral: Numeral, stub: Quantity, more: bool) -> Quantity:
    value, low, high, end = numeral.value, numeral.low, numeral.high, stub.end
    approximate = low != high
    halved = (QuantityKind.DURATION, QuantityKind.MULTIPLE, QuantityKind.DIMENSION)
    tenths = _TENTH.match(folded, end) if stub.kind in halved else None
    if tenths is not None:
        value, end = value + 0.5, tenths.end()
        low, high = low + 0.5, high + 0.5
    near = read_approximation(folded, stub.start, end)
    if near is not None or more:
        factors = (1.0, math.inf) if near is None or more else (near.low, near.high)
        low, high = stretched(low, factors[0]), stretched(high, factors[1])
        low, high, approximate = min(low, high), max(low, high), True
        end = near.end if near is not None and folded[near.end - 1 : near.end] == "+" else end
    return replace(
        stub,
        end=end,
        text=text[stub.start : end],
        value=value,
        low=low,
        high=high,
        approximate=approximate,
        tolerance=numeral.step / 2,
    )


_TENTH = lazy_pattern(r"半(?!年|天|个|月|导)")


def stretched(value: float, factor: float) -> float:
    return value if math.isinf(factor) and value == 0 else value * factor


_HAN_NUM = (
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?"
    r"|[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖几数](?:\s?[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖几点])*)"
)
_PER_HUNDRED = lazy_pattern(
    rf"(负)?(?<![一二三四五六七八九十两几壹])(百|千|仟"
    rf"|万)\s?分\s?之\s?(负?{_HAN_NUM}(?:\s?[kmbt](?![a-z])|万|亿)?)"
)
_TENTHS = lazy_pattern(
    rf"({_HAN_NUM})\s?(成|折)(?!为|立|功|长|本|员|果|绩|就|分|交|都|年|人|品|熟|效|扣"
    rf"|叠|磨|射)([一二三四五六七八九半])?"
)
_WHOLE = lazy_pattern(r"百分之百|百分百")
_RATE_STEP = lazy_pattern(
    r"(?:[升降加减]息|利率|[升降]准|调[升降高低])(?:[^\d,，。一二两三四五六半]{0,4})(?P<step>[一二两三四五六半]|\d(?:\.\d+)?)码"
)
"""In Taiwan the central bank moves its rate by 码, a quarter of a percentage point each."""
_HALF_PRICE = lazy_pattern(r"(?<=打)(?:对|半)折|^半折")


def rate_steps(text: str, folded: str) -> list[Quantity]:
    """升息兩碼: 50 basis points."""
    found = []
    for match in _RATE_STEP.finditer(folded) if "码" in folded else ():
        said = 0.5 if match["step"] == "半" else getattr(read_chinese(match["step"]), "value", 0.0)
        start, end, value = match.start("step"), match.end(), 25.0 * said
        numeral = Numeral(start, end, value, value, value, 0.0, True)
        stub = Quantity(start, end, "", QuantityKind.DIMENSION, value, 0.0, 0.0, "bps")
        found.append(state(text, folded, numeral, stub, False))
    return found


def shares(text: str, folded: str) -> list[Quantity]:
    """百分之十五, 三成五, 打九折 (read as the share that is left: 90%)."""
    if "分" not in folded and "成" not in folded and "折" not in folded:
        return []
    found = []
    for match in _PER_HUNDRED.finditer(folded):
        numerals = find_numerals(text[match.start(3) : match.end(3)].replace("负", "-") or "")
        if numerals:
            scale = {"百": 1.0, "万": 0.01}.get(match.group(2), 0.1) * (-1 if match.group(1) else 1)
            said = numerals[0]
            found.append(
                _share(
                    text, folded, match.span(), exact(said.value * scale), said.step * abs(scale), said, scale
                )
            )
    found += [_share(text, folded, match.span(), 100.0, 0.0) for match in _WHOLE.finditer(folded)]
    for match in _TENTHS.finditer(folded):
        value = _tenths(match)
        if value is not None and folded[max(0, match.start() - 1) : match.start()] not in tuple(
            "第现组变造促形完"
        ):
            found.append(_share(text, folded, match.span(), value, 1.0 if match.group(3) else 10.0))
    found += [_share(text, folded, match.span(), 50.0, 0.0) for match in _HALF_PRICE.finditer(folded)]
    return found


def _tenths(match: re.Match[str]) -> float | None:
    written = "".join(match.group(1).split())
    said = read_chinese(written)
    if said is None or said.value > 100:
        return None
    if match.group(2) == "折":
        pair = len(written) == 2 and said.value > 10
        return said.value if pair or said.value > 10 else said.value * 10
    last = match.group(3)
    rest = 0.0 if not last else 5.0 if last == "半" else "一二三四五六七八九".index(last) + 1.0
    return said.value * 10 + rest


def _share(
    text: str,
    folded: str,
    span: tuple[int, int],
    value: float,
    step: float,
    said: Numeral | None = None,
    scale: float = 1.0,
) -> Quantity:
    low, high = (
        (value, value) if said is None else sorted((exact(said.low * scale), exact(said.high * scale)))
    )
    numeral = Numeral(span[0], span[1], value, low, high, step, True)
    return state(
        text, folded, numeral, Quantity(*span, "", QuantityKind.PERCENTAGE, value, 0.0, 0.0, "%"), False
    )


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
_ORDINAL = lazy_pattern(r"(\d\d*)(?:st|nd|rd|th)\b")
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
