"""What the files of a model may not bring along: code, in modules of its own or in pickled weights.

A pickle runs what it says as it is read, so weights are read from safetensors (or ONNX, OpenVINO) only.
sentence-transformers imports the classes that a model's settings name, in `modules.json`, for the routes of a
Router and for the tokenizer of a table of words: before version 6, whatever they are.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path
from typing import Any

from factcheck.checkpoints.places import fetching
from factcheck.errors import ModelError

_PICKLED = re.compile(r"(?P<kind>pytorch|adapter)_model.*\.bin(?:\.index\.json)?", re.DOTALL)
"""Weights as torch pickles them; what OpenVINO calls .bin has another name and an .xml beside it."""
_SAFE = {"pytorch": "model", "adapter": "adapter_model"}
"""What the same weights are called as safetensors, in the one file or the parts that are looked for."""
_MODULES = "modules.json"
_WORDS = "wordembedding_config.json"
_INDEX = ".safetensors.index.json"
_SETTINGS = ("config.json", "router_config.json", "sentence_*_config.json", _WORDS, f"*{_INDEX}")
"""Files in any folder that name classes, weights, or how weights are read; all hold an object."""
_OWN = re.compile(r"sentence_transformers(?:\.\w+)*\.[A-Z]\w*", re.ASCII)
"""A class that a model may be made of; a module that one of theirs imports is none."""
_ACTIVATIONS = "torch.nn."
"""Where the activations are that a layer may name; before version 6 anything that is named is called."""
_GUARDS = ("weights_only", "use_safetensors")
"""What a model's settings may not turn off: transformers then reads pickles, or runs what they say."""


def require_no_code(name: str, folder: Path) -> None:
    """ModelError in one line where opening the model in `folder` would run code that it brings along.

    Also where the settings that would tell cannot be read.
    """
    files = sorted(_files(folder))
    settings = _read_settings(name, folder, files)
    pickled = next(chain(_only_pickled(folder, files), _pickled_parts(settings)), None)
    if pickled is not None:
        raise ModelError(
            f"Wanted weights as safetensors in '{name}', found only '{pickled[:80]}': that format can run"
            " code as it is read. Give a copy of the model with model.safetensors."
        )
    unguarded = next(_unguarded(settings), None)
    if unguarded is not None:
        raise ModelError(
            f"Wanted weights of '{name}' that run no code, found settings of its own that turn {unguarded}"
            " off; give another model."
        )
    foreign = next(_foreign_classes(settings), None)
    if foreign is not None:
        raise ModelError(
            f"Wanted '{name}' made of parts of sentence-transformers, found '{foreign[:80]}', which would run"
            " code of the model's own; give another model."
        )


def _files(folder: Path) -> Iterator[Path]:
    """The files below `folder` and below what it links to, each folder once."""
    pending, seen = [folder], set[str]()
    while pending:
        here = pending.pop()
        real = os.path.realpath(here)
        if real not in seen:
            seen.add(real)
            _, folders, files = next(os.walk(here), (here, [], []))
            pending += [here / name for name in folders if not name.startswith(".")]
            yield from (here / name for name in files)


def _read_settings(name: str, folder: Path, files: Sequence[Path]) -> dict[Path, Any]:
    """What the settings say, a list of objects or an object; ModelError where one cannot be understood."""
    read: dict[Path, Any] = {}
    for path in files:
        is_list = path == folder / _MODULES
        if not is_list and not any(fnmatchcase(path.name, pattern) for pattern in _SETTINGS):
            continue
        if not os.path.isfile(path):
            # A link that leads nowhere, which the libraries take for no file.
            continue
        try:
            read[path] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            # json raises RecursionError for brackets in brackets.
            raise _unreadable(name, path.relative_to(folder), str(error)) from error
        if not isinstance(read[path], list if is_list else dict):
            kind = "list" if is_list else "object"
            raise _unreadable(name, path.relative_to(folder), f"it is no JSON {kind}")
    return read


def _unreadable(name: str, path: Path, reason: str) -> ModelError:
    return ModelError(
        f"Wanted the settings of '{name}' as JSON, found '{path.as_posix()[:80]}' that cannot be understood"
        f" ({reason[:120]}){fetching(name)}"
    )


def _only_pickled(folder: Path, files: Sequence[Path]) -> Iterator[str]:
    """Pickled weights without the safetensors beside them that are read in their place."""
    for path in files:
        found = _PICKLED.fullmatch(path.name)
        if found and not _has_safe(path.parent, _SAFE[found["kind"]]):
            yield path.relative_to(folder).as_posix()


def _has_safe(folder: Path, stem: str) -> bool:
    """Whether there is the file of safetensors that is looked for, or parts and the list of them."""
    if os.path.isfile(folder / f"{stem}.safetensors"):
        return True
    return os.path.isfile(folder / f"{stem}{_INDEX}") and any(folder.glob(f"{stem}-*-of-*.safetensors"))


def _pickled_parts(settings: Mapping[Path, Any]) -> Iterator[str]:
    """Files that a list of parts names and that would not be read as safetensors."""
    for path, found in settings.items():
        parts = found.get("weight_map") if path.name.endswith(_INDEX) else None
        named = parts.values() if isinstance(parts, dict) else ()
        yield from (part for part in named if isinstance(part, str) and not part.endswith(".safetensors"))


def _unguarded(settings: Mapping[Path, Any]) -> Iterator[str]:
    for found in settings.values():
        if isinstance(found, list):
            continue
        for given in (found.get("model_args"), found.get("model_kwargs")):
            if isinstance(given, dict):
                # None is what the libraries take for unsaid.
                off = (guard for guard in _GUARDS if given.get(guard) is not None and not given[guard])
                yield from off


def _foreign_classes(settings: Mapping[Path, Any]) -> Iterator[str]:
    for path, found in settings.items():
        if isinstance(found, list):
            named = [module.get("type") for module in found if isinstance(module, dict)]
        else:
            routes = found.get("types")
            named = list(routes.values()) if isinstance(routes, dict) else []
            if path.name == _WORDS:
                named.append(found.get("tokenizer_class"))
            # Without a dot it is a name of transformers' own, such as `gelu`.
            yield from (
                name
                for name in _activations(found)
                if isinstance(name, str) and "." in name and not name.startswith(_ACTIVATIONS)
            )
        # What is no string cannot be imported.
        yield from (kind for kind in named if isinstance(kind, str) and kind and not _OWN.fullmatch(kind))


def _activations(settings: Mapping[str, Any]) -> Iterator[object]:
    """What a layer, or a model that scores pairs, says of the function behind it."""
    yield settings.get("activation_function")
    yield settings.get("sbert_ce_default_activation_function")
    own = settings.get("sentence_transformers")
    yield own.get("activation_fn") if isinstance(own, dict) else None
