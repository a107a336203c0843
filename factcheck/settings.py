"""Every option, where its value comes from, and which ones change results.

A value comes from, highest first: an argument, the environment (FACTCHECK_NAME), factcheck.toml in
the workspace, the default.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from factcheck.errors import SettingError
from factcheck.model import Language

FILE_NAME = "factcheck.toml"
PREFIX = "FACTCHECK_"
RESERVED = frozenset({"FACTCHECK_WORKSPACE", "FACTCHECK_DATA", "FACTCHECK_REVIEWER"})
"""Environment variables of this program that are no settings."""

_TRUE = ("1", "true", "yes", "on")
_FALSE = ("0", "false", "no", "off")
_SHOWN = 80
"""Characters of a value that an error shows."""


def _option(
    default: Any,
    *,
    results: bool,
    low: float | None = None,
    high: float | None = None,
    choices: tuple[str, ...] = (),
) -> Any:
    """A field with its bounds (both included); `results` says whether it changes what is found."""
    return field(default=default, metadata={"results": results, "low": low, "high": high, "choices": choices})


@dataclass(frozen=True, slots=True)
class Settings:
    """All options of a workspace."""

    encoder: str = _option("builtin", results=True)
    """Encoder: `builtin`, or a sentence-transformers model by name or path."""
    judge: str = _option("builtin", results=True)
    """Judge: `builtin`, or a CrossEncoder by name or path."""
    reranker: str = _option("none", results=True)
    """Reranker: `none`, or a CrossEncoder of one label by name or path."""
    dimension: int = _option(0, results=True, low=0, high=100_000)
    """Numbers of an encoder's vectors that are kept, from the first on; 0: all."""
    backend: str = _option("torch", results=True, choices=("torch", "onnx", "openvino"))
    """What runs the models that do not come with the package."""
    device: str = _option("", results=False)
    """Where torch runs them: `cpu`, `cuda`, `mps`, ...; empty: an accelerator where there is one."""
    index: str = _option("auto", results=True)
    """Vector index, a registered name; `flat` is exact at every size, `auto` while the corpus is small."""
    top: int = _option(5, results=True, low=1, high=1000)
    """Evidence passages kept for a claim, at most; more than 6: far ones too (verify.COMPARED)."""
    candidates: int = _option(50, results=True, low=1, high=10_000)
    """Passages that each way of searching hands to the fusion."""
    minimum_worth: float = _option(0.0, results=True, low=0.0, high=1.0)
    """Claims with a lower check-worthiness are not checked."""
    language: str = _option("", results=True, choices=("", *(language.value for language in Language)))
    """Language of what is read; empty: found from the text."""
    encoding: str = _option("", results=True)
    """Character encoding of text files that declare none; empty: found from the bytes."""
    timeout: float = _option(20.0, results=False, low=0.1, high=3600)
    """Seconds that fetching one URL may take."""
    max_bytes: int = _option(20_000_000, results=False, low=1, high=10**12)
    """Bytes that one URL may send."""
    max_file_bytes: int = _option(200_000_000, results=False, low=1, high=10**12)
    """Bytes of the largest file that is read whole; JSON Lines and CSV are read row by row."""
    max_characters: int = _option(3_000_000, results=False, low=1, high=10**9)
    """Characters of the longest article or source."""
    max_unpacked_bytes: int = _option(200_000_000, results=False, low=1, high=10**12)
    """Bytes that the parts of a DOCX file may unpack into."""
    max_tags: int = _option(300_000, results=False, low=1, high=10**9)
    """Tags of the longest HTML page."""
    max_pages: int = _option(2000, results=False, low=1, high=10**6)
    """Pages that are read of one PDF; the others are left out, which is said."""
    max_seconds: float = _option(120.0, results=False, low=0.1, high=10**6)
    """Seconds that reading one PDF may take, looked at between pages; what is left out then is said."""
    allow_private: bool = _option(False, results=False)
    """Whether URLs on private and loopback addresses may be fetched."""
    reviews: int = _option(1, results=False, low=1, high=9)
    """Reviewers who are to decide each claim, without seeing each other's verdicts before."""
    publisher: str = _option("", results=False)
    """Who answers for the reports."""
    publisher_url: str = _option("", results=False)
    """Address of the page on which reports are published."""
    workers: int = _option(0, results=False, low=0, high=256)
    """Processes that prepare sources or check articles side by side; 0: one for each core."""

    def __post_init__(self) -> None:
        """SettingError for a value of the wrong type or outside its bounds, whoever makes the object."""
        for option in fields(self):
            object.__setattr__(self, option.name, _checked(option, getattr(self, option.name), "an argument"))

    def deciding(self) -> dict[str, object]:
        """The options that change what is found, by name."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.metadata["results"]}

    def digest(self) -> str:
        """12 hex digits over the options that change results."""
        said = self.deciding()
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode("utf-8")).hexdigest()[:12]


_OPTIONS: dict[str, Field[Any]] = {option.name: option for option in fields(Settings)}


def load_settings(
    folder: Path | None, overrides: Mapping[str, object] | None = None
) -> tuple[Settings, dict[str, str]]:
    """The settings in force in `folder` (None: no workspace) and, by name, where each value is from.

    `overrides` are arguments; those that are None were not given. SettingError names the origin, the
    key, what was wanted and found, and the nearest known key.
    """
    values: dict[str, object] = {}
    origins = dict.fromkeys(_OPTIONS, "default")
    layers = (
        *((_from_file(folder / FILE_NAME),) if folder is not None else ()),
        _from_environment(),
        ("argument", {key: value for key, value in (overrides or {}).items() if value is not None}),
    )
    for origin, layer in layers:
        for key, value in layer.items():
            where = f"{origin} {PREFIX}{key.upper()}" if origin == "environment" else origin
            values[key] = _checked(_known(key, where), value, where)
            origins[key] = where
    return Settings(**values), origins  # type: ignore[arg-type]


def _from_file(path: Path) -> tuple[str, dict[str, object]]:
    try:
        return str(path), tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return str(path), {}
    except (ValueError, RecursionError) as error:
        # tomllib also raises what a number of 5,000 digits and brackets in brackets lead to.
        raise SettingError(
            f"{path} is no TOML: {error}. Write one `key = value` a line, text in quotes."
        ) from error
    except OSError as error:
        raise SettingError(
            f"Cannot read {path}: {error.strerror}. Make it readable, or remove it."
        ) from error


def _from_environment() -> tuple[str, dict[str, object]]:
    """Values as text, turned into the option's type.

    An unknown FACTCHECK_ name that resembles an option is taken for a slip and refused; others
    belong to somebody else.
    """
    found: dict[str, object] = {}
    for variable, text in os.environ.items():
        if not variable.startswith(PREFIX) or variable in RESERVED:
            continue
        key = variable.removeprefix(PREFIX).lower()
        if key in _OPTIONS:
            found[key] = _parsed(_OPTIONS[key], text, f"environment {variable}")
        elif difflib.get_close_matches(key, _OPTIONS, n=1, cutoff=0.8):
            _known(key, f"environment {variable}")
    return "environment", found


def _known(key: str, origin: str) -> Field[Any]:
    if key in _OPTIONS:
        return _OPTIONS[key]
    near = difflib.get_close_matches(key, _OPTIONS, n=1, cutoff=0.5)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    raise SettingError(f"{origin}: '{key}' is no setting.{hint} Known: {', '.join(sorted(_OPTIONS))}.")


def _parsed(option: Field[Any], text: str, origin: str) -> object:
    """The environment's text as a value of the option's type."""
    kind: Any = type(option.default)
    try:
        if kind is bool:
            if text.lower() not in _TRUE + _FALSE:
                raise ValueError
            return text.lower() in _TRUE
        return kind(text)
    except ValueError:
        raise _unusable(option, text, origin) from None


def _checked(option: Field[Any], value: object, origin: str) -> object:
    """`value` if it has the option's type and lies in its bounds; SettingError otherwise."""
    kind, limits = type(option.default), option.metadata
    if kind is float and type(value) is int:
        try:
            value = float(value)
        except OverflowError:
            raise _unusable(option, value, origin) from None
    if type(value) is not kind:
        raise _unusable(option, value, origin)
    if limits["choices"] and value not in limits["choices"]:
        raise _unusable(option, value, origin)
    # Written so that NaN, which no comparison holds for, is refused.
    bounded = isinstance(value, int | float) and limits["low"] is not None
    if bounded and not limits["low"] <= value <= limits["high"]:
        raise _unusable(option, value, origin)
    if isinstance(value, str) and isinstance(option.default, str) and option.default and not value.strip():
        raise _unusable(option, value, origin)
    return value


def _unusable(option: Field[Any], value: object, origin: str) -> SettingError:
    kind, limits = type(option.default), option.metadata
    wanted = {int: "a whole number", float: "a number", bool: "true or false", str: "text"}[kind]
    if limits["choices"]:
        wanted = "one of " + ", ".join(choice or "''" for choice in limits["choices"])
    elif limits["low"] is not None:
        wanted += f" from {limits['low']:,} to {limits['high']:,}"
    return SettingError(f"{origin}: '{option.name}' wants {wanted}, found {_shown(value)}.")


def _shown(value: object) -> str:
    try:
        written = repr(value)
    except ValueError:
        # Python writes no number of more than some thousand digits; TOML's hexadecimal ones may have them.
        return "a number of thousands of digits"
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"
