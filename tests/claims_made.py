"""Workspaces of many claims, written without extraction or models: what is measured is the queue, not these."""

from __future__ import annotations

import random
from pathlib import Path

from factcheck.folder import Folder
from factcheck.model import (
    Claim,
    ClaimKind,
    Document,
    Finding,
    Language,
    Provenance,
    Reason,
    Suggestion,
    Verdict,
    span_id,
)

_SENTENCES = {
    Language.EN: "Company {n} said revenue rose {p}% to ${v} million in {y}.",
    Language.HANT: "第{n}公司表示，{y}年營收成長{p}%，達{v}百萬美元。",
    Language.HANS: "第{n}公司表示，{y}年营收增长{p}%，达{v}百万美元。",
    Language.MIXED: "第{n}公司的 AI chip 出貨在{y}年增加{p}%，revenue 達 ${v} million。",
}
_MADE_BY = Provenance("made", "made", "000000000000", "0")


def make_claims(folder: Path, count: int, *, per_article: int = 200, seed: int = 7) -> Path:
    """A workspace in `folder` with `count` claims in all four kinds of text, each with a suggestion."""
    chance = random.Random(seed)
    languages = list(_SENTENCES)
    with Folder(folder).create().open_store() as store, store.writing():
        for article in range((count + per_article - 1) // per_article):
            language = languages[article % len(languages)]
            sentences = [
                _SENTENCES[language].format(
                    n=article * per_article + number,
                    p=chance.randint(1, 99),
                    v=chance.randint(10, 999),
                    y=chance.randint(2010, 2025),
                )
                for number in range(min(per_article, count - article * per_article))
            ]
            document = Document("\n".join(sentences), title=f"Article {article}", language=language)
            store.add_document(document)
            claims = list(_claims(document, sentences, chance))
            findings = [
                Finding(document.card, claim, _suggestion(chance), (), (), _MADE_BY) for claim in claims
            ]
            store.save_check(
                document.id, claims, findings, corpus_revision=store.corpus_revision(), provenance=_MADE_BY
            )
    return folder


def _claims(document: Document, sentences: list[str], chance: random.Random) -> list[Claim]:
    claims, at = [], 0
    for sentence in sentences:
        end = at + len(sentence)
        claims.append(
            Claim(
                id=span_id(document.id, at, end, sentence),
                document_id=document.id,
                text=sentence,
                quote=sentence,
                start=at,
                end=end,
                language=document.language,
                kind=ClaimKind.FACTUAL,
                attribution=None,
                check_worthiness=round(chance.random(), 4),
            )
        )
        at = end + 1
    return claims


def _suggestion(chance: random.Random) -> Suggestion:
    verdict = chance.choice(list(Verdict))
    reason = Reason.NO_EVIDENCE if verdict is Verdict.UNVERIFIABLE else None
    return Suggestion(verdict, round(chance.random(), 3), reason, "Made for measuring.")
