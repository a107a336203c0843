"""Words that are syntax to a database or a search engine are words: in searches, filters, ids and names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hostile.texts import EVERY, QUERIES, TEMPLATES
from workspaces import filled

from factcheck import Workspace
from factcheck.errors import FactcheckError
from factcheck.model import Document, Language
from factcheck.queue import Order, Wanted

_ASKED = {
    "en": "Harbour Trade Office approved exports of Veltron's Lark-9",
    "zh-Hant": "數據中心營收下降25%",
    "zh-Hans": "启明半导体QM-7芯片算力400 TFLOPS",
    "mixed": "Veltron 未來三年損失 80億美元",
}
_SYNTAX = [
    '"{}"', "+{}", "{} -nothing", "({})", "words:{}", "facts:{}", "title:({})", "{}*", "*{}*", "{}~2", "{}^9",
    "NOT {}", "{} AND NOT {}", "NEAR({}, 2)", "[{} TO *]", "{{{}}}", "/{}/", "'{}' OR '1'='1", "{}'); DELETE FROM passages;--",
    "number:0 {}", "{} \\", '{} "', "{} (", "{} :", "{} !", "{}\x00", "%{}%", "_{}_",
]  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with filled(tmp_path_factory.mktemp("searched")) as opened:
        yield opened


@pytest.mark.parametrize("language", _ASKED)
def test_syntax_around_the_words_finds_what_the_words_find(workspace: Workspace, language: str) -> None:
    plain = workspace.search(_ASKED[language])
    counts = workspace.store.stats()
    for syntax in _SYNTAX:
        asked = syntax.replace("{}", _ASKED[language])
        hits = workspace.search(asked)
        assert hits[0].passage.id == plain[0].passage.id, asked
    assert workspace.store.stats() == counts


def test_any_text_can_be_searched_for(workspace: Workspace) -> None:
    held = {hit.passage.id for hit in workspace.search("Veltron", top=99)}
    for text in (*EVERY, "a" * 20_000, "營" * 20_000, "\ud800".encode("utf-8", "replace").decode()):
        hits = workspace.search(text, top=3)
        assert len(hits) <= 3
    assert {hit.passage.id for hit in workspace.search("Veltron", top=99)} == held


def test_the_word_index_reads_terms_and_no_query(workspace: Workspace) -> None:
    """Terms that are syntax to tantivy's parser, given as they are."""
    words = workspace.vectors
    some = words.search_words(["veltron"], 9)
    assert some
    for term in (
        "*",
        "words:veltron",
        '"veltron"',
        "veltr*",
        "+veltron",
        "[a TO z]",
        "number:0",
        "veltron OR lark-9",
    ):
        assert words.search_words([term], 9) == [], term
    assert words.search_words(["veltron", "*", "NOT", '"'], 9) == some


@pytest.fixture
def marked(queue: Workspace) -> Workspace:
    """A queue with claims that hold the wild characters of SQL, and their articles."""
    text = "Output rose 25% in 2025.\nThe file a_b sold 300 chips.\nThe plan [x] cost $80 billion.\nAn O'Neill sold 5 chips."
    article = Document(text, title="100% a_b [x] O'Neill", language=Language.EN)
    queue.store.add_document(article)
    queue.store.add_article(article.id)
    desk = queue.desk("ann")
    at = 0
    for line in text.splitlines():
        desk.add_claim(article.id, at, at + len(line))
        at += len(line) + 1
    return queue


@pytest.mark.parametrize(
    "char", ["%", "_", "[x]", "'", "*", "?", "\\", '"', "%%", "%' OR '1'='1", "[a-z]", "__"]
)
def test_a_filter_finds_the_characters_themselves(marked: Workspace, char: str) -> None:
    store = marked.store
    every = store.queue_ids(Wanted(), Order.ARTICLE, reviewer="ann")
    found = store.queue_ids(Wanted(text=char), Order.ARTICLE, reviewer="ann")
    texts = {one: store.claim(one) for one in every}
    wanted = [one for one, claim in texts.items() if claim and (char in claim.text or char in claim.quote)]
    assert found == wanted
    assert len(found) < len(every)
    documents = store.documents_with([char], 99)
    for key, _, _ in documents:
        document = store.document(key)
        assert document is not None and (char in document.text or char in (document.title or ""))


@pytest.mark.parametrize(
    "prefix", ["%", "_", "*", "", " ", "g", "'", "%' OR 1=1 --", "\x00", *QUERIES.values()]
)
def test_an_id_is_no_pattern(queue: Workspace, prefix: str) -> None:
    for act in (queue.remove_source, lambda one: queue.edit_source(one, title="x"), queue.findings):
        if act == queue.findings:
            assert list(queue.findings(prefix)) == [] or not prefix
        else:
            with pytest.raises(FactcheckError, match="id"):
                act(prefix)
    assert queue.store.claims_named(prefix.strip().lower() or "zz") == []


def test_names_and_notes_that_are_syntax_are_kept_as_they_are(queue: Workspace) -> None:
    claim = queue.store.queue_ids(Wanted(), Order.ARTICLE, reviewer="ann")[0]
    for text in (*QUERIES.values(), *TEMPLATES.values()):
        queue.desk(text).note(claim, text)
    kept = [(one.reviewer, one.note) for one in queue.store.reviews_of(claim)]
    assert kept == [(text.strip(), text) for text in (*QUERIES.values(), *TEMPLATES.values())]
