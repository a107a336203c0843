"""Findings made by hand for the tests of reports and layouts, in four kinds of text."""

from __future__ import annotations

from datetime import date

from factcheck.model import (
    Claim,
    ClaimKind,
    Difference,
    DifferenceKind,
    Document,
    Evidence,
    Finding,
    Hit,
    Language,
    Match,
    Passage,
    Provenance,
    Reason,
    Stance,
    Suggestion,
    Verdict,
    span_id,
)
from factcheck.queue import ReviewedEvidence, Ruling, Standing, ruling_of
from factcheck.report import Wish, anchored, assembled
from factcheck.reported import Caution, Correction, Entry, Method, Publisher, Report, Warned

PROVENANCE = Provenance("builtin 1", "builtin 1", "0123456789ab", "0.1.0")
HOSTILE = '\x1b[31mred\x07 \u202eright to left <script>alert(1)</script> & "quoted"'

EN = Document(
    "Oakline grew again. Oakline earned $8 billion in the quarter, it said. It hired nobody.\n\nNext part.",
    path="articles/oakline.md",
    title="Oakline grows & grows",
    author="A. Writer",
    published=date(2025, 10, 30),
    url="https://example.org/articles/oakline",
    language=Language.EN,
)
HANT = Document(
    "橡線公司表示,本季營收為80億美元。它沒有僱用任何人。", language=Language.HANT, title="橡線成長"
)
HANS = Document("橡线公司七月出货五万片。", language=Language.HANS, path="articles/橡线.txt")
MIXED = Document("Oakline 預估 2026 年出貨 60,000 片 wafers。", language=Language.MIXED, title="Oakline 展望")
EMPTY = Document("Nothing to check here?", language=Language.EN, title="A question")
ARTICLES = (EN, HANT, HANS, MIXED, EMPTY)

NOTICE = Document(
    "橡線公告。橡線三年合計營收80億美元。其他不變。",
    title="橡線公告",
    published=date(2025, 10, 16),
    url="https://example.org/notice?a=1&b=2",
    language=Language.HANT,
)
WIRE = Document(
    f"Oakline earned $8 billion in the third quarter. {HOSTILE}",
    title=HOSTILE,
    url="javascript:alert(1)",
    language=Language.EN,
)


def claim(article: Document, quote: str, kind: ClaimKind = ClaimKind.FACTUAL, **known: object) -> Claim:
    """`quote` of `article` as a claim."""
    start = article.text.index(quote)
    words: dict[str, object] = {"text": quote, "attribution": None} | known
    return Claim(
        id=span_id(article.id, start, start + len(quote), quote),
        document_id=article.id,
        quote=quote,
        start=start,
        end=start + len(quote),
        language=article.language,
        kind=kind,
        check_worthiness=0.75,
        **words,  # type: ignore[arg-type]
    )


def evidence(
    source: Document, sentence: str, stance: Stance, *differences: Difference, whole: bool = False
) -> Evidence:
    """`sentence` of `source` as evidence; `whole`: in a passage that is the whole source."""
    start = source.text.index(sentence)
    end = start + len(sentence)
    first, last = (0, len(source.text)) if whole else (start, end)
    passage = Passage(
        span_id(source.id, first, last), source.id, first, last, source.text[first:last], "", source.language
    )
    return Evidence(Hit(passage, source.card, 0.5), (start, end), stance, 0.91, differences)


def finding(article: Document, made: Claim, suggestion: Suggestion, *found: Evidence) -> Finding:
    """A finding of the sample machinery, without matches."""
    return Finding(article.card, made, suggestion, (), found, PROVENANCE)


def findings() -> list[Finding]:
    """Four findings for ARTICLES, the last of which has none."""
    over = Difference(DifferenceKind.PERIOD, "in the quarter", "三年合計")
    supported = finding(
        EN,
        claim(EN, "Oakline earned $8 billion in the quarter", text="Oakline earned $8 billion in Q3 2025"),
        Suggestion(Verdict.SUPPORTED, 0.93, None, "A wire report gives the same figure for the quarter."),
        evidence(WIRE, "Oakline earned $8 billion in the third quarter.", Stance.SUPPORTS, whole=True),
        evidence(NOTICE, "橡線三年合計營收80億美元。", Stance.NEUTRAL, over, whole=True),
        evidence(NOTICE, "其他不變。", Stance.NEUTRAL),
    )
    contradicted = finding(
        HANT,
        claim(HANT, "本季營收為80億美元", attribution="橡線公司"),
        Suggestion(Verdict.CONTRADICTED, 0.81, None, "橡線公告說的是三年合計80億美元,而不是本季。"),
        evidence(
            NOTICE,
            "橡線三年合計營收80億美元。",
            Stance.CONTRADICTS,
            Difference(DifferenceKind.PERIOD, "本季", "三年合計"),
            Difference(DifferenceKind.MODALITY, "", "預估"),
        ),
    )
    matched = Match("Oakline hired nobody", "false", "Some Checkers", "https://example.org/c", None, 0.9)
    unsettled = Suggestion(Verdict.UNVERIFIABLE, 0.5, Reason.CONFLICTING, "两个来源互相矛盾。")
    conflicting = Finding(
        HANS.card,
        claim(HANS, "橡线公司七月出货五万片"),
        unsettled,
        (matched,),
        (evidence(NOTICE, "其他不變。", Stance.NEUTRAL),),
        PROVENANCE,
    )
    forecast = finding(
        MIXED,
        claim(MIXED, "2026 年出貨 60,000 片 wafers", ClaimKind.FORECAST, attribution=HOSTILE),
        Suggestion(Verdict.UNVERIFIABLE, 0.7, Reason.NO_EVIDENCE, HOSTILE),
    )
    return [supported, contradicted, conflicting, forecast]


METHOD = Method(
    provenance=(PROVENANCE,),
    settings=(("top", "5"), ("encoder", "builtin")),
    sources=2,
    passages=1234,
    first=date(2024, 1, 2),
    last=date(2025, 10, 16),
    unchecked=3,
    failures=("broken.pdf",),
)
PUBLISHER = Publisher(f"The Desk {HOSTILE}", "https://desk.example/checks")


def entry(found: Finding, ruling: Ruling | None = None, **known: object) -> Entry:
    """The entry of one finding."""
    beside = tuple(ReviewedEvidence(one.hit.passage, one.hit.source, one) for one in found.evidence)
    made = Entry(
        claim=found.claim,
        ruling=ruling or Ruling(),
        suggestion=found.suggestion,
        provenance=found.provenance,
        evidence=beside,
        matches=found.matches,
        **known,  # type: ignore[arg-type]
    )
    texts = {article.id: article.text for article in ARTICLES}
    document = found.claim.document_id
    return made if document is None else anchored(made, texts[document])


def standing(reviewer: str, verdict: Verdict, **known: object) -> Standing:
    """Where a reviewer stands."""
    return Standing(reviewer, verdict, at="2025-11-02T09:30:00.000000Z", **known)  # type: ignore[arg-type]


def report(*, include_suggestions: bool = True, language: str = "en") -> Report:
    """The report of all of it, with nothing reviewed."""
    found = findings()
    return assembled(
        [article.card for article in ARTICLES],
        [entry(one) for one in found] if include_suggestions else [],
        claims=[one.claim for one in found],
        method=METHOD if include_suggestions else Method((), (), 2, 1234),
        as_of="2025-12-01T08:00:00Z",
        wish=Wish(include_suggestions=include_suggestions, language=language),
    )


def decided(language: str = "en") -> Report:
    """One claim agreed with a correction, one adjudicated, one disputed, one only suggested."""
    first, second, third, fourth = findings()
    resting = (first.evidence[0].hit.passage.id,)
    agreed = ruling_of([standing("ann", Verdict.SUPPORTED, evidence=resting, note=f"=1+1 {HOSTILE}")])
    changed = Correction(
        "2025-11-02T09:30:00.000000Z", "ann", first.claim.id, first.claim.text, "contradicted", "supported",
        f"the wire was late | {HOSTILE}",
    )  # fmt: skip
    sides = [standing("安", Verdict.CONTRADICTED), standing("ben", Verdict.SUPPORTED, note="-2 < 3")]
    settled = ruling_of(sides, standing("chief", Verdict.CONTRADICTED, note="三年不是一季"))
    disputed = ruling_of(
        [standing("安", Verdict.UNVERIFIABLE, reason=Reason.CONFLICTING), standing("ben", Verdict.SUPPORTED)]
    )
    entries = [
        entry(first, agreed, corrections=(changed,), cautions=(Warned(Caution.SOURCE_REVISED, WIRE.card),)),
        entry(second, settled, cautions=(Warned(Caution.ARTICLE_REVISED, HANT.card),)),
        entry(third, disputed),
        entry(fourth),
    ]
    return assembled(
        [article.card for article in ARTICLES],
        entries,
        claims=[one.claim for one in entries],
        method=METHOD,
        as_of="2025-12-01T08:00:00Z",
        wish=Wish(include_suggestions=True, language=language, publisher=PUBLISHER),
        corrections=[changed],
        sentence_numbers={resting[0]: 3},
    )
