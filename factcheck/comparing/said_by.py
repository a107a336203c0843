"""Who a text says it is said by, with the names in it: said X, X估計, X: ..., according to X."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.language.aliases import load_aliases
from factcheck.language.attribution import find_attribution
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han

_SPEAKING = frozenset({EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.OTHER})
_SAY = r"表示|指出|认为|透露|强调|警告|坦言|直言|重申|补充|坚称|宣称|声称|称(?![为赞号])|说(?![明服法])"
_GUESS = r"预估|预计|预测|预期|估计|估算|推估|推算|测算|看好|料|统计|调查(?:显示|发现)"
_HAN_VERB = lazy_pattern(
    r"\s*(?:[(][^()]{1,30}[)])?\s*(?:(?:最新|的)?(?:数据|资料|报告|研报|分析师|研究员|经济学家|发言人|高层|首席执行官|执行长|董事长|总裁|总经理|教授|副教授|博士|主任|院长|所长|处长|局长|署长|部长|行长|主席|秘书长|经济师|策略师|ceo|cfo)"
    rf"[\u4e00-\u9fff]{{0,4}})?\s*(?:今日|昨日|日前|近日|周[一二三四五六日])?(?:(?P<say>{_SAY})|(?P<guess>{_GUESS}))"
)
_ENGLISH_VERB = lazy_pattern(
    r"(?:'s|’s)?(?: (?:analysts|economists|strategists|researchers|data))?(?: also| now| still| has| have)?"
    r" (?:(?P<say>said|says|told|warned|warns|argued|argues)|(?P<guess>puts?|pegs|pegged|sees|saw|reckons?|thinks?"
    r"|expects?|expected|estimates?|estimated|forecasts?|forecasted|predicts?|predicted|projects|projected))\b"
)
_LABEL = lazy_pattern(
    r"\s*(?:的?最?新?(?:数据|资料|报告|研报|统计|调查|分析师?|预测|预估|data|survey|report|analysts?))?\s*:"
)
"""TrendForce：..., 中汽協數據: ...: what stands before the colon says what follows it."""
_BODY_SPEAKS = lazy_pattern(
    r"(?:^|[,;。、\n]|据)\s*(?P<who>[\u4e00-\u9fff]{1,12}(?:所|院|局|署|厅|处|总处|部|会|社|央行|银行|证券|投顾|司|中心|机构|委|组织|协会|学会|大学|智库|学者|处长|局长|署长|部长|院长|主委|首长|市长))"
    rf"(?:\([^()]{{1,30}}\))?(?:{_SAY}|{_GUESS})"
)
_OWN_ACT = lazy_pattern(
    r"[^,.;:]{0,24}?\b(?:that )?(?:it|they|he|she|we|its|their)\b"
    r"|[,:\s“\"「]*(?:公司)?(?:将|拟|计划|有意|已|会|正|不会|不再|打算|准备|考虑|同意|决定|旗下|其|自家|希望)"
)
"""What is said is of the speaker's own doing: it would buy, 將收購."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a text says it is said by."""

    text: str
    start: int
    names: tuple[Mention, ...]
    """Names in the phrase, those of places left out."""
    own_act: bool
    """Whether what is said is told of the speaker itself: it would buy."""

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key for name in self.names for key in name.keys)


def find_speaker(text: str, names: Sequence[Mention]) -> Speaker | None:
    """Who says what `text` tells, `names` being the names in it; None where nobody is said to."""
    folded = fold(text)
    found = find_attribution(text)
    if found is not None:
        start, end = _widened(folded, found.start, found.end)
        return _speaker(text, folded, (start, end), found.verb_end, names)
    for name in names:
        if name.kind not in _SPEAKING:
            continue
        match = _HAN_VERB.match(folded, name.end) or _ENGLISH_VERB.match(folded, name.end)
        if match and (match["say"] or name.kind is not EntityKind.OTHER):
            return _speaker(text, folded, (name.start, name.end), match.end(), names)
        label = _LABEL.match(folded, name.end)
        if label and not folded[: name.start].strip():
            return _speaker(text, folded, (name.start, name.end), label.end(), names)
    body = _BODY_SPEAKS.search(folded)
    return _speaker(text, folded, body.span("who"), body.end(), names) if body else None


def _widened(folded: str, start: int, end: int) -> tuple[int, int]:
    """The phrase from the mark before it on, with a bracket right behind: 国际数据公司（IDC）."""
    first = max(folded.rfind(mark, 0, start) for mark in ",;:。“”「」\n") + 1
    if start - first <= 12 and "据" not in folded[first:start] and has_han(folded[first:start]):
        start = first
    aside = re.compile(r"\s*\([^()]{1,30}\)").match(folded, end)
    return start, aside.end() if aside else end


def _speaker(
    text: str, folded: str, span: tuple[int, int], verb_end: int, names: Sequence[Mention]
) -> Speaker:
    start, end = span
    inside = tuple(name for name in names if name.start < end and start < name.end and name.kind in _SPEAKING)
    own = verb_end >= end and _OWN_ACT.match(folded, verb_end) is not None
    return Speaker(text[start:end].strip(), start, inside, own)


def is_listed(name: Mention) -> bool:
    """Whether the table knows the name, and with it its forms in the other language."""
    return fold(name.text) in load_aliases().senses or fold(name.text) != name.key
