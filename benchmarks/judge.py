"""How many pairs a second are compared and judged: `python -m benchmarks.judge [--processes N]`.

Claims and passages are those of the pairs in tests/comparing/pairs. Each claim is held against twenty
passages, as in the pipeline, every pair another one. What concerns a passage alone is worked out before the
clock starts: its reading, what follows from it, and how the network sees it. Ratios are against the same work
with every passage read anew. Seconds are those of the processor, so that other work on the machine counts for
little.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from multiprocessing import Pool

from benchmarks.pairs import FOLDER, PairRow, read_pairs, reading_of
from factcheck.comparing.alignment import direction, tokens_in
from factcheck.comparing.comparison import compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import Pair
from factcheck.judges.builtin import BuiltinJudge

PASSAGES = 20
"""That a claim is held against."""
CLAIMS = 100


def seconds(rows: Sequence[PairRow], *, anew: bool) -> tuple[float, int]:
    """Seconds of the processor, and how many pairs that were; `anew`: each passage read for each claim."""
    # What an earlier run, or the process that this one was split from, knows of the claims.
    tokens_in.cache_clear()
    direction.cache_clear()
    judge, vectors = BuiltinJudge(), StaticEncoder.builtin()
    readings = [reading_of(row) for row in rows]
    # A claim of nobody's, with a figure, a date and a side, for which everything is looked at.
    other = read_statement("Nobody sold 17% of 3,000 chips or banned them in May 2031.")
    # The network's view of each passage is held by the judge from then on, what follows with the reading.
    judge.judge(
        [
            Pair("", row.passage, compare(other, reading.statement, vectors), row.title or "")
            for row, reading in zip(rows, readings, strict=True)
        ]
    )
    began, count = time.process_time(), 0
    for place, row in enumerate(rows[:CLAIMS]):
        claim = read_statement(row.claim, reference_date=row.claim_date)
        chosen = [(place + step) % len(rows) for step in range(PASSAGES)]
        pairs = []
        for one in chosen:
            reading = reading_of(rows[one]) if anew else readings[one]
            comparison = compare(claim, reading.statement, vectors, reading.context)
            pairs.append(Pair(row.claim, rows[one].passage, comparison, rows[one].title or ""))
        count += len(judge.judge(pairs))
    return time.process_time() - began, count


def _part(rows: Sequence[PairRow]) -> tuple[float, int]:
    return seconds(rows, anew=False)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    rows = [row for path in sorted(FOLDER.glob("*.jsonl")) for row in read_pairs(path)]
    slow, count = seconds(rows, anew=True)
    fast, _ = seconds(rows, anew=False)
    print(f"each passage read anew    1.00  {count / slow:,.0f} pairs a second")
    print(f"passages read beforehand  {slow / fast:.2f}  {count / fast:,.0f} pairs a second")
    with Pool(chosen.processes) as pool:
        parts = pool.map(_part, [rows[part :: chosen.processes] for part in range(chosen.processes)])
    together = sum(done / spent for spent, done in parts)
    ratio = together * slow / count
    print(f"in {chosen.processes} processes            {ratio:.2f}  {together:,.0f} pairs a second")


if __name__ == "__main__":
    main()
