"""From what was named to separate inputs: files, folders opened up, URLs, standard input.

A target that cannot be read is an input too, with its failure, so that a run can report it in
place and go on.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from factcheck.errors import FactcheckError, ReadError
from factcheck.readers.drafts import ReadFailure
from factcheck.readers.formats import is_supported, reader_for_file

STDIN = "-"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class InputKind(StrEnum):
    FILE = "file"
    URL = "url"
    STDIN = "stdin"


@dataclass(frozen=True, slots=True)
class Target:
    """One input to be read on its own."""

    name: str
    """As given, or the path under the folder that was given; printable."""
    kind: InputKind
    path: Path | None = None
    failure: ReadFailure | None = None
    """Why it cannot be read, where that is known before opening it."""


def expand(targets: Iterable[str | Path | Target]) -> list[Target]:
    """The separate inputs in the order given, folders opened up and sorted by path.

    Hidden files and folders (a leading dot) below a folder are left alone; other files of a kind
    that no reader takes come as targets with a failure marked `skipped`. Raises nothing.
    """
    return [found for target in targets for found in _expanded(target)]


def printable(path: Path | str) -> str:
    """A path that can be printed and stored: bytes of a file name that are not UTF-8 show as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _expanded(target: str | Path | Target) -> Iterator[Target]:
    if isinstance(target, Target):
        yield target
    elif target == STDIN:
        yield Target(STDIN, InputKind.STDIN)
    elif isinstance(target, str) and _URL.match(target):
        yield Target(target, InputKind.URL)
    else:
        yield from _on_disk(Path(target))


def _on_disk(path: Path) -> Iterator[Target]:
    """A file, a folder's files, or the failure of a path that is neither."""
    try:
        if path.is_dir():
            yield from _in_folder(path)
        elif not path.exists():
            yield _failed(path, _missing(path))
        elif not path.is_file():
            yield _failed(
                path, "Wanted a file or a folder, found a device, pipe or socket; use - for standard input."
            )
        else:
            reader_for_file(path)
            yield Target(printable(path), InputKind.FILE, path)
    except ReadError as error:
        yield _failed(path, str(error), error=type(error))
    except (OSError, ValueError) as error:
        yield _failed(path, f"The path cannot be read ({_reason(error)}).")


def _in_folder(folder: Path) -> Iterator[Target]:
    """Every visible file below `folder`, sorted by path; links to folders are named and not followed."""
    targets: list[Target] = []
    failures: list[OSError] = []
    pending = [folder]
    while pending:
        here = pending.pop()
        # One level at a time: before Python 3.12 os.walk calls itself, and folders may be 2,000 deep.
        level = next(os.walk(here, onerror=failures.append), None)
        if level is None:
            continue
        _, folders, files = level
        for below in (here / name for name in folders if not name.startswith(".")):
            # Where names may be listed and no more is allowed, os.path says no and Path raises.
            if os.path.islink(below):
                targets.append(
                    _failed(below, "A link to a folder is not followed; name the folder itself.", True)
                )
            else:
                pending.append(below)
        targets += [_file(here / name) for name in files if not name.startswith(".")]
    for failure in failures:
        targets.append(
            _failed(Path(str(failure.filename)), f"The folder cannot be read ({_reason(failure)}).")
        )
    if not targets:
        targets.append(_failed(folder, "Wanted files to read, found an empty folder."))
    yield from sorted(targets, key=lambda target: target.name)


def _file(path: Path) -> Target:
    """A file met in a folder; what is of an unsupported kind or no file is skipped and said."""
    if is_supported(path):
        try:
            if path.is_file():
                return Target(printable(path), InputKind.FILE, path)
        except OSError as error:
            # One that cannot be looked at must not cost the others of its folder.
            return _failed(path, f"The file cannot be read ({_reason(error)}).")
        # To open a pipe is to wait for whoever writes into it, and a device may never end.
        return _failed(
            path, "Wanted a file, found a device, pipe, socket or broken link; it is passed over.", True
        )
    try:
        reader_for_file(path)
    except ReadError as error:
        return _failed(path, str(error), True, type(error))
    return Target(printable(path), InputKind.FILE, path)


def _failed(
    path: Path, message: str, skipped: bool = False, error: type[FactcheckError] = ReadError
) -> Target:
    name = printable(path)
    line = str(FactcheckError(message))
    return Target(name, InputKind.FILE, path, ReadFailure(name, line, skipped, error))


def _missing(path: Path) -> str:
    """What is wrong with a path that is not there, with the nearest name that is."""
    parent = path.parent
    while not parent.is_dir() and parent != parent.parent:
        path, parent = parent, parent.parent
    if path.is_symlink():
        return f"Wanted a file, a folder or a URL, found a link at '{printable(path)}' that leads to none."
    names = sorted(entry.name for entry in parent.iterdir()) if parent.is_dir() else []
    near = difflib.get_close_matches(path.name, names, n=1, cutoff=0.6)
    hint = f" Did you mean '{printable(parent / near[0])}'?" if near else ""
    return f"Wanted a file, a folder or a URL, found nothing at '{printable(path)}'.{hint}"


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
