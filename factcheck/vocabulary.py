"""The model's own words for people: verdicts, reasons, stances, differences and kinds, in both languages.

And what a document is called, wherever one is named.
"""

from __future__ import annotations

from pathlib import PurePath

from factcheck.language.tongues import Words
from factcheck.model import Card

VOCABULARY: dict[str, Words] = {
    "supported": ("supported", "獲來源支持"),
    "contradicted": ("contradicted", "與來源不符"),
    "unverifiable": ("unverifiable", "無法查證"),
    "not_a_claim": ("not a claim", "不是主張"),
    "no_evidence": ("no evidence", "證據不足"),
    "conflicting": ("conflicting", "來源矛盾"),
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


def name_of(card: Card, *, nameless: str = "{id}") -> str:
    """What a person calls a document: its title, else the name of its file, else its address.

    One without any of them is `nameless`, with the beginning of its id for {id}.
    """
    file = file_name(card.path) if card.path else ""
    return card.title or file or card.url or nameless.format(id=card.id[:12])


def file_name(path: str) -> str:
    """A file without its folders: a report is for others, whom the reviewer's disk does not concern."""
    return PurePath(path).name
