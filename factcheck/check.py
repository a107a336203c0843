"""The run that checks: read, extract, match, retrieve, verify and store, in a row that anyone can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from factcheck.copies import copies_of
from factcheck.crew import Crew, SetAside
from factcheck.encoders import Encoder
from factcheck.extract import extract, typed_claim, typed_text
from factcheck.language.learnt import LearntNames
from factcheck.match import Memory
from factcheck.model import Card, Claim, Document, Finding, Hit, Outcome, OutcomeStatus, Provenance
from factcheck.readers.drafts import ReadFailure
from factcheck.readers.options import ReadOptions
from factcheck.readings import Readings
from factcheck.retrieve import Filters, Retriever
from factcheck.settings import Settings
from factcheck.store import Store
from factcheck.verify import Verified, Verifier, not_checkable

_LOOKED_AT = 20
"""Passages found for each claim: of some the judge reads only that they stand near others of their source."""

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


@dataclass(frozen=True, slots=True)
class Article:
    """An article to be examined."""

    document: Document
    as_of: date | None
    """Sources published later are left out."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in one article and for it."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    """One for each claim."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One input of a run, in its place."""

    item: Document | ReadFailure
    revision: str = ""
    """The corpus that it is checked against."""


def check_all(
    machinery: Machinery,
    targets: Iterable[str],
    options: ReadOptions,
    crew: Crew[Article, Examined],
    *,
    as_of: date | None = None,
    again: bool = False,
) -> Iterator[Outcome]:
    """Check every article of `targets` in order, one outcome an article; `crew` examines them.

    An article that was checked against this corpus with this machinery is passed over unless `again`.
    Each article is stored as its turn comes, so an interrupted run goes on where it stopped. One that could
    not be examined is set aside: said, and tried again by the next run.
    """
    # The readers are many and a typed claim needs none of them.
    from factcheck.read import read_each

    # What workers only read is brought up to date first.
    machinery.readings.names.corpus()
    jobs = (_turn(machinery, item, as_of, again) for item in read_each(targets, options))
    done: set[str] = set()
    with crew:
        for turn, examined in crew.run(jobs):
            if isinstance(examined, Examined) and isinstance(turn.item, Document) and not again:
                # The same text further up may have been under way still when this turn came to be.
                examined = None if turn.item.id in done else examined
                done.add(turn.item.id)
            yield _outcome(machinery, turn, examined)


def _turn(
    machinery: Machinery, item: Document | ReadFailure, as_of: date | None, again: bool
) -> tuple[_Turn, Article | None]:
    """An input with the work that there is on it."""
    if isinstance(item, ReadFailure):
        return _Turn(item), None
    store, provenance = machinery.store, machinery.provenance
    # Checking leaves the corpus as it is: a source's passages are found under its own title and date.
    store.add_document(replace(item, title=None, published=None) if store.is_source(item.id) else item)
    # What is stored may know more than this reading: a date given when it was first added.
    article = replace(item, published=item.published or store.card(item.id).published)
    revision = _revision(machinery, as_of)
    known = store.checked(
        article.id, revision, provenance.settings, provenance.encoder, provenance.judge, provenance.version
    )
    if known and not again:
        return _Turn(article, revision), None
    return _Turn(article, revision), Article(replace(article, page=None), as_of)


def _outcome(machinery: Machinery, turn: _Turn, examined: Examined | SetAside | None) -> Outcome:
    """Store what was found for an input, and say what became of it."""
    item, store = turn.item, machinery.store
    if isinstance(item, ReadFailure):
        return _failed(store, item)
    target = item.target
    if isinstance(examined, SetAside):
        return _failed(store, ReadFailure(target, f"{examined.reason} It was tried twice and set aside."))
    if examined is None:
        kept = tuple(store.findings(item.id))
        return Outcome(target, OutcomeStatus.UP_TO_DATE, store.card(item.id), len(kept), findings=kept)
    with store.writing():
        store.save_check(
            item.id,
            examined.claims,
            examined.findings,
            corpus_revision=_still(store, turn.revision, examined.findings),
            provenance=machinery.provenance,
        )
        store.follow_claims(item.id)
    findings = tuple(finding for finding in examined.findings if finding.claim.kind.is_checkable)
    note = " ".join(item.notes)
    return Outcome(target, OutcomeStatus.CHECKED, store.card(item.id), len(findings), note, findings)


def _failed(store: Store, failure: ReadFailure) -> Outcome:
    if failure.skipped:
        return Outcome(failure.target, OutcomeStatus.SKIPPED, message=failure.message)
    store.record_failure(failure.target, failure.message)
    return Outcome(failure.target, OutcomeStatus.FAILED, message=failure.message)


def examine(machinery: Machinery, article: Article) -> Examined:
    """The claims of a stored article and what is found for each; stores nothing."""
    document = article.document
    by_people = machinery.store.claims_by_people(document.id)
    claims = claims_of(document, machinery.scorer, by_people)
    findings = check_claims(machinery, claims, document, Filters(as_of=article.as_of))
    return Examined(tuple(claims), tuple(findings))


def claims_of(document: Document, scorer: Scorer, by_people: Sequence[Claim]) -> list[Claim]:
    """The claims of an article with those that people wrote for it, in the order of the text."""
    claims = extract(document, scorer=scorer)
    known = {claim.id for claim in claims}
    written = [claim for claim in by_people if claim.id not in known]
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
    revision = _revision(machinery, as_of)
    finding = check_claims(machinery, [claim], article, Filters(as_of=as_of))[0]
    with store.writing():
        store.save_finding(finding, corpus_revision=_still(store, revision, [finding]))
    return finding


def _revision(machinery: Machinery, as_of: date | None) -> str:
    """The corpus as it is now, with the day behind an @ after which its sources were left out.

    A ~ stands behind one whose passages cannot all be found yet, while another process adds some: what was
    checked then is checked again.
    """
    unfinished = "" if machinery.retriever.whole else "~"
    revision = f"{machinery.store.corpus_revision()}{unfinished}"
    return f"{revision}@{as_of.isoformat()}" if as_of else revision


def _still(store: Store, revision: str, findings: Sequence[Finding]) -> str:
    """`revision`, marked as unfinished where evidence is from a source that came and went since it was asked.

    The corpus is then what it was, and nothing else would tell that the findings are of another.
    """
    found = {evidence.hit.passage.id for finding in findings for evidence in finding.evidence}
    if "~" in revision or store.all_in_force(found):
        return revision
    corpus, at, day = revision.partition("@")
    return f"{corpus}~{at}{day}"


def check_claims(
    machinery: Machinery, claims: Sequence[Claim], article: Document | None, filters: Filters
) -> list[Finding]:
    """Findings for the claims of one article (None: typed claims), in the claims' order.

    Opinions, questions and claims below the wanted check-worthiness are not searched for: they are
    unverifiable because not checked. The article itself, its copies and other revisions are no
    evidence for it and are left out.
    """
    found = [one.finding for one in compared(machinery, claims, article, filters)]
    card = machinery.store.card(article.id) if article else None
    return with_unsearched(claims, found, card, machinery.provenance)


def with_unsearched(
    claims: Sequence[Claim], found: Sequence[Finding], card: Card | None, provenance: Provenance
) -> list[Finding]:
    """A finding for each of `claims`, in their order: one of `found`, or that it was not searched for."""
    by_claim = {finding.claim.id: finding for finding in found}
    return [
        by_claim.get(claim.id) or Finding(card, claim, not_checkable(claim), (), (), provenance)
        for claim in claims
    ]


@dataclass(frozen=True, slots=True)
class Compared:
    """A finding with how it came about."""

    finding: Finding
    verified: Verified
    copies: tuple[str, ...]
    """Ids of the sources left out as the article itself or copies of it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What claims are held against passages in the light of."""

    card: Card | None
    """The article; None for typed claims."""
    published: date | None
    """The day from which its relative dates count."""
    names: LearntNames
    """The names in force for it."""
    copies: tuple[str, ...] = ()
    """Sources left out as the article itself or copies of it."""


class Bench(Protocol):
    """What holding claims against passages takes, wherever the passages come from."""

    @property
    def memory(self) -> Memory: ...

    @property
    def verifier(self) -> Verifier: ...

    @property
    def provenance(self) -> Provenance: ...


def compared(
    machinery: Machinery, claims: Sequence[Claim], article: Document | None, filters: Filters
) -> Iterator[Compared]:
    """Those of `claims` that are searched for, in their order, each as it was held against passages."""
    copies = copies_of(machinery.store, article) if article else ()
    allowed = machinery.retriever.allowed(replace(filters, exclude=(*filters.exclude, *copies)))
    wanted = wanted_of(claims, machinery.settings)
    book = machinery.readings.names
    subject = Subject(
        card=machinery.store.card(article.id) if article else None,
        published=article.published if article else None,
        names=book.of_article(article.text) if article else book.corpus(),
        copies=copies,
    )
    hits = machinery.retriever.retrieve(
        [claim.text for claim in wanted],
        top=looked_at_count(machinery.settings),
        candidates=machinery.settings.candidates,
        allowed=allowed,
        reference_date=subject.published,
        names=subject.names,
    )
    yield from held_against(machinery, wanted, hits, subject)


def looked_at_count(settings: Settings) -> int:
    """How many passages are looked at for each claim: more than are compared, for copies and surroundings."""
    return max(_LOOKED_AT, 2 * settings.top)


def wanted_of(claims: Sequence[Claim], settings: Settings) -> list[Claim]:
    """Those of `claims` that are searched for."""
    return [
        claim
        for claim in claims
        if claim.kind.is_checkable and claim.check_worthiness >= settings.minimum_worth
    ]


def held_against(
    bench: Bench, claims: Sequence[Claim], hits: Sequence[Sequence[Hit]], subject: Subject
) -> Iterator[Compared]:
    """Each of `claims` with what its `hits` say of it."""
    matches = bench.memory.match(claims)
    for claim, same, candidates in zip(claims, matches, hits, strict=True):
        verified = bench.verifier.verify(
            claim,
            candidates,
            published=subject.published,
            left_out=len(subject.copies),
            names=subject.names,
        )
        finding = Finding(
            subject.card, claim, verified.suggestion, tuple(same), verified.evidence, bench.provenance
        )
        yield Compared(finding, verified, subject.copies)


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
        [typed_text(text)],
        top=top,
        candidates=max(top, machinery.settings.candidates),
        allowed=allowed,
        names=machinery.readings.names.corpus(),
    )[0]
