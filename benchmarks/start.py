"""How long a command takes from a cold start and what it holds, beside importing sentence_transformers.

    python benchmarks/start.py [--budget]

Each figure is that of a whole process, interpreter and answer included: the median of several after one
that warms the disk. The workspace is the demo's, made afresh; an answer is never kept between runs.
Exit code 1 when a bar is missed: what was aimed at, or with --budget, as in CI, what must not be exceeded.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_CLAIM = "Yuefeng 3 nears V70C"
_MAIN = "import sys; from factcheck.cli import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Bar:
    """A command and the shares of the baseline's time and memory that it may take."""

    name: str
    arguments: tuple[str, ...]
    divisor: float
    """Of the time, aimed at."""
    budget: float
    """Of the time, not to be exceeded."""
    memory: float
    """Of the memory, not to be exceeded."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took."""

    seconds: float
    megabytes: float
    """Resident at its most."""


def _command() -> list[str]:
    """The installed command beside this interpreter, else the package in this checkout."""
    installed = Path(sys.executable).with_name("factcheck")
    return [str(installed)] if installed.is_file() else [sys.executable, "-c", _MAIN]


def _cost(arguments: Sequence[str]) -> Cost:
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            arguments, cwd=_ROOT, stdout=said, stderr=said, env={**os.environ, "HF_HUB_OFFLINE": "1"}
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        spent = time.perf_counter() - began
        if process.returncode != 0:
            said.seek(0)
            words = said.read().decode("utf-8", "replace").strip()
            raise SystemExit(f"{' '.join(arguments)} failed: {words}")
    return Cost(spent, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


def _medians(commands: Sequence[Sequence[str]], runs: int) -> list[Cost]:
    """Median cost of each command; the commands take turns, so that a busy machine slows all alike."""
    for command in commands:
        _cost(command)
    rounds = [[_cost(command) for command in commands] for _ in range(runs)]
    return [
        Cost(
            statistics.median(one.seconds for one in costs), statistics.median(one.megabytes for one in costs)
        )
        for costs in zip(*rounds, strict=True)
    ]


def measure(workspace: Path, runs: int, *, budget: bool) -> bool:
    """Print a row a command; whether every bar is kept."""
    where = ("--workspace", str(workspace))
    bars = (
        Bar("python -c import factcheck", (), 20, 15, 10),
        Bar("factcheck --help", ("--help",), 20, 15, 8),
        Bar("factcheck report", (*where, "report", "-f", "json"), 8, 6, 4),
        Bar("factcheck claim", (*where, "claim", _CLAIM), 8, 4, 1.5),
        Bar("factcheck claim --json", (*where, "claim", _CLAIM, "--json"), 8, 4, 1.5),
    )
    imported = [sys.executable, "-c", "import factcheck"]
    ours = [[*_command(), *bar.arguments] if bar.arguments else imported for bar in bars]
    base, *costs = _medians([[sys.executable, "-c", "import sentence_transformers"], *ours], runs)
    title = f"whole process, median of {runs}"
    print(f"{title:<34} {'seconds':>8} {'ratio':>6} {'bar':>4} {'MB':>6} {'ratio':>6} {'bar':>4}")
    print(f"{'import sentence_transformers':<34} {base.seconds:>8.3f} {'':>11} {base.megabytes:>6.0f}")
    kept = True
    for bar, cost in zip(bars, costs, strict=True):
        wanted = bar.budget if budget else bar.divisor
        faster, smaller = base.seconds / cost.seconds, base.megabytes / cost.megabytes
        fine = faster >= wanted and smaller >= bar.memory
        kept &= fine
        print(
            f"{bar.name:<34} {cost.seconds:>8.3f} {faster:>6.1f} {wanted:>4g}"
            f" {cost.megabytes:>6.0f} {smaller:>6.1f} {bar.memory:>4g} {'ok' if fine else 'MISSED'}"
        )
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="timed runs of each command; default 5")
    parser.add_argument("--budget", action="store_true", help="hold what CI holds, not what is aimed at")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _cost([*_command(), "demo", "--workspace", folder])
        return int(not measure(Path(folder), chosen.runs, budget=chosen.budget))


if __name__ == "__main__":
    sys.exit(main())
