"""`Workspace`: the public Python face, with the command line's verbs as methods."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import corpus, switching
from factcheck.backup import BackedUp, back_up
from factcheck.check import Article, Examined, check_again, check_all, check_typed, search
from factcheck.crew import Crew
from factcheck.crews import cluster_examiners, examiners, preparers
from factcheck.language.learnt import LearntName
from factcheck.language.tongues import tongue_named
from factcheck.model import Card, Finding, Hit, Outcome
from factcheck.opened import Opened, machinery_for_reading
from factcheck.readers.options import ReadOptions
from factcheck.retrieve import Filters
from factcheck.settings import load_settings
from factcheck.store import Merged

if TYPE_CHECKING:
    from factcheck.explaining.account import Explanation
    from factcheck.reported import Report
    from factcheck.review import Desk


class Workspace(Opened):
    """A folder with `claims.db` and `embeddings/`, and everything that can be done with it.

    Opens what it needs when it is needed. Use it as a context manager, in the thread that made it.
    """

    # -- the models ---------------------------------------------------------------------------

    def use_models(
        self,
        *,
        encoder: str | None = None,
        judge: str | None = None,
        reranker: str | None = None,
        dimension: int | None = None,
        backend: str | None = None,
        device: str | None = None,
        watch: switching.Watch | None = None,
    ) -> switching.Switched:
        """Give the workspace other models; those not named stay. See `switching.switch`.

        With another encoder every passage gets its vector first, which `watch` is told of as (done, all).
        The models before stay in force until all is done, and an interrupted call goes on where it stopped.
        UsageError where nothing is named, or where a variable of the environment would outrank the file.
        """
        changes = switching.wanted_changes(
            encoder=encoder,
            judge=judge,
            reranker=reranker,
            dimension=dimension,
            backend=backend,
            device=device,
            origins=self.origins,
        )
        self.folder.create()
        self.close()
        stored, _ = load_settings(self.folder.path)
        switched = switching.switch(
            self.folder, self.store, self.readings, stored, changes, watch or (lambda done, total: None)
        )
        self.close()
        self.settings, self.origins = load_settings(self.folder.path)
        return switched

    # -- the reference corpus -----------------------------------------------------------------

    def add(
        self, targets: Sequence[str], options: ReadOptions | None = None, *, cluster: str = ""
    ) -> Iterator[Outcome]:
        """Put sources into the reference corpus, one outcome a document; adding twice changes nothing.

        `cluster` is the address of a Dask scheduler whose workers prepare them; see docs/scale.md.
        """
        self.folder.create()
        self.folder.require_writable()
        yield from corpus.add_sources(
            self.store,
            self.vectors,
            self.encoder,
            targets,
            self.read_options(options),
            self.readings,
            preparers(self.settings.workers, self.aliases, self.own_aliases, self.encoder, cluster),
        )

    def sources(self) -> list[Card]:
        """The sources of the corpus."""
        return self.store.sources()

    def unfound(self) -> int:
        """About how many passages no search finds yet: another process is adding them, or one was stopped.

        The next `add`, `check` or `doctor --repair` makes up for the latter. Opens the indexes; cheap.
        """
        return max(0, self.store.passage_count() - len(self.vectors))

    def names(self) -> tuple[LearntName, ...]:
        """What the sources declare to be one name, beside the tables of names."""
        return self.readings.names.corpus().entries

    def remove_source(self, id_prefix: str) -> Card:
        """Take a source out everywhere; its card."""
        self.folder.require_writable()
        return corpus.remove_source(self.store, self.vectors, self.store.resolve_id(id_prefix))

    def edit_source(
        self,
        id_prefix: str,
        *,
        published: date | None = None,
        tier: str | None = None,
        title: str | None = None,
        url: str | None = None,
        archived: str | None = None,
    ) -> Card:
        """Change what is known about a source; None leaves a field as it is."""
        self.folder.require_writable()
        document = self.store.resolve_id(id_prefix)
        corpus.edit_source(
            self.store,
            self.vectors,
            self.encoder,
            self.readings,
            document,
            published=published,
            tier=tier,
            title=title,
            url=url,
            archived=archived,
        )
        return self.store.card(document)

    def merge(self, other: str | Path) -> Merged:
        """Unite with another workspace, a folder or its claims.db, which is only read; see Merging.merge."""
        path = Path(other)
        path = path / "claims.db" if path.is_dir() else path
        self.folder.create()
        self.folder.require_writable()
        headed: list[str] = []

        def leave_indexes(ids: list[str]) -> None:
            """As in `corpus.head_anew`: before what they are read in the light of is stored."""
            headed.extend(ids)
            self.vectors.remove([number for one in ids for number in self.store.numbers_of(one)])

        merged = self.store.merge(path, leave_indexes)
        corpus.index_anew(self.store, self.vectors, self.encoder, self.readings, headed)
        return merged

    def backup(self, target: str | Path) -> BackedUp:
        """Copy the workspace to a new folder while others work in it; see `backup.back_up`."""
        return back_up(self.folder, Path(target))

    # -- checking -----------------------------------------------------------------------------

    def check(
        self,
        targets: Sequence[str],
        options: ReadOptions | None = None,
        *,
        as_of: date | None = None,
        again: bool = False,
        cluster: str = "",
        told: Callable[[str], None] = lambda words: None,
    ) -> Iterator[Outcome]:
        """Check articles, one outcome an article; those up to date are passed over unless `again`.

        Stop at any time: what was checked is stored, and the next run goes on from there. `cluster` is the
        address of a Dask scheduler whose workers examine them (see docs/scale.md); `told` hears, in
        sentences, what takes time there and what was lost.
        """
        self.folder.create()
        self.folder.require_writable()
        # What an addition that was killed left without vectors is findable first.
        corpus.bring_up_to_date(self.store, self.vectors, self.encoder, self.readings)
        yield from check_all(
            self.machinery,
            targets,
            self.read_options(options),
            self._examiners(cluster, told),
            as_of=as_of,
            again=again,
        )

    def _examiners(self, cluster: str, told: Callable[[str], None]) -> Crew[Article, Examined]:
        if cluster:
            return cluster_examiners(cluster, self.folder, self.machinery, self.own_aliases, told)
        opening = partial(machinery_for_reading, self.folder.path, self.overrides, self.provenance)
        return examiners(self.settings.workers, self.machinery, opening)

    def check_again(self, claim_id: str) -> Finding:
        """Check one stored claim anew, as when sources or models have changed, and store what was found."""
        self.folder.require_writable()
        return check_again(self.machinery, claim_id)

    def desk(self, reviewer: str, *, adjudicating: bool = False) -> Desk:
        """The review queue as `reviewer` sees it, and every act on it. Loads no model.

        `adjudicating`: what is decided settles a claim for all.
        """
        from factcheck.review import Desk

        self.folder.require_existing()
        self.folder.require_writable()
        return Desk(self.store, reviewer, opinions=self.settings.reviews, adjudicating=adjudicating)

    def report(
        self,
        *,
        articles: Sequence[str] = (),
        since: date | None = None,
        include_suggestions: bool = False,
        language: str = "en",
    ) -> Report:
        """What an exporter writes down; `articles`: ids or beginnings of them. Loads no model."""
        from factcheck.report import Wish, report_of
        from factcheck.reported import Publisher

        self.folder.require_existing()
        settings = self.settings
        named = settings.publisher or settings.publisher_url
        wish = Wish(
            articles=tuple(self.store.resolve_id(prefix) for prefix in articles),
            since=since,
            include_suggestions=include_suggestions,
            language=tongue_named(language or "en", of="report"),
            publisher=Publisher(settings.publisher, settings.publisher_url) if named else None,
            opinions_wanted=settings.reviews,
            settings=tuple((name, str(value)) for name, value in settings.deciding().items() if value != ""),
        )
        return report_of(self.store, wish)

    def claim(
        self,
        text: str,
        *,
        as_of: date | None = None,
        sources: Sequence[str] = (),
        since: date | None = None,
    ) -> Finding:
        """Check one typed claim against the corpus; nothing is stored."""
        return check_typed(self.machinery, text, self._filters(as_of, sources, since))

    def explain(
        self,
        claim: str,
        *,
        as_of: date | None = None,
        sources: Sequence[str] = (),
        since: date | None = None,
        top: int = 3,
    ) -> Explanation:
        """How the suggestion for a claim comes about, with its `top` nearest passages slot by slot.

        `claim` is the id of a stored claim or the beginning of it, else a claim's text. Nothing is stored.
        """
        from factcheck.explaining.account import explain_claim

        return explain_claim(self.machinery, claim, self._filters(as_of, sources, since), top=top)

    def search(
        self,
        text: str,
        *,
        as_of: date | None = None,
        sources: Sequence[str] = (),
        since: date | None = None,
        top: int | None = None,
    ) -> list[Hit]:
        """Passages for `text`, best first, without judging them."""
        filters = self._filters(as_of, sources, since)
        return search(self.machinery, text, filters, top or self.settings.top)

    def findings(self, article_id: str | None = None, *, all_kinds: bool = False) -> list[Finding]:
        """Stored findings of one article, or of all."""
        return self.store.findings(article_id, all_kinds=all_kinds)

    def _filters(self, as_of: date | None, sources: Sequence[str], since: date | None) -> Filters:
        ids = tuple(self.store.resolve_id(prefix) for prefix in sources)
        return Filters(as_of=as_of, since=since, sources=ids)
