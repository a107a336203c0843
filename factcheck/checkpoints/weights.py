"""Which weights a model has: a revision that changes with everything that changes what it puts out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.checkpoints.places import weight_files

_CONTENT = re.compile(r"[0-9a-f]{64}")
_ALTERING = (".json", ".txt", ".model")
"""Suffixes of configuration, tokenizers and vocabularies."""
_FORMATS = {
    "torch": ((".safetensors",), (".bin",)),
    "onnx": ((".onnx",), (".safetensors",), (".bin",)),
    "openvino": ((".xml", ".bin"), (".safetensors",)),
}
"""By backend, formats of weights in the order in which it looks for them; what it lacks it converts."""


def revision(folder: Path, backend: str, *settings: object) -> str:
    """12 hex digits over the weights, the files beside them and `settings`, wherever the folder lies."""
    digest = hashlib.sha256(repr((backend, settings)).encode("utf-8"))
    for path in (*_used(folder, backend), *_beside(folder)):
        digest.update(path.relative_to(folder).as_posix().encode("utf-8"))
        digest.update(bytes.fromhex(content_digest(path)))
    return digest.hexdigest()[:12]


def builtin_revision(*files: Path) -> str:
    """12 hex digits over the weights of a model that comes with the package, its files in order."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def content_digest(path: Path) -> str:
    """sha256 of a file, 64 hex digits; read off the name of the blob where a cache already knows it."""
    blob = path.resolve()
    if blob.parent.name == "blobs" and _CONTENT.fullmatch(blob.name):
        return blob.name
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _used(folder: Path, backend: str) -> list[Path]:
    files = list(weight_files(folder))
    for suffixes in _FORMATS[backend]:
        found = [path for path in files if path.suffix in suffixes]
        if backend == "openvino" and suffixes[0] == ".xml":
            found = [path for path in found if path.with_suffix(".xml") in files]
        if found:
            return found
    return files


def _beside(folder: Path) -> Iterator[Path]:
    for path in sorted((*folder.glob("*"), *folder.glob("*/*"))):
        if path.suffix in _ALTERING and path.is_file():
            yield path
