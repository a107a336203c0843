"""How many cases a target gets, from which seed, and what no case may do.

A few dozen a target in CI, always the same; 100,000 nightly, others each time, with the seed that made them in
the output. `FUZZ_CASES` and `FUZZ_SEED` set both for a run by hand.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.database import InMemoryExampleDatabase
from nights import times

from factcheck.errors import FactcheckError

Case = TypeVar("Case")
Result = TypeVar("Result")

CORPUS = Path(__file__).parent / "corpus"
CASES = int(os.environ.get("FUZZ_CASES", times(ci=0, nightly=100_000)))
"""Cases a target; 0: the few of CI."""
_SEED = int(os.environ.get("FUZZ_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
_DRAWN = 2_000
"""Cases at most that Hypothesis's own search draws, which prefers edges and varies what it has seen; the rest are
made from bytes by chance, for a third of the time."""
_BYTES = 2_048
"""Bytes that a case is made from; what asks for more is left out and not counted."""
SECONDS = 20.0
"""Processor time that one case may take; those of this size take some milliseconds."""


class Overtime(BaseException):
    """Not an Exception, which readers turn into a word about a damaged file."""


def fuzz(cases: st.SearchStrategy[Case], check: Callable[[Case], None], *, ci: int = 50) -> None:
    """Give `check` every case; it fails for what a case may not do."""
    if CASES:
        sys.stderr.write(f"FUZZ_SEED={_SEED} FUZZ_CASES={CASES}\n")
    _drawn(cases, check, min(CASES, _DRAWN) or ci)
    if CASES > _DRAWN:
        _from_bytes(cases, check, CASES - _DRAWN)


def _drawn(cases: st.SearchStrategy[Case], check: Callable[[Case], None], count: int) -> None:
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=not CASES,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(cases)
    def run(case: Case) -> None:
        with in_time():
            check(case)

    (seed(_SEED)(run) if CASES else run)()


def _from_bytes(cases: st.SearchStrategy[Case], check: Callable[[Case], None], count: int) -> None:
    failed = InMemoryExampleDatabase()
    done = 0

    @settings(database=failed, deadline=None, phases=(Phase.reuse, Phase.shrink))
    @given(cases)
    def run(case: Case) -> None:
        nonlocal done
        done += 1
        with in_time():
            check(case)

    chance = random.Random(_SEED)
    while done < count:
        try:
            run.hypothesis.fuzz_one_input(chance.randbytes(_BYTES))  # type: ignore[attr-defined]
        except BaseException:
            run()  # The case again, made small and shown.
            raise


@contextmanager
def in_time(limit: float = SECONDS) -> Iterator[None]:
    """Fail when the body takes more than `limit` seconds of processor time; Python's `re` can be stopped too."""

    def stop(_: int, frame: FrameType | None) -> None:
        raise Overtime(f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        yield
    except Overtime as stopped:
        raise AssertionError(f"not done after {limit:g} s of processor time, at {stopped}") from stopped
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def answered(call: Callable[[], Result]) -> Result | None:
    """What `call` gives; None where it refuses with one of the project's own errors, in one clear line."""
    try:
        return call()
    except FactcheckError as error:
        assert_clear(str(error))
        return None


def assert_clear(message: str) -> None:
    """A message is one line that a terminal and a database can take."""
    assert message.strip() and len(message.splitlines()) == 1, message
    assert "Traceback" not in message
    assert_storable(message)


def assert_storable(text: str | None) -> None:
    """SQLite and UTF-8 output take no lone surrogates."""
    if text is not None:
        text.encode("utf-8")


def processor_seconds(call: Callable[[], object], repeats: int = 3) -> float:
    """The least processor time of `repeats` calls; of one where that takes long."""
    least = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        call()
        least = min(least, time.process_time() - start)
        if least > 1:
            break
    return least
