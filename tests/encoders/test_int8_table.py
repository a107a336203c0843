"""The table of vectors: a row is the same however often and beside whatever it is asked for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from safetensors.numpy import save_file

from factcheck.encoders.int8_table import WEIGHTS, Int8Table
from factcheck.errors import ModelError

_N, _D = 30, 8
_DRAWN = np.random.default_rng(7)
_ROWS = np.asarray(_DRAWN.integers(-127, 128, (_N, _D)), dtype=np.int8)
_ROWS[4] = 0
_SCALES = np.asarray(_DRAWN.uniform(0.001, 0.1, _N), dtype=np.float32)
_EXACT = _ROWS.astype(np.float64) * _SCALES[:, None].astype(np.float64)
_LENGTHS = np.linalg.norm(_EXACT, axis=1)


def _table(folder: Path) -> Int8Table:
    save_file({"rows": _ROWS, "scales": _SCALES}, folder / WEIGHTS)
    (folder / "beside.txt").touch()
    return Int8Table(folder, "a table", "beside.txt")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Int8Table:
    """One for all tests, so that rows are asked for that were asked for before."""
    return _table(tmp_path_factory.mktemp("table"))


@given(numbers=st.lists(st.integers(0, _N - 1), max_size=12))
def test_rows_come_at_unit_length_with_the_lengths_they_had(table: Int8Table, numbers: list[int]) -> None:
    units, lengths = table.units(numbers)
    assert units.shape == (len(numbers), _D)
    np.testing.assert_allclose(lengths, _LENGTHS[numbers], rtol=1e-5)
    np.testing.assert_allclose(units * lengths[:, None], _EXACT[numbers], rtol=1e-4, atol=1e-6)


def test_a_row_of_zeros_stays_one(table: Int8Table) -> None:
    units, lengths = table.units([4])
    assert not units.any()
    assert lengths.tolist() == [0.0]


def test_a_row_has_the_same_bits_alone_among_others_and_again(tmp_path: Path) -> None:
    among, alone = _table(tmp_path), _table(tmp_path)
    every: NDArray[np.int64] = np.arange(_N)
    first, _ = among.units(every)
    for number in every.tolist():
        assert alone.units([number])[0].tobytes() == first[number].tobytes()
    assert among.units(every[::-1])[0].tobytes() == first[::-1].tobytes()


def test_what_is_done_to_an_answer_changes_no_later_one(tmp_path: Path) -> None:
    table = _table(tmp_path)
    units, lengths = table.units([1, 2])
    kept, measured = units.copy(), lengths.copy()
    units[:], lengths[:] = 9.0, 9.0
    again, lengths = table.units([1, 2])
    np.testing.assert_array_equal(again, kept)
    np.testing.assert_array_equal(lengths, measured)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"Wanted a table in .*, found no model\.safetensors"):
        Int8Table(tmp_path, "a table", "beside.txt")
    save_file({"rows": _ROWS, "scales": _SCALES}, tmp_path / WEIGHTS)
    with pytest.raises(ModelError, match=r"found no beside\.txt"):
        Int8Table(tmp_path, "a table", "beside.txt")
