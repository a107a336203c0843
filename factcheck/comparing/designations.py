"""Things told apart by a number or a letter: Fab 18 and Fab 21, phase two, 第4座晶圓廠, 2號線, A輪.

What is said of one of them is not said of another of its kind, and does not contradict it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.comparing.figures import FigurePair
from factcheck.comparing.kept import kept
from factcheck.comparing.scope import compared_stretches
from factcheck.comparing.statement import Context, Statement
from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Difference, DifferenceKind

Spans = Sequence[tuple[int, int]]


class Designation(NamedTuple):
    """What a text names at [start, end) by a number or a letter."""

    kind: str
    """What it is one of, in no language: plant, phase."""
    labels: frozenset[str]
    """Which of them; several where they are named together."""
    start: int
    end: int


_NOUNS = {
    "fab": "plant", "fabs": "plant", "factory": "plant", "factories": "plant", "reactor": "unit",
    "reactors": "unit", "terminal": "terminal", "terminals": "terminal", "runway": "runway",
    "runways": "runway", "section": "section", "sections": "section", "article": "section",
    "articles": "section", "chapter": "chapter", "chapters": "chapter", "phase": "phase",
    "phases": "phase", "tranche": "batch", "tranches": "batch", "batch": "batch", "batches": "batch",
    "series": "round", "proposition": "proposition", "amendment": "proposition",
    "resolution": "resolution", "resolutions": "resolution", "category": "type", "tier": "type",
}  # fmt: skip
_AMBIGUOUS = {
    "plant": "plant", "plants": "plant", "line": "line", "lines": "line", "unit": "unit",
    "units": "unit", "building": "building", "buildings": "building", "tower": "building",
    "district": "district", "zone": "district", "model": "model", "stage": "phase", "stages": "phase",
    "round": "round", "rounds": "round", "gen": "generation", "generation": "generation",
    "type": "type", "class": "type", "room": "room", "gate": "gate", "bridge": "bridge", "hall": "hall",
    "warehouse": "warehouse", "flight": "flight", "constituency": "district",
}  # fmt: skip
"""Verbs too, or what is counted by. They name a thing where they are written with a capital, or behind a word
that wants a noun: of plant 4, but not: will plant 20 trees."""
_HAN_KINDS = {
    "晶圆厂": "plant", "工厂": "plant", "厂区": "plant", "厂": "plant", "生产线": "line",
    "产线": "line", "号线": "line", "号机组": "unit", "机组": "unit", "号机": "unit", "反应堆": "unit",
    "反应炉": "unit", "号楼": "building", "航站楼": "terminal", "航厦": "terminal", "跑道": "runway",
    "选区": "district", "条款": "section", "条": "section", "章": "chapter", "号决议": "resolution",
    "决议": "resolution", "栋": "building", "桥": "bridge", "阶段": "phase", "期": "phase", "轮": "round",
    "批": "batch", "代": "generation", "型": "type", "类": "type",
}  # fmt: skip
_COUNTERS = "座条艘架间台栋处"
"""第4座晶圓廠: what is numbered stands behind a counter, which stands for it where no word is known."""
_THINGS = frozenset({*_NOUNS.values(), *_AMBIGUOUS.values(), *_HAN_KINDS.values()}) - {
    "phase", "round", "batch", "generation", "type", "section", "chapter", "resolution", "proposition",
}  # fmt: skip
"""Kinds of which another one is another matter always. What is left may be said of a thing too (a storm of
category 5, a drug in phase 3): another is another matter only where a figure or anything else differs."""
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "首": 1, "i": 1, "ii": 2, "iii": 3, "iv": 4, "vi": 6,
    "vii": 7, "viii": 8, "ix": 9, "v": 5, "x": 10,
}  # fmt: skip
_LETTERED = frozenset({"round", "model"})
"""Kinds of which I and V are letters, not numbers."""
_LONGEST_RANGE = 20

_CARDINAL = "one|two|three|four|five|six|seven|eight|nine|ten"
_LABEL = rf"(?:[A-Z]?\d{{1,4}}(?:\.\d{{1,2}})?[A-Za-z]?|(?i:{_CARDINAL})|[IVX]{{1,4}}|[A-Z])"
# No boundary of words: Han characters follow without a blank, Fab 18的.
_ALONE = (
    r"(?![A-Za-z0-9_%$]|[.,]\d|\s?%|\s(?:per ?cent|(?:m|b|tr)illion|thousand|hundred|times|"
    r"[kcm]?m|[km]?g|[mg]?w|tons?)(?![a-z]))"
)
_LABELS = rf"{_LABEL}{_ALONE}(?:(?:, ?| ?[-\u2013] ?| and | & | or | to ){_LABEL}{_ALONE})*"
_ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th)|no\. ?\d{1,4}"
)


def _either_case(words: dict[str, str]) -> str:
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


def _with_capital(words: dict[str, str]) -> str:
    return "|".join(word.capitalize() for word in words)


_ENGLISH = lazy_pattern(
    rf"(?<![A-Za-z0-9])(?:(?:(?P<noun>{_either_case(_NOUNS)}|{_with_capital(_AMBIGUOUS)})"
    rf"|(?:of|in|at|on|by|from|for|the|its) (?P<led>{'|'.join(_AMBIGUOUS)}))"
    rf" (?:[Nn]o\. ?)?(?P<labels>{_LABELS})"
    rf"|(?P<sure>{'|'.join(_AMBIGUOUS)}) (?P<capitals>(?:[IVX]{{1,4}}|[B-HJ-Z]|\d{{1,3}}[A-Z]){_ALONE})"
    rf"|(?i:(?P<nth>{_ORDINAL})[ -](?P<ordered>fab|plant|factory|reactor|unit|terminal|runway|building"
    r"|district|phase|stage|round|batch|tranche|generation))(?![A-Za-z]))"
)
_HAN_LABEL = r"(?:[a-z]?\d{1,4}[a-z]?|[一二三四五六七八九十]{1,3}|[a-z])"
_HAN_LABELS = rf"{_HAN_LABEL}(?:[、和及与至到-]第?{_HAN_LABEL})*"
_PLANT = "晶圆厂|工厂|厂区|厂(?![商家长房方址内])"
_HAN_THING = rf"{_PLANT}|生产线|产线|号线|号机组|机组|反应堆|反应炉|航站楼|航厦|跑道"
_BEHIND_NUMBER = (
    rf"号?(?:{_PLANT}|机组|生产线|产线|反应堆|反应炉|航站楼)|号线|号机(?!构)|号楼|号桥|号决议|条款|轮(?=融资|增资|募资)|型(?=糖尿病|肝炎|流感)"
    r"|期(?=工程|工厂|项目|专案|计划|厂|建设|临床|试验|产线|投资)"
)
# Tried in this order; the last takes a thing of any name for one of its kind: 第六貨櫃中心. What counts days,
# times and ranks is none.
_HAN = lazy_pattern(
    rf"第(?P<nth>{_HAN_LABELS})"
    rf"(?:(?P<counter>[{_COUNTERS}])(?:[\u4e00-\u9fff]{{0,4}}?(?P<counted>{_HAN_THING}))?"
    rf"|号?(?P<ordered>{_HAN_THING}|选区|条款|条|章|阶段|期|轮|批|代|类|型|决议)"
    r"|(?P<other>(?![季天周年月日名位次届起例强大个财学场度时任和的之一二三四五六七八九十])[\u4e00-\u9fff]{2}))"
    rf"|(?P<first>首)(?:(?P<opening>期|轮|批)|[座条](?P<opened>{_HAN_THING}))"
    r"|(?<![a-z\d.一二三四五六七八九十百千万亿两第分共新上下每另前后这那同])"
    rf"(?:(?P<bare>{_HAN_LABELS})(?P<kind>{_BEHIND_NUMBER})|(?P<letter>[a-z]|[ivx]{{2,4}})(?P<lettered>栋|期|轮))"
)


def another_designated(
    claim: Statement, sentence: Statement, context: Context, figures: Sequence[FigurePair], *, differs: bool
) -> Difference | None:
    """Another thing of one kind on each side, Fab 18 and Fab 21; None where they share one or one has none.

    Looked for beside the `figures` that are held against each other, else in all of both texts; what stands
    around the sentence tells of what it speaks where it names none itself. `differs` is whether anything else
    does: what only may be said of a thing (its phase, its category) is then what the thing is known by.
    """
    ours = designations(claim)
    if not ours:
        return None
    theirs = designations(sentence)
    inside = bool({one.kind for one in ours} & {one.kind for one in theirs})
    if not inside:
        theirs = find_designations(context.words, context.words)
    compared = tuple(compared_stretches(claim, sentence, figures))
    pairs = [
        _apart(_beside(ours, mine), _beside(theirs, others) if inside else theirs)
        for mine, others in compared
    ] or [_apart(ours, theirs)]
    found = next(filter(None, pairs), None)
    if found is None or (found[0].kind not in _THINGS and not compared and not differs):
        return None
    one, other = found
    words = sentence.text if inside else context.words
    return Difference(DifferenceKind.SCOPE, claim.text[one.start : one.end], words[other.start : other.end])


def _apart(
    ours: Sequence[Designation], theirs: Sequence[Designation]
) -> tuple[Designation, Designation] | None:
    """Two of a kind, one on each side, of which the sides share none."""
    for one in ours:
        rivals = [other for other in theirs if other.kind == one.kind]
        same = frozenset[str]().union(*(other.labels for other in ours if other.kind == one.kind))
        if rivals and not any(same & other.labels for other in rivals):
            return one, rivals[0]
    return None


def _beside(found: Sequence[Designation], stretches: Spans) -> list[Designation]:
    """Of each kind those in the stretches, else those of the rest of the text."""
    inside = [one for one in found if any(first <= one.start < last for first, last in stretches)]
    kinds = {one.kind for one in inside}
    return inside + [one for one in found if one.kind not in kinds]


@kept
def designations(statement: Statement) -> tuple[Designation, ...]:
    """The numbered things that a text names, in its order."""
    return find_designations(statement.text, statement.folded)


def find_designations(text: str, folded: str) -> tuple[Designation, ...]:
    """The same of a text and its folded form, whose offsets are the text's."""
    return tuple(sorted({*_english(text), *_chinese(folded)}, key=lambda one: (one.start, -one.end)))


def _english(text: str) -> Iterator[Designation]:
    for match in _ENGLISH.finditer(text):
        word = next(filter(None, match.group("noun", "led", "sure", "ordered"))).lower()
        kind = _NOUNS.get(word) or _AMBIGUOUS[word]
        labels = _labels(next(filter(None, match.group("labels", "capitals", "nth"))), kind)
        yield Designation(kind, labels, match.start("led") if match["led"] else match.start(), match.end())


def _chinese(folded: str) -> Iterator[Designation]:
    for match in _HAN.finditer(folded):
        word = next(
            filter(None, match.group("counted", "ordered", "opening", "opened", "kind", "lettered")), None
        )
        kind = _HAN_KINDS.get(word) or _HAN_KINDS[word[1:]] if word else match["counter"] or match["other"]
        labels = _labels(next(filter(None, match.group("nth", "first", "bare", "letter"))), kind)
        yield Designation(kind, labels, *match.span())


_BETWEEN = lazy_pattern(r",? and |,? or |[,、和及与&] ?|(?P<range>\s?[-\u2013至到]\s?| to )")


def _labels(written: str, kind: str) -> frozenset[str]:
    """What stands behind or before the kind, one by one: 1 and 2, I-III, 一、二."""
    found: list[str] = []
    place, ranged = 0, False
    for match in (*_BETWEEN.finditer(written), None):
        label = _label(written[place : match.start() if match else None], kind)
        found += _from_to(found[-1], label) if ranged else [label]
        place, ranged = (match.end(), match["range"] is not None) if match else (0, False)
    return frozenset(found)


def _from_to(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    return [last]


def _label(written: str, kind: str) -> str:
    """18, II, two, 二, 2nd and 2.0 as 18 and 2; letters as they are."""
    label = re.sub(r"(?<=\d)(?:st|nd|rd|th)$|\.0$|^第|^no\. ?", "", fold(written).strip())
    if label in _NUMBERS and not (kind in _LETTERED and label in "ivx"):
        return str(_NUMBERS[label])
    number = None if label.isascii() else read_chinese(label)
    return label if number is None else f"{number.value:g}"
