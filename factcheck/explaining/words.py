"""The words of an explanation for people: in English, and in Chinese in either script."""

from __future__ import annotations

from factcheck.comparing.marks import Mark
from factcheck.comparing.slots import Slot
from factcheck.judges import Rule
from factcheck.language.tongues import Words, side
from factcheck.vocabulary import VOCABULARY

TONGUES = {"en": "en", "hant": "zh-Hant", "hans": "zh-Hans"}
"""Each tongue as `rationale.tongue_of` names it -> as `language.tongues` does."""

_WORDS: dict[str, Words] = {
    **VOCABULARY,
    "suggested": ("Suggested", "建議"),
    "machine": ("a machine suggestion, not reviewed", "機器的建議，未經人工審核"),
    "reason": ("Reason", "理由"),
    "quoted": ("Quoted", "原文"),
    "article": ("Article", "文章"),
    "worth": ("worth checking {share}", "查核價值 {share}"),
    "stale": (
        "Stored at the last check: {old}. What follows is what the program makes of it now; checking the"
        " article again stores that.",
        "上次查核時存下的是：{old}。以下是程式現在的結果；重新查核該文章即會更新。",
    ),
    "reading": ("How the claim was read", "主張如何解讀"),
    "passage": ("Passage", "段落"),
    "claim": ("Claim", "主張"),
    "around": (
        "(in its title or the sentence before)",
        "（見於其標題或前一句）",
    ),
    "legend": (
        "{agrees} agrees  {differs} differs  {apart} another matter  {unstated} not stated",
        "{agrees} 相符  {differs} 不符  {apart} 另一回事  {unstated} 未提及",
    ),
    "met": ("Words met", "有對應的詞"),
    "unmet": ("Words not met", "無對應的詞"),
    "paired": ("Nearest", "近義對應"),
    "uncounted": (
        "too far down to count",
        "排名過後，不計入",
    ),
    "score": ("Score", "得分"),
    "score_parts": (
        "{total} = search {search} + likeness {likeness} + judge {judge}",
        "{total} = 檢索 {search} + 措辭相近 {likeness} + 判定 {judge}",
    ),
    "pushed": ("Judge", "判定"),
    "start": ("beforehand", "事先"),
    "words": ("words", "措辭"),
    "steps": ("How its stance came about", "立場如何得出"),
    "decision": (
        "How the passages made the suggestion",
        "各段落如何得出建議",
    ),
    "for": ("for", "支持"),
    "against": ("against", "反駁"),
    "from_passage": ("passage {rank}", "段落{rank}"),
    "unshown": ("not shown", "未顯示"),
    "before": ("from {before}", "原為{before}"),
    "nearer": (
        "Passage {near} is clearly nearer to the claim than passage {far} (score {high} against {low}),"
        " so what passage {far} says counts less: {before} becomes {after}.",
        "段落{near}明顯比段落{far}更接近主張（得分{high}對{low}），因此段落{far}所說減計：{before}變為{after}。",
    ),
    "other_measure": (
        "The figures of passage {near} stand in words much nearer to the claim's, so those of passage {far}"
        " are likelier of another measure: {before} becomes {after}.",
        "段落{near}中數字的上下文遠比段落{far}接近主張，後者較可能說的是別的量：{before}變為{after}。",
    ),
    "decides": (
        "Passage {rank} decides: {share} reaches the {bound} from which one passage does.",
        "由段落{rank}決定：{share}已達單一段落即可決定的{bound}。",
    ),
    "takes": (
        "What speaks for the other side takes from it: {share} becomes {result}.",
        "另一方所說使其減弱：{share}變為{result}。",
    ),
    "conflict": (
        "Passage {one} supports it ({share}) and passage {other} contradicts it ({counter}), two sources and"
        " both at {bound} or more: they conflict. Confidence {result}.",
        "段落{one}支持（{share}），段落{other}反駁（{counter}），來源不同且均達{bound}：互相矛盾，信心{result}。",
    ),
    "open": (
        "No side reaches the {bound} from which one passage decides: left open. Confidence {result},"
        " the higher the less either side has.",
        "雙方都未達單一段落即可決定的{bound}，因此不作判定；雙方越弱，信心越高：{result}。",
    ),
    "nothing": (
        "No passage of the reference corpus was found.",
        "參考資料庫中沒有找到段落。",
    ),
    "not_searched": (
        "Not searched for: {kind}, {worth}.",
        "未予檢索：{kind}，{worth}。",
    ),
    "counts": (
        "Passages compared {compared}, counted {counted}, shown {shown}.",
        "比對段落{compared}個，計入{counted}個，顯示{shown}個。",
    ),
    "copies": (
        "Left out for repeating a sentence word for word: {copies}.",
        "因句子逐字重複而略去：{copies}個。",
    ),
    "far": (
        "Found and not compared, for being far from the claim: {far}.",
        "找到但與主張相距太遠、未予比對：{far}個。",
    ),
    "left_out": (
        "Left out as the article itself or a copy of it: {titles}.",
        "因是文章本身或其副本而未計入：{titles}。",
    ),
    "and": (", ", "、"),
    "then": (", ", "，"),
}
SLOTS: dict[Slot, Words] = {
    Slot.WHO: ("Who, what", "主體"),
    Slot.ASSERTED: ("Asserted", "陳述"),
    Slot.FIGURE: ("How much", "數量"),
    Slot.TIME: ("When", "時間"),
    Slot.SCOPE: ("Scope", "範圍"),
    Slot.SPEAKER: ("According to", "據誰所說"),
    Slot.MODALITY: ("Told as", "語氣"),
}
RULES: dict[Rule, Words] = {
    Rule.WEIGHED: ("as the judge weighs it", "判定模型的估計"),
    Rule.SLOTS_MEET: (
        "every figure and name has its counterpart: it is about the claim",
        "數字與名稱都有對應：說的是同一件事",
    ),
    Rule.DIFFERS_EXACTLY: (
        "exact difference in a comparable slot ({kinds}): against",
        "可比之處明確不同（{kinds}）：反駁",
    ),
    Rule.NOTHING_DIFFERS: (
        "no slot differs: hardly against",
        "沒有一處不同：難成反駁",
    ),
    Rule.KEPT_APART: (
        "different {kinds}: another matter, not a contradiction",
        "{kinds}不同：是另一回事，不算反駁",
    ),
    Rule.PERHAPS_ANOTHER: (
        "different {kinds}, perhaps of another event: less support",
        "{kinds}不同，可能是另一件事：支持減弱",
    ),
    Rule.UNNAMED: (
        "names nobody, nor who the claim is about near by: less support",
        "未指名，附近也沒有主張所說的那一方：支持減弱",
    ),
    Rule.FIGURE_UNSTATED: (
        "a figure is not stated: counts less",
        "有數字未提及：分量減弱",
    ),
    Rule.FIGURE_LEFT_OPEN: (
        "the passage allows the figure, and others as well: hardly support",
        "所述容許這個數字，也容許別的：難成支持",
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
    return side(_WORDS[key], TONGUES[tongue]).format(**values)


def slot_named(slot: Slot, tongue: str) -> str:
    """A slot as the label of its rows."""
    return side(SLOTS[slot], TONGUES[tongue])


def rule_worded(rule: Rule, tongue: str, kinds: str) -> str:
    """A rule as a line of the waterfall; `kinds` are the differences that it is about, in words."""
    return side(RULES[rule], TONGUES[tongue]).format(kinds=kinds)
