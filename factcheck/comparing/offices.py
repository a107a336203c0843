"""What kind of body a phrase names, for speakers that no table knows: Taiwan's central bank, 中研院經濟所."""

from __future__ import annotations

from factcheck.language.patterns import lazy_pattern

_OFFICES = {
    "central_bank": r"央行|中央银行|人民银行|准备理事会|central bank|reserve bank|federal reserve|\bfed\b|monetary authority|联准会|美联储|储备银行|bank of (?:england|japan|korea|canada)",
    "finance": r"财政|财长|财金|国库|finance minist\w+|ministry of finance|treasury|exchequer|financial secretary",
    "commerce": r"商务|贸易部|国贸|经贸|通商|贸发|commerce|(?:minist\w+ of|trade) (?:trade|minist\w+|representative)|trade office",
    "industry": r"工信|工业和信息化|经济部|工业局|产业发展署|economic affairs|(?:industry|economy) minist\w+|minist\w+ of (?:industry|economy)",
    "foreign": r"外交|外务|外长|foreign (?:minist\w+|office|secretary)|state department|minist\w+ of foreign",
    "defence": r"国防|防卫|军方|五角大楼|defen[cs]e|pentagon|military",
    "health": r"卫生|卫健|卫福|疾控|疾管|医管|世卫|health|disease control|\bcdc\b|\bwho\b",
    "statistics": r"统计(?:局|处|署|部门)|主计|statistic\w* (?:office|bureau|agency|department)|bureau of statistics|census|eurostat",
    "weather": r"气象|天文台|weather|meteorolog\w+|observatory|hurricane cent",
    "transport": r"交通|运输|民航|铁路|transport\w*|aviation|rail(?:way)? (?:regulator|operator)",
    "education": r"教育|education",
    "energy": r"能源|电力|电网|energy|power (?:company|grid|operator)|grid operator|\bopec\b",
    "police": r"警察|警方|警务|公安|police|sheriff",
    "fire": r"消防|fire (?:department|service)",
    "court": r"法院|法官|检方|检察|court|judge|prosecut\w+|justice department",
    "customs": r"海关|关务|customs",
    "election": r"选举|选委|election|electoral",
    "labour": r"劳动|人社|劳工|labou?r (?:department|minist\w+|bureau)",
    "environment": r"环境|环保|生态|environment\w*",
    "agriculture": r"农业|农村|渔业|agricultur\w+|fisher\w+",
    "housing": r"住建|房屋|土地|housing|land registry",
    "science": r"科技部|国科会|science minist\w+|航天局|太空总署|space agency|\bnasa\b",
    "planning": r"发改|国发会|计划委员会|planning (?:agency|commission|department)|development and reform",
    "presidency": r"总统府|白宫|white house|presidential office|downing street|首相|prime minister",
    "parliament": r"国会|议会|立法院|众议院|参议院|parliament|congress|senate|house of",
    "regulator": r"监管|证监|金管|银保监|监督管理|反垄断|regulator|watchdog|securities and exchange|competition (?:authority|commission)",
    "union": r"工会|工会联合|\bunion\b",
    "exchange": r"交易所|证交所|stock exchange|bourse",
    "airport": r"机场|机管局|airport",
    "association": r"协会|商会|公会|学会|联盟|联合会|association|chamber of|federation|industry (?:group|body)|alliance",
    "research": r"研究|智库|院$|所$|顾问|咨询|大学|中研院|institut\w+|research|think tank|consult\w+|universit\w+|academ\w+",
    "bank": r"银行|证券|券商|投行|大行|bank|securities|broker\w*",
}  # fmt: skip
"""From the particular to the general: the first that fits counts. Folded words."""
_OFFICE = lazy_pattern("|".join(f"(?P<{name}>{words})" for name, words in _OFFICES.items()))
DESCRIBING = frozenset({"association", "research", "bank", "exchange", "regulator", "union", "airport"})
"""Kinds that there are many of, and that a named one may be told as: SEMI, the industry body."""


def office_of(words: str) -> str | None:
    """The kind of body that folded `words` name: the most particular of those in them; None for none."""
    found = {str(match.lastgroup) for match in _OFFICE.finditer(words)}
    return next((name for name in _OFFICES if name in found), None)
