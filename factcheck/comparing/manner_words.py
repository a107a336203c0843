"""Words by which a text tells what has not happened, or not for sure, and by which it tells that it has.

For folded text. These add to the cues of factcheck.language.modality what matters only between two texts.
"""

from __future__ import annotations

import re

_WEIGHING = "consider|weigh|mull|evaluat|explor|contemplat|discuss|negotiat|study|assess|debat|ponder|examin"
_TALKS = "洽谈|谈判|磋商|商谈|商讨|协商|评估|考虑|研究|讨论|探讨|规划|筹备|权衡|酝酿|接触"
OPEN = re.compile(
    r"\b(?:in (?:\w+ ){0,2}(?:talks|discussions|negotiations)"
    r"|(?:open|opened|began|begun|start|started|holding) (?:talks|negotiations)"
    rf"|(?:is|are|was|were|been|be|still|now|also) (?:\w+ly )?(?:{_WEIGHING})ing"
    r"|(?:considers|mulls|weighs|explores|considered|mulled|weighed|explored)"
    r"(?= (?:whether|plans?|a|an|the|[a-z]+ing)\b)"
    r"|looking (?:at|into) [a-z]+ing|eyeing|plans? (?:for|a|an)|planning (?:to|for|a|an)|preparing to"
    r"|drawn up plans|draft (?:law|rules?|bill|plan)"
    r"|appl(?:ied|ying|ies) (?:for|to)|(?:ask|asked|asking|asks) (?:for|permission)"
    r"|request(?:ed|s|ing)?(?= (?:to|that|a|an|the|permission)\b)|urg(?:ed|es|ing)"
    r"|call(?:ed|s|ing) (?:for|on)|recommend(?:ed|s|ing)?"
    r"|seek(?:s|ing)? (?:approval|permission|a licen[cs]e)|threaten(?:s|ed|ing)? to|offer(?:s|ed|ing)? to"
    r"|rumou?r(?:s|ed)?|reportedly|(?:is|are) said to|speculation|unconfirmed"
    r"|(?:has|have) yet to decide|no decision (?:has|had)|undecided)\b"
    rf"|(?:正|正在|拟|仍在|还在)[^，。；,;]{{0,24}}(?:{_TALKS})"
    r"|进行[^，。；,;]{0,6}(?:洽谈|谈判|磋商|商谈|协商|评估)"
    r"|(?:洽谈|评估|研议|研拟|规划|协商|谈判|审议|讨论)(?:中|当中|阶段)"
    r"|考虑(?!到)|研拟|研议|研究[^，。；,;]{0,24}可行性"
    r"|评估(?=[^，。；,;]{0,4}(?:将|是否|把|可能|可行))|酝酿|(?:探讨|探索)[^，。；,;]{0,12}(?:可能|可行)"
    r"|(?:提出|已|正|再次)(?:申请|请求)|(?:申请|请求)(?=[^，。；,;]{0,12}(?:许可|批准|豁免|贷款|延期))"
    r"|呼吁|促请|敦促|建议|威胁|扬言|盼(?![望着])|有意愿|草案"
    r"|规划(?=[^，。；,;]{0,3}(?:在|于|将|开放|兴建|投资|设))"
    r"|市场传出|传出|据传|盛传|网传|谣传|外传|坊间|传闻|有消息称|消息称|市场消息|传将|有传"
    r"|尚未决定|尚未拍板|未定案|还没决定",
    re.ASCII,
)
"""Talks, plans, requests, rumours: what is told so is open, whatever the other side says."""
RUMOUR = re.compile(r"rumou?r|reportedly|said to|speculation|unconfirmed|传|消息")
"""Those of them that govern the whole of their sentence."""
AHEAD = re.compile(
    r"\b(?:scheduled|slated|due|set) (?:to|for)\b|\bwould\b"
    r"|预定|定于|订于|可望|有望|(?<![即势必])将(?=[会于在是被为达有对从把])",
    re.ASCII,
)
"""What lies ahead, of which "starts in May" may be told too."""
TOLD_OPEN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|target(?:s|ed)?|goals?|intends?|intention|proposals?|propos(?:es|ed|al)|talks"
    r"|negotiations|forecasts?|outlook|estimates?|estimated|expected|guidance|would|will|could|may|might|can"
    r"|should|must|to be|if|possibl[ey]|potential(?:ly)?|alleged(?:ly)?|suspected|applications?|applied"
    r"|rumou?rs?|rumou?red|reportedly|draft|considering|whether|asked|requested|urged|threatened"
    r"|pledged?|promised?|vowed)\b"
    r"|计划|规划|目标|(?<![模虚比])拟|打算|洽谈|谈判|磋商|考虑|评估|正在?研究|研究[^，。]{0,24}可行|申请|请求"
    r"|预计|预期|预测|预估|预定|可望|有望|估计|(?<!已)将(?![该其这此])|传闻|据传|传出|盛传|网传|外传|消息称|若(?!干)|如果|可能|或许"
    r"|草案|方案|承诺|意向|意愿|提议|建议|呼吁|准备(?!金)|筹备|即将|明年|应当|应该|须|得先|需要|可以|能够",
    re.ASCII,
)
"""Words of a claim that itself tells a plan, a forecast, a rumour or a rule."""
DONE = re.compile(
    r"\b(?:ha(?:s|ve|d) (?!to\b)(?:\w+ly )?(?!yet\b)\w+|was|were|did|actual|actually|already|rose|fell|grew"
    r"|bought|sold|made|took|built|began|won|lost|hit|spent|sent|led|left|met|paid|ran|saw|came|went|became"
    r"|gave|got|held|kept|brought"
    r"|(?!(?:unit|limit|advanc|bas|relat|integrat|list|ne|inde|spe|fe|se|exce|proce|succe|hundr|r|embedd"
    r"|combin|dedicat)ed\b)(?!(?:show|add|report|announc|estimat|not|stat|call)ed\b)[a-z]{2,}ed)\b"
    r"|已经?(?!知|故)|曾|了(?!解|结)|实际|正式|创下|完成|共达",
    re.ASCII,
)
"""Words of a claim that tells what has happened; verbs of saying left out."""
GENERAL = re.compile(r"\b(?:every|each|any|whenever|whoever)\b|每[一家个名张辆台次位当逢]|凡", re.ASCII)
"""Words of a rule for all cases: every unit shipped carries a fee tells of none that was shipped."""
ESTIMATE = re.compile(r"estimat|估计|据信|believed")
"""Before a figure of the past as often as before one to come."""
CONCESSION = re.compile(r"(?:even|as|asked|ask|know|see|wonder(?:ed)?|decide|but|what) $")
"""Before an "if" that sets no condition."""
NEGATED = re.compile(
    r"(?:\b(?:no|not|never|without|den(?:y|ied|ies)|any)\b[^,;]{0,24}|n't\b[^,;]{0,24}"
    r"|(?:没有|并无|无(?![论线人])|未(?!来)|不(?![过断仅但久少同])|否认)[^，,;；]{0,14})$"
)
"""A negation that reaches to where the text ends."""
GOES_ON = re.compile(
    r"\s*(?:同比|环比|年增|月增|季增|年减|较|比|按年|按月|up|down|or|an? (?:increase|rise|drop|fall|decline))"
)
"""How a clause begins that only adds to the figure before it."""
PART_OF_ANOTHER = re.compile(r"(?:[主重首只需]要是|的假设|(?:出于|基于|经过?)[^，。,]{0,8}考虑)$")
DESCRIBING = re.compile(
    r"可能(?:性|[^，。,;；]{1,8}的[\u4e00-\u9fff])|若[以按从就论][^，。,]{1,8}[计算看言]|if measured by"
)
"""可能存在的风险, 若以出货量计: the words say of what kind or by what measure, not that it is in doubt."""
RULES = re.compile(r"\b(?:may|can|must|allow|permit|cap|limit|licen[cs]e)|可以|允许|许可|上限|不得|限")
"""Words of a rule, in which "may" permits."""
