"""The step from a claim to passages: by meaning (FAISS) and by words and facts (BM25), fused, reranked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

_RANK_CONSTANT = 60
"""k of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""


class Mode(StrEnum):
    """Which ways of searching take part."""

    HYBRID = "hybrid"
    DENSE = "dense"
    LEXICAL = "lexical"


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
        under each of its names. Scores are in (0, 1]: 1 is first
        in every list asked. With a reranker the best `candidates` of the fusion are put in its order, and
        scores are its own, in [0, 1].
        """
        if allowed is not None and not len(allowed):
            return [[] for _ in texts]
        texts = [bare(text) for text in texts]
        rankings = [
            self._rankings(text, row, candidates, allowed, reference_date, mode, names or self._names)
            for text, row in zip(texts, self._by_meaning(texts, candidates, allowed, mode), strict=True)
        ]
        kept = top if self._reranker is None else max(top, candidates)
        hits = self._hits([fuse(ranking)[:kept] for ranking in rankings])
        if self._reranker is None:
            return hits
        return [_reranked(self._reranker, text, row)[:top] for text, row in zip(texts, hits, strict=True)]

    def _by_meaning(
        self, texts: Sequence[str], k: int, allowed: NDArray[np.int64] | None, mode: Mode
    ) -> list[list[int]]:
        if mode is Mode.LEXICAL or not texts:
            return [[] for _ in texts]
        _, numbers = self._vectors.search(self._encoder.encode_queries(texts), k, allowed=allowed)
        return [[int(number) for number in row if number >= 0] for row in numbers]

    def _rankings(
        self,
        text: str,
        by_meaning: list[int],
        k: int,
        allowed: NDArray[np.int64] | None,
        reference_date: date | None,
        mode: Mode,
        names: LearntNames,
    ) -> list[list[int]]:
        """One ranking a way of searching; facts rank on their own, so that a number alone can find."""
        if mode is Mode.DENSE:
            return [by_meaning]
        found_facts = find_facts(text, reference_date=reference_date, aliases=names.table)
        forms = names.forms(found_facts.names)
        facts = [*fact_terms(found_facts), *form_terms(forms)]
        spelled = [term for form in forms if fold(form) not in fold(text) for term in search_terms(form)]
        terms = [*search_terms(text), *spelled]
        rankings = [by_meaning] if mode is Mode.HYBRID else []
        found = self._vectors.search_words(terms, k, facts=facts, allowed=allowed)
        rankings.append([number for number, _ in found])
        if facts and mode is Mode.HYBRID:
            by_facts = self._vectors.search_words((), k, facts=facts, allowed=allowed)
            rankings.append([number for number, _ in by_facts])
        return rankings

    def _hits(self, fused: list[list[tuple[int, float]]]) -> list[list[Hit]]:
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


def fuse(rankings: Iterable[Sequence[int]]) -> list[tuple[int, float]]:
    """Reciprocal rank fusion of rankings (best first): (number, score in (0, 1]), best first."""
    lists = [ranking for ranking in rankings]
    best = len(lists) / (_RANK_CONSTANT + 1)
    scores: dict[int, float] = {}
    for ranking in lists:
        for rank, number in enumerate(ranking, start=1):
            scores[number] = scores.get(number, 0.0) + 1 / (_RANK_CONSTANT + rank)
    ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [(number, score / best) for number, score in ordered]
