"""The files of embeddings/: a manifest that names one generation, and the generations' folders.

A change writes a whole new generation aside and then replaces the manifest, in one rename: a reader
sees the old state or the new one, and a crash leaves the old. Word index files never change once
written, so a new generation shares them by hard link.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from factcheck.errors import VectorMismatch

FORMAT = 1
MEND = "Run `factcheck doctor --repair` to build embeddings/ again from claims.db."
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


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of `folder`, None where there is none.

    VectorMismatch when it cannot be understood, with the two formats where these differ.
    """
    path = folder / "manifest.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != FORMAT:
            raise VectorMismatch(f"{path} has format {found['format']}, this version reads {FORMAT}. {MEND}")
        return Manifest(**{field.name: found[field.name] for field in fields(Manifest)})
    except FileNotFoundError:
        return None
    except (KeyError, TypeError, ValueError) as error:
        raise VectorMismatch(f"{path} cannot be understood ({error!r}). {MEND}") from error


def signature(folder: Path) -> tuple[int, ...]:
    """Changes whenever the manifest is replaced; empty where there is none."""
    try:
        found = (folder / "manifest.json").stat()
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


def publish(folder: Path, manifest: Manifest) -> None:
    """Make `manifest` the one that readers follow, surviving a power cut."""
    sync(folder / manifest.generation)
    aside = folder / "manifest.json.new"
    aside.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    sync(aside)
    aside.replace(folder / "manifest.json")
    sync(folder)


def sync(path: Path) -> None:
    """Wait until a file, or the entries of a folder, are on disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folders; its renames are journalled.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path, keep: str | None) -> None:
    """Delete every generation but `keep`: replaced ones, and what a crash left unfinished.

    One that another process still has open where open files cannot be deleted (Windows) stays
    until the next sweep.
    """
    for path in folder.iterdir():
        if path.is_dir() and path.name != keep and _NAME.fullmatch(path.name):
            shutil.rmtree(path, ignore_errors=True)
