"""Who is said to say it: the speaker that a sentence names, in its own words.

A chain (路透社援引分析師張某, "Reuters reported, citing two officials") is kept whole; its speakers
are listed from the innermost, who said it first, to the outermost.
"""

from __future__ import annotations

import re

from factcheck.language.chinese_cues import STARTS_SPEECH
from factcheck.language.english_attribution import english_attribution
from factcheck.language.grammar import reads_as_chinese
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.language.speakers import TRAILING, Attribution, chain
from factcheck.language.tagging import plain, tag, within

_VERBS = (
    "指出|表示|声称|宣称|透露|披露|报道|报导|认为|强调|警告|预计|预测|预估|估计|评估|宣布|承认|证实"
    "|否认|回应|提到|写道|发文|补充|解释|坦言|直言|主张|显示|表明|推算|测算"
    "|发现|重申|呼吁|质疑|相信|辩解|辩称|确认|断言|放风|爆料|发帖|暗示|抱怨|批评|(?<!来)(?<!而)说"
    "|(?<![名简对被统俗])称"
)
_DIRECT = (
    "指出|表示|声称|宣称|透露|认为|强调|警告|预计|预测|预估|估计|宣布|承认|证实|否认|显示|表明|重申"
    "|坦言|直言|主张|断言|辩称|暗示|抱怨|发现"
    r"|(?<![名简对被统俗人自堪所著昵尊])称(?![为赞之号霸职呼作道])"
)
_WHO = r"(?P<who>[^,;:。!?“”\"「」『』\n]{1,60}?)"
_WITH_MARK = lazy_pattern(rf"{_WHO}(?P<verb>(?:{_VERBS})(?:说|称|道)?)(?=\s*[,:“\"「]|$|[。])")
_WITHOUT_MARK = lazy_pattern(rf"{_WHO}(?P<verb>(?:{_DIRECT})(?:说|称)?)(?!的)(?=\w)")
_BY_REPORT = lazy_pattern(
    r"(?:根据|依据|按照|据)(?P<who>[^,。;:“”]{0,40}?)的?(?:最新|公开|相关|官方|多方|一份"
    r"|内部)?(?P<verb>(?:报道|报导|消息|数据|报告|统计|估计|估算|测算|调查|研究|说法|透露|披露|介绍"
    r"|分析|预测"
    r"|声明|文件|通报|公告|信源|消息人士|知情人士|财报|观点|资料)(?:称|显示|指出|表示|透露)?)(?=\s*[,:“]|$)"
)
# One of these stands in every Chinese attribution: looked for before anything is parsed.
_MAY_SPEAK = lazy_pattern(
    rf"据|按照|援引|引述|引用|转述|转引|看来|报告|研究|调查|统计|声明|公告|{_VERBS}|断言|{_DIRECT}"
)
_SAYS = lazy_pattern(rf"(?:{_DIRECT}|报道|放风)|\b(?:said|says|told|reported|announced|according)\b")
_CITING = lazy_pattern(
    r"(?:援引|引述|引用|转述|转引)(?P<who>[^,。;:“”]{1,60}?)的?(?P<verb>(?:观点|话|说法|报告|分析|数据"
    r"|消息|报道|声明|言论)?(?:指出|表示|报道|透露|披露|认为|[称说指])?)(?=\s*[,:“「]|$)"
)
_IN_VIEW = lazy_pattern(r"在(?P<who>[^,。;:“”]{1,20})(?P<verb>看来)")
_DOCUMENT = lazy_pattern(
    r"(?P<who>[^,。;:“”]{2,40}?)(?P<verb>的?(?:报告|研究|调查|统计|声明|公告)[^,:。;]{0,6}):"
)
_NOBODY = lazy_pattern(
    r"^(?:据|[^,]{0,3}地|另?一方|这一?[^,]{1,6}上|(?:围绕|比|较|对于?|在|与|和|同|按|从|加上|为|对此|经|针对"
    r"|关于|曾|接受)[^的]*(?:的[^,]*)?|[^,]*舆论|外界|很多人|我们?|本人|笔者|数据|资料|研究|报告|结果|报道"
    r"|消息|统计|调查|事实|迹象|证据|历史"
    r"|实践|很难|难|不好|老实|坦白|相关|公开|最新|上述|有|也|还|则|已|并|可以|不能不|即|所|虽|就|被)?$"
)
_SURE = frozenset(
    [
        "表示",
        "称",
        "说",
        "认为",
        "强调",
        "警告",
        "证实",
        "承认",
        "否认",
        "重申",
        "补充",
        "解释",
        "指出",
        "声称",
        "宣称",
        "透露",
        "披露",
        "坦言",
        "直言",
        "写道",
        "断言",
        "辩称",
        "警告称",
        "表示称",
        "发帖称",
    ]
)
"""Verbs that only a speaker can be the subject of, before a comma, colon or quotation."""
_AGENT = lazy_pattern(
    r"(?:公司|集团|机构|协会|学会|联盟|委员会|分析师|人士|业内|市场|专家|学者|媒体|官员|银行|证券|政府"
    r"|法院|大学|研究院|研究所|中心|基金会?|部门?|局|署|厅|委|社|报|网|方|员|者|家|长|总统|总理|主席"
    r"|总裁|董事|经理|首席|议员|部长|代表|发言人|白宫|国会|外媒|美媒|官媒|代理商|消费者|信源"
    r"|师|[航海货]运|物流|造船|科技|电子|控股|保险|来源|报告|研究|数字|资料|民调|数据"
    r"|文件|声明|公告|财报|调查|统计|ceo|cfo|[他她其它]们?|[^法]办"
    r"|[厂店馆队党军商行]|观点"
    r"|声音|有人|派|联合国"
    r"|组织|人|官僚|们)$"
)
_LEAD = lazy_pattern(
    r"^(?:据(?![悉点])|根据|但是?|然而|不过|而且?|并且?|同时|此外|另外|因此|所以|于是|且|就连|连|其中|例如|比如|对此|为此"
    r"|随后|此前|目前|最近|近日|日前|当时|据悉|当地时间|有关[^,]{0,12}|(?:\d{1,4}年|\d{1,2}月|\d{1,2}日"
    r"|[今昨]天|去年|今年|早些时候)+|\[?\d{1,2}\]?\s+|[\s,、]+)+"
)
_DOER = lazy_pattern(r"^(?:人士|机构|部门|[员家师者人官])$")
_ENDS_NAME = frozenset(["组织", "代表", "研究", "调查", "编辑", "主编", "翻译", "导演", "教练", "监督"])
_NOT_CUTTING = frozenset(["等", "兼", "办", "特别", "问题", "联合", "资深"])
_ADVERB = frozenset(
    [
        "还",
        "也",
        "则",
        "均",
        "都",
        "曾",
        "又",
        "再次",
        "随后",
        "日前",
        "近日",
        "当时",
        "此前",
        "多次",
        "公开",
        "高调",
        "明确",
        "直接",
        "进一步",
        "就此",
        "对此",
        "普遍",
        "突然",
        "一再",
        "反复",
        "同时",
        "今天",
        "仍",
        "坦率",
        "接受",
    ]
)


def find_attribution(sentence: str) -> Attribution | None:
    """The speaker that `sentence` names, chain included; None where nobody is named.

    "It was reported" and 據報道 name nobody. A pronoun (她指出, "He said") is returned as it stands.
    """
    in_english = english_attribution if re.search(r"[A-Za-z]{3}", sentence) else _nobody
    in_chinese = _chinese if has_han(sentence) else _nobody
    # The language that carries the sentence is asked first.
    if reads_as_chinese(sentence):
        return in_chinese(sentence) or in_english(sentence)
    return in_english(sentence) or in_chinese(sentence)


def _nobody(_: str) -> None:
    """No speaker is looked for in a language that the sentence does not use."""


def starts_with_speech(clause: str) -> bool:
    """Whether the clause begins with a verb of speech, so that its speaker is the subject left unsaid."""
    return STARTS_SPEECH.match(plain(clause)) is not None


def mentions_speech(clause: str) -> bool:
    """Whether the clause tells of somebody's saying something, named as a speaker or not."""
    return _SAYS.search(plain(clause)) is not None


def _chinese(sentence: str) -> Attribution | None:
    """Chains first, then 據X報道, then X指出, then X的報告:."""
    folded = plain(sentence)
    if not _MAY_SPEAK.search(folded):
        return None
    citing = _CITING.search(folded)
    if citing:
        inner = _without_blanks(folded, *citing.span("who"))
        outer = _speaker(sentence, folded, _clause_start(folded, citing.start()), citing.start())
        return chain(sentence, [span for span in (outer, inner) if span], citing.end())
    for pattern in (_BY_REPORT, _IN_VIEW, _WITH_MARK, _WITHOUT_MARK, _DOCUMENT):
        for match in pattern.finditer(folded):
            span = _speaker(sentence, folded, *match.span("who"))
            if pattern in (_WITH_MARK, _WITHOUT_MARK) and folded[match.start("verb") - 1] == "的":
                continue
            sure = pattern not in (_WITHOUT_MARK, _WITH_MARK) or match.group("verb") in _SURE
            if span is None or not (sure or _is_agent(sentence, folded, span)):
                continue
            return chain(sentence, [span], match.end("verb"))
    return None


def _clause_start(folded: str, position: int) -> int:
    """Just after the last mark before `position`."""
    return max(folded.rfind(mark, 0, position) for mark in ",;:。“”「」") + 1


def _speaker(sentence: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """[start, end) cut down to the noun phrase that speaks; None where it is nobody."""
    lead = _LEAD.match(folded[start:end])
    start += lead.end() if lead else 0
    tokens = within(tag(sentence), start, end)
    agent = next((token.end for token in reversed(tokens) if token.word in {"由", "被"}), start)
    if start < agent < end and not any(token.word == "的" for token in within(tokens, agent, end)):
        start, tokens = agent, within(tokens, agent, end)
    last_de = max((token.start for token in tokens if token.word == "的"), default=start - 1)
    for position, token in enumerate(tokens):
        # The pieces of a name around its middle dot are often tagged as verbs.
        syllable = token.pos == "v" and len(token.word) == 1 and position + 1 < len(tokens)
        syllable = syllable and tokens[position + 1].pos in {"n", "vn", "nz", "ns", "j", "ng"}
        dotted = "·" in folded[max(start, token.start - 8) : token.end + 4]
        in_name = syllable or (token.pos != "p" and dotted)
        cuts = token.pos in {"p", "d", "v", "vd", "ul", "vg"} and token.start > last_de and not in_name
        # 觀察人士: a verb straight before the word for who does it is part of the name.
        following = tokens[position + 1].word if position + 1 < len(tokens) else ""
        cuts = cuts and not (token.pos == "v" and _DOER.search(following))
        # 世界衛生組織, 工會代表: the verb-like word that ends a name.
        cuts = cuts and not (position == len(tokens) - 1 and token.word in _ENDS_NAME)
        if position > 0 and (token.word in _ADVERB or (cuts and token.word not in _NOT_CUTTING)):
            end = token.start
            break
    start, end = _without_blanks(folded, start, end)
    trailing = TRAILING.search(folded[start:end])
    end = start + trailing.start() if trailing and trailing.start() else end
    if folded.count("(", start, end) != folded.count(")", start, end):
        return None
    return None if _NOBODY.match(folded[start:end]) else (start, end)


def _without_blanks(folded: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without blanks around it and without a 的 or 、 at its end."""
    while start < end and folded[start].isspace():
        start += 1
    while end > start and (folded[end - 1].isspace() or folded[end - 1] in "的、"):
        end -= 1
    return start, end


def _is_agent(sentence: str, folded: str, span: tuple[int, int]) -> bool:
    """Whether the noun phrase can speak: a person, a body, or a document."""
    words = re.sub(r"\([^)]*\)$", "", folded[span[0] : span[1]]).strip()
    if _AGENT.search(words):
        return True
    tokens = within(tag(sentence), *span)
    return bool(tokens) and (
        tokens[-1].pos in {"nr", "nt", "nrt", "nrfg", "nz"}
        or bool(re.search(r"\b[A-Z][A-Za-z&-]+$", sentence[span[0] : span[1]]))
    )
