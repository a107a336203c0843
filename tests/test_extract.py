"""From an article to its claims, in English, both Chinese scripts and mixed text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import extract, typed_claim
from factcheck.model import Claim, ClaimKind, Document, Language

ENGLISH = """Lisbon yard reopens
By Ada Moreno
March 4, 2025

The Harbour Ministry approved 27 licences on Monday, but it set no date for the port of Faro. \
Maria Costa said traffic had doubled since 2021. She added that costs fell 4%.

What does this mean for sailors? The future depends on patience and courage.

Exports will reach 3 million tonnes by 2030. Please share your views.
Subscribe to our newsletter.
"""
HANT = """里斯本船廠為何重開？
作者：林小文
里斯本船廠於去年10月重新開工，批准了30艘貨輪的訂單。據《海港晨報》報道，Acme集團的市佔率從5%升至18%。
這無疑體現了深遠的智慧。
業內人士預計，該船廠2026年的出貨量將超過40艘。
圖片
船廠外觀
未經授權，不得轉載。
"""
HANS = """里斯本船厂为何重开？
里斯本船厂于2024年10月重新开工，同时与Acme集团签署了30艘货轮的协议。
但这真的值得吗？局长陈大明表示，港口在五月恢复了夜班。他也是董事会成员。
"""
MIXED = "Acme said it sold 300 ships to 里斯本船廠 in 2024.\n里斯本船廠表示，Acme 交付了 300 艘貨輪。\n"


_ALPHABET = "里斯本船廠在五月批准了30艘，。；：“”「」（）但他其将若 \n1[]The port said, rose 5%; and.?"


def claims(text: str, **known: object) -> list[Claim]:
    return extract(Document(text, **known))  # type: ignore[arg-type]


def by_quote(found: Sequence[Claim], part: str) -> Claim:
    [claim] = [claim for claim in found if part in claim.quote]
    return claim


@pytest.mark.parametrize("text", [ENGLISH, HANT, HANS, MIXED])
def test_quotes_are_the_articles_own_words_in_order(text: str) -> None:
    document = Document(text)
    found = extract(document)
    assert found
    for claim in found:
        assert claim.quote == document.text[claim.start : claim.end]
        assert claim.document_id == document.id
        assert 0 <= claim.check_worthiness <= 1
        assert len(claim.context) <= 400 and claim.quote in claim.context
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)
    assert len({claim.id for claim in found}) == len(found)
    assert found == extract(document)


def test_english_kinds_and_furniture() -> None:
    found = claims(ENGLISH)
    assert by_quote(found, "approved 27 licences").kind is ClaimKind.FACTUAL
    assert by_quote(found, "What does this mean").kind is ClaimKind.QUESTION
    assert by_quote(found, "depends on patience").kind is ClaimKind.OPINION
    assert by_quote(found, "3 million tonnes").kind is ClaimKind.FORECAST
    assert not by_quote(found, "share your views").kind.is_checkable
    assert not any("newsletter" in claim.quote or "Ada Moreno" in claim.quote for claim in found)
    assert by_quote(found, "approved 27 licences").language is Language.EN


def test_two_statements_of_a_sentence_are_two_claims() -> None:
    found = claims(ENGLISH)
    assert by_quote(found, "27 licences").quote == "The Harbour Ministry approved 27 licences on Monday"
    assert by_quote(found, "set no date").quote == "it set no date for the port of Faro"


def test_attribution_is_kept_and_pronouns_resolved_where_safe() -> None:
    found = claims(ENGLISH)
    assert by_quote(found, "doubled").attribution == "Maria Costa"
    added = by_quote(found, "costs fell 4%")
    assert added.attribution == "Maria Costa"
    assert added.text == "Maria Costa added that costs fell 4%"


def test_traditional_chinese() -> None:
    found = claims(HANT, published=date(2025, 3, 4), language=Language.HANT)
    opened = by_quote(found, "重新開工")
    assert opened.quote == "里斯本船廠於去年10月重新開工"
    assert opened.text == "里斯本船廠於2024年10月重新開工"
    assert by_quote(found, "30艘").text == "里斯本船廠批准了30艘貨輪的訂單"
    assert by_quote(found, "市佔率").attribution == "《海港晨報》"
    assert by_quote(found, "智慧").kind is ClaimKind.OPINION
    forecast = by_quote(found, "40艘")
    assert (forecast.kind, forecast.attribution) == (ClaimKind.FORECAST, "業內人士")
    assert {claim.language for claim in found} == {Language.HANT}
    assert not any("轉載" in claim.quote or "外觀" in claim.quote or "為何" in claim.quote for claim in found)


def test_simplified_chinese() -> None:
    found = claims(HANS)
    assert by_quote(found, "Acme集团").quote == "与Acme集团签署了30艘货轮的协议"
    assert by_quote(found, "值得").kind is ClaimKind.QUESTION
    assert by_quote(found, "夜班").attribution == "局长陈大明"
    assert by_quote(found, "董事会成员").text == "局长陈大明也是董事会成员"


def test_mixed_text() -> None:
    found = claims(MIXED)
    assert [claim.attribution for claim in found] == ["Acme", "里斯本船廠"]
    assert all(claim.kind is ClaimKind.FACTUAL for claim in found)


def test_without_a_date_relative_dates_stay() -> None:
    assert by_quote(claims(HANT), "重新開工").text == "里斯本船廠於去年10月重新開工"


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        (
            "Harbor grew 9%. Its HX7 chip has 192 GB of memory and is made by Veltron.",
            [
                "Harbor grew 9%",
                "Harbor’s HX7 chip has 192 GB of memory",
                "Harbor’s HX7 chip is made by Veltron",
            ],
        ),
        (
            "Ada Moreno leads Harbor. Her company has 160 workers and is based in Faro.",
            ["Ada Moreno leads Harbor", "Her company has 160 workers", "Her company is based in Faro"],
        ),
        (
            "Harbor grew 9%. Its revenue rose 5% to $3 million, and it plans to hire 300 people.",
            ["Harbor grew 9%", "Harbor’s revenue rose 5% to $3 million", "Harbor plans to hire 300 people"],
        ),
        ("青鸞3功耗為450瓦，採用5奈米製程。", ["青鸞3功耗為450瓦", "青鸞3採用5奈米製程"]),
        ("青鸾3功耗为450瓦，采用5纳米工艺。", ["青鸾3功耗为450瓦", "青鸾3采用5纳米工艺"]),
        (
            "Harbor 的青鸾3功耗为450瓦，采用5纳米工艺。The HX7 has 8 fans and is made by Veltron.",
            [
                "Harbor 的青鸾3功耗为450瓦",
                "Harbor 的青鸾3采用5纳米工艺",
                "The HX7 has 8 fans",
                "The HX7 is made by Veltron",
            ],
        ),
    ],
)
def test_a_second_predicate_is_a_claim_of_what_the_first_is_about(text: str, worded: list[str]) -> None:
    assert [claim.text for claim in claims(text)] == worded


def test_a_condition_is_carried_to_the_second_forecast() -> None:
    found = claims("若禁令持續到2026年，港口將損失30億元，船廠的市佔率將跌破5%。")
    assert found[-1].quote == "船廠的市佔率將跌破5%"
    assert found[-1].text == "若禁令持續到2026年，船廠的市佔率將跌破5%"


def test_footnote_marks_stay_outside() -> None:
    found = claims("里斯本船廠在五月解除了禁令。1 港務局批准了30艘貨輪。2\n該船廠交付了12艘貨輪。3\n")
    assert [claim.quote for claim in found] == [
        "里斯本船廠在五月解除了禁令",
        "港務局批准了30艘貨輪",
        "該船廠交付了12艘貨輪",
    ]


def test_a_scorer_sees_the_wording_and_moves_the_score() -> None:
    document = Document(HANT, published=date(2025, 3, 4))
    seen: list[str] = []

    def high(texts: Sequence[str]) -> Sequence[float]:
        seen.extend(texts)
        return [1.0] * len(texts)

    plain, raised = extract(document), extract(document, scorer=high)
    lowered = extract(document, scorer=lambda texts: [0.0] * len(texts))
    assert seen == [claim.text for claim in plain]
    for low, middle, up in zip(lowered, plain, raised, strict=True):
        assert low.check_worthiness < middle.check_worthiness < up.check_worthiness <= 1


@pytest.mark.parametrize(
    ("text", "kind", "attribution"),
    [
        ("Acme 2.0 nears Baltic B7", ClaimKind.FACTUAL, None),
        ("HIA forecasts $8B loss", ClaimKind.FORECAST, "HIA"),
        ("船廠的訂單達到300艘。", ClaimKind.FACTUAL, None),
        ("据《晨报》报道，船厂已关闭", ClaimKind.FACTUAL, "《晨报》"),
        ("It is beautiful.", ClaimKind.FACTUAL, None),
    ],
)
def test_typed_claims(text: str, kind: ClaimKind, attribution: str | None) -> None:
    claim = typed_claim(text)
    assert (claim.document_id, claim.quote, claim.start, claim.end) == (None, text, 0, len(text))
    assert (claim.kind, claim.attribution) == (kind, attribution)
    assert claim.id == typed_claim(text).id


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.text(
            alphabet=_ALPHABET,
            max_size=160,
        ),
    )
)
def test_any_text_is_safe(text: str) -> None:
    document = Document(text.replace("\r", ""), published=date(2025, 3, 4))
    found = extract(document)
    assert found == extract(document)
    for claim in found:
        assert claim.start < claim.end and claim.quote == document.text[claim.start : claim.end]
    assert typed_claim(text).quote == text


def test_articles_give_claims_of_every_checkable_kind(shared_data: Path) -> None:
    for path in sorted((shared_data / "articles").glob("*.txt")):
        found = extract(Document(path.read_text(encoding="utf-8")))
        kinds = {claim.kind for claim in found}
        assert {ClaimKind.FACTUAL, ClaimKind.FORECAST, ClaimKind.OPINION} <= kinds
        assert len(found) > 50
