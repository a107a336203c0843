"""What a model is, read from its configuration: nothing is loaded."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from factcheck.checkpoints.labels import columns
from factcheck.checkpoints.places import weight_files
from factcheck.errors import ModelError

_LICENCE = re.compile(r"^license:[ \t]*['\"]?([\w.+-]+)", re.MULTILINE)
_POSITION = re.compile(r"[0-9]{1,9}")
_CARD = 20_000
"""Characters of a model card that are looked through for its licence: the head."""
_OWN_DIMENSION = ("out_features", "embedding_dimension", "word_embedding_dimension", "hidden_dim")
"""Keys that give the length of what a part puts out, in the versions of sentence-transformers."""
_NO_HEADER = (
    OSError,
    struct.error,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What comes of a header that is another one or none."""


class Purpose(StrEnum):
    """What a model is for."""

    ENCODER = "encoder"
    JUDGE = "judge"
    RERANKER = "reranker"
    WORTHINESS = "check-worthiness"
    OTHER = "other"
    """Nothing that this program has a use for."""


@dataclass(frozen=True, slots=True)
class Description:
    """A model by its files."""

    purpose: Purpose
    bytes: int
    """Of the weights in one format."""
    dimension: int | None
    """Length of an encoder's vectors; None where the files do not say, or for another purpose."""
    prompts: Mapping[str, str]
    """By name, those that the configuration gives and are not empty."""
    labels: tuple[str, ...]
    """Of a judge or reranker, in the model's order."""
    licence: str
    """As its card states it; empty where it does not."""
    reads_pairs: bool
    """Whether it has a head that scores two texts together; a library gives others one of random numbers."""
    torch_free: bool
    """Whether it runs on numpy: a table of word pieces in model2vec's format."""


def describe(folder: Path) -> Description:
    """What the model in `folder` is; a file that cannot be understood counts as absent."""
    config, modules = _object(folder / "config.json"), _list(folder / "modules.json")
    sentence = _object(folder / "config_sentence_transformers.json")
    labels = _labels(config)
    static = _is_table(config, modules)
    purpose = _purpose(config, sentence, bool(modules) or static, labels)
    prompts = sentence.get("prompts")
    return Description(
        purpose=purpose,
        bytes=_bytes(folder),
        dimension=_dimension(folder, modules, config) if purpose is Purpose.ENCODER else None,
        prompts={name: text for name, text in prompts.items() if text and isinstance(text, str)}
        if isinstance(prompts, dict)
        else {},
        labels=labels if purpose in (Purpose.JUDGE, Purpose.RERANKER) else (),
        licence=_licence(folder),
        reads_pairs=_reads_pairs(config, sentence, bool(modules)),
        torch_free=static,
    )


def require_purpose(name: str, folder: Path, wanted: Purpose) -> Description:
    """What the model in `folder` is; ModelError where it can be no encoder, or no judge or reranker.

    sentence-transformers turns one into the other without a question, and its answers mean nothing then.
    """
    found = describe(folder)
    if (wanted is Purpose.ENCODER) is found.reads_pairs:
        does = (
            "one that scores pairs of texts" if found.reads_pairs else "one that cannot score pairs of texts"
        )
        raise ModelError(
            f"Wanted the {wanted} '{name}', found {does}; give another: `factcheck models` says what each"
            " is for."
        )
    return found


def _purpose(
    config: Mapping[str, Any], sentence: Mapping[str, Any], encoder: bool, labels: tuple[str, ...]
) -> Purpose:
    kind = sentence.get("model_type", "SentenceTransformer" if encoder else "")
    if _reads_pairs(config, sentence, encoder):
        if len(labels) == 1:
            return Purpose.RERANKER
        return Purpose.JUDGE if columns(dict(enumerate(labels))) is not None else Purpose.OTHER
    return Purpose.ENCODER if kind == "SentenceTransformer" else Purpose.OTHER


def _is_table(config: Mapping[str, Any], modules: list[Any]) -> bool:
    """model2vec keeps its files side by side, and says to sentence-transformers that they lie there."""
    first = modules[0] if modules and isinstance(modules[0], dict) else {}
    beside = first.get("path") in (".", "") and _words(first, "type").endswith("StaticEmbedding")
    return config.get("model_type") == "model2vec" or (beside and bool(config))


def _reads_pairs(config: Mapping[str, Any], sentence: Mapping[str, Any], encoder: bool) -> bool:
    named = config.get("architectures")
    architecture = named[0] if isinstance(named, list) and named else ""
    heads = ("ForSequenceClassification", "ForCausalLM")
    scores = isinstance(architecture, str) and architecture.endswith(heads)
    return sentence.get("model_type") == "CrossEncoder" or (not encoder and scores)


def _labels(config: Mapping[str, Any]) -> tuple[str, ...]:
    named = config.get("id2label")
    if not isinstance(named, dict) or not all(map(_POSITION.fullmatch, named)):
        return ()
    labels = [named[key] for key in sorted(named, key=int)]
    return tuple(map(str, labels)) if all(isinstance(label, str | int) for label in labels) else ()


def _dimension(folder: Path, modules: list[Any], config: Mapping[str, Any]) -> int | None:
    for module in reversed(modules):
        own = folder / _words(module, "path")
        if own != folder:
            stated = _object(own / "config.json")
            for key in _OWN_DIMENSION:
                if isinstance(stated.get(key), int):
                    return int(stated[key])
        if _words(module, "type").endswith("StaticEmbedding"):
            return _columns_of(own / "model.safetensors")
    if _is_table(config, modules):
        return _columns_of(folder / "model.safetensors")
    size = config.get("hidden_size") or config.get("dim")
    return int(size) if isinstance(size, int) else None


def _columns_of(path: Path) -> int | None:
    """Columns of the widest table in a safetensors file, from its header."""
    try:
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            header = json.loads(file.read(min(length, 10_000_000)))
        shapes = [one["shape"] for name, one in header.items() if name != "__metadata__"]
        return max((int(shape[1]) for shape in shapes if len(shape) == 2), default=None)
    except _NO_HEADER:
        return None


def _bytes(folder: Path) -> int:
    """Size of the weights, counted in the first format that is there."""
    files = list(weight_files(folder))
    for suffix in (".safetensors", ".bin", ".onnx", ".xml"):
        sizes = [path.stat().st_size for path in files if path.suffix == suffix]
        if sizes:
            return sum(sizes)
    return 0


def _licence(folder: Path) -> str:
    try:
        with (folder / "README.md").open(encoding="utf-8", errors="replace") as file:
            head = file.read(_CARD)
    except OSError:
        return ""
    front = head.split("---", 2)[1] if head.startswith("---") and head.count("---") > 1 else ""
    found = _LICENCE.search(front)
    return found.group(1) if found else ""


def _words(module: object, key: str) -> str:
    """What a part of a model says under `key`, where it says that in words."""
    found = module.get(key) if isinstance(module, dict) else None
    return found if isinstance(found, str) else ""


def _object(path: Path) -> dict[str, Any]:
    found = _json(path)
    return found if isinstance(found, dict) else {}


def _list(path: Path) -> list[Any]:
    found = _json(path)
    return found if isinstance(found, list) else []


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        # json raises RecursionError for brackets in brackets.
        return None
