"""Findings and hits as plain dictionaries: the rows that `--json` prints, keys stable."""

from __future__ import annotations

from datetime import date

from factcheck.model import Card, Claim, Evidence, Finding, Hit, Match, Passage, Provenance, Suggestion

Row = dict[str, object]


def finding_row(finding: Finding) -> Row:
    """One claim as `check --json` and `claim --json` print it."""
    return {
        "article": article_row(finding.article),
        "claim": claim_row(finding.claim),
        "suggestion": suggestion_row(finding.suggestion),
        "matches": [match_row(match) for match in finding.matches],
        "evidence": [evidence_row(evidence) for evidence in finding.evidence],
        "provenance": provenance_row(finding.provenance),
    }


def claim_row(claim: Claim) -> Row:
    """A claim and where it stands."""
    return {
        "id": claim.id,
        "text": claim.text,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "language": str(claim.language),
        "kind": str(claim.kind),
        "attribution": claim.attribution,
        "check_worthiness": rounded(claim.check_worthiness),
    }


def match_row(match: Match) -> Row:
    """An already checked claim beside a new one."""
    return {
        "text": match.text,
        "verdict": match.verdict,
        "publisher": match.publisher,
        "url": match.url,
        "published": _day(match.published),
        "score": rounded(match.score),
        "level": str(match.level),
        "ruling": None if match.ruling is None else str(match.ruling),
    }


def provenance_row(made_by: Provenance) -> Row:
    """Which machinery made a result."""
    return {
        "encoder": made_by.encoder,
        "judge": made_by.judge,
        "settings": made_by.settings,
        "version": made_by.version,
    }


def suggestion_row(suggestion: Suggestion) -> Row:
    """The machine's verdict with its reasons."""
    return {
        "verdict": str(suggestion.verdict),
        "confidence": rounded(suggestion.confidence),
        "reason": None if suggestion.reason is None else str(suggestion.reason),
        "rationale": suggestion.rationale,
    }


def hit_row(hit: Hit) -> Row:
    """One passage as `search --json` prints it: the evidence object without the stance."""
    return passage_row(hit.passage, hit.source) | {"score": rounded(hit.score)}


def passage_row(passage: Passage, source: Card) -> Row:
    """A passage, its source, and where in it the passage stands."""
    return {
        "passage_id": passage.id,
        "source": source_row(source),
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "sentence": {"start": passage.start, "end": passage.end},
    }


def source_row(source: Card) -> Row:
    """What names a source."""
    return {
        "id": source.id,
        "title": source.title,
        "url": source.url,
        "published": _day(source.published),
    }


def evidence_row(evidence: Evidence) -> Row:
    """One passage with its stance, as in the rows of `check --json`."""
    row = hit_row(evidence.hit)
    row["sentence"] = {"start": evidence.sentence[0], "end": evidence.sentence[1]}
    row["stance"] = str(evidence.stance)
    row["stance_score"] = rounded(evidence.stance_score)
    row["differences"] = [
        {"kind": str(difference.kind), "claim": difference.claim, "evidence": difference.evidence}
        for difference in evidence.differences
    ]
    return row


def article_row(card: Card | None) -> Row | None:
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


def rounded(number: float) -> float:
    """Six decimals: below what any score here means, and the same text on every machine."""
    return round(float(number), 6)
