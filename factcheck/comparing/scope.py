"""Of what a statement holds: total or part, the whole market or a narrower one, here or worldwide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.comparing.statement import Statement
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Difference, DifferenceKind

_NARROWING = {
    "high end": r"\b(?:high[- ]end|advanced|premium|flagship|cutting[- ]edge|top[- ]tier)\b|高端|高阶|先进|旗舰|顶级|尖端",
    "data centre": r"\bdata[- ]?cent(?:er|re)s?\b|数据中心|资料中心",
    "consumer": r"\b(?:consumer|gaming|smartphones?|pcs?)\b|消费级|游戏|手机",
    "automotive": r"\b(?:automotive|in-car|vehicles?)\b|车用|车载|汽车",
    "edge": r"\bedge\b|边缘",
    "inference": r"\binference\b|推理",
    "training": r"\btraining\b|训练",
    "memory": r"\b(?:(?<!bandwidth )memory|dram|nand)\b|存储|记忆体|内存|闪存",
    "hbm": r"\bhbm\b|高带宽内存|高频宽记忆体",
    "by value": r"\bby (?:value|revenue|sales)\b|按销售额|以销售额|按金额|按营收",
    "by volume": r"\bby (?:volume|units?|shipments?)\b|按出货量|以出货量|按销量|按数量",
    "equipment": r"\b(?:equipment|tools?)\b|设备|装置",
    "foundry": r"\bfoundry\b|代工",
    "domestic": r"\b(?:domestic|home[- ]grown|local)\b|国产|国内|本土",
    "overseas": r"\b(?:overseas|abroad|foreign|exports?)\b|海外|国外|境外",
    "single": r"\b(?:its|the) (?:unit|segment|division|subsidiary)\b|部门|分部|子公司",
    "servers": r"\bservers?\b|伺服器|服务器",
}
_TOTAL = lazy_pattern(
    r"\b(?:total|overall|all|combined|company-wide|entire|altogether|group)\b|总|整体|全部|合计|全公司|集团|累计|共计",
    re.ASCII,
)
_WORLD = lazy_pattern(r"\b(?:global|globally|worldwide|world)\b|全球|全世界|世界市场", re.ASCII)
_WORLD_KEY = "the world"
# ASCII: a Latin word ends where a Chinese character begins, as in 全球HBM市場.
_PARTS = {name: re.compile(pattern, re.ASCII) for name, pattern in _NARROWING.items()}


def scope_difference(
    claim: Statement, sentence: Statement, title_places: Sequence[str] = ()
) -> Difference | None:
    """The scope on which the two sides disagree; None where they agree or one says nothing.

    Looked for in the clauses that hold the figures: a part of a market beside a figure narrows the
    figure, the same word elsewhere in the sentence does not. `title_places` are where the sentence's
    report is about, for a figure of the whole world held against one that names no place itself.
    """
    if not claim.quantities or not sentence.quantities:
        return None
    ours, theirs = _scopes(claim), _scopes(sentence)
    only_ours = {name: word for name, word in ours.items() if name not in theirs}
    only_theirs = {name: word for name, word in theirs.items() if name not in ours}
    if only_ours and only_theirs:
        return _difference(only_ours, only_theirs)
    if only_theirs and _TOTAL.search(claim.folded):
        return _difference({"total": _total_word(claim)}, only_theirs)
    if only_ours and _TOTAL.search(sentence.folded):
        return _difference(only_ours, {"total": _total_word(sentence)})
    return _place_difference(claim, sentence, title_places)


def _scopes(statement: Statement) -> dict[str, str]:
    """Narrowing words beside the figures, from the figure before to the end of the clause: name -> word."""
    found: dict[str, str] = {}
    before = 0
    for quantity in statement.quantities:
        first, end = statement.clause_at(quantity.start)
        start, before = min(before, first), quantity.end
        for name, pattern in _PARTS.items():
            match = pattern.search(statement.folded, start, end)
            if match:
                found[name] = statement.text[match.start() : match.end()]
    return found


def _total_word(statement: Statement) -> str:
    match = _TOTAL.search(statement.folded)
    return statement.text[match.start() : match.end()] if match else ""


def _place_difference(
    claim: Statement, sentence: Statement, title_places: Sequence[str]
) -> Difference | None:
    """Both name places and none in common: a figure of one market beside a figure of another."""
    ours, theirs = _places(claim), _places(sentence)
    if not theirs and _WORLD_KEY in ours:
        theirs = dict(enumerate(title_places))
    if not ours or not theirs or ours.keys() & theirs.keys():
        return None
    return _difference(ours, theirs)


def _places(statement: Statement) -> dict[object, str]:
    """Places by key, the whole world as one."""
    found: dict[object, str] = {name.key: name.text for name in statement.places}
    world = _WORLD.search(statement.folded)
    if world:
        found[_WORLD_KEY] = statement.text[world.start() : world.end()]
    return found


def _difference(ours: Mapping[Any, str], theirs: Mapping[Any, str]) -> Difference:
    return Difference(DifferenceKind.SCOPE, ", ".join(ours.values()), ", ".join(theirs.values()))


def narrowings(statement: Statement) -> dict[str, str]:
    """What narrows the figures of a text, by a name of no language: {"hbm": "HBM"}."""
    return _scopes(statement)
