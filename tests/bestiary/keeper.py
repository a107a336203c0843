"""Reads one file at a time in a process of its own, and says what came of it, in what time and memory.

A server that has loaded the readers forks for each file, so that a thousandth part of the time goes into starting.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_SERVER = r"""
import json, os, resource, sys
sys.path[:0] = json.loads(sys.argv[1])
from factcheck.errors import FactcheckError
from factcheck.imports import Problem, importers
from factcheck.read import ReadFailure, ReadOptions, read_each
import docx, lxml.html, pypdf, trafilatura, charset_normalizer, factcheck.readers.columns
from factcheck.language.scripts import detect_language
detect_language("曜川 warm")

def read(task):
    if task["importer"]:
        try:
            found = importers().make(task["importer"]).read(__import__("pathlib").Path(task["path"]), {})
            items = [["problem", one.message] if isinstance(one, Problem) else ["claim", one.text[:2000]] for one in found]
        except FactcheckError as error:
            items = [["failure", str(error)]]
        return items
    options = ReadOptions(**task["options"])
    return [
        ["failure", one.message] if isinstance(one, ReadFailure) else ["document", one.text[:2000], len(one.text), list(one.notes)]
        for one in read_each([task["path"]], options)
    ]

for line in sys.stdin:
    task = json.loads(line)
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        resource.setrlimit(resource.RLIMIT_CPU, (task["seconds"], task["seconds"] + 1))
        resource.setrlimit(resource.RLIMIT_AS, (task["space"], task["space"]))
        try:
            items = read(task)
        except BaseException as error:
            items = [["error", f"{type(error).__name__}: {error}"]]
        with os.fdopen(into, "w", encoding="utf-8", errors="surrogatepass") as told:
            json.dump(items[:5000], told)
        os._exit(0)
    os.close(into)
    with os.fdopen(out, encoding="utf-8", errors="surrogatepass") as told:
        said = told.read()
    _, status, used = os.wait4(child, 0)
    print(json.dumps({"items": json.loads(said) if said else [["killed", str(status)]], "seconds": used.ru_utime + used.ru_stime,
                      "memory": used.ru_maxrss * 1024}), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    items: list[list[Any]]
    """`document`, text, length, notes; `failure`, `problem`, `claim` with words; `error`, `killed`: neither may be."""
    seconds: float
    """Of processor time."""
    memory: int
    """Most bytes resident."""

    @property
    def kinds(self) -> set[str]:
        return {str(item[0]) for item in self.items}

    @property
    def words(self) -> str:
        """All that was said or read, a line each."""
        return "\n".join(str(item[1]) for item in self.items)

    def __repr__(self) -> str:
        return f"{self.seconds:.2f} s, {self.memory / 1e6:.0f} MB: {[[item[0], item[1][:200], *item[2:]] for item in self.items[:3]]}"


class Keeper:
    """The server; a context manager."""

    def __init__(self) -> None:
        paths = json.dumps([str(Path(__file__).resolve().parents[2])])
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVER, paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def read(
        self, path: Path, *, importer: str = "", seconds: int = 40, space: int = 4 << 30, **options: object
    ) -> Outcome:
        """What reading `path` gives, within `seconds` of processor time and `space` bytes of addresses."""
        assert self._process.stdin is not None and self._process.stdout is not None
        task = {
            "path": str(path),
            "importer": importer,
            "seconds": seconds,
            "space": space,
            "options": options,
        }
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        return Outcome(**json.loads(self._process.stdout.readline()))
