"""Opposite predicates: approve against ban, rise against fall, confirm against deny; and negation.

Each axis has two ends. A side stands at an end when its words name it, and at the other end when
those words are negated; a side that names both ends stands nowhere and differs from nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from factcheck.comparing.statement import Statement
from factcheck.language.modality import Cue, CueKind
from factcheck.language.patterns import lazy_pattern


class Axis(StrEnum):
    """What a pair of opposite predicates is about."""

    PERMISSION = "permission"
    CHANGE = "change"
    ORDER = "order"
    ADMISSION = "admission"
    FAVOUR = "favour"
    RESULT = "result"
    PRESENCE = "presence"


_WORDS: dict[Axis, tuple[str, str]] = {
    Axis.PERMISSION: (
        r"\b(?:approv\w+|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|authori[sz]\w+|grant(?:s|ed|ing)?|clear(?:s|ed) (?:the )?(?:sale|export|way)\w*|"
        r"greenlight\w*|resum\w+|restor\w+|reinstat\w+|(?:lift|end|eas|remov|revok|scrap|withdr[ae]w|rescind|relax)\w*(?=[^.;]{0,30}\b(?:ban|curb|restriction|halt|control|sanction|rule)s?\b))"
        r"|批准|准许|允许|获准|许可|放行|恢复(?!期)|解禁|解除|松绑|开放|放宽|取消(?=[^，。]{0,8}(?:禁|限制|管制))|撤销(?=[^，。]{0,12}(?:禁|限制|管制|规则))",
        r"\b(?:ban(?:s|ned|ning)?|block(?:s|ed|ing)?|halt(?:s|ed|ing)?|prohibit\w*|reject(?:s|ed)?|refus(?:es|ed)|suspend\w*|bar(?:s|red)|stop(?:s|ped)|forb[ia]d\w*|"
        r"restrict(?:s|ed)|revok(?:e|es|ed)(?=[^.;]{0,20}licen[cs]e)|outlaw\w*)\b"
        r"|禁止|禁售|禁令|禁运|封杀|封锁|叫停|暂停|停止|拒绝|否决|不得|吊销|中止|停售|限制(?=(?:[^，。]{0,6})(?:出口|销售|进口|采购))",
    ),
    Axis.CHANGE: (
        r"\b(?:r[io]se[ns]?|rising|gr[eo]w(?:s|n|ing|th)?|increas\w+|surg\w+|jump\w*|climb\w*|gain(?:s|ed)?|expand\w*|doubled|tripled|soar\w*|(?<!make )(?<!makes )(?<!made )up(?= (?:by )?\$?\d)|rais(?:e|es|ed)|improv\w+|boost(?:s|ed)?|lift(?:s|ed)? (?=.{0,40}\d))\b"
        r"|增长|增加|上升|上涨|攀升|暴涨|扩大|提高|提升|增至|升至|跃升|翻倍|激增|大增|走高|增产|成长|上调|上修",
        r"\b(?:f[ae]ll(?:s|en|ing)?|declin\w+|decreas\w+|drop\w*|plung\w*|slump\w*|shr[aiu]nk\w*|slid(?:e|es)?|down(?= (?:by )?\$?\d)|cut(?:s|ting)?(?! off)|reduc\w+|tumbl\w*|lower(?:s|ed)|contract(?:s|ed)|trim(?:s|med)?|slash(?:es|ed)?|sank|dip(?:s|ped)?)\b"
        r"|下降|下滑|下跌|暴跌|减少|削减|缩减|缩水|跌至|降至|降低|衰退|萎缩|减产|大跌|走低|下调|下修|缩小",
    ),
    Axis.ORDER: (
        r"\b(?:exceed\w*|surpass\w*|outperform\w*|overt(?:ake|ook)\w*|outsold|ahead of|(?:higher|greater|more|faster|larger|better) than|above|beats?)\b"
        r"|超过|超越|超出|高于|领先|胜过|大于|优于|快于|多于",
        r"\b(?:lag\w*|trail\w*|behind|(?:lower|less|fewer|slower|smaller|worse) than|below|short of|underperform\w*)\b"
        r"|落后|低于|不及|逊于|小于|慢于|少于|不如|弱于",
    ),
    Axis.ADMISSION: (
        r"\b(?:confirm\w*|admit\w*|acknowledg\w*|conced\w+)\b|承认|证实|确认",
        r"\b(?:den(?:y|ies|ied)|refut\w+|disput\w+|dismiss\w+)\b|否认|驳斥|辟谣|反驳",
    ),
    Axis.FAVOUR: (
        r"\b(?:support(?:s|ed|ing)?|back(?:s|ed)|favou?r(?:s|ed)?|welcom\w+|prais\w+|endors\w+)\b|支持|赞成|欢迎|称赞|赞扬|拥护|认同",
        r"\b(?:oppos\w+|against|criticis\w+|criticiz\w+|condemn\w*|object(?:s|ed)|protest\w*)\b|反对|批评|谴责|抨击|抗议|不满|抵制",
    ),
    Axis.RESULT: (
        r"\b(?:profit(?:s|able)?|success\w*|succeed\w*|w[io]n(?:s|ning)?|pass(?:es|ed))\b|盈利|获利|成功|通过|扭亏",
        r"\b(?:loss(?:es)?|los(?:e|es|ing|t)|fail(?:s|ed|ure)?|defeat\w*)\b|亏损|损失|失败|未能|落空",
    ),
    Axis.PRESENCE: (
        r"\b(?:includ\w+|contain\w*|ha(?:s|ve) (?:a|an|the)\b|join(?:s|ed)?|enter(?:s|ed)?|start(?:s|ed)?|beg[ai]n\w*|launch\w*|open(?:s|ed))\b|包括|包含|加入|进入|启动|开始|推出|存在",
        r"\b(?:exclud\w+|exempt\w*|lack\w*|left|leav\w+|quit\w*|exit\w*|end(?:s|ed)|clos(?:e|es|ed)|withdr[ae]w\w*)\b|排除|豁免|缺乏|退出|离开|结束|关闭|终止|撤出",
    ),
}
# ASCII: a Latin word ends where a Chinese character begins.
_AXES = {
    axis: (re.compile(high, re.ASCII), re.compile(low, re.ASCII)) for axis, (high, low) in _WORDS.items()
}
_UNDO = frozenset({CueKind.NEGATION, CueKind.DENIAL})
_REACH_CHINESE = 6
"""Code points before a Chinese predicate in which a negation governs it."""
_REACH_ENGLISH = 24


@dataclass(frozen=True, slots=True)
class Pole:
    """Where one side stands on an axis, and with which words."""

    end: int
    """+1 or -1."""
    word: str
    start: int
    negation: Cue | None = None
    """What turns the word into its opposite."""


def poles(statement: Statement, span: tuple[int, int] | None = None) -> dict[Axis, Pole]:
    """The axes on which a text, or the stretch [start, end) of it, takes one side."""
    first, last = span or (0, len(statement.text))
    found: dict[Axis, Pole] = {}
    for axis, (high, low) in _AXES.items():
        named = [_pole(statement, match, 1) for match in high.finditer(statement.folded)]
        named += [_pole(statement, match, -1) for match in low.finditer(statement.folded)]
        named = [pole for pole in _outermost(named, statement) if first <= pole.start < last]
        if named and len({pole.end for pole in named}) == 1:
            found[axis] = named[0]
    return found


def _pole(statement: Statement, match: re.Match[str], end: int) -> Pole:
    start = match.start()
    negation = _negation(statement, start)
    return Pole(-end if negation else end, statement.text[start : match.end()], start, negation)


def _outermost(found: list[Pole], statement: Statement) -> list[Pole]:
    """Without words inside a longer one of the other end: 解除禁令 lifts, though 禁令 bans."""
    lifting = [pole for pole in found if pole.end > 0]
    return [
        pole
        for pole in found
        if not (
            pole.end < 0
            and any(
                0 <= pole.start - lift.start <= 40
                and lift.start != pole.start
                and statement.clause_at(lift.start) == statement.clause_at(pole.start)
                and _lifts(lift.word)
                for lift in lifting
            )
        )
    ]


def _lifts(word: str) -> bool:
    return (
        re.match(
            r"(?:lift|end|eas|remov|revok|scrap|withdr|rescind|relax)|解除|取消|撤[销銷]|解禁|放[宽寬]|[松鬆][绑綁]",
            word.lower(),
        )
        is not None
    )


def _negation(statement: Statement, position: int) -> Cue | None:
    """The negation that stands shortly before the word in its clause."""
    clause_start = statement.clause_at(position)[0]
    for cue in statement.cues:
        if cue.kind not in _UNDO or not clause_start <= cue.start < position:
            continue
        reach = _REACH_ENGLISH if statement.text[cue.start].isascii() else _REACH_CHINESE
        if position - cue.end <= reach and cue.end <= position:
            return cue
    return None


def opposed_poles(ours: Mapping[Axis, Pole], theirs: Mapping[Axis, Pole]) -> list[tuple[Axis, Pole, Pole]]:
    """Axes on which the two sides stand at opposite ends."""
    return [
        (axis, ours[axis], theirs[axis])
        for axis in ours
        if axis in theirs and ours[axis].end != theirs[axis].end
    ]


def shared_poles(ours: Mapping[Axis, Pole], theirs: Mapping[Axis, Pole]) -> int:
    """On how many axes the two sides stand at the same end."""
    return sum(axis in theirs and ours[axis].end == theirs[axis].end for axis in ours)


_NEGATING_VERB = lazy_pattern(r"取消|停止|禁止|拒绝|declin|refus|fail|lack|without")
"""Cues that deny by what they mean: the other language may say the same with a plain verb."""


def negations(statement: Statement, span: tuple[int, int]) -> list[Cue]:
    """Negations and denials that stand in [start, end) of the text, negating verbs left out."""
    return [
        cue
        for cue in statement.cues
        if cue.kind in _UNDO
        and span[0] <= cue.start < span[1]
        and not _NEGATING_VERB.match(statement.folded, cue.start)
    ]
