"""The words of the workbench: frozen records and enums that every part speaks in.

Offsets count code points of the stored text and are half-open; scores are higher when closer;
ids, never texts, join things.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Language(StrEnum):
    """What a text is written in."""

    EN = "en"
    HANT = "zh-Hant"
    HANS = "zh-Hans"
    ZH = "zh"
    """Chinese in both scripts, or in characters that the scripts share."""
    MIXED = "mixed"
    """English and Chinese, each in substantial part."""
    UND = "und"

    @property
    def is_chinese(self) -> bool:
        """True where sentences about this text are best worded in Chinese."""
        return self in (Language.HANT, Language.HANS, Language.ZH, Language.MIXED)


class ClaimKind(StrEnum):
    """What sort of statement a claim is; only factual ones and forecasts are checked."""

    FACTUAL = "factual"
    FORECAST = "forecast"
    OPINION = "opinion"
    QUESTION = "question"

    @property
    def is_checkable(self) -> bool:
        return self in (ClaimKind.FACTUAL, ClaimKind.FORECAST)


class Verdict(StrEnum):
    """All evidence towards one claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"

    @property
    def stance(self) -> Stance | None:
        """The stance of the passages that such a verdict rests on; None for unverifiable."""
        return {Verdict.SUPPORTED: Stance.SUPPORTS, Verdict.CONTRADICTED: Stance.CONTRADICTS}.get(self)


class Reason(StrEnum):
    """Why a claim is unverifiable."""

    NO_EVIDENCE = "no_evidence"
    CONFLICTING = "conflicting"
    NOT_CHECKABLE = "not_checkable"


class Stance(StrEnum):
    """One passage towards one claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    NEUTRAL = "neutral"


class DifferenceKind(StrEnum):
    """The slot in which a claim and a passage disagree."""

    QUANTITY = "quantity"
    UNIT = "unit"
    PERIOD = "period"
    DATE = "date"
    SCOPE = "scope"
    POLARITY = "polarity"
    MODALITY = "modality"
    NAME = "name"
    SPEAKER = "speaker"


def document_id(text: str) -> str:
    """sha256 of the UTF-8 text, 64 hex digits: equal texts are one document."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def span_id(document: str, start: int, end: int, *extra: str) -> str:
    """Id of a span of a document (and, for claims, its wording): 32 hex digits of sha256."""
    key = "\x1f".join((document, str(start), str(end), *extra))
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:32]


Offsets = tuple[int, int]
"""A span of a text, half-open."""


def common_part(left: Offsets, right: Offsets) -> int:
    """Code points that two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def overlap(left: Offsets, right: Offsets) -> float:
    """Character IoU of two spans, in [0, 1]."""
    common = common_part(left, right)
    return common / ((left[1] - left[0]) + (right[1] - right[0]) - common)


@dataclass(frozen=True, slots=True)
class Card:
    """What is known about a document besides its text."""

    id: str
    path: str | None = None
    """The file it was read from, as given; None for a URL, standard input or typed text."""
    title: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: Language = Language.UND
    accessed: str | None = None
    """ISO 8601 moment (UTC) at which a URL was fetched."""
    tier: str | None = None
    """A newsroom's own grade of the source, free text."""
    archived: str | None = None
    """Address of a copy in a web archive, as somebody gave it."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article or a source as read: its text is fixed from then on."""

    text: str
    path: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: Language = Language.UND
    accessed: str | None = None
    page: bytes | None = None
    """The fetched page as it came, for a URL; kept beside the source so that it can be replicated."""
    notes: tuple[str, ...] = ()
    """What reading changed or could not tell, one sentence each."""
    id: str = field(init=False)
    """sha256 of `text`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", document_id(self.text))

    @property
    def target(self) -> str:
        """The file, URL or row that it was read from, as a run names it."""
        return self.path or self.url or "standard input"

    @property
    def card(self) -> Card:
        """The document without its text."""
        return Card(
            id=self.id,
            path=self.path,
            title=self.title,
            author=self.author,
            published=self.published,
            url=self.url,
            language=self.language,
            accessed=self.accessed,
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source, the unit of retrieval; the one before and the title are context, not text."""

    id: str
    document_id: str
    start: int
    end: int
    text: str
    """`document.text[start:end]`."""
    context: str = ""
    """The sentence before, for what this one leaves unsaid."""
    language: Language = Language.UND


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that can be checked on its own."""

    id: str
    document_id: str | None
    """The article; None for a typed claim."""
    text: str
    """Standalone wording: subject carried over, pronouns and relative dates resolved where safe."""
    quote: str
    """The article's own words, `document.text[start:end]`."""
    start: int
    end: int
    language: Language
    kind: ClaimKind
    attribution: str | None
    """Who says it, in the article's words, when the article reports somebody."""
    check_worthiness: float
    """In [0, 1]: would a reader want this checked."""
    context: str = ""
    """Title and neighbouring sentences of the article."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One slot in which the two sides disagree, with both sides' words."""

    kind: DifferenceKind
    claim: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a claim."""

    passage: Passage
    source: Card
    score: float
    """Higher is closer; comparable within one claim."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A retrieved passage with its stance towards one claim."""

    hit: Hit
    sentence: tuple[int, int]
    """Offsets of the deciding sentence in the source's text."""
    stance: Stance
    stance_score: float
    """Probability of the stance, in [0, 1]."""
    differences: tuple[Difference, ...] = ()


class MatchLevel(StrEnum):
    """How near an already checked claim comes."""

    SAME = "same"
    """It says the same."""
    NEAR = "near"
    """It says nearly the same: a figure, a date, a name or a negation differs, or the wording is far off."""
    TOPIC = "topic"
    """It is about the same matter and says something else."""


@dataclass(frozen=True, slots=True)
class Match:
    """An already checked claim beside a new one; suggested until a person confirms it."""

    text: str
    verdict: str
    """In its publisher's words."""
    publisher: str | None
    url: str | None
    published: date | None
    score: float
    """Higher is closer, at most 1."""
    level: MatchLevel = MatchLevel.NEAR
    ruling: Verdict | None = None
    """What `verdict` comes to among the three; None where that is not clear."""
    own_claim: str | None = None
    """Id of the claim, where this workspace's own reviewers decided it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The machine's verdict; never a person's."""

    verdict: Verdict
    confidence: float
    """Calibrated probability that the verdict is right, in [0, 1]."""
    reason: Reason | None
    """None unless the verdict is unverifiable."""
    rationale: str
    """One sentence in the claim's language."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which machinery made a result."""

    encoder: str
    judge: str
    settings: str
    """Digest of the settings, reading rules and names that change results, 12 hex digits."""
    version: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim with everything found for it: the row that `--json` prints."""

    article: Card | None
    claim: Claim
    suggestion: Suggestion
    matches: tuple[Match, ...]
    evidence: tuple[Evidence, ...]
    """Best first."""
    provenance: Provenance


class OutcomeStatus(StrEnum):
    """What became of one input of a run."""

    ADDED = "added"
    KNOWN = "known"
    CHECKED = "checked"
    UP_TO_DATE = "up_to_date"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input of a run over many: what became of it."""

    target: str
    """The file, URL or row, as a person would name it."""
    status: OutcomeStatus
    card: Card | None = None
    count: int = 0
    """Passages added, or claims found."""
    message: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What was suggested for the claims of one article, and how far people are with them."""

    verdicts: Mapping[Verdict, int]
    """How many claims each verdict was suggested for."""
    reviewed: int = 0
    """How many of them people have decided."""

    @property
    def claims(self) -> int:
        """How many there are."""
        return sum(self.verdicts.values())
