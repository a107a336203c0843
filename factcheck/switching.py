"""The run that gives a workspace other models: tried first, then the corpus encoded anew, then put in force.

Vectors are made beside those in force and kept as they are made, so that an interrupted run goes on where
it stopped. What puts the new ones in force is one rename, of the settings file: before it everything is
as it was, and after it the next opening finishes what was left.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from factcheck import corpus
from factcheck.checkpoints.loading import Runtime
from factcheck.checkpoints.places import lasting_name
from factcheck.encoders import Encoder, encoders, load_encoder
from factcheck.errors import UsageError, WorkspaceError
from factcheck.folder import Folder
from factcheck.generations import abandon, held_for_writing
from factcheck.judges import BUILTIN, THOROUGH, Judge, judges, load_judge
from factcheck.locking import writer_lock
from factcheck.readings import Readings
from factcheck.rerankers import NONE, Reranker, load_reranker
from factcheck.settings import FILE_NAME, Settings
from factcheck.settings_file import write_settings
from factcheck.staged import Staged, discard_staged, text_key
from factcheck.store import Store
from factcheck.vectors import Vectors, VectorState
from factcheck.wording import worded

Watch = Callable[[int, int], None]
"""Told how many passages have a vector, and of how many."""

_BUSY = "is changing the models of this workspace"
_READ = 2000
"""Passages read from the rows at a time."""
_SECONDS = 2.0
"""About how long the vectors that are kept together take: what a kill can cost."""
_FEWEST, _FIRST = 16, 64
"""Texts encoded together: at least, and before it is known how long they take."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The models that were asked for, opened; None for what was not asked for."""

    encoder: Encoder | None = None
    judge: Judge | None = None
    reranker: Reranker | None = None


@dataclass(frozen=True, slots=True)
class Switched:
    """What a change of models did."""

    tried: Tried
    passages: int
    """How many got new vectors; 0 where the vectors in force serve."""
    reused: int
    """How many of them had been made by an earlier run that was interrupted."""


class RememberingEncoder:
    """An encoder of passages that makes a text's vector once and finds it again after a kill."""

    def __init__(self, encoder: Encoder, staged: Staged) -> None:
        self.name = encoder.name
        self.revision = encoder.revision
        self.dimension = encoder.dimension
        self._encoder = encoder
        self._staged = staged
        self.found = 0
        """Texts asked for whose vector was there."""

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension), always made anew."""
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) in order; those made are on disk when this returns."""
        keys = [text_key(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._staged}
        self.found += sum(key not in missing for key in keys)
        if missing:
            self._staged.append(list(missing), self._encoder.encode_passages(list(missing.values())))
        return self._staged.vectors(keys)


def wanted_changes(
    *,
    encoder: str | None,
    judge: str | None,
    reranker: str | None,
    dimension: int | None,
    backend: str | None,
    device: str | None,
    origins: Mapping[str, str],
) -> dict[str, str | int]:
    """The settings that a wish for other models changes; None was not asked for.

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
    if not changes:
        raise UsageError("Wanted a model to use, found none named: encoder, judge or reranker.")
    outranked = [name for name in changes if origins[name].startswith("environment")]
    if outranked:
        raise UsageError(
            f"{origins[outranked[0]]} is set and outranks {FILE_NAME}, so the change would have no effect;"
            " unset it first."
        )
    return changes


def _named(model: str | None) -> str | None:
    """A model's name as the settings file keeps it, wherever the program is started from next."""
    return model if model in (None, BUILTIN, THOROUGH, NONE) else lasting_name(model)


def try_models(settings: Settings, changed: Mapping[str, object]) -> Tried:
    """Open those models of `settings` that the change concerns; nothing on disk changes.

    ModelError or MissingDependency where one is not there, is of another kind or cannot be run.
    """
    runtime = Runtime(settings.backend, settings.device)
    moved = not {"backend", "device"}.isdisjoint(changed)
    encoder = judge = reranker = None
    if {"encoder", "dimension"} & changed.keys() or (moved and settings.encoder not in encoders()):
        encoder = load_encoder(settings.encoder, dimension=settings.dimension, runtime=runtime)
    if "judge" in changed or (moved and settings.judge not in judges()):
        judge = load_judge(settings.judge, runtime=runtime)
    if settings.reranker != NONE and ("reranker" in changed or moved):
        reranker = load_reranker(settings.reranker, runtime=runtime)
    return Tried(encoder, judge, reranker)


def switch(
    folder: Folder,
    store: Store,
    readings: Readings,
    settings: Settings,
    changes: Mapping[str, str | int],
    watch: Watch,
) -> Switched:
    """Change settings that name models, giving every passage its vector first where the encoder changes.

    `settings` are those in force in the workspace. Stop at any time: the models before stay in force, and
    the same call goes on from there. WorkspaceError where another process is at it, the disk is too small
    or the folder cannot be written; ModelError where a model cannot be used.
    """
    wanted = replace(settings, **changes)  # type: ignore[arg-type]
    with writer_lock(folder.embeddings / "models.lock", timeout=0.0, busy=_BUSY):
        tried = try_models(wanted, changes)
        if tried.encoder is None:
            _write(folder, wanted, changes)
            return Switched(tried, 0, 0)
        made = reused = 0
        vectors = folder.vectors(wanted.index)
        state = vectors.state(store, *_machinery(tried.encoder))
        if state not in (VectorState.OK, VectorState.STALE):
            made, reused = _embed(folder, store, readings, vectors, tried.encoder, watch)
        _write(folder, wanted, changes)
        if not finish(folder, store, readings, wanted.index, tried.encoder):
            _clear(folder)
    return Switched(tried, made, reused)


def finish(folder: Folder, store: Store, readings: Readings, index: str, encoder: Encoder) -> bool:
    """Put the vectors of `encoder`, the settings' own, in force where they wait for it; whether they did.

    Cheap where nothing waits.
    """
    vectors = folder.vectors(index)
    if not vectors.take_over(*_machinery(encoder)):
        return False
    vectors.open(*_machinery(encoder))
    # Sources may have come or gone since the set was complete.
    corpus.bring_up_to_date(store, vectors, encoder, readings)
    vectors.close()
    discard_staged(folder.embeddings)
    return True


def _clear(folder: Folder) -> None:
    """Delete what an interrupted change to other models left: this one was chosen instead."""
    with held_for_writing(folder.embeddings):
        abandon(folder.embeddings)
    discard_staged(folder.embeddings)


def _machinery(encoder: Encoder) -> tuple[str, str, int]:
    return encoder.name, encoder.revision, encoder.dimension


def _embed(
    folder: Folder, store: Store, readings: Readings, vectors: Vectors, encoder: Encoder, watch: Watch
) -> tuple[int, int]:
    """A whole set of vectors beside those in force: (passages, of these with vectors made earlier)."""
    _require_space(folder, store.passage_count() * encoder.dimension * 4)
    staged = Staged(folder.embeddings, " ".join(map(str, _machinery(encoder))), encoder.dimension)
    remembering = RememberingEncoder(encoder, staged)
    _encode_all(store, remembering, watch)
    reused = remembering.found
    with vectors.replacing(*_machinery(encoder)):
        missing, surplus = vectors.difference(store)
        vectors.remove(surplus)
        corpus.index_passages(store, vectors, remembering, missing, readings)
        held = sorted(set(store.passage_weights()[0].tolist()).difference(missing))
        for start in range(0, len(held), _READ):
            texts = _texts(store, held[start : start + _READ])
            vectors.put(list(texts), remembering.encode_passages(list(texts.values())))
    return store.passage_count(), reused


def _encode_all(store: Store, encoder: RememberingEncoder, watch: Watch) -> None:
    numbers, total, done = store.passage_weights()[0].tolist(), store.passage_count(), 0
    together = _FIRST
    for start in range(0, len(numbers), _READ):
        texts = list(_texts(store, numbers[start : start + _READ]).values())
        while texts:
            step, texts = texts[:together], texts[together:]
            begun = time.monotonic()
            encoder.encode_passages(step)
            spent = time.monotonic() - begun
            together = _next_size(together, spent)
            done += len(step)
            watch(done, total)


def _next_size(together: int, spent: float) -> int:
    """How many texts to encode next, so that they take about _SECONDS."""
    if spent < _SECONDS / 2:
        return min(2 * together, _READ)
    return max(together // 2, _FEWEST) if spent > 2 * _SECONDS else together


def _texts(store: Store, numbers: Sequence[int]) -> dict[int, str]:
    passages = store.passages(numbers)
    cards = store.cards({passage.document_id for passage in passages.values()})
    return {number: worded(passage, cards[passage.document_id]) for number, passage in passages.items()}


def _require_space(folder: Folder, needed: int) -> None:
    """What is made is held twice for a while: as it is made, and as the index."""
    free = shutil.disk_usage(folder.embeddings).free
    if free < 2 * needed:
        raise WorkspaceError(
            f"Wanted {2 * needed / 1e6:,.0f} MB free for the new vectors in {folder.embeddings}, found"
            f" {free / 1e6:,.0f} MB. Make room, or choose fewer dimensions with --dimension."
        )


def _write(folder: Folder, wanted: Settings, changes: Mapping[str, str | int]) -> None:
    """A value that is the default is taken out, so that the file says only what differs from it."""
    defaults = {option.name: option.default for option in fields(Settings)}
    write_settings(
        folder.settings_file,
        {name: None if getattr(wanted, name) == defaults[name] else value for name, value in changes.items()},
    )
