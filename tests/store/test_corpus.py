"""Sources come, go and come back; numbers and revisions follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import PROVENANCE, SENTENCES, add, claim, document, finding, passages

from factcheck.errors import WorkspaceError
from factcheck.model import Document, Language, Passage, span_id
from factcheck.store import Store
from factcheck.store.rows import content_digest

EMPTY = "0" * 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "claims.db") as opened:
        yield opened


@pytest.mark.parametrize("language", list(SENTENCES))
def test_passages_come_back_by_number_id_document_and_batch(store: Store, language: Language) -> None:
    source = document(language)
    numbers = add(store, source)
    wanted = passages(source)
    assert store.passages(numbers) == dict(zip(numbers, wanted, strict=True))
    assert [store.passage_by_id(passage.id) for passage in wanted] == wanted
    assert store.passages_of(source.id) == wanted
    assert [pair for batch in store.iter_passages(batch=1) for pair in batch] == list(
        zip(numbers, wanted, strict=True)
    )
    assert store.passages([10**9]) == {}


def test_adding_again_changes_nothing(store: Store) -> None:
    source = document(Language.HANT)
    numbers = add(store, source)
    before = (store.corpus_revision(), store.passage_digest(), store.stats())
    assert add(store, source) == numbers
    assert (store.corpus_revision(), store.passage_digest(), store.stats()) == before


def test_a_removed_source_comes_back_to_the_same_revision_under_new_numbers(store: Store) -> None:
    add(store, document(Language.EN))
    source = document(Language.HANS)
    numbers = add(store, source)
    revision, digest = store.corpus_revision(), store.passage_digest()
    assert store.remove_source(source.id) == numbers
    assert not store.is_source(source.id)
    assert store.passages(numbers) == {}
    assert store.corpus_revision() != revision
    assert [card.id for card in store.sources()] == [document(Language.EN).id]
    assert len(store.sources(include_removed=True)) == 2
    assert not set(add(store, source)) & set(numbers)
    assert (store.corpus_revision(), store.passage_digest()) == (revision, digest)
    assert store.verify() == []


def test_a_passage_that_is_evidence_outlives_its_source_and_keeps_its_number(store: Store) -> None:
    source, article = document(Language.EN), document(Language.HANT)
    numbers = add(store, source)
    store.add_document(article)
    made = claim(article)
    stored = finding(store, made, passages(source)[:1])
    store.save_check(article.id, [made], [stored], corpus_revision=EMPTY, provenance=PROVENANCE)
    assert store.remove_source(source.id) == numbers
    assert store.passages(numbers) == {numbers[0]: passages(source)[0]}
    assert store.findings() == [stored]
    assert list(store.iter_passages()) == []
    assert store.passage_count() == 0
    again = add(store, source)
    assert again[0] == numbers[0]
    assert again[1] != numbers[1]


@settings(deadline=None, max_examples=25)
@given(st.permutations(list(SENTENCES)))
def test_the_revision_depends_on_the_set_of_sources_not_on_their_order(
    tmp_path_factory: pytest.TempPathFactory, order: list[Language]
) -> None:
    with Store(tmp_path_factory.mktemp("order") / "claims.db") as store:
        seen = [store.corpus_revision()]
        for language in order:
            add(store, document(language))
            seen.append(store.corpus_revision())
        assert len(set(seen)) == len(seen)
        for language in reversed(order):
            store.remove_source(document(language).id)
            assert store.corpus_revision() == seen[-2]
            seen.pop()
        assert seen == [EMPTY]


def test_a_new_date_or_url_is_a_new_revision_and_a_title_is_none(store: Store) -> None:
    source = document(Language.MIXED)
    add(store, source)
    plain = store.corpus_revision()
    assert store.edit_source(source.id, title="A title", tier="wire").tier == "wire"
    assert store.corpus_revision() == plain
    assert store.edit_source(source.id, published=date(2024, 2, 29)).published == date(2024, 2, 29)
    dated = store.corpus_revision()
    assert dated != plain
    store.add_document(replace(source, published=date(2024, 3, 1)))
    assert store.corpus_revision() not in (plain, dated)
    card = store.edit_source(source.id, clear=["published"])
    assert (card.published, card.title) == (None, "A title")
    assert store.corpus_revision() == plain
    with pytest.raises(ValueError, match="'text'"):
        store.edit_source(source.id, clear=["text"])


def test_dates_and_ids_decide_what_may_be_searched(store: Store) -> None:
    days = {Language.EN: date(2025, 1, 1), Language.HANT: date(2025, 6, 1), Language.HANS: None}
    numbers = {
        language: add(store, document(language, published=published)) for language, published in days.items()
    }

    def allowed(*languages: Language) -> list[int]:
        return sorted(number for language in languages for number in numbers[language])

    assert store.source_numbers() is None
    assert store.source_numbers(published_before=date(2025, 6, 1)) is None
    assert store.source_numbers(exclude=["unknown"]) is None
    for asked, kept in (
        ({"published_before": date(2025, 5, 31)}, allowed(Language.EN, Language.HANS)),
        ({"published_after": date(2025, 1, 2)}, allowed(Language.HANT, Language.HANS)),
        ({"exclude": [document(Language.EN).id]}, allowed(Language.HANT, Language.HANS)),
        ({"source_ids": [document(Language.EN).id]}, allowed(Language.EN)),
        ({"source_ids": []}, []),
    ):
        found = store.source_numbers(**asked)
        assert found is not None
        assert found.tolist() == kept


def test_copies_of_a_sentence_share_a_digest_across_scripts_and_punctuation(store: Store) -> None:
    source = Document(text="輝達營收成長15%。辉达营收成长１５％！Other words.")
    spans = ((0, 10), (10, 20), (20, 32))
    made = [
        Passage(span_id(source.id, start, end), source.id, start, end, source.text[start:end])
        for start, end in spans
    ]
    store.add_document(source)
    numbers = store.add_source(source.id, made)
    digests = store.digests(numbers)
    assert digests[numbers[0]] == digests[numbers[1]] != digests[numbers[2]]
    assert content_digest("……") != content_digest("？")


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        ("Sales fell, 3.5%.", "sales fell 3.5%", True),
        ("「銷量」下跌３.５％", "销量下跌 3.5%", True),
        ("Sales of 1,200 units", "Sales of 1200 units", True),
        ("Sales fell 3.5%", "Sales fell 35%", False),
        ("Up 5%", "Up -5%", False),
        ("It costs $5", "It costs €5", False),
        ("下跌3.5%", "下跌35%", False),
    ],
)
def test_marks_of_numbers_are_no_punctuation(one: str, other: str, copies: bool) -> None:
    assert (content_digest(one) == content_digest(other)) is copies


def test_what_is_no_source_or_no_slice_is_refused(store: Store) -> None:
    source = document(Language.EN)
    with pytest.raises(WorkspaceError, match="No document"):
        store.add_source(source.id, passages(source))
    store.add_document(source)
    with pytest.raises(WorkspaceError, match="no source"):
        store.remove_source(source.id)
    with pytest.raises(WorkspaceError, match="no source"):
        store.edit_source(source.id, title="x")
    shifted = replace(passages(source)[0], start=1)
    with pytest.raises(ValueError, match=r"text\[1:"):
        store.add_source(source.id, [shifted])
    with pytest.raises(ValueError, match="belongs to"):
        store.add_source(source.id, passages(document(Language.HANT)))
    with pytest.raises(WorkspaceError, match="No passage"):
        store.passage_by_id("absent")
    assert not store.is_source(source.id)
