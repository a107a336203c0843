"""How long a command takes from a cold start, beside the time that importing sentence_transformers takes.

    python benchmarks/start.py

Each time is that of a whole process, interpreter and answer included: the median of several after one
that warms the disk. The workspace is the demo's, made afresh; an answer is never kept between runs.
Exit code 1 when a bar is missed.
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
    """A command and the share of the baseline that it may take."""

    name: str
    arguments: tuple[str, ...]
    divisor: int


def _command() -> list[str]:
    """The installed command beside this interpreter, else the package in this checkout."""
    installed = Path(sys.executable).with_name("factcheck")
    return [str(installed)] if installed.is_file() else [sys.executable, "-c", _MAIN]


def _seconds(arguments: Sequence[str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(
        arguments, cwd=_ROOT, capture_output=True, env={**os.environ, "HF_HUB_OFFLINE": "1"}, check=False
    )
    spent = time.perf_counter() - began
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)} failed: {done.stderr.decode('utf-8', 'replace').strip()}")
    return spent


def _medians(commands: Sequence[Sequence[str]], runs: int) -> list[float]:
    """Median seconds of each command; the commands take turns, so that a busy machine slows all alike."""
    for command in commands:
        _seconds(command)
    rounds = [[_seconds(command) for command in commands] for _ in range(runs)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def measure(workspace: Path, runs: int) -> bool:
    """Print a row a command; whether every bar is kept."""
    where = ("--workspace", str(workspace))
    bars = (
        Bar("factcheck --help", ("--help",), 20),
        Bar("factcheck claim", (*where, "claim", _CLAIM), 8),
        Bar("factcheck claim --json", (*where, "claim", _CLAIM, "--json"), 8),
    )
    baseline_command = [sys.executable, "-c", "import sentence_transformers"]
    ours = [[*_command(), *bar.arguments] for bar in bars]
    baseline, *times = _medians([baseline_command, *ours], runs)
    print(f"{'whole process, median of ' + str(runs):<34} {'seconds':>8} {'ratio':>7} {'bar':>5}")
    print(f"{'python -c import sentence_transformers':<38} {baseline:.3f}")
    kept = True
    for bar, seconds in zip(bars, times, strict=True):
        ratio = baseline / seconds
        kept &= ratio >= bar.divisor
        verdict = "ok" if ratio >= bar.divisor else "MISSED"
        print(f"{bar.name:<34} {seconds:>8.3f} {ratio:>7.1f} {bar.divisor:>5} {verdict}")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="timed runs of each command; default 5")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _seconds([*_command(), "demo", "--workspace", folder])
        return int(not measure(Path(folder), chosen.runs))


if __name__ == "__main__":
    sys.exit(main())
