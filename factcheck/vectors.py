"""The only writer of embeddings/: the vector index and the word index over the same passages.

Everything here is derived from claims.db and can be built again from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from factcheck.disk import sync
from factcheck.errors import VectorMismatch, WorkspaceError
from factcheck.generations import (
    COMING,
    FORMAT,
    IN_FORCE,
    MEND,
    VECTORS,
    Manifest,
    held_for_writing,
    is_whole,
    new_generation,
    publish,
    read_manifest,
    readable,
    require_sealed,
    signature,
    sweep,
    take_over,
)
from factcheck.holdings import Holdings
from factcheck.indexes import VectorIndex, vector_indexes
from factcheck.indexes.lexical import LexicalIndex
from factcheck.seals import seal_generation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factcheck.store import Store

_TRIES = 5
"""Readings of the manifest before files that keep vanishing are called missing."""


class VectorState(StrEnum):
    """How embeddings/ stands to the rows and to an encoder."""

    OK = "ok"
    MISSING = "missing"
    """Nothing usable is there though the corpus has passages: build it."""
    STALE = "stale"
    """Made by the same machinery for other passages: add and remove what `difference` says, or build it."""
    FOREIGN = "foreign"
    """Made by another encoder, revision, dimension or kind of index: build it."""


@contextmanager
def _plain_errors(folder: Path) -> Iterator[None]:
    """Turn what the disk (OSError), FAISS (RuntimeError) and tantivy (ValueError) say into one error."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise WorkspaceError(
            f"Cannot write {folder}: {error}. Make it writable and see that the disk has room, "
            "or choose another folder with --workspace."
        ) from error


@dataclass(slots=True)
class _Held:
    """One generation in memory."""

    index: VectorIndex
    lexical: LexicalIndex | None
    holdings: Holdings | None = None
    """Which passages are in both; read only for writing."""


class Vectors:
    """embeddings/ of one workspace, for one thread; several processes may read while one writes.

    `open` before anything else. A search sees what other processes published before it.
    """

    def __init__(self, folder: Path, *, index: str = "auto") -> None:
        """`folder` is embeddings/, `index` a registered vector index; UnknownName for others."""
        self.folder = folder
        self._wanted = Manifest(FORMAT, "", "", 0, index, 0, f"{0:016x}", "")
        self._manifest: Manifest | None = None
        self._seen: tuple[int, ...] = ()
        self._held: _Held | None = None
        self._writing = False
        self._changed = False

    def open(self, encoder: str, revision: str, dimension: int) -> Self:
        """Load what is there, or nothing where nothing is.

        VectorMismatch, with both values, when it was made by another encoder, revision, dimension or
        kind of index, or when files are damaged.
        """
        self._ask_for(encoder, revision, dimension)
        self._load()
        return self

    def _ask_for(self, encoder: str, revision: str, dimension: int) -> None:
        self._wanted = Manifest(FORMAT, encoder, revision, dimension, self._wanted.index, 0, f"{0:016x}", "")

    def __len__(self) -> int:
        """Number of passages."""
        return len(self.index)

    @property
    def index(self) -> VectorIndex:
        """What searches by meaning, as last published; inside `writing`, as changed so far."""
        return self._current().index

    def close(self) -> None:
        """Let go of the files; the next use opens them again."""
        if self._held is not None and self._held.lexical is not None:
            self._held.lexical.close()
        self._held = None

    # -- loading ------------------------------------------------------------------------------

    def _load(self) -> _Held:
        for _ in range(_TRIES):
            seen = signature(self.folder)
            manifest = read_manifest(self.folder)
            if manifest is not None and manifest.machinery != self._wanted.machinery:
                raise VectorMismatch(
                    f"{self.folder} was made with {manifest.machinery}; "
                    f"wanted is {self._wanted.machinery}. `factcheck models use` changes the encoder of a"
                    f" workspace. {MEND}"
                )
            try:
                held = self._read(manifest)
            except (FileNotFoundError, WorkspaceError) as error:
                if signature(self.folder) != seen:
                    # Another process replaced this generation between the manifest and its files.
                    continue
                if isinstance(error, WorkspaceError):
                    raise
                break
            self.close()
            self._held, self._manifest, self._seen = held, manifest, seen
            return held
        raise VectorMismatch(f"{self.folder} lacks files that its manifest names. {MEND}")

    def _read(self, manifest: Manifest | None) -> _Held:
        if manifest is None:
            return _Held(vector_indexes().make(self._wanted.index, self._wanted.dimension), None)
        home = self.folder / manifest.generation
        require_sealed(home)
        lexical = LexicalIndex(home / "lexical", create=False)
        index = vector_indexes().make(manifest.index, manifest.dimension, home / VECTORS)
        if not len(index) == len(lexical) == manifest.count:
            lexical.close()
            raise VectorMismatch(
                f"{self.folder} should hold {manifest.count} passages, found are {len(index)} vectors and "
                f"{len(lexical)} word entries. {MEND}"
            )
        return _Held(index, lexical)

    def require_whole(self) -> None:
        """Read every byte of what is in force; VectorMismatch where one is not as it was written."""
        self._current()
        if self._manifest is not None:
            require_sealed(self.folder / self._manifest.generation, whole=True)

    def _current(self) -> _Held:
        """What to read from, as last published; inside `writing`, what has been written so far."""
        if not self._wanted.encoder:
            raise WorkspaceError(f"{self.folder} is not open: call open(encoder, revision, dimension) first.")
        if self._held is None or (not self._writing and signature(self.folder) != self._seen):
            return self._load()
        return self._held

    def _holdings(self) -> Holdings:
        if self._manifest is None:
            return Holdings.empty()
        return Holdings.load(self.folder / self._manifest.generation, self._manifest.digest)

    # -- searching ----------------------------------------------------------------------------

    def search(
        self, vectors: NDArray[np.float32], k: int, *, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """By meaning: scores and numbers, both (m, k), for `vectors` (m, dimension); see VectorIndex."""
        return self._current().index.search(vectors, k, allowed=allowed)

    def search_words(
        self,
        terms: Sequence[str],
        k: int,
        *,
        facts: Sequence[str] = (),
        allowed: NDArray[np.int64] | None = None,
    ) -> list[tuple[int, float]]:
        """By words, quantities, dates and names: (number, score), best first; see LexicalIndex."""
        lexical = self._current().lexical
        return [] if lexical is None else lexical.search(terms, k, facts=facts, allowed=allowed)

    def ceiling(self, terms: Sequence[str] = (), *, facts: Sequence[str] = ()) -> float:
        """About the score of a passage with each of `terms` and `facts` once; 0 without a word index."""
        lexical = self._current().lexical
        return 0.0 if lexical is None else lexical.ceiling(terms, facts=facts)

    # -- writing ------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One change for the body, published at its end, or not at all when it raises.

        `add` and `remove` make one each; wrap many in one, because each publication waits for the disk.
        Words can be searched once it has ended. Waits for another process that is writing: encode before,
        so as not to hold others up.
        """
        if self._writing:
            yield
            return
        with self._locked():
            held = self._current()
            holdings = self._holdings() if held.holdings is None else held.holdings
            with self._generation(held.index, holdings, base=self._manifest):
                yield

    @contextmanager
    def rebuilding(self, encoder: str, revision: str, dimension: int) -> Iterator[None]:
        """Start from nothing for this encoder; what was there serves readers until the body ends.

        This is what mends a missing, stale, foreign or damaged folder. Needs no `open` before or after.
        """
        with self._locked():
            self._ask_for(encoder, revision, dimension)
            index = vector_indexes().make(self._wanted.index, dimension)
            with self._generation(index, Holdings.empty(), base=None):
                self._changed = True
                yield

    @contextmanager
    def replacing(self, encoder: str, revision: str, dimension: int) -> Iterator[None]:
        """Other vectors for the passages held, from nothing; complete at the end of the body, not in force.

        Words stay: `put` gives passages their vectors, `add` and `remove` change both. What is in force
        serves readers until `take_over`. Needs no `open` before; the object is of no use after.
        """
        with self._locked():
            base = readable(self.folder, IN_FORCE)
            if base is not None and not is_whole(self.folder, base):
                base = None
            self._manifest = base
            holdings = self._holdings()
            self._ask_for(encoder, revision, dimension)
            index = vector_indexes().make(self._wanted.index, dimension)
            with self._generation(index, holdings, base=base, slot=COMING):
                self._changed = True
                yield
        self.close()

    def take_over(self, encoder: str, revision: str, dimension: int) -> bool:
        """Put a set that waits in force where it was made by this encoder; whether there was one.

        What makes an interrupted switch of encoders whole again: cheap where nothing waits.
        """
        if not (self.folder / COMING).is_file():
            return False
        self._ask_for(encoder, revision, dimension)
        with self._locked(), _plain_errors(self.folder):
            return take_over(self.folder, self._wanted.machinery)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with _plain_errors(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        with held_for_writing(self.folder):
            yield

    @contextmanager
    def _generation(
        self,
        index: VectorIndex,
        holdings: Holdings,
        *,
        base: Manifest | None,
        slot: str = IN_FORCE,
    ) -> Iterator[None]:
        """Write a generation that begins as a copy of `base`, then publish it if anything changed."""
        with _plain_errors(self.folder):
            sweep(self.folder)
            name = new_generation(self.folder, base.generation if base else None)
            lexical = LexicalIndex(self.folder / name / "lexical")
        before, self._held = self._held, _Held(index, lexical, holdings)
        self._writing, published = True, False
        try:
            with lexical.writing():
                yield
            if self._changed:
                with _plain_errors(self.folder):
                    self._publish(name, self._held, holdings, slot)
                published = True
        finally:
            if not published:
                # Memory follows what is published: vectors of an unfinished change are read again.
                self._held = None if self._changed else before
            self._writing = self._changed = False
            sweep(self.folder)

    def _publish(self, name: str, held: _Held, holdings: Holdings, slot: str) -> None:
        home = self.folder / name
        held.index.save(home / VECTORS)
        holdings.save(home)
        seal_generation(home, self.folder / self._manifest.generation if self._manifest else None)
        for part in home.rglob("*"):
            sync(part)  # folders too: without its name on disk a file is lost
        manifest = replace(self._wanted, count=len(held.index), digest=holdings.digest, generation=name)
        publish(self.folder, manifest, slot)
        self._manifest, self._seen = manifest, signature(self.folder)

    def add(
        self,
        passages: Mapping[int, str],
        vectors: NDArray[np.float32],
        terms: Sequence[Sequence[str]],
        facts: Sequence[Sequence[str]],
    ) -> None:
        """Put passages in, or replace them.

        `passages` gives ids by number; in the same order come `vectors` (n, dimension), and for each
        passage its word terms and its fact terms. ValueError for unequal lengths.
        """
        if not len(passages) == len(vectors) == len(terms) == len(facts):
            raise ValueError(
                f"{len(passages)} passages, {len(vectors)} vectors, "
                f"{len(terms)} lists of terms, {len(facts)} of facts"
            )
        if not passages:
            return
        with self.writing():
            held = self._current()
            numbers = np.fromiter(passages, dtype=np.int64, count=len(passages))
            self._changed = True
            held.index.add(numbers, vectors)
            if held.lexical is not None and held.holdings is not None:
                held.lexical.remove([number for number in passages if number in held.holdings])
                held.lexical.add(list(passages), terms, facts)
                held.holdings.put(passages)

    def put(self, numbers: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Give passages whose words are held their `vectors` (n, dimension); only inside `replacing`."""
        if not self._writing:
            raise ValueError("vectors without words are put only inside `replacing`")
        if len(numbers):
            self._current().index.add(np.asarray(numbers, dtype=np.int64), vectors)

    def remove(self, numbers: Sequence[int]) -> int:
        """Take passages out by number; how many were there."""
        if not len(numbers):
            return 0
        with self.writing():
            held = self._current()
            known = held.holdings.drop(numbers) if held.holdings is not None else []
            if known:
                self._changed = True
                held.index.remove(np.asarray(known, dtype=np.int64))
                if held.lexical is not None:
                    held.lexical.remove(known)
            return len(known)

    # -- comparing with the rows --------------------------------------------------------------

    def state(self, store: Store, encoder: str, revision: str, dimension: int) -> VectorState:
        """How the folder stands to `store` and this encoder; needs no `open`. Raises NewerWorkspace only."""
        try:
            manifest = read_manifest(self.folder)
        except VectorMismatch:
            return VectorState.MISSING
        if manifest is None or not is_whole(self.folder, manifest):
            return VectorState.MISSING if manifest or store.passage_count() else VectorState.OK
        wanted = (encoder, revision, dimension, self._wanted.index)
        if (manifest.encoder, manifest.revision, manifest.dimension, manifest.index) != wanted:
            return VectorState.FOREIGN
        same = manifest.holds == (store.passage_count(), store.passage_digest())
        return VectorState.OK if same else VectorState.STALE

    def matches(self, store: Store) -> bool:
        """Whether exactly the passages of `store` are held; cheap enough for every start."""
        self._current()
        return (self._manifest or self._wanted).holds == (store.passage_count(), store.passage_digest())

    def difference(self, store: Store) -> tuple[list[int], list[int]]:
        """Numbers to add and numbers to remove so that exactly the passages of `store` are held."""
        self._current()
        return self._holdings().difference(*store.passage_weights())
