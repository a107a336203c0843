"""Shares and steps that words state whole: 百分之十五, 三成五, 打九折, 升息兩碼 (folded text)."""

from __future__ import annotations

import re

from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.numeral import Numeral, exact
from factcheck.language.numerals import find_numerals
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantity import Quantity, QuantityKind
from factcheck.language.quantity_words import state

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
