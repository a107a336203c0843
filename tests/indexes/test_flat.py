"""What the exact index says about files that are none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import WorkspaceError
from factcheck.indexes.flat import FlatIndex


def test_a_damaged_file_names_the_command_that_mends_it(tmp_path: Path) -> None:
    path = tmp_path
    (path / "flat.faiss").write_bytes(b"not an index")
    with pytest.raises(WorkspaceError, match="doctor --repair") as caught:
        FlatIndex.load(path)
    assert "\n" not in str(caught.value)
    with pytest.raises(FileNotFoundError):
        FlatIndex.load(tmp_path / "absent")


def test_a_dimension_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="got 0"):
        FlatIndex(0)


def test_naming_the_indexes_loads_no_library() -> None:
    code = (
        "import sys, factcheck.indexes, factcheck.vectors as _;"
        "list(factcheck.indexes.vector_indexes())\n"
        "assert not {'faiss', 'tantivy', 'torch'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
