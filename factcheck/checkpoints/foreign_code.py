"""What the files of a model may not bring along: code, in modules of its own or in pickled weights.

A pickle runs what it says as it is read, so weights are read from safetensors (or ONNX, OpenVINO) only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import ModelError

_PICKLED = "pytorch_model*.bin"
"""Weights as torch pickles them; what OpenVINO calls .bin has another name and an .xml beside it."""
_OWN = "sentence_transformers."
"""Where the classes are that a model may be made of: before version 6 the library imports any other."""


def require_no_code(name: str, folder: Path) -> None:
    """ModelError in one line where opening the model in `folder` would run code that it brings along."""
    pickled = next(_only_pickled(folder), None)
    if pickled is not None:
        found = pickled.relative_to(folder).as_posix()
        raise ModelError(
            f"Wanted weights as safetensors in '{name}', found only '{found}': that format can run code as it"
            " is read. Give a copy of the model with model.safetensors."
        )
    foreign = next(_foreign_classes(folder), None)
    if foreign is not None:
        raise ModelError(
            f"Wanted '{name}' made of parts of sentence-transformers, found '{foreign[:80]}', which would run"
            " code of the model's own; give another model."
        )


def _only_pickled(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob(_PICKLED)):
        if not any(path.parent.glob("*.safetensors")):
            yield path


def _foreign_classes(folder: Path) -> Iterator[str]:
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    for module in modules if isinstance(modules, list) else ():
        kind = str(module.get("type", "")) if isinstance(module, dict) else ""
        if kind and not kind.startswith(_OWN):
            yield kind
