"""The run that checks: read, extract, match, retrieve, verify and store, in a row that anyone can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.copies import copies_of
from factcheck.encoders import Encoder
from factcheck.extract import extract, typed_claim
from factcheck.match import Memory
from factcheck.model import Claim, Document, Finding, Hit, Outcome, OutcomeStatus, Provenance
from factcheck.readers.drafts import ReadFailure
from factcheck.readers.options import ReadOptions
from factcheck.readings import Readings
from factcheck.retrieve import Filters, Retriever
from factcheck.settings import Settings
from factcheck.store import Store
from factcheck.verify import Verified, Verifier, not_checkable

_RERANKED = 20
"""Passages of each claim that are compared slot by slot before the best are kept."""

Scorer = Callable[[Sequence[str]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Machinery:
    """Everything that checking a claim takes, opened once for a run."""

    store: Store
    retriever: Retriever
    encoder: Encoder
    readings: Readings
    verifier: Verifier
    scorer: Scorer
    settings: Settings
    provenance: Provenance
    memory: Memory


def check_all(
    machinery: Machinery,
    targets: Iterable[str],
    options: ReadOptions,
    *,
    as_of: date | None = None,
    again: bool = False,
) -> Iterator[Outcome]:
    """Check every article of `targets` in order, one outcome an article.

    An article that was checked against this corpus with this machinery is passed over unless `again`.
    Each article is stored before the next begins, so an interrupted run goes on where it stopped.
    """
    # The readers are many and a typed claim needs none of them.
    from factcheck.read import read_each

    for item in read_each(targets, options):
        if isinstance(item, ReadFailure):
            yield _failed(machinery.store, item)
        else:
            yield _checked(machinery, item, as_of, again)


def _failed(store: Store, failure: ReadFailure) -> Outcome:
    if failure.skipped:
        return Outcome(failure.target, OutcomeStatus.SKIPPED, message=failure.message)
    store.record_failure(failure.target, failure.message)
    return Outcome(failure.target, OutcomeStatus.FAILED, message=failure.message)


def _checked(machinery: Machinery, article: Document, as_of: date | None, again: bool) -> Outcome:
    store, provenance = machinery.store, machinery.provenance
    target = article.path or article.url or "standard input"
    store.add_document(article)
    # What is stored may know more than this reading: a date given when it was first added.
    article = replace(article, published=article.published or store.card(article.id).published)
    revision = _revision(store, as_of)
    known = store.checked(
        article.id, revision, provenance.settings, provenance.encoder, provenance.judge, provenance.version
    )
    if known and not again:
        findings = tuple(store.findings(article.id))
        return Outcome(
            target, OutcomeStatus.UP_TO_DATE, store.card(article.id), len(findings), findings=findings
        )
    claims = _with_those_of_people(extract(article, scorer=machinery.scorer), store, article.id)
    every = check_claims(machinery, claims, article, Filters(as_of=as_of))
    with store.writing():
        store.save_check(article.id, claims, every, corpus_revision=revision, provenance=provenance)
        store.follow_claims(article.id)
    findings = tuple(finding for finding in every if finding.claim.kind.is_checkable)
    note = " ".join(article.notes)
    return Outcome(target, OutcomeStatus.CHECKED, store.card(article.id), len(findings), note, findings)


def _with_those_of_people(claims: list[Claim], store: Store, article_id: str) -> list[Claim]:
    """The claims with those that people wrote for the article, in the order of the text."""
    known = {claim.id for claim in claims}
    written = [claim for claim in store.claims_by_people(article_id) if claim.id not in known]
    return sorted([*claims, *written], key=lambda claim: claim.start) if written else claims


def check_again(machinery: Machinery, claim_id: str) -> Finding:
    """Check one stored claim with the corpus and machinery of now and store what was found for it.

    Sources younger than the day that its article was checked as of stay left out. UsageError for a claim
    that is not stored.
    """
    store = machinery.store
    claim = store.stored_claim(claim_id)
    article = store.document(claim.document_id) if claim.document_id else None
    as_of = store.checked_until(article.id) if article else None
    finding = check_claims(machinery, [claim], article, Filters(as_of=as_of))[0]
    store.save_finding(finding, corpus_revision=_revision(store, as_of))
    return finding


def _revision(store: Store, as_of: date | None) -> str:
    """The corpus as it is now, with the day behind an @ after which its sources were left out."""
    revision = store.corpus_revision()
    return f"{revision}@{as_of.isoformat()}" if as_of else revision


def check_claims(
    machinery: Machinery, claims: Sequence[Claim], article: Document | None, filters: Filters
) -> list[Finding]:
    """Findings for the claims of one article (None: typed claims), in the claims' order.

    Opinions, questions and claims below the wanted check-worthiness are not searched for: they are
    unverifiable because not checked. The article itself, its copies and other revisions are no
    evidence for it and are left out.
    """
    found = {one.finding.claim.id: one.finding for one in compared(machinery, claims, article, filters)}
    card = machinery.store.card(article.id) if article else None
    return [
        found.get(claim.id) or Finding(card, claim, not_checkable(claim), (), (), machinery.provenance)
        for claim in claims
    ]


@dataclass(frozen=True, slots=True)
class Compared:
    """A finding with how it came about."""

    finding: Finding
    verified: Verified
    copies: tuple[str, ...]
    """Ids of the sources left out as the article itself or copies of it."""


def compared(
    machinery: Machinery, claims: Sequence[Claim], article: Document | None, filters: Filters
) -> Iterator[Compared]:
    """Those of `claims` that are searched for, in their order, each as it was held against passages."""
    copies = copies_of(machinery.store, article) if article else ()
    allowed = machinery.retriever.allowed(replace(filters, exclude=(*filters.exclude, *copies)))
    wanted = [claim for claim in claims if _is_checked(claim, machinery.settings)]
    published = article.published if article else None
    book = machinery.readings.names
    names = book.of_article(article.text) if article else book.corpus()
    hits = machinery.retriever.retrieve(
        [claim.text for claim in wanted],
        top=max(_RERANKED, machinery.settings.top),
        candidates=machinery.settings.candidates,
        allowed=allowed,
        reference_date=published,
        names=names,
    )
    matches = machinery.memory.match(wanted)
    card = machinery.store.card(article.id) if article else None
    for claim, same, candidates in zip(wanted, matches, hits, strict=True):
        verified = machinery.verifier.verify(
            claim, candidates, published=published, left_out=len(copies), names=names
        )
        finding = Finding(
            card, claim, verified.suggestion, tuple(same), verified.evidence, machinery.provenance
        )
        yield Compared(finding, verified, copies)


def _is_checked(claim: Claim, settings: Settings) -> bool:
    return claim.kind.is_checkable and claim.check_worthiness >= settings.minimum_worth


def check_typed(
    machinery: Machinery, text: str, filters: Filters, *, published: date | None = None
) -> Finding:
    """The finding for one typed claim; a question to the corpus, so nothing is stored."""
    claim = typed_claim(text, scorer=machinery.scorer, published=published)
    return check_claims(machinery, [claim], None, filters)[0]


def search(machinery: Machinery, text: str, filters: Filters, top: int) -> list[Hit]:
    """Passages only, best first."""
    allowed = machinery.retriever.allowed(filters)
    return machinery.retriever.retrieve(
        [text],
        top=top,
        candidates=max(top, machinery.settings.candidates),
        allowed=allowed,
        names=machinery.readings.names.corpus(),
    )[0]
