"""How well and how fast the built-in encoder works: `python benchmarks/encoder.py`.

Quality on news translations and paragraph retrieval that it was not trained on; speed as a ratio to
hashing the same sentences into bags of character pairs, the cheapest encoder there could be.
"""

from __future__ import annotations

import gzip
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.language.folding import fold

_ROOT = Path(__file__).resolve().parent.parent
_DATA = Path(os.environ.get("FACTCHECK_DATA", _ROOT.parent / "shared")) / "data" / "retrieval"
_BUCKETS = 256


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a JSON-lines file of the data folder."""
    with gzip.open(_DATA / name, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def recall_at_1(queries: NDArray[np.float32], passages: NDArray[np.float32]) -> tuple[float, float]:
    """Share of queries whose own row comes first, and its standard error."""
    found = float(((queries @ passages.T).argmax(axis=1) == np.arange(len(queries))).mean())
    return found, (found * (1 - found) / len(queries)) ** 0.5


def reciprocal_rank(encoder: BuiltinEncoder) -> tuple[float, int]:
    """Mean over DRCD's questions of 1 / rank of the paragraph (0 beyond ten), and their number."""
    passages, queries = rows("drcd_docs.jsonl.gz"), rows("drcd_queries.jsonl.gz")
    place = {str(row["id"]): number for number, row in enumerate(passages)}
    found = encoder.encode_passages([f"{row['title']} {row['text']}" for row in passages])
    scores = encoder.encode_queries([str(row["text"]) for row in queries]) @ found.T
    right = [[place[one] for one in row["relevant"]] for row in queries]
    ranks = [int((row > row[own].max()).sum()) + 1 for row, own in zip(scores, right, strict=True)]
    return float(np.mean([1 / rank if rank <= 10 else 0.0 for rank in ranks])), len(queries)


def hashed(texts: Sequence[str]) -> NDArray[np.float32]:
    """The baseline: folded character pairs counted into buckets."""
    vectors = np.zeros((len(texts), _BUCKETS), dtype=np.float32)
    for row, text in enumerate(texts):
        folded = fold(text)
        for position in range(len(folded) - 1):
            vectors[row, hash(folded[position : position + 2]) % _BUCKETS] += 1
    return vectors


def per_second(encode: Callable[[Sequence[str]], NDArray[np.float32]], texts: Sequence[str]) -> float:
    """Texts a second, best of three."""
    best = 0.0
    for _ in range(3):
        began = time.perf_counter()
        encode(texts)
        best = max(best, len(texts) / (time.perf_counter() - began))
    return best


def main() -> None:
    """Print every figure."""
    from opencc import OpenCC

    encoder = BuiltinEncoder.builtin()
    news = [row for row in rows("wmt_news_en_zh.jsonl.gz") if row["set"] == "wmt21"]
    english = encoder.encode_passages([row["en"] for row in news])
    converter = OpenCC("s2t")
    for script, texts in (
        ("hans", [row["zh"] for row in news]),
        ("hant", [converter.convert(row["zh"]) for row in news]),
    ):
        chinese = encoder.encode_queries(texts)
        for name, found in (
            (f"{script}_en", recall_at_1(chinese, english)),
            (f"en_{script}", recall_at_1(english, chinese)),
        ):
            print(f"wmt21 recall@1.{name:8} {found[0]:.4f} +- {found[1]:.4f}  n={len(news)}")
    mrr, questions = reciprocal_rank(encoder)
    print(f"drcd  dense mrr@10         {mrr:.4f}            n={questions}")
    texts = [row["en"] for row in news] + [row["zh"] for row in news]
    ours, baseline = per_second(encoder.encode_passages, texts), per_second(hashed, texts)
    print(
        f"sentences a second: {ours:,.0f}, {ours / baseline:.2f} times the baseline (pairs, {baseline:,.0f})"
    )


if __name__ == "__main__":
    main()
