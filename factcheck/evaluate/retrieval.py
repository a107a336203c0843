"""Search: documents ranked by their best passage, found as the pipeline finds passages."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.corpus import bring_up_to_date
from factcheck.evaluate.pools import Pool, PoolDocument, Query
from factcheck.evaluate.scores import Scores, Watch, library, unwatched, with_error
from factcheck.evaluate.scratch import scratch
from factcheck.language.scripts import detect_language
from factcheck.model import Document, document_id
from factcheck.retrieve import Filters, Mode
from factcheck.split import split
from factcheck.workspace import Workspace

DEPTH = 100
"""Documents of each query that are counted."""
CANDIDATES = 500
"""Passages of each way of searching: enough that they belong to DEPTH documents."""
_TOGETHER = 64
"""Queries asked at a time: bounds memory."""
_MEASURES = {"mrr@10": "recip_rank", "map@5": "map_cut_5", "ndcg@10": "ndcg_cut_10"}
"""Our name -> trec_eval's."""

Rankings = dict[str, list[str]]
"""Query id -> document ids, best first."""


def evaluate_retrieval(
    pool: Pool, settings: Mapping[str, object], *, mode: Mode = Mode.HYBRID, watch: Watch = unwatched
) -> Scores:
    """Scores of searching a corpus of the pool's documents for its queries."""
    library("pytrec_eval", "pytrec-eval-terrier")
    began = time.perf_counter()
    with scratch(settings) as workspace:
        fill(workspace, pool.documents)
        return score_search(workspace, pool, mode, began=began, watch=watch)


def score_search(
    workspace: Workspace, pool: Pool, mode: Mode, *, began: float | None = None, watch: Watch = unwatched
) -> Scores:
    """Scores of searching a workspace that was filled with the pool's documents.

    Seconds count from `began` (of `time.perf_counter`), where given.
    """
    began = time.perf_counter() if began is None else began
    rankings: Rankings = {}
    for key, ranking in ranked(workspace, pool, mode):
        rankings[key] = ranking
        watch(len(rankings), len(pool.queries))
    return Scores(
        task="retrieval",
        metrics=retrieval_metrics(pool.queries, rankings, any_hit=pool.any_hit),
        n=len(pool.queries),
        seconds=round(time.perf_counter() - began, 3),
        models={"encoder": f"{workspace.encoder.name}@{workspace.encoder.revision}"},
        sha256=pool.sha256,
        notes=pool.notes,
    )


def fill(workspace: Workspace, documents: Sequence[PoolDocument]) -> None:
    """Put the documents into the corpus as `add` does once they are read."""
    store = workspace.store
    with store.writing():
        for one in documents:
            document = Document(text=one.text, title=one.title or None, language=detect_language(one.text))
            store.add_document(document)
            store.add_source(document.id, split(document))
            workspace.readings.names.keep(document)
    bring_up_to_date(store, workspace.vectors, workspace.encoder, workspace.readings)


def ranked(workspace: Workspace, pool: Pool, mode: Mode) -> Iterator[tuple[str, list[str]]]:
    """Each query's documents, best first, by the first of their passages that is found."""
    machinery = workspace.machinery
    own: dict[str, list[str]] = {}
    for document in pool.documents:
        # Equal texts are one document of the corpus; each of their ids is found with it.
        own.setdefault(document_id(document.text), []).append(document.id)
    allowed = machinery.retriever.allowed(Filters())
    names = machinery.readings.names.corpus()
    for start in range(0, len(pool.queries), _TOGETHER):
        batch = pool.queries[start : start + _TOGETHER]
        found = machinery.retriever.retrieve(
            [query.text for query in batch],
            top=3 * CANDIDATES,
            candidates=CANDIDATES,
            allowed=allowed,
            mode=mode,
            names=names,
        )
        for query, hits in zip(batch, found, strict=True):
            sources = dict.fromkeys(hit.source.id for hit in hits)
            yield query.id, [key for source in sources for key in own[source]][:DEPTH]


def retrieval_metrics(
    queries: Sequence[Query], rankings: Mapping[str, Sequence[str]], *, any_hit: bool
) -> dict[str, float]:
    """mrr@10, map@5, ndcg@10, recall@1 and recall@100 by trec_eval's definitions, with standard errors.

    With `any_hit` recall is whether any relevant document is found; without, the share that is.
    """
    trec = library("pytrec_eval", "pytrec-eval-terrier")
    recall = "success" if any_hit else "recall"
    wanted = {query.id: dict.fromkeys(query.relevant, 1) for query in queries}
    measures = {"recip_rank", "map_cut.5", "ndcg_cut.10", f"{recall}.1,{DEPTH}"}
    whole = _evaluated(trec, wanted, rankings, measures, DEPTH)
    # trec_eval's reciprocal rank has no cut of its own.
    first = _evaluated(trec, wanted, rankings, {"recip_rank"}, 10)
    names = {**_MEASURES, "recall@1": f"{recall}_1", "recall@100": f"{recall}_{DEPTH}"}
    found: dict[str, float] = {}
    for name, theirs in names.items():
        rows = first if theirs == "recip_rank" else whole
        found |= with_error(name, [rows[query.id].get(theirs, 0.0) for query in queries])
    return found


def _evaluated(
    trec: Any,
    wanted: Mapping[str, Mapping[str, int]],
    rankings: Mapping[str, Sequence[str]],
    measures: set[str],
    depth: int,
) -> dict[str, dict[str, float]]:
    """trec_eval's values by query; of a query for which nothing was found, none."""
    runs = {
        key: {document: float(depth - place) for place, document in enumerate(ranking[:depth])}
        for key, ranking in rankings.items()
    }
    values = trec.RelevanceEvaluator(wanted, measures).evaluate(runs)
    return {key: values.get(key, {}) for key in wanted}
