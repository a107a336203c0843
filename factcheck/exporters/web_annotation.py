"""W3C Web Annotations: each verdict, or suggestion, pinned to the words of its article (JSON-LD)."""

from __future__ import annotations

from factcheck.addresses import link
from factcheck.exporters.escaping import json_text
from factcheck.exporters.rows import Row
from factcheck.exporters.wording import Wording
from factcheck.model import Card
from factcheck.queue import Standing
from factcheck.reported import Entry, Report

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


class WebAnnotationExporter:
    """One AnnotationPage; offsets count code points of the text whose SHA-256 is the target's scope."""

    name = "webannotation"
    suffix = ".jsonld"

    def export(self, report: Report) -> bytes:
        """UTF-8 JSON."""
        words = Wording(report.language)
        items = [
            _annotation(entry, section.card, words, report)
            for section in report.sections
            for entry in section.entries
        ]
        page = {"@context": _CONTEXT, "type": "AnnotationPage", "items": items}
        return (json_text(page, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _annotation(entry: Entry, card: Card | None, words: Wording, report: Report) -> Row:
    row: Row = {
        "id": f"urn:factcheck:claim:{entry.claim.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [*_bodies(entry, words), *_evidence(entry)],
        "target": _target(entry, card),
        "generator": {"type": "Software", "name": f"factcheck-workbench {report.version}"},
    }
    people = [_person(one) for one in entry.ruling.sides]
    if people:
        row["creator"] = people
    if entry.ruling.at:
        row["modified"] = entry.ruling.at
    return row


def _bodies(entry: Entry, words: Wording) -> list[Row]:
    if not entry.reviewed:
        said = entry.suggestion
        value = words("suggested_is", verdict=words.verdict(said.verdict, said.reason)) if said else words("")
        note = said.rationale if said else ""
    else:
        value = words.verdict(entry.ruling.word, entry.ruling.reason)
        note = "\n".join(f"{one.reviewer}: {one.note}" for one in entry.ruling.sides if one.note)
    body = [_text(value, "classifying", words.tongue)]
    return [*body, _text(note, "commenting", None)] if note else body


def _text(value: str, purpose: str, tongue: str | None) -> Row:
    row: Row = {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
    return row | {"language": tongue} if tongue else row


def _evidence(entry: Entry) -> list[Row]:
    """The passages that the verdict rests on, each pinned to its own source."""
    return [
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": _source(one.source),
            "selector": [
                {"type": "TextQuoteSelector", "exact": one.passage.text},
                {"type": "TextPositionSelector", "start": one.passage.start, "end": one.passage.end},
            ],
        }
        for one in entry.evidence
        if entry.rests_on(one)
    ]


def _target(entry: Entry, card: Card | None) -> Row:
    claim = entry.claim
    quote: Row = {"type": "TextQuoteSelector", "exact": claim.quote}
    quote |= {"prefix": entry.prefix} if entry.prefix else {}
    quote |= {"suffix": entry.suffix} if entry.suffix else {}
    place: Row = {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
    target: Row = {
        "source": _source(card) if card else f"urn:factcheck:typed:{claim.id}",
        "selector": [quote, place],
    }
    # Which text the offsets count: the page at the address may be another one by now.
    return target | {"scope": f"urn:sha256:{card.id}"} if card else target


def _source(card: Card) -> str:
    return link(card.url) or f"urn:sha256:{card.id}"


def _person(standing: Standing) -> Row:
    return {"type": "Person", "name": standing.reviewer}
