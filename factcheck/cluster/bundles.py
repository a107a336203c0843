"""Jobs in bundles on a cluster: a bounded number under way, answers in the order of the jobs, each once.

Dask does what a dead worker had in hand again elsewhere. What it cannot make again (data that only the
coordinator can give) `mend` gives, and the bundles that waited for it are sent again. A bundle whose work
raises is done once more job by job; what fails then is set aside.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from factcheck.cluster.connection import Connection, unlike
from factcheck.cluster.failing import LONGEST
from factcheck.cluster.stamps import CannotBegin
from factcheck.crew import Key, SetAside, said
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from distributed import Future

_LARGEST = 16
"""Jobs in a bundle: each costs the scheduler some milliseconds, and a death repeats no more than a bundle."""
_HEAVIEST = 60_000
"""Characters in a bundle."""
_AHEAD = 3
"""Bundles under way for each worker, so that none waits for the next; bounds what is held."""
_WAITING = 2_000
"""Jobs without work that are held while others are done."""
_LOOK = 0.004
"""Seconds between two looks at what is under way."""
_CARE = 2.0
"""Seconds between two questions whether there are workers."""
_TIMES = 3
"""Deaths that one bundle, or one job on its own, may meet with before it is suspected to be their cause."""
_SENDINGS = 50
"""Tries to send a bundle while workers come and go."""
_DIED = "The workers that worked on it ended again and again; it may need more memory than they have."
_LOST = ("cancelled", "lost")


class _Died(FactcheckError):
    """Workers ended while they had a bundle, again and again."""


Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(slots=True)
class _Bundle(Generic[Given, Made]):
    """Jobs that are done together."""

    works: list[Given] = field(default_factory=list)
    weight: int = 0
    future: Future[list[Made]] | None = None
    """None before it was sent."""
    made: Sequence[Made | SetAside] | None = None
    """What came of each job, once it is there."""

    @property
    def is_ready(self) -> bool:
        """Whether its answers can be had without waiting, for better or worse."""
        return self.made is not None or (self.future is not None and self.future.status != "pending")


class Bundles(Generic[Given, Made]):
    """Does jobs on a cluster; see the module."""

    def __init__(
        self,
        connection: Connection,
        send: Callable[[Sequence[Given]], Future[list[Made]]],
        weigh: Callable[[Given], int],
        mend: Callable[[], None] = lambda: None,
    ) -> None:
        """`send` submits a bundle, `weigh` says how many characters a job has, `mend` gives what was lost."""
        self._connection, self._send, self._weigh, self._mend = connection, send, weigh, mend
        self._under_way: deque[_Bundle[Given, Made]] = deque()
        self._sent = 0
        self._asked = time.monotonic()
        self._workers = max(1, len(connection.workers()))

    def run(self, jobs: Iterable[tuple[Key, Given | None]]) -> Iterator[tuple[Key, Made | SetAside | None]]:
        """As Crew says."""
        turns: deque[tuple[Key, _Bundle[Given, Made] | None, int]] = deque()
        filling: _Bundle[Given, Made] = _Bundle()
        for key, work in jobs:
            if work is None:
                turns.append((key, None, 0))
            else:
                turns.append((key, filling, len(filling.works)))
                filling.works.append(work)
                filling.weight += self._weigh(work)
            if filling.works and (self._is_full(filling) or len(turns) > _WAITING):
                self._start(filling)
                filling = _Bundle()
            while turns and (turns[0][1] is None or turns[0][1].is_ready or self._is_enough(turns[0][1])):
                yield self._answer(turns)
        if filling.works:
            self._start(filling)
        while turns:
            yield self._answer(turns)

    def _is_full(self, bundle: _Bundle[Given, Made]) -> bool:
        # Small at first, so that few jobs are spread over all workers.
        wanted = min(_LARGEST, 1 + self._sent // self._workers)
        return len(bundle.works) >= wanted or bundle.weight >= _HEAVIEST

    def _is_enough(self, first: _Bundle[Given, Made]) -> bool:
        return first.future is not None and len(self._under_way) >= _AHEAD * self._workers

    def _start(self, bundle: _Bundle[Given, Made]) -> None:
        bundle.future = self._submitted(bundle.works)
        self._under_way.append(bundle)
        self._sent += 1

    def _answer(
        self, turns: deque[tuple[Key, _Bundle[Given, Made] | None, int]]
    ) -> tuple[Key, Made | SetAside | None]:
        key, bundle, place = turns.popleft()
        if bundle is None:
            return key, None
        if bundle.made is None:
            bundle.made = self._made(bundle)
            bundle.future = None
            self._under_way.remove(bundle)
        return key, bundle.made[place]

    def _made(self, bundle: _Bundle[Given, Made]) -> Sequence[Made | SetAside]:
        answer = self._wait(bundle)
        if not isinstance(answer, Exception):
            return answer
        # Where workers die nothing else is under way meanwhile, so that it is known what they die of.
        resting = [other for other in self._under_way if other is not bundle] if _is_deadly(answer) else []
        for other in resting:
            other.future = None
        made: list[Made | SetAside] = []
        for work in bundle.works:
            alone: _Bundle[Given, Made] = _Bundle([work], future=self._submitted([work]))
            last = self._wait(alone)
            made.append(SetAside(_said(last)) if isinstance(last, Exception) else last[0])
        for other in resting:
            other.future = self._submitted(other.works)
        return made

    def _wait(self, bundle: _Bundle[Given, Made]) -> Sequence[Made] | Exception:
        """What came of a bundle, or why nothing did; CannotBegin where no other would fare better."""
        for _ in range(_TIMES):
            status = self._watched(bundle.future)
            if status == "error" and bundle.future is not None:
                return blamed(bundle.future.exception())
            if status == "finished" and bundle.future is not None:
                try:
                    made: Sequence[Made] = bundle.future.result()
                    return made
                except Exception as error:
                    if bundle.future.status == "error":
                        return blamed(error)
                    # Its holder died before it was fetched, and it could not be made again.
            self._again(bundle)
        return _Died(_DIED)

    def _watched(self, future: Future[list[Made]] | None) -> str:
        """How a future ends: finished, error or cancelled."""
        while future is not None:
            status = str(future.status)
            # What is lost Dask makes again where it can; what it forgets becomes cancelled.
            if status not in ("pending", "lost"):
                return status
            now = time.monotonic()
            if now - self._asked > _CARE:
                self._asked = now
                self._workers = max(1, len(self._connection.require_workers()))
            time.sleep(_LOOK)
        return "cancelled"

    def _again(self, bundle: _Bundle[Given, Made]) -> None:
        """Give again what was lost, and send what waited for it again: the bundle, and others likewise."""
        self._connection.wait_for_workers()
        self._mend()
        bundle.future = self._submitted(bundle.works)
        for other in self._under_way:
            if other is not bundle and other.future is not None and other.future.status in _LOST:
                other.future = self._submitted(other.works)

    def _submitted(self, works: Sequence[Given]) -> Future[list[Made]]:
        for _ in range(_SENDINGS):
            try:
                return self._send(works)
            except (CancelledError, asyncio.CancelledError):
                # It stands on something that went with a worker.
                self._connection.wait_for_workers()
                self._mend()
        raise self._connection.lost()


def blamed(error: BaseException | None) -> Exception:
    """The error of a job; raised where it is none of a job's but of the whole run."""
    if isinstance(error, CannotBegin):
        raise error
    if isinstance(error, ImportError) or "deserialization of the task graph" in str(error):
        raise unlike(error)
    return error if isinstance(error, Exception) else RuntimeError(str(error))


def _is_deadly(error: Exception) -> bool:
    """Whether workers ended; Dask gives up, too, on what some have died of."""
    return isinstance(error, _Died) or type(error).__name__ == "KilledWorker"


def _said(error: Exception) -> str:
    return _DIED if _is_deadly(error) else said(error, LONGEST)
