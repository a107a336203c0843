"""Where a model lies: a folder, the caches that downloads go to, or a package that carries one."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from factcheck.errors import ModelError

_ORGANISATIONS = {
    "encoder": ("sentence-transformers",),
    "judge": ("cross-encoder",),
    "reranker": ("cross-encoder",),
}
"""Whose models go by their bare names, as sentence-transformers has it."""
_WEIGHTS = (".safetensors", ".bin", ".onnx", ".xml")
_HUB_NAME = re.compile(r"(?:[\w.-]{1,96}/)?[\w.-]{1,96}", re.ASCII)
"""`organisation/model` as huggingface_hub allows it, where the whole may have 96 letters."""


def locate(name: str, what: str) -> Path:
    """The folder with the files of the model that is called `name`; `what` it is wanted as: encoder, ...

    A name is a folder, `organisation/model` as downloads are kept, or a package that carries a model.
    ModelError in one line, with the command that fetches it, where there is none.
    """
    folder = Path(name).expanduser()
    if os.path.isdir(folder):
        if not holds_model(folder):
            raise ModelError(
                f"Wanted the files of a model in '{name}', found no config.json or modules.json with weights;"
                " give the folder that holds them."
            )
        return folder.absolute()
    if not _HUB_NAME.fullmatch(name) or name.startswith(".") or os.path.exists(folder):
        raise ModelError(
            f"Wanted the {what} '{name}', found no such folder; give one that exists, or a name that"
            " `factcheck models` lists."
        )
    found = next((place for place in _named(name, what) if holds_model(place)), None)
    if found is None:
        raise ModelError(_absent(name, what))
    return found


def fetching(name: str) -> str:
    """What to do about a model whose files are of no use: `; give another, or fetch it again with: ...`."""
    again = "" if os.path.isdir(Path(name).expanduser()) or "/" not in name else f" hf download {name}"
    return f"; give another model, or fetch it again with:{again}" if again else "; give another model"


def lasting_name(name: str) -> str:
    """`name` as it can be written down: a folder by its whole path, any other name as it is."""
    folder = Path(name).expanduser()
    return str(folder.absolute()) if os.path.isdir(folder) else name


def holds_model(folder: Path) -> bool:
    """Whether `folder` has a model's configuration and weights."""
    described = any((folder / file).is_file() for file in ("modules.json", "config.json"))
    return described and any(True for _ in weight_files(folder))


def weight_files(folder: Path) -> Iterator[Path]:
    """The files of weights in `folder` and the folders of its parts, in order of name."""
    for path in sorted((*folder.glob("*"), *folder.glob("*/*"))):
        if path.suffix in _WEIGHTS and path.is_file() and path.name != "training_args.bin":
            yield path


def installed() -> Iterator[tuple[str, Path]]:
    """The models on this machine as (name to load it by, folder), each folder once."""
    seen: set[Path] = set()
    for name, folder in (*_cached(), *_kept(), *_packaged()):
        real = folder.resolve()
        if real not in seen and holds_model(folder):
            seen.add(real)
            yield name, folder


def _absent(name: str, what: str) -> str:
    known = f"Wanted the {what} '{name}', found it neither as a folder nor among the models on this machine"
    if "/" in name:
        return f"{known}; fetch it with: hf download {name}"
    organisation = _ORGANISATIONS[what][0]
    return (
        f"{known}; `factcheck models` lists those. If {organisation} publishes it, fetch it with:"
        f" hf download {organisation}/{name}"
    )


def _named(name: str, what: str) -> Iterator[Path]:
    full = [name] if "/" in name else [name, *(f"{owner}/{name}" for owner in _ORGANISATIONS[what])]
    for one in full:
        for cache in _caches():
            yield from _snapshots(cache / f"models--{one.replace('/', '--')}")
        for folder in _folders_kept():
            yield folder / one.replace("/", "_")
    module = name.replace("-", "_")
    if module.isidentifier():
        yield from (found for place in _package(module) for found in _inside(place))


def _package(module: str) -> list[Path]:
    """Folders of an importable package; it is not imported."""
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return []
    return [Path(place) for place in (spec and spec.submodule_search_locations) or ()]


def _caches() -> list[Path]:
    """Folders that Hugging Face's libraries download to, as their documentation of HF_HOME has it."""
    home = os.environ.get("HF_HOME") or Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache", "huggingface")
    hub = os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE") or Path(home, "hub")
    own = os.environ.get("SENTENCE_TRANSFORMERS_HOME")
    return [Path(place).expanduser() for place in (hub, own) if place]


def _folders_kept() -> list[Path]:
    """Where sentence-transformers kept models before it used the common cache: `organisation_model`."""
    torch = os.environ.get("TORCH_HOME") or Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache", "torch")
    own = os.environ.get("SENTENCE_TRANSFORMERS_HOME")
    return [Path(place).expanduser() for place in (own, Path(torch, "sentence_transformers")) if place]


def _snapshots(repository: Path) -> Iterator[Path]:
    """Versions of one model in a cache: the one that `main` stands for first, then the latest."""
    try:
        named = (repository / "refs" / "main").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        named = ""
    folders = [path for path in (repository / "snapshots").glob("*") if path.is_dir()]
    yield from sorted(folders, key=lambda path: (path.name == named, path.stat().st_mtime), reverse=True)


def _cached() -> Iterator[tuple[str, Path]]:
    for cache in _caches():
        for repository in sorted(cache.glob("models--*")):
            name = repository.name.removeprefix("models--").replace("--", "/")
            yield from ((name, place) for place in list(_snapshots(repository))[:1])


def _kept() -> Iterator[tuple[str, Path]]:
    for folder in _folders_kept():
        for place in sorted(folder.glob("*")):
            if place.is_dir() and not place.name.startswith("models--"):
                yield place.name.replace("_", "/", 1), place


def _packaged() -> Iterator[tuple[str, Path]]:
    """Importable packages that carry a model, found by its files; none is imported."""
    for entry in dict.fromkeys(sys.path):
        place = Path(entry or ".")
        if place.name not in ("site-packages", "dist-packages"):
            continue
        for package in sorted(place.glob("*/__init__.py")):
            yield from ((package.parent.name, found) for found in _inside(package.parent))


def _inside(package: Path) -> Iterator[Path]:
    """The model of a package: its own folder, or one folder down."""
    described = (package / "modules.json", *sorted(package.glob("*/modules.json")))
    yield from (path.parent for path in described if path.is_file())
