"""How fast the review queue opens and how fast a key decides, in a real terminal, with 100,000 claims.

    python -m benchmarks.review

The program runs in a pseudo-terminal of 160 by 48, as a person would start it. Time to the first picture
is from the start of the process to the claim's suggestion on the screen, beside the time that importing
sentence_transformers takes (the baseline; what a review tool built around it would cost before its first
line). Time of a key is from sending it to the counter and the next claim on the screen, the row being
committed before that. Keys are sent a tenth of a second after the picture before. Exit code 1 when a bar
is missed.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from benchmarks.claims_made import make_claims

_ROOT = Path(__file__).resolve().parent.parent
_BASELINE = "import sentence_transformers"
_PAINT_SECONDS, _KEY_MEDIAN, _KEY_WORST, _MEGABYTES = 1.5, 0.050, 0.100, 250.0
_PATIENCE = 60.0


class Sitting:
    """The program in its terminal."""

    def __init__(self, folder: Path) -> None:
        command = [
            sys.executable,
            "-m",
            "factcheck",
            "--workspace",
            str(folder),
            "review",
            "--reviewer",
            "bench",
        ]
        self.began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"})
            os.chdir(_ROOT)
            os.execv(command[0], command)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 160, 0, 0))

    def until(self, pattern: str) -> float:
        """The moment at which the program has written `pattern`, colours and cursor moves left out."""
        wanted, shown, end = re.compile(pattern), "", time.perf_counter() + _PATIENCE
        while time.perf_counter() < end:
            if select.select([self._terminal], [], [], 0.5)[0]:
                shown += os.read(self._terminal, 1 << 16).decode("utf-8", "replace")
                if wanted.search(re.sub(r"\x1b\[[0-9;?<>=]*[A-Za-z]", "", shown)):
                    return time.perf_counter()
        raise SystemExit(f"the screen did not show {pattern!r} within {_PATIENCE:g} s")

    def rest(self, seconds: float) -> None:
        """Read on for a while, so that what is still being drawn is out of the way."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                os.read(self._terminal, 1 << 16)

    def press(self, key: str) -> float:
        os.write(self._terminal, key.encode())
        return time.perf_counter()

    @property
    def megabytes(self) -> float:
        """Most memory held so far."""
        status = Path(f"/proc/{self.pid}/status").read_text("utf-8")
        return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024

    @property
    def has_torch(self) -> bool:
        """Whether torch is in the process."""
        return "/libtorch" in Path(f"/proc/{self.pid}/maps").read_text("utf-8")

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)


def _baseline(runs: int) -> float:
    times = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", _BASELINE], check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def _first_paint(folder: Path, runs: int) -> float:
    times = []
    for _ in range(runs + 1):
        sitting = Sitting(folder)
        times.append(sitting.until("machine suggests") - sitting.began)
        sitting.close()
    return statistics.median(times[1:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = make_claims(Path(scratch) / "ws", wanted.claims)
        baseline, paint = _baseline(wanted.runs), _first_paint(folder, wanted.runs)
        sitting = Sitting(folder)
        sitting.until("machine suggests")
        sitting.rest(3.0)
        keys = []
        for done in range(1, wanted.keys + 1):
            sent = sitting.press(" ")
            keys.append(sitting.until(f"{done:,}/{wanted.claims:,} done") - sent)
            sitting.rest(0.1)
        memory, torch = sitting.megabytes, sitting.has_torch
        sitting.close()
    median, worst = statistics.median(keys), statistics.quantiles(keys, n=20)[-1]
    print(f"claims {wanted.claims:,}; baseline: `{_BASELINE}` {baseline:.2f} s")
    print(f"first picture   {paint:.2f} s, {paint / baseline:.2f} of the baseline (bars 1.5 s, 0.33)")
    print(f"key to picture  {median * 1000:.1f} ms median, {worst * 1000:.1f} ms at 95% (bars 50, 100)")
    print(f"memory          {memory:.0f} MB (bar 250), torch loaded: {torch}")
    kept = paint <= min(_PAINT_SECONDS, baseline / 3) and median <= _KEY_MEDIAN and worst <= _KEY_WORST
    return 0 if kept and memory <= _MEGABYTES and not torch else 1


if __name__ == "__main__":
    raise SystemExit(main())
