"""Documents keep their text, learn metadata, and know what stood at their URL before."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import SENTENCES, document

from factcheck.errors import WorkspaceError
from factcheck.model import Document, Language
from factcheck.store import Store, documents

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "claims.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("store") / "claims.db") as opened:
        yield opened


@settings(deadline=None, max_examples=60)
@given(
    st.builds(
        Document,
        text=TEXT.filter(bool),
        path=st.none() | TEXT,
        title=st.none() | TEXT,
        author=st.none() | TEXT,
        published=st.none() | st.dates(),
        url=st.none() | TEXT,
        language=st.sampled_from(Language),
        accessed=st.none() | TEXT,
        page=st.none() | st.binary(max_size=20),
        notes=st.lists(TEXT, max_size=2).map(tuple),
    )
)
def test_a_new_document_comes_back_as_it_went_in(shared_store: Store, document: Document) -> None:
    # A text that was drawn before keeps what was known of it, so each text is made new.
    count = shared_store.stats()["documents"]
    new = replace(document, text=f"{document.text}\x00{count}")
    shared_store.add_document(new)
    assert shared_store.document(new.id) == new
    assert shared_store.card(new.id) == new.card


@pytest.mark.parametrize("language", list(SENTENCES))
def test_the_same_text_again_fills_in_and_never_blanks(store: Store, language: Language) -> None:
    store.add_document(document(language, title="first", notes=("decoded as Big5",)))
    store.add_document(document(Language.EN, title="other"))
    store.add_document(replace(document(language, author="A. Writer"), language=Language.UND))
    store.add_document(document(language, title="second"))
    stored = store.document(document(language).id)
    assert (stored.author, stored.language, stored.notes) == ("A. Writer", language, ("decoded as Big5",))
    assert stored.title == "second"
    assert store.stats()["documents"] == len({language, Language.EN})


def test_what_says_nothing_new_writes_nothing(store: Store) -> None:
    first = document(Language.HANT, title="題", author="甲", path="一.txt")
    store.add_document(first)
    before = store._connection.total_changes
    store.add_document(first)
    store.add_document(document(Language.HANT, path="一.txt"))
    assert store._connection.total_changes == before
    store.add_document(document(Language.HANT, path="二.txt"))
    assert store._connection.total_changes > before
    assert store.card(first.id).path == "二.txt"


def test_another_text_at_one_url_is_a_revision_that_knows_the_old(store: Store) -> None:
    url = "https://example.org/a"
    old, new = document(Language.HANT, url=url), document(Language.HANS, url=url)
    for one in (old, new, old, new):
        store.add_document(one)
    assert store.previous_revision(old.id) is None
    assert store.previous_revision(new.id) == old.id


def test_an_absent_document_is_named_with_what_to_do(store: Store) -> None:
    with pytest.raises(WorkspaceError, match=r"'feedbead'.*factcheck sources"):
        store.document("feedbead")
    with pytest.raises(WorkspaceError, match="feedbead"):
        store.card("feedbead")


def test_a_prefix_finds_its_document_only_when_it_is_the_only_one(store: Store) -> None:
    ids = sorted(Document(text=f"text {number}").id for number in range(40))
    for number in range(40):
        store.add_document(Document(text=f"text {number}"))
    assert store.resolve_id(ids[7][:20].upper()) == ids[7]
    shared = next(a[:1] for a, b in pairwise(ids) if a[0] == b[0])
    with pytest.raises(WorkspaceError, match=r"Several .*more digits"):
        store.resolve_id(shared)
    with pytest.raises(WorkspaceError, match="Several"):
        store.resolve_id("")
    with pytest.raises(WorkspaceError, match="No document id begins with 'xyz'"):
        store.resolve_id("xyz")


def test_a_read_only_store_reads_and_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with pytest.raises(WorkspaceError, match="No workspace"):
        Store(path, read_only=True)
    article = document(Language.MIXED, published=date(2025, 1, 2))
    with Store(path) as store:
        store.add_document(article)
    with Store(path, read_only=True) as store:
        assert store.document(article.id) == article
        with pytest.raises(WorkspaceError, match="read-only"):
            store.add_document(document(Language.EN))


def test_a_file_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(b"this is a letter, not a database" * 40)
    with pytest.raises(WorkspaceError, match=r"claims.db.*not a database.*backup") as caught:
        Store(path)
    assert "\n" not in str(caught.value)


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="No folder"):
        Store(tmp_path / "absent" / "claims.db")


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writing():
        store.add_document(document(Language.EN))
        raise RuntimeError
    assert store.stats()["documents"] == 0
    store.add_document(document(Language.EN))
    assert store.stats()["documents"] == 1


def test_a_store_belongs_to_the_thread_that_opened_it(store: Store) -> None:
    errors: list[BaseException] = []

    def visit() -> None:
        try:
            store.stats()
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=visit)
    thread.start()
    thread.join()
    assert len(errors) == 1
    assert "thread" in str(errors[0])


def test_texts_are_right_and_few_are_held_whatever_is_asked_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "_CACHE_CHARACTERS", 100)
    sources = [Document(text=f"Pier {number} is new. 第{number}座碼頭是新的。") for number in range(30)]
    for one in sources:
        store.add_document(one)
    longest = max(len(one.text) for one in sources)
    for first in (*range(30), *range(30), 3, 3, 7):
        some = sources[first : first + 3]
        assert store.texts_of([one.id for one in some]) == {one.id: one.text for one in some}
        assert sum(map(len, store._text_cache.values())) == store._cached <= 100 + 3 * longest
    assert store.texts_of([one.id for one in sources]) == {one.id: one.text for one in sources}
