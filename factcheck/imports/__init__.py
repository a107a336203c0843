"""Published fact-checks -> checked claims: the protocol that every importer keeps, and the registered ones.

Importers only read. What cannot be taken from a file is told as a `Problem`, and the rest is still read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from factcheck.errors import UsageError
from factcheck.registry import Registry
from factcheck.store import CheckedClaim


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read, or was read in part; the message says which."""

    place: str
    """Where in the file, such as `line 12`, `item 3` or `articles.csv, line 7`; empty for the whole of it."""
    message: str
    """One line: what was wanted, what was found, what became of the row."""


class Importer(Protocol):
    """One format of published fact-checks."""

    name: str
    """The name under which it is registered."""

    def recognises(self, path: Path) -> bool:
        """Whether the file, or folder, looks like this format; reads its beginning only and never raises."""
        ...

    def read(self, path: Path, columns: Mapping[str, str]) -> Iterator[CheckedClaim | Problem]:
        """Its claims in their order, each behind the problems that it has.

        `columns` maps fields of a claim to the columns of a table, for `csv` alone. Raises ReadError for a
        file that cannot be read at all and UsageError for columns that it has not.
        """
        ...


def _claimreview() -> Importer:
    from factcheck.imports.claimreview import ClaimReviewImporter

    return ClaimReviewImporter()


def _checkthat() -> Importer:
    from factcheck.imports.checkthat import CheckThatImporter

    return CheckThatImporter()


def _cofacts() -> Importer:
    from factcheck.imports.cofacts import CofactsImporter

    return CofactsImporter()


def _csv() -> Importer:
    from factcheck.imports.columns import ColumnsImporter

    return ColumnsImporter()


def importers() -> Registry[Importer]:
    """The registered importers; a factory takes nothing."""
    registry: Registry[Importer] = Registry("format of fact-checks")
    registry.register("claimreview", _claimreview)
    registry.register("checkthat", _checkthat)
    registry.register("cofacts", _cofacts)
    registry.register("csv", _csv)
    return registry


_ASKED = ("cofacts", "claimreview", "checkthat", "csv")
"""The most particular first: any table might have been made for `csv`."""


def importer_for(path: Path, form: str | None) -> Importer:
    """The importer called `form`, or the one that recognises the file.

    UnknownName for a form that is not registered; UsageError where there is no file or nothing recognises it.
    """
    registry = importers()
    if form is not None:
        return registry.make(form)
    if not _is_there(path):
        raise UsageError(
            f"Wanted a file of published fact-checks, found nothing at '{path}'; check the path."
        )
    for name in _ASKED:
        importer = registry.make(name)
        if importer.recognises(path):
            return importer
    from factcheck.imports.columns import columns_of
    from factcheck.imports.fields import listed

    columns = columns_of(path)
    found = f"a table with {listed(columns)}" if columns else "something else"
    raise UsageError(
        f"Wanted published fact-checks ({', '.join(registry)}), found {found} in '{path}'; name the format,"
        " and for a table (csv) the columns that hold the text and the verdict."
    )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # A name that is too long, or a folder that may not be looked into.
        return False
