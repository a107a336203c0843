"""One scheduler with three workers for the tests that only use them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cluster.machines import Machines


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    pytest.importorskip("distributed")
    started = Machines(tmp_path_factory.mktemp("machines"))
    try:
        started.join("first", "second", "third")
        yield started
    finally:
        started.stop()
