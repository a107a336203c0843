"""Documents, passages and findings for the tests of the store, in four kinds of text."""

from __future__ import annotations

from pathlib import Path

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
from factcheck.store import Store

SENTENCES: dict[Language, list[str]] = {
    Language.EN: ["The foundry shipped 40,000 wafers in May. ", "Its rival shipped half of that. "],
    Language.HANT: ["晶圓廠五月出貨四萬片。", "對手的出貨量只有一半。"],
    Language.HANS: ["晶圆厂六月出货五万片。", "对手的出货量只有三成。"],
    Language.MIXED: ["這家 foundry 七月出貨 60,000 片 wafers。", "The 🏭 rival 出貨為零。"],
}
PROVENANCE = Provenance(encoder="builtin 1", judge="builtin 1", settings="0123456789ab", version="0.1.0")


def document(language: Language, **known: object) -> Document:
    """A document of the sample sentences of one language."""
    return Document(text="".join(SENTENCES[language]), language=language, **known)  # type: ignore[arg-type]


def passages(source: Document) -> list[Passage]:
    """The sample sentences as passages, each with its neighbour as context."""
    found: list[Passage] = []
    start = 0
    for text in SENTENCES[source.language]:
        end = start + len(text)
        found.append(
            Passage(span_id(source.id, start, end), source.id, start, end, text, source.text, source.language)
        )
        start = end
    return found


def add(store: Store, source: Document) -> list[int]:
    """Store `source` and make it a source; its passage numbers."""
    store.add_document(source)
    return store.add_source(source.id, passages(source))


def claim(article: Document, start: int = 0, kind: ClaimKind = ClaimKind.FACTUAL) -> Claim:
    """The article's text from `start` on as a claim."""
    return Claim(
        id=span_id(article.id, start, len(article.text), "worded"),
        document_id=article.id,
        text="worded",
        quote=article.text[start:],
        start=start,
        end=len(article.text),
        language=article.language,
        kind=kind,
        attribution=None,
        check_worthiness=0.5,
    )


def finding(store: Store, made: Claim, evidence: list[Passage]) -> Finding:
    """A finding for `made` with each passage as contradicting evidence and one match."""
    difference = Difference(DifferenceKind.QUANTITY, "四萬片", "half")
    return Finding(
        article=None if made.document_id is None else store.card(made.document_id),
        claim=made,
        suggestion=Suggestion(Verdict.UNVERIFIABLE, 0.25, Reason.CONFLICTING, "兩個來源不一致。"),
        matches=(Match("已查", "false", None, "https://example.org/1", None, 0.75),),
        evidence=tuple(
            Evidence(
                Hit(passage, store.card(passage.document_id), 1 / (rank + 1)),
                (passage.start, passage.end),
                Stance.CONTRADICTS,
                0.875,
                (difference,),
            )
            for rank, passage in enumerate(evidence)
        ),
        provenance=PROVENANCE,
    )


def modules_with_sql(root: Path) -> list[str]:
    """Python files below `root` that hold an SQL statement, by path."""
    import re

    statement = re.compile(
        r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b"
    )
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if statement.search(path.read_text("utf-8"))
    )
