"""The rows that `--json` prints hold exactly the keys that others rely on, and are plain JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from factcheck.exporters.rows import finding_row, hit_row
from factcheck.model import (
    Card,
    Claim,
    ClaimKind,
    Difference,
    DifferenceKind,
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
)

SOURCE = Card(id="s" * 64, title="晶圓出貨", url="https://example.org/a", published=date(2025, 5, 3))
QUOTES = {
    Language.EN: "The foundry shipped 40,000 wafers",
    Language.HANT: "晶圓廠五月出貨四萬片",
    Language.HANS: "晶圆厂六月出货五万片",
    Language.MIXED: "這家 foundry 七月出貨 60,000 片 🏭",
}
EVIDENCE_KEYS = {
    "passage_id", "source", "text", "start", "end", "sentence", "score", "stance", "stance_score",
    "differences",
}  # fmt: skip


def finding(language: Language = Language.HANT, *, typed: bool = False) -> Finding:
    """A claim with one passage against it."""
    quote = QUOTES[language]
    start = 0 if typed else 7
    article = Card(id="a" * 64, path="新聞.txt", title="本週", published=date(2025, 6, 1), language=language)
    claim = Claim(
        id="c" * 32,
        document_id=None if typed else article.id,
        text=quote,
        quote=quote,
        start=start,
        end=start + len(quote),
        language=language,
        kind=ClaimKind.FORECAST,
        attribution=None,
        check_worthiness=1 / 3,
    )
    passage = Passage("p" * 32, SOURCE.id, 10, 20, "出貨量只有三萬八千片", "晶圓出貨", Language.HANT)
    evidence = Evidence(
        Hit(passage, SOURCE, 0.75),
        (10, 20),
        Stance.CONTRADICTS,
        0.875,
        (Difference(DifferenceKind.QUANTITY, "四萬片", "三萬八千片"),),
    )
    return Finding(
        article=None if typed else article,
        claim=claim,
        suggestion=Suggestion(Verdict.CONTRADICTED, 0.9, None, "來源說是三萬八千片。"),
        matches=(Match("已查", "false", "某報", None, date(2025, 1, 2), 0.5),),
        evidence=(evidence,),
        provenance=Provenance("builtin 1", "builtin 1", "0123456789ab", "0.1.0"),
    )


@pytest.mark.parametrize("language", QUOTES)
def test_a_finding_has_the_keys_that_others_rely_on(language: Language) -> None:
    row = finding_row(finding(language))
    assert list(row) == ["article", "claim", "suggestion", "matches", "evidence", "provenance"]
    expected = {
        "article": {"id", "path", "title", "published", "language"},
        "claim": {
            "id", "text", "quote", "start", "end", "language", "kind", "attribution", "check_worthiness",
        },
        "suggestion": {"verdict", "confidence", "reason", "rationale"},
        "provenance": {"encoder", "judge", "settings", "version"},
    }  # fmt: skip
    plain = json.loads(json.dumps(row, ensure_ascii=False, allow_nan=False))
    assert {name: set(plain[name]) for name in expected} == expected
    assert plain["claim"]["quote"] == QUOTES[language]
    assert plain["claim"]["end"] - plain["claim"]["start"] == len(QUOTES[language])
    assert set(plain["matches"][0]) == {
        "text", "verdict", "publisher", "url", "published", "score", "level", "ruling",
    }  # fmt: skip
    assert set(plain["evidence"][0]) == EVIDENCE_KEYS
    assert set(plain["evidence"][0]["source"]) == {"id", "title", "url", "published"}
    assert plain["evidence"][0]["sentence"] == {"start": 10, "end": 20}
    assert plain["evidence"][0]["differences"] == [
        {"kind": "quantity", "claim": "四萬片", "evidence": "三萬八千片"}
    ]


def test_words_and_dates_are_those_of_the_contract() -> None:
    plain = json.loads(json.dumps(finding_row(finding())))
    assert plain["article"]["published"] == "2025-06-01"
    assert plain["article"]["language"] == plain["claim"]["language"] == "zh-Hant"
    assert plain["claim"]["kind"] == "forecast"
    assert plain["claim"]["attribution"] is None
    assert plain["claim"]["check_worthiness"] == pytest.approx(1 / 3, abs=1e-6)
    assert plain["suggestion"]["verdict"] == "contradicted"
    assert plain["suggestion"]["reason"] is None
    assert plain["evidence"][0]["stance"] == "contradicts"
    assert plain["matches"][0]["published"] == "2025-01-02"


def test_an_unverifiable_claim_says_why() -> None:
    said = Suggestion(Verdict.UNVERIFIABLE, 0.5, Reason.NO_EVIDENCE, "沒有證據。")
    row = finding_row(replace(finding(), suggestion=said, evidence=(), matches=()))
    assert row["suggestion"] == {
        "verdict": "unverifiable", "confidence": 0.5, "reason": "no_evidence", "rationale": "沒有證據。",
    }  # fmt: skip
    assert row["evidence"] == row["matches"] == []


def test_a_typed_claim_has_no_article() -> None:
    row = finding_row(finding(typed=True))
    assert row["article"] is None


def test_what_is_unknown_is_null() -> None:
    bare = Card(id="s" * 64)
    hit = replace(finding().evidence[0].hit, source=bare)
    assert hit_row(hit)["source"] == {"id": bare.id, "title": None, "url": None, "published": None}


def test_a_hit_is_the_evidence_without_the_stance() -> None:
    found = finding()
    row = hit_row(found.evidence[0].hit)
    assert set(row) == EVIDENCE_KEYS - {"stance", "stance_score", "differences"}
    whole = finding_row(found)["evidence"]
    assert isinstance(whole, list)
    assert all(whole[0][key] == value for key, value in row.items())
