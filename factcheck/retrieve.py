"""The step from a claim to passages: by meaning (FAISS) and by words and facts (BM25), fused, reranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders import Encoder
from factcheck.language.entities import AliasTable, load_aliases
from factcheck.language.facts import fact_terms, find_facts
from factcheck.language.folding import fold
from factcheck.language.ignorable import bare
from factcheck.language.learnt import LearntNames
from factcheck.language.tokens import search_terms
from factcheck.model import Hit
from factcheck.names import form_terms
from factcheck.rerankers import Reranker
from factcheck.store import Store
from factcheck.vectors import Vectors
from factcheck.wording import worded

_MEANING, _WORDS, _FACTS = 1.5, 1.0, 0.5
"""What the cosine, the share of the words met and that of the facts met weigh; chosen on the claims of
verdict/cfever_aicup_train, a set that may train what ships, and on tests/gold."""


class Mode(StrEnum):
    """Which ways of searching take part."""

    HYBRID = "hybrid"
    DENSE = "dense"
    LEXICAL = "lexical"


_ENOUGH = 0.45
"""Share of a text's words, by rarity, from which the passage that has most of them counts in full."""
Scored = Sequence[tuple[int, float]]
"""Passages by number, each with a score, best first."""
_LEAST = 1e-6
"""Score of a passage that was found and is like the text in nothing that counts."""


@dataclass(frozen=True, slots=True)
class Way:
    """What one way of searching found, with scores up to 1, and what it weighs."""

    found: Scored
    weight: float
    everywhere: bool = False
    """Whether a passage that is not among those found has some of it all the same."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search may return."""

    as_of: date | None = None
    """Sources published later are left out; those without a date are kept."""
    since: date | None = None
    """Sources published earlier are left out."""
    sources: tuple[str, ...] = ()
    """Only these documents, by id; empty: all."""
    exclude: tuple[str, ...] = ()
    """Not these documents."""


class Retriever:
    """Searches one corpus with one encoder; holds no state of a query."""

    def __init__(
        self,
        store: Store,
        vectors: Vectors,
        encoder: Encoder,
        aliases: AliasTable | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._store = store
        self._vectors = vectors
        self._encoder = encoder
        self._names = LearntNames(aliases or load_aliases())
        self._reranker = reranker

    def allowed(self, filters: Filters) -> NDArray[np.int64] | None:
        """The passage numbers that `filters` leave; None for all. Ask once for an article."""
        return self._store.source_numbers(
            published_before=filters.as_of,
            published_after=filters.since,
            source_ids=filters.sources or None,
            exclude=filters.exclude,
        )

    def retrieve(
        self,
        texts: Sequence[str],
        *,
        top: int,
        candidates: int,
        allowed: NDArray[np.int64] | None = None,
        reference_date: date | None = None,
        mode: Mode = Mode.HYBRID,
        names: LearntNames | None = None,
    ) -> list[list[Hit]]:
        """For each text its best `top` passages, best first.

        `candidates` passages of each way of searching enter the fusion. What `names` learnt is searched for
        under each of its names. Scores are in (0, 1]: 1 says all the same in the same words. With a reranker
        the best `candidates` of the fusion are put in its order, and scores are its own, in [0, 1].
        """
        if allowed is not None and not len(allowed):
            return [[] for _ in texts]
        texts = [bare(text) for text in texts]
        found = [
            self._found(text, row, candidates, allowed, reference_date, mode, names or self._names)
            for text, row in zip(texts, self._by_meaning(texts, candidates, allowed, mode), strict=True)
        ]
        kept = top if self._reranker is None else max(top, candidates)
        hits = self._hits([fuse(ways)[:kept] for ways in found])
        if self._reranker is None:
            return hits
        return [_reranked(self._reranker, text, row)[:top] for text, row in zip(texts, hits, strict=True)]

    def _by_meaning(
        self, texts: Sequence[str], k: int, allowed: NDArray[np.int64] | None, mode: Mode
    ) -> list[Scored]:
        if mode is Mode.LEXICAL or not texts:
            return [() for _ in texts]
        scores, numbers = self._vectors.search(self._encoder.encode_queries(texts), k, allowed=allowed)
        return [
            [(int(number), float(score)) for number, score in zip(*row, strict=True) if number >= 0]
            for row in zip(numbers, scores, strict=True)
        ]

    def _found(
        self,
        text: str,
        by_meaning: Scored,
        k: int,
        allowed: NDArray[np.int64] | None,
        reference_date: date | None,
        mode: Mode,
        names: LearntNames,
    ) -> list[Way]:
        """What each way of searching found; facts are looked for on their own, so that a number can find."""
        if mode is Mode.DENSE:
            return [Way(by_meaning, _MEANING)]
        found_facts = find_facts(text, reference_date=reference_date, aliases=names.table)
        forms = names.forms(found_facts.names)
        facts = [*fact_terms(found_facts), *form_terms(forms)]
        folded, terms = fold(text), search_terms(text)
        spelled = [term for form in forms if fold(form) not in folded for term in search_terms(form)]
        words = self._vectors.search_words([*terms, *spelled], k, allowed=allowed)
        known = self._vectors.search_words((), k, facts=facts, allowed=allowed) if facts else []
        # The words of other names of the same thing are no words that the text lacks.
        ways = [
            Way(_shares(words, self._vectors.ceiling(terms) * _ENOUGH), _WORDS),
            Way(_shares(known, self._vectors.ceiling(facts=facts) * _ENOUGH), _FACTS),
        ]
        return ways if mode is Mode.LEXICAL else [Way(by_meaning, _MEANING, everywhere=True), *ways]

    def _hits(self, fused: Sequence[Scored]) -> list[list[Hit]]:
        numbers = sorted({number for row in fused for number, _ in row})
        passages = self._store.passages(numbers)
        cards = self._store.cards({passage.document_id for passage in passages.values()})
        return [
            [
                Hit(passages[number], cards[passages[number].document_id], score)
                for number, score in row
                if number in passages
            ]
            for row in fused
        ]


def _reranked(reranker: Reranker, text: str, hits: Sequence[Hit]) -> list[Hit]:
    """`hits` by the reranker's score, best first; those it finds equal stay in their order."""
    scores = reranker.scores(text, [worded(hit.passage, hit.source) for hit in hits])
    scored = [replace(hit, score=score) for hit, score in zip(hits, scores, strict=True)]
    return sorted(scored, key=lambda hit: -hit.score)


def _shares(scored: Scored, whole: float) -> Scored:
    """Scores as shares of the best one, or of `whole` where even the best one falls short of that."""
    whole = max([whole, *(score for _, score in scored[:1])])
    return [(number, score / whole) for number, score in scored] if whole else []


def fuse(ways: Sequence[Way]) -> Scored:
    """The weighted mean of what the ways give each passage: (number, score in (0, 1]), best first.

    A passage that a way did not find has 0 of it; by meaning, where each has some likeness, that of the last
    one found.
    """
    whole = sum(way.weight for way in ways)
    scores = dict.fromkeys((number for way in ways for number, _ in way.found), 0.0)
    for way in ways:
        own = dict(way.found)
        absent = min(own.values(), default=0.0) if way.everywhere else 0.0
        for number in scores:
            scores[number] += way.weight * max(0.0, own.get(number, absent)) / whole
    ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [(number, max(_LEAST, score)) for number, score in ordered]
