"""What a publisher's rating comes to among the three verdicts: only where its words leave no doubt.

A wrong ruling is worse than none: a rating between true and false ("mostly false", 部分錯誤), one about
something else than truth ("satire", "missing context") and one that this module does not know have none.
The words decide; the number beside them counts only where they are unknown, and only at the ends of its
scale, since publishers cut the middle of theirs differently.
"""

from __future__ import annotations

from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Verdict

_TRUE = (
    "true|proven true|correct|accurate|factual|fact|confirmed|supported|supports|not rumor|non rumor"
    "|not a rumor|geppetto checkmark"
    "|正确|真|真的|真实|属实|事实|是真的|是事实|证实|已证实|确有其事|非谣言|不是谣言|获来源支持|支持"
)
_FALSE = (
    "false|fake|hoax|untrue|not true|isnt true|incorrect|not correct|inaccurate|not accurate|wrong"
    "|fabricated|debunked|disproved|disproven|refuted|refutes|contradicted|rumor|rumour|pants on fire"
    "|liar liar pants on fire|four pinocchios|4 pinocchios|not a fact|not factual"
    "|错误|错|假|假的|是假的|不实|虚假|虚构|谣言|是谣言|假消息|假新闻|假信息|假讯息|不正确|不真实|不是真的|并非真的"
    "|非真实|非事实|不是事实|并非事实|伪造|捏造|不属实|并不属实|与事实不符|子虚乌有|传言不实|反驳|与来源不符"
)
_OPEN = (
    "unproven|not proven|unverifiable|unverified|not verified|unconfirmed|not confirmed|unsupported"
    "|unsubstantiated|no evidence|lacks evidence|lacking evidence|insufficient evidence"
    "|not enough evidence|not enough info|not enough information|inconclusive|undetermined"
    "|cannot be verified|cant be verified|could not be verified|impossible to verify"
    "|证据不足|缺乏证据|没有证据|资讯不足|信息不足|无法查证|无法证实|无法核实|无法验证|无法判断|无法确认|难以查证"
    "|未经证实|未证实|尚未证实|未获证实|未经查证|未经核实|有待查证|待查证|有待证实|尚无定论|未有定论|真伪不明|真假不明"
)
_RULINGS = {
    label: verdict
    for labels, verdict in (
        (_TRUE, Verdict.SUPPORTED),
        (_FALSE, Verdict.CONTRADICTED),
        (_OPEN, Verdict.UNVERIFIABLE),
    )
    for label in labels.split("|")
}
"""Whole ratings, folded; never looked for inside other words, so that "not false" is not "false"."""
_BETWEEN = lazy_pattern(
    r"\b(?:most(?:ly)?|part(?:ly|ial|ially)?|large(?:ly)?|half|mixed|mixture|main(?:ly)?|some(?:what|times)?"
    r"|near(?:ly)?|almost|barely|mislead\w*|context|exaggerat\w*|but|however|although|though|except|unless"
    r"|likely|probably|possibly|maybe|not quite|not entirely|not completely|not fully|not exactly"
    r"|satire|parody|opinion\w*|outdated|distort\w*|cherry\w*|spin|(?:one|two|three|1|2|3) pinocchios?)\b"
    r"|部分|半|误导|片面|断章取义|混合|混杂|大致|基本|大部|多数|大多|背景|脉络|厘清|夸大|但|可能|疑似|似乎|讽刺|恶搞"
    r"|观点|意见|误解|偏颇|偏差|不完全|未必|不尽|参半|过时|易生|旧闻|[?]"
)
"""Signs of a rating between the ends, or about something else; a question is no rating either."""
_PARTS = lazy_pattern(r"[.:;,!|/\n()\[\]{}。、…【】<>《》•·]+|\s[-–—]+\s|[–—]")
_LEAD = lazy_pattern(
    r"^(?:100%|(?:our|fact check|rating|verdict|ruling|conclusion|result|status|rated|ruled"
    r"|we rate (?:this|it)|its|thats|(?:this|that|it) is"
    r"|(?:this|the|that) (?:claim|statement|story|post|video|photo|image|news) is"
    r"|the|a|an|completely|totally|entirely|absolutely|demonstrably|clearly)\b)\s*"
    r"|^(?:查核|核查|事实)?(?:结果|结论|评级|判定|认定)[为是]?|^经?(?:查证|核查|查核)[后为]?|^[这此]?(?:是|为|属于)"
    r"|^(?:完全|纯属|全属|确属|绝对)"
)
_TAIL = lazy_pattern(
    r"\s*\b(?:claims?|statements?|news|story|stories|information|report|headline|post|content|rating)$"
    r"|的?(?:讯息|信息|消息|资讯|内容|说法|传言)$"
)
_DENIALS = frozenset(["not", "no", "nope", "不", "不是", "否", "并非"])
_DROPPED = dict.fromkeys(map(ord, "'’‘\"“”「」『』"))
_LONGEST = 2000
"""Characters of a rating that are looked at."""


def ruling_of(
    words: str, *, value: float | None = None, best: float | None = None, worst: float | None = None
) -> Verdict | None:
    """The verdict that a published rating states; None where that is not clear.

    `words` are English or Chinese, in any case and either script. `value` is a rating between `worst`
    (false) and `best` (true), as schema.org's Rating has them; it counts where the words are unknown.
    """
    folded = fold(words[:_LONGEST]).replace("_", " ").translate(_DROPPED)
    parts = [part for piece in _PARTS.split(folded) if (part := " ".join(piece.replace("-", " ").split()))]
    if _BETWEEN.search(" ".join(parts)) or _DENIALS.intersection(parts):
        return None
    found = [label for part in parts if (label := _bare(part))]
    rulings = [_RULINGS.get(label) for label in found]
    # Behind the rating may stand why it was given, in words of its own, but no second rating.
    if rulings and rulings[0] is not None:
        return rulings[0] if len({*rulings} - {None}) == 1 else None
    return None if any(rulings) else _at_an_end(value, best, worst)


def _bare(part: str) -> str:
    """A rating without the words that lead up to it ("this claim is", 查核結果為) and away from it."""
    longer = ""
    while part not in _RULINGS and part != longer:
        longer, part = part, _LEAD.sub("", part, count=1)
    return part if part in _RULINGS else _TAIL.sub("", part, count=1)


def _at_an_end(value: float | None, best: float | None, worst: float | None) -> Verdict | None:
    if value is None or best is None or worst is None or best == worst:
        return None
    if value == best:
        return Verdict.SUPPORTED
    return Verdict.CONTRADICTED if value == worst else None
