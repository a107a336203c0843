"""Two numbers that are one quantity: 15%-30%, 3 to 5 million, 20至30万颗, 3 dollars 50 cents."""

from __future__ import annotations

import math
from dataclasses import replace

from factcheck.language.digit_numerals import SCALE_LETTERS, SCALE_WORDS
from factcheck.language.patterns import lazy_pattern
from factcheck.language.quantity import Quantity, QuantityKind

_CENTS = {"cent": 100, "jiao": 10}
_DOLLAR_WORD = lazy_pattern(r"[a-z]\s+(?:dollars?|euros?|pounds?)$")


def _part_of(folded: str, last: Quantity, quantity: Quantity) -> float:
    """What `quantity` adds to the amount before it: 50 cents, 5角, forty-five behind thirteen dollars; 0."""
    if last.kind is not QuantityKind.MONEY or not last.value or not quantity.value:
        return 0.0
    parts = _CENTS.get(quantity.unit or "", 0)
    gap = folded[last.end : quantity.start]
    if not parts and quantity.kind is QuantityKind.NUMBER and quantity.unit is None:
        in_words = folded[quantity.start].isalpha() and folded[quantity.start].isascii()
        parts = 100 if in_words and gap == " " and _DOLLAR_WORD.search(folded, last.start, last.end) else 0
    if not parts or not 0 < quantity.value < parts or gap.strip() not in ("", "and"):
        return 0.0
    return quantity.value / parts


def merge_cents(text: str, folded: str, found: list[Quantity]) -> list[Quantity]:
    """3 dollars 50 cents, 3元5角 is one amount."""
    merged: list[Quantity] = []
    for quantity in found:
        last = merged[-1] if merged else None
        more = 0.0 if last is None else _part_of(folded, last, quantity)
        if last is None or last.value is None or not more:
            merged.append(quantity)
            continue
        merged[-1] = replace(
            last,
            end=quantity.end,
            text=text[last.start : quantity.end],
            value=last.value + more,
            low=last.low + more,
            high=last.high + more,
            tolerance=0.005,
        )
    return merged


_JOIN = lazy_pattern(r"\s*(?:-|–|—|~|～|至|到|to|and|or|或|和)\s*")


def merge_ranges(text: str, folded: str, found: list[Quantity]) -> list[Quantity]:
    """15%-30%, 3 to 5 million, 20至30万颗: two ends become one quantity; the first borrows unit and scale."""
    merged: list[Quantity] = []
    for quantity in found:
        whole = _range(text, folded, merged[-1], quantity) if merged else None
        if whole is None:
            merged.append(quantity)
        else:
            merged[-1] = whole
    return merged


def _range(text: str, folded: str, first: Quantity, last: Quantity) -> Quantity | None:
    gap = folded[first.end : last.start]
    if len(gap) > 8 or not _JOIN.fullmatch(gap):
        return None
    word = gap.strip()
    between = word == "and" and "between" in folded[max(0, first.start - 12) : first.start]
    if word in ("and", "或", "和", "or", "") and not between:
        return None
    last = _of_money(text, folded, first, word, last)
    first, last = _with_one_sign(folded, first, last)
    if first.value is None or last.value is None or last.kind is QuantityKind.ORDINAL:
        return None
    bare = _is_bare(first)
    if not bare and (first.kind, first.unit) != (last.kind, last.unit):
        return None
    moved = _MOVED.search(folded, max(0, first.start - 24), first.start) is not None
    if word in ("to", "到", "至") and moved and not bare:
        return None
    low = first.value
    if bare or (low < last.value and "\u4ebf" not in folded[first.start : first.end]):
        scale = _borrowed_scale(folded[last.start : last.end])
        own = _borrowed_scale(folded[first.start : first.end]) > 1
        low = low * scale if low * scale <= last.value and low < 10_000 and not own else low
    if low > last.value:
        return None
    return replace(
        last,
        start=first.start,
        text=text[first.start : last.end],
        value=None,
        low=low,
        high=last.high if math.isinf(last.high) else last.value,
        approximate=first.approximate or last.approximate,
        direction=first.direction or last.direction,
    )


_DASHES = frozenset("-–—~～")
_SECOND_END = lazy_pattern(
    rf"\d[\d,.]*\s?(?:(?P<letters>{SCALE_LETTERS})(?![a-z])|(?:hundred|thousand|million|billion|trillion)\b)"
)
_TOLD_OF = lazy_pattern(r"\s*(?:wide|long|tall|deep|high|thick|away|of\b|[深高长宽厚远])")


def _of_money(text: str, folded: str, first: Quantity, word: str, last: Quantity) -> Quantity:
    """The second end of a range of money as money: its m is of millions, a noun behind it is told of by both.

    £3m-5m, between £3m and 5m; $5M-10M companies, in which 10M companies are no count. `word` joins the two.
    """
    found = _SECOND_END.match(folded, last.start)
    if first.kind is not QuantityKind.MONEY or found is None or folded[first.start].isdigit():
        return last
    metres = last.unit == "m" and found["letters"] == "m"
    dashed = word in _DASHES
    if metres and (not (dashed or word == "and") or _TOLD_OF.match(folded, found.end())):
        return last
    if not metres and not (dashed and last.kind is QuantityKind.COUNT):
        return last
    scale = SCALE_WORDS["m"] if metres else 1.0
    return replace(
        last,
        end=found.end(),
        text=text[last.start : found.end()],
        kind=QuantityKind.MONEY,
        unit=first.unit,
        value=None if last.value is None else last.value * scale,
        low=last.low * scale,
        high=last.high * scale,
    )


def _with_one_sign(folded: str, first: Quantity, last: Quantity) -> tuple[Quantity, Quantity]:
    """$3-5 billion: the sign stands once, before the first end."""
    if first.kind is not QuantityKind.MONEY or not _is_bare(last) or folded[first.start].isdigit():
        return first, last
    scaled = _borrowed_scale(folded[first.start : first.end]) > 1
    bare = first if scaled else replace(first, kind=QuantityKind.NUMBER, unit=None)
    return bare, replace(last, kind=first.kind, unit=first.unit)


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.NUMBER and quantity.unit is None


_MOVED = lazy_pattern(r"\bfrom\s*$|从\s*$|由\s*$")
_SCALES = (
    ("万亿", 1e12),
    ("兆", 1e12),
    ("亿", 1e8),
    ("千万", 1e7),
    ("百万", 1e6),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 100.0),
    ("成", 10.0),
)
_SCALE_WORD = lazy_pattern("hundred|thousand|million|billion|trillion|lakh|crore|dozen")
_LETTERS_BEHIND = lazy_pattern(rf"\d\s?({SCALE_LETTERS})(?![a-z])")


def _borrowed_scale(written: str) -> float:
    """What a figure as written is multiplied by: 1e9 in 5B, 5 bln and five billion, 1e12 in 5兆; else 1."""
    words = _SCALE_WORD.findall(written)
    if words:
        return math.prod(SCALE_WORDS[word] for word in words)
    letters = _LETTERS_BEHIND.search(written)
    if letters is not None:
        return SCALE_WORDS[letters.group(1)]
    return next((scale for word, scale in _SCALES if word in written), 1.0)
