"""The words of the workbench: ids depend on content and on nothing else, records do not change."""

from __future__ import annotations

import hashlib
from dataclasses import FrozenInstanceError, fields
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import model
from factcheck.model import Card, ClaimKind, Document, Language, document_id, span_id

TEXTS = ["The chip was approved.", "晶片獲准出口。", "芯片获准出口。", "這款 chip 獲准 🏭"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_documents_id_is_the_sha256_of_its_text(text: str) -> None:
    document = Document(text=text, path="a.txt", title="x", published=date(2025, 1, 2))
    assert document.id == document_id(text) == hashlib.sha256(text.encode()).hexdigest()
    assert Document(text=text).id == document.id
    assert Document(text=text + " ").id != document.id


def test_both_scripts_are_two_documents() -> None:
    assert len({document_id(text) for text in TEXTS}) == len(TEXTS)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b"]), st.integers(0, 30), st.integers(0, 30), st.text("1晶", max_size=2)
        ),
        unique=True,
        max_size=20,
    )
)
def test_a_spans_id_tells_every_part_apart(keys: list[tuple[str, int, int, str]]) -> None:
    ids = {span_id(document, start, end, wording) for document, start, end, wording in keys}
    assert len(ids) == len(keys)
    assert all(len(one) == 32 and int(one, 16) >= 0 for one in ids)


def test_a_span_without_a_wording_is_another_than_with_an_empty_one() -> None:
    assert span_id("a", 1, 2) != span_id("a", 1, 2, "")
    assert span_id("a", 1, 2) == span_id("a", 1, 2)


def test_a_card_is_the_document_without_its_text() -> None:
    known = {
        "path": "新聞.txt",
        "title": "標題",
        "author": "記者",
        "published": date(2025, 7, 15),
        "url": "https://example.org",
        "language": Language.HANT,
        "accessed": "2025-07-16T00:00:00Z",
    }
    document = Document(text="晶片", page=b"<html>", notes=("a BOM was dropped",), **known)  # type: ignore[arg-type]
    card = document.card
    assert card == Card(id=document.id, **known)  # type: ignore[arg-type]
    shared = {one.name for one in fields(Document)} & {one.name for one in fields(Card)}
    assert shared == {*known, "id"}


def test_records_do_not_change() -> None:
    document = Document(text="晶片")
    for record in (document, document.card):
        with pytest.raises(FrozenInstanceError):
            record.title = "other"  # type: ignore[misc]


def test_every_record_is_frozen_and_described() -> None:
    records = [value for value in vars(model).values() if hasattr(value, "__dataclass_params__")]
    assert len(records) >= 10
    for record in records:
        assert record.__dataclass_params__.frozen, record
        assert record.__doc__
        assert not record.__doc__.startswith(f"{record.__name__}("), record


@pytest.mark.parametrize("kind", ClaimKind)
def test_facts_and_forecasts_are_checked(kind: ClaimKind) -> None:
    assert kind.is_checkable == (kind in (ClaimKind.FACTUAL, ClaimKind.FORECAST))


@pytest.mark.parametrize("language", Language)
def test_sentences_about_a_text_are_worded_in_its_language(language: Language) -> None:
    assert language.is_chinese == (language.value.startswith("zh") or language is Language.MIXED)


def test_the_words_of_the_contract() -> None:
    def values(enum: type[StrEnum]) -> set[str]:
        return {str(one) for one in enum}

    assert values(Language) == {"en", "zh-Hant", "zh-Hans", "zh", "mixed", "und"}
    assert values(model.ClaimKind) == {"factual", "forecast", "opinion", "question"}
    assert values(model.Verdict) == {"supported", "contradicted", "unverifiable"}
    assert values(model.Reason) == {"no_evidence", "conflicting", "not_checkable"}
    assert values(model.Stance) == {"supports", "contradicts", "neutral"}
    assert values(model.DifferenceKind) == {
        "quantity", "unit", "period", "date", "scope", "polarity", "modality", "name", "speaker",
    }  # fmt: skip
