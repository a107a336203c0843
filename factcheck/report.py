"""The step from findings and decisions to a report: articles in order, claims with the words around them."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.errors import UsageError
from factcheck.model import Card, Claim, Finding, Provenance
from factcheck.queue import ReviewedEvidence, Ruling
from factcheck.reported import Caution, Correction, Entry, Method, Publisher, Report, Section, Warned
from factcheck.store.corrections import corrections_of
from factcheck.weighed import evidence_of

if TYPE_CHECKING:
    from factcheck.store import Store

CONTEXT = 120
"""Code points shown at most on either side of a quote."""
_ANCHOR = 32
"""Code points before and after a quote by which other programs find it again (W3C TextQuoteSelector)."""
_ELLIPSIS = "\u2026"
_WORD = string.ascii_letters + string.digits


@dataclass(frozen=True, slots=True)
class Wish:
    """Which report is wanted."""

    articles: tuple[str, ...] = ()
    """Ids of the articles; empty: all, and the typed claims."""
    since: date | None = None
    """Only what was decided on this day or later; what nobody decided counts by the day of its check."""
    include_suggestions: bool = False
    language: str = "en"
    publisher: Publisher | None = None
    opinions_wanted: int = 1
    settings: tuple[tuple[str, str], ...] = ()
    """Those that change what is found, to be named in the report."""


def report_of(store: Store, wish: Wish) -> Report:
    """The report of a workspace as it stands now; the same state gives the same report."""
    with store.reading():
        return _Gathering(store, wish).report()


class _Gathering:
    """What the entries have in common, asked of the store once."""

    def __init__(self, store: Store, wish: Wish) -> None:
        self._store = store
        self._wish = wish
        self._rulings = store.rulings()
        self._later = store.later_revisions()
        self._removed = store.removed_sources()
        self._checked = store.checked_days()

    def report(self) -> Report:
        store, wish = self._store, self._wish
        articles = self._articles()
        wanted: set[str | None] = {card.id for card in articles}
        if not wish.articles:
            wanted.add(None)
        claims = [one for one in store.reportable_claims() if one.document_id in wanted]
        claims = [one for one in claims if self._recent(one)]
        shown = [one for one in claims if wish.include_suggestions or self._ruling(one).decided]
        findings = {one.claim.id: one for one in store.findings(all_kinds=True)} if shown else {}
        log = self._corrections(wanted)
        cards = {card.id: card for card in articles}
        texts = store.texts_of({one.document_id for one in shown if one.document_id})
        entries = []
        for claim in shown:
            article = cards.get(claim.document_id or "")
            entry = self._entry(claim, findings.get(claim.id), article, log)
            entries.append(anchored(entry, texts[article.id]) if article else entry)
        return assembled(
            articles,
            entries,
            claims=claims,
            corrections=log,
            method=self._method(articles, entries),
            as_of=store.latest_change(),
            wish=wish,
            sentence_numbers=store.sentence_numbers(
                {one.passage.id for entry in entries for one in entry.evidence if entry.rests_on(one)}
            ),
        )

    def _articles(self) -> list[Card]:
        """The articles that are wanted; UsageError for a document that is none."""
        every = {card.id: card for card in self._store.articles()}
        for wanted in self._wish.articles:
            if wanted not in every:
                raise UsageError(
                    f"Wanted a checked article, found '{wanted[:12]}', which is a source or was not checked."
                )
        return [card for key, card in every.items() if not self._wish.articles or key in self._wish.articles]

    def _ruling(self, claim: Claim) -> Ruling:
        return self._rulings.get(claim.id, Ruling())

    def _recent(self, claim: Claim) -> bool:
        if self._wish.since is None:
            return True
        at = self._ruling(claim).at or self._checked.get(claim.document_id or "", "")
        return at[:10] >= self._wish.since.isoformat()

    def _entry(
        self, claim: Claim, finding: Finding | None, article: Card | None, log: Sequence[Correction]
    ) -> Entry:
        store, ruling = self._store, self._ruling(claim)
        evidence = _shown(evidence_of(store, finding, store.sum(claim.id)), ruling)
        present = {one.passage.id for one in evidence}
        missing = [one for one in ruling.evidence if one not in present]
        entry = Entry(
            claim=claim,
            ruling=ruling,
            suggestion=finding.suggestion if finding else None,
            provenance=finding.provenance if finding else None,
            evidence=(*self._relied_on(missing), *evidence),
            matches=finding.matches if finding else (),
            corrections=tuple(one for one in log if one.claim_id == claim.id),
        )
        return replace(entry, cautions=tuple(self._cautions(entry, article)))

    def _relied_on(self, passage_ids: Sequence[str]) -> list[ReviewedEvidence]:
        """Passages that a decision rests on and the latest check no longer found."""
        passages = self._store.passages_by_id(passage_ids)
        cards = self._store.cards({one.document_id for one in passages.values()})
        return [
            ReviewedEvidence(passages[one], cards[passages[one].document_id], None)
            for one in passage_ids
            if one in passages
        ]

    def _cautions(self, entry: Entry, article: Card | None) -> Iterable[Warned]:
        if not entry.reviewed:
            return
        if article is not None and article.id in self._later:
            yield Warned(Caution.ARTICLE_REVISED, article)
        for source in {one.source.id: one.source for one in entry.evidence if entry.rests_on(one)}.values():
            if source.id in self._removed:
                yield Warned(Caution.SOURCE_REMOVED, source)
            elif source.id in self._later:
                yield Warned(Caution.SOURCE_REVISED, source)

    def _corrections(self, articles: set[str | None]) -> list[Correction]:
        """Of every claim of these articles, those found to be no claim among them."""
        found: list[Correction] = []
        for claim in self._store.decided_claims():
            if claim.document_id in articles:
                found += corrections_of(self._store.reviews_of(claim.id), claim.id, claim.text)
        return sorted(found, key=lambda one: (one.at, one.claim_id))

    def _method(self, articles: Sequence[Card], entries: Sequence[Entry]) -> Method:
        store, wish = self._store, self._wish
        sources = store.sources()
        days = [card.published for card in sources if card.published]
        return Method(
            provenance=_machinery(entries),
            settings=wish.settings,
            sources=len(sources),
            passages=store.passage_count(),
            first=min(days, default=None),
            last=max(days, default=None),
            opinions_wanted=wish.opinions_wanted,
            unchecked=store.unchecked_count({card.id for card in articles}),
            failures=() if wish.articles else tuple(one.path for one in store.failures()),
        )


def assembled(
    articles: Sequence[Card],
    entries: Sequence[Entry],
    *,
    claims: Sequence[Claim],
    method: Method,
    as_of: str,
    wish: Wish,
    corrections: Sequence[Correction] = (),
    sentence_numbers: Mapping[str, int] | None = None,
) -> Report:
    """Entries grouped by article in the order of `articles`; typed claims come last.

    `claims` are all that count, shown or not. An article without claims keeps its section, unless only
    what is recent was asked for.
    """
    cards: dict[str | None, Card | None] = {card.id: card for card in articles}
    if any(claim.document_id is None for claim in claims):
        cards[None] = None
    grouped: dict[str | None, list[Entry]] = {key: [] for key in cards}
    for entry in entries:
        grouped[entry.claim.document_id].append(entry)
    counted = dict.fromkeys(cards, 0)
    for claim in claims:
        counted[claim.document_id] += 1
    sections = [
        Section(cards[key], tuple(found), left_out=counted[key] - len(found))
        for key, found in grouped.items()
        if counted[key] or wish.since is None
    ]
    return Report(
        as_of=as_of,
        language=wish.language,
        sections=tuple(sections),
        claims=len(claims),
        reviewed=sum(entry.reviewed for entry in entries),
        method=method,
        version=__version__,
        corrections=tuple(corrections),
        since=wish.since,
        publisher=wish.publisher,
        sentence_numbers=sentence_numbers or {},
    )


def anchored(entry: Entry, text: str) -> Entry:
    """`entry` with what stands around its quote in the article's `text`."""
    claim = entry.claim
    before, after = around(text, claim)
    return replace(
        entry,
        before=before,
        after=after,
        prefix=text[max(0, claim.start - _ANCHOR) : claim.start],
        suffix=text[claim.end : claim.end + _ANCHOR],
    )


def _shown(evidence: Iterable[ReviewedEvidence], ruling: Ruling) -> list[ReviewedEvidence]:
    """What the ruling rests on, then the rest as it comes, without what a person excluded."""
    kept = [one for one in evidence if one.excluded_by is None or one.passage.id in ruling.evidence]
    return sorted(kept, key=lambda one: one.passage.id not in ruling.evidence)


def around(text: str, claim: Claim) -> tuple[str, str]:
    """What stands in the claim's paragraph before and after its quote, CONTEXT code points each at most.

    A cut is marked with an ellipsis and never splits an English word.
    """
    before = text[: claim.start].rpartition("\n")[2]
    after = text[claim.end :].partition("\n")[0]
    if len(before) > CONTEXT:
        cut = before[-CONTEXT:]
        before = _ELLIPSIS + (_without_first_half(cut) if _splits(before, len(before) - CONTEXT) else cut)
    if len(after) > CONTEXT:
        cut = after[:CONTEXT]
        after = (_without_last_half(cut) if _splits(after, CONTEXT) else cut) + _ELLIPSIS
    return before, after


def _splits(text: str, at: int) -> bool:
    """Whether a cut at `at` falls inside a word written in Latin letters or digits."""
    return all(char in _WORD for char in text[at - 1 : at + 1])


def _without_first_half(cut: str) -> str:
    return cut.lstrip(_WORD).lstrip()


def _without_last_half(cut: str) -> str:
    return cut.rstrip(_WORD).rstrip()


def _machinery(entries: Sequence[Entry]) -> tuple[Provenance, ...]:
    return tuple(dict.fromkeys(one.provenance for one in entries if one.provenance))
