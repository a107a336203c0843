"""What sort of statement a clause is, and how much in it can be checked.

Checkable is what names who did what: figures, dates, names, events, stated positions. Evaluation,
interpretation, rhetoric and generalities without any of these are opinions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from factcheck.language.grammar import reads_as_chinese
from factcheck.language.modality import CueKind, find_modality
from factcheck.language.opening_names import opening_name
from factcheck.language.patterns import lazy_pattern
from factcheck.language.structure import is_call_to_action, is_question
from factcheck.language.tagging import plain, tag
from factcheck.model import ClaimKind

_FIGURE = lazy_pattern(
    r"(?<![a-z\d.\-])\d(?!d\b)[\d,.]*|(?<![一二两三四五六七八九十百千万亿半])[一二两三四五六七八九十百千万亿半]+(?:级|[个项家颗次名人款座天周]"
    r"|(?<!一)[球分票轮枚台辆艘位本张片件间所支岁吨]"
    r"|个月|成|倍|分之|个百分点|万|亿|千|百)|百分之|数[十百千万亿]+|前[三五十](?![年天月个周日])|(?:砍|减|过|一)半|翻[倍番一两]|\b(?:two"
    r"|three|four|five|six|twice|seven"
    r"|eight|nine|ten|twelve|twenty|dozens?|hundreds?|thousands?|millions?|billions?|half|double[ds]?"
    r"|tripled?|quarter of|third of|majority)\b"
)
_DATE = lazy_pattern(
    r"\d{4}\s*年|\d{1,2}\s*月|\d{1,2}\s*日|去年|今年|前年|明年|上周|本周|[上本下]个?月|[上本]季|昨天|昨日|前天|\b(?:19"
    r"|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|(?:last|this|next) "
    r"(?:year|month|week|quarter))\b"
)
_EVENT = lazy_pattern(
    r"批准|禁止|宣布|发布|公布|收购|投资|下令|签订|签署|达成|抵达|访问|出访|会见|会晤|解除|恢复|撤销"
    r"|提名|叫停|追加|订单|采购|购买|出售|销售|上涨|下跌|暴跌|暴涨|增长|下降|减少|增加|超过|突破|跃升"
    r"|提出|要求|表示|强调|警告|声称|否认|证实|担任|研发|开发|强化|收紧|放宽|更新|纳入|寻求|出席|参加"
    r"|审查|承诺|导致|起诉|逮捕"
    r"|调查|约谈|量产|生产|推出|建成|开工|上市|裁员|罚款|征收|削减|损失|亏损|盈利|当选|辞职|任命|举行"
    r"|召开|通过了|否决|生效|实施|禁售|解禁|获得|授予|致信|交付|出货|占据?|达到?|逼近|超越|升至|降至"
    r"|跌至|成立|关闭|暂停|扩大|遭到?|谴责|诞生|设置|认定|(?:最[大多高低])|排名|首[次个家批]|唯一"
    r"|第[二三](?=[大高])"
    r"|[高低大多少快慢强弱优]于(?!是)|比[^,]{1,14}(?:更|还|[高低多少快慢大小强弱])"
    r"|[动开竣]工|开业|停业|设厂|投产|停产|倒闭|破产|合并|判决|裁决|[出就曾]任|连任|参选|雇[用佣]|招募|开设"
    r"|[兴扩修]建|废除|取消|加入|退出|签[字约]|录取|创下|新[高低]|纪录|到期|续约|决定|接替|请辞|获准|击败|感染|死亡|受伤|获释|去世"
    r"|\b(?:approv|bann|announc|releas|publish|acquir|invest|order|sign|arriv|visit|met|lift|resum"
    r"|revok|nominat|suspend|purchas|bought|sold|sell|rose|rise|fell|fall|grew|declin|increas|decreas"
    r"|exceed|"
    r"propos|requir|sued|arrest|investigat|produc|launch|built|open|clos|laid off|fin(?:ed|es)|impos"
    r"|cut|lost|loss|earn|elect|resign|appoint|held|pass|vot|reject|took effect|employ|ship|deliver"
    r"|reach|surpass|account|own|won|receiv|creat|(?:more|less|fewer|larger|smaller"
    r"|higher|lower|faster|slower|older|cheaper|better|worse) than\b|hired"
    r"|join|merg|found(?:ed|ing)|begun|began|retir|die[ds]?|contain|record|appl(?:y|ies|ied)|stopped|started|kill|injur"
    r"|replac|serv(?:ed|es)|largest|biggest)\w*|\b(?:build|hire|recruit|construct|expand)s?\b"
    r"|\b(?:is|are|was|were|been)\s(?:\w+ly\s)?(?:\w{3,}ed|made|run|led|born|built|sold|held|found|sent)"
    r"\s(?:by|in|at|from|on)\b"
)
_OPINION = lazy_pattern(
    r"^(?:或许|也许|perhaps\b|maybe\b)|(?:笔者|我)(?:看来|认为|以为)|显然|无疑|堪称|可谓|标志着|意味着|折射|凸显|彰显|印证|体现|反映出|本质上|实质上|不得不|值得|令人|绝非"
    r"|考验|关键在于|取决于|何其|多么|真正的|无论如何|前所未[有见]|颇为|深远|深刻|巨大的|不言而喻|众所周知"
    r"|毋庸置疑|归根结底|(?:某种|一定)(?:意义|程度)上|博弈|命运|智慧|意志|务实|微妙|典型|异常|曙光|黎明|寒冬|漩涡|拉锯|角力|较量|转折|里程碑|分水岭|双刃剑|天花板|护城河|命脉|阵痛|洗牌|狂飙"
    r"|破局|突围|豪赌|灵魂|注定|来龙去脉|如出一辙|至关重要|(?:重要|关键)的|(?:根本|历史|阶段)性的|似乎|看似|难以"
    r"|很难|再也|终究|能否|会不会|与其[^,]+不如|何尝|岂|不是[^。;]{1,20}而是|既是[^。;]{2,40}[也更又]是|越[^,]{1,12}越|是[^,]{0,16}一[个种场次条份股](?![^,]*第)"
    r"|(?:是|成为|成)[^,]{0,30}(?:基石|象征|信号|缩影|写照|关键|核心|标志|焦点|热点|转折|逻辑|底气|弱者"
    r"|强者|开始)$"
    r"|\b(?:clearly|obviously|arguably|undoubtedly|surely|remarkabl[ey]|best|worst|wonderful|terrible"
    r"|disast\w+"
    r"|hopefully|unfortunately|sadly|frankly|ironically|reflects?|underscores?|highlights?|signals?"
    r"|symboli[sz]es?"
    r"|in (?:my|our) (?:view|opinion)|i (?:think|believe|feel)|the (?:real )?(?:question|truth|lesson"
    r"|point|problem) is"
    r"|it is (?:time|hard|difficult|easy|important|worth|tempting|no surprise)|seems?|looks like|a testament"
    r"|turning point|game.changer|matters?|deserves?|depends on|hinges on|a reminder|new normal"
    r"|beautiful|amazing|landmark|pivotal|crossroads|watershed|double-edged|wake-up call|gamble|betrayal"
    r"|heart of|soul of|second look"
    r"|great|brilliant|stunning|means that|marks a|raises questions)\b"
)
_SETTLED = lazy_pattern(
    r"已(?!知)|早已|曾|正在|尚未|从未|至今|并未|没有|未能|仍(?!然是)|被(?!视)|遭|[^为除]了(?![解不,])"
    r"|\b(?:has|have|had|been)\b[^,.]{0,30}?\b(?:not|never|yet|stopped|begun|had|\w{3,}ed|\w{2,}en)\b"
    r"|\b(?:no|not|never)\b[^,.]{0,20}\b\w+ed\b|\bd(?:o|id|oes) not\b|\b(?:neither|none)\b"
)
_NORM = lazy_pattern(r"应该|应当|必须|理应|\b(?:should|must|ought)\b")
"""What ought to be: an opinion, unless it is what a named rule or bill demands."""
_WE = lazy_pattern(r"我们|咱们|\b(?:we|our|us)\b")
_QUOTED = lazy_pattern(r"[“「\"『][^”」\"』]{0,1000}[”」\"』]")
_SELF = lazy_pattern(
    r"^(?:本文|下文|以下(?:是|为)|如[上下]图|上文|前文|综上|总之|我们(?=将|会|来|先|再|看|知道|可以|不妨))"
    r"|^(?:this (?:article"
    r"|piece|post|report) (?:will|examines|looks|explores)|in this (?:article|post)|below (?:is|are)|as "
    r"we (?:saw|will see))\b"
)
_VAGUE = lazy_pattern(
    r"^(?:这|那)(?!款|项|家|座|位|批|份|次|笔|场|名|些[^人事,]{2})|^(?:一方是|另一种|一种是"
    r"|有人|外界|现实|历史|时间)"
    r"|^it (?:is|was|has been) (?!(?:also )?(?:reported|announced|confirmed|estimated|alleged|revealed))"
    r"|^it (?:seems|would|takes|remains|makes)\b|^it's\b|^(?:this|that|these|those)\b"
)
_COUNTRY_WORDS = frozenset(
    [
        "中国",
        "美国",
        "中美",
        "中方",
        "美方",
        "西方",
        "全球",
        "世界",
        "国际",
        "欧洲",
        "亚洲",
        "东方",
        "ai",
        "华",
        "美",
        "中",
        "人工智能",
        "gpu",
        "it",
        "5g",
        "cpu",
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "but",
        "and",
        "however",
        "it",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "they",
        "we",
        "i",
        "if",
        "when",
        "while",
        "as",
        "for",
        "by",
        "after",
    ]
)
_NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz", "eng"})
_BODY = lazy_pattern(
    r"公司|集团|大学|协会|委员会|政府|银行|法院|商务部|国防部|财政部|外交部|参议院|众议院|国会|总统"
    r"|首席执行官|执行长|总裁|部长|议员|《[^》]+》|海关|白宫|研究所"
)
_SCARE_QUOTES = lazy_pattern(r"[“「\"][^”」\"]{1,8}[”」\"]")
_COUNTRY = lazy_pattern(
    r"中国|美国|中美|美中|中俄|中欧|中日|美欧|俄美|中方|美方|欧盟|日本|韩国|台湾|荷兰|德国|法国|英国|印度|俄罗斯|北京|华盛顿"
    r"|\b(?:china|beijing|washington|u\.s\.|us|eu|japan|korea|taiwan|india|russia|britain|germany)\b"
)
_DEFINITE = lazy_pattern(
    r"该[^,]|这[款项批家座份笔]|上述|此举|此次|\bthe (?:company|firm|bill|agency|ministry"
    r"|fund|order|rule|rules|bank|court|plant|deal|ban|report|government|project|group)\b"
)
_ACTS = lazy_pattern(
    r"(?:^|[,:])(?:但|而)?(?:中国|美国|中方|美方|欧盟|日本|韩国|英国|法国|德国|印度|俄罗斯)(?!的)"
)
"""A country as the actor, at the head of the clause."""
_TRANSLITERATED = lazy_pattern(
    "[阿埃艾安奥巴贝比伯布查达德迪丁多恩尔法菲费弗夫格哈赫基吉加杰卡凯科克库拉莱兰朗勒雷里丽林隆卢鲁伦"
    "罗洛马迈曼梅门蒙米莫姆纳娜内尼诺帕佩皮普奇乔切萨塞沙斯史舒索塔泰汤特图托瓦威韦维温沃伍希肖谢辛休雅"
    "亚伊英约泽扎詹珍芝伟]{3,}"
)
"""Three and more characters in a row that foreign names are spelt with: a name."""
_ENGLISH_NAME = lazy_pattern(
    r"(?<![.!?] )(?<!^)\b[A-Z][\w&-]+|\b[A-Z]{2,}\b|\b[A-Z]\w*\d\w*|^[A-Z]\w+ [A-Z]\w+"
)


@dataclass(frozen=True, slots=True)
class Signals:
    """What a clause contains that makes it checkable or not."""

    figures: int
    dates: int
    names: int
    events: int
    opinions: int
    scare_quotes: int
    """Short stretches in quotation marks, the mark of commentary."""
    countries: bool
    """Whether a country or a side (美方) is named."""
    definite: bool
    """Speaks of one thing that was named before (該法案, "the firm"), or begins with a country as actor."""
    settled: bool
    """Told as something that has happened, has not, or goes on (已, 從未, 被, "has not begun")."""
    vague: bool
    """Begins with a bare demonstrative or speaks about the article itself."""

    @property
    def concreteness(self) -> float:
        """About 0 (a generality) to 5 and more (figures, date, names, event)."""
        specific = (
            1.6 * min(self.figures, 2) + self.dates + 0.9 * min(self.names, 3) + 0.7 * min(self.events, 2)
        )
        return (
            specific
            + 0.2 * self.countries
            + 0.6 * self.definite
            + (0.8 if self.events else 0.6) * self.settled
            - 1.6 * self.opinions
            - 0.35 * min(self.scare_quotes, 3)
            - 1.0 * self.vague
        )


_ENOUGH = 1.5
"""Concreteness from which a statement that nobody is quoted with counts as factual."""
_ENOUGH_REPORTED = 0.6
"""The same for a clause whose speaker is named earlier in its sentence."""


def read_signals(clause: str) -> Signals:
    """Signals of one clause; figures inside scare quotes do not count."""
    folded = plain(clause)
    unquoted = _SCARE_QUOTES.sub(" ", folded)
    definite = _DEFINITE.search(folded) is not None or _ACTS.search(folded) is not None
    return Signals(
        figures=len(_FIGURE.findall(_DATE.sub(" ", unquoted))),
        dates=min(2, len(_DATE.findall(folded))),
        names=_count_names(clause, folded),
        events=len(_EVENT.findall(folded)),
        opinions=len(_OPINION.findall(folded)) + (0 if definite else len(_NORM.findall(folded))),
        scare_quotes=len(_SCARE_QUOTES.findall(folded)),
        definite=definite,
        countries=_COUNTRY.search(folded) is not None,
        settled=_SETTLED.search(folded) is not None,
        vague=_VAGUE.match(folded) is not None or _SELF.match(folded) is not None,
    )


def _count_names(clause: str, folded: str) -> int:
    """Different names that are more than a country's."""
    if not reads_as_chinese(clause):
        opening = opening_name(clause, folded)
        found = [*_ENGLISH_NAME.findall(clause), *([opening["word"]] if opening else [])]
        return len({name.lower() for name in found} - _COUNTRY_WORDS)
    names = {
        token.word for token in tag(clause) if token.pos in _NAME_TAGS and token.word not in _COUNTRY_WORDS
    }
    names |= set(_TRANSLITERATED.findall(folded))
    return len(names) + len(set(_BODY.findall(folded)))


def classify(clause: str, signals: Signals, *, attributed: bool, inherited: bool = False) -> ClaimKind:
    """Factual, forecast, opinion or question.

    What a named source is said to have said is checkable as a statement, whatever it says; the
    rest has to be concrete. `attributed`: the clause reports somebody's words; `inherited`: the speaker
    is named in an earlier clause of the sentence only.
    """
    if is_question(clause):
        return ClaimKind.QUESTION
    if is_call_to_action(clause) or _SELF.match(plain(clause)):
        return ClaimKind.OPINION
    # "We must": rhetoric. "We counted 14 boats": a report by whoever writes.
    if not attributed and not signals.figures and _WE.search(_QUOTED.sub("", plain(clause))):
        return ClaimKind.OPINION
    enough = _ENOUGH if not attributed else _ENOUGH_REPORTED if inherited else float("-inf")
    kinds = {cue.kind for cue in find_modality(clause)}
    if CueKind.REPORT in kinds:
        enough = min(enough, _ENOUGH_REPORTED)
    if signals.concreteness < enough:
        return ClaimKind.OPINION
    if CueKind.FORECAST in kinds or kinds >= {CueKind.CONDITIONAL, CueKind.POSSIBILITY}:
        return ClaimKind.FORECAST
    return ClaimKind.FACTUAL


def structural_worthiness(signals: Signals, kind: ClaimKind, *, attributed: bool) -> float:
    """In [0, 1]: how much a reader would want the clause checked, from its form alone.

    A logistic of the concreteness; the midpoint is the least that counts as factual.
    """
    lift = 0.6 if attributed else 0.0
    score = 1 / (1 + math.exp(-0.8 * (signals.concreteness + lift - _ENOUGH)))
    return round(score if kind.is_checkable else 0.4 * score, 4)
