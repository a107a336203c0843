"""The words of an explanation for people: English, Traditional and Simplified Chinese."""

from __future__ import annotations

from factcheck.comparing.marks import Mark
from factcheck.comparing.slots import Slot
from factcheck.judges import Rule

TONGUES = ("en", "hant", "hans")

_WORDS: dict[str, tuple[str, str, str]] = {
    "suggested": ("Suggested", "建議", "建议"),
    "supported": ("supported", "獲來源支持", "获来源支持"),
    "contradicted": ("contradicted", "與來源不符", "与来源不符"),
    "unverifiable": ("unverifiable", "無法查證", "无法查证"),
    "no_evidence": ("no evidence", "證據不足", "证据不足"),
    "conflicting": ("conflicting", "來源矛盾", "来源矛盾"),
    "not_checkable": ("not checkable", "未予查核", "未予查核"),
    "machine": ("a machine suggestion, not reviewed", "機器的建議，未經人工審核", "机器的建议，未经人工审核"),
    "reason": ("Reason", "理由", "理由"),
    "quoted": ("Quoted", "原文", "原文"),
    "article": ("Article", "文章", "文章"),
    "worth": ("worth checking {share}", "查核價值 {share}", "查核价值 {share}"),
    "factual": ("factual", "事實陳述", "事实陈述"),
    "forecast": ("forecast", "預測", "预测"),
    "opinion": ("opinion", "意見", "意见"),
    "question": ("question", "提問", "提问"),
    "stale": (
        "Stored at the last check: {old}. What follows is what the program makes of it now; checking the"
        " article again stores that.",
        "上次查核時存下的是：{old}。以下是程式現在的結果；重新查核該文章即會更新。",
        "上次查核时存下的是：{old}。以下是程序现在的结果；重新查核该文章即会更新。",
    ),
    "reading": ("How the claim was read", "主張如何解讀", "主张如何解读"),
    "passage": ("Passage", "段落", "段落"),
    "claim": ("Claim", "主張", "主张"),
    "around": (
        "(in its title or the sentence before)",
        "（見於其標題或前一句）",
        "（见于其标题或前一句）",
    ),
    "legend": (
        "{agrees} agrees  {differs} differs  {apart} another matter  {unstated} not stated",
        "{agrees} 相符  {differs} 不符  {apart} 另一回事  {unstated} 未提及",
        "{agrees} 相符  {differs} 不符  {apart} 另一回事  {unstated} 未提及",
    ),
    "met": ("Words met", "有對應的詞", "有对应的词"),
    "unmet": ("Words not met", "無對應的詞", "无对应的词"),
    "paired": ("Nearest", "近義對應", "近义对应"),
    "supports": ("supports", "支持", "支持"),
    "contradicts": ("contradicts", "反駁", "反驳"),
    "neutral": ("neutral", "中立", "中立"),
    "uncounted": (
        "too far down to count",
        "排名過後，不計入",
        "排名过后，不计入",
    ),
    "score": ("Score", "得分", "得分"),
    "score_parts": (
        "{total} = search {search} + likeness {likeness} + judge {judge}",
        "{total} = 檢索 {search} + 措辭相近 {likeness} + 判定 {judge}",
        "{total} = 检索 {search} + 措辞相近 {likeness} + 判定 {judge}",
    ),
    "pushed": ("Judge", "判定", "判定"),
    "start": ("beforehand", "事先", "事先"),
    "words": ("words", "措辭", "措辞"),
    "steps": ("How its stance came about", "立場如何得出", "立场如何得出"),
    "decision": (
        "How the passages made the suggestion",
        "各段落如何得出建議",
        "各段落如何得出建议",
    ),
    "for": ("for", "支持", "支持"),
    "against": ("against", "反駁", "反驳"),
    "from_passage": ("passage {rank}", "段落{rank}", "段落{rank}"),
    "unshown": ("not shown", "未顯示", "未显示"),
    "before": ("from {before}", "原為{before}", "原为{before}"),
    "nearer": (
        "Passage {near} is clearly nearer to the claim than passage {far} (score {high} against {low}),"
        " so what passage {far} says counts less: {before} becomes {after}.",
        "段落{near}明顯比段落{far}更接近主張（得分{high}對{low}），因此段落{far}所說減計：{before}變為{after}。",
        "段落{near}明显比段落{far}更接近主张（得分{high}对{low}），因此段落{far}所说减计：{before}变为{after}。",
    ),
    "other_measure": (
        "The figures of passage {near} stand in words much nearer to the claim's, so those of passage {far}"
        " are likelier of another measure: {before} becomes {after}.",
        "段落{near}中數字的上下文遠比段落{far}接近主張，後者較可能說的是別的量：{before}變為{after}。",
        "段落{near}中数字的上下文远比段落{far}接近主张，后者较可能说的是别的量：{before}变为{after}。",
    ),
    "decides": (
        "Passage {rank} decides: {share} reaches the {bound} from which one passage does.",
        "由段落{rank}決定：{share}已達單一段落即可決定的{bound}。",
        "由段落{rank}决定：{share}已达单一段落即可决定的{bound}。",
    ),
    "takes": (
        "What speaks for the other side takes from it: {share} becomes {result}.",
        "另一方所說使其減弱：{share}變為{result}。",
        "另一方所说使其减弱：{share}变为{result}。",
    ),
    "conflict": (
        "Passage {one} supports it ({share}) and passage {other} contradicts it ({counter}), two sources and"
        " both at {bound} or more: they conflict. Confidence {result}.",
        "段落{one}支持（{share}），段落{other}反駁（{counter}），來源不同且均達{bound}：互相矛盾，信心{result}。",
        "段落{one}支持（{share}），段落{other}反驳（{counter}），来源不同且均达{bound}：互相矛盾，信心{result}。",
    ),
    "open": (
        "No side reaches the {bound} from which one passage decides: left open. Confidence {result},"
        " the higher the less either side has.",
        "雙方都未達單一段落即可決定的{bound}，因此不作判定；雙方越弱，信心越高：{result}。",
        "双方都未达单一段落即可决定的{bound}，因此不作判定；双方越弱，信心越高：{result}。",
    ),
    "nothing": (
        "No passage of the reference corpus was found.",
        "參考資料庫中沒有找到段落。",
        "参考资料库中没有找到段落。",
    ),
    "not_searched": (
        "Not searched for: {kind}, {worth}.",
        "未予檢索：{kind}，{worth}。",
        "未予检索：{kind}，{worth}。",
    ),
    "counts": (
        "Passages compared {compared}, counted {counted}, shown {shown}.",
        "比對段落{compared}個，計入{counted}個，顯示{shown}個。",
        "比对段落{compared}个，计入{counted}个，显示{shown}个。",
    ),
    "copies": (
        "Left out for repeating a sentence word for word: {copies}.",
        "因句子逐字重複而略去：{copies}個。",
        "因句子逐字重复而略去：{copies}个。",
    ),
    "left_out": (
        "Left out as the article itself or a copy of it: {titles}.",
        "因是文章本身或其副本而未計入：{titles}。",
        "因是文章本身或其副本而未计入：{titles}。",
    ),
    "and": (", ", "、", "、"),
    "then": (", ", "，", "，"),
}
SLOTS: dict[Slot, tuple[str, str, str]] = {
    Slot.WHO: ("Who, what", "主體", "主体"),
    Slot.ASSERTED: ("Asserted", "陳述", "陈述"),
    Slot.FIGURE: ("How much", "數量", "数量"),
    Slot.TIME: ("When", "時間", "时间"),
    Slot.SCOPE: ("Scope", "範圍", "范围"),
    Slot.SPEAKER: ("According to", "據誰所說", "据谁所说"),
    Slot.MODALITY: ("Told as", "語氣", "语气"),
}
RULES: dict[Rule, tuple[str, str, str]] = {
    Rule.WEIGHED: ("as the judge weighs it", "判定模型的估計", "判定模型的估计"),
    Rule.SLOTS_MEET: (
        "every figure and name has its counterpart: it is about the claim",
        "數字與名稱都有對應：說的是同一件事",
        "数字与名称都有对应：说的是同一件事",
    ),
    Rule.DIFFERS_EXACTLY: (
        "exact difference in a comparable slot ({kinds}): against",
        "可比之處明確不同（{kinds}）：反駁",
        "可比之处明确不同（{kinds}）：反驳",
    ),
    Rule.NOTHING_DIFFERS: (
        "no slot differs: hardly against",
        "沒有一處不同：難成反駁",
        "没有一处不同：难成反驳",
    ),
    Rule.KEPT_APART: (
        "different {kinds}: another matter, not a contradiction",
        "{kinds}不同：是另一回事，不算反駁",
        "{kinds}不同：是另一回事，不算反驳",
    ),
    Rule.PERHAPS_ANOTHER: (
        "different {kinds}, perhaps of another event: less support",
        "{kinds}不同，可能是另一件事：支持減弱",
        "{kinds}不同，可能是另一件事：支持减弱",
    ),
    Rule.FIGURE_UNSTATED: (
        "a figure is not stated: less support",
        "有數字未提及：支持減弱",
        "有数字未提及：支持减弱",
    ),
    Rule.FIGURE_LEFT_OPEN: (
        "the passage allows the figure, and others as well: hardly support",
        "所述容許這個數字，也容許別的：難成支持",
        "所述容许这个数字，也容许别的：难成支持",
    ),
}
MARKS: dict[Mark, tuple[str, str]] = {
    Mark.AGREES: ("=", "="),
    Mark.DIFFERS: ("≠", "!"),
    Mark.APART: ("~", "~"),
    Mark.UNSTATED: ("·", "-"),
}
"""The sign of each mark, and what stands for it on a terminal that knows ASCII only."""


def worded(key: str, tongue: str, **values: object) -> str:
    """The words under `key` in a tongue (en, hant, hans), with `values` filled in."""
    return _WORDS[key][TONGUES.index(tongue)].format(**values)


def slot_named(slot: Slot, tongue: str) -> str:
    """A slot as the label of its rows."""
    return SLOTS[slot][TONGUES.index(tongue)]


def rule_worded(rule: Rule, tongue: str, kinds: str) -> str:
    """A rule as a line of the waterfall; `kinds` are the differences that it is about, in words."""
    return RULES[rule][TONGUES.index(tongue)].format(kinds=kinds)
