"""Files of vectors are shared while they stay, joined while they are small, and refused when damaged."""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from factcheck.errors import WorkspaceError
from factcheck.indexes import layers
from factcheck.indexes.layers import Layers, open_layer

DIMENSION = 3


def vectors(numbers: NDArray[np.int64]) -> NDArray[np.float32]:
    """A vector for each number by which it is known again, exact in half precision."""
    return np.stack([numbers % 512, numbers // 512, np.ones_like(numbers)], axis=1).astype(np.float32)


def grown_by(folder: Path, sizes: list[int]) -> Layers:
    """Layers to which so many vectors were added one time after the other, a generation each."""
    rows, first = Layers(DIMENSION), 0
    for turn, size in enumerate(sizes):
        home = folder / str(turn)
        home.mkdir()
        numbers = np.arange(first, first + size, dtype=np.int64)
        rows, first = rows.grown(home, numbers, vectors(numbers)), first + size
    return rows


def files(folder: Path) -> dict[str, int]:
    """Names with inodes."""
    return {path.name: path.stat().st_ino for path in folder.iterdir()}


def test_rows_stay_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    rows = grown_by(tmp_path, [5, 1, 1, 7, 30, 2])
    assert rows.numbers.tolist() == list(range(46))
    np.testing.assert_array_equal(rows.take(np.arange(46)), vectors(rows.numbers))
    some = np.array([0, 5, 6, 13, 44, 45])
    np.testing.assert_array_equal(rows.take(some), vectors(some))
    assert rows.take(np.zeros(0, dtype=np.int64)).shape == (0, DIMENSION)
    again = Layers(DIMENSION, [open_layer(tmp_path / "5", name, DIMENSION) for name in rows.names])
    np.testing.assert_array_equal(again.take(some), vectors(some))


def test_an_addition_shares_the_large_files_by_link_and_writes_what_is_new(tmp_path: Path) -> None:
    grown_by(tmp_path, [100, 3])
    before, after = files(tmp_path / "0"), files(tmp_path / "1")
    assert before.items() <= after.items()
    (new,) = (name for name in after if name.startswith("rows") and name not in before)
    assert len(np.load(tmp_path / "1" / new)) == 3


def test_a_folder_holds_no_file_that_its_layers_do_not_name(tmp_path: Path) -> None:
    rows = grown_by(tmp_path, [4, 3, 3, 20])
    named = {f"{kind}-{name}.npy" for name in rows.names for kind in ("rows", "numbers")}
    assert set(files(tmp_path / "3")) == named


def test_generations_before_are_left_as_they_were(tmp_path: Path) -> None:
    grown_by(tmp_path, [4, 4, 4])
    names = [path.stem.partition("-")[2] for path in (tmp_path / "1").glob("rows-*")]
    kept = Layers(DIMENSION, [open_layer(tmp_path / "1", name, DIMENSION) for name in names])
    np.testing.assert_array_equal(kept.take(np.arange(8)), vectors(kept.numbers))


def test_a_generation_can_do_without_those_before(tmp_path: Path) -> None:
    rows = grown_by(tmp_path, [50, 2])
    shutil.rmtree(tmp_path / "0")
    for one in (
        rows,
        Layers(DIMENSION, [open_layer(tmp_path / "1", name, DIMENSION) for name in rows.names]),
    ):
        np.testing.assert_array_equal(one.take(np.arange(52)), vectors(one.numbers))


def test_where_the_disk_has_no_links_files_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links on this disk")

    monkeypatch.setattr(os, "link", refuse)
    rows = grown_by(tmp_path, [50, 2])
    shutil.rmtree(tmp_path / "0")
    np.testing.assert_array_equal(rows.take(np.arange(52)), vectors(rows.numbers))


@pytest.mark.parametrize("size", [1, 7])
def test_bytes_written_and_files_follow_the_logarithm_of_the_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    written = []

    def counted(
        folder: Path,
        dimension: int,
        count: int,
        parts: object,
        write: Callable[..., object] = layers._written,
    ) -> object:
        written.append(count)
        return write(folder, dimension, count, parts)

    monkeypatch.setattr(layers, "_written", counted)
    monkeypatch.setattr(layers, "_WHOLE", 10**9)
    additions = 200
    rows = grown_by(tmp_path, [size] * additions)
    total = size * additions
    assert sum(written) <= total * (1 + math.log(additions, 1.5))
    assert len(rows.names) <= 1 + math.log2(total)
    assert sum(written) > 2 * total  # joining is what bounds the number of files


def test_a_file_that_is_whole_is_joined_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "_WHOLE", 16)
    rows = grown_by(tmp_path, [16, 40, 10, 10, 50])
    sizes = [len(open_layer(tmp_path / "4", name, DIMENSION)) for name in rows.names]
    assert sizes == [16, 40, 20, 50]


def test_without_what_is_gone_the_rest_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "_WHOLE", 16)
    monkeypatch.setattr(layers, "_AT_ONCE", 5)
    rows = grown_by(tmp_path, [30, 20])
    gone = rows.numbers % 3 == 0
    new = np.array([90, 91], dtype=np.int64)
    home = tmp_path / "anew"
    home.mkdir()
    left = rows.without(home, gone, new, vectors(new))
    wanted = [number for number in range(50) if number % 3] + [90, 91]
    assert left.numbers.tolist() == wanted
    np.testing.assert_array_equal(left.take(np.arange(len(wanted))), vectors(np.array(wanted)))
    sizes = [len(open_layer(home, name, DIMENSION)) for name in left.names]
    assert sizes == [16, 16, 1, 2]
    assert len(files(home)) == 2 * len(sizes)
    assert len(rows.without(home, np.ones(50, dtype=bool), new[:0], vectors(new[:0]))) == 0


def only(folder: Path, kind: str) -> Path:
    (path,) = folder.glob(f"{kind}-*.npy")
    return path


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


DAMAGE: dict[str, Callable[[Path], object]] = {
    "rows cut": lambda home: cut(only(home, "rows")),
    "numbers cut": lambda home: cut(only(home, "numbers")),
    "rows empty": lambda home: only(home, "rows").write_bytes(b""),
    "numbers no array": lambda home: only(home, "numbers").write_bytes(b"no array of numbers"),
    "fewer numbers": lambda home: np.save(only(home, "numbers"), np.arange(4)),
    "other dimension": lambda home: np.save(only(home, "rows"), np.zeros((5, 2), dtype=np.float16)),
    "other kind": lambda home: np.save(only(home, "rows"), np.zeros((5, 3), dtype=np.float32)),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_files_give_one_line_that_says_what_mends_them(tmp_path: Path, name: str) -> None:
    rows = grown_by(tmp_path, [5])
    DAMAGE[name](tmp_path / "0")
    with pytest.raises(WorkspaceError, match="doctor --repair") as caught:
        open_layer(tmp_path / "0", rows.names[0], DIMENSION)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["rows", "numbers"])
def test_a_missing_file_is_missing(tmp_path: Path, kind: str) -> None:
    rows = grown_by(tmp_path, [5])
    only(tmp_path / "0", kind).unlink()
    with pytest.raises(FileNotFoundError):
        open_layer(tmp_path / "0", rows.names[0], DIMENSION)
