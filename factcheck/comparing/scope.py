"""Of what a statement holds: total or part, the whole market or a narrower one, here or worldwide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from factcheck.comparing.figures import FigurePair
from factcheck.comparing.ranks import ranks
from factcheck.comparing.statement import Statement
from factcheck.language.entities import EntityKind
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Difference, DifferenceKind

Span = tuple[int, int]
_NARROWING = {
    "high end": r"\b(?:high[- ]end|advanced|premium|flagship|cutting[- ]edge|top[- ]tier)\b|高端|高阶|先进|旗舰|顶级|尖端",
    "data centre": r"\bdata[- ]?cent(?:er|re)s?\b|数据中心|资料中心",
    "consumer": r"\b(?:consumer|gaming|pcs?|laptops?)\b|消费级|游戏|个人电脑|笔记本",
    "smartphones": r"\bsmartphones?\b|手机",
    "graphics": r"\bgraphics (?:cards?|processors?)\b|\bdiscrete (?:desktop )?(?:gpus?|graphics)|显卡|显示卡|独显",
    "ai chips": r"\bai (?:accelerators?|chips?|processors?|gpus?)\b|\b(?:accelerators?|chips?) for ai\b|ai(?:加速|芯片|晶片)|人工智能芯片",
    "automotive": r"\b(?:automotive|in-car)\b|车用|车载",
    "passenger cars": r"\bpassenger (?:cars?|vehicles?)\b|乘用车",
    "commercial vehicles": r"\bcommercial vehicles?\b|商用车|卡车",
    "retail": r"\bretail\b|零售",
    "wholesale": r"\bwholesale\b|批发",
    "spot": r"\bspot (?:price|market)s?\b|现货",
    "contract": r"\bcontract prices?\b|合约价|合同价",
    "households": r"\bhouseholds?\b|居民|家庭|家用",
    "industry": r"\bindustrial (?:users?|electricity|power|customers?)\b|工业用",
    "edge": r"\bedge\b|边缘",
    "inference": r"\binference\b|推理",
    "training": r"\btraining\b|训练",
    "memory": r"\b(?:(?<!bandwidth )memory|dram|nand)\b|存储|记忆体|内存|闪存",
    "hbm": r"\bhbm\b|高带宽内存|高频宽记忆体",
    "by value": r"\b(?:by|in) (?:value|revenue)\b|\bby sales\b|[按以](?:销售额|金额|营收|产值|价值)",
    "by volume": r"\b(?:by|in) (?:volume|units?|shipments?)\b|[按以](?:出货量|销量|数量|出货|件数|重量)",
    "equipment": r"\b(?:equipment|tools?)\b|设备|装置",
    "foundry": r"\bfoundry\b|代工",
    "domestic": r"\b(?:domestic|home[- ]grown|local)\b|国产|国内|本土",
    "overseas": r"\b(?:overseas|abroad|foreign|exports?)\b|海外|国外|境外|出口(?!管制|许可|禁|限)",
    "single": r"\b(?:its|the) (?:unit|segment|division|subsidiary)\b|部门|分部|子公司",
    "servers": r"\bservers?\b|伺服器|服务器",
}
_DIMENSIONS = (
    frozenset({"by value", "by volume"}),
    frozenset({"inference", "training"}),
    frozenset({"domestic", "overseas"}),
    frozenset({"retail", "wholesale"}),
    frozenset({"spot", "contract"}),
    frozenset({"households", "industry"}),
)
"""Words that divide one thing one way; all others divide a market into segments."""
_ALONE = frozenset({"high end", "single"})
"""Words that narrow any segment; they are parts of no division by basis or workload."""
_BASIS = frozenset({"by value", "by volume"})
"""How a share is counted: no part of a whole."""
_TOTAL = lazy_pattern(
    r"\b(?:total|overall|all|combined|company-wide|entire|altogether|group)\b|总|整体|全部|合计|共(?=[售产销有计交接])|全公司|集团|累计|共计",
    re.ASCII,
)
_WORLD = lazy_pattern(r"\b(?:global|globally|worldwide|world)\b|全球|全世界|世界市场", re.ASCII)
_WORLD_KEY = "the world"
_NATION = lazy_pattern(
    r"\b(?:nationwide|nationally|across the country|countrywide|whole country)\b|全国|全台|全港|举国",
    re.ASCII,
)
_NATION_KEY = "the nation"
_PARTS_OF_COUNTRIES = frozenset(
    [
        "beijing",
        "shanghai",
        "shenzhen",
        "guangzhou",
        "hangzhou",
        "nanjing",
        "wuhan",
        "wuxi",
        "suzhou",
        "chengdu",
        "chongqing",
        "tianjin",
        "hefei",
        "xian",
        "guangdong",
        "jiangsu",
        "zhejiang",
        "sichuan",
        "taipei",
        "new-taipei",
        "taoyuan",
        "hsinchu",
        "taichung",
        "tainan",
        "kaohsiung",
        "new-york",
        "california",
        "texas",
        "arizona",
        "ohio",
        "oregon",
        "washington-state",
        "london",
        "paris",
        "berlin",
        "munich",
        "tokyo",
        "osaka",
        "kumamoto",
        "seoul",
    ]
) | {"new york", "new taipei", "hong kong island", "silicon valley"}
"""Keys of cities, states and provinces: parts that the whole country stands against."""
# ASCII: a Latin word ends where a Chinese character begins, as in 全球HBM市場.
_PARTS = {name: re.compile(pattern, re.ASCII) for name, pattern in _NARROWING.items()}


def scope_difference(
    claim: Statement,
    sentence: Statement,
    title_places: Sequence[str] = (),
    figures: Sequence[FigurePair] = (),
) -> Difference | None:
    """The scope on which the two sides disagree; None where they agree or one says nothing.

    Looked for beside the `figures` that are held against each other, else beside all: a part of a market
    beside a figure narrows the figure, the same word elsewhere in the sentence does not. A rank has a
    scope as a figure has. `title_places` are where the sentence's report is about, for a figure of the
    whole world held against one that names no place itself.
    """
    ours, theirs = _stretches(claim, sentence, figures)
    if not ours or not theirs:
        return None
    return _part_difference(claim, sentence, _scopes(claim, ours), _scopes(sentence, theirs)) or (
        _place_difference(claim, sentence, title_places)
    )


def _part_difference(
    claim: Statement, sentence: Statement, ours: Mapping[str, str], theirs: Mapping[str, str]
) -> Difference | None:
    """A part of one side that the other does not name, beside another part or a whole."""
    only_ours = {name: word for name, word in ours.items() if name not in theirs}
    only_theirs = {name: word for name, word in theirs.items() if name not in ours}
    for one, other in product(only_ours, only_theirs):
        if _divide_alike(one, other):
            return _difference({one: only_ours[one]}, {other: only_theirs[other]})
    our_parts = {name: word for name, word in only_ours.items() if name not in _BASIS}
    their_parts = {name: word for name, word in only_theirs.items() if name not in _BASIS}
    if their_parts and (whole := _whole_of(claim, sentence)):
        return _difference({"total": whole}, their_parts)
    if our_parts and (whole := _whole_of(sentence, claim)):
        return _difference(our_parts, {"total": whole})
    return None


def _divide_alike(one: str, other: str) -> bool:
    """Whether two narrowing words are parts of one division: smartphones and servers, not training and flagships."""
    for names in _DIMENSIONS:
        if one in names or other in names:
            pair = {one, other}
            return pair <= names or bool(pair & {"domestic", "overseas"} and pair & _ALONE)
    return True


def _whole_of(statement: Statement, other: Statement) -> str | None:
    """The word by which a text speaks of the whole: total, or of the world where the other text does not."""
    match = _TOTAL.search(statement.folded)
    if match is None and not _WORLD.search(other.folded):
        match = _WORLD.search(statement.folded)
    return statement.text[match.start() : match.end()] if match else None


def _stretches(
    claim: Statement, sentence: Statement, figures: Sequence[FigurePair]
) -> tuple[list[Span], list[Span]]:
    """Where the compared figures or ranks stand in each text, with their clauses back to the figure before."""
    paired = [pair for pair in figures if pair.evidence is not None]
    if paired:
        spans = [(pair.claim.start, pair.claim.end) for pair in paired]
        other = [(pair.evidence.start, pair.evidence.end) for pair in paired if pair.evidence is not None]
        return _widened(claim, spans), _widened(sentence, other)
    return _all_stretches(claim), _all_stretches(sentence)


def _all_stretches(statement: Statement) -> list[Span]:
    stated = _widened(statement, [(one.start, one.end) for one in statement.quantities])
    return stated or [(0, len(statement.text))] * bool(ranks(statement))


def _widened(statement: Statement, spans: Sequence[Span]) -> list[Span]:
    """Each span with its clause, from the figure before to the end of the clause."""
    found = []
    for start, end in spans:
        first, last = statement.clause_at(start)
        before = max((one.end for one in statement.quantities if one.end <= start), default=0)
        found.append((min(before, first) if before < first else max(first, before), max(last, end)))
    return found


def _scopes(statement: Statement, stretches: Sequence[Span]) -> dict[str, str]:
    """Narrowing words in the stretches: name -> word."""
    found: dict[str, str] = {}
    words = _without_names(statement)
    for start, end in stretches:
        for name, pattern in _PARTS.items():
            match = pattern.search(words, start, end)
            if match:
                found[name] = statement.text[match.start() : match.end()]
    return found


def _without_names(statement: Statement) -> str:
    """The folded text with its firms' and people's names blanked: Yaochuan Foundry is no foundry market."""
    words = statement.folded
    for name in statement.names:
        if name.kind is not EntityKind.PLACE and name.kind is not EntityKind.PRODUCT:
            words = words[: name.start] + " " * (name.end - name.start) + words[name.end :]
    return words


def _place_difference(
    claim: Statement, sentence: Statement, title_places: Sequence[str]
) -> Difference | None:
    """Both name places and none in common: a figure of one market beside a figure of another."""
    ours, theirs = _places(claim), _places(sentence)
    if not theirs and _WORLD_KEY in ours:
        theirs = dict(enumerate(title_places))
    if not ours or not theirs:
        return None
    if not ours.keys() & theirs.keys():
        return None if _covers(ours, theirs) or _covers(theirs, ours) else _difference(ours, theirs)
    only_ours = {key: word for key, word in ours.items() if key not in theirs}
    only_theirs = {key: word for key, word in theirs.items() if key not in ours}
    if only_ours and only_theirs and (_WORLD_KEY in only_ours or _WORLD_KEY in only_theirs):
        return _difference(only_ours, only_theirs)
    return None


def _covers(ours: Mapping[object, str], theirs: Mapping[object, str]) -> bool:
    """Whether one side speaks of a whole country without its name and the other names a country."""
    return set(ours) == {_NATION_KEY} and not set(theirs) & {*_PARTS_OF_COUNTRIES, _WORLD_KEY}


def _places(statement: Statement) -> dict[object, str]:
    """Places by key, the whole world as one."""
    found: dict[object, str] = {name.key: name.text for name in statement.places}
    world = _WORLD.search(statement.folded)
    if world:
        found[_WORLD_KEY] = statement.text[world.start() : world.end()]
        found.pop("world", None)
    nation = _NATION.search(statement.folded)
    if nation:
        found[_NATION_KEY] = statement.text[nation.start() : nation.end()]
    return found


def _difference(ours: Mapping[Any, str], theirs: Mapping[Any, str]) -> Difference:
    return Difference(DifferenceKind.SCOPE, ", ".join(ours.values()), ", ".join(theirs.values()))


def narrowings(statement: Statement) -> dict[str, str]:
    """What narrows the figures of a text, by a name of no language: {"hbm": "HBM"}."""
    return _scopes(statement, _widened(statement, [(one.start, one.end) for one in statement.quantities]))
