"""Between the words of the workbench and the columns of claims.db; holds no SQL and no state."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Protocol

from factcheck.model import (
    Card,
    Claim,
    ClaimKind,
    Difference,
    DifferenceKind,
    Document,
    Evidence,
    Hit,
    Language,
    Match,
    MatchLevel,
    Passage,
    Provenance,
    Reason,
    Stance,
    Suggestion,
    Verdict,
)
from factcheck.queue import Act


class Row(Protocol):
    """A row by column name: sqlite3.Row, or a parsed JSON object."""

    def __getitem__(self, key: str, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class Review:
    """A person's act on a claim; kept for good."""

    id: str
    """Unique over workspaces, so that two can be merged."""
    at: str
    """ISO 8601 moment, UTC."""
    reviewer: str
    claim_id: str
    event: Act
    quote: str
    """The article's words at the time, with what stood before and after, to find the claim again."""
    prefix: str = ""
    suffix: str = ""
    verdict: Verdict | None = None
    reason: Reason | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    """Ids of the passages that the person relied on."""
    suggestion: Suggestion | None = None
    """What the machine had said at that moment."""
    models: Provenance | None = None
    """What had made that suggestion."""
    act: str = ""
    """Shared by the events of one key press, which are undone together; by default the event's own id."""
    target: str | None = None
    """The act that was undone or redone."""
    claims: tuple[str, ...] = ()
    """Ids of the claims that stand in this one's place."""
    person: str | None = None
    """Whom an assignment names."""


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with a published verdict."""

    text: str
    verdict: str
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    language: Language = Language.UND
    ruling: Verdict | None = None
    """What the publisher's words come to among the three verdicts; None where that is not clear."""
    own_claim: str | None = None
    """Id of the claim, where this workspace's own reviewers decided it; such are not stored as published."""

    @property
    def id(self) -> str:
        """32 hex digits of sha256 over text, publisher and URL."""
        key = "\x1f".join((self.text, self.publisher or "", self.url or ""))
        return hashlib.sha256(key.encode("utf-8")).hexdigest()[:32]


_BETWEEN = re.compile(r"(?:(?![%‰])[^\w$£€¥+−<>=~^|]|_)(?!(?<=[.:/-])\d)")
"""Blanks and punctuation; no sign of money or arithmetic, no mark that leads a digit (3.5, -2, 9:30)."""


def iso(day: date | None) -> str | None:
    """A date as the database keeps it: ISO 8601, so that text order is date order."""
    return None if day is None else day.isoformat()


def day(text: str | None) -> date | None:
    """The date that `iso` wrote."""
    return None if text is None else date.fromisoformat(text)


def as_json(value: object) -> str:
    """Compact JSON, characters kept as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def content_digest(text: str) -> str:
    """16 hex digits that sentences share when they differ only in script, width, case, blanks or punctuation.

    Marks that belong to a number stay, so that 3.5% and 35% are no copies of each other. A text of
    nothing but blanks and punctuation is taken as it stands.
    """
    # Folding loads the script tables, which reading a store does not need.
    from factcheck.language.folding import fold

    kept = _BETWEEN.sub("", fold(text))
    return hashlib.sha256((kept or text).encode("utf-8")).hexdigest()[:16]


def document_row(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "text": document.text,
        "path": document.path,
        "title": document.title,
        "author": document.author,
        "published": iso(document.published),
        "url": document.url,
        "language": document.language.value,
        "accessed": document.accessed,
        "notes": as_json(document.notes),
    }


def document(row: Row) -> Document:
    return Document(
        text=row["text"],
        path=row["path"],
        title=row["title"],
        author=row["author"],
        published=day(row["published"]),
        url=row["url"],
        language=Language(row["language"]),
        accessed=row["accessed"],
        page=row["page"],
        notes=tuple(json.loads(row["notes"])),
    )


def card(row: Row) -> Card:
    return Card(
        id=row["id"],
        path=row["path"],
        title=row["title"],
        author=row["author"],
        published=day(row["published"]),
        url=row["url"],
        language=Language(row["language"]),
        accessed=row["accessed"],
        tier=row["tier"],
        archived=row["archived"],
    )


def passage_row(passage: Passage) -> dict[str, object]:
    return {
        "id": passage.id,
        "document_id": passage.document_id,
        "start": passage.start,
        "end": passage.end,
        "context": passage.context,
        "language": passage.language.value,
        "digest": content_digest(passage.text),
    }


def passage(row: Row, text: str) -> Passage:
    """`text` is the document's; the passage's own is sliced from it."""
    return Passage(
        id=row["id"],
        document_id=row["document_id"],
        start=row["start"],
        end=row["end"],
        text=text[row["start"] : row["end"]],
        context=row["context"],
        language=Language(row["language"]),
    )


def claim_row(claim: Claim, position: int) -> dict[str, object]:
    return {
        "id": claim.id,
        "document_id": claim.document_id,
        "position": position,
        "text": claim.text,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "language": claim.language.value,
        "kind": claim.kind.value,
        "attribution": claim.attribution,
        "check_worthiness": float(claim.check_worthiness),
        "context": claim.context,
    }


def claim(row: Row) -> Claim:
    return Claim(
        id=row["id"],
        document_id=row["document_id"],
        text=row["text"],
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        language=Language(row["language"]),
        kind=ClaimKind(row["kind"]),
        attribution=row["attribution"],
        check_worthiness=row["check_worthiness"],
        context=row["context"],
    )


def suggestion_row(
    claim_id: str, position: int, suggestion: Suggestion, provenance: Provenance
) -> dict[str, object]:
    return {
        "claim_id": claim_id,
        "position": position,
        "verdict": suggestion.verdict.value,
        "confidence": float(suggestion.confidence),
        "reason": suggestion.reason.value if suggestion.reason else None,
        "rationale": suggestion.rationale,
        "encoder": provenance.encoder,
        "judge": provenance.judge,
        "settings": provenance.settings,
        "version": provenance.version,
    }


def suggestion(row: Row) -> Suggestion:
    return Suggestion(
        verdict=Verdict(row["verdict"]),
        confidence=row["confidence"],
        reason=Reason(row["reason"]) if row["reason"] else None,
        rationale=row["rationale"],
    )


def provenance(row: Row) -> Provenance:
    return Provenance(row["encoder"], row["judge"], row["settings"], row["version"])


def evidence_row(claim_id: str, rank: int, evidence: Evidence) -> dict[str, object]:
    return {
        "claim_id": claim_id,
        "rank": rank,
        "passage_id": evidence.hit.passage.id,
        "score": float(evidence.hit.score),
        "sentence_start": int(evidence.sentence[0]),
        "sentence_end": int(evidence.sentence[1]),
        "stance": evidence.stance.value,
        "stance_score": float(evidence.stance_score),
        "differences": as_json([[d.kind.value, d.claim, d.evidence] for d in evidence.differences]),
    }


def evidence(row: Row, found: Passage, source: Card) -> Evidence:
    return Evidence(
        hit=Hit(passage=found, source=source, score=row["score"]),
        sentence=(row["sentence_start"], row["sentence_end"]),
        stance=Stance(row["stance"]),
        stance_score=row["stance_score"],
        differences=tuple(
            Difference(DifferenceKind(kind), ours, theirs)
            for kind, ours, theirs in json.loads(row["differences"])
        ),
    )


def match_row(claim_id: str, rank: int, match: Match) -> dict[str, object]:
    return {
        "claim_id": claim_id,
        "rank": rank,
        "text": match.text,
        "verdict": match.verdict,
        "publisher": match.publisher,
        "url": match.url,
        "published": iso(match.published),
        "score": float(match.score),
        "level": match.level.value,
        "ruling": match.ruling.value if match.ruling else None,
        "own_claim": match.own_claim,
    }


def match(row: Row) -> Match:
    return Match(
        text=row["text"],
        verdict=row["verdict"],
        publisher=row["publisher"],
        url=row["url"],
        published=day(row["published"]),
        score=row["score"],
        level=MatchLevel(row["level"]),
        ruling=Verdict(row["ruling"]) if row["ruling"] else None,
        own_claim=row["own_claim"],
    )


def review_row(review: Review) -> dict[str, object]:
    said = review.suggestion
    return {
        "id": review.id,
        "at": review.at,
        "reviewer": review.reviewer,
        "claim_id": review.claim_id,
        "event": review.event,
        "verdict": review.verdict.value if review.verdict else None,
        "reason": review.reason.value if review.reason else None,
        "note": review.note,
        "evidence": as_json(review.evidence),
        "act": review.act or review.id,
        "target": review.target,
        "claims": as_json(review.claims),
        "person": review.person,
        "models": None if review.models is None else as_json(asdict(review.models)),
        "quote": review.quote,
        "prefix": review.prefix,
        "suffix": review.suffix,
        "suggestion": None
        if said is None
        else as_json(
            {
                "verdict": said.verdict,
                "confidence": float(said.confidence),
                "reason": said.reason,
                "rationale": said.rationale,
            }
        ),
    }


def review(row: Row) -> Review:
    return Review(
        id=row["id"],
        at=row["at"],
        reviewer=row["reviewer"],
        claim_id=row["claim_id"],
        event=Act(row["event"]),
        act=row["act"] or row["id"],
        target=row["target"],
        claims=tuple(json.loads(row["claims"])),
        person=row["person"],
        models=Provenance(**json.loads(row["models"])) if row["models"] else None,
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        reason=Reason(row["reason"]) if row["reason"] else None,
        note=row["note"],
        evidence=tuple(json.loads(row["evidence"])),
        suggestion=suggestion(json.loads(row["suggestion"])) if row["suggestion"] else None,
    )


def checked_claim_row(checked: CheckedClaim) -> dict[str, object]:
    return {
        "id": checked.id,
        "text": checked.text,
        "verdict": checked.verdict,
        "publisher": checked.publisher,
        "url": checked.url,
        "published": iso(checked.published),
        "language": checked.language.value,
        "ruling": checked.ruling.value if checked.ruling else None,
    }


def checked_claim(row: Row) -> CheckedClaim:
    return CheckedClaim(
        text=row["text"],
        verdict=row["verdict"],
        publisher=row["publisher"],
        url=row["url"],
        published=day(row["published"]),
        language=Language(row["language"]),
        ruling=Verdict(row["ruling"]) if row["ruling"] else None,
    )
