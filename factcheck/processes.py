"""Workers: processes that each open what they need once and do jobs as they come; answers keep their order.

A job whose worker dies or whose work raises is done once more, alone, and set aside with the reason when that
fails too. Work begins in the process at hand; others are started only when there is still work after a while,
since starting one costs what some articles do.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.synchronize import Semaphore
from typing import Any, Generic, Self

from factcheck.crew import Alone, Context, Key, Result, SetAside, Work, said
from factcheck.errors import FactcheckError

PATIENCE = 1.0
"""Seconds that the process at hand works alone before others are started."""
_AHEAD = 4
"""Jobs given out for each worker, so that none waits for the next; bounds what is held."""
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
"""Libraries that would each start a thread a core in every worker."""
_GRACE = 5.0
"""Seconds that a worker which is to end has for sending its answer."""
_HAS_MASKS = hasattr(signal, "pthread_sigmask")
_NEVER_BEGAN = "Workers end as soon as they are started; run with --workers 1 to see why."


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a worker answers where its work raised: errors themselves do not all survive being sent."""

    reason: str
    begun: bool = True


_Out = tuple[Key, Work | None, Future[Result | _Raised] | None]
"""A job that was given out."""


class Processes(Generic[Context, Work, Result]):
    """Worker processes beside the one at hand; see the module."""

    def __init__(
        self,
        work: Callable[[Context, Work], Result],
        opened: Callable[[], Context],
        alone: Alone[Context, Work, Result],
        *,
        workers: int,
        patience: float | None = None,
    ) -> None:
        """`work` and `opened`, which opens a worker's context, are sent to the workers: module-level ones.

        `patience` in seconds; None: PATIENCE.
        """
        self._work, self._opened, self._alone = work, opened, alone
        self._workers = workers
        self._patience = PATIENCE if patience is None else patience
        self._pool: _Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        # Whoever interrupts waits for no job: what is under way is done again by the next run.
        self._dismiss(at_once=any(error))

    def run(self, jobs: Iterable[tuple[Key, Work | None]]) -> Iterator[tuple[Key, Result | SetAside | None]]:
        begun = time.monotonic()
        given: deque[_Out[Key, Work, Result]] = deque()
        for key, work in jobs:
            if work is not None and self._pool is None and time.monotonic() - begun < self._patience:
                yield key, self._alone.do(work)
                continue
            given.append((key, work, None if work is None else self._submit(work)))
            while given and (len(given) >= _AHEAD * self._workers or _is_done(given[0][2])):
                yield self._answer(given)
        while given:
            yield self._answer(given)

    def _answer(self, given: deque[_Out[Key, Work, Result]]) -> tuple[Key, Result | SetAside | None]:
        """What came of the first job of `given`, which is taken out."""
        key, work, future = given.popleft()
        if work is None or future is None:
            return key, None
        try:
            answer = _result(future)
            return key, self._again(work) if isinstance(answer, _Raised) else answer
        except BrokenProcessPool:
            return key, self._after_break(work, given)

    def _after_break(self, work: Work, given: deque[_Out[Key, Work, Result]]) -> Result | SetAside:
        """Begin with other workers: whose fault it was is not known, so `work` is done on its own."""
        self._dismiss(broken=True)
        self._pool = _Pool(1, self._work, self._opened)
        try:
            last = self._again(work)
        except BrokenProcessPool:
            self._dismiss(broken=True)
            last = SetAside(
                "The process that worked on it ended twice; it may need more memory than there is."
            )
        else:
            # It was not the job: there may be too many workers for the memory that there is.
            self._dismiss()
            self._workers = max(1, self._workers // 2)
        for place, (key, its_work, its_future) in enumerate(given):
            if its_work is not None and not _has_answer(its_future):
                given[place] = (key, its_work, self._submit(its_work))
        return last

    def _again(self, work: Work) -> Result | SetAside:
        """One job for the last time; BrokenProcessPool where a worker died meanwhile."""
        answer = _result(self._submit(work))
        if not isinstance(answer, _Raised):
            return answer
        if not answer.begun:
            raise FactcheckError(f"Workers cannot begin: {answer.reason}")
        return SetAside(answer.reason)

    def _submit(self, work: Work) -> Future[Result | _Raised]:
        if self._pool is None:
            self._pool = _Pool(self._workers, self._work, self._opened)
        return self._pool.submit(work)

    def _dismiss(self, *, broken: bool = False, at_once: bool = False) -> None:
        """End the workers; FactcheckError where they broke before any of them had begun."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close(at_once=at_once)
            if broken and not pool.begun:
                raise FactcheckError(_NEVER_BEGAN)


class _Pool:
    """Worker processes, a pipe by which they hear of the end, and a semaphore that those who began raise."""

    def __init__(self, workers: int, work: Callable[[Any, Any], Any], opened: Callable[[], Any]) -> None:
        # A fork would take along threads and open databases of the process at hand.
        context = multiprocessing.get_context("spawn")
        self._began = context.Semaphore(0)
        heard, self._held = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(
            workers, mp_context=context, initializer=_begin, initargs=(work, opened, self._began, heard)
        )
        with _birth(), suppress(BrokenProcessPool):
            # All are started here, each by a job that finds no other idle. One that was started later, while
            # another dies, would be handed pipes that the executor is closing.
            for _ in range(workers):
                self._executor.submit(os.getpid)

    @property
    def begun(self) -> bool:
        """Whether any worker has; asked once."""
        return self._began.acquire(block=False)

    def submit(self, work: Any) -> Future[Any]:
        """The answer to come; BrokenProcessPool is in it where a worker has died."""
        try:
            return self._executor.submit(_do, work)
        except BrokenProcessPool as error:
            failed = Future[Any]()
            failed.set_exception(error)
            return failed

    def close(self, *, at_once: bool) -> None:
        """End the workers, when they have done what they are at or in the midst of it."""
        if at_once:
            self._held.close()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._held.close()


def _result(future: Future[Result | _Raised]) -> Result | _Raised:
    """What came; BrokenProcessPool where a worker died."""
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:
        # The work or its answer could not be sent.
        return _Raised(said(error))


def _is_done(future: Future[Any] | None) -> bool:
    return future is None or future.done()


def _has_answer(future: Future[Any] | None) -> bool:
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


@contextmanager
def _birth() -> Iterator[None]:
    """For the body, what processes started in it are born with: libraries with one thread, no ear for Ctrl-C
    (which reaches every process of the terminal; the one that gives out work decides), and no main script,
    which would run once more in each of them."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    script = vars(sys.modules["__main__"])
    hidden: dict[str, object] = {name: script[name] for name in ("__file__", "__spec__") if name in script}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT]) if _HAS_MASKS else ()
    try:
        os.environ.update({name: value or "1" for name, value in before.items()})
        script.pop("__file__", None)
        script["__spec__"] = None
        yield
    finally:
        script.update(hidden)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        if _HAS_MASKS:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)


# -- in a worker -------------------------------------------------------------------------------

_at_work: tuple[Callable[[Any, Any], Any], Any] | None = None
"""What this worker does, and what it has open for it."""
_failure = ""
"""Why it could not open that."""
_busy = threading.Lock()
"""Held while a job is done: only then may the process end at once. An answer half sent is waited for."""
_dismissed = threading.Event()


def _begin(
    work: Callable[[Any, Any], Any], opened: Callable[[], Any], began: Semaphore, heard: Connection
) -> None:
    global _at_work, _failure
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_listen, args=(heard,), daemon=True).start()
    try:
        _at_work = work, opened()
    except Exception as error:
        _failure = said(error)
    began.release()


def _listen(heard: Connection) -> None:
    """End with the parent, which may have been killed, or when it says so."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if parent.sentinel not in wait([heard, parent.sentinel]):
        _dismissed.set()
        if not _busy.acquire(blocking=False):
            os._exit(1)
        _busy.release()
        # Idle, or sending an answer; then comes the word to end.
        parent.join(_GRACE)
    os._exit(1)


def _do(given: Any) -> Any:
    with _busy:
        if _dismissed.is_set():
            return None
        if _at_work is None:
            return _Raised(_failure or "none has said what there is to do.", begun=False)
        work, context = _at_work
        try:
            return work(context, given)
        except Exception as error:
            return _Raised(said(error))
