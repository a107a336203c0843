"""Things that go by a number or a letter: Fab 18, phase two, 第4座晶圓廠, 2號線, Section 232, A輪."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.english_numerals import ORDINALS, WORDS
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern


class Designation(NamedTuple):
    """What a text names at [start, end) by a number or a letter."""

    kind: str
    """What it is one of, in no language: plant, phase."""
    labels: frozenset[str]
    """Which of them; several where they are named together."""
    start: int
    end: int


_NOUNS = {
    "fab": "plant", "factory": "plant", "reactor": "unit", "terminal": "terminal", "runway": "runway",
    "section": "section", "article": "section", "chapter": "chapter", "phase": "phase",
    "tranche": "batch", "batch": "batch", "series": "round", "proposition": "proposition",
    "amendment": "proposition", "resolution": "resolution", "category": "category", "tier": "tier",
    "constituency": "district", "warehouse": "warehouse",
}  # fmt: skip
_AMBIGUOUS = {
    "plant": "plant", "line": "line", "unit": "unit", "building": "building", "tower": "building",
    "district": "district", "zone": "district", "model": "model", "stage": "phase", "round": "round",
    "gen": "generation", "generation": "generation", "type": "type", "class": "class", "room": "room",
    "gate": "gate", "hall": "hall", "bridge": "bridge", "flight": "flight",
}  # fmt: skip
"""Verbs too, or words that things are counted by (20 units). They name a thing where they are written with a
capital, where a word before them wants a noun (of plant 4, but: will plant 20 trees), or before a capital."""
_ORDERED = (
    "fab|plant|factory|reactor|unit|terminal|runway|building|district"
    "|phase|stage|round|batch|tranche|generation"
)
_HAN_KINDS = {
    "晶圆厂": "plant", "工厂": "plant", "厂区": "plant", "核电厂": "plant", "厂": "plant",
    "生产线": "line", "产线": "line", "线": "line", "机组": "unit", "机": "unit", "反应堆": "unit",
    "反应炉": "unit", "楼": "building", "栋": "building", "航站楼": "terminal", "航厦": "terminal",
    "跑道": "runway", "选区": "district", "条款": "section", "条": "section", "章": "chapter",
    "决议": "resolution", "阶段": "phase", "期": "phase", "轮": "round", "批": "batch",
    "代": "generation", "型": "type", "类": "category", "桥": "bridge", "仓库": "warehouse",
    "货柜中心": "port", "货柜码头": "port", "码头": "port", "舰队": "fleet", "中级人民法院": "court",
    "人民法院": "court", "附属医院": "hospital", "人民医院": "hospital", "隧道": "tunnel",
    "高炉": "furnace", "校区": "campus", "园区": "park", "标段": "lot",
}  # fmt: skip
_COUNTERS = "座条艘架间台栋处"
"""第4座晶圓廠: what is numbered stands behind a counter, which stands for it where no word is known."""
_LETTERED = frozenset({"round", "model", "generation"})
"""Kinds of which I, V and X alone are letters, not numbers."""
_IN_WORDS = 10
"""The largest number that is looked for in words."""
_CARDINALS = {word: int(number) for word, number in WORDS.items() if 1 <= number <= _IN_WORDS}
_ORDINALS = {word: number for word, number in ORDINALS.items() if number <= _IN_WORDS}
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NUMBERS = _CARDINALS | _ORDINALS | _ROMANS
_LONGEST_RANGE = 20
_LONGEST_LIST = 9
"""Labels behind the first at most: what is named together; bounds the time that a text made to harm takes."""


def _plural(noun: str) -> str:
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return noun if noun.endswith("series") else f"{noun}{'es' if noun.endswith(('ch', 'ss')) else 's'}"


def _either_case(words: Iterable[str]) -> str:
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


def _capitalised(words: Iterable[str]) -> str:
    return "|".join(word.capitalize() for word in words)


_PLURALS = {_plural(noun): kind for noun, kind in (_NOUNS | _AMBIGUOUS).items() if noun != "series"}
_DIGITS = r"[A-Z]{0,2}\d{1,4}[A-Za-z]?"
_CERTAIN = r"(?:[IVX]{2,4}[ab]?|[B-HJ-Z]|\d{1,3}[A-Z])"
_LABEL = rf"(?:{_DIGITS}|(?i:{'|'.join(_CARDINALS)})(?! of\b)|[IVX]{{1,4}}[ab]?|[A-Z])"
# No boundary of words: Han characters follow without a blank, Fab 18的.
_ALONE = (
    r"(?![A-Za-z0-9_%$]|[.,]\d|\s?%|\s?(?i:per ?cent|(?:m|b|tr)illion|thousand|hundred|times|people"
    r"|[kmg]?w|[kcm]?m|k?g|tonn?e?s?|(?:kilo)?met(?:er|re)s?|miles?|minutes?|hours?|days?|weeks?|months?|years?)(?![A-Za-z]))"
)
_JOINED = rf"(?: ?[-\u2013/] ?{_LABEL}{_ALONE})?"
_LISTED = rf"(?:(?:, ?| ?[-\u2013/] ?|,? and | & | or | to ){_LABEL}{_ALONE}){{0,{_LONGEST_LIST}}}"
_WANTS_NOUN = "of|in|at|on|by|from|for|the|its"
_ENGLISH = lazy_pattern(
    rf"(?<![A-Za-z0-9])(?:"
    rf"(?:(?P<noun>{_either_case(_NOUNS)}|{_capitalised(_AMBIGUOUS)})"
    rf"|(?:{_WANTS_NOUN}) (?P<led>{'|'.join(_AMBIGUOUS)})) (?:[Nn]o\. ?)?(?P<label>{_LABEL}{_ALONE}{_JOINED})"
    rf"|(?P<lettered>{'|'.join(_AMBIGUOUS)}) (?P<certain>{_CERTAIN}{_ALONE})"
    rf"|(?P<plural>{_either_case(map(_plural, _NOUNS))}|{_capitalised(map(_plural, _AMBIGUOUS))})"
    rf" (?P<list>{_LABEL}{_ALONE}{_LISTED})"
    rf"|(?i:(?<!-)(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)|no\. ?\d{{1,4}})"
    rf"[ -](?P<ordered>{_ORDERED}))"
    r"(?![A-Za-z]| (?:in|since|for)\b))"
)
_SINGLE_I = lazy_pattern(r"\b[a-z]+ I$")
"""The article I read."""
_BUILT = lazy_pattern(r"Building \d+$")
_MANY = lazy_pattern(r" [a-z]+s\b")
"""Building 300 homes."""

_HAN_DIGITS = "〇零一二三四五六七八九十百千"
_HAN_LABEL = (
    rf"(?:[a-z]{{0,2}}\d{{1,4}}[a-z]?|[{_HAN_DIGITS}]{{1,6}}|[ivx]{{2,4}}[ab]?|[\u2160-\u217b][ab]?|[a-z])"
)
_HAN_LABELS = rf"{_HAN_LABEL}(?:[、和及与至到/-]第?{_HAN_LABEL}){{0,{_LONGEST_LIST}}}"
_NO_PLANT = "(?![商家长房方址内])"
_HAN_WORD = "|".join(
    word + _NO_PLANT * (word == "厂")
    for word in sorted(_HAN_KINDS, key=len, reverse=True)
    if word not in "机楼线"
)
_HAN_THING = rf"晶圆厂|核电厂|工厂|厂{_NO_PLANT}|生产线|产线|机组|反应堆|反应炉|跑道"
_BEHIND_NO = "机组|机(?!构)|生产线|产线|线|楼|桥|反应堆|反应炉|航站楼|航厦|跑道|仓库|高炉|决议|隧道"
# What a number before them would only count (兩廠, 新一輪, 關閉2廠) or what is a part of a longer number.
_NOT_BEHIND = rf"(?<![a-z\d.{_HAN_DIGITS}万亿两第分共逾近约有全成了之各新上下每另前后这那同闭役建设增减])"
# Two groups take part in any match: first which of them, then what it is one of.
_HAN = lazy_pattern(
    rf"第({_HAN_LABELS})(?:[{_COUNTERS}][\u4e00-\u9fff]{{0,4}}?({_HAN_THING})"
    rf"|号?({_HAN_WORD})|号([机楼线])|([{_COUNTERS}]))"
    rf"|(首)(?:([期轮批])|[{_COUNTERS}][\u4e00-\u9fff]{{0,2}}?({_HAN_THING}))"
    rf"|{_NOT_BEHIND}({_HAN_LABELS})(?:(晶圆厂|厂{_NO_PLANT})|号({_BEHIND_NO})|(条款)"
    r"|(期)(?=工程|工厂|项目|专案|计划|厂|建设|临床|试验|产线|投资)|(型)(?=糖尿病|肝炎|流感))"
    rf"|(?<![a-z\d.])([a-z]|[ivx]{{2,4}}[ab]?|[\u2160-\u217b][ab]?|t\d)(栋|期|轮|航站楼|航厦)"
)
_BETWEEN = lazy_pattern(r",? and |,? or |[,、和及与&/] ?|(?P<range>\s?[-\u2013至到]\s?| to )")
_FORM = lazy_pattern(r"(?<=\d)(?:st|nd|rd|th)$|^第|^no\. ?")


@lru_cache(maxsize=4096)
def find_designations(text: str, folded: str) -> tuple[Designation, ...]:
    """The numbered things that `text` names, in its order; `folded` is its folded form, as long as it is."""
    return tuple(sorted((*_english(text), *_chinese(folded)), key=lambda one: (one.start, one.end)))


def _english(text: str) -> Iterator[Designation]:
    for match in _ENGLISH.finditer(text):
        if _SINGLE_I.search(match.group()) or (
            _BUILT.fullmatch(match.group()) and _MANY.match(text, match.end())
        ):
            continue
        word = _first(match.group("noun", "led", "lettered", "plural", "ordered")).lower()
        kind = _NOUNS.get(word) or _AMBIGUOUS.get(word) or _PLURALS[word]
        labels = _labels(_first(match.group("label", "certain", "list", "nth")), kind)
        yield Designation(kind, labels, match.start("led") if match["led"] else match.start(), match.end())


def _chinese(folded: str) -> Iterator[Designation]:
    for match in _HAN.finditer(folded):
        labels, word = filter(None, match.groups())
        kind = _HAN_KINDS.get(word, word)
        yield Designation(kind, _labels(labels, kind), *match.span())


def _first(groups: tuple[str | None, ...]) -> str:
    return next(group for group in groups if group)


def _labels(written: str, kind: str) -> frozenset[str]:
    """Those of a list, each in one form: 1 and 2, I-III, 一、二."""
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
    """18, II, two, 二, Ⅱ and 2nd as 18 and 2; letters as they are, but for the T of a terminal."""
    label = _FORM.sub("", fold(written).strip())
    if label == "首":
        return "1"
    if kind == "terminal" and label[1:].isdigit():
        return label.lstrip("t")
    if label in _NUMBERS and not (kind in _LETTERED and len(label) == 1):
        return str(_NUMBERS[label])
    if "\u2160" <= label[0] <= "\u217b":
        return f"{unicodedata.numeric(label[0]):g}{label[1:]}"
    number = None if label.isascii() else read_chinese(label)
    return label if number is None else f"{number.value:g}"
