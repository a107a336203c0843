"""The words of a report: everything that an exporter writes down, whatever the format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from factcheck.model import Card, Claim, Match, Provenance, Suggestion, Verdict
from factcheck.queue import ReviewedEvidence, Ruling

RULINGS = (*(verdict.value for verdict in Verdict), "disputed")
"""What can stand for a claim that is reported, in the order in which counts are shown."""


class Caution(StrEnum):
    """What has happened since a verdict was given that a reader should know."""

    SOURCE_REMOVED = "source_removed"
    """A source that it rests on was taken out of the reference corpus."""
    SOURCE_REVISED = "source_revised"
    """A source that it rests on has another text at its address now."""
    ARTICLE_REVISED = "article_revised"
    """The article has another text at its address now."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A caution and the document that it is about."""

    caution: Caution
    document: Card


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the log: a verdict that had been given and was changed."""

    at: str
    """ISO 8601 moment, UTC."""
    who: str
    claim_id: str
    text: str
    """The claim's."""
    old: str
    """As `Ruling.word`: what stood for the claim, or (`own`) what this reviewer had said."""
    new: str
    """Likewise; "" where a decision was taken back and none stands."""
    why: str | None
    own: bool = False
    """The reviewer changed their mind and what stands for the claim did not change by it."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who answers for the report."""

    name: str
    url: str
    """Of the page on which the report is, or will be, published; http or https."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim of an article with what people decided and what was found for it."""

    claim: Claim
    ruling: Ruling
    """Undecided for what is only suggested."""
    suggestion: Suggestion | None
    """None where the machine said nothing, as about a claim that a person wrote."""
    provenance: Provenance | None
    """What made the suggestion."""
    evidence: tuple[ReviewedEvidence, ...]
    """What the ruling rests on first, then pinned ones, then as ranked; excluded ones are left out."""
    matches: tuple[Match, ...] = ()
    before: str = ""
    """The article's words just before the quote, begun with an ellipsis where they were cut; may be empty."""
    after: str = ""
    """The article's words just after the quote, ended with an ellipsis where they were cut; may be empty."""
    prefix: str = ""
    """At most 32 code points before the quote, exactly as they stand: a text anchor, as `suffix`."""
    suffix: str = ""
    cautions: tuple[Warned, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def reviewed(self) -> bool:
        """Whether a person has decided it."""
        return self.ruling.decided

    @property
    def status(self) -> str:
        """How the verdict came about: adjudicated, agreed, disputed, or only suggested."""
        if self.ruling.adjudication is not None:
            return "adjudicated"
        if self.ruling.disputed:
            return "disputed"
        return "agreed" if self.reviewed else "suggested"

    @property
    def anchor(self) -> str:
        """Name of the claim's place in a page; the same in every report."""
        return f"claim-{self.claim.id[:12]}"

    def rests_on(self, evidence: ReviewedEvidence) -> bool:
        """Whether the ruling, or a suggestion that nobody has reviewed, rests on a passage."""
        if self.reviewed:
            return evidence.passage.id in self.ruling.evidence
        if self.suggestion is None or evidence.evidence is None:
            return False
        return evidence.evidence.stance is self.suggestion.verdict.stance


@dataclass(frozen=True, slots=True)
class Section:
    """One article of a report; `card` is None for claims that were typed."""

    card: Card | None
    entries: tuple[Entry, ...]
    """In the order of the article."""
    left_out: int = 0
    """Claims that are not shown because no person has reviewed them and suggestions were not asked for."""

    @property
    def tally(self) -> list[tuple[str, int]]:
        """Each of RULINGS with how many claims people decided so; `disputed` only where there are any."""
        return _decided(self.entries)

    @property
    def suggested(self) -> list[tuple[str, int]]:
        """Likewise for the suggestions of the claims that nobody has reviewed."""
        return _suggested(self.entries)


@dataclass(frozen=True, slots=True)
class Method:
    """How the findings came about, and what was not looked at."""

    provenance: tuple[Provenance, ...]
    """The machinery behind the claims shown, each once."""
    settings: tuple[tuple[str, str], ...]
    """Name and value of each setting that changes what is found."""
    sources: int
    """Sources in the reference corpus."""
    passages: int
    """Passages in the reference corpus."""
    first: date | None = None
    """Publication of the oldest dated source."""
    last: date | None = None
    """Publication of the latest dated source."""
    opinions_wanted: int = 1
    """Reviewers who are to decide each claim."""
    unchecked: int = 0
    """Opinions and questions in the articles, which are not checked."""
    failures: tuple[str, ...] = ()
    """Inputs that could not be read or checked."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that an exporter writes down; building it is the step `factcheck.report`."""

    as_of: str
    """ISO 8601 moment (UTC) of the latest change in the workspace: the same state makes the same report."""
    language: str
    """Of its own words: en, zh-Hant or zh-Hans."""
    sections: tuple[Section, ...]
    claims: int
    """Claims in the articles, shown or left out."""
    reviewed: int
    """How many of `claims` a person has decided."""
    method: Method
    version: str
    """Version of the program that made the report."""
    corrections: tuple[Correction, ...] = ()
    """Oldest first; those of claims that were found to be none among them."""
    since: date | None = None
    """Only what was decided (or, undecided, checked) on this day or later is shown."""
    publisher: Publisher | None = None
    sentence_numbers: Mapping[str, int] = field(default_factory=dict)
    """Passage id -> its place among the passages of its source, from 0, for each that a verdict rests on."""

    @property
    def left_out(self) -> int:
        """Claims that are not shown."""
        return sum(section.left_out for section in self.sections)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The claims shown, in order."""
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def tally(self) -> list[tuple[str, int]]:
        """As of a section."""
        return _decided(self.entries)

    @property
    def suggested(self) -> list[tuple[str, int]]:
        """As of a section."""
        return _suggested(self.entries)

    @property
    def cited(self) -> tuple[Card, ...]:
        """The sources whose passages are shown, each once, in the order in which they appear."""
        found = {one.source.id: one.source for entry in self.entries for one in entry.evidence}
        return tuple(found.values())


def _decided(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    return _tally(entry.ruling.word for entry in entries if entry.reviewed)


def _suggested(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    return _tally(entry.suggestion.verdict for entry in entries if not entry.reviewed and entry.suggestion)


def _tally(words: Iterable[str]) -> list[tuple[str, int]]:
    """Each of RULINGS with how often `words` has it, 0 among them; `disputed` only where it is there."""
    counts = Counter(str(word) for word in words)
    return [(word, counts[word]) for word in RULINGS if word != "disputed" or counts[word]]
