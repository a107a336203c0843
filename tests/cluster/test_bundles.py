"""Bundles of jobs: order, each once, what is lost, what fails."""

from __future__ import annotations

import pickle
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from typing import Any, cast

import pytest

from factcheck.cluster.bundles import Bundles
from factcheck.cluster.connection import Connection
from factcheck.cluster.failing import StepFailed, step
from factcheck.cluster.stamps import CannotBegin
from factcheck.crew import SetAside
from factcheck.errors import FactcheckError


class Future:
    """A future of Dask's as far as it is asked, done when `when` has come."""

    def __init__(self, make: Callable[[], Any], status: str = "", after: float = 0.0) -> None:
        self._make, self._status, self._when = make, status, time.monotonic() + after

    @property
    def status(self) -> str:
        if time.monotonic() < self._when:
            return "pending"
        return self._status or ("error" if isinstance(self._made(), Exception) else "finished")

    def _made(self) -> Any:
        try:
            return self._make()
        except Exception as error:
            return error

    def exception(self) -> Exception:
        error: Exception = self._made()
        return error

    def result(self) -> Any:
        return self._make()


class Line:
    """A connection to two workers that are always there."""

    def workers(self) -> list[str]:
        return ["one", "two"]

    require_workers = wait_for_workers = workers


class Cluster:
    """Doubles numbers; what `spoil` says of a bundle happens to it instead."""

    def __init__(
        self, spoil: Callable[[int, Sequence[int]], Future | None] = lambda sent, works: None
    ) -> None:
        self._spoil = spoil
        self.sent: list[list[int]] = []
        self.mended = 0

    def send(self, works: Sequence[int]) -> Any:
        self.sent.append(list(works))
        spoilt = self._spoil(len(self.sent), works)
        return spoilt or Future(lambda: [2 * one for one in works], after=0.002 * (len(self.sent) % 3))

    def mend(self) -> None:
        self.mended += 1

    def run(self, jobs: Iterator[tuple[str, int | None]]) -> list[tuple[str, int | SetAside | None]]:
        bundles = Bundles[int, int](cast(Connection, Line()), self.send, lambda work: 1, self.mend)
        return list(bundles.run(jobs))


def jobs(count: int) -> Iterator[tuple[str, int | None]]:
    """Every seventh has no work."""
    return ((f"job{n}", None if n % 7 == 6 else n) for n in range(count))


def wanted(count: int) -> list[tuple[str, int | None]]:
    return [(key, None if work is None else 2 * work) for key, work in jobs(count)]


def test_answers_come_in_the_order_of_the_jobs() -> None:
    cluster = Cluster()
    assert cluster.run(jobs(300)) == wanted(300)
    every = Counter(one for works in cluster.sent for one in works)
    assert set(every.values()) == {1}
    sizes = [len(works) for works in cluster.sent]
    assert sizes[:2] == [1, 1]
    assert max(sizes) == 16


def test_no_more_jobs_are_taken_than_are_soon_done() -> None:
    taken = 0

    def counted() -> Iterator[tuple[str, int | None]]:
        nonlocal taken
        for job in jobs(5000):
            taken += 1
            yield job

    bundles = Bundles[int, int](cast(Connection, Line()), Cluster().send, lambda work: 1)
    for done, _ in enumerate(bundles.run(counted())):
        assert taken - done < 200


def test_a_bundle_that_is_lost_is_sent_again_once_all_is_mended() -> None:
    cluster = Cluster(lambda sent, works: Future(lambda: None, "cancelled") if sent in (3, 4, 9) else None)
    assert cluster.run(jobs(100)) == wanted(100)
    assert cluster.mended >= 2


def test_what_cannot_be_sent_for_want_of_what_was_lost_is_sent_once_it_is_mended() -> None:
    def spoil(sent: int, works: Sequence[int]) -> None:
        if sent == 2:
            raise CancelledError

    cluster = Cluster(spoil)
    assert cluster.run(jobs(20)) == wanted(20)
    assert cluster.mended == 1


def _failing(*bad: int) -> Callable[[int, Sequence[int]], Future | None]:
    def spoil(sent: int, works: Sequence[int]) -> Future | None:
        def fail() -> None:
            raise ValueError("no such number")

        return Future(fail) if set(bad) & set(works) else None

    return spoil


def test_one_bad_job_is_set_aside_and_those_around_it_are_done() -> None:
    cluster = Cluster(_failing(40))
    found = dict(cluster.run(jobs(100)))
    aside = found.pop("job40")
    assert aside == SetAside("ValueError: no such number.")
    assert found == {key: value for key, value in wanted(100) if key != "job40"}
    assert [works for works in cluster.sent if works == [40]]


def test_a_job_that_ends_every_worker_is_set_aside() -> None:
    cluster = Cluster(lambda sent, works: Future(lambda: None, "cancelled") if 1 in works else None)
    found = dict(cluster.run(jobs(4)))
    assert isinstance(found["job1"], SetAside)
    assert "ended again and again" in found["job1"].reason
    assert found["job3"] == 6


@pytest.mark.parametrize(
    "error", [CannotBegin("another version"), ModuleNotFoundError("No module 'factcheck'")]
)
def test_what_would_befall_every_job_ends_the_run(error: Exception) -> None:
    def fail() -> None:
        raise error

    with pytest.raises(CannotBegin):
        Cluster(lambda sent, works: Future(fail)).run(jobs(3))


def test_an_error_of_this_program_is_said_in_its_own_words() -> None:
    def fail() -> None:
        raise FactcheckError("It has no text")

    found = Cluster(lambda sent, works: Future(fail)).run(jobs(1))
    assert found == [("job0", SetAside("It has no text."))]


def test_nothing_else_is_under_way_while_it_is_found_out_what_workers_die_of() -> None:
    under_way: list[Sequence[int]] = []

    def spoil(sent: int, works: Sequence[int]) -> Future | None:
        under_way.append(works)
        return Future(lambda: None, "cancelled") if 3 in works else None

    found = dict(Cluster(spoil).run(jobs(60)))
    assert isinstance(found.pop("job3"), SetAside)
    assert found == {key: value for key, value in wanted(60) if key != "job3"}
    alone = [place for place, works in enumerate(under_way) if list(works) == [3]]
    assert len(alone) >= 3


def test_an_error_that_is_too_deep_to_be_sent_is_said() -> None:
    @step
    def deep(depth: int) -> int:
        return recurse(depth)

    def recurse(depth: int) -> int:
        return recurse(depth + 1)

    with pytest.raises(StepFailed, match=r"^RecursionError: maximum recursion depth exceeded") as raised:
        deep(0)
    assert raised.value.__context__ is None
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_a_worker_that_cannot_begin_says_so_through_a_step() -> None:
    @step
    def begin() -> None:
        raise CannotBegin("another version")

    with pytest.raises(CannotBegin, match="another version"):
        begin()
