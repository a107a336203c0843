"""The state of a workspace: the settings in force, what it holds, what is wrong with it and what mends it.

Rows cannot be mended from anything else, so their problems are named with what a person can do;
`embeddings/` is derived from them and is built again.
"""

from __future__ import annotations

import platform
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from factcheck import __version__
from factcheck.checkpoints.checksums import MODELS, wrong_files
from factcheck.errors import FactcheckError, ModelError, SettingError, WorkspaceError
from factcheck.folder import Folder, file_sizes
from factcheck.generations import held_for_writing, left_behind, read_manifest, tidy
from factcheck.language.tokens import search_terms
from factcheck.settings import load_settings
from factcheck.shares import share_of, words_about
from factcheck.store.soundness import STANDING, unreadable
from factcheck.vectors import VectorState
from factcheck.wording import worded

if TYPE_CHECKING:
    from factcheck.encoders import Encoder
    from factcheck.store import Store
    from factcheck.vectors import Vectors
    from factcheck.workspace import Workspace

REPAIR = "`factcheck doctor --repair` builds it again from claims.db."
_BACKUP = "`factcheck restore` puts a backup in its place."
_REMEDIES = {
    "document ": "The text was changed outside this program: remove the source and add it again, or "
    "`factcheck restore` a backup.",
    "passage ": "`factcheck sources remove` its source and add it again.",
    "claim ": "`factcheck check --again` its article.",
    "suggestion ": "`factcheck check --again` its article.",
    "evidence ": "`factcheck check --again` its article.",
    "match ": "`factcheck check --again` its article.",
    STANDING: "`factcheck doctor --repair` makes it anew from the decisions.",
}
"""What a person can do about a problem that Store.verify names, by the first word of it."""
_LONGEST_CAUSE = 240
"""Code points of a library's own words that are shown; tantivy prints whole files."""
_ADVICE = re.compile(r" (?:Run )?`factcheck doctor")
_PROBED = 64
"""Passages that both indexes are asked for: all of a small corpus, else about so many evenly spread ones."""
_SAME = 0.98
"""Cosine from which a vector is that of a text: what rounding in a backend or an index changes is less."""
_LIBRARIES = ("faiss-cpu", "tantivy", "model2vec", "opencc", "rjieba", "numpy")


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting in force."""

    name: str
    value: object
    origin: str
    """`default`, `argument`, the environment variable or the settings file."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is so: a count, a version, a size."""

    name: str
    value: str | int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in two sentences."""

    what: str
    remedy: str
    """What to do; empty where `what` says it already."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What an inspection found."""

    settings: tuple[SettingRow, ...]
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def diagnose(workspace: Workspace) -> Diagnosis:
    """Inspect the folder, the settings file, every row and the indexes; changes and raises nothing.

    Reads every text and every byte of embeddings/ once. The one thing written is a layout that an older
    version left, brought up to date.
    """
    folder, settings = workspace.folder, workspace.settings
    facts = [*_versions(), *_sizes(workspace)]
    problems = [*_settings_problems(workspace), *_folder_problems(workspace)]
    problems += [Problem(what, "Install the package again.") for what in wrong_files(MODELS)]
    if folder.exists:
        try:
            with folder.open_store(read_only=not folder.writable) as store:
                wrong = store.verify()
                problems += [Problem(what, _remedy(what)) for what in wrong]
                if not unreadable(wrong):
                    facts += [Fact(name, count) for name, count in store.stats().items()]
                    problems += _machinery_problems(workspace, store, facts)
        except WorkspaceError as error:
            problems.append(Problem(str(error), ""))
    rows = tuple(
        SettingRow(name, getattr(settings, name), origin) for name, origin in workspace.origins.items()
    )
    return Diagnosis(rows, tuple(facts), tuple(problems))


def repair(workspace: Workspace) -> Iterator[str]:
    """Mend `embeddings/`, saying what was done, one sentence each; nothing where nothing is wrong.

    Runs as it is iterated. What lacks rows is filled in, anything else is built anew, from the rows
    as they are. WorkspaceError where the workspace is missing, cannot be written or has rows that
    cannot be read, ModelError without its encoder.
    """
    from factcheck import corpus
    from factcheck.readings import Readings

    folder = workspace.folder
    folder.require_existing()
    folder.require_writable()
    encoder = workspace.encoder
    with folder.open_store() as store:
        wrong_rows = store.verify()
        fatal = unreadable(wrong_rows)
        if fatal:
            raise WorkspaceError(
                f"embeddings/ is made from {folder.claims_db}, which is damaged: {fatal[0]}. {_BACKUP}"
            )
        if any(what.startswith(STANDING) for what in wrong_rows):
            store.remake_standings()
            yield "claims.db: what stands for each claim made anew from the decisions."
        spoiled = store.forget_unreadable()
        if spoiled:
            yield f"claims.db: {spoiled} rows that were made from texts and could not be read are made again."
        vectors = folder.vectors(workspace.settings.index)
        readings = Readings(store, workspace.aliases)
        try:
            wrong = _index_problem(store, vectors, encoder) is not None
            stale = wrong and _state(store, vectors, encoder) is VectorState.STALE
            if stale and _readable(store, vectors):
                added, removed = corpus.bring_up_to_date(store, vectors, encoder, readings)
                yield f"embeddings/: {added} passages added, {removed} removed."
            # A fault that filling in leaves (a damaged file beside it) is met by building anew.
            if spoiled or (wrong and _index_problem(store, vectors, encoder)) or readings.unread_count():
                count = corpus.rebuild(store, vectors, encoder, readings)
                yield f"embeddings/ built anew from claims.db: {count} passages."
            if tidy(folder.embeddings):
                yield "embeddings/: what a stop had left unfinished is deleted."
        finally:
            vectors.close()


# -- what is there -----------------------------------------------------------------------------


def _versions() -> Iterator[Fact]:
    yield Fact("factcheck", __version__)
    yield Fact("python", platform.python_version())
    yield Fact("sqlite", sqlite3.sqlite_version)
    for name in _LIBRARIES:
        try:
            yield Fact(name, version(name))
        except PackageNotFoundError:
            yield Fact(name, "not installed")


def _sizes(workspace: Workspace) -> Iterator[Fact]:
    folder = workspace.folder
    rows = file_sizes(folder.path, f"{folder.claims_db.name}*")
    yield Fact("claims.db bytes", sum(size for _, size in rows))
    yield Fact("embeddings bytes", _size(folder.embeddings))


def _size(folder: Path) -> int:
    return sum(size for _, size in file_sizes(folder))


# -- what is wrong -----------------------------------------------------------------------------


def _settings_problems(workspace: Workspace) -> Iterator[Problem]:
    """The file as it is now, which may not be the one that the workspace was opened with."""
    try:
        load_settings(workspace.folder.path)
    except SettingError as error:
        yield Problem(
            str(error), f"Correct or remove {workspace.folder.settings_file.name}, or the variable."
        )


def _folder_problems(workspace: Workspace) -> Iterator[Problem]:
    folder = workspace.folder
    if not folder.exists:
        yield Problem(
            f"There is no workspace in {folder.path}: it has no claims.db.", "`factcheck add` makes one."
        )
    elif not folder.writable:
        yield Problem(
            f"{folder.path} can be read but not written: nothing can be added or checked in it.",
            "Make the folder, claims.db and embeddings/ writable, or choose another with --workspace.",
        )
    share = share_of(folder.path)
    if share:
        yield Problem(words_about(share, folder.path), "")


def _remedy(what: str) -> str:
    return next((remedy for start, remedy in _REMEDIES.items() if what.startswith(start)), _BACKUP)


def _machinery_problems(workspace: Workspace, store: Store, facts: list[Fact]) -> Iterator[Problem]:
    """Encoder and indexes; what is known about the encoder goes to `facts`."""
    try:
        encoder = workspace.encoder
    except FactcheckError as error:
        remedy = "Name another encoder in the settings." if isinstance(error, ModelError) else ""
        yield Problem(str(error), remedy)
        return
    facts.append(Fact("encoder", f"{encoder.name} ({encoder.revision}), dimension {encoder.dimension}"))
    vectors = workspace.folder.vectors(workspace.settings.index)
    try:
        problem = _index_problem(store, vectors, encoder)
        if problem is None:
            facts.append(Fact("vectors searched", vectors.index.way))
    finally:
        vectors.close()
    problem = problem or _reading_problem(store, workspace) or _left_problem(workspace.folder)
    if problem is not None:
        yield problem


def _left_problem(folder: Folder) -> Problem | None:
    """Files that a killed process left in embeddings/; not those that one is writing now."""
    if not folder.writable or not folder.embeddings.is_dir() or not left_behind(folder.embeddings):
        return None
    try:
        with held_for_writing(folder.embeddings, timeout=0.0):
            left = left_behind(folder.embeddings)
    except WorkspaceError:
        return None
    if not left:
        return None
    size = sum(_size(path) if path.is_dir() else path.stat().st_size for path in left)
    what = f"{folder.embeddings} holds {size:,} bytes that a stop left unfinished; nothing reads them."
    return Problem(what, "`factcheck doctor --repair` deletes them.")


def _reading_problem(store: Store, workspace: Workspace) -> Problem | None:
    """Passages read by an earlier version, or with another table of names, than the one in force."""
    from factcheck.readings import Readings

    spoiled = store.unreadable_count()
    if spoiled:
        what = f"{spoiled} rows of what passages and sources say, made from their texts, cannot be read."
        return Problem(what, "`factcheck doctor --repair` makes them again.")
    try:
        unread = Readings(store, workspace.aliases).unread_count()
    except SettingError as error:
        return Problem(str(error), "Correct or remove the workspace's aliases.toml.")
    if not unread:
        return None
    what = f"{unread} passages were indexed by other reading rules or names than those in force."
    return Problem(what, "`factcheck doctor --repair` reads them again.")


def _state(store: Store, vectors: Vectors, encoder: Encoder) -> VectorState:
    return vectors.state(store, encoder.name, encoder.revision, encoder.dimension)


def _index_problem(store: Store, vectors: Vectors, encoder: Encoder) -> Problem | None:
    """What is wrong with embeddings/, None where it serves exactly the passages of `store`."""
    state = _state(store, vectors, encoder)
    if state is VectorState.MISSING:
        what = f"{vectors.folder} has no usable index of the {store.passage_count()} passages."
        return Problem(what, REPAIR)
    if state is VectorState.FOREIGN:
        return Problem(_foreign(vectors, encoder), REPAIR)
    try:
        vectors.open(encoder.name, encoder.revision, encoder.dimension)
        missing, surplus = vectors.difference(store)
        if missing or surplus:
            what = f"{vectors.folder} lacks {len(missing)} passages and holds {len(surplus)} that are gone."
            return Problem(what, "`factcheck doctor --repair` brings it up to date.")
        vectors.require_whole()
        _probe(store, vectors, encoder)
    except Exception as error:
        # Damaged files make FAISS, tantivy and numpy raise whatever they meet; each means the same here.
        return Problem(f"{vectors.folder} is damaged: {_said(error) or type(error).__name__}.", REPAIR)
    return None


def _said(error: Exception) -> str:
    """What the library said, shortened, without the advice that the remedy repeats."""
    words = _ADVICE.split(" ".join(str(error).split()), maxsplit=1)[0].removesuffix(".")
    return words if len(words) <= _LONGEST_CAUSE else f"{words[:_LONGEST_CAUSE]}\u2026"


def _foreign(vectors: Vectors, encoder: Encoder) -> str:
    manifest = read_manifest(vectors.folder)
    made = "other machinery" if manifest is None else manifest.machinery
    return (
        f"{vectors.folder} was made with {made}; in force is encoder {encoder.name} ({encoder.revision}), "
        f"dimension {encoder.dimension}."
    )


def _readable(store: Store, vectors: Vectors) -> bool:
    """Whether the files of embeddings/ can be read, so that filling in is possible."""
    try:
        vectors.difference(store)
    except (WorkspaceError, OSError, ValueError):
        return False
    return True


def _probe(store: Store, vectors: Vectors, encoder: Encoder) -> None:
    """Ask both indexes for passages that they must hold; WorkspaceError unless each is there as it reads."""
    numbers = store.passage_weights()[0]
    passages = store.passages(numbers[:: max(1, len(numbers) // _PROBED)].tolist())
    cards = store.cards({passage.document_id for passage in passages.values()})
    texts = [worded(passage, cards[passage.document_id]) for passage in passages.values()]
    if not texts:
        return
    made = encoder.encode_passages(texts)
    for (number, passage), text, vector in zip(passages.items(), texts, made, strict=True):
        alone = np.array([number], dtype=np.int64)
        scores, found = vectors.search(vector[np.newaxis], 1, allowed=alone)
        terms = search_terms(text)
        by_words = vectors.search_words(terms, 1, allowed=alone) if terms else [()]
        if found[0][0] != number or scores[0][0] < _SAME or not by_words:
            raise WorkspaceError(f"passage {passage.id} is indexed under other words than its source has now")
