"""A workspace for one measurement: real, in a temporary folder, gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from factcheck.workspace import Workspace


@contextmanager
def scratch(settings: Mapping[str, object]) -> Iterator[Workspace]:
    """An empty workspace with these settings."""
    with (
        TemporaryDirectory(prefix="factcheck-") as folder,
        Workspace(folder, **settings) as workspace,
    ):
        yield workspace
