"""What a workspace has open: rows, indexes, models, and the machinery for checking, each when needed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from factcheck import __version__, corpus, switching
from factcheck.check import Machinery
from factcheck.checkpoints.loading import Runtime
from factcheck.encoders import Encoder, load_encoder
from factcheck.encoders.static import StaticEncoder
from factcheck.errors import WorkspaceError
from factcheck.folder import Folder
from factcheck.judges import Judge, load_judge
from factcheck.language.entities import AliasTable, load_aliases
from factcheck.late_interaction import LateInteraction
from factcheck.match import Memory
from factcheck.model import Provenance
from factcheck.readers.options import ReadOptions, language_named
from factcheck.readings import Readings
from factcheck.rerankers import Reranker, load_reranker
from factcheck.retrieve import Retriever, near_from
from factcheck.settings import Settings, load_settings
from factcheck.store import Store
from factcheck.vectors import Vectors
from factcheck.verify import Verifier
from factcheck.worthiness import Worthiness


class Opened:
    """The parts of one workspace, opened once, in the thread that made it."""

    def __init__(self, path: str | Path = ".", **overrides: object) -> None:
        """`overrides` are settings by name; those that are None count as not given. SettingError."""
        self.folder = Folder(Path(path))
        self.overrides = overrides
        """Settings that were given here."""
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
        return load_aliases(self.own_aliases)

    @property
    def own_aliases(self) -> Path | None:
        """The workspace's table of names, where it has one."""
        own = self.folder.path / "aliases.toml"
        return own if own.is_file() else None

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
        words = StaticEncoder.builtin()
        return Machinery(
            store=self.store,
            retriever=Retriever(
                self.store,
                self.vectors,
                self.encoder,
                LateInteraction.builtin(),
                self.aliases,
                self.reranker,
            ),
            encoder=self.encoder,
            readings=self.readings,
            verifier=Verifier(
                self.judge,
                self.readings,
                words,
                top=self.settings.top,
                near=near_from(self.encoder, self.reranker),
                aliases=self.aliases,
            ),
            scorer=Worthiness(words).score,
            settings=self.settings,
            provenance=self.provenance,
            memory=Memory(self.store, self.encoder),
        )

    def _settings_revision(self) -> str:
        """12 hex digits for what beside encoder and judge decides a result: settings, rules, names, words."""
        reranker = f"{self.reranker.name}@{self.reranker.revision}" if self.reranker else ""
        words = LateInteraction.builtin().revision
        parts = f"{self.settings.digest()}{self.readings.revision}{words}{reranker}"
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
            max_unpacked_bytes=settings.max_unpacked_bytes,
            max_tags=settings.max_tags,
            max_pages=settings.max_pages,
            max_seconds=settings.max_seconds,
            allow_private=given.allow_private or settings.allow_private,
        )


class _OnlyRead(Opened):
    """The parts in a worker, which stores nothing: what is not kept yet is made again and not kept."""

    @cached_property
    def store(self) -> Store:
        return self.folder.open_store(read_only=True)

    @cached_property
    def vectors(self) -> Vectors:
        vectors = self.folder.vectors(self.settings.index)
        return vectors.open(self.encoder.name, self.encoder.revision, self.encoder.dimension)


def machinery_for_reading(path: Path, overrides: Mapping[str, object], provenance: Provenance) -> Machinery:
    """A worker's own machinery, over the folder `path` with the settings that a run was given.

    WorkspaceError where models, settings or names have changed since the run began with `provenance`.
    """
    machinery = _OnlyRead(path, **overrides).machinery
    if machinery.provenance != provenance:
        raise WorkspaceError(
            f"Models, settings or names of {path} were changed during the run: it began with {provenance}, "
            f"now in force are {machinery.provenance}. Run the same command again."
        )
    return machinery
