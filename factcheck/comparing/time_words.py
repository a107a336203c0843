"""Words that tell how a time belongs to its fact: what happens, what lasts, what a balance stands on."""

from __future__ import annotations

from factcheck.language.patterns import lazy_pattern

STANDS = lazy_pattern(r"截[至止]|止|底|末|\bas (?:of|at)|\b(?:at|by) the end|\bend of|\bstood|mid-")
HAPPENS = lazy_pattern(
    r"\b(?:announc|launch|complet|open|start|beg[iau]n|releas|unveil|sign|acquir|bought|buy|sold|list|appoint|nam(?:ed|es)"
    r"|found|establish|register|rais|cut|lower|impos|lift|ban|approv|reject|fil|su(?:ed|es|ing)|arrest|seiz|pass|took|takes"
    r"|take|enter|clos|end|expire|die|kill|win|won|beat|elect|resign|step|join|add|put|plac|invest|agree|form|merg"
    r"|deliver|ship|publish|report|issu|hoist|held|hold|host|visit|met|meet|break|broke|produc|roll)\w*"
    r"|宣布|宣佈|公布|发布|推出|发射|完工|竣工|投产|量产|上市|启用|开幕|闭幕|开业|动工|开工|成立|注册|收购|完成|签署|签订"
    r"|生效|列入|纳入|任命|当选|辞职|批准|核准|驳回|否决|禁止|取消|下令|升息|降息|调升|调降|上调|下调|开征|实施|通过|举行|召开"
    r"|抵达|访问|会晤|起诉|逮捕|查扣|交付|到期|结束|开始|启动|发生|合并|入股|认购|买下|卖出|发表|决议|改发"
)
"""What happens on a day or in a year, and does not last: its date is a slot of the event."""
ENDS = lazy_pattern(
    r"\b(?:expir\w+|ends?|ended|complet\w+|finish\w*|clos(?:e|es|ed)|deadline|due|effective|open(?:s|ed)?|operational)\b"
    r"|到期|届满|结束|完工|竣工|完成|截止|期限|为止|启用|投产|量产|通车"
)
"""What a deadline is the date of."""
LASTS = lazy_pattern(
    r"\b(?:rose|fell|grew|gr[eo]w\w*|increas\w*|decreas\w*|declin\w*|earn\w*|profit\w*|loss\w*|losing|sales|revenue|turnover|output|exports?|imports?|shipments?"
    r"|inflation|unemployment|averag\w*|rank\w*|largest|biggest|most|best[- ]selling|lost money|remain\w*)\b"
    r"|增长|成长|增加|下降|下滑|减少|亏损|盈利|获利|营收|营业额|收入|销量|销售|产量|出口|进口|出货|通胀|失业率|平均|排名|第[一二三]|最大|最多|居首|处于|保持|维持"
)
"""What is told of a whole period, so that another one is no other date of it."""
HAPPENS_ONCE = lazy_pattern(
    r"\b(?:acquir\w*|takeovers?|took over|merg\w+|bought out|founded|establish\w*|incorporat\w*|registered|launched|unveiled|inaugurat\w*|opened|came into force"
    r"|took effect|broke ground|construction\b[^.]{0,40}\bbegan|began construction|completed|was completed|floated|went public|ipo|listed|elected|appointed"
    r"|resigned|retired|signed|enacted|repealed|banned|outlawed|was born|died|crashed|sank|struck|erupted|broke out)\b"
    r"|收购|并购|买下|入股|合并|成立|创立|创办|注册|设立|上市|挂牌|推出|发布|开幕|启用|动工|开工|破土|竣工|完工|当选|就任|上任|任命|辞职|退休|签署|签订"
    r"|生效|颁布|废止|禁止|出生|去世|逝世|坠毁|沉没|爆发"
)
"""What happens but once, so that another year of it is another date and no other period."""
YEARLY = lazy_pattern(
    r"同比|年增|年减|按年|较去年|比去年|比上年|\byear[- ](?:on|over)[- ]year|\byoy\b|from a year (?:earlier|ago)|twelve months to|12 months to|\bannual"
)
PEAK = lazy_pattern(
    r"最高|最低|最大|尖峰|峰值|高峰|极值|\b(?:peak\w*|highest|lowest|maximum|minimum|record|top(?:ped|s)? out|crest\w*)\b"
)
"""A figure of one moment of the period."""
NOT_BEFORE = lazy_pattern(r"\b(?:not|never|no|cannot|only)\b[^.;]*$|n't\b[^.;]*$|(?:要|等|直)到?$")
"""What happens not until then, happens then."""
