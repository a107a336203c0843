"""Opening a sentence-transformers model: backend, device, and one line for whatever goes wrong."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from factcheck.checkpoints.foreign_code import require_no_code
from factcheck.checkpoints.places import fetching
from factcheck.errors import MissingDependency, ModelError

BACKENDS = ("torch", "onnx", "openvino")
_NEEDED = {"onnx": ("optimum", "onnxruntime"), "openvino": ("optimum", "openvino")}
_LONGEST = 200
"""Characters of a library's own words that are shown."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """What a model is run with; no part of it concerns the built-in models."""

    backend: str = "torch"
    """One of BACKENDS."""
    device: str = ""
    """`cpu`, `cuda`, `cuda:1`, `mps`, ...; empty: an accelerator where there is one."""


def open_model(
    kind: Literal["SentenceTransformer", "CrossEncoder"],
    name: str,
    folder: Path,
    runtime: Runtime,
    **options: Any,
) -> Any:
    """The model in `folder`, weights as float32 on a CPU; nothing is fetched and no code of its is run.

    MissingDependency where a library is not installed, ModelError where the files are no such model or
    bring code along.
    """
    require_no_code(name, folder)
    _require(name, runtime.backend)
    with _quiet():
        import sentence_transformers

        if runtime.backend == "torch":
            options["model_kwargs"] = {"use_safetensors": True}
        elif runtime.backend == "onnx" and runtime.device == "cpu":
            options["model_kwargs"] = {"provider": "CPUExecutionProvider"}
        try:
            model = getattr(sentence_transformers, kind)(
                str(folder),
                backend=runtime.backend,
                device=runtime.device or None,
                local_files_only=True,
                trust_remote_code=False,
                **options,
            )
            if runtime.backend == "torch" and model.device.type == "cpu":
                model.float()
        except Exception as error:
            # Damaged or foreign files make the libraries raise whatever they meet.
            if "requires installing" in str(error):
                raise _missing("what it needs", runtime.backend) from error
            raise ModelError(
                f"Wanted a {kind} in '{name}', found files that cannot be opened as one ({said(error)})"
                + fetching(name)
            ) from error
    return model


def longest_of(model: Any) -> int | None:
    """Word pieces of a text that `model` reads; None where it sets no bound (a table of pieces, say)."""
    longest = getattr(model, limit_of(model), None)
    # Tokenizers without a bound state 1e30 or infinity.
    return int(longest) if longest and longest < 1_000_000 else None


def limit_of(model: Any) -> str:
    """The attribute that bounds what `model` reads: a CrossEncoder of sentence-transformers 5 has another."""
    return "max_seq_length" if hasattr(model, "max_seq_length") else "max_length"


def said(error: Exception) -> str:
    """A library's own words on one line, shortened."""
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}\u2026"


def _require(name: str, backend: str) -> None:
    if find_spec("sentence_transformers") is None:
        raise MissingDependency(
            f"Wanted sentence-transformers for the model '{name}', found it missing;"
            " pip install 'factcheck-workbench[models]'."
        )
    missing = [module for module in _NEEDED.get(backend, ()) if find_spec(module) is None]
    if missing:
        raise _missing(" and ".join(missing), backend)


def _missing(what: str, backend: str) -> MissingDependency:
    return MissingDependency(
        f"Wanted {what} for the backend {backend}, found it missing;"
        f" pip install 'factcheck-workbench[{backend}]', or use the backend torch."
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' bars and remarks off the terminal while a model is opened."""
    from transformers.utils import logging as verbosity

    told: Any = verbosity
    level, bars = told.get_verbosity(), told.is_progress_bar_enabled()
    loggers = [logging.getLogger(name) for name in ("sentence_transformers", "optimum")]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.setLevel(logging.CRITICAL)
    told.set_verbosity_error()
    told.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for one, own in zip(loggers, levels, strict=True):
            one.setLevel(own)
        told.set_verbosity(level)
        if bars:
            told.enable_progress_bar()
