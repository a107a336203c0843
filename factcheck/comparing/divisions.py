"""Words that say which part of something a figure is of, in groups of which one excludes the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product

SEGMENTS = {
    "high end": r"\b(?:high[- ]end|advanced(?! (?:by |to )?\d)|premium|flagship|cutting[- ]edge|top[- ]tier)\b|高端|高阶|先进|旗舰|顶级|尖端",
    "low end": r"\b(?:low[- ]end|entry[- ]level|budget|mass[- ]market)\b|低端|低阶|入门|平价",
    "data centre": r"\bdata[- ]?cent(?:er|re)s?\b|数据中心|资料中心",
    "consumer": r"\b(?:consumer(?! price)|gaming|pcs?|laptops?)\b|消费级|游戏|个人电脑|笔记本|笔电",
    "smartphones": r"\b(?:smart)?phones?\b|\bhandsets?\b|手机",
    "tablets": r"\btablets?\b|平板",
    "wearables": r"\bwearables?\b|\bsmartwatch\w*|穿戴|智能手表|智慧手表",
    "televisions": r"\btelevisions?\b|\btvs?\b|电视",
    "graphics": r"\bgraphics (?:cards?|processors?)\b|\bdiscrete (?:desktop )?(?:gpus?|graphics)|显卡|显示卡|独显",
    "ai chips": r"\bai (?:accelerators?|chips?|processors?|gpus?)\b|\b(?:accelerators?|chips?) for ai\b|\bai semiconductors?\b|ai(?:加速|芯片|晶片|半导体)|人工智能芯片",
    "automotive": r"\b(?:automotive|in-car)\b|车用|车载|汽车芯片",
    "memory": r"\b(?:(?<!bandwidth )memory|dram|nand)\b|存储|记忆体|内存|闪存",
    "hbm": r"\bhbm\d?e?\b|高带宽内存|高频宽记忆体",
    "equipment": r"\b(?:equipment|tools?)\b|设备|装置",
    "foundry": r"\bfoundry\b|代工",
    "packaging": r"\b(?:packaging|osat)\b|封装|封测",
    "design": r"\bfabless\b|\bchip design\b|芯片设计|晶片设计|ic设计",
    "sensors": r"\b(?:image )?sensors?\b|传感器|感测器|感测元件",
    "servers": r"\bservers?\b|伺服器|服务器",
    "storage": r"\b(?:ssds?|hard (?:disks?|drives?))\b|固态硬盘|硬碟|硬盘",
    "networking": r"\bnetworking\b|网络设备|网路设备|网通",
    "software": r"\bsoftware\b|软件|软体",
    "cloud": r"\bcloud\b|云端|云计算|云业务|云服务|云(?=营收|收入)",
    "advertising": r"\b(?:ads?|advertising)\b|广告",
    "commerce": r"\be-?commerce\b|电商|电子商务",
    "edge": r"\bedge\b|边缘",
    "satellites": r"\bsatellites?\b|卫星",
    "robots": r"\brobot\w*\b|机器人",
    "drones": r"\bdrones?\b|无人机",
    "semiconductors": r"(?<!ai )\bsemiconductors? (?:market|sales|revenue|industry)\b|(?<!ai)半导体(?:市场|销售|产业|行业)",
}
"""Parts of markets and lines of business: two that each side has for itself are two markets."""
DIVISIONS: tuple[dict[str, str], ...] = (
    {
        "by value": r"\b(?:by|in) (?:value|revenue)(?: terms)?\b|\bby sales\b|\bin (?:dollar|money) terms\b|\brevenue share\b|[按以就](?:销售额|金额|营收|产值|价值|收入)|销售额(?:份额|占比|市占)|营收(?:份额|市占)",
        "by volume": r"\b(?:by|in) (?:volume|units?|shipments?|tonnage|number)(?: terms)?\b|\bunit share\b|\bunit (?:shipments|sales)\b|[按以就](?:出货量|销量|数量|出货|件数|重量|吨位|台数|颗数)|出货量?(?:份额|市占)|销量(?:份额|市占)",
    },
    {"inference": r"\binference\b|推理|推论", "training": r"\btraining\b|训练"},
    {
        "domestic": r"\b(?:domestic|home[- ]grown|local(?:ly)?)\b|国产|国内|本土|内销|内需",
        "overseas": r"\b(?:overseas|abroad|foreign|exports?)\b|海外|国外|境外|外销|出口(?!管制|许可|禁|限)",
    },
    {
        "exports": r"\bexport(?:s|ed)?\b(?! (?:control|licen|ban|curb|restrict|rule))|出口(?!管制|许可|禁|限)|输出|外销",
        "imports": r"\bimport(?:s|ed)?\b(?! (?:dut|tax|licen))|进口(?!关税|税|许可)|输入",
    },
    {"retail": r"\bretail\b|零售", "wholesale": r"\bwholesale\b|批发"},
    {"spot": r"\bspot (?:price|market|rate)s?\b|现货", "contract": r"\bcontract (?:price|rate)s?\b|合约价|合同价|长约"},
    {"households": r"\bhouseholds?\b|\bresidential\b|居民|家庭|家用|住宅|民生", "industry": r"\bindustrial\b|\bbusiness(?:es)? (?:users?|customers?)\b|\bcommercial (?:users?|customers?|electricity|property)\b|工业|工商业|产业用|商用(?!车)"},
    {"passenger cars": r"\bpassenger (?:cars?|vehicles?)\b|乘用车|轿车", "commercial vehicles": r"\bcommercial vehicles?\b|\btrucks?\b|\bbuses\b|商用车|卡车|客车"},
    {"bev": r"\b(?:battery[- ]electric|pure[- ]electric|all[- ]electric|bevs?)\b|纯电", "hybrid": r"\b(?:plug-in )?hybrids?\b|\bphevs?\b|插电|插混|混动|油电", "combustion": r"\b(?:petrol|gasoline|combustion|diesel)\b|燃油车|汽油车|柴油"},
    {"new": r"\bnew (?:homes?|houses?|cars?|flats?)\b|新房|新屋|新成屋|新车|一手", "used": r"\b(?:used|second-hand|existing|pre-owned) (?:homes?|houses?|cars?|flats?)\b|二手|中古|成屋(?<!新成屋)"},
    {"first-time": r"\bfirst[- ]time (?:buyers?|home ?buyers?|voters?|visitors?)\b|首购|首次购房|首次置业|首投族", "movers": r"\b(?:home ?movers?|repeat buyers?|second home)\b|换屋|改善型|换房"},
    {"new orders": r"\bnew orders?\b|\border intake\b|\bbookings?\b|新签|新增订单|新订单|接单", "backlog": r"\bbacklog\b|\border book\b|在手订单|未交付|积压订单|未完成订单"},
    {"adults": r"\badults?\b|\bgrown-ups\b|成年|成人", "children": r"\b(?:child(?:ren)?|infants?|toddlers?|minors?|pupils?)\b|儿童|幼儿|婴儿|孩童|学童|小学生", "elderly": r"\b(?:elderly|seniors|pensioners|older people|over-6\ds?)\b|长者|老人|高龄|老年|银发", "youth": r"\b(?:teen\w*|adolescents?|young people|youth)\b|青少年|青年|年轻人"},
    {"men": r"\b(?:men|males?|boys?)\b|男性|男生|男童|男单|男子", "women": r"\b(?:women|females?|girls?)\b|女性|女生|女童|女单|女子|妇女"},
    {"urban": r"\b(?:urban|cities|city dwellers)\b|城镇|都会|城市居民", "rural": r"\b(?:rural|countryside|villages?)\b|农村|乡村|乡镇|偏乡"},
    {"public": r"\b(?:public[- ]sector|state[- ]owned|government[- ]run|public hospitals?|public schools?)\b|国有|国营|公营|公立|公部门|公费", "private": r"\b(?:private[- ](?:sector|owned|firms?)|privately owned|private hospitals?)\b|民营|私营|私立|民间|自费"},
    {"core": r"\bcore (?:inflation|cpi|prices?|consumer|pce)\b|\bexcluding (?:food|energy)\b|核心(?:通胀|通膨|cpi|物价|消费)|扣除食品|剔除食品", "headline": r"\bheadline (?:inflation|cpi|rate)\b|整体(?:通胀|通膨|cpi|物价)|总体(?:通胀|通膨|cpi)"},
    {"first dose": r"\b(?:first|one|single|1st) (?:dose|shot|jab)\b|第一剂|首剂|一剂|1剂", "second dose": r"\b(?:second|two|both|2nd) (?:doses?|shots?|jabs?|measles shots)\b|\bfully vaccinated\b|第二剂|两剂|2剂|全程接种", "booster": r"\bboosters?\b|\bthird (?:dose|shot)\b|加强针|追加剂|第三剂"},
    {"solar": r"\b(?:solar|photovoltaics?)\b|太阳能|光伏|光电(?!子)", "wind": r"\bwind (?:power|farm|energy|turbine|capacity)s?\b|\b(?:on|off)shore wind\b|风电|风力|风能", "nuclear": r"\bnuclear (?:power|energy|plant|reactor|output)s?\b|核电|核能", "coal": r"\bcoal\b|煤电|燃煤|煤炭", "gas": r"\b(?:natural[- ]gas|lng|gas-fired)\b|天然气|燃气", "hydro": r"\bhydro(?:power|electric)?\w*\b|水电|水力"},
    {"onshore": r"\bonshore\b|陆域|陆上|岸上", "offshore": r"\boffshore\b|离岸|海上风"},
    {"mobile": r"\bmobile (?:services?|subscribers?|network|broadband|data)\b|移动业务|行动通讯|移动用户", "fixed": r"\bfixed[- ]line\b|\bfixed broadband\b|固网|固定宽带|固定电话"},
    {"passengers": r"\bpassengers?\b(?! (?:cars?|vehicles?))|旅客|乘客|客运", "cargo": r"\b(?:cargo|freight)\b|货运|货物|货量"},
    {"online": r"\bonline\b|\bdigital sales\b|线上|网上|网路销售|网购", "offline": r"\b(?:offline|in-store|brick-and-mortar)\b|线下|实体店|门店|实体"},
    {"deaths": r"\b(?:deaths?|died|killed|fatalit\w+)\b|死亡|身亡|丧生|罹难|遇难|病故", "injuries": r"\b(?:injur\w+|wounded|hurt)\b|受伤|轻伤|重伤|轻重伤", "hospital": r"\bhospitali[sz]\w+|\badmitted\b|住院|入院"},
    {"bank loans": r"\b(?:corporate|business) (?:loans?|lending)\b|企业贷款", "mortgages": r"\bmortgages?\b|房贷|按揭"},
    {"undergraduate": r"\bundergraduates?\b|本科|学士|大学部", "postgraduate": r"\bpost-?graduates?\b|\bgraduate students?\b|研究生|硕士|博士生"},
)  # fmt: skip
"""What is divided in one way: of each group a figure is of one part."""
MEASURES = {
    "gross margin": r"\bgross (?:profit )?margins?\b|毛利率",
    "operating margin": r"\boperating (?:profit )?margins?\b|营业利益率|营业利润率|营益率|经营利润率",
    "net margin": r"\bnet (?:profit )?margins?\b|净利率|净利润率|纯益率",
    "gross profit": r"\bgross profits?\b(?! margin)|毛利(?!率)",
    "operating profit": r"\boperating (?:profits?|income|earnings)\b(?! margin)|营业利益(?!率)|营业利润(?!率)|经营利润(?!率)|营利(?!率|事业)",
    "net profit": r"\bnet (?:profits?|income|earnings)\b(?! margin)|净利(?:润)?(?!率|润率)|纯益(?!率)|税后盈余",
    "revenue": r"\b(?:revenues?|turnover|net sales)\b|营业收入|营业额|营收|销货收入|销售收入",
    "orders": r"\borders\b|\bbacklog\b|\border book\b|订单",
    "capital spending": r"\b(?:capital (?:spending|expenditures?|outlays?)|capex)\b|资本支出|资本开支",
    "research spending": r"\b(?:r&d|research and development|research) (?:spending|budget|costs?|expenses?|expenditures?)\b|研发(?:费用|支出|投入|经费)",
    "inventory": r"\binventor(?:y|ies)\b|库存|存货",
    "market value": r"\bmarket (?:value|cap\w*)\b|\bvaluation\b|市值|估值",
    "cash": r"\bcash (?:and|pile|reserves|holdings)\b|现金(?:及|储备|部位)",
    "debt": r"\b(?:debts?|borrowings)\b|负债|债务",
    "output": r"\b(?:production|output)\b|产量|产出",
    "registrations": r"\bregistrations?\b|挂牌数|领牌|上牌|登记数",
    "utilisation": r"\butili[sz]ation\b|稼动率|产能利用率|利用率",
    "yield": r"\byields?\b(?! curve)|良率|良品率",
    "penetration": r"\bpenetration\b|渗透率",
    "market share": r"\bmarket share\b|市占|市场份额|市场占有率",
    "dividend": r"\bdividends?\b|股利|股息|派息",
    "unemployment": r"\bunemployment\b|\bjobless\b|失业",
    "inflation": r"\binflation\b|\bconsumer prices\b|通胀|通膨|消费者物价|消费物价",
    "producer prices": r"\bproducer prices?\b|\bppi\b|生产者物价|出厂价格",
    "growth": r"\b(?:gdp|economic) growth\b|经济增长|经济成长",
    "wages": r"\b(?:wages?|salar(?:y|ies))\b|薪资|工资|薪酬",
}
"""What a figure measures: one of these beside it and another one beside the other are two measures."""
ENDS = frozenset({"high end", "low end"})
"""Words that narrow a segment of any kind; only where it is made or sold divides it as they do."""
ORIGINS = frozenset({"domestic", "overseas"})
BASIS = frozenset({"by value", "by volume"})
"""How a share is counted: no part of a whole."""


Span = tuple[int, int]
Spans = Sequence[Span]
Named = dict[str, Span]
"""Names of parts with the span of the word that says so."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    # ASCII: a Latin word ends where a Chinese character begins, as in 全球HBM市場.
    every = [*SEGMENTS.items(), *MEASURES.items(), *(one for group in DIVISIONS for one in group.items())]
    return {name: re.compile(words, re.ASCII) for name, words in every}


@cache
def _group_of() -> dict[str, int]:
    """The place in DIVISIONS of the group that a part belongs to."""
    return {name: place for place, group in enumerate(DIVISIONS) for name in group}


def everywhere(folded: str) -> dict[str, tuple[Span, ...]]:
    """Each part and measure that a folded text names, with every place of it."""
    found = (
        (name, tuple(one.span() for one in words.finditer(folded))) for name, words in _patterns().items()
    )
    return {name: places for name, places in found if places}


def named(places_of: Mapping[str, Spans], spans: Spans) -> Named:
    """Of the parts and measures that a text names somewhere, those that begin in some stretches of it."""
    found: Named = {}
    for name, places in places_of.items():
        inside = (one for one in places if any(start <= one[0] < end for start, end in spans))
        first = next(inside, None)
        if first is not None:
            found[name] = first
    return found


def segments(found: Named) -> Named:
    """Of what was named, parts of markets, and where it is made or sold."""
    return {name: span for name, span in found.items() if name in SEGMENTS or name in ORIGINS}


def parts(found: Named) -> Named:
    """Of what was named, everything that is a part of something."""
    return {name: span for name, span in found.items() if name not in MEASURES and name not in BASIS}


def measures(found: Named) -> Named:
    """Of what was named, what figures measure."""
    return {name: span for name, span in found.items() if name in MEASURES}


def divided(ours: Named, theirs: Named) -> tuple[Span, Span] | None:
    """The words by which the two name different parts of one division, neither naming the other's part."""
    groups = _group_of()
    both = {groups.get(name, -1) for name in ours} & {groups.get(name, -1) for name in theirs}
    for place in sorted(both - {-1}):
        group = DIVISIONS[place]
        one, other = ours.keys() & group.keys(), theirs.keys() & group.keys()
        if not one & other:
            return ours[min(one)], theirs[min(other)]
    return None


def apart(ours: Named, theirs: Named) -> tuple[str, str] | None:
    """Two parts, one on each side, that the other side has not and that divide markets alike."""
    for one, other in product(ours, theirs):
        pair = {one, other}
        if one in theirs or other in ours:
            continue
        loose = pair & (ENDS | ORIGINS)
        if not loose or loose == pair:
            return one, other
    return None
