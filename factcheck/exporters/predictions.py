"""Prediction files of the shared tasks, for their own scorers: FEVER (and CFEVER) and SciFact.

What people decided counts; where nobody did, the suggestion, if the report holds it. Disputed claims, and
those for which nobody and nothing has said anything, have no place in either format and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.exporters.escaping import json_text
from factcheck.exporters.rows import Row
from factcheck.model import Card, Verdict
from factcheck.queue import ReviewedEvidence
from factcheck.reported import Entry, Report

_FEVER = {
    Verdict.SUPPORTED: "SUPPORTS",
    Verdict.CONTRADICTED: "REFUTES",
    Verdict.UNVERIFIABLE: "NOT ENOUGH INFO",
}
_SCIFACT = {Verdict.SUPPORTED: "SUPPORT", Verdict.CONTRADICTED: "CONTRADICT"}
_FEVER_COUNTS = 5
"""Sentences of a prediction that FEVER's scorer looks at."""
_SCIFACT_COUNTS = 3


class FeverExporter:
    """One line a claim: id, predicted_label, predicted_evidence as [page, sentence from 0]."""

    name = "fever"
    suffix = ".jsonl"

    def export(self, report: Report) -> bytes:
        """UTF-8 JSON Lines."""
        rows = []
        for entry, verdict in _predicted(report):
            resting = _resting(entry, verdict)[:_FEVER_COUNTS]
            rows.append(
                {
                    "id": entry.claim.id,
                    "claim": entry.claim.text,
                    "predicted_label": _FEVER[verdict],
                    "predicted_evidence": [[page_of(one.source), _line(one, report)] for one in resting],
                    "reviewed": entry.reviewed,
                }
            )
        return _lines(rows)

    def warnings(self, report: Report) -> Iterator[str]:
        """How many claims the format has no place for."""
        return _left_out(report)


class SciFactExporter:
    """One line a claim: id and evidence by document: {"label", "sentences"}; none where unverifiable."""

    name = "scifact"
    suffix = ".jsonl"

    def export(self, report: Report) -> bytes:
        """UTF-8 JSON Lines."""
        rows = []
        for entry, verdict in _predicted(report):
            evidence: dict[str, dict[str, object]] = {}
            for one in _resting(entry, verdict):
                found = evidence.setdefault(
                    page_of(one.source), {"label": _SCIFACT[verdict], "sentences": []}
                )
                sentences = found["sentences"]
                if isinstance(sentences, list) and len(sentences) < _SCIFACT_COUNTS:
                    sentences.append(_line(one, report))
            rows.append(
                {
                    "id": entry.claim.id,
                    "claim": entry.claim.text,
                    "evidence": evidence,
                    "reviewed": entry.reviewed,
                }
            )
        return _lines(rows)

    def warnings(self, report: Report) -> Iterator[str]:
        """How many claims the format has no place for."""
        return _left_out(report)


def page_of(card: Card) -> str:
    """What names a source in these files: the file or row that it was read from, its address, its id."""
    return card.path or card.url or card.id


def _predicted(report: Report) -> Iterator[tuple[Entry, Verdict]]:
    for entry in report.entries:
        if entry.reviewed and entry.ruling.verdict is not None:
            yield entry, entry.ruling.verdict
        elif not entry.reviewed and entry.suggestion is not None:
            yield entry, entry.suggestion.verdict


def _resting(entry: Entry, verdict: Verdict) -> list[ReviewedEvidence]:
    return [] if verdict is Verdict.UNVERIFIABLE else [one for one in entry.evidence if entry.rests_on(one)]


def _line(one: ReviewedEvidence, report: Report) -> int:
    return report.sentence_numbers.get(one.passage.id, 0)


def _left_out(report: Report) -> Iterator[str]:
    disputed = sum(entry.ruling.disputed for entry in report.entries)
    if disputed:
        yield f"Left out, since this format has no place for disputed claims: {disputed:,}. Adjudicate them."
    silent = sum(not entry.reviewed and entry.suggestion is None for entry in report.entries)
    if silent:
        yield f"Left out, since they have neither a verdict nor a suggestion: {silent:,}. Decide them."


def _lines(rows: list[Row]) -> bytes:
    return "".join(json_text(row) + "\n" for row in rows).encode("utf-8", "backslashreplace")
