"""Findings made by hand for the tests of reports and layouts, in four kinds of text."""

from __future__ import annotations

from datetime import date

from factcheck.exporters import Report
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
from factcheck.report import build_report

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


def report(*, include_suggestions: bool = True) -> Report:
    """The report of all of it."""
    texts = {article.id: article.text for article in ARTICLES}
    return build_report(
        [article.card for article in ARTICLES],
        findings(),
        text_of=texts.__getitem__,
        sources=2,
        passages=1234,
        made="2025-12-01 08:00 UTC",
        include_suggestions=include_suggestions,
    )
