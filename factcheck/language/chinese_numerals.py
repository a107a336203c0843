"""The value of a number written in Chinese, in digits, or in both: 三千五百, 3万4000, 数十万, 三分之一.

Works on folded text (`factcheck.language.folding.fold`): Simplified, half width, lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.numeral import LARGEST, exact
from factcheck.language.patterns import lazy_pattern

DIGITS = dict(
    zip(
        "零〇一二三四五六七八九两俩壹贰叁参肆伍陆柒捌玖",
        (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
)
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG_UNITS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_SOME = "数几"
_MORE = "多余来"
_PIECE = lazy_pattern(r"\d[\d,]*(?:\.\d+)?|\.\d+|.")


@dataclass(frozen=True, slots=True)
class Reading:
    """`value` as written, the range it leaves open (`low`..`high`), and one step of its last stated digit."""

    value: float
    low: float
    high: float
    step: float


def read_chinese(written: str) -> Reading | None:
    """The number that `written` (folded, blanks allowed inside) stands for; None where it is none.

    数 and 几 stand for 1 to 9 (数十万: 1e5 to 9e5; 十几: 10 to 19); 多, 余 and 来 leave the next digit open
    (十余万: 1e5 up to 2e5); 七八百 is 700 to 800. `value` is then the smallest reading.
    """
    text = "".join(written.split())
    if text.startswith("半"):
        return {"半百": Reading(50, 50, 50, 0), "半打": Reading(6, 6, 6, 0)}.get(text)
    if text.endswith("打"):
        dozens = read_chinese(text[:-1])
        return dozens and Reading(dozens.value * 12, dozens.low * 12, dozens.high * 12, dozens.step * 12)
    head, _, tail = text.partition("点")
    reading = _read_decimal(head, tail) if tail else _read_whole(head)
    return reading if reading is not None and reading.high <= LARGEST else None


def _read_decimal(head: str, tail: str) -> Reading | None:
    """三点五亿: the decimals end where a multiplier begins."""
    decimals = re.match(r"[零〇一二三四五六七八九两壹贰叁参肆伍陆柒捌玖\d]+", tail)
    if decimals is None:
        return None
    whole = _read_whole(head) if head else Reading(0, 0, 0, 1)
    digits = "".join(str(DIGITS.get(char, char)) for char in decimals.group())
    scale = _product(tail[decimals.end() :])
    if whole is None or scale is None or whole.value > LARGEST:
        return None
    value = exact(float(f"{whole.value:.0f}.{digits}") * scale)
    return Reading(value, value, value, scale * 10.0 ** -len(digits))


def _product(units: str) -> float | None:
    """万亿 -> 1e12; 1 for nothing; None for anything that is no multiplier."""
    scale = 1.0
    for unit in units:
        factor = SMALL_UNITS.get(unit) or BIG_UNITS.get(unit)
        if factor is None:
            return None
        scale *= factor
    return scale


def _read_whole(text: str) -> Reading | None:
    either = _read_either(text)
    if either is not None:
        return either
    run = _read_digit_run(text)
    if run is not None:
        return run
    some = any(char in text for char in _SOME)
    more = next((char for char in _MORE if char in text), "")
    plain = text.replace(more, "", 1) if more else text
    least = _sum(plain, 1 if plain[:1] in ("数", "几") else 0)
    if least is None:
        return None
    value, step = least
    if some:
        most = _sum(plain, 9)
        return None if most is None else Reading(value, value, most[0], step)
    if more:
        return Reading(value, value, value + _open_step(text, more, value), step)
    return Reading(value, value, value, step)


_EITHER = lazy_pattern(
    r"(?<![零〇一二三四五六七八九两])(?:一(?=二)|[二两](?=三)|三(?=[四五])|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九))"
    r"[二三四五六七八九](?![零〇一二三四五六七八九两])"
)


def _read_either(text: str) -> Reading | None:
    """两三亿, 七八百, 十七八, 三五: two neighbouring digits in one place are the ends of a guess."""
    pair = _EITHER.search(text)
    if pair is None:
        return None
    ends = [_read_whole(text[: pair.start()] + digit + text[pair.end() :]) for digit in pair.group()]
    first, last = ends
    if first is None or last is None or first.value >= last.value:
        return None
    return Reading(first.value, first.value, last.value, first.step)


def _read_digit_run(text: str) -> Reading | None:
    """二零一八, 三五: digits said one by one."""
    if len(text) > 1 and all(char in DIGITS for char in text):
        value = float("".join(str(DIGITS[char]) for char in text))
        return Reading(value, value, value, 1)
    return None


def _open_step(text: str, more: str, value: float) -> float:
    """What 多 leaves open: one unit of the last non-zero digit said before it, in full scale."""
    before, _, after = text.partition(more)
    said = _sum(before, 0)
    scale = _product(after)
    if said is None or said[0] <= 0 or scale is None:
        return value
    number, place = said[0], 1.0
    if number != int(number):
        return said[1] * scale
    while number % (place * 10) == 0:
        place *= 10
    return place * scale


def _sum(text: str, some: int) -> tuple[float, float] | None:
    """Value and step of a whole number with its multipliers; `some` is what 数 and 几 count for."""
    total, section, number, unit, step, zero = 0.0, 0.0, -1.0, 0, 1.0, False
    biggest = 0
    for piece in _PIECE.findall(text):
        if piece in SMALL_UNITS:
            unit = SMALL_UNITS[piece]
            # 一百零十万: a zero before 十 only fills its place.
            section += (1 if number < 0 or (number == 0 and zero) else number) * unit
            step, number, zero = float(unit) * (step if step < 1 else 1), -1.0, False
        elif piece in BIG_UNITS:
            unit = BIG_UNITS[piece]
            section += max(number, 0.0)
            said = number == 0 and not zero
            total, section = _raise(total, section, unit, biggest) if section or not said else (total, 0.0)
            biggest, number, zero = unit, -1.0, False
            step *= unit
        elif piece in _SOME:
            number, step = float(some), 1.0
        elif piece in _TENS:
            section, unit, step = section + _TENS[piece], 10, 1.0
        else:
            zero = zero or piece in "零〇"
            parsed = _digit(piece)
            if parsed is None:
                return None
            number, step = parsed
    if number >= 0:
        # 两千四百五 and 一万二: a last digit without a zero before it counts the next place down.
        if number < 10 and number == int(number) and unit >= 100 and not zero and text[-1] in DIGITS:
            number, step = number * unit / 10, unit / 10
        section += number
    return exact(total + section), step


def _raise(total: float, section: float, unit: int, biggest: int) -> tuple[float, float]:
    """Apply 万, 亿, 兆: 三万五千亿 multiplies all so far, 五亿一万 only the last section."""
    if biggest and unit >= biggest:
        return (total + section) * unit, 0.0
    return total + (section if section else 1.0) * unit, 0.0


def _digit(piece: str) -> tuple[float, float] | None:
    if piece in DIGITS:
        return float(DIGITS[piece]), 1.0
    plain = piece.replace(",", "")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value, 10.0 ** -len(plain.partition(".")[2])
