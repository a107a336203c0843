"""The coordinator's line to a Dask scheduler, and that every worker is the same installation."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

from factcheck.cluster.stamps import CannotBegin, Stamp, stamp_here
from factcheck.errors import FactcheckError, MissingDependency, UsageError

if TYPE_CHECKING:
    from distributed import Client

_SCHEMES = ("tcp://", "tls://")
_CONNECTING = 5.0
"""Seconds after which a scheduler counts as unreachable."""
_WORKERLESS = 60.0
"""Seconds that a run waits for a first or another worker."""
_SILENT = 15.0
"""Seconds that it waits for the scheduler."""


class Connection:
    """One run's line to a scheduler; a context manager."""

    def __init__(self, address: str) -> None:
        """UsageError for what is no address of a scheduler."""
        if not address.startswith(_SCHEMES) or len(address) <= len(_SCHEMES[0]):
            raise UsageError(
                f"Wanted the address of a Dask scheduler, as tcp://HOST:8786 or tls://HOST:8786; found"
                f" '{address}'."
            )
        self.address = address
        self._client: Client | None = None
        self._alone_since: float | None = None
        self._quiet: dict[str, int] = {}

    def __enter__(self) -> Connection:
        library = _library()
        self._quiet = _hushed()
        try:
            self._client = _client(library, self.address)
        except FactcheckError:
            _restore(self._quiet)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close(timeout=2)
        _restore(self._quiet)

    @property
    def client(self) -> Client:
        """The client of Dask."""
        if self._client is None:
            raise RuntimeError("not connected")
        return self._client

    def workers(self) -> list[str]:
        """Addresses of the workers now, sorted; FactcheckError where the scheduler is gone."""
        try:
            return sorted(self.client.nthreads())
        except (OSError, RuntimeError) as error:
            raise self.lost() from error

    def require_workers(self) -> list[str]:
        """The workers now; FactcheckError once there has been none for a minute."""
        is_answered = self.client.status == "running"
        found = self.workers() if is_answered else []
        if found:
            self._alone_since = None
            return found
        now = time.monotonic()
        self._alone_since = self._alone_since or now
        if not is_answered and now - self._alone_since > _SILENT:
            raise self.lost()
        if now - self._alone_since > _WORKERLESS:
            raise FactcheckError(
                f"Wanted workers at {self.address}, found none for {_WORKERLESS:.0f} seconds. Start some with"
                f" `dask worker {self.address}` and run the same command again: what was stored is kept."
            )
        return []

    def wait_for_workers(self) -> list[str]:
        """The workers as soon as there is one; FactcheckError as `require_workers`."""
        while not (found := self.require_workers()):
            time.sleep(0.1)
        return found

    def lost(self) -> FactcheckError:
        """What to say where the scheduler does not answer any more."""
        return FactcheckError(
            f"The scheduler at {self.address} does not answer any more. Start it and its workers, and run the"
            " same command again: what was stored is kept."
        )

    def require_same(self) -> Stamp:
        """The stamp of the installation at hand; CannotBegin naming the first worker that has another."""
        ours = stamp_here()
        self.wait_for_workers()
        try:
            answers: dict[str, Any] = self.client.run(stamp_here, on_error="return")
        except Exception as error:
            raise unlike(error) from error
        for address, found in sorted(answers.items()):
            if isinstance(found, Stamp):
                ours.require_same(found, f"the worker {address}")
            elif not isinstance(found, OSError):
                # A worker that left just now is none any more.
                raise unlike(found, f"the worker {address}")
        return ours


def unlike(error: object, where: str = "a worker or the scheduler") -> CannotBegin:
    """What to say where another installation does not even know what it is asked."""
    said = " ".join(str(error).split())
    return CannotBegin(
        f"Wanted the same factcheck-workbench on every machine, found that {where} cannot do the work"
        f" ({type(error).__name__}: {said[:200]}). Install it there, in the environment that `dask worker`"
        " and `dask scheduler` run in."
    )


def _hushed() -> dict[str, int]:
    """Keep Dask's loggers quiet, since what matters of connections is said here in a line; their levels."""
    known = [
        name
        for name, one in logging.root.manager.loggerDict.items()
        if name.split(".")[0] == "distributed" and isinstance(one, logging.Logger)
    ]
    before = {name: logging.getLogger(name).level for name in known}
    for name in known:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return before


def _restore(levels: dict[str, int]) -> None:
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise MissingDependency(
            "Working on a cluster wants Dask distributed, found it missing;"
            " pip install 'factcheck-workbench[cluster]'."
        ) from error
    return distributed


def _client(library: Any, address: str) -> Client:
    secured = library.Security().get_connection_args("client").get("ssl_context") is not None
    if address.startswith("tls://") and not secured:
        raise UsageError(
            f"Wanted certificates for {address}, found none in Dask's configuration: name ca-file,"
            " client.cert and client.key under distributed.comm.tls, as docs/scale.md shows."
        )
    try:
        return library.Client(address, timeout=_CONNECTING, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise FactcheckError(
            f"Wanted a Dask scheduler at {address}, found none within {_CONNECTING:.0f} seconds"
            f" ({said[:200]}). Start one with `dask scheduler`, and workers with `dask worker {address}`."
        ) from error
