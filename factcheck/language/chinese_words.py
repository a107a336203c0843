"""The words by which Chinese clauses are told apart: speech, time, links, names; all in folded form."""

from __future__ import annotations

from factcheck.language.patterns import lazy_pattern

SPEECH = (
    r"(?:指出|表示|声称|宣称|称|说|透露|披露|报道|报导|认为|强调|警告|预计|预测|估计|评估|宣布|承认"
    r"|证实|否认|回应|提到|写道|发文|补充|解释"
    r"|坦言|直言|主张|显示|表明|推算|测算|统计|发现|重申|呼吁|批评|质疑|相信|分析|介绍|指|看来|提问"
    r"|传出|感叹|问道|辩解|辩称|确认|补充说|爆料)"
)
ENDS_SPEECH = lazy_pattern(SPEECH + r"(?:说|称|道|过)?$")
SPEECH_AS_NOUN = lazy_pattern(
    r"(?:遭到?|受到?|引[起发来]|接受|进行|获得?|的|予以|作出|做出|给出|发布|提出|对此)[^,]{0,10}(?:批评"
    r"|评估|报道|报导|质疑|分析|统计|呼吁|介绍|指|提问|主张|发现|预测|预计|估计|回应|解释|声明|承认"
    r"|确认|测算|警告)$"
)
SOURCED = lazy_pattern(r"[由被经][^,的]{2,16}(?:披露|曝光|报道|报导|发现|证实|公布|指出|揭露)$")
"""Says who made it known; what follows is nobody's words."""
FINDING = lazy_pattern(
    r"(?:研究|调查|报告|数据|统计|评估|分析|民调|记录|文件)(?:发现|显示|表明|指出|认为|估计|预测|预计)$"
)
"""A study or a set of data that speaks, whatever stands before it."""
CONDITIONS = frozenset(["若", "如果", "一旦", "倘若", "假如", "要是"])
"""Words that make a condition of what follows, behind their subject too: 船廠若停工，..."""
FACTIVE = lazy_pattern(r"^(?:但|而|不过|然而|同时|此外)?(?:由于|因为|鉴于|尽管|虽然)")
"""Reasons and concessions are stated as facts, as conditions are not."""
ADDED_FIGURE = lazy_pattern(
    r"^(?:价值|总值|市值|共计|合计|总计|加总|折合|约合|上下浮动|误差|左右|每[股人](?:约|仅)?\d)"
)
"""A figure that measures what was just named, no statement of its own."""
SWITCHED_TENSE = lazy_pattern(
    r"^(?:正在?(?=[^常式好])|已经?|早已|曾经?|尚未|从未|并未|将(?=在|于|会|被|成为|继续))"
)
"""A second predicate with a tense of its own."""
VERBS_AS_NOUNS = frozenset(
    [
        "裁员",
        "投片",
        "开业",
        "停业",
        "量产",
        "投产",
        "停产",
        "动工",
        "开工",
        "竣工",
        "出货",
        "供应",
        "禁售",
        "加息",
        "降息",
        "升息",
        "减产",
        "增产",
        "扩产",
        "涨价",
        "降价",
        "亏损",
        "盈利",
        "增长",
        "下降",
        "减少",
        "成长",
        "复工",
        "罢工",
        "参选",
        "连任",
        "退休",
        "去世",
        "入狱",
        "获释",
        "落成",
        "通车",
        "启用",
    ]
)
"""Verbs that the tagger takes for nouns."""
MEASURED = lazy_pattern(
    r"^每.{1,6}\d|(?:[定标售开喊报均票房租股油单]价|员工|会员|用户|人口|市值|营收|收入|[净毛]利率?|利润|产能|产量|销量|库存"
    r"|面积|[全总]长|高度|重量|时速|温度|容量|功耗|[频带]宽|内存|[^,]率|占比|比重|份额|投资额?|预算|债务"
    r"|成本|薪资|[年月]薪|需求|规模|算力|股利|关税|税率)(?:约|近|超|仅|只|共|达|高达|超过|不到|不足|逾)*\d"
)
"""A measure that its figure follows directly: 每張標價6.8萬元 needs no verb."""
REPORTED = lazy_pattern(
    r"^(?:此外|另)?(?:据|根据|按|依据|按照|援引|引述|消息称|报道称|有消息称|数据显示|资料显示|研究显示)"
)
TIME = (
    r"(?:\d{2,4}\s*年(?:[末初底中]|上半年|下半年|第?[一二三四1-4]季度?|[一二三四]季)?|\d{1,2}\s*月(?:份"
    r"|底|初|末|中旬|上旬|下旬)?|\d{1,2}\s*日|(?:上|下|本|这|当)?(?:周|星期|个?月|季度?|年|财年"
    r"|财季)[一二三四五六日天]?"
    r"|今年|去年|前年|明年|当年|同年|次年|近年来?|今[天日晨]|昨[天日晚]|当[天日时]|近[日期]|日前|目前"
    r"|如今|现在|此前|此后|之后|其后|随后|后来|不久|最近|最终|至今|迄今|当地时间|北京时间|期间"
    r"|过去[一二三四五六七八九十两几数\d]+个?(?:年|月|天|周|季度)"
    r"|[一二三四五六七八九十两几数\d]+个?(?:年|月|天|周|季度)(?:前|后|来|内|以来)|早在|截至|截止|直到"
    r"|直至|到了?|自从?|于|在|从|至|以来|起|之?[前后间内]|早些时候|(?:上|下)午|凌晨|晚间|全年)"
)
ONLY_TIME = lazy_pattern(rf"^(?:{TIME}\s*)+$")
SUBORDINATE = lazy_pattern(
    r"^(?:但|而|不过|然而|同时|此外)?(?:要(?:想|理解|了解|说|看)|加上|如果|假如|倘若|若(?!干)|一旦|只要"
    r"|除非|要是|即使|即便|哪怕|无论|不论|不管|随着|由于|为了|鉴于|考虑到|有鉴于|根据|依据|按照"
    r"|据(?!点)|除了?(?!名|以)|至于|关于"
    r"|综合|结合|相比|与[^,]{1,20}(?:相比|不同|相反)|不同于|正如|如同|就像|当(?![局年地日天事选])|每当"
    r"|趁|自从?[^,]*(?:以来|起|后)$|因(?!此|而)|因为|尽管|虽然?)"
)
PREPOSITION = lazy_pattern(
    r"^(?:但|而|不过|然而|同时|此外|其中)?(?:在(?!于)|从|自|到|对于?|就|与|同|通过|经由?|受|作为|围绕"
    r"|面对|面向|针对|凭借|借助|基于|本着|沿着|按|为(?!何)|以|于|向|由|用|除)"
)
ADVERBIAL_END = lazy_pattern(
    r"(?:之?时|时候|以?后|之后|以前|之前|以来|期间|之际|之下|之中|之余|的同时|同时|背景下|方面|层面"
    r"|来看|看来|而言|来说|情况下|基础上|过程中|的话|之外|以外|前夕|[内中上下里间起])$"
)
FINITE = lazy_pattern(
    r"了|已|将|被|也|是(?!否)|不(?!仅)|没|未(?!来)|仍|均|都|曾|正在|会|可能|无法|达到?|超过?|占"
)
DEPENDENT = lazy_pattern(
    r"^(?:以(?!色列|及|来|前|后|太|下|上)|从而|进而|以便|以免|以期|以致|使(?!用|者|馆)|使得|令(?!人)"
    r"|让(?!人)|导致|致使|用于|用以|用来|旨在|意在|包括|其中包括|即(?!将|使|便)|例如|比如|譬如|诸如"
    r"|如(?!果|今|何)|特别是|尤其是?"
    r"|及(?!其他)|和|与|或(?!许|将)|以及|作为|相当于|而是|而非|而不是|并非|绝非|不是|甚至是|乃至|因而"
    r"|好让|来(?!自)|去(?!年)|直至|直到|成为|成了|属于|位于|称之?为|被称为|被视为|从|由此|这才|才(?=能"
    r"|会|有|可|被|可以|终于)|就(?=会|能|可|将)|否则|则(?=会|能|将|可)|那么|要么|比)"
)
PARALLEL = lazy_pattern(
    r"^(?:但|而(?![是非])|不过|然而|同时|与此同时|且|此外|另外|随后|此后|之后|另一方面|相反|反而|却)"
)
FRAME = lazy_pattern(
    r"^(?:这|此举|那)?(?:也|无疑|正)?(?:标志着|意味着)[^,]*[中下上里内]$|(?:意味着|标志着|[^不也还就]是"
    r"|在于|即|如下)$"
)
SPREAD = lazy_pattern(
    r"从[^,]{1,30}到[^,]{1,30}$|再?到(?![了达场])[^,]{2,}$|[^,]*用[^,]{1,8}(?:时间|年|天|月)$"
)
"""從A到B，再到C，: what the statement behind it ranges over."""
STARTS_SPEECH = lazy_pattern(
    r"^(?:[并还又也且但而]|同时)?(?:强调|指出|否认|承认|重申|警告|呼吁|批评|驳斥|证实|透露|补充)"
    r"|^[在向对就][^,]{1,10}(?:声称|宣称|表示|强调|指出|承认|否认|透露|警告)"
)
"""A second thing that the speaker of the piece before did with words."""
SAYING = lazy_pattern(r"^(?:[并则又也还]|同时)?[称说](?![为赞号霸])")
"""What the words of the piece before were: 發布警告，稱..."""
TAKES_TOPIC = lazy_pattern(r"^(?:由|被|均|都|则|已|将|约|达|为|仅)")
"""What a noun phrase set in front of the sentence is followed by: 該獎項，由某某獲得."""
ANNOUNCES = lazy_pattern(r"(?:包括|分为|分成|[共含]有|有|涵盖|如下|以下)[^,]{0,6}$")
"""Announces the list behind its colon: 該計劃包括三部分：..."""
WHEN = lazy_pattern(r"^当(?![局年地日天事选时])")
SEPARATOR = lazy_pattern(r"[,;；]|:|—+|–+")
CONCRETE_TAGS = frozenset({"eng", "nr", "nrt", "nrfg", "ns", "nt", "nz", "m"})
NAME_TAGS = frozenset({"eng", "nr", "nrt", "nrfg", "ns", "nt", "nz"})
COUNTRIES = frozenset(
    [
        "中国",
        "美国",
        "日本",
        "韩国",
        "英国",
        "法国",
        "德国",
        "俄罗斯",
        "印度",
        "欧洲",
        "亚洲",
        "全球",
        "ai",
        "华",
        "美",
        "中",
    ]
)
"""Names so frequent that they make nothing specific."""
FIGURE = lazy_pattern(r"[\d%两二三四五六七八九十百千万亿半倍]")
SUBSTANTIAL = 8
"""Code points from which a piece is long enough to be read on its own (about four Chinese words)."""
SUBSTANTIAL_WITH_FIGURE = 5
ADVERBS = frozenset(
    [
        "曾",
        "已",
        "也",
        "还",
        "更",
        "又",
        "均",
        "都",
        "仍",
        "正",
        "正是",
        "曾经",
        "已经",
        "仍然",
        "依然",
        "早已",
    ]
)
"""Adverbs that the tagger takes for names."""
