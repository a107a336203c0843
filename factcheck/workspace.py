"""`Workspace`: the public Python face, with the command line's verbs as methods."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from factcheck import __version__, corpus, switching
from factcheck.check import Machinery, check_again, check_all, check_typed, search
from factcheck.checkpoints.loading import Runtime
from factcheck.checkpoints.places import lasting_name
from factcheck.encoders import Encoder, load_encoder
from factcheck.encoders.static import StaticEncoder
from factcheck.errors import UsageError
from factcheck.folder import Folder
from factcheck.judges import BUILTIN, THOROUGH, Judge, load_judge
from factcheck.language.entities import AliasTable, load_aliases
from factcheck.language.learnt import LearntName
from factcheck.language.tongues import tongue_named
from factcheck.match import Memory
from factcheck.model import Card, Finding, Hit, Outcome, Provenance
from factcheck.readers.options import ReadOptions, language_named
from factcheck.readings import Readings
from factcheck.rerankers import NONE, Reranker, load_reranker
from factcheck.retrieve import Filters, Retriever
from factcheck.settings import Settings, load_settings
from factcheck.store import Merged, Store
from factcheck.vectors import Vectors
from factcheck.verify import Verifier
from factcheck.worthiness import Worthiness

if TYPE_CHECKING:
    from factcheck.explaining.account import Explanation
    from factcheck.reported import Report
    from factcheck.review import Desk


class Workspace:
    """A folder with `claims.db` and `embeddings/`, and everything that can be done with it.

    Opens what it needs when it is needed. Use it as a context manager, in the thread that made it.
    """

    def __init__(self, path: str | Path = ".", **overrides: object) -> None:
        """`overrides` are settings by name; those that are None count as not given. SettingError."""
        self.folder = Folder(Path(path))
        settings, origins = load_settings(self.folder.path, overrides)
        self.settings: Settings = settings
        self.origins: dict[str, str] = origins
        """For each setting where its value is from."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what was written is kept."""
        for name in ("machinery", "provenance", "vectors", "readings", "encoder", "judge", "reranker"):
            self.__dict__.pop(name, None)
        store = self.__dict__.pop("store", None)
        if store is not None:
            store.close()

    # -- what is opened when needed -----------------------------------------------------------

    @cached_property
    def store(self) -> Store:
        """The rows; the folder is made where it is missing and may be written."""
        if self.folder.exists and not self.folder.writable:
            return self.folder.open_store(read_only=True)
        self.folder.create()
        return self.folder.open_store()

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder in force."""
        # A dimension chosen for the workspace's encoder says nothing about another one named for one run.
        other = self.origins["encoder"] == "argument" != self.origins["dimension"]
        dimension = 0 if other else self.settings.dimension
        return load_encoder(self.settings.encoder, dimension=dimension, runtime=self._runtime)

    @cached_property
    def judge(self) -> Judge:
        """The judge in force."""
        return load_judge(self.settings.judge, runtime=self._runtime)

    @cached_property
    def reranker(self) -> Reranker | None:
        """The reranker in force; None where there is none."""
        return load_reranker(self.settings.reranker, runtime=self._runtime)

    @property
    def _runtime(self) -> Runtime:
        return Runtime(self.settings.backend, self.settings.device)

    @cached_property
    def aliases(self) -> AliasTable:
        """Names across languages: the built-in table and the workspace's own aliases.toml."""
        own = self.folder.path / "aliases.toml"
        return load_aliases(own if own.is_file() else None)

    @cached_property
    def readings(self) -> Readings:
        """What the passages say, read once."""
        return Readings(self.store, self.aliases)

    @cached_property
    def vectors(self) -> Vectors:
        """The indexes, ready for searching."""
        named_here = not self.origins["encoder"].startswith(("argument", "environment"))
        if named_here and self.folder.writable:
            switching.finish(self.folder, self.store, self.readings, self.settings.index, self.encoder)
        vectors = self.folder.vectors(self.settings.index)
        return corpus.open_vectors(self.store, vectors, self.encoder, self.readings)

    @cached_property
    def machinery(self) -> Machinery:
        """The opened parts that checking takes."""
        words = self.encoder if isinstance(self.encoder, StaticEncoder) else StaticEncoder.builtin()
        return Machinery(
            store=self.store,
            retriever=Retriever(self.store, self.vectors, self.encoder, self.aliases, self.reranker),
            encoder=self.encoder,
            readings=self.readings,
            verifier=Verifier(self.judge, self.readings, words, top=self.settings.top, aliases=self.aliases),
            scorer=Worthiness(words).score,
            settings=self.settings,
            provenance=self.provenance,
            memory=Memory(self.store, self.encoder),
        )

    def _settings_revision(self) -> str:
        """12 hex digits for what, beside encoder and judge, decides a result: settings, rules, names."""
        reranker = f"{self.reranker.name}@{self.reranker.revision}" if self.reranker else ""
        parts = f"{self.settings.digest()}{self.readings.revision}{reranker}"
        return hashlib.sha256(parts.encode()).hexdigest()[:12]

    @cached_property
    def provenance(self) -> Provenance:
        """What the next result would say it was made by; no index is opened for it."""
        return Provenance(
            encoder=f"{self.encoder.name}@{self.encoder.revision}",
            judge=f"{self.judge.name}@{self.judge.revision}",
            settings=self._settings_revision(),
            version=__version__,
        )

    def read_options(self, options: ReadOptions | None = None) -> ReadOptions:
        """`options` with the workspace's settings where they say nothing."""
        given, settings = options or ReadOptions(), self.settings
        return replace(
            given,
            encoding=given.encoding or settings.encoding or None,
            language=given.language or (language_named(settings.language) if settings.language else None),
            timeout=settings.timeout,
            max_url_bytes=settings.max_bytes,
            max_bytes=settings.max_file_bytes,
            max_characters=settings.max_characters,
            allow_private=given.allow_private or settings.allow_private,
        )

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
        given = {
            "encoder": _named(encoder),
            "judge": _named(judge),
            "reranker": _named(reranker),
            "dimension": 0 if encoder is not None and dimension is None else dimension,
            "backend": backend,
            "device": device,
        }
        changes = {name: value for name, value in given.items() if value is not None}
        self._require_room_for(changes)
        self.folder.create()
        self.close()
        stored, _ = load_settings(self.folder.path)
        switched = switching.switch(
            self.folder, self.store, self.readings, stored, changes, watch or (lambda done, total: None)
        )
        self.close()
        self.settings, self.origins = load_settings(self.folder.path)
        return switched

    def _require_room_for(self, changes: Mapping[str, object]) -> None:
        if not changes:
            raise UsageError("Wanted a model to use, found none named: encoder, judge or reranker.")
        outranked = [name for name in changes if self.origins[name].startswith("environment")]
        if outranked:
            raise UsageError(
                f"{self.origins[outranked[0]]} is set and outranks {self.folder.settings_file.name}, so the"
                " change would have no effect; unset it first."
            )

    # -- the reference corpus -----------------------------------------------------------------

    def add(self, targets: Sequence[str], options: ReadOptions | None = None) -> Iterator[Outcome]:
        """Put sources into the reference corpus, one outcome a document; adding twice changes nothing."""
        self.folder.create()
        self.folder.require_writable()
        yield from corpus.add_sources(
            self.store, self.vectors, self.encoder, targets, self.read_options(options), self.readings
        )

    def sources(self) -> list[Card]:
        """The sources of the corpus."""
        return self.store.sources()

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
        with Store(path, read_only=True):
            pass  # that it is a workspace, and one that this version reads
        merged = self.store.merge(path)
        for document in merged.read_again:
            corpus.read_again(self.store, self.vectors, self.encoder, self.readings, document)
        corpus.bring_up_to_date(self.store, self.vectors, self.encoder, self.readings)
        return merged

    # -- checking -----------------------------------------------------------------------------

    def check(
        self,
        targets: Sequence[str],
        options: ReadOptions | None = None,
        *,
        as_of: date | None = None,
        again: bool = False,
    ) -> Iterator[Outcome]:
        """Check articles, one outcome an article; those up to date are passed over unless `again`.

        Stop at any time: what was checked is stored, and the next run goes on from there.
        """
        self.folder.create()
        self.folder.require_writable()
        yield from check_all(self.machinery, targets, self.read_options(options), as_of=as_of, again=again)

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


def _named(model: str | None) -> str | None:
    """A model's name as the settings file keeps it, wherever the program is started from next."""
    return model if model in (None, BUILTIN, THOROUGH, NONE) else lasting_name(model)
