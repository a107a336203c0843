"""Numbers wherever they stand in a text: digits, English words, Chinese words of both scripts.

A numeral is only the number itself (三十万 in 三十万颗): units, ranges and approximations are read by
`factcheck.language.quantities`. Digits that belong to a name (H100, 3A090, GPT-4) are no numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.english_numerals import NUMBER_WORDS, ORDINALS, read_english
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern

_HAN_DIGIT = "零〇一二三四五六七八九两俩壹贰叁参肆伍陆柒捌玖"
_HAN_UNIT = "十拾百佰千仟万亿兆廿卅卌"
_HAN = _HAN_DIGIT + _HAN_UNIT + "数几"
# Something that may hold a numeral: looked for before anything is parsed.
MAY_HOLD = lazy_pattern(
    rf"[\d{_HAN}半倍折½¼¾]|\b(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    rf"|twelve|thirteen|fourteen"
    r"|naught|fifteen|sixteen|seventeen|eighteen|nineteen|twent|thirt|fort|fift|sixt|sevent|eight"
    r"|ninet|hundred|thousand"
    r"|million|billion|trillion|dozen|half|third|quarter|doubl|tripl|twice|halv|quadrupl|percent)"
)
_ARABIC = (
    r"\d{1,3}(?:,\d{3})+(?![\d,]*\d)(?:\.\d+)?|\d{1,3}(?: \d{3}){2,}(?:\.\d+)?(?![\d ]*\d)"
    r"|\d{1,3}(?: 000)+(?! ?\d)"
    r"|\d+(?:\.\d+)?(?:e[+\-]?\d+)?(?![a-z]*\d)|\d+(?:\.\d+)?|\.\d+"
)
_SCALE_WORDS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "tln": 1e12,
    "mm": 1e6,
    "trn": 1e12,
    "k": 1e3,
    "m": 1e6,
    "b": 1e9,
    "t": 1e12,
}
_SCALE = lazy_pattern(
    r"(?:\s*-?\s*(hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?"
    r"|\s?(mn|mln|bn|bln|tn|tln|trn|mm)|\s?([kmbt]))(?![a-z0-9/²])"
)
_SECOND_SCALE = lazy_pattern(r"\s+(thousand|million|billion|trillion|lakh|crore)s?(?![a-z])")
_NUMBER = lazy_pattern(_ARABIC)
_FRACTION = lazy_pattern(r"(\d+)\s*/\s*(\d+)(?![\d/]|\s*/\s*\d)")
_MIXED_FRACTION = lazy_pattern(r"\s+(\d+)/(\d+)(?![\d/])")
_POWER = lazy_pattern(r"(\d+(?:\.\d+)?)\s?\^\s?([+\-]?\d+)")
_UNIT_TAIL = (
    rf"(?:\s*[{_HAN_UNIT}](?:\s*[{_HAN}多余来]"
    rf"|(?<=[{_HAN_UNIT}零])\s?\d[\d,]*(?:\.\d+)?)*(?:\s*点\s*[{_HAN_DIGIT}]+)?)"
)
_HAN_NUMBER = lazy_pattern(
    rf"(?:负)?(?:(?:{_ARABIC})\s{{0,2}}(?:[多余]\s?|几)?(?=[{_HAN_UNIT}]){_UNIT_TAIL}"
    rf"|[{_HAN}](?:\s*[{_HAN}多余]|(?<=[{_HAN_UNIT}])\s?\d[\d,]*(?:\.\d+)?)*"
    rf"(?:\s*点\s*[{_HAN_DIGIT}]+(?:\s*[{_HAN_UNIT}])*)?)(?:\s?打(?![\u4e00-\u9fff])|\s?打(?=[苹鸡啤]))?"
    rf"|半百|半打"
)
_IN_FRACTION = rf"负?[{_HAN}\d](?:\s*[{_HAN}])*(?:[\d.,]*\d)?"
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
_KILO = frozenset("米克瓦卡赫伏帕字")
_BARRED_BEFORE = frozenset("统唯万单专逐划")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at `start`..`end`; `low`..`high` is what the writing leaves open (数十万).

    `step` is one unit of the last digit stated, in full scale (8.0 -> 0.1, 300万 -> 1e4; 0 where none is
    stated, as for a fraction). `scaled`: a multiplier is part of it (million, 亿).
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    step: float
    scaled: bool


def find_numerals(text: str, folded: str | None = None) -> list[Numeral]:
    """Every number in `text`, in order, not overlapping; `folded` is `fold(text)` where already known."""
    folded = fold(text) if folded is None else folded
    if not MAY_HOLD.search(folded):
        return []
    found: list[Numeral] = []
    position = 0
    for numeral in sorted(_candidates(text, folded), key=lambda item: (item.start, -item.end)):
        if numeral.start >= position:
            found.append(numeral)
            position = numeral.end
    return _shares_of(folded, found)


_OUT_OF = lazy_pattern(r"\s+(?:over|out of|in every)\s+")


def _shares_of(folded: str, found: list[Numeral]) -> list[Numeral]:
    """one out of three, 1 over 3: a small whole number of a larger one is a share."""
    merged: list[Numeral] = []
    for numeral in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and 0 < abs(last.value) < numeral.value
            and last.value % 1 == numeral.value % 1 == 0
            and not last.scaled
            and _OUT_OF.fullmatch(folded, last.end, numeral.start)
        ):
            share = last.value / numeral.value
            merged[-1] = Numeral(last.start, numeral.end, share, share, share, 0.0, False)
        else:
            merged.append(numeral)
    return merged


def _candidates(text: str, folded: str) -> Iterator[Numeral]:
    yield from _digits(text, folded)
    if not folded.isascii():
        yield from _han(folded)
    for match in NUMBER_WORDS.finditer(folded):
        read = read_english(match.group())
        if read is not None and not _ordinal_follows(folded, match.end()):
            yield Numeral(
                match.start(), match.end(), read[0], read[0], read[0], read[1], " " in match.group()
            )


_ORDINAL_NEXT = lazy_pattern(rf"[\s\-]+(?:{'|'.join(ORDINALS)}|hundredth|thousandth)\b")


def _ordinal_follows(folded: str, end: int) -> bool:
    return _ORDINAL_NEXT.match(folded, end) is not None


def _digits(text: str, folded: str) -> Iterator[Numeral]:
    """Numbers in digits with their English scale: 1,250; 3.5 million; 8B; 2^5; 16/5; 1e10."""
    position = 0
    while match := _NUMBER.search(folded, position):
        position = match.end()
        if not _is_apart(folded, match.start(), match.end()):
            continue
        numeral = _special(folded, match.start()) or _plain(text, folded, match)
        if numeral is not None:
            position = numeral.end
            yield _signed(folded, numeral)


def _is_apart(folded: str, start: int, end: int) -> bool:
    """False for digits inside a name, a version, an address: H100, GPT-4, 1.2.3.4, 3A090."""
    before = folded[start - 1] if start else " "
    if (folded[start] == "." and before.isdigit()) or (
        before == "." and start > 1 and folded[start - 2].isalnum()
    ):
        return False
    if before.isascii() and (before.isalpha() or before in "_@#"):
        # $ and the letters of a currency (us$, rmb) are no name.
        return folded[max(0, start - 3) : start] in (
            "rmb",
            "cny",
            "usd",
            "hkd",
            "twd",
            "eur",
            "gbp",
            "jpy",
            "krw",
        )
    if before in "-+" and start > 1 and folded[start - 2].isascii() and folded[start - 2].isalpha():
        return _WORD_DASH.search(folded, 0, start) is not None
    if before == "-" and start > 1 and folded[start - 2].isdigit() and folded[end : end + 1] == "-":
        return False
    after = folded[end : end + 3]
    return not (after[:1] == "." and after[1:2].isdigit()) and _NAME_TAIL.match(folded, end) is None


_WORD_DASH = lazy_pattern(r"(?:mid|pre|post|sub|non|about|over|under|usd|us)-$")
_NAME_TAIL = lazy_pattern(r"[a-z]{1,3}\d|(?:st|nd|rd|th)(?![a-z])|g(?![a-z/])(?!\s)|[xa](?=[^a-z\W])")


def _special(folded: str, start: int) -> Numeral | None:
    """A power or a fraction written with digits."""
    power = _POWER.match(folded, start)
    if power is not None and abs(float(power.group(2))) <= 60:
        value = float(power.group(1)) ** float(power.group(2))
        return Numeral(start, power.end(), value, value, value, 0.0, False)
    fraction = _FRACTION.match(folded, start)
    if fraction is not None and float(fraction.group(2)) and (start == 0 or folded[start - 1] != "/"):
        value = float(fraction.group(1)) / float(fraction.group(2))
        return Numeral(start, fraction.end(), value, value, value, 0.0, False)
    return None


def _plain(text: str, folded: str, match: re.Match[str]) -> Numeral | None:
    # A full-width comma after ASCII digits separates items of a list.
    place = text.find("，", match.start(), match.end()) if text[match.start()].isascii() else -1
    raw = match.group() if place < 0 else folded[match.start() : place]
    written = raw.replace(",", "").replace(" ", "")
    if len(written) > 300:
        return None
    value, end = float(written), match.start() + len(raw)
    if value == float("inf"):
        return None
    mantissa, _, exponent = written.partition("e")
    step = 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2]))
    mixed = _MIXED_FRACTION.match(folded, end)
    if mixed is not None and float(mixed.group(2)) > 1 and "." not in written:
        value += float(mixed.group(1)) / float(mixed.group(2))
        return Numeral(match.start(), mixed.end(), value, value, value, 0.0, False)
    scale, end = _scale(text, folded, match.start(), end)
    return Numeral(match.start(), end, value * scale, value * scale, value * scale, step * scale, scale != 1)


_MONEY_BEFORE = lazy_pattern(r"[$€£¥₩₹]\s?$|(?:usd|hkd|eur|gbp|rmb|cny|twd|krw|jpy)\s?$")


_COUNTED_IN_LETTERS = lazy_pattern(r"参数|美元|欧元|元|个|人|用户|token")


def _scale(text: str, folded: str, start: int, end: int) -> tuple[float, int]:
    """The English multiplier after a number in digits; a small m, b, t is one only after a currency sign."""
    match = _SCALE.match(folded, end)
    if match is None:
        return 1.0, end
    letter = match.group(3)
    money = _MONEY_BEFORE.search(folded, max(0, start - 4), start) is not None
    capital = letter is not None and letter in "mb" and text[match.end() - 1] in "MB"
    # 910B芯片 is a model's name, 70B参数 a number.
    if capital and not money and _is_letter(folded[match.end() : match.end() + 1]):
        capital = _COUNTED_IN_LETTERS.match(folded, match.end()) is not None
    if (match.group(2) == "mm" and not money) or (letter and letter != "k" and not capital and not money):
        return 1.0, end
    scale, end = _SCALE_WORDS[match.group(1) or match.group(2) or letter], match.end()
    second = None if letter else _SECOND_SCALE.match(folded, end)
    if second is not None:
        return scale * _SCALE_WORDS[second.group(1)], second.end()
    return scale, end


_MINUS = lazy_pattern(r"\b(?:minus|negative)\s+$")


def _signed(folded: str, numeral: Numeral) -> Numeral:
    """A minus that nothing but a blank, a bracket or the start of the text precedes belongs to the number."""
    word = _MINUS.search(folded, max(0, numeral.start - 10), numeral.start)
    if word is not None:
        return Numeral(
            word.start(),
            numeral.end,
            -numeral.value,
            -numeral.high,
            -numeral.low,
            numeral.step,
            numeral.scaled,
        )
    place = numeral.start - 1
    while place >= 0 and folded[place] == " ":
        place -= 1
    if place < 0 or folded[place] not in "-−–负":
        return numeral
    if (
        folded[place] != "负"
        and place
        and (
            folded[place - 1] not in " (:：=,，（"
            or place < numeral.start - 2
            or folded[:place].rstrip()[-1:].isdigit()
        )
    ):
        return numeral
    return Numeral(
        place, numeral.end, -numeral.value, -numeral.high, -numeral.low, numeral.step, numeral.scaled
    )


def _han(folded: str) -> Iterator[Numeral]:
    taken: list[tuple[int, int]] = []
    for match in _HAN_FRACTION.finditer(folded):
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
    if body[-1] == "千" and len(body) > 1 and folded[end : end + 1] in _KILO:
        reading, end = read_chinese(body[:-1]), end - 1
        if reading is None:
            return None
    low, high = sorted((sign * reading.low, sign * reading.high))
    return Numeral(start, end, sign * reading.value, low, high, reading.step, len(body) > 1)


_WEAK = frozenset(
    ["百", "千", "万", "亿", "兆", "数", "几", "千万", "百万", "拾", "佰", "仟", "参", "伍", "陆", "零"]
)


def _stands_as_number(folded: str, start: int, end: int, body: str) -> bool:
    """False for digits that are part of a word: 统一, 另一种, 万一, 百姓."""
    before = folded[start - 1] if start else " "
    if body[0] == "数" and before in "多少大总人次指系倍参函分整小岁代":
        return False
    after = folded[end:].lstrip(" ")[:1]
    if before.isascii() and before.isalnum() and body[0].isdigit():
        return False
    if body[0].isdigit():
        digits = _NUMBER.match(folded, start)
        return digits is not None and _is_apart(folded, start, digits.end())
    if len(body) == 1 or all(char in "十百千万亿兆" for char in body):
        alone = not _is_letter(before) and not _is_letter(after)
        if body in _WEAK:
            return (
                after in _COUNTED
                and (body[0] not in "拾佰仟参伍陆零" or body == "零下")
                and before not in _DETERMINERS
                and (len(body) > 1 or before in "上近过超成约数" or body in "数几")
            )
        return (alone or after in _COUNTED) and before not in _DETERMINERS
    return before != "第" and not (before in _BARRED_BEFORE and " " in body)


def _is_letter(char: str) -> bool:
    return char.isalpha() and not char.isascii()
