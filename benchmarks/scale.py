"""A large corpus and many articles through the command line: rates, times, memory and disk.

    python -m benchmarks.scale [--passages 100000] [--articles 600] [--workers 0] [--folder DIR]

The corpus are Taiwan's statutes in English and Traditional Chinese, one document a row; the articles are news
sentences, six a piece, half of them English and half Chinese, none in the corpus. Typed claims are halves of
statute sentences and news sentences, each asked once. With --folder what was built is kept and used again.
Ratios are to the bar in the last column, above 1 where it is kept; times of whole processes also to importing
sentence_transformers. Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sets import NEWS, path_of
from factcheck.folder import file_sizes

_STATUTES = ("corpora/statutes_en.jsonl.gz", "corpora/statutes_hant.jsonl.gz")
_SENTENCES = 6
"""Of an article."""
_COLD, _WARM = 5, 200
"""Claims that are asked cold, each of a process of its own, and warm."""
_LARGE = 500_000
"""Passages from which the bars for a million hold."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement beside its bar."""

    name: str
    value: float
    unit: str
    bar: float
    more_is_better: bool = False

    @property
    def ratio(self) -> float:
        """Above 1 where the bar is kept."""
        return self.value / self.bar if self.more_is_better else self.bar / self.value


@dataclass(frozen=True, slots=True)
class Run:
    """A command that was run to its end."""

    seconds: float
    megabytes: float
    """Resident memory of all its processes together, at its most; what they share counts for each."""
    said: str


def run(arguments: Sequence[str]) -> Run:
    """Run `factcheck` in a process of its own; SystemExit with what it said where it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", "import sys; from factcheck.cli import main; sys.exit(main())", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    watch = _Memory(process.pid)
    out, said = process.communicate()
    seconds = time.perf_counter() - began
    megabytes = watch.stop()
    if process.returncode != 0:
        raise SystemExit(f"factcheck {' '.join(arguments)[:200]} failed: {said[-2000:]}")
    return Run(seconds, megabytes, out[-2000:] + said)


class _Memory:
    """The most memory that the processes of a session held together, looked at four times a second."""

    def __init__(self, session: int) -> None:
        self._session, self._most, self._done = session, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._done.wait(0.25):
            self._most = max(self._most, sum(_resident(self._session)))

    def stop(self) -> float:
        """Megabytes."""
        self._done.set()
        self._thread.join()
        return self._most / 1e6


def _resident(session: int) -> Iterator[int]:
    """Bytes of each process of a session; Linux only, none elsewhere."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                yield int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError, ValueError):
            continue


def documents() -> Iterator[dict[str, str]]:
    """Statutes, English and Chinese in turn, as long as there are both."""
    with ExitStack() as stack:
        opened = [stack.enter_context(gzip.open(path_of(name), "rt", encoding="utf-8")) for name in _STATUTES]
        for pair in itertools.zip_longest(*opened):
            yield from (json.loads(line) for line in pair if line)


def write_corpus(path: Path, passages: int) -> None:
    """Documents for about so many passages: sentences are counted by what ends one."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for row in documents():
            if count >= passages:
                return
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += sum(line.count("。") or line.count(". ") + 1 for line in row["text"].split("\n"))


def news() -> list[tuple[str, str]]:
    """News sentences, English with Chinese."""
    with gzip.open(path_of(NEWS), "rt", encoding="utf-8") as lines:
        return [(row["en"], row["zh"]) for row in map(json.loads, lines)]


def write_articles(path: Path, count: int) -> None:
    """So many short articles, repeated with another first line where the sentences are used up."""
    rows, written = news(), 0
    with path.open("w", encoding="utf-8") as out:
        for turn in itertools.count():
            for start in range(0, len(rows) - _SENTENCES, _SENTENCES):
                part = rows[start : start + _SENTENCES]
                for text in (" ".join(en for en, _ in part), "".join(zh for _, zh in part)):
                    if written == count:
                        return
                    body = text if not turn else f"{text}\n\n({turn + 1})"
                    out.write(json.dumps({"text": body}, ensure_ascii=False) + "\n")
                    written += 1


def claims(count: int) -> list[str]:
    """Typed claims, each another one: halves of statute sentences, and news in both languages."""
    found: list[str] = []
    lines = (line for row in documents() for line in row["text"].split("\n") if len(line) > 60)
    found += [line[: len(line) // 2] for line in itertools.islice(lines, 0, count * 40, 80)]
    found += [text for pair in news()[-count // 4 :] for text in pair]
    return found[:count]


def measure(folder: Path, passages: int, articles: int, workers: int) -> list[Figure]:
    """Everything, in order; what was built in `folder` before is used again."""
    place = folder / f"workspace-{passages}"
    home = ("--workspace", str(place))
    large = passages >= _LARGE
    figures = list(_added(folder, place, passages, workers))
    baseline = _seconds([sys.executable, "-c", "import sentence_transformers"])
    asked = claims(_COLD + _WARM)
    cold = [run((*home, "claim", claim)) for claim in asked[:_COLD]]
    seconds = statistics.median(one.seconds for one in cold)
    figures.append(Figure("claim, cold: a process of its own", seconds, "s", 2.0))
    figures.append(Figure("  of importing sentence_transformers", seconds / baseline, "", 1.0))
    figures.append(Figure("claim, cold: memory", max(one.megabytes for one in cold), "MB", 3000))
    figures += _warm(place, asked[_COLD:])
    table = folder / f"articles-{articles}.jsonl"
    write_articles(table, articles)
    done = run((*home, "check", "--again", "--workers", str(workers), str(table)))
    count = int(done.said.rpartition(" claims: ")[0].split()[-1].replace(",", ""))
    bar = 100 if large else 300
    figures.append(Figure("check", count / done.seconds, "claims/s", bar, more_is_better=True))
    figures.append(Figure("check: memory of all processes", done.megabytes, "MB", 8000))
    return figures


def _added(folder: Path, place: Path, passages: int, workers: int) -> Iterator[Figure]:
    table, built = folder / f"corpus-{passages}.jsonl", folder / f"built-{passages}"
    home = ("--workspace", str(place))
    if not built.exists():
        shutil.rmtree(place, ignore_errors=True)
        write_corpus(table, passages)
        done = run((*home, "add", "--workers", str(workers), str(table)))
        built.touch()
        count, size = _passages(place), sum(size for _, size in file_sizes(place))
        print(f"   {count:,} passages, {size / 1e6:,.0f} MB", file=sys.stderr, flush=True)
        yield Figure("add", count / done.seconds, "passages/s", 3000, more_is_better=True)
        yield Figure("add: memory of all processes", done.megabytes, "MB", 3000)
        yield Figure("disk", size / count, "bytes/passage", 1500)


def _passages(path: Path) -> int:
    from factcheck import Workspace

    with Workspace(path) as workspace:
        return workspace.store.passage_count()


def _warm(path: Path, asked: Sequence[str]) -> Iterator[Figure]:
    from factcheck import Workspace

    with Workspace(path) as workspace:
        workspace.claim("A first claim opens everything.")
        times = []
        for claim in asked:
            began = time.perf_counter()
            workspace.claim(claim)
            times.append(1000 * (time.perf_counter() - began))
    yield Figure("claim, warm: median", statistics.median(times), "ms", 20)
    yield Figure("claim, warm: 95%", sorted(times)[int(len(times) * 0.95)], "ms", 60)


def _seconds(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--folder", type=Path, help="where to build, and to find what was built")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        figures = measure(folder, chosen.passages, chosen.articles, chosen.workers)
    print(f"{'':<38} {'measured':>10} {'bar':>8} {'ratio':>6}")
    for one in figures:
        print(
            f"{one.name:<38} {one.value:>10,.2f} {one.bar:>8,.0f} {one.ratio:>6.2f}"
            f" {one.unit}{'' if one.ratio >= 1 else '  MISSED'}"
        )
    return int(any(one.ratio < 1 for one in figures))


if __name__ == "__main__":
    sys.exit(main())
