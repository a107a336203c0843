"""The report for spreadsheets: a row for each reviewer's verdict on a claim, and one for a claim without any.

`factcheck import` reads it back, with what an editor changed in it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from factcheck.exporters.escaping import cell
from factcheck.exporters.visible import visible
from factcheck.exporters.wording import Wording
from factcheck.language.tongues import Words, side
from factcheck.model import Card
from factcheck.queue import ReviewedEvidence, Standing
from factcheck.reported import Entry, Report
from factcheck.vocabulary import name_of

COLUMNS: dict[str, Words] = {
    "claim_id": ("claim id", "主張編號"),
    "article": ("article", "文章"),
    "article_url": ("article address", "文章網址"),
    "published": ("published", "發布日期"),
    "start": ("position", "位置"),
    "quote": ("quote", "原文"),
    "claim": ("claim", "主張"),
    "attribution": ("said by", "出自"),
    "kind": ("kind", "類別"),
    "status": ("status", "狀態"),
    "verdict": ("verdict", "判定"),
    "reason": ("reason", "理由"),
    "reviewer": ("reviewer", "審閱者"),
    "note": ("note", "備註"),
    "decided_at": ("decided at", "判定時間"),
    "adjudication": ("adjudication", "裁定"),
    "passages": ("passages", "段落編號"),
    "suggestion": ("machine suggestion", "機器建議"),
    "confidence": ("confidence", "信心"),
    "rationale": ("machine's rationale", "機器的理由"),
    "evidence": ("evidence", "證據"),
    "source": ("source", "來源"),
    "source_url": ("source address", "來源網址"),
    "source_published": ("source published", "來源日期"),
    "differences": ("differences", "差異"),
    "cautions": ("cautions", "注意"),
}
"""Name of each column and its heading; what `factcheck import` reads is found by either."""
EDITABLE = ("claim_id", "verdict", "reason", "reviewer", "note", "decided_at", "adjudication", "passages")
"""The columns that say what was decided."""


class CsvExporter:
    """RFC 4180 with a byte order mark, by which spreadsheets know UTF-8; no cell is a formula."""

    name = "csv"
    suffix = ".csv"

    def export(self, report: Report) -> bytes:
        """Headings, then the claims in order."""
        words = Wording(report.language)
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(headings(report.language))
        for section in report.sections:
            for entry in section.entries:
                for row in _rows(entry, section.card, words):
                    writer.writerow([cell(visible(row.get(name) or "", keep="\n")) for name in COLUMNS])
        return out.getvalue().encode("utf-8-sig", "backslashreplace")


def headings(tongue: str) -> list[str]:
    """What stands above the columns in a language."""
    return [side(words, tongue) for words in COLUMNS.values()]


def _rows(entry: Entry, card: Card | None, words: Wording) -> Iterator[dict[str, str | None]]:
    shared = _about(entry, card, words) | _found(entry, words)
    if not entry.reviewed:
        yield shared
    for one in entry.ruling.sides:
        yield shared | _side(one, words, adjudication=one is entry.ruling.adjudication)


def _about(entry: Entry, card: Card | None, words: Wording) -> dict[str, str | None]:
    claim = entry.claim
    return {
        "claim_id": claim.id,
        "article": name_of(card) if card else None,
        "article_url": card.url if card else None,
        "published": card.published.isoformat() if card and card.published else None,
        "start": str(claim.start),
        "quote": claim.quote,
        "claim": claim.text,
        "attribution": claim.attribution,
        "kind": words(claim.kind),
        "status": words(entry.status),
        "cautions": "; ".join(words(one.caution, what=one.document.id[:12]) for one in entry.cautions),
    }


def _side(standing: Standing, words: Wording, *, adjudication: bool) -> dict[str, str | None]:
    return {
        "verdict": words(standing.word),
        "reason": words(standing.reason) if standing.reason else None,
        "reviewer": standing.reviewer,
        "note": standing.note,
        "decided_at": standing.at,
        "adjudication": words("adjudication") if adjudication else None,
        "passages": " ".join(standing.evidence),
    }


def _found(entry: Entry, words: Wording) -> dict[str, str | None]:
    """The machine's suggestion, never in the column of verdicts, and the passage that tells most."""
    row: dict[str, str | None] = {}
    if entry.suggestion is not None:
        row["suggestion"] = words.verdict(entry.suggestion.verdict, entry.suggestion.reason)
        row["confidence"] = f"{entry.suggestion.confidence:.2f}"
        row["rationale"] = entry.suggestion.rationale
    best: ReviewedEvidence | None = next(iter(entry.evidence), None)
    if best is not None:
        card = best.source
        row["evidence"] = best.passage.text
        row["source"] = name_of(card)
        row["source_url"] = card.url
        row["source_published"] = card.published.isoformat() if card.published else None
        found = best.evidence.differences if best.evidence else ()
        row["differences"] = "; ".join(
            f"{words(one.kind)}: {one.claim or words('unstated')} / {one.evidence or words('unstated')}"
            for one in found
        )
    return row
