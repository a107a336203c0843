"""ClaimReview: a report's verdicts as JSON-LD for the web (schema.org; fields as Google's list has them).

Supported is 5 of 5, contradicted 1 of 5; unverifiable and disputed carry words and no number, since 3 would
mean half true. Suggestions are left out: a ClaimReview states a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.addresses import link
from factcheck.errors import UsageError
from factcheck.exporters.escaping import json_text
from factcheck.exporters.rows import Row
from factcheck.exporters.wording import Wording
from factcheck.language.tongues import Words, side
from factcheck.model import Card, Language, Verdict
from factcheck.reported import Entry, Publisher, Report

LONGEST = 75
"""Characters of a claim that Google's field list advises to stay below."""
_RATINGS: dict[str, tuple[int | None, Words]] = {
    Verdict.SUPPORTED: (5, ("Supported by evidence", "獲證據支持")),
    Verdict.CONTRADICTED: (1, ("Contradicted by evidence", "與證據不符")),
    Verdict.UNVERIFIABLE: (None, ("Unverifiable", "無法查證")),
    "disputed": (None, ("Reviewers disagree", "審閱者意見不一")),
}
_IN_A_PAGE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}
_NO_PUBLISHER = (
    "Wanted the publisher's name and the address of the page for ClaimReview, found none: each review must"
    " name where it is published. Give --publisher NAME and --publisher-url https://..., or set publisher and"
    " publisher_url in factcheck.toml."
)


class ClaimReviewExporter:
    """A JSON array with one ClaimReview for each claim that people decided."""

    name = "claimreview"
    suffix = ".json"

    def export(self, report: Report) -> bytes:
        """UTF-8 JSON; UsageError without a publisher or with an address that is none."""
        publisher = report.publisher
        if publisher is None or not publisher.name.strip():
            raise UsageError(_NO_PUBLISHER)
        if not link(publisher.url):
            raise UsageError(
                f"Wanted the address of the page, http:// or https://, found '{publisher.url[:80]}'."
            )
        reviews = [
            _review(entry, section.card, publisher, report)
            for section in report.sections
            for entry in section.entries
            if entry.reviewed
        ]
        # It is pasted into a page's <script>, which the first "</script>" in it would end.
        text = json_text(reviews, indent=1).translate(_IN_A_PAGE)
        return f"{text}\n".encode("utf-8", "backslashreplace")

    def warnings(self, report: Report) -> Iterator[str]:
        """What the file says otherwise than a reader of the report would expect."""
        long = sum(len(entry.claim.text) > LONGEST for entry in report.entries if entry.reviewed)
        if long:
            yield (
                f"Longer than the {LONGEST} characters that search engines advise, and left whole:"
                f" {long:,} of the claims."
            )
        undecided = sum(not entry.reviewed for entry in report.entries)
        if undecided:
            yield f"Left out, since a ClaimReview states a verdict: {undecided:,} that nobody has reviewed."


def _review(entry: Entry, card: Card | None, publisher: Publisher, report: Report) -> Row:
    value, words = _RATINGS[entry.ruling.word]
    wording = Wording(report.language)
    rating: Row = {"@type": "Rating", "alternateName": side(words, report.language)}
    if value is not None:
        rating |= {"ratingValue": value, "bestRating": 5, "worstRating": 1}
    if entry.ruling.reason:
        rating["ratingExplanation"] = wording(entry.ruling.reason)
    row: Row = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"{publisher.url.partition('#')[0]}#{entry.anchor}",
        "claimReviewed": entry.claim.text,
        "author": {"@type": "Organization", "name": publisher.name, "url": publisher.url},
        "inLanguage": report.language,
        "itemReviewed": _claim(entry, card, wording),
        "reviewRating": rating,
    }
    if entry.ruling.at:
        row["datePublished"] = entry.ruling.at[:10]
    body = _body(entry, wording)
    if body:
        row["reviewBody"] = body
    cited = [_citation(one.source, wording) for one in entry.evidence if entry.rests_on(one)]
    if cited:
        row["citation"] = [one for number, one in enumerate(cited) if one not in cited[:number]]
    return row


def _claim(entry: Entry, card: Card | None, words: Wording) -> Row:
    row: Row = {"@type": "Claim"}
    if entry.claim.language is not Language.UND:
        row["inLanguage"] = "zh" if entry.claim.language is Language.MIXED else str(entry.claim.language)
    if entry.claim.attribution:
        row["author"] = {"@type": "Person", "name": entry.claim.attribution}
    if card is not None:
        row["appearance"] = _work(card, words)
        if card.published:
            row["datePublished"] = card.published.isoformat()
    return row


def _work(card: Card, words: Wording) -> Row:
    row: Row = {"@type": "CreativeWork", "name": words.document(card)}
    if link(card.url):
        row["url"] = card.url
    if card.author:
        row["author"] = {"@type": "Person", "name": card.author}
    if card.published:
        row["datePublished"] = card.published.isoformat()
    return row


def _citation(card: Card, words: Wording) -> Row:
    row = _work(card, words)
    if link(card.archived):
        row["archivedAt"] = card.archived
    return row


def _body(entry: Entry, words: Wording) -> str:
    """All sides in words, with their notes."""
    told = []
    for one in entry.ruling.sides:
        said = words.verdict(one.word, one.reason)
        told.append(f"{words('whose', who=one.reviewer, what=said)}{f'. {one.note}' if one.note else ''}")
    return "\n".join(told)
