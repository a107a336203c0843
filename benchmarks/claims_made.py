"""Workspaces of many claims, written without extraction or models: what is measured is the queue."""

from __future__ import annotations

import random
from pathlib import Path

from factcheck.folder import Folder
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
    Passage,
    Provenance,
    Reason,
    Stance,
    Suggestion,
    Verdict,
    span_id,
)
from factcheck.store import Store

_SENTENCES = {
    Language.EN: "Company {n} said revenue rose {p}% to ${v} million in {y}.",
    Language.HANT: "第{n}公司表示，{y}年營收成長{p}%，達{v}百萬美元。",
    Language.HANS: "第{n}公司表示，{y}年营收增长{p}%，达{v}百万美元。",
    Language.MIXED: "第{n}公司的 AI chip 出貨在{y}年增加{p}%，revenue 達 ${v} million。",
}
_MADE_BY = Provenance("made", "made", "000000000000", "0")


def make_claims(folder: Path, count: int, *, per_article: int = 200, seed: int = 7) -> Path:
    """A workspace in `folder` with `count` claims in all four kinds of text, each with its suggestion."""
    chance = random.Random(seed)
    languages = list(_SENTENCES)
    with Folder(folder).create().open_store() as store, store.writing():
        passages = {language: _source(store, language, chance) for language in languages}
        for article in range((count + per_article - 1) // per_article):
            language = languages[article % len(languages)]
            sentences = _sentences(language, min(per_article, count - article * per_article), chance)
            document = Document("\n".join(sentences), title=f"Article {article}", language=language)
            store.add_document(document)
            claims = [_claim(document, passage) for passage in _passages(document, sentences)]
            findings = [_finding(document, claim, passages[language], chance) for claim in claims]
            store.save_check(
                document.id, claims, findings, corpus_revision=store.corpus_revision(), provenance=_MADE_BY
            )
    return folder


def _sentences(language: Language, count: int, chance: random.Random) -> list[str]:
    return [
        _SENTENCES[language].format(
            n=chance.randint(1, 10**6),
            p=chance.randint(1, 99),
            v=chance.randint(10, 999),
            y=chance.randint(2010, 2025),
        )
        for _ in range(count)
    ]


def _passages(document: Document, sentences: list[str]) -> list[Passage]:
    """The document's sentences, one a line, where they stand."""
    found, at = [], 0
    for sentence in sentences:
        end = at + len(sentence)
        found.append(
            Passage(span_id(document.id, at, end), document.id, at, end, sentence, language=document.language)
        )
        at = end + 1
    return found


def _source(store: Store, language: Language, chance: random.Random) -> list[Hit]:
    sentences = _sentences(language, 50, chance)
    document = Document("\n".join(sentences), title=f"Source {language}", language=language)
    store.add_document(document)
    passages = _passages(document, sentences)
    store.add_source(document.id, passages)
    return [Hit(passage, document.card, 0.5) for passage in passages]


def _claim(document: Document, at: Passage) -> Claim:
    return Claim(
        id=span_id(document.id, at.start, at.end, at.text),
        document_id=document.id,
        text=at.text,
        quote=at.text,
        start=at.start,
        end=at.end,
        language=document.language,
        kind=ClaimKind.FACTUAL,
        attribution=None,
        check_worthiness=1.0,
    )


_STANCES = {
    Verdict.SUPPORTED: Stance.SUPPORTS,
    Verdict.CONTRADICTED: Stance.CONTRADICTS,
    Verdict.UNVERIFIABLE: Stance.NEUTRAL,
}


def _finding(article: Document, claim: Claim, hits: list[Hit], chance: random.Random) -> Finding:
    """A suggestion with five passages, the first of which is why."""
    verdict = chance.choice(list(Verdict))
    reason = Reason.NO_EVIDENCE if verdict is Verdict.UNVERIFIABLE else None
    evidence = tuple(
        Evidence(
            hit,
            (hit.passage.start, hit.passage.end),
            Stance.NEUTRAL if rank else _STANCES[verdict],
            0.5,
            () if rank else (Difference(DifferenceKind.DATE, claim.text[:4], hit.passage.text[:4]),),
        )
        for rank, hit in enumerate(chance.sample(hits, 5))
    )
    suggestion = Suggestion(verdict, round(chance.random(), 3), reason, "Made for measuring.")
    return Finding(article.card, claim, suggestion, (), evidence, _MADE_BY)
