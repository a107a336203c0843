"""The model's own words for people: verdicts, reasons, stances, differences and kinds, in both languages."""

from __future__ import annotations

from factcheck.language.tongues import Words

VOCABULARY: dict[str, Words] = {
    "supported": ("supported", "獲來源支持"),
    "contradicted": ("contradicted", "與來源不符"),
    "unverifiable": ("unverifiable", "無法查證"),
    "not_a_claim": ("not a claim", "不是主張"),
    "no_evidence": ("no evidence", "證據不足"),
    "not_checkable": ("not checkable", "不可查核"),
    "supports": ("supports", "支持"),
    "contradicts": ("contradicts", "反駁"),
    "neutral": ("neutral", "中立"),
    "quantity": ("quantity", "數量"),
    "unit": ("unit", "單位"),
    "period": ("period", "期間"),
    "date": ("date", "日期"),
    "scope": ("scope", "範圍"),
    "polarity": ("polarity", "正反"),
    "modality": ("modality", "語氣"),
    "name": ("name", "名稱"),
    "speaker": ("speaker", "說話者"),
    "factual": ("factual", "事實陳述"),
    "forecast": ("forecast", "預測"),
    "opinion": ("opinion", "意見"),
    "question": ("question", "提問"),
    "undated": ("undated", "無日期"),
}
"""By the value of the enum; screen and reports add words of their own."""
