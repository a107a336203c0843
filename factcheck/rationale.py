"""The sentence that says why: what the source says and where it differs, in the claim's language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from factcheck.language.scripts import script_counts
from factcheck.model import Difference, DifferenceKind, Evidence, Language, Reason, Verdict

_LONGEST_QUOTE = 90
"""Code points of the passage quoted in a rationale; the evidence itself is shown beside it."""

_EN = "en"
_HANT = "hant"
_HANS = "hans"
_SENTENCES: dict[str, dict[str, str]] = {
    _EN: {
        "supported": "{source} says the same: “{quote}”",
        "contradicted": "{source} says otherwise: {differences}.",
        "contradicted_plain": "{source} says otherwise: “{quote}”",
        "apart": "The nearest passage, in {source}, is about another matter: {differences}.",
        "nearest": "Nothing found that settles it; the nearest passage, in {source}, says: “{quote}”",
        "partly": "{source} speaks of it but does not settle it: {differences}.",
        "conflicting": "Sources disagree: {source} supports it, {other} contradicts it.",
        "none": "The reference corpus holds nothing on it.",
        "not_checkable": "An opinion, a question or a statement of little weight: not searched for.",
        "difference": "{kind}: “{claim}” here, “{evidence}” there",
        "lacking": "{kind}: “{evidence}” there",
        "join": "; ",
        "copies": " ({count} left out as copies of the article itself.)",
        "untitled": "A source",
    },
    _HANT: {
        "supported": "{source}也這樣說：「{quote}」",
        "contradicted": "{source}的說法不同：{differences}。",
        "contradicted_plain": "{source}的說法不同：「{quote}」",
        "apart": "最接近的段落出自{source}，說的是另一回事：{differences}。",
        "nearest": "沒有找到能判定的證據；最接近的是{source}：「{quote}」",
        "partly": "{source}提到此事，但不足以判定：{differences}。",
        "conflicting": "來源互相矛盾：{source}支持，{other}反駁。",
        "none": "參考資料庫中沒有相關內容。",
        "not_checkable": "這是意見、提問或無關緊要的陳述，未予查核。",
        "difference": "{kind}，此處「{claim}」，彼處「{evidence}」",
        "lacking": "{kind}，彼處「{evidence}」",
        "join": "；",
        "copies": "（另有{count}份與本文相同的來源未計入。）",
        "untitled": "某來源",
    },
    _HANS: {
        "supported": "{source}也这样说：“{quote}”",
        "contradicted": "{source}的说法不同：{differences}。",
        "contradicted_plain": "{source}的说法不同：“{quote}”",
        "apart": "最接近的段落出自{source}，说的是另一回事：{differences}。",
        "nearest": "没有找到能判定的证据；最接近的是{source}：“{quote}”",
        "partly": "{source}提到此事，但不足以判定：{differences}。",
        "conflicting": "来源互相矛盾：{source}支持，{other}反驳。",
        "none": "参考资料库中没有相关内容。",
        "not_checkable": "这是意见、提问或无关紧要的陈述，未予查核。",
        "difference": "{kind}，此处“{claim}”，彼处“{evidence}”",
        "lacking": "{kind}，彼处“{evidence}”",
        "join": "；",
        "copies": "（另有{count}份与本文相同的来源未计入。）",
        "untitled": "某来源",
    },
}
_KINDS: dict[DifferenceKind, tuple[str, str, str]] = {
    DifferenceKind.QUANTITY: ("figure", "數字", "数字"),
    DifferenceKind.UNIT: ("unit", "單位", "单位"),
    DifferenceKind.PERIOD: ("period", "期間", "期间"),
    DifferenceKind.DATE: ("date", "日期", "日期"),
    DifferenceKind.SCOPE: ("scope", "範圍", "范围"),
    DifferenceKind.POLARITY: ("direction", "正反", "正反"),
    DifferenceKind.MODALITY: ("certainty", "確定程度", "确定程度"),
    DifferenceKind.NAME: ("name", "名稱", "名称"),
    DifferenceKind.SPEAKER: ("speaker", "說話者", "说话者"),
}


def explain(
    verdict: Verdict,
    reason: Reason | None,
    evidence: Sequence[Evidence],
    language: Language,
    *,
    text: str = "",
    left_out: int = 0,
) -> str:
    """One sentence for a suggestion on `text`, a claim in `language`.

    `evidence` begins with what decided it; of two that conflict, the supporting one first. `left_out`
    sources were copies of the article.
    """
    tongue = tongue_of(language, text)
    words = _SENTENCES[tongue]
    tail = words["copies"].format(count=left_out) if left_out else ""
    if reason is Reason.NOT_CHECKABLE:
        return words["not_checkable"]
    if not evidence:
        return words["none"] + tail
    first = evidence[0]
    key = _sentence_key(verdict, reason, first)
    other = evidence[1] if len(evidence) > 1 else first
    sentence = words[key].format(
        source=_title(first, tongue),
        other=_title(other, tongue),
        quote=_quote(first),
        differences=words["join"].join(_difference(one, tongue) for one in first.differences),
    )
    return sentence + tail


def _sentence_key(verdict: Verdict, reason: Reason | None, first: Evidence) -> str:
    if verdict is Verdict.SUPPORTED:
        return "supported"
    if verdict is Verdict.CONTRADICTED:
        return "contradicted" if first.differences else "contradicted_plain"
    if reason is Reason.CONFLICTING:
        return "conflicting"
    apart = {DifferenceKind.PERIOD, DifferenceKind.SCOPE, DifferenceKind.SPEAKER, DifferenceKind.NAME}
    if any(one.kind in apart for one in first.differences):
        return "apart"
    return "partly" if first.differences else "nearest"


def tongue_of(language: Language, text: str = "") -> str:
    """What a person is told in about `text` of this language: `en`, `hant` or `hans`.

    Where the language leaves the script open (mixed, both) the characters of the text decide.
    """
    if not language.is_chinese:
        return _EN
    if language in (Language.ZH, Language.MIXED):
        traditional, simplified = script_counts(text)
        return _HANT if traditional > simplified else _HANS
    return _HANT if language is Language.HANT else _HANS


def _title(evidence: Evidence, tongue: str) -> str:
    source = evidence.hit.source
    title = source.title or (source.path and PurePath(source.path).name)
    if not title:
        return _SENTENCES[tongue]["untitled"]
    shown = f"“{title}”" if tongue != _HANT else f"「{title}」"
    return f"{shown} ({source.published.isoformat()})" if source.published else shown


def _quote(evidence: Evidence) -> str:
    text = " ".join(evidence.hit.passage.text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def kind_named(kind: DifferenceKind, tongue: str) -> str:
    """A kind of difference in a person's words."""
    return _KINDS[kind][(_EN, _HANT, _HANS).index(tongue)]


def _difference(difference: Difference, tongue: str) -> str:
    words = _SENTENCES[tongue]["difference" if difference.claim else "lacking"]
    return words.format(
        kind=kind_named(difference.kind, tongue), claim=difference.claim, evidence=difference.evidence
    )
