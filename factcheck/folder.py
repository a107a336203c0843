"""The workspace folder: where its parts lie, and the doors to them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import WorkspaceError

if TYPE_CHECKING:
    from factcheck.store import Store
    from factcheck.vectors import Vectors


def file_sizes(folder: Path, pattern: str = "**/*") -> Iterator[tuple[Path, int]]:
    """Every file below `folder`, or those that `pattern` names, with its bytes; a file with two names once.

    What vanishes meanwhile, because another process publishes, is passed over.
    """
    seen: set[tuple[int, int]] = set()
    for path in folder.glob(pattern):
        try:
            found = path.stat()
        except OSError:
            continue
        if stat.S_ISREG(found.st_mode) and (found.st_dev, found.st_ino) not in seen:
            seen.add((found.st_dev, found.st_ino))
            yield path, found.st_size


@dataclass(frozen=True, slots=True)
class Folder:
    """Layout of one workspace; making this object touches nothing on disk."""

    path: Path

    @property
    def claims_db(self) -> Path:
        """All rows: the truth."""
        return self.path / "claims.db"

    @property
    def embeddings(self) -> Path:
        """Vectors and word index, derived from `claims_db`."""
        return self.path / "embeddings"

    @property
    def settings_file(self) -> Path:
        """The workspace's own settings, optional."""
        return self.path / "factcheck.toml"

    @property
    def lock(self) -> Path:
        """Held while claims.db is made or migrated."""
        return self.path / "claims.db.lock"

    @property
    def exists(self) -> bool:
        """Whether a workspace is there."""
        # `Path.is_file` raises for a name that is longer than a file's may be.
        return os.path.isfile(self.claims_db)

    @property
    def writable(self) -> bool:
        """Whether this user may store something in it."""
        parts = [self.path, *(part for part in (self.claims_db, self.embeddings) if os.path.exists(part))]
        return os.path.isdir(self.path) and all(os.access(part, os.W_OK) for part in parts)

    def create(self) -> Folder:
        """Make the folder and its parts where they are missing; the folder itself, for chaining.

        WorkspaceError where something else has the name or the folder cannot be written.
        """
        try:
            self.embeddings.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise WorkspaceError(
                f"{error.filename} is no folder, so no workspace can be made at {self.path}. "
                "Choose another place with --workspace."
            ) from error
        except OSError as error:
            raise self._unwritable(error.strerror or str(error)) from error
        self.require_writable()
        with self.open_store():
            pass
        return self

    def require_writable(self) -> None:
        """WorkspaceError unless something can be stored here."""
        if not self.writable:
            raise self._unwritable("no permission to write" if os.path.isdir(self.path) else "no such folder")

    def require_existing(self) -> None:
        """WorkspaceError unless a workspace is here."""
        if not self.exists:
            raise WorkspaceError(
                f"No workspace in {self.path}: it has no claims.db. "
                "`factcheck add` makes one; --workspace names another folder."
            )

    def _unwritable(self, why: str) -> WorkspaceError:
        return WorkspaceError(
            f"Cannot write to the workspace {self.path}: {why}. "
            "Make it writable, or choose another with --workspace."
        )

    def open_store(self, *, read_only: bool = False) -> Store:
        """The rows, for this thread only; see Store."""
        from factcheck.store import Store

        return Store(self.claims_db, read_only=read_only)

    def vectors(self, index: str = "auto") -> Vectors:
        """The vectors, not opened yet; see Vectors."""
        from factcheck.vectors import Vectors

        return Vectors(self.embeddings, index=index)
