"""The one writer of factcheck.toml: single keys are changed, everything else in it stays as it was."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import SettingError, WorkspaceError


def write_settings(path: Path, changes: Mapping[str, str | int | float | bool | None]) -> None:
    """Give keys of the file other values, in one rename; None takes a key out. Comments and order are kept.

    SettingError where the file is no TOML or is written so that a line cannot be changed by itself,
    WorkspaceError where it cannot be written.
    """
    try:
        before = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        before = ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"Cannot read {path}: {error}. Make it readable UTF-8, or remove it.") from error
    wanted = {key: value for key, value in {**_parsed(before, path), **changes}.items() if value is not None}
    text = before
    for key, value in changes.items():
        text = _changed(text, key, value)
    if text == before:
        return
    if not _says(text, wanted):
        lines = ", ".join(f"{key} = {_told(value)}" for key, value in changes.items() if value is not None)
        raise SettingError(
            f"{path} is written so that its lines cannot be changed one by one; change it by hand to have:"
            f" {lines or 'none of ' + ', '.join(changes)}."
        )
    _replace(path, text)


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # tomllib also raises what a number of 5,000 digits and brackets in brackets lead to.
        raise SettingError(
            f"{path} is no TOML: {error}. Write one `key = value` a line, text in quotes."
        ) from error


def _says(text: str, wanted: Mapping[str, object]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except (ValueError, RecursionError):
        return False


def _changed(text: str, key: str, value: str | int | float | bool | None) -> str:
    """`text` with the line of `key` replaced, taken out, or put at its end."""
    line = re.compile(rf"""^[ \t]*(?:{key}|"{key}"|'{key}')[ \t]*=[^\n]*(?:\n|\Z)""", re.MULTILINE)
    written = "" if value is None else f"{key} = {_told(value)}\n"
    if line.search(text):
        return line.sub(lambda _: written, text, count=1)
    ending = "" if not text or text.endswith("\n") else "\n"
    return text + ending + written if written else text


def _told(value: object) -> str:
    """A value as TOML: its strings, numbers and truths are written as those of JSON."""
    return json.dumps(value, ensure_ascii=False)


def _replace(path: Path, text: str) -> None:
    aside = path.with_name(f"{path.name}.new")
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(path)
    except OSError as error:
        raise WorkspaceError(
            f"Cannot write {path}: {error.strerror or error}. Make it and its folder writable."
        ) from error
