"""Vector indexes side by side: how much they find, how fast, in how many bytes.

    python -m benchmarks.indexes [--sizes 20000,50000,100000] [--graph]

Vectors are those of sentences of ../shared/data/corpora (or FACTCHECK_DATA), encoded by the built-in encoder;
queries are the first halves of other sentences from there. One FAISS thread; times are the process's own CPU
time, so that a busy machine changes little, and they and the bytes are also given as ratios to the flat
index of the same run, which compares every vector. `recall@10` counts a result as right when its exact score
is at least that of the flat index's tenth, so that copies of one sentence may stand for each other.

`auto` is what the workbench uses: exact while it is small, then codes. `codes` is the same from the first
vector on, which shows from which size on it pays. The others by code keep all vectors in memory; `unturned`
ones are those of the dimensions as they are, the best 400 scored, or 800 with half the bytes. The graph
(HNSW), whose building is slow, is left out above 200,000 vectors unless --graph asks for it. There are
938,080 distinct sentences.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.indexes import VectorIndex
from factcheck.indexes.auto import AutoIndex
from factcheck.indexes.codes import learn_codes
from factcheck.indexes.flat import FlatIndex, faiss_library
from factcheck.language.sentences import split_sentences

_DATA = Path(os.environ.get("FACTCHECK_DATA", Path(__file__).resolve().parent.parent.parent / "shared"))
_QUERIES, _ALONE, _BATCH = 500, 200, 20
"""Queries in all, those asked one by one, and how many are asked together."""
_WANTED = 10
_AT_ONCE = 20_000
_SHORTEST = 12
"""Code points of a sentence that may be halved into a query."""
_GRAPH_UP_TO = 200_000
Vectors = NDArray[np.float32]
Search = Callable[[Vectors, int], NDArray[np.int64]]
"""(m, dimension) and k to places (m, k), -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Built:
    """An index over the vectors of a size."""

    search: Search
    bytes: int
    """Of all that it keeps, in memory and on disk."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one index at one size."""

    name: str
    recall: float
    alone: float
    """Seconds for one query asked by itself."""
    together: float
    """Seconds for one query asked with others."""
    bytes: float
    """Of a vector."""
    build: float
    """Seconds for all vectors."""


# -- the vectors -------------------------------------------------------------------------------


def _sentences(folder: Path) -> Iterator[str]:
    """Distinct sentences of both corpora, documents in an order drawn once for all."""
    texts = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts += [str(json.loads(line)["text"]) for line in lines]
    random.Random(0).shuffle(texts)
    seen = set()
    for text in texts:
        for span in split_sentences(text):
            sentence = span.of(text)
            if sentence not in seen:
                seen.add(sentence)
                yield sentence


def _drawn(count: int, encoder: BuiltinEncoder) -> tuple[Vectors, Vectors]:
    """Vectors of `count` sentences, and those of the queries."""
    halves, kept = list[str](), list[str]()
    for place, sentence in enumerate(_sentences(_DATA / "data" / "corpora")):
        # Every fourth until there are enough, so that queries come from many documents.
        if place % 4 == 3 and len(halves) < _QUERIES and len(sentence) >= _SHORTEST:
            halves.append(sentence[: len(sentence) // 2])
            continue
        if len(kept) == count:
            break
        kept.append(sentence)
    if len(kept) < count:
        raise SystemExit(f"{_DATA} has {len(kept):,} distinct sentences, wanted are {count:,}.")
    parts = [encoder.encode_passages(kept[at : at + _AT_ONCE]) for at in range(0, count, _AT_ONCE)]
    return np.concatenate(parts), encoder.encode_queries(halves)


# -- the indexes -------------------------------------------------------------------------------


def _own(index: VectorIndex, vectors: Vectors) -> Built:
    """One of the workbench's, saved as it is saved there."""
    index.add(np.arange(len(vectors), dtype=np.int64), vectors)
    folder = Path(tempfile.mkdtemp(dir=_scratch))
    index.save(folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    return Built(lambda queries, k: index.search(queries, k)[1], size)


def _flat(vectors: Vectors) -> Built:
    return _own(FlatIndex(vectors.shape[1]), vectors)


def _auto(vectors: Vectors) -> Built:
    return _own(AutoIndex(vectors.shape[1]), vectors)


def _codes(vectors: Vectors) -> Built:
    return _own(AutoIndex(vectors.shape[1], exact_up_to=0), vectors)


def _inverted(kind: str, lists: int, probed: int) -> Callable[[Vectors], Built]:
    def build(vectors: Vectors) -> Built:
        faiss = faiss_library()
        dimension = vectors.shape[1]
        index = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatIP(dimension),
            dimension,
            lists,
            getattr(faiss.ScalarQuantizer, kind),
            faiss.METRIC_INNER_PRODUCT,
            False,
        )
        index.cp.niter, index.cp.spherical, index.cp.min_points_per_centroid = 8, True, 1
        index.train(vectors[: 64 * lists])
        index.add(vectors)
        index.nprobe = probed
        return _of_faiss(index)

    return build


def _graph(searched: int) -> Callable[[Vectors], Built]:
    def build(vectors: Vectors) -> Built:
        faiss = faiss_library()
        index = faiss.IndexHNSWFlat(vectors.shape[1], 32, faiss.METRIC_INNER_PRODUCT)
        index.add(vectors)
        index.hnsw.efSearch = searched
        return _of_faiss(index)

    return build


def _coded(learn: Callable[[Vectors], Any], scored: int) -> Callable[[Vectors], Built]:
    """Codes as `learn` makes them of a sample, the best by code scored from half precision."""

    def build(vectors: Vectors) -> Built:
        index, count = learn(vectors[:65_536]), len(vectors)
        index.add(vectors)
        rows = vectors.astype(np.float16)

        def search(queries: Vectors, k: int) -> NDArray[np.int64]:
            _, by_code = index.search(queries, min(scored, count))
            found = np.empty((len(queries), k), dtype=np.int64)
            for row, places in enumerate(np.sort(by_code, axis=1)):
                scores = rows[places].astype(np.float32) @ queries[row]
                found[row] = places[np.argsort(-scores, kind="stable")[:k]]
            return found

        return Built(search, _of_faiss(index).bytes + rows.nbytes)

    return build


def _unturned(dimensions: int) -> Callable[[Vectors], Any]:
    """4 bits for every so many dimensions as they are."""

    def learn(sample: Vectors) -> Any:
        faiss, dimension = faiss_library(), sample.shape[1]
        index = faiss.IndexPQFastScan(dimension, dimension // dimensions, 4, faiss.METRIC_INNER_PRODUCT)
        index.train(sample)
        return index

    return learn


def _of_faiss(index: Any) -> Built:
    return Built(
        lambda queries, k: index.search(queries, k)[1], faiss_library().serialize_index(index).nbytes
    )


def _contestants(count: int, *, graph: bool) -> dict[str, Callable[[Vectors], Built]]:
    """By name; the flat index, to which the others are compared, first."""
    found: dict[str, Callable[[Vectors], Built]] = {
        "flat": _flat,
        "auto": _auto,
        "codes": _codes,
        "codes, 400 scored": _coded(learn_codes, 400),
        "codes, 1,600 scored": _coded(learn_codes, 1600),
        "unturned codes": _coded(_unturned(2), 400),
        "unturned, half the bytes": _coded(_unturned(4), 800),
    }
    for kind, words in (("QT_fp16", "float16"), ("QT_8bit", "int8")):
        for probed in (32, 128):
            found[f"IVF 1024 {words}, nprobe {probed}"] = _inverted(kind, 1024, probed)
    if graph or count <= _GRAPH_UP_TO:
        for searched in (64, 256):
            found[f"HNSW 32, efSearch {searched}"] = _graph(searched)
    return found


# -- measuring ---------------------------------------------------------------------------------


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _measured(
    name: str, build: Callable[[Vectors], Built], vectors: Vectors, queries: Vectors, right: Vectors
) -> Row:
    """`right`: (m,) scores from which on a result is right."""
    began = time.process_time()
    built = build(vectors)
    spent = time.process_time() - began
    found = built.search(queries, _WANTED)  # and warms what is mapped
    alone = _timed(lambda: [built.search(queries[at : at + 1], _WANTED) for at in range(_ALONE)])
    batches = range(0, len(queries), _BATCH)
    together = _timed(lambda: [built.search(queries[at : at + _BATCH], _WANTED) for at in batches])
    scores = np.einsum("md,mkd->mk", queries, vectors[found])
    scores[found < 0] = -np.inf
    recall = float((scores >= right[:, None]).mean())
    count = len(vectors)
    return Row(name, recall, alone / _ALONE, together / len(queries), built.bytes / count, spent)


def _print(size: int, rows: Sequence[Row]) -> None:
    flat = rows[0]
    print(f"\n{size:,} vectors; in brackets: of the flat index")
    print(f"{'':28} {'recall@10':>9} {'ms alone':>17} {'ms in twenties':>17} {'bytes':>14} {'build s':>8}")
    for row in rows:
        print(
            f"{row.name:28} {row.recall:9.4f}"
            f" {row.alone * 1e3:9.2f} ({row.alone / flat.alone:5.2f})"
            f" {row.together * 1e3:9.2f} ({row.together / flat.together:5.2f})"
            f" {row.bytes:6.0f} ({row.bytes / flat.bytes:5.2f}) {row.build:8.1f}",
            flush=True,
        )


def measure(sizes: Sequence[int], *, graph: bool) -> None:
    """Print a table a size."""
    drawn, queries = _drawn(max(sizes), BuiltinEncoder.builtin())
    print(f"{len(drawn):,} sentences encoded in {drawn.shape[1]} dimensions, {len(queries)} queries")
    for size in sizes:
        vectors = np.ascontiguousarray(drawn[:size])
        exact = faiss_library().IndexFlatIP(vectors.shape[1])
        exact.add(vectors)
        # Sums of floats in another order differ a little.
        right = exact.search(queries, _WANTED)[0][:, -1] - 1e-5 * np.linalg.norm(queries, axis=1)
        del exact
        _print(
            size,
            [
                _measured(name, build, vectors, queries, right)
                for name, build in _contestants(size, graph=graph).items()
            ],
        )


def main() -> int:
    global _scratch
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="20000,50000,100000", help="default: 20000,50000,100000")
    parser.add_argument("--graph", action="store_true", help="build the graph at every size")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as _scratch:
        measure([int(size) for size in chosen.sizes.split(",")], graph=chosen.graph)
    return 0


_scratch = ""
"""Where the workbench's own indexes are saved."""

if __name__ == "__main__":
    raise SystemExit(main())
