"""Contrast pairs made from true sentences: a figure, a date, a negation or an opposite changed, or nothing.

Each claim is held against the translation of the sentence that it was made from, so that no pair can be
told by its spelling alone. What is kept supports; what is changed contradicts.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from factcheck.language.clauses import split_clauses
from factcheck.language.dates import find_dates
from factcheck.language.entities import EntityKind, find_entities
from factcheck.language.quantities import Quantity, QuantityKind, find_quantities
from factcheck.language.scripts import has_han
from training.data import CONTRADICTS, NEUTRAL, SUPPORTS

Change = Callable[[str, random.Random], str | None]

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CHINESE_DIGITS = "一二三四五六七八九"
_LEAST = 4
"""Least figure that is told as a bound."""
_COMPARED = frozenset(QuantityKind) - {QuantityKind.NUMBER, QuantityKind.ORDINAL, QuantityKind.DURATION}
_OPPOSITES = (
    ("approve", "reject"), ("allow", "prohibit"), ("increase", "decrease"), ("rise", "fall"), ("rose", "fell"),
    ("higher", "lower"), ("more than", "less than"), ("before", "after"), ("start", "stop"), ("accept", "refuse"),
    ("exceed", "fall below"), ("enable", "disable"), ("include", "exclude"), ("gain", "lose"), ("support", "oppose"),
    ("批准", "駁回"), ("批准", "驳回"), ("允許", "禁止"), ("允许", "禁止"), ("增加", "減少"), ("增加", "减少"), ("上升", "下降"),
    ("高於", "低於"), ("高于", "低于"), ("超過", "低於"), ("超过", "低于"), ("開始", "停止"), ("开始", "停止"), ("支持", "反對"),
    ("支持", "反对"), ("接受", "拒絕"), ("接受", "拒绝"), ("包括", "不包括"), ("同意", "拒絕"), ("可以", "不可以"), ("能夠", "不能"), ("能够", "不能"),
)  # fmt: skip
_NEGATIONS = (
    (
        re.compile(
            r"\b(is|are|was|were|will|can|could|may|must|should|shall|has|have|had|does|do|did)\b(?! not)"
        ),
        r"\1 not",
    ),
    (re.compile(r"(?<![不未])(應|应|得|能|會|会|可|需|須|须|是)(?![不否])"), r"不\1"),
    (re.compile(r"(?<![不未沒没])(已經|已经|已)"), "尚未"),
)


def changed_figure(text: str, chance: random.Random) -> str | None:
    """One quantity of `text` told with another number; None where it has none that is compared."""
    found = [one for one in find_quantities(text) if one.kind in _COMPARED and one.value]
    if not found:
        return None
    return _with_other_number(text, chance.choice(found), chance)


def _with_other_number(text: str, quantity: Quantity, chance: random.Random) -> str | None:
    digits = _DIGITS.search(text, quantity.start, quantity.end)
    if digits:
        return text[: digits.start()] + _other_number(digits.group(), chance) + text[digits.end() :]
    for position in range(quantity.start, quantity.end):
        if text[position] in _CHINESE_DIGITS:
            other = chance.choice([one for one in _CHINESE_DIGITS if one != text[position]])
            return text[:position] + other + text[position + 1 :]
    return None


def _other_number(written: str, chance: random.Random) -> str:
    value = float(written.replace(",", ""))
    decimals = len(written.partition(".")[2])
    other = value * chance.choice((0.3, 0.5, 0.6, 1.5, 1.8, 2.5, 4)) + (1 if value < 3 else 0)
    shown = f"{other:,.{decimals}f}" if "," in written else f"{other:.{decimals}f}"
    return shown if shown != written else f"{other + 1:.{decimals}f}"


def changed_date(text: str, chance: random.Random) -> str | None:
    """One date told with another month, day or year."""
    found = [one for one in find_dates(text) if _DIGITS.search(one.text)]
    if not found:
        return None
    mention = chance.choice(found)
    numbers = list(_DIGITS.finditer(text, mention.start, mention.end))
    digits = chance.choice(numbers)
    value = int(digits.group().replace(",", "").split(".")[0])
    other = value + chance.choice((-3, -2, 2, 3)) if value > 31 else value % 9 + 1 + (value % 9 + 1 == value)
    return text[: digits.start()] + str(other) + text[digits.end() :]


def changed_polarity(text: str, chance: random.Random) -> str | None:
    """An opposite put in, or a negation added."""
    lower = text.lower()
    swaps = [pair for one, other in _OPPOSITES for pair in ((one, other), (other, one)) if pair[0] in lower]
    if swaps and chance.random() < 0.7:
        old, new = chance.choice(swaps)
        position = lower.index(old)
        return text[:position] + new + text[position + len(old) :]
    options = [(pattern, new) for pattern, new in _NEGATIONS if pattern.search(text)]
    if not options:
        return None
    pattern, new = chance.choice(options)
    return pattern.sub(new, text, count=1)


CHANGES: tuple[Change, ...] = (changed_figure, changed_date, changed_polarity)
_BOUNDS = {
    "en": (("more than ", "over "), ("fewer than ", "less than ", "under ")),
    "zh": (("超过", "多于", "逾"), ("不到", "少于", "低于")),
}


def bounded(text: str, chance: random.Random) -> tuple[str, str, int] | None:
    """(claim, sentence, stance) of one text: a figure of it beside a bound above or below that figure.

    160 bears out "fewer than 260" and rules out "more than 260"; "fewer than 260" leaves 160 open.
    None where no figure stands in digits.
    """
    found = [
        one for one in find_quantities(text) if one.kind in _COMPARED and one.low == one.high and one.value
    ]
    found = [one for one in found if text[one.start].isdigit() and one.value and one.value >= _LEAST]
    if not found:
        return None
    start = chance.choice(found).start
    digits = _DIGITS.match(text, start)
    if digits is None or "," in digits.group() or "." in digits.group():
        return None
    value = int(digits.group())
    other = round(value * chance.choice((0.3, 0.5, 0.7, 1.5, 2, 3)))
    above = chance.random() < 0.5
    words = chance.choice(_BOUNDS["zh" if has_han(text) else "en"][0 if above else 1])
    told = text[:start] + words + str(other) + text[digits.end() :]
    if chance.random() < 0.33:
        return (text, told, NEUTRAL) if above == (value > other) else None
    return told, text, SUPPORTS if above == (value > other) else CONTRADICTS


def renamed(text: str, names: Sequence[str], chance: random.Random) -> str | None:
    """One name of `text` put in the place of another: of `names`, which belong to texts of the same set."""
    found = [one for one in find_entities(text) if one.kind is not EntityKind.LAW]
    others = [name for name in chance.sample(names, min(20, len(names))) if name not in text]
    if not found or not others:
        return None
    one = chance.choice(found)
    return text[: one.start] + others[0] + text[one.end :]


def contrasts(pairs: Sequence[tuple[str, str]], chance: random.Random) -> Iterator[tuple[str, str, bool]]:
    """(claim, sentence, whether the sentence supports it), several a pair of translations."""
    for english, chinese in pairs:
        claim, sentence = (english, chinese) if chance.random() < 0.5 else (chinese, english)
        for change in CHANGES:
            other = change(claim, chance)
            if other is not None and other != claim:
                yield other, sentence, False
                yield part_of(claim, chance) if chance.random() < 0.5 else claim, sentence, True


def part_of(text: str, chance: random.Random) -> str:
    """A clause of `text`, or all of it where it has but one: what a source says in passing is said."""
    clauses = split_clauses(text)
    parts = [one.of(text) for one in clauses if one.end - one.start >= 8]
    return chance.choice(parts) if parts else text
