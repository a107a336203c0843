"""The crew of `factcheck add --cluster`: workers prepare sources, the coordinator stores them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Self

from factcheck.cluster.bundles import Bundles
from factcheck.cluster.connection import Connection
from factcheck.cluster.steps import Bench, prepare_all
from factcheck.crew import Key, SetAside
from factcheck.model import Card, Document
from factcheck.prepare import Prepared

if TYPE_CHECKING:
    from distributed import Future

Source = tuple[Document, Card]


class ClusterPreparers:
    """See Crew."""

    def __init__(self, address: str, own_aliases: bytes | None, *, encodes: bool) -> None:
        """`own_aliases`: the content of the workspace's table of names; workers make vectors if so told."""
        self._connection = Connection(address)
        self._own_aliases, self._encodes = own_aliases, encodes

    def __enter__(self) -> Self:
        self._connection.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.__exit__(*error)

    def run(
        self, jobs: Iterable[tuple[Key, Source | None]]
    ) -> Iterator[tuple[Key, Prepared | SetAside | None]]:
        bench = Bench(self._connection.require_same(), self._own_aliases, self._encodes)
        send = partial(self._send, bench)
        yield from Bundles[Source, Prepared](self._connection, send, lambda source: len(source[0].text)).run(
            jobs
        )

    def _send(self, bench: Bench, sources: Sequence[Source]) -> Future[list[Prepared]]:
        return self._connection.client.submit(prepare_all, bench, sources, pure=False)
