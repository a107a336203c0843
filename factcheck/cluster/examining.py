"""The crew of `factcheck check --cluster`: the corpus is dealt out over workers, which examine articles."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Self

from factcheck.check import Article, Examined, Machinery
from factcheck.cluster import steps
from factcheck.cluster.bundles import Bundles
from factcheck.cluster.connection import Connection
from factcheck.cluster.dealing import Cut, Dealt, Told, unheard
from factcheck.cluster.kit import Kit, named
from factcheck.cluster.stamps import Stamp
from factcheck.cluster.steps import Brief
from factcheck.copies import copies_of
from factcheck.crew import Key, SetAside
from factcheck.errors import FactcheckError
from factcheck.folder import Folder

if TYPE_CHECKING:
    from distributed import Future


class ClusterExaminers:
    """See Crew. The corpus is the one at the beginning of the run."""

    def __init__(
        self,
        address: str,
        folder: Folder,
        machinery: Machinery,
        own_aliases: bytes | None,
        told: Told = unheard,
    ) -> None:
        """`machinery` is the coordinator's, over the workspace in `folder`; `own_aliases` as content.

        `told` hears, in sentences, what takes time and what was lost.
        """
        self._told = told
        self._connection = Connection(address)
        self._folder, self._machinery, self._own_aliases = folder, machinery, own_aliases
        self.dealt: Dealt | None = None

    def __enter__(self) -> Self:
        self._connection.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self.dealt = None
        self._connection.__exit__(*error)

    def run(
        self, jobs: Iterable[tuple[Key, Article | None]]
    ) -> Iterator[tuple[Key, Examined | SetAside | None]]:
        jobs = iter(jobs)
        for key, article in jobs:
            if article is not None:
                # Only now there is something to do that the corpus is dealt out for.
                yield from self._examined(chain([(key, article)], jobs))
                return
            yield key, None

    def _examined(
        self, jobs: Iterable[tuple[Key, Article | None]]
    ) -> Iterator[tuple[Key, Examined | SetAside | None]]:
        kit = self._kit(self._connection.require_same())
        dealt = self.dealt = Dealt(self._connection, self._cut(), kit, self._told)
        dealt.give()
        briefed = (
            (key, None if article is None else self._brief(article, kit.corpus_revision))
            for key, article in jobs
        )
        bundles = Bundles[Brief, Examined](
            self._connection, self._send, lambda brief: len(brief.article.document.text), dealt.mend
        )
        yield from bundles.run(briefed)

    def _kit(self, stamp: Stamp) -> Kit:
        machinery = self._machinery
        store, names = machinery.store, machinery.readings.names
        names.said()  # what older rules left is found anew and kept
        return Kit(
            key=secrets.token_hex(16),
            stamp=stamp,
            settings=machinery.settings,
            provenance=machinery.provenance,
            dimension=machinery.encoder.dimension,
            reranker=named(machinery.retriever.reranker),
            own_aliases=self._own_aliases,
            corpus_revision=store.corpus_revision(),
            glosses=store.glosses(names.revision),
            checked=tuple(store.memory()),
        )

    def _cut(self) -> Cut:
        return Cut(self._folder, self._machinery.store, self._machinery.readings)

    def _brief(self, article: Article, revision: str) -> Brief:
        store, document = self._machinery.store, article.document
        if store.corpus_revision() != revision:
            raise FactcheckError(
                "The reference corpus changed while articles were checked against it. What was checked is"
                " kept; run the same command again for the rest."
            )
        return Brief(
            article=article,
            card=store.card(document.id),
            by_people=tuple(store.claims_by_people(document.id)),
            copies=copies_of(store, document),
        )

    def _send(self, briefs: Sequence[Brief]) -> Future[list[Examined]]:
        """The tasks of a bundle; what one makes goes from worker to worker and not through here."""
        dealt, client = self.dealt, self._connection.client
        if dealt is None:
            raise RuntimeError("the corpus was not dealt out")
        kit, k = dealt.kit, self._machinery.settings.candidates
        shards = [
            (shard, {"workers": [dealt.worker_of(place)], "allow_other_workers": True, "pure": False})
            for place, shard in enumerate(dealt.shards)
        ]
        asked = client.submit(steps.read, kit, briefs, pure=False)
        counts = [client.submit(steps.count, shard, asked, **where) for shard, where in shards]
        found = [client.submit(steps.best, shard, k, asked, *counts, **where) for shard, where in shards]
        chosen = client.submit(steps.choose, kit, asked, counts, found, pure=False)
        fetched = [client.submit(steps.fetch, shard, chosen, **where) for shard, where in shards]
        return client.submit(steps.judge, kit, briefs, asked, chosen, fetched, pure=False)
