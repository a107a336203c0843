"""Every error that a user can cause or meet.

FactcheckError                 base: one clear line, exit code 1
+-- UsageError                 the request itself is wrong (exit code 2)
|   +-- UnknownName            a name that no registry holds
|   +-- SettingError           a setting with an unusable value
+-- ReadError                  a document that cannot be read
|   +-- EmptyDocument          nothing to read in it
|   +-- UnsupportedFormat      a file of another kind
|   +-- UnsupportedLanguage    a language the workbench does not handle
|   +-- FetchError             a URL that cannot or must not be fetched
+-- WorkspaceError             the workspace cannot be opened, read or written
|   +-- NewerWorkspace         written by a newer version of this program
|   +-- VectorMismatch         embeddings/ does not belong to these rows or this encoder
+-- ModelError                 an encoder or judge that cannot be loaded
+-- MissingDependency          an optional library is not installed

A message says what was wanted, what was found and what to do.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class FactcheckError(Exception):
    """Base of all errors shown to people; `str(error)` is one line."""

    exit_code: int = 1

    def __init__(self, message: str) -> None:
        # What it quotes may hold lone surrogates, which neither a terminal nor the database takes.
        encodable = message.encode("utf-8", "backslashreplace").decode("utf-8")
        super().__init__(" ".join(encodable.split()))


class UsageError(FactcheckError):
    """The request itself is wrong."""

    exit_code = 2


class UnknownName(UsageError):
    """A name that is not among the known ones; offers the nearest."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        super().__init__(f"Unknown {what} '{name}'.{hint} Known: {', '.join(names) or 'none'}.")


class SettingError(UsageError):
    """A setting with an unusable value."""


class ReadError(FactcheckError):
    """A document that cannot be read."""


class EmptyDocument(ReadError):
    """A document without text."""


class UnsupportedFormat(ReadError):
    """A file of a kind that no reader handles."""


class UnsupportedLanguage(ReadError):
    """Text in a language that the workbench does not handle."""


class FetchError(ReadError):
    """A URL that cannot or must not be fetched."""


class WorkspaceError(FactcheckError):
    """The workspace cannot be opened, read or written."""


class NewerWorkspace(WorkspaceError):
    """The workspace was written by a newer version of this program."""


class VectorMismatch(WorkspaceError):
    """`embeddings/` does not belong to these rows or to this encoder."""


class ModelError(FactcheckError):
    """An encoder or judge that cannot be loaded."""


class MissingDependency(FactcheckError):
    """An optional library is not installed; the message carries the install line."""
