"""What workers do for a bundle of articles, step by step; each step is one Dask task, or one a shard.

read     articles -> claims, and what is asked for them                 in any worker
count    how many passages of a shard hold each term asked for          where the shard is
best     a shard's best passages for each claim, by each way            where the shard is
choose   the best of all shards, and of them the ones to look at        in any worker
fetch    those passages with what they say                              where the shard is
judge    claims and passages -> findings                                in any worker
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.check import (
    Article,
    Examined,
    Subject,
    claims_of,
    held_against,
    looked_at_count,
    wanted_of,
    with_unsearched,
)
from factcheck.cluster.failing import step
from factcheck.cluster.kit import Instruments, Kit, aliases_of, opened, require_stamp, turn
from factcheck.cluster.postings import Counted, summed
from factcheck.cluster.shard import Fetched, Found, Shard, SourceRows
from factcheck.cluster.stamps import Stamp
from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.indexes.lexical import FACTS_BOOST, plain
from factcheck.language.ignorable import bare
from factcheck.model import Card, Claim, Document, Hit, Passage
from factcheck.prepare import Prepared, Tools, prepare
from factcheck.retrieve import Answers, Asked, Filters, Scored, asked, fuse, kept_of, meant, ordered, ways


@dataclass(frozen=True, slots=True)
class Brief:
    """An article with what the coordinator's rows say of it."""

    article: Article
    card: Card
    by_people: tuple[Claim, ...]
    """Claims that people wrote for it."""
    copies: tuple[str, ...]
    """Sources that are the article itself or copies of it."""

    @property
    def filters(self) -> Filters:
        """What is no evidence for it."""
        return Filters(as_of=self.article.as_of, exclude=self.copies)


@dataclass(frozen=True, slots=True)
class Questions:
    """One article's claims, and what the shards are asked for those that are searched for."""

    claims: tuple[Claim, ...]
    wanted: tuple[Claim, ...]
    asked: tuple[Asked, ...]
    """For each wanted one."""
    vectors: NDArray[np.float32]
    """(wanted, dimension)"""
    filters: Filters


@dataclass(frozen=True, slots=True)
class Chosen:
    """For each article of a bundle and each of its wanted claims the passages to look at."""

    fused: tuple[tuple[Scored, ...], ...]

    @property
    def numbers(self) -> list[int]:
        """All of them."""
        return sorted({number for row in self.fused for one in row for number, _ in one})


@step
def read(kit: Kit, briefs: Sequence[Brief]) -> list[Questions]:
    """The claims of articles and what is asked for them."""
    with turn:
        tools = opened(kit)
        return [_questions(tools, brief) for brief in briefs]


def _questions(tools: Instruments, brief: Brief) -> Questions:
    document = brief.article.document
    claims = claims_of(document, tools.scorer, brief.by_people)
    wanted = wanted_of(claims, tools.settings)
    texts = [bare(claim.text) for claim in wanted]
    names = tools.names(document)
    return Questions(
        claims=tuple(claims),
        wanted=tuple(wanted),
        asked=tuple(asked(text, names, document.published) for text in texts),
        vectors=tools.encoder.encode_queries(meant(texts, tools.encoder)),
        filters=brief.filters,
    )


@step
def count(shard: Shard, bundle: Sequence[Questions]) -> tuple[Counted, Counted]:
    """What a shard holds of all terms of a bundle: words and facts."""
    every = [one for questions in bundle for one in questions.asked]
    words = plain(term for one in every for term in one.words)
    facts = plain(term for one in every for term in one.facts)
    return shard.count(words, facts)


@step
def best(
    shard: Shard, k: int, bundle: Sequence[Questions], *counts: tuple[Counted, Counted]
) -> list[list[Found]]:
    """A shard's best `k` for each claim of each article; `counts` are those of all shards."""
    everywhere = _together(counts)
    return [
        shard.best(one.asked, one.vectors, k, one.filters, everywhere) if one.asked else [] for one in bundle
    ]


def _together(counts: Sequence[tuple[Counted, Counted]]) -> tuple[Counted, Counted]:
    return summed([words for words, _ in counts]), summed([facts for _, facts in counts])


@step
def choose(
    kit: Kit,
    bundle: Sequence[Questions],
    counts: Sequence[tuple[Counted, Counted]],
    found: Sequence[list[list[Found]]],
) -> Chosen:
    """The best of all shards, fused as on one machine."""
    with turn:
        tools = opened(kit)
    settings = tools.settings
    kept = kept_of(looked_at_count(settings), settings.candidates, tools.reranker)
    words, facts = _together(counts)
    fused = []
    for place, questions in enumerate(bundle):
        rows = []
        for row, one in enumerate(questions.asked):
            here = [shard[place][row] for shard in found]
            answers = Answers(
                words=merged((each.words for each in here), settings.candidates),
                facts=merged((each.facts for each in here), settings.candidates),
                all_words=sum(words.rarity(term) for term in plain(one.terms)),
                all_facts=sum(FACTS_BOOST * facts.rarity(term) for term in plain(one.facts)),
            )
            by_meaning = merged((each.by_meaning for each in here), settings.candidates)
            rows.append(fuse(ways(by_meaning, answers))[:kept])
        fused.append(tuple(rows))
    return Chosen(tuple(fused))


def merged(lists: Iterable[Scored], k: int) -> Scored:
    """The best `k` of what several shards found, best first, equal ones by number."""
    every = [one for found in lists for one in found]
    return sorted(every, key=lambda pair: (-pair[1], pair[0]))[:k]


@step
def fetch(shard: Shard, chosen: Chosen) -> Fetched:
    """Those of the chosen passages that a shard has."""
    return shard.fetch(chosen.numbers)


@step
def judge(
    kit: Kit,
    briefs: Sequence[Brief],
    bundle: Sequence[Questions],
    chosen: Chosen,
    fetched: Sequence[Fetched],
) -> list[Examined]:
    """What is found for each article."""
    rows = {number: row for one in fetched for number, row in one.rows.items()}
    sources = {key: source for one in fetched for key, source in one.sources.items()}
    with turn:
        tools = opened(kit)
        kept = ((passage.id, row) for passage, row in rows.values())
        tools.carried.rows = {key: row for key, row in kept if row is not None}
        tools.carried.parts = {key: source.parts for key, source in sources.items()}
        return [
            _examined(tools, brief, questions, _hits(fused, rows, sources))
            for brief, questions, fused in zip(briefs, bundle, chosen.fused, strict=True)
        ]


def _hits(
    fused: Sequence[Scored], rows: dict[int, tuple[Passage, str | None]], sources: dict[str, SourceRows]
) -> list[list[Hit]]:
    return [
        [
            Hit(rows[number][0], sources[rows[number][0].document_id].card, score)
            for number, score in row
            if number in rows
        ]
        for row in fused
    ]


def _examined(tools: Instruments, brief: Brief, questions: Questions, hits: Sequence[list[Hit]]) -> Examined:
    document = brief.article.document
    texts = [bare(claim.text) for claim in questions.wanted]
    looked_at = ordered(texts, hits, looked_at_count(tools.settings), tools.reranker, tools.closer)
    subject = Subject(brief.card, document.published, tools.names(document), brief.copies)
    found = [one.finding for one in held_against(tools, questions.wanted, looked_at, subject)]
    findings = with_unsearched(questions.claims, found, brief.card, tools.provenance)
    return Examined(questions.claims, tuple(findings))


# -- adding ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bench:
    """What sources are prepared with."""

    stamp: Stamp
    own_aliases: bytes | None
    encodes: bool
    """Whether workers make the vectors too, with the built-in encoder."""


@step
def prepare_all(bench: Bench, sources: Sequence[tuple[Document, Card]]) -> list[Prepared]:
    """Each source of a bundle, prepared."""
    require_stamp(bench.stamp)
    encoder = BuiltinEncoder.builtin() if bench.encodes else None
    with turn:
        tools = Tools(aliases_of(bench.own_aliases), encoder)
        return [prepare(tools, source) for source in sources]
