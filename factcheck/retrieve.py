"""The step from a claim to passages: by meaning (FAISS) and by words and facts (BM25), fused, ordered.

What is asked for (`asked`) and what is made of the answers (`ways`, `fuse`, `ordered`) stand on their own:
on a cluster the answers come from many machines, and all else is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders import Encoder
from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.language.entities import AliasTable, load_aliases
from factcheck.language.facts import fact_terms, find_facts
from factcheck.language.folding import fold
from factcheck.language.ignorable import bare
from factcheck.language.learnt import LearntNames
from factcheck.language.posts import said_in_post
from factcheck.language.tokens import search_terms
from factcheck.late_interaction import LOOKED_AT, LateInteraction
from factcheck.model import Hit
from factcheck.names import form_terms
from factcheck.rerankers import Reranker
from factcheck.store import Store
from factcheck.vectors import Vectors
from factcheck.wording import sought_meaning, sought_words, worded

_MEANING, _WORDS, _FACTS = 1.5, 1.0, 0.5
"""What the cosine, the share of the words met and that of the facts met weigh; chosen on claims of
verdict/cfever_aicup_train, a set that may train what ships, and on tests/gold. Anything from 1.2 to 2 for the
cosine does as well on fever_dev_pairs, scifact and cfever_aicup_train."""


_NEAR = 0.37
"""Score below which few passages in a claim's language take a side: of tests/gold 14 of 940 behind the third.
With any bound from 0.34 to 0.45 as many claims are right there; lower ones save less."""


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


@dataclass(frozen=True, slots=True)
class Asked:
    """What the word index is asked for, for one text."""

    terms: tuple[str, ...]
    """Its words."""
    spelled: tuple[str, ...]
    """Words of other names of what it names."""
    facts: tuple[str, ...]
    """Terms of its quantities, dates and names; looked for on their own, so that a number can find."""

    @property
    def words(self) -> tuple[str, ...]:
        """All that is looked for among the words of passages."""
        return (*self.terms, *self.spelled)


@dataclass(frozen=True, slots=True)
class Answers:
    """What an index has for one `Asked`, each best first."""

    words: Scored
    facts: Scored
    all_words: float
    """Score of a passage with each of the text's own words once; see LexicalIndex.ceiling."""
    all_facts: float
    """The same for its facts."""


def asked(text: str, names: LearntNames, reference_date: date | None = None) -> Asked:
    """What is asked for a text; what `names` learnt under each of its names."""
    text = sought_words(text)
    found = find_facts(text, reference_date=reference_date, aliases=names.table)
    forms = names.forms(found.names)
    folded = fold(text)
    spelled = (term for form in forms if fold(form) not in folded for term in search_terms(form))
    facts = (*fact_terms(found), *form_terms(forms))
    return Asked(tuple(search_terms(text)), tuple(spelled), facts)


def meant(texts: Sequence[str], encoder: Encoder) -> list[str]:
    """What of each text is looked for by meaning; a model that reads sentences is asked questions whole."""
    seek = sought_meaning if isinstance(encoder, BuiltinEncoder) else said_in_post
    return [seek(text) for text in texts]


class Retriever:
    """Searches one corpus with one encoder; holds no state of a query."""

    def __init__(
        self,
        store: Store,
        vectors: Vectors,
        encoder: Encoder,
        closer: LateInteraction,
        aliases: AliasTable | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._store = store
        self._vectors = vectors
        self._encoder = encoder
        self._names = LearntNames(aliases or load_aliases())
        self._closer = closer
        self.reranker = reranker
        self._listed: dict[Filters | None, NDArray[np.int64] | None] = {}
        """Numbers that filters leave (None: all of them), for the corpus of `_listed_at`."""
        self._listed_at: tuple[str, str] | None = None

    @property
    def whole(self) -> bool:
        """Whether exactly the passages of the corpus can be found; cheap."""
        return self._vectors.matches(self._store)

    def allowed(self, filters: Filters) -> NDArray[np.int64] | None:
        """The passage numbers that `filters` leave; None for all. Ask once for an article."""
        if not filters.exclude:
            return self._numbers(filters)
        kept = self._numbers(replace(filters, exclude=()))
        if kept is None:
            kept = self._every()
        gone = [number for source in filters.exclude for number in self._store.numbers_of(source)]
        return kept[np.isin(kept, gone, assume_unique=True, invert=True)]

    def _numbers(self, filters: Filters) -> NDArray[np.int64] | None:
        """What filters without excluded sources leave, kept for the articles that follow."""
        return self._kept(
            filters,
            lambda: self._store.source_numbers(
                published_before=filters.as_of,
                published_after=filters.since,
                source_ids=filters.sources or None,
            ),
        )

    def _every(self) -> NDArray[np.int64]:
        found = self._kept(None, lambda: self._store.passage_weights()[0])
        return np.zeros(0, dtype=np.int64) if found is None else found

    def _kept(
        self, key: Filters | None, ask: Callable[[], NDArray[np.int64] | None]
    ) -> NDArray[np.int64] | None:
        state = (self._store.corpus_revision(), self._store.passage_digest())
        if self._listed_at != state:
            self._listed, self._listed_at = {}, state
        if key not in self._listed:
            self._listed[key] = ask()
        return self._listed[key]

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
        the best `candidates` of the fusion are put in its order, and scores are its own, in [0, 1]; without
        one the best of a hybrid search are put in the order that a closer look at their words makes.
        """
        if allowed is not None and not len(allowed):
            return [[] for _ in texts]
        texts = [bare(text) for text in texts]
        known = names or self._names
        kept = kept_of(top, candidates, self.reranker)
        fused = []
        for text, near in zip(texts, self._by_meaning(texts, candidates, allowed, mode), strict=True):
            answers = None
            if mode is not Mode.DENSE:
                answers = self._answers(asked(text, known, reference_date), candidates, allowed)
            found = ways(None if mode is Mode.LEXICAL else near, answers)
            fused.append(fuse(found)[:kept])
        closer = self._closer if mode is Mode.HYBRID else None
        return ordered(texts, self._hits(fused), top, self.reranker, closer)

    def _by_meaning(
        self, texts: Sequence[str], k: int, allowed: NDArray[np.int64] | None, mode: Mode
    ) -> list[Scored]:
        if mode is Mode.LEXICAL or not texts:
            return [() for _ in texts]
        vectors = self._encoder.encode_queries(meant(texts, self._encoder))
        scores, numbers = self._vectors.search(vectors, k, allowed=allowed)
        return [
            [(int(number), float(score)) for number, score in zip(*row, strict=True) if number >= 0]
            for row in zip(numbers, scores, strict=True)
        ]

    def _answers(self, one: Asked, k: int, allowed: NDArray[np.int64] | None) -> Answers:
        vectors = self._vectors
        return Answers(
            words=vectors.search_words(one.words, k, allowed=allowed),
            facts=vectors.search_words((), k, facts=one.facts, allowed=allowed) if one.facts else (),
            all_words=vectors.ceiling(one.terms),
            all_facts=vectors.ceiling(facts=one.facts),
        )

    def _hits(self, fused: Sequence[Scored]) -> list[list[Hit]]:
        numbers = sorted({number for row in fused for number, _ in row})
        # The index may still hold what was removed a moment ago.
        passages = self._store.passages(numbers, active=True)
        cards = self._store.cards({passage.document_id for passage in passages.values()})
        return [
            [
                Hit(passages[number], cards[passages[number].document_id], score)
                for number, score in row
                if number in passages
            ]
            for row in fused
        ]


def kept_of(top: int, candidates: int, reranker: Reranker | None) -> int:
    """How many of the fused passages are looked at for `top` of them."""
    return max(top, LOOKED_AT if reranker is None else candidates)


def near_from(encoder: Encoder, reranker: Reranker | None) -> float:
    """The score from which a passage is near; 0 where another model scores: its numbers say other things."""
    return _NEAR if reranker is None and isinstance(encoder, BuiltinEncoder) else 0.0


def ordered(
    texts: Sequence[str],
    hits: Sequence[list[Hit]],
    top: int,
    reranker: Reranker | None,
    closer: LateInteraction | None,
) -> list[list[Hit]]:
    """For each text its best `top` of `hits`: by the reranker, else by the closer look, else as they are.

    Equals stay in their order.
    """
    if reranker is not None:
        return [_reranked(reranker, text, row)[:top] for text, row in zip(texts, hits, strict=True)]
    if closer is not None:
        return [closer.reordered(text, row)[:top] for text, row in zip(texts, hits, strict=True)]
    return [row[:top] for row in hits]


def _reranked(reranker: Reranker, text: str, hits: Sequence[Hit]) -> list[Hit]:
    """`hits` by the reranker's score, best first; those it finds equal stay in their order."""
    scores = reranker.scores(text, [worded(hit.passage, hit.source) for hit in hits])
    scored = [replace(hit, score=score) for hit, score in zip(hits, scores, strict=True)]
    return sorted(scored, key=lambda hit: -hit.score)


def ways(by_meaning: Scored | None, answers: Answers | None) -> list[Way]:
    """What each way of searching found, None for one that takes no part, with scores up to 1."""
    if answers is None:
        return [Way(by_meaning or (), _MEANING)]
    # The words of other names of the same thing are no words that the text lacks.
    by_words = [
        Way(_shares(answers.words, answers.all_words * _ENOUGH), _WORDS),
        Way(_shares(answers.facts, answers.all_facts * _ENOUGH), _FACTS),
    ]
    return by_words if by_meaning is None else [Way(by_meaning, _MEANING, everywhere=True), *by_words]


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
    floors = [
        max(0.0, min((score for _, score in way.found), default=0.0)) if way.everywhere else 0.0
        for way in ways
    ]
    # What a passage has by ways that did not find it, to which each way that did adds what is more.
    absent = sum(way.weight * floor for way, floor in zip(ways, floors, strict=True)) / whole
    scores = dict.fromkeys((number for way in ways for number, _ in way.found), absent)
    for way, floor in zip(ways, floors, strict=True):
        share = way.weight / whole
        for number, score in way.found:
            if score > floor:
                scores[number] += share * (score - floor)
    ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [(number, max(_LEAST, score)) for number, score in ordered]
