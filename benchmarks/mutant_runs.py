"""Test modules run in forked processes: once to learn what they reach, then against each mutant."""

from __future__ import annotations

import ast
import contextlib
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from benchmarks.mutations import Mutant, mutated

_MEMORY = 6 << 30
"""Bytes of address space: a fault may make a list endless."""
_PATIENCE = 8.0
"""Times that a run may take what the tests took without a fault, with ten seconds on top."""
_LONGEST = 240.0
_QUIET = (
    "-q",
    "-x",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:randomly",
    "--no-header",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)


@dataclass(slots=True)
class Reach:
    """What the quick test modules reach."""

    seconds: dict[str, float] = field(default_factory=dict)
    """By test module, what its tests take: seconds of a processor, with the lines watched."""
    lines: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    """By test module and file, the lines that ran."""
    left_out: dict[str, str] = field(default_factory=dict)
    """By test module, why it is not asked."""

    def kept(self) -> dict[str, object]:
        """As JSON holds it."""
        return {"seconds": self.seconds, "lines": self.lines, "left_out": self.left_out}

    @classmethod
    def of(cls, kept: dict[str, dict[str, object]]) -> Reach:
        """What `kept` gave."""
        return cls(**kept)  # type: ignore[arg-type]

    def tests_for(self, mutant: Mutant) -> list[str]:
        """Test modules that reach the mutant's line: first those named like its module, then the quick."""
        lines = range(mutant.line, mutant.last + 1)
        found = [
            test
            for test, files in self.lines.items()
            if not set(lines).isdisjoint(files.get(mutant.module, ()))
        ]
        stem = Path(mutant.module).stem
        words = set(stem.split("_")) - {"english", "chinese"}

        def distance(test: str) -> tuple[int, float]:
            near = any(word.rstrip("s") in Path(test).stem for word in words)
            return (0 if stem in test else 1 if near else 2), self.seconds[test]

        return sorted(found, key=distance)


def reach_of(root: Path, tests: Sequence[Path], watched: Sequence[Path], quick: float) -> Reach:
    """Run each of `tests` alone; those that pass within `quick` seconds, and the lines they reach."""
    _prepare(root)
    reach = Reach()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "reached.json"
        for test in tests:
            name = test.relative_to(root).as_posix()
            out.unlink(missing_ok=True)
            code = _forked(lambda test=name: _measured(root, test, watched, out), _LONGEST)  # type: ignore[misc]
            if code != 0 or not out.is_file():
                reach.left_out[name] = f"its tests do not pass alone ({code})"
                continue
            found = json.loads(out.read_text(encoding="utf-8"))
            if found["seconds"] >= quick:
                reach.left_out[name] = f"{found['seconds']:.1f} s"
                continue
            reach.seconds[name], reach.lines[name] = found["seconds"], found["lines"]
    return reach


class Fate(StrEnum):
    """What became of a mutant."""

    NOTICED = "noticed"
    ENDED = "ended"
    """Its tests were ended for their time or their memory, or died of a signal."""
    SURVIVED = "survived"
    UNREACHED = "unreached"
    """No test module reaches it."""


_SAYS = {0: Fate.SURVIVED, 1: Fate.NOTICED, 2: Fate.NOTICED}
"""By pytest's exit code; 2: a module could not be loaded. Any other is a fault of this run."""


def fate_of(root: Path, mutant: Mutant, reach: Reach, folder: Path, *, harmless: bool = False) -> Fate:
    """Run the tests that reach a mutant; `harmless`: without its fault, which has to survive.

    RuntimeError where they could not be run: that says nothing of the mutant.
    """
    tests = reach.tests_for(mutant)
    if not tests:
        return Fate.UNREACHED
    _prepare(root)
    path = root / mutant.module
    tree = ast.parse(path.read_text(encoding="utf-8")) if harmless else mutated(root, mutant)
    code = compile(tree, str(path), "exec")
    limit = min(_LONGEST, 10 + _PATIENCE * sum(reach.seconds[test] for test in tests))

    def work() -> int:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        sys.meta_path.insert(0, _Finder(root, mutant.module, code))
        os.chdir(root)
        return _tested(tests, folder)

    ended = _forked(work, limit)
    if ended is None:
        return Fate.ENDED
    if ended not in _SAYS:
        raise RuntimeError(f"the tests of {mutant.module} ended with exit code {ended}: {' '.join(tests)}")
    return _SAYS[ended]


# -- in the child ------------------------------------------------------------------------------


def _tested(tests: Sequence[str], folder: Path, *plugins: object) -> int:
    import hypothesis
    import pytest

    # What a fault makes fail must not be remembered, and chance must not kill a mutant.
    hypothesis.settings.register_profile("mutants", database=None, derandomize=True, deadline=None)
    hypothesis.settings.load_profile("mutants")
    return int(pytest.main([*_QUIET, f"--basetemp={folder / 'pytest'}", *tests], plugins=list(plugins)))


def _measured(root: Path, test: str, watched: Sequence[Path], out: Path) -> int:
    import coverage
    import pytest

    class Stopwatch:
        seconds = 0.0

        began = 0.0

        @pytest.hookimpl(tryfirst=True)
        def pytest_runtest_logstart(self) -> None:
            self.began = _spent()

        def pytest_runtest_logfinish(self) -> None:
            self.seconds += _spent() - self.began

    os.chdir(root)
    names = {str(path): path.relative_to(root).as_posix() for path in watched}
    watch, measure = Stopwatch(), coverage.Coverage(data_file=None, include=list(names), config_file=False)
    measure.start()
    code = _tested([test], out.parent, watch)
    measure.stop()
    data = measure.get_data()
    lines = {names[path]: sorted(data.lines(path) or ()) for path in data.measured_files() if path in names}
    out.write_text(json.dumps({"seconds": watch.seconds, "lines": lines}), encoding="utf-8")
    return code


def _spent() -> float:
    """Seconds of work of this process and those that it started, however busy the machine is."""
    return sum(os.times()[:4])


class _Finder(MetaPathFinder, Loader):
    """Gives one module with the fault in it."""

    def __init__(self, root: Path, path: str, code: CodeType) -> None:
        self._name = path.removesuffix(".py").replace("/", ".")
        self._path, self._code = root / path, code

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return spec_from_file_location(name, self._path, loader=self) if name == self._name else None

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)


# -- in the parent -----------------------------------------------------------------------------


def _prepare(root: Path) -> None:
    """Load what every run needs and no mutant is in, so that a child begins with it."""
    os.environ.update(OPENBLAS_NUM_THREADS="1", HF_HUB_OFFLINE="1")
    for place in (str(root), str(root / "tests")):
        if place not in sys.path:
            sys.path.insert(0, place)
    import click
    import coverage
    import hypothesis.strategies
    import numpy
    import opencc
    import pytest
    import rich.text
    import rjieba
    import safetensors.numpy
    import tokenizers

    loaded = (click, coverage, hypothesis, numpy, opencc, pytest, rich, rjieba, safetensors, tokenizers)
    if any(name.partition(".")[0] == "factcheck" for name in sys.modules) or None in loaded:
        raise RuntimeError("the package under test is loaded before the fork: mutants would not be seen")


def _forked(work: Callable[[], int], limit: float) -> int | None:
    """The exit code of `work` in a child of its own; None where it was ended for its time or by a signal."""
    child = os.fork()
    if child == 0:
        code = 70
        with contextlib.suppress(BaseException):
            os.setsid()
            silent = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silent, stream)
            code = work()
        os._exit(code)
    end = time.monotonic() + limit
    pause = 0.005
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            _end_group(child)
            return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else None
        if time.monotonic() > end:
            _end_group(child)
            os.waitpid(child, 0)
            return None
        time.sleep(pause)
        pause = min(0.05, pause * 1.2)


def _end_group(child: int) -> None:
    """End a child and what it left running, all of which is in its own group."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)
