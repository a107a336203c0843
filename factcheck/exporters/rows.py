"""Findings and hits as plain dictionaries: the rows that `--json` prints, keys stable."""

from __future__ import annotations

from datetime import date

from factcheck.model import Card, Evidence, Finding, Hit

Row = dict[str, object]


def finding_row(finding: Finding) -> Row:
    """One claim as `check --json` and `claim --json` print it."""
    claim, suggestion = finding.claim, finding.suggestion
    return {
        "article": _article(finding.article),
        "claim": {
            "id": claim.id,
            "text": claim.text,
            "quote": claim.quote,
            "start": claim.start,
            "end": claim.end,
            "language": str(claim.language),
            "kind": str(claim.kind),
            "attribution": claim.attribution,
            "check_worthiness": _rounded(claim.check_worthiness),
        },
        "suggestion": {
            "verdict": str(suggestion.verdict),
            "confidence": _rounded(suggestion.confidence),
            "reason": None if suggestion.reason is None else str(suggestion.reason),
            "rationale": suggestion.rationale,
        },
        "matches": [
            {
                "text": match.text,
                "verdict": match.verdict,
                "publisher": match.publisher,
                "url": match.url,
                "published": _day(match.published),
                "score": _rounded(match.score),
            }
            for match in finding.matches
        ],
        "evidence": [_evidence_row(evidence) for evidence in finding.evidence],
        "provenance": {
            "encoder": finding.provenance.encoder,
            "judge": finding.provenance.judge,
            "settings": finding.provenance.settings,
            "version": finding.provenance.version,
        },
    }


def hit_row(hit: Hit) -> Row:
    """One passage as `search --json` prints it: the evidence object without the stance."""
    passage = hit.passage
    return {
        "passage_id": passage.id,
        "source": {
            "id": hit.source.id,
            "title": hit.source.title,
            "url": hit.source.url,
            "published": _day(hit.source.published),
        },
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "sentence": {"start": passage.start, "end": passage.end},
        "score": _rounded(hit.score),
    }


def _evidence_row(evidence: Evidence) -> Row:
    row = hit_row(evidence.hit)
    row["sentence"] = {"start": evidence.sentence[0], "end": evidence.sentence[1]}
    row["stance"] = str(evidence.stance)
    row["stance_score"] = _rounded(evidence.stance_score)
    row["differences"] = [
        {"kind": str(difference.kind), "claim": difference.claim, "evidence": difference.evidence}
        for difference in evidence.differences
    ]
    return row


def _article(card: Card | None) -> Row | None:
    if card is None:
        return None
    return {
        "id": card.id,
        "path": card.path,
        "title": card.title,
        "published": _day(card.published),
        "language": str(card.language),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _rounded(number: float) -> float:
    """Six decimals: below what any score here means, and the same text on every machine."""
    return round(float(number), 6)
