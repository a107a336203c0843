"""Whether the claim tells as done what the sentence only plans, negotiates, asks for, supposes or has from rumour.

What is told so is another matter than the fact itself. A forecast or a date that is fixed is so only for a claim
that says in its own words that the thing has happened: "will start in May" and "starts in May" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.comparing.alignment import Likenesses
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.statement import Statement
from factcheck.language.modality import Cue, CueKind
from factcheck.model import Difference, DifferenceKind

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unreal:
    """A cue at [start, end) and the stretch of the text that it keeps from being told as done."""

    start: int
    end: int
    scope: Span
    weak: bool
    """Whether only a claim of a thing done is another matter: forecasts, fixed dates."""


_VERBS_OF_WEIGHING = (
    r"consider|weigh|mull|evaluat|explor|contemplat|discuss|negotiat|study|assess|debat|ponder|examin"
)
_STRONG = re.compile(
    r"\b(?:in (?:\w+ ){0,2}(?:talks|discussions|negotiations)|(?:open|opened|began|begun|start|started|holding) "
    r"(?:talks|negotiations)|(?:is|are|was|were|been|be|still|now|also) (?:\w+ly )?"
    rf"(?:{_VERBS_OF_WEIGHING})ing|(?:considers|mulls|weighs|explores|considered|mulled|weighed|explored)"
    r"(?= (?:whether|plans?|a|an|the|[a-z]+ing)\b)|looking (?:at|into) [a-z]+ing|eyeing"
    r"|plans? (?:for|a|an)|planning (?:to|for|a|an)|preparing to|drawn up plans|draft (?:law|rules?|bill|plan)"
    r"|appl(?:ied|ying|ies) (?:for|to)|(?:ask|asked|asking|asks) (?:for|permission)|request(?:ed|s|ing)?(?= (?:to|that|a|an|the|permission))"
    r"|urg(?:ed|es|ing)|call(?:ed|s|ing) (?:for|on)|recommend(?:ed|s|ing)?|seek(?:s|ing)? (?:approval|permission|a licen[cs]e)"
    r"|threaten(?:s|ed|ing)? to|offer(?:s|ed|ing)? to|rumou?r(?:s|ed)?|reportedly|(?:is|are) said to|speculation"
    r"|unconfirmed|(?:has|have) yet to decide|no decision (?:has|had)|undecided)\b"
    r"|(?:正|正在|拟|仍在|还在)[^，。；,;]{0,24}(?:洽谈|谈判|磋商|商谈|商讨|协商|评估|考虑|研究|讨论|探讨|规划|筹备|权衡|酝酿|接触)"
    r"|进行[^，。；,;]{0,6}(?:洽谈|谈判|磋商|商谈|协商|评估)|(?:洽谈|评估|研议|研拟|规划|协商|谈判|审议|讨论)(?:中|当中|阶段)"
    r"|考虑(?!到)|研拟|研议|研究[^，。；,;]{0,24}可行性|评估(?=[^，。；,;]{0,4}(?:将|是否|把|可能|可行))|酝酿"
    r"|(?:探讨|探索)[^，。；,;]{0,12}(?:可能|可行)|(?:提出|已|正|再次)(?:申请|请求)|(?:申请|请求)(?=[^，。；,;]{0,12}(?:许可|批准|豁免|贷款|延期))"
    r"|呼吁|促请|敦促|建议|威胁|扬言|盼(?![望着])|有意愿|规划(?=[^，。；,;]{0,3}(?:在|于|将|开放|兴建|投资|设))|草案|研议"
    r"|市场传出|传出|据传|盛传|网传|谣传|外传|坊间|传闻|有消息称|消息称|市场消息|传将|有传|尚未决定|尚未拍板|未定案|还没决定",
    re.ASCII,
)
_RUMOUR = re.compile(r"rumou?r|reportedly|said to|speculation|unconfirmed|传|消息")
_WEAK = re.compile(
    r"\b(?:scheduled|slated|due|set) (?:to|for)\b|\bwould\b|预定|定于|订于|可望|有望|(?<![即势必])将(?=[会于在是被为达有对从把])",
    re.ASCII,
)
_STRONG_KINDS = frozenset({CueKind.PLAN, CueKind.POSSIBILITY, CueKind.CONDITIONAL})
_TOLD_OPEN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|target(?:s|ed)?|goals?|intends?|intention|proposals?|propos(?:es|ed|al)|talks|negotiations"
    r"|forecasts?|outlook|estimates?|estimated|expected|guidance|would|will|could|may|might|can|should|must|to be|if"
    r"|possibl[ey]|potential(?:ly)?|alleged(?:ly)?|suspected|applications?|applied|rumou?rs?|rumou?red|reportedly|draft|considering|whether|asked|requested|urged|threatened"
    r"|pledged?|promised?|vowed)\b"
    r"|计划|规划|目标|拟|打算|洽谈|谈判|磋商|考虑|评估|研究|申请|请求|预计|预期|预测|预估|预定|可望|有望|估计|将|传|消息|若"
    r"|如果|可能|或许|草案|方案|承诺|意向|意愿|提议|建议|呼吁|准备|筹备|即将|明年|应当?|须|得先|需要|可以?(?![靠观见])|能",
    re.ASCII,
)
"""Words of a claim that itself tells a plan, a forecast, a rumour or a rule."""
_DONE = re.compile(
    r"\b(?:ha(?:s|ve|d) (?!to\b)(?:\w+ly )?(?!yet\b)\w+|was|were|did|actual|actually|already|rose|fell|grew|bought|sold|made"
    r"|took|built|began|won|lost|hit|spent|sent|led|left|met|paid|ran|saw|came|went|became|gave|got|held|kept|brought|told"
    r"|(?!(?:unit|limit|advanc|bas|relat|integrat|list|ne|inde|spe|fe|se|exce|proce|succe|hundr|r|embedd|combin|dedicat)ed\b)"
    r"[a-z]{2,}ed)\b"
    r"|已经?(?!知|故)|曾|了(?!解|结)|实际|正式|创下|完成|共达",
    re.ASCII,
)
_SAID = frozenset(
    {"said", "told", "showed", "added", "reported", "announced", "estimated", "noted", "stated", "called"}
)
_ESTIMATE = re.compile(r"estimat|估计|据信|believed")
_CONCESSION = re.compile(r"(?:even|as|asked|ask|know|see|wonder(?:ed)?|decide|but|what) $")
_NEGATED = re.compile(
    r"(?:\b(?:no|not|never|without|den(?:y|ied|ies)|any)\b[^,;]{0,24}|n't\b[^,;]{0,24}"
    r"|(?:没有|并无|无|未|不|否认)[^，,;；]{0,14})$"
)
_SENTENCE_END = re.compile(r"[。！？!?]|\.(?=\s|$)")
_GOES_ON = re.compile(
    r"\s*(?:同比|环比|年增|月增|季增|年减|较|比|按年|按月|up|down|or|an? (?:increase|rise|drop|fall|decline))"
)
_PART_BEFORE = re.compile(r"(?:[主重首只需]要是|的假设|(?:出于|基于|经过?)[^，。,]{0,8}考虑)$")
_DESCRIBES = re.compile(r"可能(?:性|[^，。,;；]{1,8}的[\u4e00-\u9fff])")
_RULES = re.compile(r"\b(?:may|can|must|allow|permit|cap|limit|licen[cs]e)|可以|允许|许可|上限|不得|限")
_INSIDE = 0.5
"""Share of what both speak of that a cue must govern."""
_SAME_TOPIC = 0.35
"""Coverage of the claim from which the sentence may speak of what it tells."""
_PARTNER = 0.4
_TELLING = 1.5


def modality_difference(
    claim: Statement,
    sentence: Statement,
    likenesses: Likenesses | None,
    coverage: float,
    figures: Sequence[FigurePair],
) -> Difference | None:
    """The cue under which the sentence tells what the claim tells as done; None where there is none.

    Where the sentence negates the cue ("no plans to"), it denies: that is polarity.
    """
    if likenesses is None or coverage < _SAME_TOPIC or is_open(claim):
        return None
    cues = unreal_cues(sentence)
    done = _done_word(claim)
    for cue in cues:
        if (cue.weak and not done) or not _governs(cue.scope, claim, likenesses, figures):
            continue
        return Difference(DifferenceKind.MODALITY, done, sentence.text[cue.start : cue.end])
    return None


def is_open(claim: Statement) -> bool:
    """Whether the claim itself tells a plan, a forecast, a possibility, a rumour or what a rule asks for."""
    return any(cue.kind in {*_STRONG_KINDS, CueKind.FORECAST} for cue in claim.cues) or bool(
        _TOLD_OPEN.search(claim.folded)
    )


def _done_word(claim: Statement) -> str:
    """The word by which the claim says that it has happened; empty for none."""
    for match in _DONE.finditer(claim.folded):
        if match.group() not in _SAID:
            return claim.text[match.start() : match.end()]
    return ""


def unreal_cues(sentence: Statement) -> list[Unreal]:
    """The cues of a sentence that are not themselves negated, strong ones first."""
    found = [cue for cue in _all_cues(sentence) if not _is_negated(cue, sentence)]
    return sorted(found, key=lambda cue: cue.weak)


def _is_negated(cue: Unreal, sentence: Statement) -> bool:
    """Whether a negation stands before the cue in its clause: no plans to, 没有上调的计划."""
    return _NEGATED.search(sentence.folded[sentence.clause_at(cue.start)[0] : cue.start]) is not None


def _all_cues(sentence: Statement) -> Iterator[Unreal]:
    folded = sentence.folded
    for start, end in _strong_places(folded):
        rumour = _RUMOUR.search(folded, start, end) is not None
        yield Unreal(start, end, _scope(sentence, start, end, whole=rumour), False)
    for match in _WEAK.finditer(folded):
        yield Unreal(match.start(), match.end(), _scope(sentence, match.start(), match.end()), True)
    for cue in sentence.cues:
        word = folded[cue.start : cue.end]
        if cue.kind is CueKind.FORECAST:
            yield Unreal(cue.start, cue.end, _scope(sentence, cue.start, cue.end, onward=True), True)
        elif cue.kind is CueKind.CONDITIONAL:
            before = folded[max(0, cue.start - 10) : cue.start]
            if (
                not _CONCESSION.search(before)
                and word not in ("即使", "即便")
                and not _is_no_cue(folded, cue)
            ):
                yield Unreal(cue.start, cue.end, _scope(sentence, cue.start, cue.end, whole=True), False)
        elif cue.kind in _STRONG_KINDS and not _ESTIMATE.match(word) and not _is_no_cue(folded, cue):
            if word == "may" and _RULES.search(folded[: cue.start] + folded[cue.end :]):
                continue
            yield Unreal(cue.start, cue.end, _scope(sentence, cue.start, cue.end), False)


def _is_no_cue(folded: str, cue: Cue) -> bool:
    """Whether the word is part of another or only describes a noun: 主要是, 可能存在的风险, 出于安全考虑."""
    before, behind = folded[max(0, cue.start - 10) : cue.start], folded[cue.start : cue.end + 12]
    return (
        _PART_BEFORE.search(before + folded[cue.start : cue.end]) is not None
        or _DESCRIBES.match(behind) is not None
    )


@lru_cache(maxsize=4096)
def _strong_places(folded: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in _STRONG.finditer(folded))


def _scope(sentence: Statement, start: int, end: int, *, whole: bool = False, onward: bool = False) -> Span:
    """What a cue governs: in English what follows it in its clause, in Chinese also what stands before it.

    `whole` is its sentence, from its clause on; `onward` lets a cue that ends its clause govern the rest (预计，...).
    """
    first, last = sentence.clause_at(start)
    folded = sentence.folded
    if whole or (onward and not folded[end:last].strip(" ,:")):
        mark = _SENTENCE_END.search(folded, end)
        return (first if whole else start), mark.end() if mark else len(folded)
    while onward and _GOES_ON.match(folded, last):
        last = sentence.clause_at(last)[1]
    return (start if folded[start].isascii() else first), last


def _governs(scope: Span, claim: Statement, likenesses: Likenesses, figures: Sequence[FigurePair]) -> bool:
    """Whether most of what the claim says and the sentence too stands in the scope, its figures all."""
    first, last = scope
    met = [pair.evidence.start for pair in figures if pair.evidence is not None and pair.agrees]
    if any(not first <= start < last for start in met):
        return False
    apart = [(one.start, one.end) for one in (*claim.names, *claim.dates)]
    best, where = likenesses.cosines.max(axis=1), likenesses.cosines.argmax(axis=1)
    inside = shared = 0.0
    for place, (start, end) in enumerate(likenesses.spans):
        weight = float(likenesses.weights[place])
        if weight < _TELLING or best[place] < _PARTNER or not claim.text[start].isalnum():
            continue
        if any(one < end and start < other for one, other in apart):
            continue
        shared += weight
        if first <= likenesses.places[int(where[place])][0] < last:
            inside += weight
    return bool(met) or (shared > 0 and inside >= _INSIDE * shared)
