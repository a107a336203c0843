"""Numbers written in Chinese, wherever they stand in folded text: 三十万, 3万4000, 数十万, 三分之一.

A single digit is a word more often than a number: it counts where something countable follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.digit_numerals import ARABIC, NUMBER, is_apart, is_letter
from factcheck.language.numeral import Numeral
from factcheck.language.patterns import lazy_pattern

_HAN_DIGIT = "零〇一二三四五六七八九两俩壹贰叁参肆伍陆柒捌玖"
_HAN_UNIT = "十拾百佰千仟万亿兆廿卅卌"
HAN = _HAN_DIGIT + _HAN_UNIT + "数几"
_UNIT_TAIL = (
    rf"(?:\s*[{_HAN_UNIT}](?:\s*[{HAN}多余来]"
    rf"|(?<=[{_HAN_UNIT}零])\s?\d[\d,]*(?:\.\d+)?)*(?:\s*点\s*[{_HAN_DIGIT}]+)?)"
)
_HAN_NUMBER = lazy_pattern(
    rf"(?=[负半\d.{HAN}])(?:负)?(?:(?<!\d)(?:{ARABIC})\s{{0,2}}(?:[多余]\s?|几)?(?=[{_HAN_UNIT}]){_UNIT_TAIL}"
    rf"|[{HAN}](?:\s*[{HAN}多余]|(?<=[{_HAN_UNIT}])\s?\d[\d,]*(?:\.\d+)?)*"
    rf"(?:\s*点\s*[{_HAN_DIGIT}]+(?:\s*[{_HAN_UNIT}])*)?)(?:\s?打(?![\u4e00-\u9fff])|\s?打(?=[苹鸡啤]))?"
    rf"|半百|半打"
)
# Begins where nothing of it stands before, and gives nothing back: a text of digits alone is read in one go.
_IN_FRACTION = rf"负?(?<![\d{HAN}])(?:\d++(?:[.,]++\d++)*+|[{HAN}])(?:\s*[{HAN}]|\d)*+"
_HAN_FRACTION = lazy_pattern(
    rf"(?:(?P<whole>{_IN_FRACTION})\s*又\s*)?(?P<bottom>{_IN_FRACTION})\s*分\s*之\s*"
    rf"(?P<top>{_IN_FRACTION}(?:\s*点\s*[{_HAN_DIGIT}]+)?)"
)
# A single digit in Chinese is a word more often than a number: it counts where something countable follows.
_COUNTED = frozenset(
    "个家颗枚片台部辆架艘座张块条名位人次项款间所倍年月周天日季岁小分秒元角毛米克吨公千百万亿成折点半座层代笔份"
    "批套件组只头匹口顶杯瓶箱集章步轮期阶国省市县城号厘毫微纳瓦里尺寸斤亩平立英美欧港日韩人卢泰新度%种%对双回场副根"
)
_DETERMINERS = frozenset("另这那某每第任同唯之单统万进专逐")
_NO_NUMBER = lazy_pattern(
    r"十分(?!之)|十[一二三四五]五(?:规划|时期|期间|计划|[”\"'」』])"
    r"|一[样定些般直起致旦切再向律贯度边面下生共同手番流级体旁贯带举批系]|一方面|万一"
    r"|千万(?:不|别|要)|百分(?!之)"
    r"|数(?:据|字|量|学|码|值|额|位|控|目)|几(?:乎|何)|千里|百姓|百度|千禧|零(?:售|件|部|食|和|散|星|碎"
    r"|距)|三星|八卦|四川|五角|九州"
    r"|一带一路|[三四五六七八九]方|两岸|两会|双十一|四处|五金|三维|二维|一汽|二手|三农|五花|七夕|九龙"
)
_KILO = frozenset("米克瓦卡赫伏帕字焦")
_BARRED_BEFORE = frozenset("统唯万单专逐划")


def han_numerals(folded: str) -> Iterator[Numeral]:
    taken: list[tuple[int, int]] = []
    fractions = _HAN_FRACTION.finditer(folded) if "分" in folded else ()
    for match in fractions:
        numeral = _han_fraction(match)
        if numeral is not None:
            taken.append((numeral.start, numeral.end))
            yield numeral
    for match in _HAN_NUMBER.finditer(folded):
        start, end = match.span()
        if any(first < end and start < last for first, last in taken):
            continue
        numeral = _han_number(folded, start, end)
        if numeral is not None:
            yield numeral


def _han_fraction(match: re.Match[str]) -> Numeral | None:
    """三分之一; 一百万又五十万分之二十五. 百分之 and 千分之 are shares of a hundred: read with their unit."""
    if match["bottom"] in ("百", "千"):
        return None
    parts = [_signed_reading(match[name]) for name in ("whole", "top", "bottom")]
    whole, top, bottom = parts
    if top is None or not bottom:
        return None
    share = top / bottom
    value = share if not whole else whole + (share if whole > 0 else -share)
    return Numeral(match.start(), match.end(), value, value, value, 0.0, False)


def _signed_reading(written: str | None) -> float | None:
    reading = read_chinese(written.lstrip("负")) if written else None
    return None if reading is None or written is None else reading.value * (-1 if written[0] == "负" else 1)


def _han_number(folded: str, start: int, end: int) -> Numeral | None:
    written = folded[start:end]
    sign = -1.0 if written[0] == "负" else 1.0
    body = written.lstrip("负")
    if _NO_NUMBER.match(folded, start) or not _stands_as_number(folded, start, end, body):
        return None
    if body[-1] in "多余来" and body[-2:-1] not in tuple("十百千万亿0123456789"):
        end, body = end - 1, body[:-1]
    reading = read_chinese(body)
    if reading is None or not body:
        return None
    if body[-1] in "千兆" and len(body) > 1 and folded[end : end + 1] in _KILO:
        reading, end = read_chinese(body[:-1]), end - 1
        if reading is None:
            return None
    low, high = sorted((sign * reading.low, sign * reading.high))
    return Numeral(start, end, sign * reading.value, low, high, reading.step, len(body) > 1)


_WEAK = frozenset(
    ["百", "千", "万", "亿", "兆", "数", "几", "千万", "百万", "拾", "佰", "仟", "参", "伍", "陆", "零"]
)


_ALL_SAID = lazy_pattern(r"\s?(?:不是|而是|却是|还是|那|这|$|[,。，、；;!！?？])")
"""What follows a digit that 是 says to be the answer: 四 in 答案是四不是五."""
_BUT = lazy_pattern("却是|而是")
_TO_NUMBER = lazy_pattern(rf"[至到][{_HAN_DIGIT}][{_HAN_UNIT}]*[成倍个家颗枚片台辆名人年天次亿万美元%百千折]")
"""What follows the first end of 三至五成, 两到三倍."""


def _stands_as_number(folded: str, start: int, end: int, body: str) -> bool:
    """False for digits that are part of a word: 统一, 另一种, 万一, 百姓."""
    before = folded[start - 1] if start else " "
    if body[0] == "数" and before in "多少大总人次指系倍参函分整小岁代":
        return False
    after = folded[end:].lstrip(" ")[:1]
    if before.isascii() and before.isalnum() and body[0].isdigit():
        return False
    if body[0].isdigit():
        first = start + (folded[start] == "负")
        digits = NUMBER.match(folded, first)
        return digits is not None and is_apart(folded, first, digits.end())
    if len(body) == 1 or all(char in "十百千万亿兆" for char in body):
        if before == "是" and (_BUT if body == "一" else _ALL_SAID).match(folded, end):
            return True
        if _TO_NUMBER.match(folded, end):
            return before not in _DETERMINERS
        alone = not is_letter(before) and not is_letter(after)
        if body in _WEAK:
            return (
                after in _COUNTED
                and (body[0] not in "拾佰仟参伍陆零" or body == "零下")
                and before not in _DETERMINERS
                and (len(body) > 1 or before in "上近过超成约数" or body in "数几")
            )
        return (alone or after in _COUNTED) and before not in _DETERMINERS
    return before != "第" and not (before in _BARRED_BEFORE and " " in body)
