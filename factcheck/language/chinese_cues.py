"""Cues by which a piece of a Chinese sentence is a statement, or only part of one; all in folded form."""

from __future__ import annotations

from factcheck.language.patterns import lazy_pattern

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
