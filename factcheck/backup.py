"""Backups: a workspace copied whole while others work in it, and put back in place of a lost or damaged one.

A backup is a workspace itself: a folder with `claims.db` and the files that people wrote. `embeddings/` is
not in it, as it is built again from the rows.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from factcheck.disk import sync
from factcheck.errors import UsageError, WorkspaceError
from factcheck.folder import Folder
from factcheck.store.copying import copy_rows, require_unused
from factcheck.store.soundness import unreadable

WRITTEN = ("factcheck.toml", "aliases.toml", "keys.toml")
"""Files that people write into a workspace: settings, names, keys."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made."""

    folder: Path
    size: int
    """Bytes."""
    problems: tuple[str, ...]
    """What is wrong with the rows, here as in the workspace; one sentence each."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that was put in place."""

    replaced: Path | None
    """Where that lies now which was in the workspace before, if anything was."""
    problems: tuple[str, ...]
    """What is wrong with the rows, as it was when they were copied; one sentence each."""


def back_up(folder: Folder, target: Path) -> BackedUp:
    """Copy the workspace to `target`, a folder that does not exist yet; it is there complete or not at all.

    Others may write meanwhile: the copy is what was stored when it began. UsageError where `target` exists,
    WorkspaceError where there is no workspace or no room, NewerWorkspace.
    """
    folder.require_existing()
    # Not `Path.exists`, which raises for a name that is longer than a file's may be.
    if os.path.lexists(target):
        raise UsageError(
            f"Wanted a new folder for the backup, found {target} there already. Nothing is overwritten:"
            " name another one, such as one with the day in its name."
        )
    with _aside(target) as aside:
        problems = _copy(folder, aside)
        with _told(target.parent):
            size = sum(path.stat().st_size for path in aside.iterdir())
            # Refused where somebody else's backup came to lie there meanwhile.
            aside.rename(target)
            sync(target.parent)
    return BackedUp(target, size, tuple(problems))


def restore(folder: Folder, source: Path) -> Restored:
    """Put the backup in the folder `source` in place of the workspace, all of it or nothing.

    What was there is moved into a folder replaced-... inside the workspace, not deleted. UsageError where
    `source` is no backup or `folder` itself, WorkspaceError where its rows cannot be read or somebody still
    works in the workspace.
    """
    backup = Folder(source)
    if not backup.exists or source.resolve() == folder.path.resolve():
        raise UsageError(
            f"Wanted a backup, a folder with claims.db other than the workspace, found {source}."
            " `factcheck backup FOLDER` makes one."
        )
    with _aside(folder.path / "restored") as aside:
        problems = _copy(backup, aside)
        fatal = unreadable(problems)
        if fatal:
            raise WorkspaceError(
                f"The backup {source} is damaged: {fatal[0]}. Nothing was changed; use another one."
            )
        if folder.exists:
            require_unused(folder.claims_db)
        replaced = folder.path / f"replaced-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
        try:
            with _told(folder.path):
                _move(_parts(folder), replaced)
                _move(_rows_last(aside, folder), folder.path)
        except BaseException as error:
            _put_back(replaced, folder, error)
            raise
    return Restored(replaced if replaced.exists() else None, tuple(problems))


def _copy(folder: Folder, to: Path) -> list[str]:
    """Rows and written files, on disk when this ends; what is wrong with the rows."""
    problems = copy_rows(folder.claims_db, to / folder.claims_db.name, read_only=not folder.writable)
    with _told(to.parent):
        for name in WRITTEN:
            if os.path.isfile(folder.path / name):
                shutil.copyfile(folder.path / name, to / name)
        for path in to.iterdir():
            sync(path)
        sync(to)
    return problems


def _parts(folder: Folder) -> list[Path]:
    """What is in the workspace, SQLite's journal before the rows."""
    sides = [folder.path / f"{folder.claims_db.name}{end}" for end in ("-wal", "-shm", "-journal", "")]
    parts = [*sides, folder.embeddings, *(folder.path / name for name in WRITTEN)]
    return [path for path in parts if os.path.lexists(path)]


def _rows_last(home: Path, folder: Folder) -> list[Path]:
    """What lies in `home`: settings and journals first, as once claims.db is there, the workspace is."""
    return sorted(home.iterdir(), key=lambda path: path.name == folder.claims_db.name)


def _put_back(replaced: Path, folder: Folder, why: BaseException) -> None:
    """What was moved away back to where it was; WorkspaceError that says where it lies if that fails too."""
    if not replaced.exists():
        return
    for path in _rows_last(replaced, folder):
        with suppress(OSError):
            path.rename(folder.path / path.name)
    with suppress(OSError):
        replaced.rmdir()
    if replaced.exists():
        # An interruption says nothing itself.
        raise WorkspaceError(f"{why} What was there before lies in {replaced}.".lstrip()) from why


def _move(paths: Sequence[Path], to: Path) -> None:
    """Move files and folders into the folder `to`, which is made where it is missing.

    Where the disk fails or a person stops it, back again as far as that can be done.
    """
    moved: list[Path] = []
    if not paths:
        return
    try:
        to.mkdir(exist_ok=True)
        for path in paths:
            path.rename(to / path.name)
            moved.append(path)
        sync(to)
        sync(paths[0].parent)
    except BaseException:
        for path in reversed(moved):
            with suppress(OSError):
                (to / path.name).rename(path)
        raise


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """A folder beside `target` for what is unfinished; gone at the end, unless it was renamed."""
    aside = target.with_name(f".{target.name}-{secrets.token_hex(4)}.part")
    with _told(target.parent):
        aside.mkdir(parents=True)
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """What the disk says, in one line."""
    try:
        yield
    except OSError as error:
        raise WorkspaceError(
            f"Cannot write to {place}: {error.strerror or error}. See that it may be written and has room."
        ) from error
