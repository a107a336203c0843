"""Machine results come back equal, are replaced whole, and never take a review with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import PROVENANCE, SENTENCES, add, claim, document, finding, passages

from factcheck.errors import WorkspaceError
from factcheck.model import (
    Claim,
    ClaimKind,
    Difference,
    DifferenceKind,
    Evidence,
    Finding,
    Hit,
    Language,
    Match,
    Provenance,
    Reason,
    Stance,
    Suggestion,
    Verdict,
)
from factcheck.queue import Act
from factcheck.store import CheckedClaim, Review, Store

REVISION = "0" * 32
WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
SHARE = st.floats(0, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "claims.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store whose sources are the samples of every language, the first of them an article too."""
    with Store(tmp_path_factory.mktemp("filled") / "claims.db") as opened:
        for language in SENTENCES:
            add(opened, document(language))
        yield opened


@st.composite
def findings(draw: st.DrawFn, store: Store) -> list[Finding]:
    """Findings for one article or for typed claims, every field drawn."""
    article = document(Language.EN)
    typed = draw(st.booleans())
    pool = [passage for language in SENTENCES for passage in passages(document(language))]
    result: list[Finding] = []
    for number in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, 5))
        made = Claim(
            id=f"{'typed' if typed else 'claim'}{number}",
            document_id=None if typed else article.id,
            text=draw(WORDS),
            quote=article.text[start : start + 9],
            start=start,
            end=start + 9,
            language=draw(st.sampled_from(Language)),
            kind=draw(st.sampled_from(ClaimKind)),
            attribution=draw(st.none() | WORDS),
            check_worthiness=draw(SHARE),
            context=draw(WORDS),
        )
        evidence = tuple(
            Evidence(
                Hit(passage, store.card(passage.document_id), draw(st.floats(-100, 100))),
                (passage.start, passage.end),
                draw(st.sampled_from(Stance)),
                draw(SHARE),
                tuple(draw(st.lists(st.builds(Difference, st.sampled_from(DifferenceKind), WORDS, WORDS)))),
            )
            for passage in draw(st.lists(st.sampled_from(pool), max_size=3, unique=True))
        )
        match = st.builds(
            Match, WORDS, WORDS, st.none() | WORDS, st.none() | WORDS, st.none() | st.dates(), SHARE
        )
        result.append(
            Finding(
                article=None if typed else store.card(article.id),
                claim=made,
                suggestion=Suggestion(
                    draw(st.sampled_from(Verdict)),
                    draw(SHARE),
                    draw(st.none() | st.sampled_from(Reason)),
                    draw(WORDS),
                ),
                matches=tuple(draw(st.lists(match, max_size=2))),
                evidence=evidence,
                provenance=Provenance(draw(WORDS), draw(WORDS), draw(WORDS), draw(WORDS)),
            )
        )
    return result


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_findings_come_back_exactly_as_saved(filled: Store, data: st.DataObject) -> None:
    made = data.draw(findings(filled))
    typed = bool(made) and made[0].claim.document_id is None
    article = None if typed else document(Language.EN).id
    filled.save_check(
        article, [one.claim for one in made], made, corpus_revision=REVISION, provenance=PROVENANCE
    )
    wanted = {one.claim.id for one in made}
    found = [one for one in filled.findings(article, all_kinds=True) if one.claim.id in wanted]
    assert found == made
    checkable = [one for one in made if one.claim.kind.is_checkable]
    assert [one for one in filled.findings(article) if one.claim.id in wanted] == checkable


def check(store: Store, language: Language, starts: tuple[int, ...] = (0,)) -> list[Claim]:
    """Check the sample article of a language with one claim for each start; the claims."""
    article = document(language)
    store.add_document(article)
    made = [claim(article, start) for start in starts]
    evidence = passages(document(Language.EN))
    store.save_check(
        article.id,
        made,
        [finding(store, one, evidence) for one in made],
        corpus_revision=store.corpus_revision(),
        provenance=PROVENANCE,
    )
    return made


@pytest.mark.parametrize("language", [Language.HANT, Language.HANS, Language.MIXED])
def test_checking_again_replaces_an_articles_results_and_no_others(store: Store, language: Language) -> None:
    add(store, document(Language.EN))
    others = check(store, Language.EN)
    check(store, language, (0, 1, 2))
    kept = check(store, language, (1,))
    assert [one.claim for one in store.findings(document(language).id)] == kept
    assert store.claims() == others + kept
    assert store.stats()["evidence"] == 4
    assert store.verify() == []


def test_a_reviewed_claim_stays_when_the_new_extraction_lacks_it(store: Store) -> None:
    add(store, document(Language.EN))
    first, second = check(store, Language.HANT, (0, 1))
    said = store.findings()[0].suggestion
    review = Review(
        id="r1",
        at="2025-01-01T00:00:00Z",
        reviewer="an editor",
        claim_id=first.id,
        event=Act.DECIDED,
        act="r1",
        quote=first.quote,
        verdict=Verdict.CONTRADICTED,
        evidence=("passage",),
        suggestion=said,
    )
    store.record([review])
    store.record([review])
    assert store.reviews_of(first.id) == [review]
    assert check(store, Language.HANT, (1,)) == [second]
    assert store.claims() == [second]
    assert store.claims(include_old=True) == [first, second]
    assert store.reviews_of(first.id) == [review]
    assert check(store, Language.HANT, (0, 1)) == store.claims()
    assert store.verify() == []
    with pytest.raises(WorkspaceError, match="No claim"):
        store.record([replace(review, id="r2", claim_id="absent")])


def test_only_the_latest_check_of_an_article_counts(store: Store) -> None:
    add(store, document(Language.EN))
    check(store, Language.HANT)
    first = store.corpus_revision()
    machinery = (PROVENANCE.settings, PROVENANCE.encoder, PROVENANCE.judge, PROVENANCE.version)
    article = document(Language.HANT).id
    assert store.checked(article, first, *machinery)
    assert not store.checked(article, first, "other", *machinery[1:])
    assert not store.checked(document(Language.EN).id, first, *machinery)
    add(store, document(Language.HANS))
    check(store, Language.HANT)
    second = store.corpus_revision()
    assert store.checked(article, second, *machinery)
    assert not store.checked(article, first, *machinery), "the stored results are of the second corpus"
    store.remove_source(document(Language.HANS).id)
    check(store, Language.HANT)
    assert store.checked(article, first, *machinery)


def test_an_article_without_claims_counts_as_checked(store: Store) -> None:
    check(store, Language.HANS, ())
    article = document(Language.HANS)
    assert store.findings() == []
    assert [card.id for card in store.articles()] == [article.id]
    assert store.checked(
        article.id,
        REVISION,
        PROVENANCE.settings,
        PROVENANCE.encoder,
        PROVENANCE.judge,
        PROVENANCE.version,
    )


def test_a_failure_is_kept_once_and_cleared_by_success(store: Store) -> None:
    store.record_failure("a.txt", "no text in it")
    store.record_failure("a.txt", "still no text in it")
    store.record_failure("b.pdf", "encrypted")
    assert [(one.path, one.error) for one in store.failures()] == [
        ("a.txt", "still no text in it"),
        ("b.pdf", "encrypted"),
    ]
    store.add_document(document(Language.HANT, path="a.txt"))
    check(store, Language.HANT, ())
    assert [one.path for one in store.failures()] == ["b.pdf"]


def test_evidence_whose_source_went_meanwhile_is_still_stored(store: Store) -> None:
    add(store, document(Language.EN))
    article = document(Language.HANT)
    store.add_document(article)
    made = claim(article)
    found = finding(store, made, passages(document(Language.EN)))
    store.remove_source(document(Language.EN).id)
    store.save_check(article.id, [made], [found], corpus_revision=REVISION, provenance=PROVENANCE)
    assert store.findings() == [found]
    assert store.passage_count() == 0
    assert store.verify() == []


def test_what_was_found_for_a_claim_that_is_no_more_is_found_by_its_id_only(store: Store) -> None:
    """A merge keeps it: a third workspace may have the claim again."""
    add(store, document(Language.EN))
    check(store, Language.HANT)
    before = store.findings()
    with store.writing():
        store._write("UPDATE claims SET current = 0 WHERE id = ?", (before[0].claim.id,))
    assert store.findings() == before[1:]
    assert store.finding(before[0].claim.id) == before[0]


def test_a_finding_comes_after_the_one_it_replaces_whatever_the_clock_says(store: Store) -> None:
    add(store, document(Language.EN))
    check(store, Language.HANT)
    ahead = "2999-01-01T00:00:00.000000Z"
    with store.writing():
        store._write("UPDATE suggestions SET at = ?", (ahead,))
    found = store.findings()[0]
    store.save_finding(found, corpus_revision=REVISION)
    assert store._value("SELECT max(at) FROM suggestions") == "2999-01-01T00:00:00.000001Z"
    assert store.findings()[0] == found


def test_wrong_calls_are_refused_and_leave_what_was_there(store: Store) -> None:
    add(store, document(Language.EN))
    check(store, Language.HANT)
    before = store.findings()
    stray = finding(store, claim(document(Language.HANT), 3), [])
    with pytest.raises(ValueError, match="not given"):
        store.save_check(
            document(Language.HANT).id, [], [stray], corpus_revision=REVISION, provenance=PROVENANCE
        )
    with pytest.raises(WorkspaceError, match="No document"):
        store.save_check("absent", [], [], corpus_revision=REVISION, provenance=PROVENANCE)
    assert store.findings() == before


def test_checked_claims_are_added_once_and_follow_the_latest_verdict(store: Store) -> None:
    first = CheckedClaim("晶片禁運", "false", "A desk", "https://example.org", None, Language.HANT)
    assert store.add_checked_claims([first, CheckedClaim("Other", "true")]) == 2
    assert store.add_checked_claims([first, replace(first, verdict="half true")]) == 0
    assert [one.verdict for one in store.checked_claims()] == ["true", "half true"]
    before = store.memory_state()
    assert store.add_checked_claims(store.checked_claims()) == 0
    assert store.memory_state() == before
    store.add_checked_claims([replace(first, verdict="half true", ruling=Verdict.UNVERIFIABLE)])
    assert store.memory_state() != before
    assert [one.verdict for one in store.checked_claims()] == ["true", "half true"]
