"""The files of embeddings/: a manifest that names one generation, and the generations' folders.

A change writes a whole new generation aside and then replaces the manifest, in one rename: a reader
sees the old state or the new one, and a crash leaves the old. Word index files never change once
written, nor do those of a large vector index, so a new generation shares them by hard link.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from factcheck.disk import sync
from factcheck.errors import NewerWorkspace, VectorMismatch, WorkspaceError
from factcheck.locking import WAIT_SECONDS, writer_lock
from factcheck.seals import first_broken, read_seals

FORMAT = 2
IN_FORCE = "manifest.json"
VECTORS = "vectors"
"""Folder of the vector index in a generation's."""
COMING = "coming.json"
"""The manifest of a set that is complete and waits for the settings to name its encoder; see `take_over`."""
MEND = "Run `factcheck doctor --repair` to build embeddings/ again from claims.db."
_LOCK = "write.lock"
"""Held while embeddings/ is changed."""
_ATTEMPTS = 3
"""At deleting what is left of a generation."""
_PAUSE = 0.02
"""Seconds between them."""
_NAME = re.compile(r"\d{6,}-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds and which machinery made it."""

    format: int
    encoder: str
    revision: str
    """The encoder's own revision."""
    dimension: int
    index: str
    """Registered name of the vector index."""
    count: int
    """Number of passages."""
    digest: str
    """Over the ids of the passages, whatever their order; the same as `Store.passage_digest`."""
    generation: str
    """Name of the folder that holds the files."""

    @property
    def machinery(self) -> str:
        """Encoder, revision, dimension and index in words, for messages and comparison."""
        return f"encoder {self.encoder} ({self.revision}), dimension {self.dimension}, index {self.index}"

    @property
    def holds(self) -> tuple[int, str]:
        """How many passages, and the digest of their ids."""
        return self.count, self.digest


def read_manifest(folder: Path, name: str = IN_FORCE) -> Manifest | None:
    """The manifest of `folder`, None where there is none.

    VectorMismatch when it cannot be understood, with the two formats where these differ; NewerWorkspace for
    the format of a later version, whose files are not to be made anew in this one's.
    """
    path = folder / name
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] > FORMAT:
            raise NewerWorkspace(
                f"{path} was written by a newer version of this program: it has format {found['format']},"
                f" this version reads {FORMAT}. Upgrade factcheck-workbench, or delete embeddings/ to have"
                " it built again from claims.db."
            )
        if found["format"] != FORMAT:
            raise VectorMismatch(f"{path} has format {found['format']}, this version reads {FORMAT}. {MEND}")
        return _manifest_of(found)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise VectorMismatch(f"{path} cannot be read ({error.strerror or error}). {MEND}") from error
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise VectorMismatch(f"{path} cannot be understood ({error!r}). {MEND}") from error


def _manifest_of(found: dict[str, object]) -> Manifest:
    """What a file says, as a manifest; KeyError, TypeError or ValueError where it is none."""
    values = {field.name: found[field.name] for field in fields(Manifest)}
    for field in fields(Manifest):
        if type(values[field.name]).__name__ != field.type:
            raise TypeError(f"{field.name} is no {field.type}")
    if not _NAME.fullmatch(str(values["generation"])):
        raise ValueError("generation is no name of a folder")
    return Manifest(**values)  # type: ignore[arg-type]


def is_whole(folder: Path, manifest: Manifest) -> bool:
    """Whether the files of a generation are there."""
    home = folder / manifest.generation
    try:
        names = read_seals(home)
    except ValueError:
        return False
    return bool(names) and all((home / name).is_file() for name in names)


def require_sealed(home: Path, *, whole: bool = False) -> None:
    """VectorMismatch where a file of a generation is not what was written, by a sample or by the `whole`."""
    try:
        broken = first_broken(home, whole=whole)
    except ValueError as error:
        broken = str(error)
    if broken is not None:
        raise VectorMismatch(f"{home}: {broken}. {MEND}")


def signature(folder: Path) -> tuple[int, ...]:
    """Changes whenever the manifest is replaced; empty where there is none."""
    try:
        found = (folder / IN_FORCE).stat()
    except FileNotFoundError:
        return ()
    return (found.st_ino, found.st_mtime_ns, found.st_size)


def new_generation(folder: Path, previous: str | None) -> str:
    """Make the folder of the next generation and share the previous one's word index; its name."""
    order = int(previous.split("-")[0]) + 1 if previous else 1
    # The random part keeps a name from being used twice when embeddings/ is deleted under a reader.
    name = f"{order:06d}-{secrets.token_hex(4)}"
    (folder / name).mkdir(parents=True)
    if previous is not None:
        shutil.copytree(
            folder / previous / "lexical",
            folder / name / "lexical",
            copy_function=_share,
            ignore=shutil.ignore_patterns("*.lock"),
        )
    return name


def _share(source: str, target: str) -> None:
    # Small files that tantivy rewrites it replaces by rename, so a shared one is never written through.
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def publish(folder: Path, manifest: Manifest, name: str = IN_FORCE) -> None:
    """Make `manifest` the one that readers follow, or the one that waits, surviving a power cut."""
    sync(folder / manifest.generation)
    aside = folder / f"{name}.new"
    aside.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    sync(aside)
    aside.replace(folder / name)
    sync(folder)


def take_over(folder: Path, machinery: str) -> bool:
    """Put the set that waits in force where it is the one of `machinery`; whether it was.

    The caller holds the lock for writing. In force until then is the set before, whole.
    """
    waiting = readable(folder, COMING)
    if waiting is None or waiting.machinery != machinery or not is_whole(folder, waiting):
        return False
    (folder / COMING).replace(folder / IN_FORCE)
    sync(folder)
    sweep(folder)
    return True


def abandon(folder: Path) -> None:
    """Drop a set that waits; the caller holds the lock for writing."""
    (folder / COMING).unlink(missing_ok=True)
    sweep(folder)


def readable(folder: Path, name: str) -> Manifest | None:
    """The manifest called `name`; None also where it cannot be understood."""
    try:
        return read_manifest(folder, name)
    except VectorMismatch:
        return None


@contextmanager
def held_for_writing(folder: Path, *, timeout: float = WAIT_SECONDS) -> Iterator[None]:
    """Nobody else changes embeddings/, the `folder`, during the body; WorkspaceError as `writer_lock`."""
    with writer_lock(folder / _LOCK, timeout=timeout):
        yield


def left_behind(folder: Path) -> list[Path]:
    """What no manifest names: replaced generations, and what a crash left unfinished.

    While another process writes, its next generation is among them; who holds the lock for writing knows.
    Nothing where a manifest, or the seals of the set that waits, cannot be read: nobody knows what is named.
    """
    if not folder.is_dir():
        return []
    try:
        in_force, coming = read_manifest(folder), _waiting(folder)
    except (VectorMismatch, OSError):
        return []
    named = [in_force, coming]
    keep = {manifest.generation for manifest in named if manifest is not None}
    aside = {f"{name}.new" for name in (IN_FORCE, COMING)}
    if coming is None:
        aside.add(COMING)  # a set that can never be taken over
    return [
        path
        for path in folder.iterdir()
        if path.name in aside or (path.name not in keep and _NAME.fullmatch(path.name) and path.is_dir())
    ]


def _waiting(folder: Path) -> Manifest | None:
    """The set that can be taken over, None where none can ever be; VectorMismatch or OSError for not now."""
    try:
        found = read_manifest(folder, COMING)
    except VectorMismatch as error:
        if isinstance(error.__cause__, OSError):
            raise
        return None
    return found if found is not None and is_whole(folder, found) else None


def sweep(folder: Path) -> None:
    """Delete what is left behind; the caller holds the lock for writing.

    A generation that another process still has open where open files cannot be deleted (Windows) stays
    until the next sweep.
    """
    for path in left_behind(folder):
        if path.is_dir():
            _delete(path)
        else:
            path.unlink(missing_ok=True)


def _delete(home: Path) -> None:
    """Delete a generation, also where tantivy makes a lock file in it meanwhile: see LexicalIndex."""
    shutil.rmtree(home, ignore_errors=True)
    for _ in range(_ATTEMPTS):
        if not home.exists():
            return
        time.sleep(_PAUSE)
        shutil.rmtree(home, ignore_errors=True)


def tidy(folder: Path) -> bool:
    """Delete what a killed process left behind, unless one is writing now; whether there was anything."""
    if not left_behind(folder):
        return False
    try:
        with held_for_writing(folder, timeout=0.0):
            found = bool(left_behind(folder))
            sweep(folder)
    except WorkspaceError:
        return False
    return found
