"""A report as plain dictionaries, keys stable: what the JSON formats write (schemas/report.schema.json)."""

from __future__ import annotations

from factcheck.exporters.rows import (
    Row,
    article_row,
    claim_row,
    evidence_row,
    match_row,
    passage_row,
    provenance_row,
    source_row,
    suggestion_row,
)
from factcheck.model import Card
from factcheck.queue import ReviewedEvidence, Ruling, Standing
from factcheck.reported import Correction, Entry, Report, Section, Warned


def report_row(report: Report) -> Row:
    """The whole report as one object."""
    return {
        "format": "factcheck-report",
        "format_version": 1,
        "as_of": report.as_of,
        "language": report.language,
        "version": report.version,
        "since": report.since.isoformat() if report.since else None,
        "publisher": {"name": report.publisher.name, "url": report.publisher.url}
        if report.publisher
        else None,
        "summary": _summary(report),
        "articles": [_section_row(section) for section in report.sections],
        "corrections": [correction_row(one) for one in report.corrections],
        "method": _method_row(report),
        "sources": [cited_row(card) for card in report.cited],
    }


def _summary(report: Report) -> Row:
    return {
        "claims": report.claims,
        "reviewed": report.reviewed,
        "left_out": report.left_out,
        "verdicts": dict(report.tally),
        "suggested": dict(report.suggested),
    }


def _section_row(section: Section) -> Row:
    return {
        "article": section_article(section.card),
        "left_out": section.left_out,
        "claims": [entry_row(entry) for entry in section.entries],
    }


def section_article(card: Card | None) -> Row | None:
    """An article with what names it and where it is from; None for typed claims."""
    row = article_row(card)
    if card is None or row is None:
        return None
    return row | {"author": card.author, "url": card.url}


def entry_row(entry: Entry) -> Row:
    """One claim: what stands, all sides, the machine's suggestion apart, and the evidence."""
    suggestion = None
    if entry.suggestion is not None and entry.provenance is not None:
        suggestion = suggestion_row(entry.suggestion) | {"made_by": provenance_row(entry.provenance)}
    return claim_row(entry.claim) | {
        "before": entry.before,
        "after": entry.after,
        "status": entry.status,
        **ruling_row(entry.ruling),
        "suggestion": suggestion,
        "evidence": [_evidence_row(entry, one) for one in entry.evidence],
        "matches": [match_row(match) for match in entry.matches],
        "cautions": [_caution_row(one) for one in entry.cautions],
        "corrections": [correction_row(one) for one in entry.corrections],
    }


def ruling_row(ruling: Ruling) -> Row:
    """What stands for a claim; `verdict` is null where nobody decided, and `disputed` where they disagree."""
    return {
        "verdict": ruling.word or None,
        "reason": str(ruling.reason) if ruling.reason else None,
        "decided_at": ruling.at,
        "decisions": [_standing_row(one, adjudication=one is ruling.adjudication) for one in ruling.sides],
    }


def _standing_row(standing: Standing, *, adjudication: bool) -> Row:
    return {
        "reviewer": standing.reviewer,
        "verdict": standing.word,
        "reason": str(standing.reason) if standing.reason else None,
        "note": standing.note,
        "evidence": list(standing.evidence),
        "at": standing.at,
        "adjudication": adjudication,
    }


def _evidence_row(entry: Entry, one: ReviewedEvidence) -> Row:
    unjudged: Row = {"score": None, "stance": None, "stance_score": None, "differences": []}
    row = evidence_row(one.evidence) if one.evidence else passage_row(one.passage, one.source) | unjudged
    return row | {
        "source": cited_row(one.source),
        "rests_on": entry.rests_on(one),
        "pinned_by": one.pinned_by,
        "brought_by": one.brought_by,
    }


def cited_row(card: Card) -> Row:
    """A source with everything by which a reader finds it."""
    return source_row(card) | {
        "author": card.author,
        "path": card.path,
        "accessed": card.accessed,
        "archived": card.archived,
        "tier": card.tier,
    }


def _caution_row(warned: Warned) -> Row:
    return {"caution": str(warned.caution), "document": source_row(warned.document)}


def correction_row(correction: Correction) -> Row:
    """One line of the log."""
    return {
        "at": correction.at,
        "who": correction.who,
        "claim_id": correction.claim_id,
        "claim": correction.text,
        "old": correction.old,
        "new": correction.new or None,
        "why": correction.why,
        "own": correction.own,
    }


def _method_row(report: Report) -> Row:
    method = report.method
    return {
        "models": [provenance_row(one) for one in method.provenance],
        "settings": dict(method.settings),
        "sources": method.sources,
        "passages": method.passages,
        "sources_from": method.first.isoformat() if method.first else None,
        "sources_to": method.last.isoformat() if method.last else None,
        "opinions_wanted": method.opinions_wanted,
        "unchecked": method.unchecked,
        "failures": list(method.failures),
    }
