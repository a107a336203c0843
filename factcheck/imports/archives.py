"""Tables of a folder or a ZIP archive, read where they lie: nothing of an archive is ever written.

A name inside an archive is compared and shown, never used as a path.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from factcheck.errors import ReadError
from factcheck.imports import Problem
from factcheck.imports.fields import listed
from factcheck.imports.files import LARGEST, lines_of, opened
from factcheck.imports.tables import Row, Table
from factcheck.readers.options import MEGABYTE

UNPACKED = 500 * MEGABYTE
"""Largest sum of the tables that are read from archives, in bytes."""
RATIO = 200
"""Largest factor by which a table may be packed; text is packed to a tenth, zeros to a thousandth."""
_SMALL = MEGABYTE
"""Bytes of a table that may be packed as closely as it likes."""
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, RuntimeError, ValueError)
"""What zipfile raises for archives that are damaged, encrypted or packed in another way."""


def table_names(path: Path) -> set[str]:
    """The tables in a folder or an archive, without their endings; empty for anything else. Never raises."""
    try:
        if path.is_dir():
            return {_table(one.name.removesuffix(".zip")) for one in path.iterdir() if one.is_file()} - {""}
        if not path.is_file() or path.stat().st_size > LARGEST or not zipfile.is_zipfile(path):
            return set()
        with zipfile.ZipFile(path) as archive:
            return {_table(name) for name in archive.namelist()} - {""}
    except (OSError, *_BROKEN):
        return set()


def _table(name: str) -> str:
    """`articles` for data/articles.csv; empty for what is no table."""
    last = PurePosixPath(name)
    return last.stem if last.suffix.lower() == ".csv" else ""


class Tables:
    """The tables of one folder or archive, each read when it is asked for."""

    def __init__(self, path: Path, wanted: Mapping[str, tuple[str, ...]]) -> None:
        self._path = path
        self._wanted = wanted
        """The columns that each table needs."""
        self._unpacked = 0

    def rows(self, name: str) -> Iterator[Row | Problem]:
        """The rows of a table in their order.

        ReadError where it cannot be read, unpacks into too much, or has not the columns that it needs.
        """
        with self._open(name) as file:
            table = Table(lines_of(file, f"{name}.csv", any_end=True), f"{name}.csv", f"{name}.csv, ")
            missing = [column for column in self._wanted[name] if column not in table.columns]
            if missing:
                raise ReadError(
                    f"Wanted {listed(self._wanted[name])} in {name}.csv, found {listed(table.columns)}."
                )
            yield from table.rows()

    @contextmanager
    def _open(self, name: str) -> Iterator[BinaryIO]:
        plain = self._path / f"{name}.csv"
        if self._path.is_dir() and plain.is_file():
            with opened(plain) as file:
                yield file
            return
        packed = self._path / f"{name}.csv.zip" if self._path.is_dir() else self._path
        with opened(packed) as file:
            try:
                with zipfile.ZipFile(file) as archive, archive.open(self._entry(archive, name)) as entry:
                    yield cast("BinaryIO", entry)
            except _BROKEN as error:
                raise ReadError(
                    f"Wanted a ZIP archive without a password, found a damaged or unknown one in '{packed}'"
                    f" ({type(error).__name__}: {error}); unpack it and give the folder."
                ) from error

    def _entry(self, archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
        """The table's entry; ReadError where there is none or it unpacks into too much.

        zipfile reads no more of an entry than the size that it declares, so that the sum holds.
        """
        entry = next((one for one in archive.infolist() if _table(one.filename) == name), None)
        if entry is None:
            raise ReadError(f"Wanted {name}.csv in '{self._path}', found none.")
        self._unpacked += entry.file_size
        closely = entry.file_size > _SMALL and entry.file_size > RATIO * entry.compress_size
        if self._unpacked > UNPACKED or closely:
            raise ReadError(
                f"Wanted tables of at most {UNPACKED:,} bytes unpacked and {RATIO} times their packed size,"
                f" found {name}.csv with {entry.file_size:,} bytes in {entry.compress_size:,};"
                " it is not opened; unpack it and give the folder."
            )
        return entry
